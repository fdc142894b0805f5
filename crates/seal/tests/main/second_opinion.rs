//! What pyHanko and poppler's pdfsig say of our files, and what we say of pyHanko's.

use domain::organisation::Party;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use seal::{ChangeKind, ChangedAfterSigning, Verdict, sign};
use serde_json::Value;

use crate::altered::{overlay, updated};
use crate::keys::{identity, run};
use crate::paper::{PAPER, Paper, report};
use crate::signing::{look, once, request, signed_by, twice};

fn python() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        // Under Wine the script cannot run, and somebody else has run it.
        if let Some(given) = std::env::var_os("HUIQIAN_PYTHON") {
            return given.into();
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/python-tools.sh");
        let output = Command::new("bash").arg(script).output().expect("bash");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        PathBuf::from(String::from_utf8(output.stdout).unwrap().trim())
    })
}

fn pyhanko(work: &Path, arguments: &[&str]) -> Vec<u8> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/main/second_opinion.py");
    let script = script.to_string_lossy();
    run(&python().to_string_lossy(), work, &[&[script.as_ref()], arguments].concat())
}

/// pyHanko's findings for each file; `roots` are names of certificates.
fn validated(files: &[&[u8]], roots: &[&str]) -> Vec<Vec<Value>> {
    let work = tempfile::tempdir().unwrap();
    let anchors: Vec<u8> = roots.iter().flat_map(|name| crate::keys::file(&format!("{name}.pem"))).collect();
    std::fs::write(work.path().join("roots.pem"), anchors).unwrap();
    let names: Vec<String> = (0..files.len()).map(|number| format!("{number}.pdf")).collect();
    for (name, bytes) in names.iter().zip(files) {
        std::fs::write(work.path().join(name), bytes).unwrap();
    }
    let arguments: Vec<&str> =
        ["validate", "roots.pem"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let output = String::from_utf8(pyhanko(work.path(), &arguments)).unwrap();
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn signed_by_pyhanko(pdf: &[u8], key: &str, party: Party, overlay: bool) -> Vec<u8> {
    let work = tempfile::tempdir().unwrap();
    std::fs::write(work.path().join("in.pdf"), pdf).unwrap();
    let both = [crate::keys::file(&format!("{key}.pem")), crate::keys::file(&format!("{key}.key"))].concat();
    std::fs::write(work.path().join("key.pem"), both).unwrap();
    let mut arguments = vec!["sign", "in.pdf", "out.pdf", "key.pem", seal::field_name(party)];
    arguments.extend(overlay.then_some("overlay"));
    pyhanko(work.path(), &arguments);
    std::fs::read(work.path().join("out.pdf")).unwrap()
}

fn good(signature: &Value) -> bool {
    signature["good"] == true
}

#[test]
fn pyhanko_calls_our_signatures_valid() {
    let modern = Paper { modern: true, ..PAPER }.build();
    let modern = signed_by(&signed_by(&modern, "leaf", Party::Provider), "p384", Party::Client);
    let found = validated(&[once(), twice(), &modern], &["rsa", "p256", "p384", "root"]);
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 2]);
    for signature in found.iter().flatten() {
        assert!(good(signature), "{signature}");
        assert_eq!(signature["trusted"], true);
    }
    assert_eq!(found[1][1]["coverage"], "ENTIRE_FILE");
}

#[test]
fn pyhanko_refuses_what_we_refuse() {
    let mut flipped = twice().to_vec();
    flipped[once().len() + 200] ^= 1;
    let title = updated(twice(), |update| {
        let id = update.get_prev_documents().trailer.get(b"Info").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(id).unwrap();
        let info = update.new_document.get_dictionary_mut(id).unwrap();
        info.set("Title", lopdf::Object::string_literal("Other"));
    });
    for (what, pdf) in [("flipped", flipped), ("overlay", overlay(twice()))] {
        let found = validated(&[&pdf], &["rsa", "p256"]);
        assert!(!found[0].iter().all(good), "{what}: {found:?}");
        assert_eq!(look(&pdf).verdict, Verdict::Altered);
    }
    // We are the stricter of the two.
    assert_eq!(look(&title).verdict, Verdict::Altered);
}

#[test]
fn pdfsig_calls_our_signatures_valid() {
    let work = tempfile::tempdir().unwrap();
    for (name, pdf, count) in [("once", once(), 1), ("twice", twice(), 2)] {
        std::fs::write(work.path().join(name), pdf).unwrap();
        let output = String::from_utf8(run("pdfsig", work.path(), &["-nocert", name])).unwrap();
        assert_eq!(output.matches("Signature is Valid.").count(), count, "{output}");
        assert!(output.contains("Total document signed"), "{output}");
    }
    let mut changed = twice().to_vec();
    let at = changed.windows(10).position(|window| window == b"1060800.00").unwrap();
    changed[at] = b'9';
    std::fs::write(work.path().join("changed"), changed).unwrap();
    let output =
        Command::new("pdfsig").args(["-nocert", "changed"]).current_dir(work.path()).output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stdout).contains("Signature is Valid."));
}

#[test]
fn qpdf_finds_our_files_sound() {
    let work = tempfile::tempdir().unwrap();
    let modern = signed_by(&Paper { modern: true, ..PAPER }.build(), "p256", Party::Client);
    for (name, pdf) in [("plain", twice()), ("modern", &modern)] {
        std::fs::write(work.path().join(name), pdf).unwrap();
        run("qpdf", work.path(), &["--check", name]); // fails on a warning, too
    }
}

#[test]
fn another_programs_plain_countersignature_is_accepted() {
    // With an elliptic key pyHanko also notes an extension in the catalogue, which is a change; with RSA it need not.
    let ours = sign(&report(), &identity("p256"), &request(Party::Client)).unwrap();
    let found = look(&signed_by_pyhanko(&ours, "rsa", Party::Provider, false));
    assert_eq!(found.verdict, Verdict::Countersigned, "{found:#?}");
    let theirs = signed_by_pyhanko(&report(), "rsa", Party::Provider, false);
    let both = sign(&theirs, &identity("p256"), &request(Party::Client)).unwrap();
    assert_eq!(look(&both).verdict, Verdict::Countersigned);
}

#[test]
fn a_signature_that_brings_a_change_along_is_altered() {
    for (ground, key, party) in [(once(), "p256", Party::Provider), (&report(), "p256", Party::Provider)] {
        let pdf = signed_by_pyhanko(ground, key, party, true);
        let found = look(&pdf);
        assert_eq!(
            (found.verdict, found.changed_after_signing),
            (Verdict::Altered, ChangedAfterSigning::Other)
        );
        assert!(found.signatures.iter().all(|signature| signature.intact), "{found:#?}");
        assert!(
            found
                .changes
                .iter()
                .any(|change| change.kind == ChangeKind::PageContent && change.page == Some(1))
        );
    }
}

#[test]
fn the_same_key_for_both_parties_is_told() {
    let pdf = signed_by_pyhanko(once(), "rsa", Party::Provider, false);
    let found = look(&pdf);
    assert!(found.same_key_twice && found.signatures.iter().all(|signature| signature.intact));
    assert_eq!(found.verdict, Verdict::SignedByOne);
}
