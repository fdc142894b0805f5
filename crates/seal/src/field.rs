//! The two parties and their signature fields, and how signature fields are found in a PDF.

use std::collections::{BTreeSet, HashSet};

use domain::organisation::Party;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Name of the client's signature field; the report must use this very name.
pub const CLIENT_FIELD: &str = "ClientSignature";
/// Name of the provider's signature field; the report must use this very name.
pub const PROVIDER_FIELD: &str = "ProviderSignature";

/// Name of the party's signature field in a report (`/T` of a top-level field).
#[must_use]
pub const fn field_name(party: Party) -> &'static str {
    match party {
        Party::Client => CLIENT_FIELD,
        Party::Provider => PROVIDER_FIELD,
    }
}

/// The party whose field has this name.
#[must_use]
pub fn party_of_field(name: &str) -> Option<Party> {
    Party::BOTH.into_iter().find(|party| field_name(*party) == name)
}

/// A signature field as the newest revision of a document has it.
#[derive(Clone, Debug)]
pub(crate) struct SignatureField {
    /// Full name: the partial names of its ancestors and its own, joined by periods.
    pub name: String,
    /// The field's own object, where it is an indirect one.
    pub id: Option<ObjectId>,
    /// The field's dictionary.
    pub dict: Dictionary,
    /// Where the field is neither nested in another nor has children: only such a field is signed by this program.
    pub simple: bool,
}

impl SignatureField {
    pub fn party(&self) -> Option<Party> {
        party_of_field(&self.name)
    }

    /// The field's `/V`, unless it is absent or null.
    pub fn value(&self) -> Option<&Object> {
        self.dict.get(b"V").ok().filter(|value| !matches!(value, Object::Null))
    }
}

/// A PDF text string as Rust text: UTF-16 or UTF-8 with their marks, otherwise PDFDocEncoding.
pub(crate) fn text(object: &Object) -> Option<String> {
    lopdf::decode_text_string(object).ok()
}

/// Deepest nesting of fields that is followed.
const MAX_DEPTH: usize = 16;
/// Most fields that are looked at.
const MAX_FIELDS: usize = 20_000;

/// All signature fields, signed or not, in the order of the form.
pub(crate) fn signature_fields(doc: &Document) -> Vec<SignatureField> {
    let mut found = Vec::new();
    let Some(form) = doc.catalog().ok().and_then(|catalog| dict_at(doc, catalog, b"AcroForm")) else {
        return found;
    };
    let mut seen = HashSet::new();
    let mut budget = MAX_FIELDS;
    for field in array_at(doc, form, b"Fields") {
        walk(doc, field, None, 0, &mut seen, &mut budget, &mut found);
    }
    found
}

fn walk(
    doc: &Document,
    field: &Object,
    parent: Option<(&str, bool)>,
    depth: usize,
    seen: &mut HashSet<ObjectId>,
    budget: &mut usize,
    found: &mut Vec<SignatureField>,
) {
    let id = field.as_reference().ok();
    // A field listed twice at the top is reported twice (the inspection calls it a duplicate); below, a cycle ends here.
    if depth > MAX_DEPTH || *budget == 0 || (depth > 0 && id.is_some_and(|id| !seen.insert(id))) {
        return;
    }
    *budget -= 1;
    let Some(dict) = doc.dereference(field).ok().and_then(|(_, object)| object.as_dict().ok()) else {
        return;
    };
    let own = dict.get(b"T").ok().and_then(|t| doc.dereference(t).ok()).and_then(|(_, t)| text(t));
    let name = match (parent, own) {
        (Some((parent, _)), Some(own)) => format!("{parent}.{own}"),
        (Some((parent, _)), None) => parent.to_owned(),
        (None, own) => own.unwrap_or_default(),
    };
    let type_here = dict.get(b"FT").and_then(Object::as_name).ok();
    let is_signature = type_here.map_or(parent.is_some_and(|(_, sig)| sig), |ft| ft == b"Sig");
    let kids = array_at(doc, dict, b"Kids");
    // A child without a name is a mere widget of the field, not a field.
    let named_kids = kids.iter().any(|kid| {
        doc.dereference(kid).ok().and_then(|(_, kid)| kid.as_dict().ok()).is_some_and(|kid| kid.has(b"T"))
    });
    if is_signature && (!named_kids || dict.has(b"V")) {
        found.push(SignatureField {
            name: name.clone(),
            id,
            dict: dict.clone(),
            simple: depth == 0 && kids.is_empty() && id.is_some(),
        });
    }
    for kid in kids {
        let kid_dict = doc.dereference(kid).ok().and_then(|(_, kid)| kid.as_dict().ok());
        if kid_dict.is_some_and(|kid| kid.has(b"T") || kid.has(b"V") || kid.has(b"Kids")) {
            walk(doc, kid, Some((&name, is_signature)), depth + 1, seen, budget, found);
        }
    }
}

/// Names that more than one field bears.
pub(crate) fn duplicate_names(fields: &[SignatureField]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    fields.iter().filter(|field| !seen.insert(field.name.as_str())).map(|field| field.name.clone()).collect()
}

pub(crate) fn dict_at<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    doc.dereference(dict.get(key).ok()?).ok()?.1.as_dict().ok()
}

pub(crate) fn array_at<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    dict.get(key)
        .ok()
        .and_then(|object| doc.dereference(object).ok())
        .and_then(|(_, object)| object.as_array().ok())
        .map_or(&[], Vec::as_slice)
}
