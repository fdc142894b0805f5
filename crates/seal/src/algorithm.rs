//! Which digests and signature algorithms this program can judge, and how the others are named.

use const_oid::ObjectIdentifier;
use der::asn1::AnyRef;
use der::{Decode, Encode};
use rsa::pkcs1::RsaPssParams;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256, Sha384, Sha512};
use signature::Verifier;
use signature::hazmat::PrehashVerifier;
use spki::{AlgorithmIdentifierOwned, DecodePublicKey, SubjectPublicKeyInfoOwned};

/// Arc of the Chinese commercial algorithms (SM2, SM3, SM4).
pub(crate) const GUOMI_ARC: &str = "1.2.156.10197";
/// The same arc as it stands in DER, for structures this program cannot parse.
pub(crate) const GUOMI_ARC_DER: [u8; 5] = [0x2a, 0x81, 0x1c, 0xcf, 0x55];

const RSA: &str = "1.2.840.113549.1.1.1";
const RSA_PSS: &str = "1.2.840.113549.1.1.10";
const MGF1: &str = "1.2.840.113549.1.1.8";
const EC: &str = "1.2.840.10045.2.1";
const P256: &str = "1.2.840.10045.3.1.7";
const P384: &str = "1.3.132.0.34";

/// A digest that this program computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DigestAlgorithm {
    Sha256,
    Sha384,
    Sha512,
}

impl DigestAlgorithm {
    pub const fn oid(self) -> ObjectIdentifier {
        ObjectIdentifier::new_unwrap(match self {
            DigestAlgorithm::Sha256 => "2.16.840.1.101.3.4.2.1",
            DigestAlgorithm::Sha384 => "2.16.840.1.101.3.4.2.2",
            DigestAlgorithm::Sha512 => "2.16.840.1.101.3.4.2.3",
        })
    }

    pub fn from_oid(oid: &ObjectIdentifier) -> Option<DigestAlgorithm> {
        [DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512]
            .into_iter()
            .find(|digest| digest.oid() == *oid)
    }

    /// The digest of the parts one after the other.
    pub fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            parts.iter().for_each(|part| digest.update(part));
            digest.finalize().to_vec()
        }
        match self {
            DigestAlgorithm::Sha256 => run::<Sha256>(parts),
            DigestAlgorithm::Sha384 => run::<Sha384>(parts),
            DigestAlgorithm::Sha512 => run::<Sha512>(parts),
        }
    }
}

/// What came of checking one signature value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Valid,
    Wrong,
    /// The algorithm is none that this program judges; its name in words.
    Unknown(String),
}

/// Checks `signature` over `message` by `key`. `digest` is the digest named beside the signature, for algorithms that
/// leave it open (`rsaEncryption`).
pub(crate) fn verify(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<&ObjectIdentifier>,
    message: &[u8],
    signature: &[u8],
) -> Outcome {
    let oid = algorithm.oid.to_string();
    let Ok(key_der) = key.to_der() else { return Outcome::Wrong };
    let digest = match oid.as_str() {
        "1.2.840.113549.1.1.11" | "1.2.840.10045.4.3.2" => DigestAlgorithm::Sha256,
        "1.2.840.113549.1.1.12" | "1.2.840.10045.4.3.3" => DigestAlgorithm::Sha384,
        "1.2.840.113549.1.1.13" | "1.2.840.10045.4.3.4" => DigestAlgorithm::Sha512,
        RSA => match digest.map(|oid| (oid, DigestAlgorithm::from_oid(oid))) {
            Some((_, Some(known))) => known,
            Some((oid, None)) => return Outcome::Unknown(digest_words(oid)),
            None => return Outcome::Wrong,
        },
        RSA_PSS => return verify_pss(&key_der, algorithm, message, signature),
        _ => return Outcome::Unknown(signature_words(&algorithm.oid)),
    };
    let valid = if oid.starts_with("1.2.840.113549.1.1.") {
        verify_pkcs1(&key_der, digest, message, signature)
    } else {
        match curve_of(key).as_deref() {
            Some(P256) => p256::ecdsa::VerifyingKey::from_public_key_der(&key_der).is_ok_and(|key| {
                p256::ecdsa::Signature::from_der(signature)
                    .is_ok_and(|sig| key.verify_prehash(&digest.of(&[message]), &sig).is_ok())
            }),
            Some(P384) => p384::ecdsa::VerifyingKey::from_public_key_der(&key_der).is_ok_and(|key| {
                p384::ecdsa::Signature::from_der(signature)
                    .is_ok_and(|sig| key.verify_prehash(&digest.of(&[message]), &sig).is_ok())
            }),
            _ => return Outcome::Unknown(key_words(key)),
        }
    };
    if valid { Outcome::Valid } else { Outcome::Wrong }
}

fn verify_pkcs1(key_der: &[u8], digest: DigestAlgorithm, message: &[u8], signature: &[u8]) -> bool {
    use rsa::pkcs1v15::{Signature, VerifyingKey};
    let Ok(key) = rsa::RsaPublicKey::from_public_key_der(key_der) else { return false };
    let Ok(signature) = Signature::try_from(signature) else { return false };
    match digest {
        DigestAlgorithm::Sha256 => VerifyingKey::<Sha256>::new(key).verify(message, &signature).is_ok(),
        DigestAlgorithm::Sha384 => VerifyingKey::<Sha384>::new(key).verify(message, &signature).is_ok(),
        DigestAlgorithm::Sha512 => VerifyingKey::<Sha512>::new(key).verify(message, &signature).is_ok(),
    }
}

