//! Signing and countersigning, and what is refused.

use chrono::TimeDelta;
use domain::organisation::Party;
use lopdf::Document;
use seal::{
    ChangeKind, ChangedAfterSigning, Identity, Inspection, SealError, SignRequest, Trust, Verdict, inspect,
    sign,
};

use crate::keys::{PASSWORD, fresh, identity, now};
use crate::paper::{PAPER, Paper, picture, report};

pub fn request(party: Party) -> SignRequest<'static> {
    SignRequest {
        party,
        signer_name: "王五 (Wang)",
        post: "部门经理",
        reason: "确认 2026年第三季度结算",
        location: "成都",
        signed_at: now(),
        appearance: None,
    }
}

pub fn look(pdf: &[u8]) -> Inspection {
    inspect(pdf, &Trust::default(), now()).unwrap()
}

pub fn signed_by(pdf: &[u8], key: &str, party: Party) -> Vec<u8> {
    let picture = picture(key);
    sign(pdf, &identity(key), &SignRequest { appearance: Some(&picture), ..request(party) }).unwrap()
}

/// Signed by the client with RSA.
pub fn once() -> &'static [u8] {
    static FILE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    FILE.get_or_init(|| signed_by(&report(), "rsa", Party::Client))
}

/// And countersigned by the provider with P-256.
pub fn twice() -> &'static [u8] {
    static FILE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    FILE.get_or_init(|| signed_by(once(), "p256", Party::Provider))
}

#[test]
fn signs_and_countersigns() {
    let base = report();
    let unsigned = look(&base);
    assert_eq!(
        (unsigned.verdict, unsigned.pages, unsigned.base_len),
        (Verdict::Unsigned, 2, Some(base.len()))
    );

    assert!(once().starts_with(&base));
    let one = look(once());
    assert_eq!(one.verdict, Verdict::SignedByOne);
    assert_eq!(one.changed_after_signing, ChangedAfterSigning::None);
    assert_eq!(one.base_len, Some(base.len()));

    assert!(twice().starts_with(once()));
    let both = look(twice());
    assert_eq!(both.verdict, Verdict::Countersigned, "{both:#?}");
    assert_eq!(both.changed_after_signing, ChangedAfterSigning::SignatureOnly);
    assert_eq!((both.base_len, both.pages, both.same_key_twice), (Some(base.len()), 2, false));
    assert!(both.changes.is_empty());
    let [client, provider] = &both.signatures[..] else { panic!("not two signatures") };
    for (signature, party, key) in [(client, Party::Client, "rsa"), (provider, Party::Provider, "p256")] {
        assert_eq!(signature.party, Some(party));
        assert_eq!(signature.field, seal::field_name(party));
        assert_eq!(signature.common_name, format!("张三 {key}"));
        assert_eq!(signature.fingerprint, crate::keys::certificate(key).fingerprint());
        assert!(signature.intact && signature.covers_whole_revision);
        assert_eq!(signature.signed_at, Some(now()));
        assert_eq!(signature.name.as_deref(), Some("王五 (Wang)"));
        assert_eq!(signature.post.as_deref(), Some("部门经理"));
        assert_eq!(signature.reason.as_deref(), Some("确认 2026年第三季度结算"));
        assert_eq!(signature.location.as_deref(), Some("成都"));
        assert_eq!((signature.trusted, signature.registered), (None, None));
    }
    assert_eq!(client.added_after.len(), 1);
    assert_eq!(client.added_after[0].kind, ChangeKind::SignatureAdded);
    assert_eq!(client.added_after[0].field.as_deref(), Some(seal::PROVIDER_FIELD));
    assert!(provider.added_after.is_empty());
}

#[test]
fn every_kind_of_key_paper_and_order_works() {
    let fresh_key = Identity::from_p12(&fresh("赵六", now() - TimeDelta::days(1)).p12, PASSWORD).unwrap();
    for modern in [false, true] {
        let base = Paper { modern, ..PAPER }.build();
        for first in [identity("p384"), identity("leaf"), identity("rsa-legacy")] {
            let one = sign(&base, &first, &request(Party::Provider)).unwrap();
            let two = sign(&one, &fresh_key, &request(Party::Client)).unwrap();
            let found = look(&two);
            assert_eq!(found.verdict, Verdict::Countersigned, "modern: {modern}, {first:?}: {found:#?}");
            assert_eq!(found.base_len, Some(base.len()));
            assert_eq!(found.signatures[0].party, Some(Party::Provider));
        }
    }
}

#[test]
fn base_length_is_exact_whatever_the_file_ends_with() {
    let base = report();
    for end in ["", "\n", "\r\n", "\n\n", "  \n"] {
        let base = [base.as_slice(), end.as_bytes()].concat();
        let signed = sign(&base, &identity("p256"), &request(Party::Client)).unwrap();
        assert_eq!(look(&signed).base_len, Some(base.len()), "{end:?}");
    }
}

