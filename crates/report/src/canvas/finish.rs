//! What makes pages a document to be filed: identity, XMP, output intent, outline, signature fields.

use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::emit::{self, Emitted, PICTURE, points};
use super::{Bookmark, Canvas, Picture, SignatureField};
use crate::ReportError;

/// sRGB as LittleCMS makes it ("No copyright, use freely").
const SRGB: &[u8] = include_bytes!("srgb.icc");

/// What the finished file says about itself.
pub(crate) struct Outcome<'a> {
    pub title: &'a str,
    pub author: &'a str,
    pub subject: &'a str,
    /// When the report was made, as PDF writes times: `D:20261120103000+08'00'`.
    pub made_at: &'a str,
    /// The XMP packet, whole.
    pub xmp: &'a str,
    /// Bytes that differ between any two reports that are not the same; the file's `/ID` is their digest.
    pub identity: &'a [u8],
}

impl Canvas {
    /// Writes the file.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyph`] for the first character that no typeface has.
    pub(crate) fn finish(mut self, outcome: &Outcome<'_>) -> Result<Vec<u8>, ReportError> {
        if let Some(missing) = self.missing.take() {
            return Err(missing);
        }
        let emitted = emit::emit(&mut self)?;
        let file = Finishing { emitted };
        file.write(&self, outcome)
    }
}

struct Finishing {
    emitted: Emitted,
}

impl Finishing {
    fn write(mut self, canvas: &Canvas, outcome: &Outcome<'_>) -> Result<Vec<u8>, ReportError> {
        if let Some(picture) = &canvas.picture {
            self.add_picture(picture)?;
        }
        let outline = self.outline(&canvas.bookmarks, canvas.height);
        let form = self.signature_fields(&canvas.fields, canvas.height)?;
        let intent = self.output_intent();
        let document = &mut self.emitted.document;
        // Readable without unpacking: whoever searches a folder of reports finds their facts.
        let metadata = document.add_object(
            Stream::new(
                dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
                outcome.xmp.as_bytes().to_vec(),
            )
            .with_compression(false),
        );
        let catalog = document.catalog_mut().map_err(|error| drawing(&error))?;
        catalog.set("Version", "1.7");
        catalog.set("Lang", Object::string_literal("zh-CN"));
        catalog.set("Metadata", metadata);
        catalog.set("OutputIntents", vec![Object::Reference(intent)]);
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
        catalog.set("PageLayout", "OneColumn");
        match outline {
            Some(outline) => {
                catalog.set("Outlines", outline);
                catalog.set("PageMode", "UseOutlines");
            }
            None => catalog.set("PageMode", "UseNone"),
        }
        if let Some(form) = form {
            catalog.set("AcroForm", form);
        }
        let info = document.add_object(dictionary! {
            "Title" => text_string(outcome.title),
            "Author" => text_string(outcome.author),
            "Subject" => text_string(outcome.subject),
            "Creator" => text_string("慧签"),
            "Producer" => text_string("慧签 · printpdf"),
            "CreationDate" => Object::string_literal(outcome.made_at),
            "ModDate" => Object::string_literal(outcome.made_at),
        });
        document.trailer.set("Info", info);
        let id = Object::String(Sha256::digest(outcome.identity)[..16].to_vec(), StringFormat::Hexadecimal);
        document.trailer.set("ID", vec![id.clone(), id]);
        document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).map_err(|error| ReportError::Drawing { reason: error.to_string() })?;
        Ok(bytes)
    }

    fn output_intent(&mut self) -> ObjectId {
        let profile = emit::packed(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, SRGB);
        let profile = self.emitted.document.add_object(profile);
        self.emitted.document.add_object(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal("sRGB"),
            "Info" => Object::string_literal("sRGB IEC61966-2.1"),
            "DestOutputProfile" => profile,
        })
    }

    fn outline(&mut self, bookmarks: &[Bookmark], height: f32) -> Option<ObjectId> {
        if bookmarks.is_empty() {
            return None;
        }
        let document = &mut self.emitted.document;
        let root = document.new_object_id();
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
        for (at, bookmark) in bookmarks.iter().enumerate() {
            let page = *self.emitted.pages.get(bookmark.page)?;
            let target = vec![
                page.into(),
                "XYZ".into(),
                Object::Null,
                points(height - bookmark.y).into(),
                Object::Null,
            ];
            let mut entry = dictionary! {
                "Parent" => root, "Title" => text_string(&bookmark.title), "Dest" => target,
            };
            if at > 0 {
                entry.set("Prev", ids[at - 1]);
            }
            if let Some(next) = ids.get(at + 1) {
                entry.set("Next", *next);
            }
            document.set_object(ids[at], entry);
        }
        let (first, last) = (*ids.first()?, *ids.last()?);
        let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        document.set_object(
            root,
            dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count },
        );
        Some(root)
    }

    fn signature_fields(
        &mut self,
        fields: &[SignatureField],
        height: f32,
    ) -> Result<Option<ObjectId>, ReportError> {
        if fields.is_empty() {
            return Ok(None);
        }
        let document = &mut self.emitted.document;
        let mut all: Vec<Object> = Vec::new();
        for field in fields {
            let page = *self
                .emitted
                .pages
                .get(field.page)
                .ok_or_else(|| ReportError::Drawing { reason: "a field on no page".into() })?;
            let area = field.area;
            let corner = (points(area.x), points(height - area.y - area.height));
            let (width, tall) = (points(area.width), points(area.height));
            let empty = document.add_object(Stream::new(
                dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "Resources" => dictionary! {},
                    "BBox" => vec![0.into(), 0.into(), width.into(), tall.into()],
                },
                Vec::new(),
            ));
            let id = document.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
                "T" => Object::string_literal(field.name),
                // Printed with the page, and locked in its place.
                "F" => 132,
                "P" => page,
                "Rect" => vec![
                    corner.0.into(), corner.1.into(), (corner.0 + width).into(), (corner.1 + tall).into(),
                ],
                "AP" => dictionary! { "N" => empty },
            });
            all.push(id.into());
            let page = document.get_dictionary_mut(page).map_err(|error| drawing(&error))?;
            let mut here = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
            here.push(id.into());
            page.set("Annots", here);
        }
        // SigFlags 3: there are signature fields, and a signed file may only be appended to.
        Ok(Some(document.add_object(dictionary! { "Fields" => all, "SigFlags" => 3 })))
    }

    fn add_picture(&mut self, picture: &Picture) -> Result<(), ReportError> {
        let document = &mut self.emitted.document;
        let mut image = |space: &str, bytes: &[u8], mask: Option<ObjectId>| {
            let mut entries = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => space, "BitsPerComponent" => 8,
                "Width" => i64::from(picture.width), "Height" => i64::from(picture.height),
            };
            if let Some(mask) = mask {
                entries.set("SMask", mask);
            }
            document.add_object(emit::packed(entries, bytes))
        };
        let mask = picture.opacity.as_ref().map(|opacity| image("DeviceGray", opacity, None));
        let id = image("DeviceRGB", &picture.colours, mask);
        let resources =
            document.get_dictionary_mut(self.emitted.resources).map_err(|error| drawing(&error))?;
        resources.set("XObject", dictionary! { PICTURE => id });
        Ok(())
    }
}

fn drawing(error: &lopdf::Error) -> ReportError {
    ReportError::Drawing { reason: error.to_string() }
}

/// A text string as PDF wants any that is not plain ASCII: UTF-16, big end first, with its mark.
fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}
