//! The visible picture of a signature: a one-page PDF becomes a form that the signature field shows.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::document::{load, page_count};
use crate::error::SealError;
use crate::revision::references;

/// Most objects that a picture may need; one of a report needs about 20.
const MAX_OBJECTS: usize = 2_000;
/// Most bytes of drawing, uncompressed.
const MAX_CONTENT: usize = 16 * 1024 * 1024;
/// Deepest page tree that is followed for inherited entries.
const MAX_TREE: usize = 16;

/// The objects to add to a document, numbered from `first_number` on, and which of them is the form.
pub(crate) struct Form {
    pub objects: BTreeMap<ObjectId, Object>,
    pub form: ObjectId,
    /// The highest number given away.
    pub last_number: u32,
}

fn refuse<T>(reason: &'static str) -> Result<T, SealError> {
    Err(SealError::UnusableAppearance { reason })
}

/// Makes a form of the only page of `pdf`.
pub(crate) fn import(pdf: &[u8], first_number: u32) -> Result<Form, SealError> {
    let Ok(mut picture) = load(pdf) else { return refuse("not a readable PDF") };
    if page_count(&picture) != 1 {
        return refuse("not exactly one page");
    }
    if picture.objects.len() > MAX_OBJECTS {
        return refuse("too many objects");
    }
    picture.renumber_objects_with(first_number);
    let Some(page_id) = picture.page_iter().next() else { return refuse("not exactly one page") };
    let Ok(page) = picture.get_dictionary(page_id) else { return refuse("not exactly one page") };
    if followed(&picture, page, b"Rotate").is_some_and(|turn| !matches!(turn, Object::Integer(0))) {
        return refuse("a turned page");
    }
    let bounds = followed(&picture, page, b"MediaBox").and_then(|bounds| bounds.as_array().ok());
    let Some(bounds) = bounds.filter(|bounds| is_rectangle(bounds)) else { return refuse("no media box") };
    let Ok(content) = picture.get_page_content_with_limit(page_id, MAX_CONTENT) else {
        return refuse("unreadable content");
    };
    let resources =
        page_entry(&picture, page, b"Resources").cloned().unwrap_or(Object::Dictionary(Dictionary::new()));

    let mut dict = Dictionary::new();
    dict.set("Type", "XObject");
    dict.set("Subtype", "Form");
    dict.set("BBox", bounds.clone());
    dict.set("Resources", resources);
    if let Ok(group) = page.get(b"Group") {
        dict.set("Group", group.clone());
    }
    let mut stream = Stream::new(dict, content);
    // An uncompressed picture is still a good picture.
    let _ = stream.compress();
    let form = Object::Stream(stream);

    let mut objects = BTreeMap::new();
    let mut todo = Vec::new();
    references(&form, &mut |id| todo.push(id));
    while let Some(id) = todo.pop() {
        if objects.contains_key(&id) {
            continue;
        }
        let Some(object) = picture.objects.get(&id) else { return refuse("a missing object") };
        if object.as_dict().is_ok_and(|dict| dict.has_type(b"Page") || dict.has_type(b"Catalog")) {
            return refuse("resources that lead back to the page");
        }
        references(object, &mut |id| todo.push(id));
        objects.insert(id, object.clone());
    }
    let last = objects.keys().map(|id| id.0).max().unwrap_or(first_number.saturating_sub(1));
    let Some(last_number) = last.checked_add(1) else { return refuse("object numbers") };
    objects.insert((last_number, 0), form);
    Ok(Form { objects, form: (last_number, 0), last_number })
}

fn is_rectangle(bounds: &[Object]) -> bool {
    let numbers: Vec<f32> = bounds.iter().filter_map(|n| n.as_float().ok()).collect();
    matches!(numbers[..], [left, bottom, right, top] if left < right && bottom < top)
}

/// A page's entry, or that of the nearest node above it, as it stands (perhaps a reference).
fn page_entry<'a>(doc: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..MAX_TREE {
        if let Ok(value) = node.get(key) {
            return Some(value);
        }
        node = doc.get_dictionary(node.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

fn followed<'a>(doc: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    doc.dereference(page_entry(doc, page, key)?).ok().map(|(_, object)| object)
}
