//! Small reports to sign, and small pictures to sign them with.

use domain::organisation::Party;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};

/// How a test report is built.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    pub amount: &'a str,
    /// Objects in streams and the table in a stream, as newer programs write.
    pub modern: bool,
    /// With the two empty signature fields; a draft has none.
    pub fields: bool,
}

pub const PAPER: Paper<'static> = Paper { amount: "1060800.00", modern: false, fields: true };

pub fn report() -> Vec<u8> {
    PAPER.build()
}

impl Paper<'_> {
    /// Two pages, document information, metadata; the signature fields on page 2.
    pub fn build(&self) -> Vec<u8> {
        let mut doc = Document::with_version("1.7");
        let pages_id = doc.new_object_id();
        let font =
            doc.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
        let resources = doc.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
        let mut kids = Vec::new();
        for number in 1..=2 {
            let drawing = format!("BT /F1 24 Tf 72 700 Td (Page {number}: {}) Tj ET", self.amount);
            let contents =
                doc.add_object(Stream::new(dictionary! {}, drawing.into_bytes()).with_compression(false));
            kids.push(doc.add_object(dictionary! {
                "Type" => "Page", "Parent" => pages_id, "Contents" => contents, "Resources" => resources,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            }));
        }
        let last_page = kids[1];
        let kids: Vec<Object> = kids.into_iter().map(Object::Reference).collect();
        doc.objects.insert(pages_id, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 2 }.into());
        let xmp = format!(
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
             <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' \
             xmlns:pdf='http://ns.adobe.com/pdf/1.3/'><pdf:Keywords>{}</pdf:Keywords></rdf:Description></rdf:RDF>\
             </x:xmpmeta><?xpacket end='w'?>",
            self.amount
        );
        let metadata = doc.add_object(
            Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes())
                .with_compression(false),
        );
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => pages_id, "Metadata" => metadata };
        if self.fields {
            let fields: Vec<Object> = Party::BOTH
                .into_iter()
                .zip([72.0, 320.5])
                .map(|(party, left)| {
                    let rect: Vec<Object> = [left, 100.25, left + 200.0, 180.75].map(Object::Real).to_vec();
                    Object::Reference(doc.add_object(dictionary! {
                        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 132, "P" => last_page,
                        "T" => Object::string_literal(seal::field_name(party)), "Rect" => rect,
                    }))
                })
                .collect();
            doc.get_dictionary_mut(last_page).unwrap().set("Annots", fields.clone());
            let form = doc.add_object(dictionary! { "Fields" => fields, "SigFlags" => 3 });
            catalog.set("AcroForm", form);
        }
        let catalog = doc.add_object(catalog);
        let info = doc.add_object(dictionary! { "Title" => Object::string_literal("Settlement 2026Q3") });
        doc.trailer.set("Root", catalog);
        doc.trailer.set("Info", info);
        let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
        doc.trailer.set("ID", vec![id.clone(), id]);
        let mut out = Vec::new();
        if self.modern {
            doc.save_modern(&mut out).unwrap()
        } else {
            doc.save_to(&mut out).unwrap()
        }
        out
    }
}

/// A one-page PDF as the `report` crate draws the picture of a signature; resources and size are inherited.
pub fn picture(words: &str) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let pages_id = doc.new_object_id();
    let font =
        doc.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let drawing = format!("0.7 0.1 0.1 RG 1 1 198 78 re S BT /F1 12 Tf 10 40 Td ({words}) Tj ET");
    let contents = doc.add_object(Stream::new(dictionary! {}, drawing.into_bytes()));
    let page = doc.add_object(dictionary! { "Type" => "Page", "Parent" => pages_id, "Contents" => contents });
    doc.objects.insert(
        pages_id,
        dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
            "MediaBox" => vec![0.into(), 0.into(), 200.into(), 80.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        }
        .into(),
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id });
    doc.trailer.set("Root", catalog);
    let mut out = Vec::new();
    doc.save_to(&mut out).unwrap();
    out
}