fn verify_pss(
    key_der: &[u8],
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> Outcome {
    use rsa::pss::{Signature, VerifyingKey};
    let words = || "RSA-PSS".to_owned();
    let Some(parameters) = algorithm.parameters.as_ref().and_then(|any| any.to_der().ok()) else {
        return Outcome::Unknown(words());
    };
    let Ok(parameters) = RsaPssParams::from_der(&parameters) else { return Outcome::Unknown(words()) };
    let mask_digest: Option<ObjectIdentifier> = parameters.mask_gen.parameters.map(|inner| inner.oid);
    let Some(digest) = DigestAlgorithm::from_oid(&parameters.hash.oid) else {
        return Outcome::Unknown(format!("RSA-PSS, {}", digest_words(&parameters.hash.oid)));
    };
    if parameters.mask_gen.oid.to_string() != MGF1 || mask_digest != Some(digest.oid()) {
        return Outcome::Unknown(words());
    }
    let salt = usize::from(parameters.salt_len);
    let Ok(key) = rsa::RsaPublicKey::from_public_key_der(key_der) else { return Outcome::Unknown(words()) };
    let Ok(signature) = Signature::try_from(signature) else { return Outcome::Wrong };
    // The library subtracts the salt's length from the key's: a length that cannot fit is wrong before it is tried.
    if salt > key.size() {
        return Outcome::Wrong;
    }
    let valid = match digest {
        DigestAlgorithm::Sha256 => {
            VerifyingKey::<Sha256>::new_with_salt_len(key, salt).verify(message, &signature).is_ok()
        }
        DigestAlgorithm::Sha384 => {
            VerifyingKey::<Sha384>::new_with_salt_len(key, salt).verify(message, &signature).is_ok()
        }
        DigestAlgorithm::Sha512 => {
            VerifyingKey::<Sha512>::new_with_salt_len(key, salt).verify(message, &signature).is_ok()
        }
    };
    if valid { Outcome::Valid } else { Outcome::Wrong }
}

fn curve_of(key: &SubjectPublicKeyInfoOwned) -> Option<String> {
    let parameters = key.algorithm.parameters.as_ref()?;
    let oid = ObjectIdentifier::try_from(AnyRef::from(parameters)).ok()?;
    (key.algorithm.oid.to_string() == EC).then(|| oid.to_string())
}

/// A public key's kind and size in words: `RSA 2048`, `EC P-256`, `SM2`, or the algorithm's number.
pub(crate) fn key_words(key: &SubjectPublicKeyInfoOwned) -> String {
    let oid = key.algorithm.oid.to_string();
    match (oid.as_str(), curve_of(key).as_deref()) {
        (RSA, _) => {
            let bits =
                rsa::pkcs1::RsaPublicKey::from_der(key.subject_public_key.raw_bytes()).ok().map(|key| {
                    let modulus = key.modulus.as_bytes();
                    modulus.len() * 8 - modulus.first().map_or(0, |byte| byte.leading_zeros() as usize)
                });
            bits.map_or_else(|| "RSA".to_owned(), |bits| format!("RSA {bits}"))
        }
        (EC, Some(P256)) => "EC P-256".to_owned(),
        (EC, Some(P384)) => "EC P-384".to_owned(),
        (EC, Some("1.3.132.0.35")) => "EC P-521".to_owned(),
        (EC, Some(curve)) if is_guomi(curve) => "SM2".to_owned(),
        (EC, Some(curve)) => format!("EC {curve}"),
        ("1.3.101.112", _) => "Ed25519".to_owned(),
        ("1.3.101.113", _) => "Ed448".to_owned(),
        (other, _) if is_guomi(other) => "SM2".to_owned(),
        (other, _) => other.to_owned(),
    }
}

/// A signature algorithm that is not judged, in words.
pub(crate) fn signature_words(oid: &ObjectIdentifier) -> String {
    match oid.to_string().as_str() {
        "1.2.840.113549.1.1.4" => "MD5 with RSA".to_owned(),
        "1.2.840.113549.1.1.5" => "SHA-1 with RSA".to_owned(),
        "1.2.840.10045.4.1" => "SHA-1 with ECDSA".to_owned(),
        "1.3.101.112" => "Ed25519".to_owned(),
        "1.3.101.113" => "Ed448".to_owned(),
        other if is_guomi(other) => "SM2".to_owned(),
        other => other.to_owned(),
    }
}

/// A digest that is not computed, in words.
pub(crate) fn digest_words(oid: &ObjectIdentifier) -> String {
    match oid.to_string().as_str() {
        "1.3.14.3.2.26" => "SHA-1".to_owned(),
        "1.2.840.113549.2.5" => "MD5".to_owned(),
        other if is_guomi(other) => "SM3".to_owned(),
        other => other.to_owned(),
    }
}

/// Where a dotted number lies in the arc of the Chinese commercial algorithms.
pub(crate) fn is_guomi(oid: &str) -> bool {
    oid.strip_prefix(GUOMI_ARC).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
