//! A fresh key for a party that has no certificate from an authority.

use chrono::{DateTime, Datelike, Months, Utc};
use der::Encode;
use der::asn1::{Any, GeneralizedTime, PrintableString, SetOfVec, UtcTime, Utf8StringRef};
use p12_keystore::{KeyStore, KeyStoreEntry, PrivateKey, PrivateKeyChain};
use p256::elliptic_curve::rand_core::{OsRng, RngCore};
use pkcs8::EncodePrivateKey;
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

use crate::certificate::Certificate;
use crate::error::SealError;

/// Rounds of the key derivation that protects the file: a wrong guess costs the guesser a tenth of a second.
const P12_ROUNDS: u32 = 100_000;
/// Longest name in a certificate (X.520 upper bounds), in characters.
const MAX_NAME: usize = 64;
const MAX_YEARS: u32 = 30;

/// What a new key is to say of its holder.
#[derive(Clone, Copy, Debug)]
pub struct NewKey<'a> {
    /// The person who signs (`CN`), 1–64 characters.
    pub common_name: &'a str,
    /// The company (`O`); empty leaves it out.
    pub organisation: &'a str,
    /// The department, or the party in words such as `甲方` (`OU`); empty leaves it out.
    pub organisational_unit: &'a str,
    /// First moment of validity, kept to the second.
    pub not_before: DateTime<Utc>,
    /// Years of validity, 1–30.
    pub years: u32,
    /// Password of the key file; empty is allowed, though unwise.
    pub password: &'a str,
}

/// A key file to keep secret, and the certificate to hand to the other party.
pub struct KeyFile {
    /// The PKCS#12 file (AES-256, HMAC-SHA-256).
    pub p12: Vec<u8>,
    /// The self-signed certificate in it.
    pub certificate: Certificate,
}

/// Makes a P-256 key and its self-signed certificate for signing documents (digital signature, non-repudiation; not an
/// authority). Each call makes another key.
///
/// # Errors
/// [`SealError::UnusableName`], [`SealError::UnusableYears`], [`SealError::SigningFailed`] where the system gives no
/// randomness.
pub fn new_key(request: &NewKey<'_>) -> Result<KeyFile, SealError> {
    let failed = |stage| move |_| SealError::SigningFailed { stage };
    let subject = name(request)?;
    let validity = validity(request)?;
    // Asked for first, so that a system without randomness is an error here and no panic further on.
    let mut serial = [0_u8; 16];
    OsRng.try_fill_bytes(&mut serial).map_err(|_| SealError::SigningFailed { stage: "randomness" })?;
    serial[0] = (serial[0] & 0x7f) | 0x40; // positive, and always 16 bytes long
    let serial =
        SerialNumber::new(&serial).map_err(|_| SealError::SigningFailed { stage: "serial number" })?;

    let secret = p256::SecretKey::random(&mut OsRng);
    let signer = p256::ecdsa::SigningKey::from(&secret);
    let public = SubjectPublicKeyInfoOwned::from_key(*signer.verifying_key())
        .map_err(|_| SealError::SigningFailed { stage: "public key" })?;
    let profile = Profile::Leaf {
        issuer: subject.clone(),
        enable_key_agreement: false,
        enable_key_encipherment: false,
    };
    let parsed = CertificateBuilder::new(profile, serial, validity, subject, public, &signer)
        .and_then(|builder| builder.build::<p256::ecdsa::DerSignature>())
        .map_err(|_| SealError::SigningFailed { stage: "certificate" })?;
    let certificate = Certificate::from_parsed(parsed)?;

    let pkcs8 = secret.to_pkcs8_der().map_err(|_| SealError::SigningFailed { stage: "private key" })?;
    let key = PrivateKey::from_der(pkcs8.as_bytes()).map_err(failed("private key"))?;
    let stored = p12_keystore::Certificate::from_der(certificate.to_der()).map_err(failed("key file"))?;
    let mut store = KeyStore::new();
    let key_id = &hex::decode(certificate.fingerprint()).unwrap_or_default()[..20];
    store.add_entry(
        request.common_name,
        KeyStoreEntry::PrivateKeyChain(PrivateKeyChain::new(key_id, key, [stored])),
    );
    let p12 = store
        .writer(request.password)
        .encryption_iterations(P12_ROUNDS)
        .mac_iterations(P12_ROUNDS)
        .write()
        .map_err(failed("key file"))?;
    Ok(KeyFile { p12, certificate })
}

fn name(request: &NewKey<'_>) -> Result<Name, SealError> {
    let usable = |text: &str| {
        let length = text.chars().count();
        length <= MAX_NAME && !text.chars().any(char::is_control)
    };
    let texts = [request.organisation, request.organisational_unit, request.common_name];
    if request.common_name.trim().is_empty() || !texts.iter().all(|text| usable(text)) {
        return Err(SealError::UnusableName);
    }
    let attribute = |oid: &str, value: Any| {
        let oid = const_oid::ObjectIdentifier::new(oid).map_err(|_| SealError::UnusableName)?;
        let set = SetOfVec::try_from(vec![AttributeTypeAndValue { oid, value }]);
        set.map(RelativeDistinguishedName).map_err(|_| SealError::UnusableName)
    };
    let country =
        PrintableString::new("CN").and_then(|c| Any::encode_from(&c)).map_err(|_| SealError::UnusableName)?;
    let mut parts = vec![attribute("2.5.4.6", country)?];
    for (oid, text) in [
        ("2.5.4.10", request.organisation),
        ("2.5.4.11", request.organisational_unit),
        ("2.5.4.3", request.common_name),
    ] {
        let text = text.trim();
        if !text.is_empty() {
            // UTF8String, as RFC 5280 asks of names outside ASCII.
            let value = Utf8StringRef::new(text).and_then(|text| Any::encode_from(&text));
            parts.push(attribute(oid, value.map_err(|_| SealError::UnusableName)?)?);
        }
    }
    let name = RdnSequence(parts);
    name.to_der().map_err(|_| SealError::UnusableName)?;
    Ok(name)
}

fn validity(request: &NewKey<'_>) -> Result<Validity, SealError> {
    let unusable = SealError::UnusableYears { years: request.years };
    if !(1..=MAX_YEARS).contains(&request.years) {
        return Err(unusable);
    }
    let not_after =
        request.not_before.checked_add_months(Months::new(12 * request.years)).ok_or(unusable.clone())?;
    let time = |at: DateTime<Utc>| {
        let seconds = u64::try_from(at.timestamp()).map_err(|_| unusable.clone())?;
        let since_1970 = std::time::Duration::from_secs(seconds);
        // RFC 5280 §4.1.2.5: two-digit years up to 2049, four-digit ones from 2050.
        if at.year() < 2050 {
            UtcTime::from_unix_duration(since_1970).map(Time::UtcTime).map_err(|_| unusable.clone())
        } else {
            GeneralizedTime::from_unix_duration(since_1970)
                .map(Time::GeneralTime)
                .map_err(|_| unusable.clone())
        }
    };
    Ok(Validity { not_before: time(request.not_before)?, not_after: time(not_after)? })
}
