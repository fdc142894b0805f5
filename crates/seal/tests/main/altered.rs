//! The corpus of changed files: each must be refused, and what was done must be named.

use domain::organisation::Party;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use seal::{ChangeKind, ChangedAfterSigning, Inspection, SignatureProblem, Verdict, sign};

use crate::keys::identity;
use crate::paper::{PAPER, Paper, report};
use crate::signing::{look, once, request, twice};

/// The file with an unsigned update appended.
pub fn updated(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), Document::load_mem(pdf).unwrap());
    update.new_document.version = "1.7".into();
    change(&mut update);
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    out
}

/// The object, copied into the update so that it can be changed there.
fn copied(update: &mut IncrementalDocument, id: ObjectId) -> &mut Dictionary {
    update.opt_clone_object_to_new_document(id).unwrap();
    update.new_document.get_dictionary_mut(id).unwrap()
}

fn page(update: &IncrementalDocument, number: u32) -> ObjectId {
    update.get_prev_documents().get_pages()[&number]
}

fn trailer_id(update: &IncrementalDocument, key: &[u8]) -> ObjectId {
    update.get_prev_documents().trailer.get(key).unwrap().as_reference().unwrap()
}

fn field_id(update: &IncrementalDocument, party: Party) -> ObjectId {
    let is_field = |object: &Object| {
        let name = object.as_dict().and_then(|dict| dict.get(b"T")).and_then(Object::as_str);
        name.is_ok_and(|name| name == seal::field_name(party).as_bytes())
    };
    *update.get_prev_documents().objects.iter().find(|(_, object)| is_field(object)).unwrap().0
}

/// White paint over the amount on page 1.
pub fn overlay(pdf: &[u8]) -> Vec<u8> {
    updated(pdf, |update| {
        let paint = Stream::new(dictionary! {}, b"q 1 1 1 rg 60 600 400 200 re f Q".to_vec());
        let paint = update.new_document.add_object(paint);
        let id = page(update, 1);
        let page = copied(update, id);
        let old = page.get(b"Contents").unwrap().clone();
        page.set("Contents", vec![old, paint.into()]);
    })
}

fn refused(what: &str, pdf: &[u8]) -> Inspection {
    let found = look(pdf);
    assert!(matches!(found.verdict, Verdict::Altered | Verdict::Invalid), "{what}: {found:#?}");
    let refused = sign(pdf, &identity("p384"), &request(Party::Provider));
    assert!(refused.is_err(), "{what} was signed");
    found
}

