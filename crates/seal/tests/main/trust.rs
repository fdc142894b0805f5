//! Whose certificates are trusted, registered, expired.

use chrono::{DateTime, TimeDelta, Utc};
use domain::organisation::Party;
use seal::{Certificate, Identity, Inspection, SignRequest, SignatureReport, Trust, Verdict, inspect, sign};

use crate::keys::{PASSWORD, certificate, file, fresh, identity, now};
use crate::paper::report;
use crate::signing::{once, request, twice};

fn with_roots(pdf: &[u8], roots: &[&str]) -> Inspection {
    let roots: Vec<Certificate> = roots.iter().map(|name| certificate(name)).collect();
    inspect(pdf, &Trust { roots, registered: Vec::new() }, now()).unwrap()
}

fn trusted(key: &str, roots: &[&str]) -> Option<bool> {
    let signed = sign(&report(), &identity(key), &request(Party::Client)).unwrap();
    let found = with_roots(&signed, roots);
    assert_eq!(found.verdict, Verdict::SignedByOne);
    found.signatures[0].trusted
}

#[test]
fn a_chain_must_lead_to_a_root() {
    assert_eq!(trusted("leaf", &[]), None);
    assert_eq!(trusted("leaf", &["root"]), Some(true));
    assert_eq!(trusted("leaf", &["strange", "root"]), Some(true));
    assert_eq!(trusted("leaf", &["middle"]), Some(true), "an intermediate may be the anchor");
    assert_eq!(trusted("leaf", &["strange"]), Some(false));
    assert_eq!(trusted("rsa", &["rsa"]), Some(true), "a certificate that is itself trusted");
    assert_eq!(trusted("rsa", &["root"]), Some(false));
}

#[test]
fn a_chain_obeys_the_rules_of_its_authorities() {
    for (key, why) in [
        ("forged", "issued by a certificate that is no authority"),
        ("below", "below an authority whose path length is 0"),
        ("server", "for servers only"),
        ("critical", "an unknown critical extension"),
    ] {
        assert_eq!(trusted(key, &["root"]), Some(false), "{why}");
    }
}

#[test]
fn the_registered_certificate_is_the_partys_own() {
    let registered = vec![(Party::Client, certificate("rsa")), (Party::Client, certificate("p384"))];
    let look =
        |registered| inspect(twice(), &Trust { roots: Vec::new(), registered }, now()).unwrap().signatures;
    let found = look(registered);
    assert_eq!(found.iter().map(|s| s.registered).collect::<Vec<_>>(), [Some(true), None]);
    let crossed = vec![(Party::Client, certificate("p256")), (Party::Provider, certificate("rsa"))];
    assert_eq!(look(crossed).iter().map(|s| s.registered).collect::<Vec<_>>(), [Some(false), Some(false)]);
}

/// Signed with a key of three years from `start`, looked at `later`.
fn in_time(start: DateTime<Utc>, signed_at: DateTime<Utc>, later: DateTime<Utc>) -> SignatureReport {
    let made = fresh("李四", start);
    let key = Identity::from_p12(&made.p12, PASSWORD).unwrap();
    let signed = sign(&report(), &key, &SignRequest { signed_at, ..request(Party::Client) }).unwrap();
    let trust = Trust { roots: vec![made.certificate], registered: Vec::new() };
    inspect(&signed, &trust, later).unwrap().signatures.remove(0)
}

#[test]
fn an_expired_certificate_is_told_and_the_signature_stays_good() {
    let start = now() - TimeDelta::days(5 * 365);
    let signed_at = start + TimeDelta::days(100);
    let then = in_time(start, signed_at, signed_at);
    assert!(then.intact && !then.certificate_expired && then.trusted == Some(true));
    let today = in_time(start, signed_at, now());
    assert!(today.intact && today.certificate_expired && today.trusted == Some(true));
    assert!(!today.signed_before_valid && !today.signed_after_expiry);
}

#[test]
fn a_time_outside_the_certificates_life_is_told() {
    // The program refuses to sign so; another one does not. pyHanko's command has no such scruple either, but the plainest
    // way is to exchange the signature of a file signed in time: the time stands in the dictionary.
    for (start, before, after) in
        [(now() + TimeDelta::days(10), true, false), (now() - TimeDelta::days(4 * 365), false, true)]
    {
        let made = fresh("李四", start);
        let pdf = crate::verifying::resigned(once(), &made.p12);
        let trust = Trust { roots: vec![made.certificate], registered: Vec::new() };
        let found = inspect(&pdf, &trust, now()).unwrap();
        let signature = &found.signatures[0];
        assert!(signature.intact, "{found:#?}");
        assert_eq!((signature.signed_before_valid, signature.signed_after_expiry), (before, after));
        assert_eq!(signature.certificate_expired, after);
        assert_eq!(signature.trusted, Some(false), "the chain was not valid when it was signed");
    }
}

#[test]
fn one_key_in_two_certificates_is_one_key() {
    assert_ne!(file("rsa.p12"), file("rsa-legacy.p12"));
    assert_eq!(
        identity("rsa").certificate().fingerprint(),
        identity("rsa-legacy").certificate().fingerprint()
    );
}
