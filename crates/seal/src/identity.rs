//! A private key with its certificate, as a PKCS#12 file holds them.

use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as P12Error;
use pkcs8::DecodePrivateKey;
use rsa::traits::PublicKeyParts;
use sha2::Sha256;
use spki::EncodePublicKey;
use x509_cert::ext::pkix::KeyUsage;

use crate::algorithm::{DigestAlgorithm, is_guomi};
use crate::certificate::Certificate;
use crate::error::SealError;

/// Shortest RSA key that this program signs with, in bits.
const MIN_RSA_BITS: usize = 2048;

/// A private key that can sign, its certificate, and the certificates above it. The key leaves memory when this is
/// dropped.
pub struct Identity {
    pub(crate) key: SigningKey,
    /// The key's own certificate first, then its issuer, and so on as far as the file goes.
    pub(crate) chain: Vec<Certificate>,
}

pub(crate) enum SigningKey {
    Rsa(Box<rsa::pkcs1v15::SigningKey<Sha256>>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
}

impl SigningKey {
    /// The digest this key signs with: P-384 wants SHA-384, the others take SHA-256.
    pub fn digest(&self) -> DigestAlgorithm {
        match self {
            SigningKey::P384(_) => DigestAlgorithm::Sha384,
            SigningKey::Rsa(_) | SigningKey::P256(_) => DigestAlgorithm::Sha256,
        }
    }

    fn public_key_der(&self) -> Option<Vec<u8>> {
        use signature::Keypair;
        let document = match self {
            SigningKey::Rsa(key) => key.verifying_key().to_public_key_der(),
            SigningKey::P256(key) => key.verifying_key().to_public_key_der(),
            SigningKey::P384(key) => key.verifying_key().to_public_key_der(),
        };
        document.ok().map(|document| document.as_bytes().to_vec())
    }

    fn from_pkcs8(der: &[u8], oid: &str) -> Result<SigningKey, SealError> {
        if let Ok(key) = rsa::RsaPrivateKey::from_pkcs8_der(der) {
            let bits = key.n().bits();
            if bits < MIN_RSA_BITS {
                return Err(SealError::UnsupportedKey { algorithm: format!("RSA {bits}") });
            }
            return Ok(SigningKey::Rsa(Box::new(rsa::pkcs1v15::SigningKey::new(key))));
        }
        if let Ok(key) = p256::ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(SigningKey::P256(key));
        }
        if let Ok(key) = p384::ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(SigningKey::P384(key));
        }
        // The curve stands in the key's parameters, so SM2 is looked for in the whole of it.
        let guomi = is_guomi(oid) || der.windows(5).any(|window| window == crate::algorithm::GUOMI_ARC_DER);
        let algorithm = match oid {
            _ if guomi => "SM2".to_owned(),
            "1.2.840.113549.1.1.1" => "RSA".to_owned(),
            "1.2.840.10045.2.1" => "EC".to_owned(),
            "1.3.101.112" => "Ed25519".to_owned(),
            other => other.to_owned(),
        };
        Err(SealError::UnsupportedKey { algorithm })
    }
}

impl Identity {
    /// Opens a PKCS#12 file (`.p12`, `.pfx`), of OpenSSL 3 (AES) or of older programs (3DES, RC2-40).
    ///
    /// # Errors
    /// [`SealError::NotPkcs12`], [`SealError::WrongPassword`], [`SealError::UnsupportedProtection`],
    /// [`SealError::NoPrivateKey`], [`SealError::UnsupportedKey`], [`SealError::NoCertificateForKey`],
    /// [`SealError::KeyNotForSigning`].
    pub fn from_p12(bytes: &[u8], password: &str) -> Result<Identity, SealError> {
        let archive = Pkcs12Archive::from_pkcs12(bytes, password).map_err(refusal)?;
        let certificates: Vec<Certificate> =
            archive.certs.iter().filter_map(|bag| Certificate::from_der(bag.cert.as_der()).ok()).collect();
        let mut refused = SealError::NoPrivateKey;
        for bag in &archive.keys {
            let key = match SigningKey::from_pkcs8(bag.key.as_der(), &bag.key.oid().to_string()) {
                Ok(key) => key,
                Err(error) => {
                    refused = error;
                    continue;
                }
            };
            // Matched by the key itself: the local key ids that should link the two are often missing.
            let public = key.public_key_der();
            let Some(leaf) = certificates.iter().find(|c| Some(c.public_key_der()) == public) else {
                refused = SealError::NoCertificateForKey;
                continue;
            };
            if !allows_signing(leaf) {
                refused = SealError::KeyNotForSigning;
                continue;
            }
            return Ok(Identity { key, chain: chain_from(leaf, &certificates) });
        }
        Err(refused)
    }

    /// The key's own certificate.
    pub fn certificate(&self) -> &Certificate {
        self.chain.first().expect("an identity is only made with its certificate")
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("certificate", &self.certificate().subject()).finish_non_exhaustive()
    }
}

/// Where the certificate's key usage, if it has one, allows signing documents.
pub(crate) fn allows_signing(certificate: &Certificate) -> bool {
    match certificate.parsed().tbs_certificate.get::<KeyUsage>() {
        Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
        Ok(None) => true,
        Err(_) => false,
    }
}

/// The certificate and those above it, each once; the file's order does not matter.
fn chain_from(leaf: &Certificate, pool: &[Certificate]) -> Vec<Certificate> {
    let mut chain = vec![leaf.clone()];
    loop {
        let last = &chain[chain.len() - 1];
        if last.is_self_issued() {
            return chain;
        }
        let issuer = &last.parsed().tbs_certificate.issuer;
        let next = pool.iter().find(|c| c.parsed().tbs_certificate.subject == *issuer && !chain.contains(c));
        let Some(next) = next else { return chain };
        chain.push(next.clone());
    }
}

fn refusal(error: P12Error) -> SealError {
    match error {
        P12Error::MacError(_) | P12Error::UnpadError | P12Error::Pkcs5Error(_) => SealError::WrongPassword,
        P12Error::UnsupportedEncryptionScheme
        | P12Error::UnsupportedMacAlgorithm
        | P12Error::UnsupportedCertificateType => SealError::UnsupportedProtection,
        P12Error::InvalidPrivateKey => SealError::NoPrivateKey,
        _ => SealError::NotPkcs12,
    }
}
