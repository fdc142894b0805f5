//! How a signed document came to be: which bytes were there first, and what each later revision did.
//!
//! A report is signed by appending. So a document is split where its signatures end, and each piece must be a plain
//! update ([`crate::increment`]) that does one thing: give an empty signature field its value and its appearance.
//! Everything else is named as a [`Change`], whether or not a viewer would show it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::document::{find, load};
use crate::field::SignatureField;
use crate::increment::{self, Increment};
use crate::inspection::{Change, ChangeKind, SignatureProblem};
use crate::syntax::{Malformed, is_space};

/// A signature's place in the file.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The value of `/Contents`, padding included.
    pub contents: Vec<u8>,
    /// The bytes left out of what is signed: the hexadecimal string of `/Contents`.
    pub gap: std::ops::Range<usize>,
    /// End of the signed bytes.
    pub end: usize,
    /// The signature ends where a revision ends.
    pub ends_revision: bool,
    /// The signature dictionary's object.
    pub id: Option<ObjectId>,
}

/// Finds the place of a signature from its dictionary; the bytes left out must be exactly its `/Contents`.
pub(crate) fn place(pdf: &[u8], dict: &Dictionary, id: Option<ObjectId>) -> Result<Place, SignatureProblem> {
    let wrong = SignatureProblem::RangeWrong;
    let range = dict.get(b"ByteRange").and_then(Object::as_array).map_err(|_| wrong)?;
    let range: Option<Vec<usize>> =
        range.iter().map(|n| n.as_i64().ok().and_then(|n| usize::try_from(n).ok())).collect();
    let Some(&[0, gap_start, gap_end, rest]) = range.as_deref() else { return Err(wrong) };
    let end = gap_end.checked_add(rest).filter(|&end| end <= pdf.len()).ok_or(wrong)?;
    let gap = pdf.get(gap_start..gap_end).ok_or(wrong)?;
    let digits = gap.strip_prefix(b"<").and_then(|gap| gap.strip_suffix(b">")).ok_or(wrong)?;
    let contents = hex::decode(digits).map_err(|_| wrong)?;
    let key_before = pdf[..gap_start].iter().rposition(|&byte| !is_space(byte)).map_or(0, |at| at + 1);
    let is_value = pdf[..key_before].ends_with(b"/Contents")
        && dict.get(b"Contents").and_then(Object::as_str).is_ok_and(|value| value == contents);
    if !is_value || gap_start == 0 {
        return Err(wrong);
    }
    let ends_revision = increment::table_of(&pdf[..end]).is_some_and(|at| at < end);
    Ok(Place { contents, gap: gap_start..gap_end, end, ends_revision, id })
}

/// What the revisions of a signed document did.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// Length of the document before its first signature.
    pub base_len: Option<usize>,
    /// What was changed besides signing, by the end of the revision before it.
    pub changes: Vec<(usize, Change)>,
}

/// A signed field whose place is known.
pub(crate) struct Signed<'a> {
    pub field: &'a SignatureField,
    pub place: &'a Place,
}

/// Most changes that are named one by one.
const MAX_CHANGES: usize = 40;

/// Goes through the revisions. `signed` is ordered by where the signatures end; `now` is the newest revision.
pub(crate) fn examine(pdf: &[u8], now: &Document, signed: &[Signed<'_>]) -> History {
    let mut history = History::default();
    let (Some(first), Some(last)) = (signed.first(), signed.last()) else { return history };
    let irregular = |before: usize, field: &str| {
        (before, Change { field: Some(field.to_owned()), ..Change::of(ChangeKind::IrregularUpdate) })
    };
    let start = match base(pdf, first.place.end) {
        Ok(start) => start,
        Err(_) => {
            history.changes.push(irregular(0, &first.field.name));
            return history;
        }
    };
    history.base_len = start.filter(|&len| len < first.place.gap.start);
    // Signed in its first revision: then that revision is the ground on which the later ones stand.
    let (mut before, rest) = match start {
        Some(len) => (len, signed),
        None => (first.place.end, &signed[1..]),
    };
    let Ok(base_doc) = load(&pdf[..before]) else {
        history.changes.push(irregular(before, &first.field.name));
        return history;
    };
    let mut state = State::of(&base_doc, &pdf[..before]);
    let mut plain = true;
    for one in rest {
        let step = increment::read(pdf, before, one.place.end).and_then(|step| state.apply(step, one));
        if step.is_err() {
            plain = false;
            history.changes.push(irregular(before, &one.field.name));
            break;
        }
        before = one.place.end;
    }
    if pdf.len() > last.place.end {
        plain = false;
        history.changes.push((last.place.end, Change::of(ChangeKind::TrailingBytes)));
    }
    if plain && !state.equals(now) {
        plain = false;
        history.changes.push((before, Change::of(ChangeKind::IrregularUpdate)));
    }
    if !plain && let Ok(old) = load(&pdf[..before]) {
        let facts = crate::difference::between(&old, now);
        history.changes.extend(facts.into_iter().take(MAX_CHANGES).map(|change| (before, change)));
    }
    history
}

/// Length of what was there before the first signed revision; `None` where that is the file's first revision.
fn base(pdf: &[u8], first_end: usize) -> Result<Option<usize>, Malformed> {
    let table_at = increment::table_of(&pdf[..first_end]).filter(|&at| at < first_end).ok_or("startxref")?;
    let Some(previous) = increment::previous_table(&pdf[..first_end], table_at)? else { return Ok(None) };
    if previous >= table_at {
        return Ok(None); // a linearised file: its first table names the one at the end
    }
    let end = end_of_revision(pdf, previous, table_at).ok_or("end of the first revision")?;
    let object = pdf[end..table_at].iter().position(|&byte| !is_space(byte)).ok_or("empty revision")? + end;
    // This program begins its update with one line feed, whatever the file ended with.
    Ok(Some(if object > end && pdf[object - 1] == b'\n' { object - 1 } else { object }))
}

/// Behind the first `startxref TABLE %%EOF` after `table`.
fn end_of_revision(pdf: &[u8], table: usize, limit: usize) -> Option<usize> {
    const MARK: &[u8] = b"%%EOF";
    let mut from = table;
    loop {
        let end = find(pdf, MARK, from, limit)? + MARK.len();
        if increment::table_of(&pdf[..end]) == Some(table) {
            return Some(end);
        }
        from = end;
    }
}

/// The document as of one revision.
struct State<'a> {
    base: &'a Document,
    /// Objects that later revisions added or replaced.
    newer: BTreeMap<ObjectId, Object>,
    /// Numbers of all objects that exist or are referred to, so that no new object takes the place of a missing one.
    mentioned: HashSet<u32>,
    table_at: Option<usize>,
}

