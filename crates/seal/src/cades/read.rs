use chrono::{DateTime, Utc};
use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use der::asn1::{Any, OctetString};
use der::{Decode, Encode};
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::time::Time;

use super::{
    CONTENT_TYPE, DATA, MESSAGE_DIGEST, SIGNED_DATA, SIGNING_CERTIFICATE_V2, SIGNING_TIME,
    SigningCertificateV2,
};
use crate::algorithm::{DigestAlgorithm, GUOMI_ARC_DER, Outcome, digest_words, is_guomi, verify};
use crate::certificate::Certificate;
use crate::inspection::{SignatureProblem, Unverifiable};

/// What a signature says and whether it holds.
pub(crate) struct Reading {
    /// The signer's certificate, where it could be found.
    pub signer: Option<Certificate>,
    /// All certificates that came with the signature, in no order.
    pub certificates: Vec<Certificate>,
    pub signing_time: Option<DateTime<Utc>>,
    pub judgement: Judgement,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    Intact,
    Broken(SignatureProblem),
    Unverifiable(Unverifiable),
}

impl Judgement {
    fn unknown(algorithm: String) -> Judgement {
        Judgement::Unverifiable(match algorithm.as_str() {
            "SM2" | "SM3" => Unverifiable::Guomi { algorithm },
            _ => Unverifiable::UnknownAlgorithm { algorithm },
        })
    }
}

/// Reads the value of `/Contents`, padding included, as a signature over `covered` (the parts one after the other).
/// `named_certificate`: the profile demands that the signer's certificate is named inside the signature.
pub(crate) fn read(contents: &[u8], covered: &[&[u8]], named_certificate: bool) -> Reading {
    let mut reading = Reading {
        signer: None,
        certificates: Vec::new(),
        signing_time: None,
        judgement: Judgement::Broken(SignatureProblem::Unreadable),
    };
    let parsed = split_padding(contents).and_then(|(der, padding)| Some((parse(der)?, padding)));
    let Some((signed, padding)) = parsed else {
        reading.judgement = judge_unreadable(contents);
        return reading;
    };
    reading.certificates = certificates(&signed);
    reading.judgement = match judge(&signed, covered, named_certificate, &mut reading) {
        Err(judgement) => judgement,
        // Whatever stands behind the signature in its place is covered by no signature at all.
        Ok(()) if padding.iter().any(|&byte| byte != 0) => Judgement::Broken(SignatureProblem::HiddenBytes),
        Ok(()) => Judgement::Intact,
    };
    reading
}

/// The one DER value at the front, by its own length, and what follows it.
fn split_padding(contents: &[u8]) -> Option<(&[u8], &[u8])> {
    let (header, length) = match *contents.get(1)? {
        short @ 0..=0x7f => (2, usize::from(short)),
        long @ 0x81..=0x84 => {
            let octets = usize::from(long & 0x7f);
            let length =
                contents.get(2..2 + octets)?.iter().fold(0_usize, |sum, &byte| sum << 8 | usize::from(byte));
            (2 + octets, length)
        }
        _ => return None,
    };
    let end = header.checked_add(length)?;
    (end <= contents.len()).then(|| contents.split_at(end))
}

fn parse(der: &[u8]) -> Option<SignedData> {
    let info = ContentInfo::from_der(der).ok()?;
    (info.content_type == SIGNED_DATA).then(|| info.content.decode_as().ok()).flatten()
}

/// Not a CMS that can be parsed: a Chinese seal, a BER encoding, or rubbish.
fn judge_unreadable(contents: &[u8]) -> Judgement {
    if contents.windows(GUOMI_ARC_DER.len()).any(|window| window == GUOMI_ARC_DER) {
        return Judgement::Unverifiable(Unverifiable::Guomi { algorithm: "SM2".to_owned() });
    }
    if contents.starts_with(&[0x30, 0x80]) {
        return Judgement::unknown("CMS in BER".to_owned());
    }
    Judgement::Broken(SignatureProblem::Unreadable)
}

fn certificates(signed: &SignedData) -> Vec<Certificate> {
    let choices = signed.certificates.iter().flat_map(|set| set.0.iter());
    choices
        .filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => {
                Certificate::from_parsed(certificate.clone()).ok()
            }
            CertificateChoices::Other(_) => None,
        })
        .collect()
}

