//! Chinese unless English is asked for; help and completions for every command.

use crate::program::{Place, run};

#[test]
fn help_and_refusals_speak_the_language_that_was_asked_for() {
    let place = Place::with_ledger();
    let dir = place.dir.path();
    let chinese = run(&["--help"], &[], dir).exits(0).out;
    assert!(chinese.contains("用法：") && chinese.contains("校验账本"), "{chinese}");
    for order in [&["--lang", "en", "settle", "--help"][..], &["settle", "--help", "--lang=en"]] {
        let english = run(order, &[], dir).exits(0).out;
        assert!(english.contains("Usage: ") && english.contains("Work a quarter out"), "{english}");
        assert!(english.is_ascii(), "{english}");
    }
    assert!(place.run(&["settle", "2025Q9"]).exits(1).err.starts_with("错误："));
    assert!(place.run(&["settle", "2025Q9", "--lang", "en"]).exits(1).err.starts_with("Error: "));
    assert!(place.run(&["settel"]).exits(2).err.contains("settle"));
    place.run(&["history", "--lang", "fr"]).exits(2);
}

#[test]
fn shells_get_their_completions() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = run(&["completions", shell], &[], place.dir.path()).exits(0).out;
        assert!(script.contains("huiqian") && script.contains("account-book"), "{shell}");
        let json = run(&["completions", shell, "--json"], &[], place.dir.path()).exits(0).json();
        assert_eq!(json["shell"], shell);
    }
}
