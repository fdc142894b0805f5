//! The inspection of a document: reads, judges, sums up.

use domain::organisation::Party;
use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::cades::{self, Judgement};
use crate::chain::leads_to_root;
use crate::document::{MAX_FILE_BYTES, load, page_count};
use crate::error::SealError;
use crate::field::{SignatureField, duplicate_names, signature_fields, text};
use crate::inspection::{
    Change, ChangeKind, ChangedAfterSigning, Inspection, SignatureProblem, SignatureReport, Trust,
    Unreadable, Verdict,
};
use crate::revision::{self, History, Place, Signed};
use crate::syntax::is_space;

/// Key of the signature dictionary under which this program keeps the signer's post.
pub(crate) const POST_KEY: &[u8] = b"HQ_Post";

/// Says what can be said of a PDF's signatures. Damaged and hostile files end as a finding. `at` is the moment at which
/// certificates are called expired or not.
///
/// A chain of certificates is judged as of the time of signing (the signer's own word, since time stamps are not read;
/// `at` where it is missing), so that a report stays good after its certificates have run out; whether they have is said
/// beside it. Revocation is not checked.
///
/// # Errors
/// [`SealError::TooLarge`] for files over [`MAX_FILE_BYTES`].
pub fn inspect(pdf: &[u8], trust: &Trust, at: DateTime<Utc>) -> Result<Inspection, SealError> {
    if pdf.len() > MAX_FILE_BYTES {
        return Err(SealError::TooLarge { bytes: pdf.len(), limit: MAX_FILE_BYTES });
    }
    Ok(match load(pdf) {
        Ok(doc) => inspect_document(pdf, &doc, trust, at),
        Err(reason) => unreadable(reason),
    })
}

fn unreadable(reason: Unreadable) -> Inspection {
    Inspection {
        pages: 0,
        signatures: Vec::new(),
        changed_after_signing: ChangedAfterSigning::None,
        verdict: Verdict::Invalid,
        base_len: None,
        same_key_twice: false,
        changes: Vec::new(),
        unreadable: Some(reason),
    }
}

/// A signed field with what its dictionary says.
struct Found {
    field: SignatureField,
    dict: Dictionary,
    place: Result<Place, SignatureProblem>,
}

fn inspect_document(pdf: &[u8], doc: &Document, trust: &Trust, at: DateTime<Utc>) -> Inspection {
    let fields = signature_fields(doc);
    // An older revision is found in a file that was cut short within a later one: no readable PDF.
    if fields.iter().all(|field| field.value().is_none()) && !ends_as_pdf(pdf) {
        return unreadable(Unreadable::Damaged);
    }
    let mut found: Vec<Found> = fields.iter().filter_map(|field| find_signature(pdf, doc, field)).collect();
    found.sort_by_key(|one| one.place.as_ref().map_or(usize::MAX, |place| place.end));

    let signed: Vec<Signed<'_>> = found
        .iter()
        .filter_map(|one| one.place.as_ref().ok().map(|place| Signed { field: &one.field, place }))
        .collect();
    let mut history = revision::examine(pdf, doc, &signed);
    history.changes.extend(field_tricks(pdf, doc, &fields, &found).into_iter().map(|change| (0, change)));

    let mut signatures: Vec<SignatureReport> = found.iter().map(|one| report(pdf, one, trust, at)).collect();
    for (index, signature) in signatures.iter_mut().enumerate() {
        signature.added_after = added_after(index, &found, &history);
    }
    let keys: Vec<(Party, Vec<u8>)> = signatures
        .iter()
        .filter_map(|s| Some((s.party?, s.certificate.as_ref()?.public_key_der())))
        .collect();
    let same_key_twice = keys.iter().any(|(party, key)| keys.iter().any(|(p, k)| p != party && k == key));

    let changed_after_signing = if !history.changes.is_empty() {
        ChangedAfterSigning::Other
    } else if signatures.len() > 1 {
        ChangedAfterSigning::SignatureOnly
    } else {
        ChangedAfterSigning::None
    };
    let base_len = if signatures.is_empty() { Some(pdf.len()) } else { history.base_len };
    let changes: BTreeSet<Change> = history.changes.into_iter().map(|(_, change)| change).collect();
    Inspection {
        pages: page_count(doc),
        verdict: verdict(&signatures, changed_after_signing, same_key_twice),
        signatures,
        changed_after_signing,
        base_len,
        same_key_twice,
        changes: changes.into_iter().collect(),
        unreadable: None,
    }
}

