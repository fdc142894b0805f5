//! PDFs with pages that are painted as said. F1: two-byte codes that are their characters; F2: Courier; F3: GBK.

use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

const TABLE: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap % a table\n1 begincodespacerange <0000> <FFFF> endcodespacerange \
    2 beginbfrange <4E00> <4EFF> <4E00> <7B00> <7B7F> <7B00> endbfrange 1 beginbfrange <5232> <5232> [<5272>] endbfrange \
    3 beginbfchar <00AD> <00AD> <6838> <6838> <5FC3> <5FC3> endbfchar endcmap";

fn fonts(document: &mut Document) -> ObjectId {
    let table = document.add_object(Stream::new(dictionary! {}, TABLE.into()));
    let below = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "Song", "DW" => 1000,
        "W" => vec![Object::Integer(0x6838), Object::Array(vec![1000.into()]), 0x7b00.into(), 0x7b7f.into(), 1000.into()],
    });
    let composite = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "Song", "Encoding" => "Identity-H",
        "DescendantFonts" => vec![below.into()], "ToUnicode" => table,
    });
    let widths: Vec<Object> = (32..=255).map(|_| 600.into()).collect();
    let courier = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding",
        "FirstChar" => 32, "Widths" => widths,
    });
    let old = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "STSong", "Encoding" => "GBK-EUC-H",
        "DescendantFonts" => vec![below.into()],
    });
    document.add_object(dictionary! { "F1" => composite, "F2" => courier, "F3" => old })
}

/// Pages with these paintings.
pub fn document(paintings: &[&str]) -> Document {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let fonts = fonts(&mut document);
    let resources = document.add_object(dictionary! { "Font" => fonts });
    let mut pages: Vec<Object> = Vec::new();
    for painting in paintings {
        let content = document.add_object(Stream::new(dictionary! {}, painting.as_bytes().to_vec()));
        let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
        pages.push(document.add_object(page).into());
    }
    let count = i64::try_from(pages.len()).unwrap();
    let node = dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count, "Resources" => resources,
    "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] };
    document.objects.insert(tree, node.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    document
}

pub fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.compress();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub fn pages(paintings: &[&str]) -> Vec<u8> {
    saved(document(paintings))
}

/// A page that paints a form, which paints itself again and again.
pub fn with_form(painting: &str) -> Vec<u8> {
    let mut file = document(&["/X Do"]);
    let fonts = fonts(&mut file);
    let form = file.new_object_id();
    let own = dictionary! { "Font" => fonts, "XObject" => dictionary! { "X" => form } };
    let stream = Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => own },
        painting.as_bytes().to_vec(),
    );
    file.objects.insert(form, stream.into());
    let page = *file.get_pages().values().next().unwrap();
    let page = file.get_object_mut(page).unwrap().as_dict_mut().unwrap();
    page.set("Resources", dictionary! { "XObject" => dictionary! { "X" => form } });
    saved(file)
}

/// A PDF that opens with that password.
pub fn encrypted(password: &str) -> Vec<u8> {
    let mut file = document(&["BT /F2 12 Tf 72 700 Td (VPN) Tj ET"]);
    let id = Object::string_literal("0123456789abcdef");
    file.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &file,
        owner_password: "owner",
        user_password: password,
        key_length: 128,
        permissions: Permissions::empty(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    file.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// The beginning of an older office program's file, with a stream of that name.
pub fn old_office(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}