fn judge(
    signed: &SignedData,
    covered: &[&[u8]],
    named_certificate: bool,
    reading: &mut Reading,
) -> Result<(), Judgement> {
    let broken = |problem| Err(Judgement::Broken(problem));
    // Exactly one signer over detached data: anything else could show one thing and sign another.
    let [signer] = signed.signer_infos.0.as_slice() else { return broken(SignatureProblem::Unreadable) };
    if signed.encap_content_info.econtent.is_some() {
        return broken(SignatureProblem::Unreadable);
    }
    let certificate = signer_certificate(signer, &reading.certificates).cloned();
    reading.signer.clone_from(&certificate);

    let Some(attributes) = &signer.signed_attrs else {
        let oid = signer.digest_alg.oid.to_string();
        return Err(if is_guomi(&oid) {
            Judgement::unknown("SM2".to_owned())
        } else {
            Judgement::Broken(SignatureProblem::Unreadable)
        });
    };
    let attribute = |oid: ObjectIdentifier| -> Option<&Any> {
        let mut same = attributes.iter().filter(|attribute| attribute.oid == oid);
        match (same.next(), same.next()) {
            (Some(one), None) => match one.values.as_slice() {
                [value] => Some(value),
                _ => None,
            },
            _ => None,
        }
    };
    reading.signing_time = attribute(SIGNING_TIME)
        .and_then(|value| Time::from_der(&value.to_der().ok()?).ok())
        .map(|time| DateTime::<Utc>::from(time.to_system_time()));

    let content_type = attribute(CONTENT_TYPE).and_then(|value| value.decode_as::<ObjectIdentifier>().ok());
    let digest = attribute(MESSAGE_DIGEST).and_then(|value| value.decode_as::<OctetString>().ok());
    let Some(digest) = digest else { return broken(SignatureProblem::Unreadable) };
    let Some(algorithm) = DigestAlgorithm::from_oid(&signer.digest_alg.oid) else {
        return Err(Judgement::unknown(digest_words(&signer.digest_alg.oid)));
    };
    if content_type != Some(DATA) || signed.encap_content_info.econtent_type != DATA {
        return broken(SignatureProblem::Unreadable);
    }
    if algorithm.of(covered) != digest.as_bytes() {
        return broken(SignatureProblem::BytesChanged);
    }
    let Some(certificate) = certificate else { return broken(SignatureProblem::CertificateMissing) };
    match attribute(SIGNING_CERTIFICATE_V2) {
        Some(value) if names(value, &certificate) => {}
        None if !named_certificate => {}
        _ => return broken(SignatureProblem::CertificateReplaced),
    }
    let Ok(message) = attributes.to_der() else { return broken(SignatureProblem::Unreadable) };
    let key = &certificate.parsed().tbs_certificate.subject_public_key_info;
    let value = signer.signature.as_bytes();
    match verify(key, &signer.signature_algorithm, Some(&signer.digest_alg.oid), &message, value) {
        Outcome::Valid => Ok(()),
        Outcome::Wrong => broken(SignatureProblem::ValueWrong),
        Outcome::Unknown(words) => Err(Judgement::unknown(words)),
    }
}

fn signer_certificate<'a>(signer: &SignerInfo, pool: &'a [Certificate]) -> Option<&'a Certificate> {
    pool.iter().find(|certificate| {
        let tbs = &certificate.parsed().tbs_certificate;
        match &signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(id) => {
                tbs.issuer == id.issuer && tbs.serial_number == id.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(id) => {
                matches!(tbs.get::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *id)
            }
        }
    })
}

/// Where the attribute's first entry is this certificate.
fn names(value: &Any, certificate: &Certificate) -> bool {
    let Some(named) = value.to_der().ok().and_then(|der| SigningCertificateV2::from_der(&der).ok()) else {
        return false;
    };
    let Some(first) = named.certs.first() else { return false };
    let algorithm = match &first.hash_algorithm {
        None => Some(DigestAlgorithm::Sha256),
        Some(algorithm) => DigestAlgorithm::from_oid(&algorithm.oid),
    };
    let hash = algorithm.map(|algorithm| algorithm.of(&[certificate.to_der()]));
    let serial = first.issuer_serial.as_ref().is_none_or(|issuer_serial| {
        issuer_serial.serial_number == certificate.parsed().tbs_certificate.serial_number
    });
    serial && hash.is_some_and(|hash| hash == first.cert_hash.as_bytes())
}
