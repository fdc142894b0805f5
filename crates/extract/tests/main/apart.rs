//! Reading in a process of its own: this test program is started again as the child.

use extract::{Reader, Unreadable};
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::time::{Duration, Instant};

/// What the child does other than reading, where it is told to.
const CONDUCT: &str = "HUIQIAN_TEST_CONDUCT";

/// The child's part. Does nothing in an ordinary run of the tests.
#[test]
fn child() {
    let Ok(conduct) = std::env::var(CONDUCT) else { return };
    match conduct.as_str() {
        "sleep" => std::thread::sleep(Duration::from_secs(60)),
        "turn" => loop {
            std::hint::spin_loop();
        },
        "abort" => std::process::abort(),
        "talk" => {
            (0..100_000).for_each(|_| println!("no answer at all, but many words"));
            std::process::exit(0);
        }
        _ => {}
    }
    let memory = if conduct == "poor" { 96 << 20 } else { 1 << 30 };
    let _ = extract::answer(memory);
    std::process::exit(0);
}

fn reader(conduct: &str) -> Reader {
    // `env` gives the child its conduct; the test itself has none.
    Reader::of("/usr/bin/env".into()).with_arguments([
        format!("{CONDUCT}={conduct}").into(),
        std::env::current_exe().unwrap().into_os_string(),
        "apart::child".into(),
        "--exact".into(),
        "--nocapture".into(),
    ])
}

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

#[test]
#[cfg(unix)]
fn a_child_reads_and_says_why_it_cannot() {
    let read = |bytes: &[u8]| reader("read").read(file(bytes)).unwrap();
    let found = read("售前支撑\n第二行".as_bytes()).unwrap();
    assert_eq!(found.parts[0].text, "售前支撑\n第二行");
    assert_eq!(read(b""), Err(Unreadable::Empty));
    let long = "割接方案，造价。\n".repeat(400_000);
    let found = read(long.as_bytes()).unwrap();
    assert!(found.cut && found.parts.len() > 3000, "a long answer comes whole");
    assert!(
        Reader::of("/nowhere/at/all".into()).read(file(b"a")).is_err(),
        "nothing is known of the file then"
    );
}

#[test]
#[cfg(unix)]
fn a_child_that_takes_too_long_or_dies_is_a_reason_like_others() {
    for (conduct, reason) in [
        ("sleep", Unreadable::TookTooLong),
        ("turn", Unreadable::TookTooLong),
        ("abort", Unreadable::Crashed),
    ] {
        let begun = Instant::now();
        let told = reader(conduct).within(Duration::from_millis(700)).read(file(b"text"));
        assert_eq!(told.unwrap(), Err(reason), "{conduct}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{conduct}");
    }
    let told = reader("talk").within(Duration::from_secs(30)).read(file("正文".as_bytes())).unwrap();
    assert_eq!(told, Err(Unreadable::Crashed), "what is no answer is not taken for one");
}

#[test]
#[cfg(unix)]
fn a_file_that_takes_too_much_memory_is_left() {
    // A small file: a million texts of one character each, whose places in memory are what is large.
    let texts = "<si><t>甲</t></si>".repeat(1_000_000);
    let many = crate::files::package(&[
        ("_rels/.rels", &crate::files::relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets/></workbook>"),
        ("xl/_rels/workbook.xml.rels", &crate::files::relations(&[])),
        ("xl/sharedStrings.xml", &format!("<sst>{texts}</sst>")),
    ]);
    assert!(many.len() < 1 << 20);
    assert_eq!(reader("read").read(file(&many)).unwrap(), Err(Unreadable::NoText), "with enough of it");
    assert_eq!(reader("poor").read(file(&many)).unwrap(), Err(Unreadable::TooMuchMemory));
    // A large file where there is little memory.
    let large = vec![b'a'; 128 << 20];
    assert_eq!(reader("poor").read(file(&large)).unwrap(), Err(Unreadable::TooMuchMemory));
}
