//! X.509 certificates as the rest of the program sees them.

use chrono::{DateTime, Utc};
use der::{Decode, Encode, EncodePem, Tag, Tagged};
use serde::Serialize;
use sha2::{Digest, Sha256};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::Name;

use crate::algorithm::key_words;
use crate::error::SealError;

/// The time in which a certificate may be used; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Validity {
    /// First moment.
    pub not_before: DateTime<Utc>,
    /// Last moment.
    pub not_after: DateTime<Utc>,
}

/// An X.509 certificate: who holds a key, by whose word, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    parsed: x509_cert::Certificate,
    der: Vec<u8>,
}

const COMMON_NAME: &str = "2.5.4.3";
/// `O`.
const ORGANISATION: &str = "2.5.4.10";

impl Certificate {
    /// All certificates in `bytes`: one DER certificate, or one or more PEM blocks (other text between them is skipped,
    /// as are blocks of another kind).
    ///
    /// # Errors
    /// [`SealError::NotCertificate`] where there is none, or one of them cannot be read.
    pub fn parse(bytes: &[u8]) -> Result<Vec<Certificate>, SealError> {
        if bytes.first() == Some(&0x30) {
            return Certificate::from_der(bytes).map(|certificate| vec![certificate]);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| SealError::NotCertificate)?;
        let mut found = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find(PEM_BEGIN) {
            let end = rest[start..].find(PEM_END).ok_or(SealError::NotCertificate)? + start + PEM_END.len();
            // Line ends are made uniform: a certificate sent by mail may carry either kind.
            let block = rest[start..end].lines().map(str::trim).collect::<Vec<_>>().join("\n");
            let (_, der) = der::pem::decode_vec(block.as_bytes()).map_err(|_| SealError::NotCertificate)?;
            found.push(Certificate::from_der(&der)?);
            rest = &rest[end..];
        }
        if found.is_empty() { Err(SealError::NotCertificate) } else { Ok(found) }
    }

    /// One DER certificate.
    ///
    /// # Errors
    /// [`SealError::NotCertificate`].
    pub fn from_der(der: &[u8]) -> Result<Certificate, SealError> {
        let parsed = x509_cert::Certificate::from_der(der).map_err(|_| SealError::NotCertificate)?;
        Ok(Certificate { parsed, der: der.to_vec() })
    }

    pub(crate) fn from_parsed(parsed: x509_cert::Certificate) -> Result<Certificate, SealError> {
        let der = parsed.to_der().map_err(|_| SealError::NotCertificate)?;
        Ok(Certificate { parsed, der })
    }

    pub(crate) fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }

    /// The holder's distinguished name, as RFC 4514 writes it (most specific part first).
    pub fn subject(&self) -> String {
        name_words(&self.parsed.tbs_certificate.subject)
    }

    /// The issuer's distinguished name.
    pub fn issuer(&self) -> String {
        name_words(&self.parsed.tbs_certificate.issuer)
    }

    /// The holder's common name; the whole subject where it has none.
    pub fn common_name(&self) -> String {
        let subject = &self.parsed.tbs_certificate.subject;
        let mut attributes = subject.0.iter().flat_map(|rdn| rdn.0.iter());
        attributes
            .find(|attribute| attribute.oid.to_string() == COMMON_NAME)
            .and_then(attribute_text)
            .unwrap_or_else(|| self.subject())
    }

    /// The holder's company (`O`), where the subject names one.
    pub fn organisation(&self) -> Option<String> {
        let subject = &self.parsed.tbs_certificate.subject;
        let mut attributes = subject.0.iter().flat_map(|rdn| rdn.0.iter());
        attributes.find(|attribute| attribute.oid.to_string() == ORGANISATION).and_then(attribute_text)
    }

    /// The serial number in lower-case hexadecimal digits.
    pub fn serial_hex(&self) -> String {
        hex::encode(self.parsed.tbs_certificate.serial_number.as_bytes())
    }

    /// When the certificate may be used.
    pub fn validity(&self) -> Validity {
        let validity = &self.parsed.tbs_certificate.validity;
        let utc = |time: &x509_cert::time::Time| DateTime::<Utc>::from(time.to_system_time());
        Validity { not_before: utc(&validity.not_before), not_after: utc(&validity.not_after) }
    }

    /// First moment of validity.
    pub fn not_before(&self) -> DateTime<Utc> {
        self.validity().not_before
    }

    /// Last moment of validity.
    pub fn not_after(&self) -> DateTime<Utc> {
        self.validity().not_after
    }

    /// SHA-256 of the certificate's DER, in lower-case hexadecimal digits: what two people compare by telephone.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(&self.der))
    }

    /// The public key's kind and size: `RSA 2048`, `EC P-256`, `SM2`.
    pub fn algorithm(&self) -> String {
        key_words(&self.parsed.tbs_certificate.subject_public_key_info)
    }

    /// Where the issuer is the holder.
    pub fn is_self_issued(&self) -> bool {
        self.parsed.tbs_certificate.issuer == self.parsed.tbs_certificate.subject
    }

    /// The certificate as a PEM block with LF line ends.
    pub fn to_pem(&self) -> String {
        self.parsed.to_pem(der::pem::LineEnding::LF).expect("a certificate that was read can be written")
    }

    /// The certificate's DER bytes.
    pub fn to_der(&self) -> &[u8] {
        &self.der
    }

    /// DER of the public key with its algorithm: equal for two certificates of one key.
    #[must_use]
    pub fn public_key_der(&self) -> Vec<u8> {
        self.parsed.tbs_certificate.subject_public_key_info.to_der().unwrap_or_default()
    }
}

const PEM_BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const PEM_END: &str = "-----END CERTIFICATE-----";

/// A distinguished name in words. Unlike the library's own display it also reads BMPString, which Chinese authorities
/// use, and shows an unknown attribute by its number.
fn name_words(name: &Name) -> String {
    let words = |attribute: &AttributeTypeAndValue| {
        let Some(value) = attribute_text(attribute) else { return attribute.to_string() };
        let key = match attribute.oid.to_string().as_str() {
            COMMON_NAME => "CN".to_owned(),
            "2.5.4.6" => "C".to_owned(),
            "2.5.4.7" => "L".to_owned(),
            "2.5.4.8" => "ST".to_owned(),
            "2.5.4.10" => "O".to_owned(),
            "2.5.4.11" => "OU".to_owned(),
            "2.5.4.5" => "SERIALNUMBER".to_owned(),
            "1.2.840.113549.1.9.1" => "EMAIL".to_owned(),
            other => other.to_owned(),
        };
        let mut escaped = String::with_capacity(value.len());
        for (index, c) in value.chars().enumerate() {
            if matches!(c, '"' | '+' | ',' | ';' | '<' | '>' | '\\') || (c == '#' && index == 0) {
                escaped.push('\\');
            }
            if c.is_control() { escaped.push('\u{fffd}') } else { escaped.push(c) }
        }
        format!("{key}={escaped}")
    };
    let mut parts: Vec<String> =
        name.0.iter().map(|rdn| rdn.0.iter().map(words).collect::<Vec<_>>().join("+")).collect();
    parts.reverse();
    parts.join(",")
}

fn attribute_text(attribute: &AttributeTypeAndValue) -> Option<String> {
    let bytes = attribute.value.value();
    match attribute.value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String | Tag::NumericString => {
            String::from_utf8(bytes.to_vec()).ok()
        }
        Tag::TeletexString => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
        Tag::BmpString if bytes.len().is_multiple_of(2) => {
            let units: Vec<u16> =
                bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        }
        _ => None,
    }
}
