use cms::builder::{SignedDataBuilder, SignerInfoBuilder};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::signed_data::{EncapsulatedContentInfo, SignerIdentifier};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;
use x509_cert::ext::pkix::name::GeneralName;

use super::{DATA, EssCertIdV2, IssuerSerial, SIGNING_CERTIFICATE_V2, SigningCertificateV2};
use crate::algorithm::DigestAlgorithm;
use crate::certificate::Certificate;
use crate::error::SealError;
use crate::identity::{Identity, SigningKey};

const FAILED: SealError = SealError::SigningFailed { stage: "CMS" };

/// The DER of a detached signature over a document whose digest (by the key's own algorithm) is `digest`. PAdES wants
/// the time in the PDF's dictionary and no signingTime attribute, so there is none.
pub(crate) fn write(identity: &Identity, digest: &[u8]) -> Result<Vec<u8>, SealError> {
    let content = EncapsulatedContentInfo { econtent_type: DATA, econtent: None };
    let digest_algorithm = AlgorithmIdentifierOwned { oid: identity.key.digest().oid(), parameters: None };
    let tbs = &identity.certificate().parsed().tbs_certificate;
    let signer = SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
        issuer: tbs.issuer.clone(),
        serial_number: tbs.serial_number.clone(),
    });
    let attribute = signing_certificate(identity.certificate()).map_err(|_| FAILED)?;

    let mut message = SignedDataBuilder::new(&content);
    message.add_digest_algorithm(digest_algorithm.clone()).map_err(|_| FAILED)?;
    for certificate in &identity.chain {
        let choice = CertificateChoices::Certificate(certificate.parsed().clone());
        message.add_certificate(choice).map_err(|_| FAILED)?;
    }
    // The builder is generic over key and signature types, so each kind of key has its own call.
    macro_rules! sign_with {
        ($key:expr, $signature:ty) => {{
            let mut info = SignerInfoBuilder::new($key, signer, digest_algorithm, &content, Some(digest))
                .map_err(|_| FAILED)?;
            info.add_signed_attribute(attribute).map_err(|_| FAILED)?;
            message.add_signer_info::<_, $signature>(info).map_err(|_| FAILED)?;
        }};
    }
    match &identity.key {
        SigningKey::Rsa(key) => sign_with!(key.as_ref(), rsa::pkcs1v15::Signature),
        SigningKey::P256(key) => sign_with!(key, p256::ecdsa::DerSignature),
        SigningKey::P384(key) => sign_with!(key, p384::ecdsa::DerSignature),
    }
    message.build().and_then(|info| Ok(info.to_der()?)).map_err(|_| FAILED)
}

fn signing_certificate(leaf: &Certificate) -> der::Result<Attribute> {
    let tbs = &leaf.parsed().tbs_certificate;
    let value = SigningCertificateV2 {
        certs: vec![EssCertIdV2 {
            hash_algorithm: None,
            cert_hash: OctetString::new(DigestAlgorithm::Sha256.of(&[leaf.to_der()]))?,
            issuer_serial: Some(IssuerSerial {
                issuer: vec![GeneralName::DirectoryName(tbs.issuer.clone())],
                serial_number: tbs.serial_number.clone(),
            }),
        }],
    };
    let values = SetOfVec::try_from(vec![Any::from_der(&value.to_der()?)?])?;
    Ok(Attribute { oid: SIGNING_CERTIFICATE_V2, values })
}