#[test]
fn the_picture_becomes_the_fields_appearance() {
    let doc = Document::load_mem(twice()).unwrap();
    let field = doc
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|dict| dict.get(b"T").is_ok_and(|t| t.as_str().unwrap() == seal::PROVIDER_FIELD.as_bytes()))
        .unwrap();
    let form = field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap();
    let form = doc.dereference(form).unwrap().1.as_stream().unwrap();
    assert_eq!(form.dict.get(b"BBox").unwrap().as_array().unwrap().len(), 4);
    let drawing = String::from_utf8(form.get_plain_content().unwrap()).unwrap();
    assert!(drawing.contains("(p256) Tj"), "{drawing}");
    assert!(form.dict.get(b"Resources").unwrap().as_dict().unwrap().has(b"Font"));
}

#[test]
fn refuses_a_picture_that_is_not_one_page() {
    let base = report();
    for bad in [b"no pdf".as_slice(), &base] {
        let refused =
            sign(&base, &identity("p256"), &SignRequest { appearance: Some(bad), ..request(Party::Client) });
        assert!(matches!(refused, Err(SealError::UnusableAppearance { .. })), "{refused:?}");
    }
}

#[test]
fn refuses_what_must_not_be_signed() {
    let key = identity("p256");
    let client = request(Party::Client);
    let draft = Paper { fields: false, ..PAPER }.build();
    assert_eq!(sign(&draft, &key, &client), Err(SealError::NoSignatureField { party: Party::Client }));
    assert_eq!(sign(b"%PDF-1.7 nothing", &key, &client), Err(SealError::NotPdf));
    assert_eq!(sign(b"", &key, &client), Err(SealError::NotPdf));
    assert_eq!(sign(once(), &key, &client), Err(SealError::AlreadySigned { party: Party::Client }));
    assert_eq!(
        sign(twice(), &key, &request(Party::Provider)),
        Err(SealError::AlreadySigned { party: Party::Provider })
    );
    let same = sign(once(), &identity("rsa-legacy"), &request(Party::Provider));
    assert_eq!(same, Err(SealError::SameKeyForBothParties { party: Party::Client }));
}

#[test]
fn refuses_an_encrypted_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plain.pdf"), report()).unwrap();
    for password in ["", "secret"] {
        crate::keys::run(
            "qpdf",
            folder.path(),
            &["--encrypt", password, "owner", "256", "--", "plain.pdf", "locked.pdf"],
        );
        let locked = std::fs::read(folder.path().join("locked.pdf")).unwrap();
        assert_eq!(sign(&locked, &identity("p256"), &request(Party::Client)), Err(SealError::Encrypted));
        let found = look(&locked);
        assert_eq!((found.verdict, found.unreadable), (Verdict::Invalid, Some(seal::Unreadable::Encrypted)));
    }
}

#[test]
fn refuses_a_certificate_out_of_its_time() {
    let key = identity("p256");
    let validity = key.certificate().validity();
    let late = validity.not_after + TimeDelta::seconds(1);
    let early = validity.not_before - TimeDelta::seconds(1);
    let at = |signed_at| sign(&report(), &key, &SignRequest { signed_at, ..request(Party::Client) });
    assert_eq!(
        at(late),
        Err(SealError::CertificateExpired { not_after: validity.not_after, signed_at: late })
    );
    assert_eq!(
        at(early),
        Err(SealError::CertificateNotYetValid { not_before: validity.not_before, signed_at: early })
    );
    assert!(at(validity.not_after).is_ok() && at(validity.not_before).is_ok());
}

#[test]
fn does_not_countersign_what_was_changed() {
    let key = identity("p256");
    let provider = request(Party::Provider);
    let mut changed = once().to_vec();
    let at = changed.windows(10).position(|window| window == b"1060800.00").unwrap();
    changed[at] = b'9';
    let field = seal::CLIENT_FIELD.to_owned();
    assert_eq!(sign(&changed, &key, &provider), Err(SealError::ExistingSignatureNotIntact { field }));
    let overlaid = crate::altered::overlay(once());
    assert_eq!(sign(&overlaid, &key, &provider), Err(SealError::ChangedAfterSigning));
    let padded = [once(), b"\n"].concat();
    assert_eq!(sign(&padded, &key, &provider), Err(SealError::ChangedAfterSigning));
}

#[test]
fn the_findings_serialise_with_the_promised_names() {
    let found = look(twice());
    let words = serde_json::to_value(&found).unwrap();
    assert_eq!(words["verdict"], "countersigned");
    assert_eq!(words["changedAfterSigning"], "signatureOnly");
    let first = &words["signatures"][0];
    assert_eq!(first["party"], "client");
    for key in
        ["signer", "signedAt", "timestamp", "coversWholeRevision", "intact", "trusted", "certificateExpired"]
    {
        assert!(first.get(key).is_some(), "{key}");
    }
}
