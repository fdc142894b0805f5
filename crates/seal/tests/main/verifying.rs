//! Signatures of other programs, put into the place that our own signature left: algorithms we judge, and those we do not.

use domain::organisation::Party;
use lopdf::Document;
use seal::{SignatureProblem, SignatureReport, Unverifiable, Verdict};

use crate::keys::{PASSWORD, folder, run};
use crate::signing::{look, once, signed_by};

/// A signature by `openssl cms` over the bytes that the only signature of `pdf` covers, in its stead.
fn replaced(pdf: &[u8], key: &str, options: &[&str]) -> Vec<u8> {
    let work = tempfile::tempdir().unwrap();
    let place = |name: &str| folder().join(name).to_string_lossy().into_owned();
    let (pem, key) = (place(&format!("{key}.pem")), place(&format!("{key}.key")));
    let (open, close) = gap(pdf);
    // A document inside its own signature would not fit into it.
    let inside = options.contains(&"-nodetach");
    let covered = if inside { b"inside".to_vec() } else { [&pdf[..open], &pdf[close..]].concat() };
    std::fs::write(work.path().join("covered"), covered).unwrap();
    let mut arguments =
        vec!["cms", "-sign", "-binary", "-nosmimecap", "-in", "covered", "-outform", "DER", "-out", "cms"];
    arguments.extend(["-signer", &pem, "-inkey", &key]);
    arguments.extend(options);
    run("openssl", work.path(), &arguments);
    filled(pdf, &std::fs::read(work.path().join("cms")).unwrap())
}

/// The same by a key file.
pub fn resigned(pdf: &[u8], p12: &[u8]) -> Vec<u8> {
    let work = tempfile::tempdir().unwrap();
    std::fs::write(work.path().join("key.p12"), p12).unwrap();
    let password = format!("pass:{PASSWORD}");
    run(
        "openssl",
        work.path(),
        &["pkcs12", "-in", "key.p12", "-passin", &password, "-nodes", "-out", "key.pem"],
    );
    let (open, close) = gap(pdf);
    std::fs::write(work.path().join("covered"), [&pdf[..open], &pdf[close..]].concat()).unwrap();
    run(
        "openssl",
        work.path(),
        &[
            "cms",
            "-sign",
            "-binary",
            "-nosmimecap",
            "-cades",
            "-md",
            "sha256",
            "-in",
            "covered",
            "-outform",
            "DER",
            "-out",
            "cms",
            "-signer",
            "key.pem",
            "-inkey",
            "key.pem",
        ],
    );
    filled(pdf, &std::fs::read(work.path().join("cms")).unwrap())
}

fn gap(pdf: &[u8]) -> (usize, usize) {
    let open = pdf.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    (open, open + pdf[open..].iter().position(|&byte| byte == b'>').unwrap() + 1)
}

fn filled(pdf: &[u8], cms: &[u8]) -> Vec<u8> {
    let (open, close) = gap(pdf);
    let digits = hex::encode(cms);
    assert!(digits.len() <= close - open - 2, "no room");
    let padded = format!("{digits:0<width$}", width = close - open - 2);
    [&pdf[..=open], padded.as_bytes(), &pdf[close - 1..]].concat()
}

fn judged(pdf: &[u8]) -> (Verdict, SignatureReport) {
    let mut found = look(pdf);
    (found.verdict, found.signatures.remove(0))
}