impl<'a> State<'a> {
    fn of(base: &'a Document, bytes: &[u8]) -> State<'a> {
        let mut mentioned: HashSet<u32> = base.reference_table.entries.keys().copied().collect();
        for (id, object) in &base.objects {
            mentioned.insert(id.0);
            references(object, &mut |id| _ = mentioned.insert(id.0));
        }
        for (_, object) in base.trailer.iter() {
            references(object, &mut |id| _ = mentioned.insert(id.0));
        }
        State {
            base,
            newer: BTreeMap::new(),
            mentioned,
            table_at: increment::table_of(bytes.trim_ascii_end()),
        }
    }

    fn object(&self, id: ObjectId) -> Option<&Object> {
        self.newer.get(&id).or_else(|| self.base.objects.get(&id))
    }

    /// Takes the update in if all it does is sign `one`.
    fn apply(&mut self, step: Increment, one: &Signed<'_>) -> Result<(), Malformed> {
        self.judge_trailer(&step)?;
        let is_new = |id: ObjectId| !self.mentioned.contains(&id.0);
        let field_id = one.field.id.ok_or("field")?;
        let signature_id = one.place.id.ok_or("signature")?;
        let mut replaced = step.objects.keys().copied().filter(|&id| !is_new(id));
        if replaced.next() != Some(field_id) || replaced.next().is_some() {
            return Err("replaces another object");
        }
        let Some(Object::Dictionary(old)) = self.object(field_id) else { return Err("field") };
        let Some(Object::Dictionary(new)) = step.objects.get(&field_id).map(|placed| &placed.object) else {
            return Err("field");
        };
        judge_field(old, new, signature_id)?;

        let signature = step.objects.get(&signature_id).ok_or("signature")?;
        let inside = signature.span.start < one.place.gap.start && one.place.gap.end < signature.span.end;
        if !inside || !signature.object.as_dict().is_ok_and(|dict| dict.has_type(b"Sig")) {
            return Err("signature");
        }
        if let Ok(appearance) = new.get(b"AP") {
            judge_appearance(appearance, &step)?;
        }
        // Every new object belongs to the signature or its picture, and these lead to nothing older.
        let mut reached = BTreeSet::new();
        let mut todo = Vec::new();
        for key in [b"V".as_slice(), b"AP"] {
            if let Ok(value) = new.get(key) {
                references(value, &mut |id| todo.push(id));
            }
        }
        while let Some(id) = todo.pop() {
            let Some(placed) = step.objects.get(&id).filter(|_| is_new(id)) else {
                return Err("leads elsewhere");
            };
            if reached.insert(id) {
                references(&placed.object, &mut |id| todo.push(id));
            }
        }
        let unreached = step.objects.keys().filter(|&&id| id != field_id && Some(id) != step.table_stream);
        if unreached.into_iter().any(|id| !reached.contains(id)) {
            return Err("an object that no signature needs");
        }

        self.table_at = Some(step.table_at);
        for (id, placed) in step.objects {
            self.mentioned.insert(id.0);
            self.newer.insert(id, placed.object);
        }
        Ok(())
    }

    /// The trailer leads to the revision before and says of the document what that one said.
    fn judge_trailer(&self, step: &Increment) -> Result<(), Malformed> {
        let previous =
            step.trailer.get(b"Prev").and_then(Object::as_i64).ok().and_then(|at| usize::try_from(at).ok());
        if previous.is_none() || previous != self.table_at {
            return Err("Prev");
        }
        let old = &self.base.trailer;
        if step.trailer.get(b"Root").ok() != old.get(b"Root").ok()
            || step.trailer.get(b"Info").ok() != old.get(b"Info").ok()
        {
            return Err("Root or Info");
        }
        let first_id = |dict: &Dictionary| -> Option<Vec<u8>> {
            dict.get(b"ID").and_then(Object::as_array).ok()?.first()?.as_str().ok().map(<[u8]>::to_vec)
        };
        if first_id(old).is_some() && first_id(&step.trailer) != first_id(old) {
            return Err("ID");
        }
        const TABLE: [&[u8]; 9] =
            [b"Size", b"Prev", b"ID", b"Type", b"W", b"Index", b"Length", b"Filter", b"DecodeParms"];
        let others = step.trailer.iter().filter(|(key, _)| !TABLE.contains(&key.as_slice()));
        for (key, value) in others {
            if key == b"XRefStm" || key == b"Encrypt" || !old.get(key).is_ok_and(|old| equal(old, value)) {
                return Err("trailer");
            }
        }
        Ok(())
    }

    /// Where lopdf, reading the file as a viewer does, sees the very objects that were read strictly.
    fn equals(&self, now: &Document) -> bool {
        let tables = |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"XRef"));
        let known = |id: &ObjectId| self.newer.contains_key(id) || self.base.objects.contains_key(id);
        let same = |id: &ObjectId| match (self.object(*id), now.objects.get(id)) {
            (Some(ours), Some(theirs)) => equal(ours, theirs),
            (Some(ours), None) => tables(ours),
            (None, theirs) => theirs.is_none_or(tables),
        };
        now.objects.iter().all(|(id, object)| known(id) || tables(object))
            && self.base.objects.keys().chain(self.newer.keys()).all(same)
    }
}

