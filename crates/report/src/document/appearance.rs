//! What a digital signature shows in its box: who, as what, when, and a seal's picture when there is one.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

use crate::ReportError;
use crate::canvas::{Area, Canvas, Face, Fonts, Ink, MM_PER_POINT, Outcome, Picture, Stroke, Type};
use crate::facts::ReportKind;
use crate::lines;
use crate::view::SignatureAppearance;

/// Neither side of a seal's picture may have more pixels than this.
pub const SEAL_PICTURE_LIMIT: u32 = 4096;

const MARGIN: f32 = 1.8;

/// Draws a signature's appearance as a PDF of one page, `width` by `height` millimetres; for the boxes of a report
/// those are [`crate::SIGNATURE_BOX`]. Long names are set smaller, never cut.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed, [`ReportError::Picture`] when the picture cannot
/// be used, [`ReportError::TooLong`] when the box is too small for the text at any legible size.
pub fn signature_appearance(
    signature: &SignatureAppearance,
    size: (f32, f32),
    fonts: &Fonts,
) -> Result<Vec<u8>, ReportError> {
    let (width, height) = size;
    let mut canvas = Canvas::new(fonts, width, height);
    canvas.set_place(ReportKind::SignatureAppearance.title());
    let page = canvas.add_page();
    let inner = Area { x: 0.3, y: 0.3, width: width - 0.6, height: height - 0.6 };
    canvas.frame(page, inner, Stroke::solid(0.7, Ink::Seal));

    let mut left = MARGIN + 0.8;
    if let Some(bytes) = &signature.picture {
        let picture = decode(bytes)?;
        let room = (height - 2.0 * MARGIN).min(width * 0.4);
        let scale = (room / picture.width as f32).min(room / picture.height as f32);
        let (wide, tall) = (picture.width as f32 * scale, picture.height as f32 * scale);
        let area = Area { x: MARGIN, y: (height - tall) / 2.0, width: wide, height: tall };
        left = MARGIN + wide + 1.8;
        canvas.picture(page, area, picture);
    }

    let mut texts = vec![("数字签名".to_owned(), Face::Hei), (signature.name.clone(), Face::Hei)];
    texts.extend(
        [&signature.post, &signature.organisation]
            .into_iter()
            .filter(|t| !t.is_empty())
            .map(|t| (t.clone(), Face::Song)),
    );
    texts.push((signature.signed_at.format("%Y-%m-%d %H:%M:%S %:z").to_string(), Face::Song));
    let (text_size, laid) = fit(fonts, &texts, width - MARGIN - left, height - 2.0 * MARGIN)
        .ok_or_else(|| ReportError::TooLong { what: ReportKind::SignatureAppearance.title().to_owned() })?;
    let step = text_size * MM_PER_POINT * 1.38;
    let mut y = (height - step * laid.len() as f32) / 2.0 + step * 0.76;
    for (line, face) in &laid {
        canvas.text(page, Type::new(*face, text_size, Ink::Seal), (left, y), line);
        y += step;
    }

    let made_at = signature.signed_at.format("D:%Y%m%d%H%M%S").to_string();
    let identity: String = texts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("\n");
    canvas.finish(&Outcome {
        title: ReportKind::SignatureAppearance.title(),
        author: &signature.name,
        subject: "",
        made_at: &made_at,
        xmp: "",
        identity: identity.as_bytes(),
    })
}

type Lines = Vec<(String, Face)>;

/// The largest size in points at which all texts fit, and their lines at that size.
fn fit(fonts: &Fonts, texts: &[(String, Face)], width: f32, height: f32) -> Option<(f32, Lines)> {
    // From 9.5 down to 4 points by halves: below that nobody reads it.
    (8..=19).rev().map(|half| half as f32 / 2.0).find_map(|size| {
        let laid: Lines = texts
            .iter()
            .flat_map(|(text, face)| {
                lines::wrap(fonts, text, *face, size, width).into_iter().map(|line| (line, *face))
            })
            .collect();
        let fits = laid.len() as f32 * size * MM_PER_POINT * 1.38 <= height
            && laid.iter().all(|(line, face)| fonts.width(line, *face, size) <= width + 0.01);
        fits.then_some((size, laid))
    })
}

fn decode(bytes: &[u8]) -> Result<Picture, ReportError> {
    let broken = |reason: String| ReportError::Picture { reason };
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| broken(error.to_string()))?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(broken("neither PNG nor JPEG".to_owned()));
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SEAL_PICTURE_LIMIT);
    limits.max_image_height = Some(SEAL_PICTURE_LIMIT);
    reader.limits(limits);
    let pixels = reader.decode().map_err(|error| broken(error.to_string()))?.into_rgba8();
    let (width, height) = pixels.dimensions();
    let colours = pixels.pixels().flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let opacity: Vec<u8> = pixels.pixels().map(|pixel| pixel[3]).collect();
    let opaque = opacity.iter().all(|alpha| *alpha == 255);
    Ok(Picture { width, height, colours, opacity: (!opaque).then_some(opacity) })
}
