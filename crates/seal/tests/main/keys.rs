//! Keys and certificates of every kind, made once per run by the `openssl` program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use seal::{Certificate, Identity, NewKey, SealError, new_key};

pub const PASSWORD: &str = "密码 pass";

pub fn now() -> DateTime<Utc> {
    static NOW: OnceLock<DateTime<Utc>> = OnceLock::new();
    // After the certificates below were made, and the same all through the run.
    *NOW.get_or_init(|| {
        folder();
        Utc::now().trunc_subsecs(0) + TimeDelta::seconds(1)
    })
}

pub fn run(program: &str, folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).current_dir(folder).output().expect(program);
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {words}");
    output.stdout
}

/// The folder with `NAME.key`, `NAME.pem` and `NAME.p12` for each of the names below.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("seal-keys");
        std::fs::create_dir_all(&folder).unwrap();
        // Another run of the tests at the same time waits for its turn; the lock ends with the process.
        let turn = std::fs::File::create(folder.join("lock")).unwrap();
        turn.lock().unwrap();
        std::mem::forget(turn);
        let usage = "keyUsage=critical,digitalSignature,nonRepudiation";
        let p256: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
        let p384: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
        let p521: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-521"];
        let rsa: &[&str] = &["RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
        let weak: &[&str] = &["RSA", "-pkeyopt", "rsa_keygen_bits:1024"];
        let sm2: &[&str] = &["SM2"];
        for (name, kind, extension) in [
            ("rsa", rsa, usage),
            ("p256", p256, usage),
            ("p384", p384, usage),
            ("p521", p521, usage),
            ("weak", weak, usage),
            ("sm2", sm2, usage),
            ("encipher", p256, "keyUsage=critical,keyAgreement"),
            ("root", p256, "keyUsage=critical,keyCertSign"),
            ("strange", p256, "keyUsage=critical,keyCertSign"),
        ] {
            let (key, pem) = (format!("{name}.key"), format!("{name}.pem"));
            let subject = format!("/C=CN/O=四川全通/CN=张三 {name}");
            let authority = if extension.contains("keyCertSign") { "TRUE" } else { "FALSE" };
            let basic = format!("basicConstraints=critical,CA:{authority}");
            run("openssl", &folder, &[&["genpkey", "-out", &key, "-algorithm"], kind].concat());
            let digest = if name == "sm2" { "-sm3" } else { "-sha256" };
            let mut arguments =
                vec!["req", "-x509", "-new", "-utf8", "-days", "3650", "-key", &key, "-out", &pem];
            arguments.extend([digest, "-subj", &subject, "-addext", extension, "-addext", &basic]);
            run("openssl", &folder, &arguments);
        }
        for (name, issuer, extensions) in [
            (
                "middle",
                "root",
                "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n",
            ),
            (
                "leaf",
                "middle",
                "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n",
            ),
            // An authority below one that may have none below it.
            ("deep", "middle", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"),
            ("below", "deep", "keyUsage=critical,digitalSignature\n"),
            // Issued by someone who is no authority.
            ("forged", "leaf", "keyUsage=critical,digitalSignature\n"),
            ("server", "middle", "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"),
            ("critical", "middle", "keyUsage=digitalSignature\n1.2.3.4=critical,ASN1:NULL\n"),
        ] {
            let [key, request, pem, extension_file] =
                ["key", "csr", "pem", "ext"].map(|end| format!("{name}.{end}"));
            std::fs::write(folder.join(&extension_file), extensions).unwrap();
            let subject = format!("/CN={name}");
            let curve = "ec_paramgen_curve:P-256";
            run(
                "openssl",
                &folder,
                &[
                    "req", "-new", "-nodes", "-newkey", "ec", "-pkeyopt", curve, "-keyout", &key, "-out",
                    &request, "-subj", &subject,
                ],
            );
            let [issuer_pem, issuer_key] = ["pem", "key"].map(|end| format!("{issuer}.{end}"));
            run(
                "openssl",
                &folder,
                &[
                    "x509",
                    "-req",
                    "-in",
                    &request,
                    "-CA",
                    &issuer_pem,
                    "-CAkey",
                    &issuer_key,
                    "-CAcreateserial",
                    "-days",
                    "1000",
                    "-extfile",
                    &extension_file,
                    "-out",
                    &pem,
                ],
            );
        }
        for name in ["rsa", "p256", "p384", "p521", "weak", "sm2", "encipher"] {
            pack(&folder, name, name, &[], None);
        }
        pack(&folder, "rsa-legacy", "rsa", &["-legacy"], None);
        pack(&folder, "p256-legacy", "p256", &["-legacy"], None);
        pack(&folder, "p256-plain", "p256", &["-keypbe", "NONE", "-certpbe", "NONE"], None);
        std::fs::write(
            folder.join("chain.pem"),
            [read("middle.pem", &folder), read("root.pem", &folder)].concat(),
        )
        .unwrap();
        for name in ["leaf", "forged", "server", "critical"] {
            let above: Vec<u8> =
                ["leaf.pem", "middle.pem", "root.pem"].iter().flat_map(|f| read(f, &folder)).collect();
            std::fs::write(folder.join("above.pem"), above).unwrap();
            pack(&folder, name, name, &[], Some("above.pem"));
        }
        let above: Vec<u8> =
            ["deep.pem", "middle.pem", "root.pem"].iter().flat_map(|f| read(f, &folder)).collect();
        std::fs::write(folder.join("above-below.pem"), above).unwrap();
        pack(&folder, "below", "below", &[], Some("above-below.pem"));
        let password = format!("pass:{PASSWORD}");
        run(
            "openssl",
            &folder,
            &["pkcs12", "-export", "-nokeys", "-in", "root.pem", "-out", "nokey.p12", "-passout", &password],
        );
        folder
    })
}

