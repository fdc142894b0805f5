//! Signing and countersigning: one update is appended, nothing before it is touched.

use chrono::{DateTime, FixedOffset, Utc};
use domain::organisation::Party;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary};

use crate::appearance;
use crate::cades;
use crate::document::{MAX_FILE_BYTES, find, load};
use crate::error::SealError;
use crate::field::{SignatureField, signature_fields};
use crate::identity::Identity;
use crate::inspect::{POST_KEY, inspect};
use crate::inspection::{ChangedAfterSigning, Inspection, Trust, Unreadable, Verdict};
use crate::revision::references;

/// What a signature is to say.
#[derive(Clone, Copy, Debug)]
pub struct SignRequest<'a> {
    /// The party that signs: its field is filled.
    pub party: Party,
    /// Name of the person who signs; empty leaves it out.
    pub signer_name: &'a str,
    /// Their post; empty leaves it out.
    pub post: &'a str,
    /// Why it is signed; empty leaves it out.
    pub reason: &'a str,
    /// Where it is signed; empty leaves it out.
    pub location: &'a str,
    /// When it is signed, kept to the second. The certificate must be valid then.
    pub signed_at: DateTime<Utc>,
    /// The visible picture: a PDF of one page, fitted into the field's rectangle. Without it the field keeps its own.
    pub appearance: Option<&'a [u8]>,
}

/// Room for the signature besides its certificates, in bytes: an RSA 4096 signature with its attributes needs 1.5 KB.
const ROOM: usize = 6 * 1024;
/// Stands for a number of the byte range until it is known; ten digits hold any that a PDF may have.
const UNKNOWN: i64 = 9_999_999_999;

/// Signs `pdf` for a party and returns the whole new file, of which `pdf` is the beginning.
///
/// A file that the other party has signed is countersigned only if that signature is intact and nothing else was added.
/// The result has passed [`inspect`].
///
/// # Errors
/// See [`SealError`]: the file cannot be signed, the key must not sign it, or the picture cannot be used.
pub fn sign(pdf: &[u8], identity: &Identity, request: &SignRequest<'_>) -> Result<Vec<u8>, SealError> {
    if pdf.len() > MAX_FILE_BYTES {
        return Err(SealError::TooLarge { bytes: pdf.len(), limit: MAX_FILE_BYTES });
    }
    let doc = load(pdf).map_err(|reason| match reason {
        Unreadable::Encrypted => SealError::Encrypted,
        Unreadable::NotPdf | Unreadable::Damaged => SealError::NotPdf,
    })?;
    let field_id = usable_field(&doc, request.party)?;
    certificate_valid(identity, request.signed_at)?;
    let before = inspect(pdf, &Trust::default(), request.signed_at)?;
    may_follow(&before, identity)?;

    let mut signed = append(pdf, doc, field_id, identity, request)?;
    fill_in(&mut signed, pdf.len(), identity)?;

    // Nothing is handed out that this program would itself refuse.
    let after = inspect(&signed, &Trust::default(), request.signed_at)?;
    let complete = after.signatures.len() == before.signatures.len() + 1;
    let ours = after
        .signatures
        .iter()
        .any(|s| s.party == Some(request.party) && s.intact && s.covers_whole_revision);
    if !complete || !ours || !matches!(after.verdict, Verdict::SignedByOne | Verdict::Countersigned) {
        return Err(SealError::SigningFailed { stage: "self-check" });
    }
    Ok(signed)
}

fn usable_field(doc: &Document, party: Party) -> Result<ObjectId, SealError> {
    let mut fields = signature_fields(doc).into_iter().filter(|field| field.party() == Some(party));
    let Some(field) = fields.next() else { return Err(SealError::NoSignatureField { party }) };
    if field.value().is_some() {
        return Err(SealError::AlreadySigned { party });
    }
    let visible = |field: &SignatureField| {
        field.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Widget")
            && field.dict.get(b"Rect").and_then(Object::as_array).is_ok_and(|rect| rect.len() == 4)
    };
    match field.id {
        Some(id) if fields.next().is_none() && field.simple && visible(&field) => Ok(id),
        _ => Err(SealError::UnusableSignatureField { party }),
    }
}

fn certificate_valid(identity: &Identity, signed_at: DateTime<Utc>) -> Result<(), SealError> {
    let validity = identity.certificate().validity();
    if signed_at < validity.not_before {
        return Err(SealError::CertificateNotYetValid { not_before: validity.not_before, signed_at });
    }
    if signed_at > validity.not_after {
        return Err(SealError::CertificateExpired { not_after: validity.not_after, signed_at });
    }
    Ok(())
}

