//! Does a certificate lead to a root that the user trusts? (RFC 5280 §6, without revocation, policies and name
//! constraints: a certificate that makes one of these critical leads nowhere.)

use chrono::{DateTime, Utc};
use der::Encode;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};

use crate::algorithm::{Outcome, verify};
use crate::certificate::Certificate;
use crate::identity::allows_signing;

/// Longest chain, the signer's certificate and the root included.
const MAX_CHAIN: usize = 8;
/// Most signature checks for one chain: a file may carry any number of certificates that name each other.
const MAX_CHECKS: usize = 64;

/// Extensions whose meaning is checked here or does not matter to a signature.
const KNOWN_EXTENSIONS: [&str; 4] = [
    "2.5.29.15", // key usage
    "2.5.29.19", // basic constraints
    "2.5.29.37", // extended key usage
    "2.5.29.17", // subject alternative name
];

/// Purposes (extended key usage) under which documents are signed: any, e-mail, document signing (RFC 9336, Microsoft,
/// Adobe), and client authentication, which the Chinese authorities put into signing certificates.
const SIGNING_PURPOSES: [&str; 6] = [
    "2.5.29.37.0",
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.4.1.311.10.3.12",
    "1.2.840.113583.1.1.5",
    "1.3.6.1.5.5.7.3.2",
];

/// Whether `leaf`, by way of certificates of `pool`, leads to one of `roots`, each valid at `at`. A leaf that is itself
/// among the roots is trusted, as long as it may sign.
pub(crate) fn leads_to_root(
    leaf: &Certificate,
    pool: &[Certificate],
    roots: &[Certificate],
    at: DateTime<Utc>,
) -> bool {
    if !allows_signing(leaf) || !purpose_allows_signing(leaf) {
        return false;
    }
    let mut checks = MAX_CHECKS;
    climb(leaf, pool, roots, at, 0, &mut checks)
}

/// `below` = certificates of authorities between `current` and the leaf.
fn climb(
    current: &Certificate,
    pool: &[Certificate],
    roots: &[Certificate],
    at: DateTime<Utc>,
    depth: usize,
    checks: &mut usize,
) -> bool {
    let validity = current.validity();
    if at < validity.not_before || at > validity.not_after || has_unknown_critical(current) {
        return false;
    }
    if roots.contains(current) {
        return true;
    }
    if depth + 1 >= MAX_CHAIN {
        return false;
    }
    let tbs = &current.parsed().tbs_certificate;
    let Ok(signed) = tbs.to_der() else { return false };
    // Roots first: a chain that ends here needs no more of the file's own certificates.
    for issuer in roots.iter().chain(pool).filter(|c| c.parsed().tbs_certificate.subject == tbs.issuer) {
        if *checks == 0 {
            return false;
        }
        *checks -= 1;
        if issuer != current
            && may_issue(issuer, depth)
            && verify(
                &issuer.parsed().tbs_certificate.subject_public_key_info,
                &current.parsed().signature_algorithm,
                None,
                &signed,
                current.parsed().signature.raw_bytes(),
            ) == Outcome::Valid
            && climb(issuer, pool, roots, at, depth + 1, checks)
        {
            return true;
        }
    }
    false
}

/// An authority: CA flag, key usage, and a path length that allows `below` authorities under it.
fn may_issue(issuer: &Certificate, below: usize) -> bool {
    let tbs = &issuer.parsed().tbs_certificate;
    let authority = matches!(tbs.get::<BasicConstraints>(), Ok(Some((_, constraints)))
        if constraints.ca && constraints.path_len_constraint.is_none_or(|length| usize::from(length) >= below));
    let signs = match tbs.get::<KeyUsage>() {
        Ok(Some((_, usage))) => usage.key_cert_sign(),
        Ok(None) => true,
        Err(_) => false,
    };
    authority && signs
}

fn purpose_allows_signing(leaf: &Certificate) -> bool {
    match leaf.parsed().tbs_certificate.get::<ExtendedKeyUsage>() {
        Ok(Some((_, purposes))) => {
            purposes.0.iter().any(|purpose| SIGNING_PURPOSES.contains(&purpose.to_string().as_str()))
        }
        Ok(None) => true,
        Err(_) => false,
    }
}

fn has_unknown_critical(certificate: &Certificate) -> bool {
    certificate.parsed().tbs_certificate.extensions.iter().flatten().any(|extension| {
        extension.critical && !KNOWN_EXTENSIONS.contains(&extension.extn_id.to_string().as_str())
    })
}