#[test]
fn every_unsigned_update_is_refused_and_named() {
    type Change = (&'static str, ChangeKind, fn(&mut IncrementalDocument));
    let changes: [Change; 14] = [
        ("note", ChangeKind::Annotation, |update| {
            let note = dictionary! {
                "Type" => "Annot", "Subtype" => "FreeText", "Contents" => Object::string_literal("9,999,999"),
                "Rect" => vec![100.into(), 700.into(), 400.into(), 760.into()],
            };
            let note = update.new_document.add_object(note);
            let id = page(update, 1);
            copied(update, id).set("Annots", vec![note.into()]);
        }),
        ("title", ChangeKind::Information, |update| {
            let id = trailer_id(update, b"Info");
            copied(update, id).set("Title", Object::string_literal("Other"));
        }),
        ("metadata", ChangeKind::Metadata, |update| {
            let catalog = update.get_prev_documents().catalog().unwrap();
            let id = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
            update.opt_clone_object_to_new_document(id).unwrap();
            let stream = update.new_document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
            stream.set_content(b"<x:xmpmeta/>".to_vec());
        }),
        ("catalogue", ChangeKind::Catalogue, |update| {
            let id = trailer_id(update, b"Root");
            copied(update, id)
                .set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") });
        }),
        ("another catalogue", ChangeKind::Catalogue, |update| {
            let catalog = update.get_prev_documents().catalog().unwrap().clone();
            let id = update.new_document.add_object(catalog);
            update.new_document.trailer.set("Root", id);
        }),
        ("page size", ChangeKind::Page, |update| {
            let id = page(update, 2);
            copied(update, id).set("MediaBox", vec![0.into(), 0.into(), 595.into(), 400.into()]);
        }),
        ("page contents replaced", ChangeKind::PageContent, |update| {
            let id = update.get_prev_documents().get_page_contents(page(update, 1))[0];
            let stream = Stream::new(dictionary! {}, b"BT (other) Tj ET".to_vec());
            update.new_document.set_object(id, stream);
        }),
        ("font replaced", ChangeKind::ObjectReplaced, |update| {
            let is_font = |object: &Object| object.as_dict().is_ok_and(|dict| dict.has_type(b"Font"));
            let old = update.get_prev_documents().objects.iter();
            let id = *old.clone().find(|(_, object)| is_font(object)).unwrap().0;
            copied(update, id).set("BaseFont", "Symbol");
        }),
        ("loose object", ChangeKind::ObjectAdded, |update| {
            update.new_document.add_object(Object::Integer(1));
        }),
        ("form", ChangeKind::ObjectReplaced, |update| {
            let catalog = update.get_prev_documents().catalog().unwrap();
            let id = catalog.get(b"AcroForm").unwrap().as_reference().unwrap();
            copied(update, id).set("NeedAppearances", true);
        }),
        ("field moved", ChangeKind::FormField, |update| {
            let id = field_id(update, Party::Client);
            copied(update, id).set("Rect", vec![0.into(), 0.into(), 595.into(), 842.into()]);
        }),
        ("picture exchanged", ChangeKind::FormField, |update| {
            let form =
                dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()] };
            let form = update.new_document.add_object(Stream::new(form, b"0 0 9 9 re f".to_vec()));
            let id = field_id(update, Party::Client);
            copied(update, id).set("AP", dictionary! { "N" => form });
        }),
        ("signature removed", ChangeKind::StraySignature, |update| {
            let id = field_id(update, Party::Client);
            copied(update, id).remove(b"V");
        }),
        ("signature shared", ChangeKind::SharedSignature, |update| {
            let (from, to) = (field_id(update, Party::Client), field_id(update, Party::Provider));
            let value = update.get_prev_documents().get_dictionary(from).unwrap().get(b"V").unwrap().clone();
            copied(update, to).set("V", value);
        }),
    ];
    for (what, kind, change) in changes {
        for (signed, pdf) in [("once", once()), ("twice", twice())] {
            let found = refused(what, &updated(pdf, change));
            assert_eq!(found.changed_after_signing, ChangedAfterSigning::Other, "{what}, {signed}");
            assert!(found.changes.iter().any(|change| change.kind == kind), "{what}, {signed}: {found:#?}");
            // Emptied of its only signature, the file has none to speak of.
            let Some(first) = found.signatures.first() else { continue };
            assert!(
                first.intact || found.changes.iter().any(|c| c.kind == ChangeKind::SharedSignature),
                "{what}, {signed}"
            );
            assert!(!first.added_after.is_empty(), "{what}, {signed}");
        }
    }
    let found = refused("overlay", &overlay(twice()));
    let on_page_1 = |change: &seal::Change| change.kind == ChangeKind::PageContent && change.page == Some(1);
    assert!(
        found.signatures.iter().all(|signature| signature.added_after.iter().any(on_page_1)),
        "{found:#?}"
    );
}

#[test]
fn both_signatures_removed_is_not_unsigned() {
    let emptied = updated(twice(), |update| {
        for party in Party::BOTH {
            let id = field_id(update, party);
            let value = copied(update, id).remove(b"V").unwrap().as_reference().unwrap();
            update.new_document.set_object(value, Object::Null);
        }
    });
    assert_eq!(refused("emptied", &emptied).verdict, Verdict::Altered);
}

#[test]
fn a_second_field_of_the_same_name_is_refused() {
    let doubled = updated(once(), |update| {
        let field = dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal(seal::CLIENT_FIELD),
            "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        };
        let field = update.new_document.add_object(field);
        let catalog = update.get_prev_documents().catalog().unwrap();
        let id = catalog.get(b"AcroForm").unwrap().as_reference().unwrap();
        let Ok(Object::Array(fields)) = copied(update, id).get_mut(b"Fields") else { panic!("no fields") };
        fields.push(field.into());
    });
    let found = refused("doubled", &doubled);
    assert!(found.changes.iter().any(|change| change.kind == ChangeKind::DuplicateField));
}

/// Places of a text in a file.
fn places(pdf: &[u8], text: &[u8]) -> Vec<usize> {
    (0..pdf.len()).filter(|&at| pdf[at..].starts_with(text)).collect()
}

#[test]
fn a_flipped_byte_in_any_region_is_refused() {
    let base = report().len();
    let second = once().len();
    let after = |text: &[u8], from: usize| places(twice(), text).into_iter().find(|&at| at >= from).unwrap();
    let regions = [
        ("header", 6, 0),
        ("page contents", after(b"1060800.00", 0), 0),
        ("metadata", after(b"<pdf:Keywords>", 0) + 16, 0),
        ("title", after(b"Settlement", 0), 0),
        ("first table", after(b"xref", 0) + 30, 0),
        ("first trailer", after(b"/Size", 0) + 2, 0),
        ("field", after(seal::CLIENT_FIELD.as_bytes(), 0), 0),
        ("first picture", after(b"/BBox", base) + 7, 0),
        ("first reason", after(b"/Reason", base) + 12, 0),
        ("first time", after(b"/M(D:", base) + 9, 0),
        ("first range", after(b"/ByteRange", base) + 14, 0),
        ("first signature", after(b"/Contents<", base) + 400, 0),
        ("second picture", after(b"/BBox", second) + 7, 1),
        ("second reason", after(b"/Reason", second) + 12, 1),
        ("second range", after(b"/ByteRange", second) + 14, 1),
        ("second table", after(b"xref", second) + 9, 1),
        ("last end mark", twice().len() - 3, 1),
    ];
    for (what, at, first_broken) in regions {
        let mut changed = twice().to_vec();
        changed[at] ^= 1;
        let found = refused(what, &changed);
        for signature in found.signatures.iter().skip(first_broken) {
            assert!(!signature.intact, "{what}: {found:#?}");
        }
    }
}