fn pack(folder: &Path, file: &str, name: &str, options: &[&str], above: Option<&str>) {
    let [key, pem] = ["key", "pem"].map(|end| format!("{name}.{end}"));
    let (out, password) = (format!("{file}.p12"), format!("pass:{PASSWORD}"));
    let mut arguments =
        vec!["pkcs12", "-export", "-inkey", &key, "-in", &pem, "-out", &out, "-passout", &password];
    arguments.extend(options);
    if let Some(above) = above {
        arguments.extend(["-certfile", above]);
    }
    run("openssl", folder, &arguments);
}

fn read(file: &str, folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join(file)).expect(file)
}

pub fn file(name: &str) -> Vec<u8> {
    read(name, folder())
}

pub fn certificate(name: &str) -> Certificate {
    Certificate::parse(&file(&format!("{name}.pem"))).unwrap().remove(0)
}

pub fn try_identity(name: &str) -> Result<Identity, SealError> {
    Identity::from_p12(&file(&format!("{name}.p12")), PASSWORD)
}

pub fn identity(name: &str) -> Identity {
    try_identity(name).unwrap()
}

#[test]
fn opens_key_files_of_new_and_old_programs() {
    for (name, algorithm) in [
        ("rsa", "RSA 2048"),
        ("rsa-legacy", "RSA 2048"),
        ("p256", "EC P-256"),
        ("p256-legacy", "EC P-256"),
        ("p256-plain", "EC P-256"),
        ("p384", "EC P-384"),
        ("leaf", "EC P-256"),
    ] {
        let identity = try_identity(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(identity.certificate().algorithm(), algorithm, "{name}");
    }
    assert_eq!(identity("rsa").certificate().common_name(), "张三 rsa");
}

#[test]
fn tells_apart_why_a_key_file_is_refused() {
    let wrong = Identity::from_p12(&file("rsa.p12"), "wrong").unwrap_err();
    assert_eq!(wrong, SealError::WrongPassword);
    assert_eq!(Identity::from_p12(&file("p256-legacy.p12"), "").unwrap_err(), SealError::WrongPassword);
    assert_eq!(Identity::from_p12(b"not a key file", PASSWORD).unwrap_err(), SealError::NotPkcs12);
    assert_eq!(Identity::from_p12(&file("rsa.pem"), PASSWORD).unwrap_err(), SealError::NotPkcs12);
    assert_eq!(Identity::from_p12(&[], PASSWORD).unwrap_err(), SealError::NotPkcs12);
    assert_eq!(try_identity("nokey").unwrap_err(), SealError::NoPrivateKey);
    assert_eq!(try_identity("encipher").unwrap_err(), SealError::KeyNotForSigning);
    for (name, algorithm) in [("weak", "RSA 1024"), ("sm2", "SM2"), ("p521", "EC")] {
        assert_eq!(
            try_identity(name).unwrap_err(),
            SealError::UnsupportedKey { algorithm: algorithm.into() }
        );
    }
}

#[test]
fn no_damage_to_a_key_file_is_a_panic() {
    let good = file("p256.p12");
    for at in (0..good.len()).step_by(17) {
        let mut bad = good.clone();
        bad[at] ^= 0x41;
        let _ = Identity::from_p12(&bad, PASSWORD);
        let _ = Identity::from_p12(&good[..at], PASSWORD);
    }
}

#[test]
fn reads_certificates_in_pem_and_der() {
    let both = [file("root.pem"), b"some words between\r\n".to_vec(), file("rsa.pem")].concat();
    let windows = String::from_utf8(both.clone()).unwrap().replace('\n', "\r\n");
    for bytes in [both, windows.into_bytes()] {
        let found = Certificate::parse(&bytes).unwrap();
        assert_eq!(found.iter().map(Certificate::common_name).collect::<Vec<_>>(), ["张三 root", "张三 rsa"]);
    }
    let rsa = certificate("rsa");
    assert_eq!(Certificate::parse(rsa.to_der()).unwrap(), std::slice::from_ref(&rsa));
    assert_eq!(Certificate::parse(rsa.to_pem().as_bytes()).unwrap(), std::slice::from_ref(&rsa));
    assert_eq!(rsa.subject(), "CN=张三 rsa,O=四川全通,C=CN");
    let words =
        run("openssl", folder(), &["x509", "-in", "rsa.pem", "-noout", "-fingerprint", "-sha256", "-serial"]);
    let words = String::from_utf8(words).unwrap().replace(':', "").to_lowercase();
    assert!(words.contains(&rsa.fingerprint()) && words.contains(&rsa.serial_hex()), "{words}");
    for bad in [b"".as_slice(), b"0", b"0\x82", b"-----BEGIN CERTIFICATE-----\nAAAA", &file("rsa.key")] {
        assert_eq!(Certificate::parse(bad), Err(SealError::NotCertificate));
    }
}

pub fn fresh(common_name: &str, not_before: DateTime<Utc>) -> seal::KeyFile {
    let organisation = "中国移动通信集团四川有限公司";
    let request = NewKey {
        common_name,
        organisation,
        organisational_unit: "甲方",
        not_before,
        years: 3,
        password: PASSWORD,
    };
    new_key(&request).unwrap()
}

#[test]
fn makes_a_key_that_openssl_reads() {
    let start = now();
    let made = fresh("李四", start);
    assert_eq!(made.certificate.subject(), "CN=李四,OU=甲方,O=中国移动通信集团四川有限公司,C=CN");
    assert_eq!(made.certificate.not_before(), start);
    assert!(made.certificate.not_after() > start + TimeDelta::days(3 * 365 - 1));
    assert_ne!(made.certificate.fingerprint(), fresh("李四", start).certificate.fingerprint());
    let again = Identity::from_p12(&made.p12, PASSWORD).unwrap();
    assert_eq!(*again.certificate(), made.certificate);

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("made.p12"), &made.p12).unwrap();
    let password = format!("pass:{PASSWORD}");
    run(
        "openssl",
        folder.path(),
        &["pkcs12", "-in", "made.p12", "-passin", &password, "-nodes", "-out", "made.pem"],
    );
    let text = run(
        "openssl",
        folder.path(),
        &["x509", "-in", "made.pem", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"],
    );
    let text = String::from_utf8(text).unwrap();
    for words in
        ["CN=李四", "CA:FALSE", "Digital Signature, Non Repudiation", "prime256v1", "ecdsa-with-SHA256"]
    {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    let utf8_string = [&[0x0c, 6], "李四".as_bytes()].concat();
    assert!(made.certificate.to_der().windows(8).any(|window| window == utf8_string));
}

#[test]
fn refuses_a_key_without_a_usable_name_or_life() {
    let good = NewKey {
        common_name: "李四",
        organisation: "",
        organisational_unit: "",
        not_before: now(),
        years: 3,
        password: PASSWORD,
    };
    let long = "长".repeat(65);
    for common_name in ["", "  ", "a\nb", &long] {
        assert_eq!(new_key(&NewKey { common_name, ..good }).err(), Some(SealError::UnusableName));
    }
    for years in [0, 31, u32::MAX] {
        assert_eq!(new_key(&NewKey { years, ..good }).err(), Some(SealError::UnusableYears { years }));
    }
    let not_before = "2040-01-01T00:00:00Z".parse().unwrap();
    let late = new_key(&NewKey { years: 20, not_before, ..good }).unwrap().certificate;
    assert_eq!(late.not_after().to_rfc3339(), "2060-01-01T00:00:00+00:00");
}