/// Where nothing but white space follows the last end mark.
fn ends_as_pdf(pdf: &[u8]) -> bool {
    let last = pdf.iter().rposition(|&byte| !is_space(byte)).map_or(0, |at| at + 1);
    pdf[..last].ends_with(b"%%EOF")
}

fn verdict(signatures: &[SignatureReport], changed: ChangedAfterSigning, same_key_twice: bool) -> Verdict {
    let unreadable = |s: &SignatureReport| s.problem == Some(SignatureProblem::Unreadable);
    if !signatures.is_empty() && signatures.iter().all(unreadable) {
        return Verdict::Invalid;
    }
    let broken = |s: &SignatureReport| s.problem.is_some() || !s.covers_whole_revision;
    if changed == ChangedAfterSigning::Other || signatures.iter().any(broken) {
        return Verdict::Altered;
    }
    if signatures.is_empty() {
        return Verdict::Unsigned;
    }
    if signatures.iter().any(|s| s.unverifiable.is_some()) {
        return Verdict::Unverifiable;
    }
    let both = Party::BOTH.iter().all(|party| signatures.iter().any(|s| s.party == Some(*party) && s.intact));
    if both && !same_key_twice { Verdict::Countersigned } else { Verdict::SignedByOne }
}

fn find_signature(pdf: &[u8], doc: &Document, field: &SignatureField) -> Option<Found> {
    let value = field.value()?;
    let id = value.as_reference().ok();
    let dict = doc.dereference(value).ok().and_then(|(_, object)| object.as_dict().ok()).cloned();
    let place = match &dict {
        Some(dict) => revision::place(pdf, dict, id),
        None => Err(SignatureProblem::Unreadable),
    };
    Some(Found { field: field.clone(), dict: dict.unwrap_or_default(), place })
}

/// Tricks with fields that no revision shows by itself.
fn field_tricks(pdf: &[u8], doc: &Document, fields: &[SignatureField], found: &[Found]) -> Vec<Change> {
    let mut changes = Vec::new();
    for name in duplicate_names(fields) {
        changes.push(Change { field: Some(name), ..Change::of(ChangeKind::DuplicateField) });
    }
    let mut values: BTreeSet<ObjectId> = BTreeSet::new();
    for one in found {
        if let Some(id) = one.field.value().and_then(|value| value.as_reference().ok())
            && !values.insert(id)
        {
            changes.push(Change {
                field: Some(one.field.name.clone()),
                ..Change::of(ChangeKind::SharedSignature)
            });
        }
    }
    // A signature that no field holds any more: some field was emptied, or the signature was brought from elsewhere.
    let stray = doc.objects.iter().filter(|(id, object)| {
        !values.contains(id) && object.as_dict().is_ok_and(|dict| dict.has(b"ByteRange"))
    });
    changes
        .extend(stray.map(|(id, _)| Change { object: Some(id.0), ..Change::of(ChangeKind::StraySignature) }));
    let written = count(pdf, b"/ByteRange");
    if written > found.len() && !changes.iter().any(|change| change.kind == ChangeKind::StraySignature) {
        changes.push(Change::of(ChangeKind::StraySignature));
    }
    changes
}

fn count(hay: &[u8], needle: &[u8]) -> usize {
    let mut at = 0;
    let mut found = 0;
    while let Some(place) = crate::document::find(hay, needle, at, hay.len()) {
        found += 1;
        at = place + needle.len();
    }
    found
}

fn added_after(index: usize, found: &[Found], history: &History) -> Vec<Change> {
    let end = found[index].place.as_ref().map_or(0, |place| place.end);
    let later = found[index + 1..].iter().filter(|one| one.place.is_ok());
    let signatures = later
        .map(|one| Change { field: Some(one.field.name.clone()), ..Change::of(ChangeKind::SignatureAdded) });
    let others =
        history.changes.iter().filter(|(before, _)| *before >= end).map(|(_, change)| change.clone());
    signatures.chain(others).collect()
}