#[test]
fn judges_the_algorithms_it_knows() {
    for (key, options) in [
        ("rsa", &["-md", "sha256"][..]),
        ("rsa", &["-md", "sha384"]),
        ("rsa", &["-md", "sha512"]),
        ("rsa", &["-md", "sha256", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:32"]),
        ("rsa", &["-md", "sha512", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:-3"]),
        ("rsa", &["-md", "sha256", "-keyid"]),
        ("p256", &["-md", "sha256"]),
        ("p256", &["-md", "sha384"]),
        ("p256", &["-md", "sha512", "-keyid"]),
        ("p384", &["-md", "sha256"]),
        ("p384", &["-md", "sha384"]),
    ] {
        let options = [options, &["-cades"]].concat();
        let good = replaced(once(), key, &options);
        let (verdict, signature) = judged(&good);
        assert_eq!(
            (verdict, signature.intact),
            (Verdict::SignedByOne, true),
            "{key} {options:?}: {signature:#?}"
        );
        assert_eq!(signature.common_name, format!("张三 {key}"));
        assert!(signature.signing_time_attribute.is_some());

        let mut changed = good;
        changed[400] ^= 1;
        let (verdict, signature) = judged(&changed);
        assert_eq!((verdict, signature.intact), (Verdict::Altered, false), "{key} {options:?}");
    }
}

#[test]
fn what_it_cannot_judge_is_unverifiable_and_never_altered() {
    for (key, options, words) in
        [("rsa", &["-md", "sha1"][..], "SHA-1"), ("p521", &["-md", "sha512"], "EC P-521")]
    {
        let options = [options, &["-cades"]].concat();
        let (verdict, signature) = judged(&replaced(once(), key, &options));
        assert_eq!(verdict, Verdict::Unverifiable, "{key}: {signature:#?}");
        assert_eq!((signature.intact, signature.problem), (false, None));
        let expected = Unverifiable::UnknownAlgorithm { algorithm: words.into() };
        assert_eq!(signature.unverifiable, Some(expected));
    }
}

#[test]
fn chinese_signatures_are_told_by_their_numbers() {
    // SM2 with SM3 in the place of ECDSA with SHA-256: numbers of equal length, the last one being the signer's.
    let ours = signed_by(&crate::paper::report(), "p256", Party::Client);
    let (open, close) = gap(&ours);
    let mut cms = hex::decode(&ours[open + 1..close - 1]).unwrap();
    let ecdsa = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
    let sm2 = [0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x83, 0x75];
    let at = cms.windows(10).rposition(|window| window == ecdsa).unwrap();
    cms[at..at + 10].copy_from_slice(&sm2);
    let guomi = Some(Unverifiable::Guomi { algorithm: "SM2".into() });
    let (verdict, signature) = judged(&filled(&ours, &cms));
    assert_eq!((verdict, &signature.unverifiable, signature.problem), (Verdict::Unverifiable, &guomi, None));

    // A Chinese electronic seal (GB/T 38540) is no CMS at all; what shows it is the number.
    let mut seal = vec![0x30, 0x0c];
    seal.extend(&sm2);
    seal.extend([0x05, 0x00]);
    let (verdict, signature) = judged(&filled(&ours, &seal));
    assert_eq!((verdict, &signature.unverifiable, signature.problem), (Verdict::Unverifiable, &guomi, None));

    // Bytes added to such a document are a change all the same.
    let (verdict, _) = judged(&[filled(&ours, &seal).as_slice(), b"\n"].concat());
    assert_eq!(verdict, Verdict::Altered);
    assert!(
        seal::sign(
            &filled(&ours, &seal),
            &crate::keys::identity("rsa"),
            &crate::signing::request(Party::Provider)
        )
        .is_err()
    );
}

#[test]
fn a_signature_must_be_one_detached_signature_that_names_its_certificate() {
    use SignatureProblem::{CertificateMissing, CertificateReplaced, Unreadable};
    for (options, problem, verdict) in [
        (&["-md", "sha256"][..], CertificateReplaced, Verdict::Altered), // names no certificate inside
        (&["-md", "sha256", "-cades", "-nocerts"], CertificateMissing, Verdict::Altered),
        (&["-md", "sha256", "-cades", "-nodetach"], Unreadable, Verdict::Invalid),
        (&["-md", "sha256", "-noattr"], Unreadable, Verdict::Invalid),
    ] {
        let (found, signature) = judged(&replaced(once(), "rsa", options));
        assert_eq!((found, signature.problem), (verdict, Some(problem)), "{options:?}");
    }
    let (verdict, signature) = judged(&filled(once(), b"no signature"));
    assert_eq!((verdict, signature.problem), (Verdict::Invalid, Some(Unreadable)));
}

#[test]
fn the_signed_file_is_read_by_lopdf_as_written() {
    let doc = Document::load_mem(once()).unwrap();
    let dict = doc.objects.values().find_map(|o| o.as_dict().ok().filter(|d| d.has(b"ByteRange"))).unwrap();
    assert_eq!(dict.get(b"SubFilter").unwrap().as_name().unwrap(), b"ETSI.CAdES.detached");
    assert!(dict.get(b"M").unwrap().as_str().unwrap().ends_with(b"+08'00'"));
}
