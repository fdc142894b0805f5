//! What two revisions of a document differ in, in words that a reader of a report understands.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object, ObjectId};

use crate::field::array_at;
use crate::inspection::{Change, ChangeKind};
use crate::revision::equal;

/// The changes from `old` to `new`, each kind of thing and page once.
pub(crate) fn between(old: &Document, new: &Document) -> Vec<Change> {
    let pages = Pages::of(new);
    let mut changes = BTreeSet::new();
    if old.trailer.get(b"Root").ok() != new.trailer.get(b"Root").ok() {
        changes.insert(Change::of(ChangeKind::Catalogue));
    }
    for (id, object) in &new.objects {
        match old.objects.get(id) {
            Some(before) if equal(before, object) => {}
            before => changes.extend(classify(*id, before, object, new, &pages)),
        }
    }
    for id in old.objects.keys().filter(|id| !new.objects.contains_key(id)) {
        changes.insert(Change { object: Some(id.0), ..Change::of(ChangeKind::ObjectRemoved) });
    }
    changes.into_iter().collect()
}

/// Which objects draw which page, and which lie upon it.
struct Pages {
    number: BTreeMap<ObjectId, u32>,
    contents: BTreeMap<ObjectId, u32>,
    annotations: BTreeMap<ObjectId, u32>,
}

impl Pages {
    fn of(doc: &Document) -> Pages {
        let mut pages =
            Pages { number: BTreeMap::new(), contents: BTreeMap::new(), annotations: BTreeMap::new() };
        for (number, id) in (1..).zip(doc.page_iter()) {
            pages.number.insert(id, number);
            pages.contents.extend(doc.get_page_contents(id).into_iter().map(|stream| (stream, number)));
            if let Ok(page) = doc.get_dictionary(id) {
                let annotations = array_at(doc, page, b"Annots").iter().filter_map(|a| a.as_reference().ok());
                pages.annotations.extend(annotations.map(|annotation| (annotation, number)));
                pages
                    .annotations
                    .extend(page.get(b"Annots").and_then(Object::as_reference).map(|list| (list, number)));
            }
        }
        pages
    }
}

fn classify(
    id: ObjectId,
    before: Option<&Object>,
    now: &Object,
    doc: &Document,
    pages: &Pages,
) -> Vec<Change> {
    let on_page = |kind, page: u32| Change { page: Some(page), ..Change::of(kind) };
    if let Some(&page) = pages.number.get(&id) {
        let keys = page_keys(before, now);
        let kinds = keys.iter().map(|key| match key.as_slice() {
            b"Contents" => ChangeKind::PageContent,
            b"Annots" => ChangeKind::Annotation,
            _ => ChangeKind::Page,
        });
        return kinds.map(|kind| on_page(kind, page)).collect();
    }
    if let Some(&page) = pages.contents.get(&id) {
        return vec![on_page(ChangeKind::PageContent, page)];
    }
    let dict = match now {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    };
    let named = |key: &[u8]| dict.and_then(|dict| dict.get(key).ok()).and_then(|name| name.as_name().ok());
    let kind = if named(b"Type") == Some(b"XRef") {
        return Vec::new();
    } else if doc.trailer.get(b"Info").and_then(Object::as_reference).ok() == Some(id) {
        ChangeKind::Information
    } else if named(b"FT").is_some() {
        ChangeKind::FormField
    } else if let Some(&page) = pages.annotations.get(&id) {
        return vec![on_page(ChangeKind::Annotation, page)];
    } else {
        match named(b"Type") {
            Some(b"Catalog") => ChangeKind::Catalogue,
            Some(b"Metadata") => ChangeKind::Metadata,
            Some(b"Annot") => ChangeKind::Annotation,
            _ if before.is_some() => ChangeKind::ObjectReplaced,
            _ => ChangeKind::ObjectAdded,
        }
    };
    vec![Change { object: Some(id.0), ..Change::of(kind) }]
}

/// The keys in which two entries of a page differ.
fn page_keys(before: Option<&Object>, now: &Object) -> BTreeSet<Vec<u8>> {
    let (Some(Ok(before)), Ok(now)) = (before.map(Object::as_dict), now.as_dict()) else {
        return BTreeSet::from([b"Page".to_vec()]);
    };
    let keys = before.iter().chain(now.iter()).map(|(key, _)| key);
    keys.filter(|key| match (before.get(key), now.get(key)) {
        (Ok(a), Ok(b)) => !equal(a, b),
        _ => true,
    })
    .cloned()
    .collect()
}