fn report(pdf: &[u8], one: &Found, trust: &Trust, at: DateTime<Utc>) -> SignatureReport {
    let sub_filter = one.dict.get(b"SubFilter").and_then(Object::as_name).unwrap_or_default();
    let reading = one.place.as_ref().ok().map(|place| {
        let covered = [&pdf[..place.gap.start], &pdf[place.gap.end..place.end]];
        cades::read(&place.contents, &covered, sub_filter == b"ETSI.CAdES.detached")
    });
    let judgement = match (&reading, &one.place) {
        (Some(reading), _) => reading.judgement.clone(),
        (None, Err(problem)) => Judgement::Broken(*problem),
        (None, Ok(_)) => Judgement::Broken(SignatureProblem::Unreadable),
    };
    let signing_time_attribute = reading.as_ref().and_then(|reading| reading.signing_time);
    let string = |key: &[u8]| one.dict.get(key).ok().and_then(text);
    let signed_at = one
        .dict
        .get(b"M")
        .ok()
        .and_then(|date| date.as_str().ok())
        .and_then(pdf_date)
        .or(signing_time_attribute);
    let party = one.field.party();
    let certificate = reading.as_ref().and_then(|reading| reading.signer.clone());
    let validity = certificate.as_ref().map(|certificate| certificate.validity());
    let trusted = (!trust.roots.is_empty()).then(|| {
        certificate.as_ref().zip(reading.as_ref()).is_some_and(|(certificate, reading)| {
            leads_to_root(certificate, &reading.certificates, &trust.roots, signed_at.unwrap_or(at))
        })
    });
    let own: Vec<_> = trust.registered.iter().filter(|(p, _)| Some(*p) == party).map(|(_, c)| c).collect();
    SignatureReport {
        party,
        field: one.field.name.clone(),
        signer: certificate.as_ref().map(|c| c.subject()).unwrap_or_default(),
        common_name: certificate.as_ref().map(|c| c.common_name()).unwrap_or_default(),
        fingerprint: certificate.as_ref().map(|c| c.fingerprint()).unwrap_or_default(),
        signed_at,
        signing_time_attribute,
        timestamp: None,
        covers_whole_revision: one.place.as_ref().is_ok_and(|place| place.ends_revision),
        intact: judgement == Judgement::Intact,
        trusted,
        registered: (!own.is_empty()).then(|| certificate.as_ref().is_some_and(|c| own.contains(&c))),
        certificate_expired: validity.is_some_and(|v| at > v.not_after),
        signed_before_valid: validity.zip(signed_at).is_some_and(|(v, signed)| signed < v.not_before),
        signed_after_expiry: validity.zip(signed_at).is_some_and(|(v, signed)| signed > v.not_after),
        certificate,
        name: string(b"Name"),
        post: string(POST_KEY),
        reason: string(b"Reason"),
        location: string(b"Location"),
        added_after: Vec::new(),
        problem: match judgement {
            Judgement::Broken(problem) => Some(problem),
            _ => None,
        },
        unverifiable: match judgement {
            Judgement::Unverifiable(algorithm) => Some(algorithm),
            _ => None,
        },
    }
}

/// A PDF date, `D:20260930170500+08'00'`; parts may be missing from the right, a missing zone means UTC.
fn pdf_date(bytes: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let part = |from: usize, to: usize, missing: u32| {
        if digits >= to { text[from..to].parse::<u32>().ok() } else { Some(missing) }
    };
    let year = i32::try_from(part(0, 4, 0)?).ok().filter(|_| digits >= 4)?;
    let date = NaiveDate::from_ymd_opt(year, part(4, 6, 1)?, part(6, 8, 1)?)?;
    let local = date.and_hms_opt(part(8, 10, 0)?, part(10, 12, 0)?, part(12, 14, 0)?)?;
    let zone = &text[digits..];
    let mut numbers = zone.get(1..).unwrap_or("").split('\'').filter(|part| !part.is_empty());
    let mut number =
        || numbers.next().map_or(Some(0), |part| part.parse::<i64>().ok().filter(|n| (0..60).contains(n)));
    let offset = match zone.bytes().next() {
        Some(b'+') => number()? * 60 + number()?,
        Some(b'-') => -(number()? * 60 + number()?),
        _ => 0,
    };
    local.and_utc().checked_sub_signed(TimeDelta::minutes(offset))
}

#[cfg(test)]
mod tests {
    use super::pdf_date;

    #[test]
    fn reads_pdf_dates() {
        for (text, expected) in [
            ("D:20260930170500+08'00'", Some("2026-09-30T09:05:00+00:00")),
            ("D:20260930170500+08'00", Some("2026-09-30T09:05:00+00:00")),
            ("D:20260930170500-03'30'", Some("2026-09-30T20:35:00+00:00")),
            ("D:20260930170500Z", Some("2026-09-30T17:05:00+00:00")),
            ("D:202609", Some("2026-09-01T00:00:00+00:00")),
            ("D:20261345000000Z", None),
            ("D:20260930170500+99'00'", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(
                pdf_date(text.as_bytes()).map(|date| date.to_rfc3339()),
                expected.map(str::to_owned),
                "{text}"
            );
        }
    }
}