#[test]
fn nothing_may_hide_in_the_place_of_a_signature() {
    let open = *places(twice(), b"/Contents<").last().unwrap() + 10;
    let close = open + places(&twice()[open..], b">")[0];
    let mut changed = twice().to_vec();
    changed[close - 2] = b'4';
    let found = refused("hidden byte", &changed);
    assert_eq!(found.signatures[1].problem, Some(SignatureProblem::HiddenBytes));
    changed[close - 2] = b' ';
    assert_eq!(refused("hidden space", &changed).signatures[1].problem, Some(SignatureProblem::RangeWrong));
}

#[test]
fn bytes_around_the_document_are_refused() {
    for end in ["\n", " ", "\n% a comment no signature covers\n", "\u{0}", "%%EOF\n", "1 0 obj null endobj\n"]
    {
        let found = refused(end, &[twice(), end.as_bytes()].concat());
        assert_eq!(found.changed_after_signing, ChangedAfterSigning::Other);
    }
    for start in ["\n", "garbage", "%PDF-1.4\n"] {
        refused(start, &[start.as_bytes(), twice()].concat());
    }
}

#[test]
fn resaved_files_are_refused() {
    let mut resaved = Vec::new();
    Document::load_mem(twice()).unwrap().save_to(&mut resaved).unwrap();
    refused("resaved by lopdf", &resaved);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("signed.pdf"), twice()).unwrap();
    for options in [vec![], vec!["--linearize"], vec!["--object-streams=generate"], vec!["--qdf"]] {
        let arguments = [options.as_slice(), &["signed.pdf", "resaved.pdf"]].concat();
        crate::keys::run("qpdf", folder.path(), &arguments);
        refused("resaved by qpdf", &std::fs::read(folder.path().join("resaved.pdf")).unwrap());
    }
}

#[test]
fn truncated_files_are_refused_or_told_for_what_is_left() {
    let base = report().len();
    let (first, second) = (once().len(), twice().len());
    for length in (0..second)
        .step_by(311)
        .chain(base - 8..base + 4)
        .chain(first - 8..first + 4)
        .chain(second - 8..second)
    {
        let found = look(&twice()[..length]);
        let told = match found.verdict {
            Verdict::Altered | Verdict::Invalid => true,
            // What is left is exactly the report, or the report with the first signature.
            Verdict::Unsigned => length == base || length == base + 1,
            Verdict::SignedByOne => length == first,
            Verdict::Countersigned | Verdict::Unverifiable => false,
        };
        assert!(told, "{length} of {base}, {first}, {second}: {found:#?}");
    }
}

#[test]
fn a_signature_moved_from_another_report_is_refused() {
    let other = Paper { amount: "1160800.00", ..PAPER };
    // Of the same length, so that every offset of the moved update fits.
    let moved = [other.build().as_slice(), &once()[report().len()..]].concat();
    let found = refused("moved update", &moved);
    assert_eq!(found.signatures[0].problem, Some(SignatureProblem::BytesChanged));

    // Of another length, its dictionary copied into a new update.
    let other = Paper { amount: "1160800.00 yuan", ..PAPER }.build();
    let source = Document::load_mem(once()).unwrap();
    let signature =
        source.objects.values().find(|o| o.as_dict().is_ok_and(|d| d.has(b"ByteRange"))).unwrap().clone();
    let moved = updated(&other, |update| {
        let value = update.new_document.add_object(signature);
        let id = field_id(update, Party::Client);
        copied(update, id).set("V", value);
    });
    let found = refused("moved dictionary", &moved);
    assert!(!found.signatures[0].intact);

    // The client's signature shown as the provider's as well.
    let twice_the_same = [twice(), &once()[report().len()..]].concat();
    refused("update repeated", &twice_the_same);
}

#[test]
fn an_update_cut_from_the_middle_is_refused() {
    // The provider's update alone on the report: its range still names the bytes of the client's.
    let without_first = [report().as_slice(), &twice()[once().len()..]].concat();
    refused("first update cut out", &without_first);
}