/// Of a signed field only the value and the appearance are new; above all its place on the page is the old one.
fn judge_field(old: &Dictionary, new: &Dictionary, signature: ObjectId) -> Result<(), Malformed> {
    let signs = |key: &[u8]| key == b"V" || key == b"AP";
    let empty = old.get(b"V").map_or(true, |value| matches!(value, Object::Null));
    if !empty || old.get(b"FT").and_then(Object::as_name).ok() != Some(b"Sig") {
        return Err("field was not empty");
    }
    if new.get(b"V").and_then(Object::as_reference).ok() != Some(signature) {
        return Err("field has another value");
    }
    let kept = old
        .iter()
        .filter(|(key, _)| !signs(key))
        .all(|(key, value)| new.get(key).is_ok_and(|new| equal(value, new)));
    let added = new.iter().any(|(key, _)| !signs(key) && !old.has(key));
    if kept && !added { Ok(()) } else { Err("field changed") }
}

/// One picture, cut off at its own bounds: a viewer fits it into the field's rectangle, so it cannot cover the page.
fn judge_appearance(appearance: &Object, step: &Increment) -> Result<(), Malformed> {
    let follow = |object: &Object| match object {
        Object::Reference(id) => step.objects.get(id).map(|placed| placed.object.clone()),
        other => Some(other.clone()),
    };
    let Some(Object::Dictionary(dict)) = follow(appearance) else { return Err("appearance") };
    let only_normal = dict.len() == 1 && dict.has(b"N");
    let Some(Object::Stream(picture)) = dict.get(b"N").ok().and_then(follow) else {
        return Err("appearance");
    };
    let is_form = picture.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form");
    let bounded = picture.dict.get(b"BBox").and_then(Object::as_array).is_ok_and(|bounds| {
        bounds.len() == 4 && bounds.iter().all(|n| n.as_float().is_ok_and(f32::is_finite))
    });
    if only_normal && is_form && bounded { Ok(()) } else { Err("appearance") }
}

/// Calls `each` for every reference inside `object`.
pub(crate) fn references(object: &Object, each: &mut dyn FnMut(ObjectId)) {
    match object {
        Object::Reference(id) => each(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, each)),
        Object::Dictionary(dict) => dict.iter().for_each(|(_, value)| references(value, each)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, each)),
        _ => {}
    }
}

/// Equal in meaning: how a string is written, and whether a whole number is written with a point, does not count.
pub(crate) fn equal(a: &Object, b: &Object) -> bool {
    let dicts = |a: &Dictionary, b: &Dictionary| {
        a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_ok_and(|other| equal(value, other)))
    };
    match (a, b) {
        (Object::String(a, _), Object::String(b, _)) => a == b,
        (Object::Integer(_), Object::Real(_)) | (Object::Real(_), Object::Integer(_)) => {
            a.as_float().ok().map(f32::to_bits) == b.as_float().ok().map(f32::to_bits)
        }
        (Object::Real(a), Object::Real(b)) => a.to_bits() == b.to_bits(),
        (Object::Array(a), Object::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Object::Dictionary(a), Object::Dictionary(b)) => dicts(a, b),
        (Object::Stream(a), Object::Stream(b)) => dicts(&a.dict, &b.dict) && a.content == b.content,
        _ => a == b,
    }
}