/// Whether a signature with this key may be added to a document in this state.
fn may_follow(before: &Inspection, identity: &Identity) -> Result<(), SealError> {
    for signature in &before.signatures {
        let field = || signature.field.clone();
        if signature.unverifiable.is_some() {
            return Err(SealError::ExistingSignatureUnverifiable { field: field() });
        }
        if !signature.intact || !signature.covers_whole_revision {
            return Err(SealError::ExistingSignatureNotIntact { field: field() });
        }
        let same_key = signature.certificate.as_ref().is_some_and(|certificate| {
            certificate.public_key_der() == identity.certificate().public_key_der()
        });
        if let (true, Some(party)) = (same_key, signature.party) {
            return Err(SealError::SameKeyForBothParties { party });
        }
    }
    if before.changed_after_signing == ChangedAfterSigning::Other {
        return Err(SealError::ChangedAfterSigning);
    }
    Ok(())
}

/// Appends the update with room left for the signature.
fn append(
    pdf: &[u8],
    doc: Document,
    field_id: ObjectId,
    identity: &Identity,
    request: &SignRequest<'_>,
) -> Result<Vec<u8>, SealError> {
    let failed = |stage| move |_| SealError::SigningFailed { stage };
    let last_number = highest_number(&doc);
    let version = doc.version.clone();
    // The update begins with a line feed of its own, so that the bytes before it are told apart to the byte.
    let mut ground = Vec::with_capacity(pdf.len() + 1);
    ground.extend_from_slice(pdf);
    ground.push(b'\n');
    let mut update = IncrementalDocument::create_from(ground, doc);
    update.opt_clone_object_to_new_document(field_id).map_err(failed("field"))?;
    let new = &mut update.new_document;
    new.version = version;
    new.max_id = last_number;
    // Of the table of the revision before, not of the new one.
    for key in [b"XRefStm".as_slice(), b"DecodeParms"] {
        new.trailer.remove(key);
    }

    let mut form = None;
    if let Some(picture) = request.appearance {
        let imported = appearance::import(picture, last_number + 1)?;
        new.objects.extend(imported.objects);
        new.max_id = imported.last_number;
        form = Some(imported.form);
    }
    let room = ROOM + identity.chain.iter().map(|certificate| certificate.to_der().len()).sum::<usize>();
    let signature = new.add_object(signature_dictionary(request, room));
    let field = new.get_dictionary_mut(field_id).map_err(failed("field"))?;
    field.set("V", signature);
    if let Some(form) = form {
        field.set("AP", dictionary! { "N" => form });
    }
    let mut out = Vec::with_capacity(pdf.len() + 2 * room + 64 * 1024);
    update.save_to(&mut out).map_err(|_| SealError::SigningFailed { stage: "writing" })?;
    out.push(b'\n');
    Ok(out)
}

/// The highest object number that exists or is referred to.
fn highest_number(doc: &Document) -> u32 {
    let mut highest = doc.max_id;
    for (id, object) in &doc.objects {
        highest = highest.max(id.0);
        references(object, &mut |id| highest = highest.max(id.0));
    }
    highest
}

fn signature_dictionary(request: &SignRequest<'_>, room: usize) -> Dictionary {
    let beijing = FixedOffset::east_opt(8 * 3600).expect("eight hours are a valid offset");
    let time = request.signed_at.with_timezone(&beijing).format("D:%Y%m%d%H%M%S+08'00'").to_string();
    let mut dict = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![0.into(), UNKNOWN.into(), UNKNOWN.into(), UNKNOWN.into()],
        "Contents" => Object::String(vec![0; room], StringFormat::Hexadecimal),
        "M" => Object::string_literal(time),
    };
    let texts: [(&[u8], &str); 4] = [
        (b"Name", request.signer_name),
        (POST_KEY, request.post),
        (b"Reason", request.reason),
        (b"Location", request.location),
    ];
    for (key, value) in texts {
        if !value.is_empty() {
            dict.set(key, text_string(value));
        }
    }
    dict
}

/// UTF-16 with its mark, in hexadecimal digits: any text, and no character that a reader could take for syntax.
fn text_string(value: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(value.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// Writes the byte range and the signature into the room left in the update, which begins at `update`.
fn fill_in(out: &mut [u8], update: usize, identity: &Identity) -> Result<(), SealError> {
    let failed = |stage| SealError::SigningFailed { stage };
    let range = format!("/ByteRange[0 {UNKNOWN} {UNKNOWN} {UNKNOWN}]");
    let range_at = find(out, range.as_bytes(), update, out.len()).ok_or(failed("byte range"))?;
    let open = find(out, b"/Contents<", range_at, out.len()).ok_or(failed("contents"))? + b"/Contents".len();
    let close = find(out, b">", open, out.len()).ok_or(failed("contents"))? + 1;

    let known = format!("/ByteRange[0 {open} {close} {}]", out.len() - close);
    let padded = format!("{known:<width$}", width = range.len());
    out[range_at..range_at + range.len()].copy_from_slice(padded.as_bytes());

    let digest = identity.key.digest().of(&[&out[..open], &out[close..]]);
    let signature = cades::write(identity, &digest)?;
    let digits = out.get_mut(open + 1..close - 1).ok_or(failed("contents"))?;
    let digits = digits.get_mut(..2 * signature.len()).ok_or(failed("room for the signature"))?;
    hex::encode_to_slice(&signature, digits).map_err(|_| failed("contents"))
}
