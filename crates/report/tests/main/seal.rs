//! A signature's appearance, with and without the picture of a seal.

use report::{ReportError, signature_appearance};

use crate::samples;
use crate::tools::{File, fonts};

/// A ring as a PNG with a transparent ground.
pub fn ring() -> Vec<u8> {
    let picture = image::RgbaImage::from_fn(160, 160, |x, y| {
        let (x, y) = (x as i32 - 80, y as i32 - 80);
        let distance = x * x + y * y;
        if (66 * 66..76 * 76).contains(&distance) {
            image::Rgba([200, 20, 20, 255])
        } else {
            image::Rgba([0; 4])
        }
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn draw(picture: Option<Vec<u8>>) -> Result<Vec<u8>, ReportError> {
    let mut signature = samples::appearance();
    signature.picture = picture;
    signature_appearance(&signature, report::SIGNATURE_BOX, fonts())
}

#[test]
fn it_says_who_signed_as_what_and_when() {
    let pdf = draw(None).unwrap();
    let file = File::of(&pdf);
    file.assert_sound();
    assert_eq!(file.page_count(), 1);
    let text = file.drawn();
    for words in ["数字签名", "周建国", "政企客户部总经理", "2026-11-2010:30:00+08:00"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(pdf.len() < 40_000);
}

#[test]
fn png_and_jpeg_are_drawn() {
    let jpeg = {
        let ring = image::load_from_memory(&ring()).unwrap().to_rgb8();
        let mut bytes = std::io::Cursor::new(Vec::new());
        ring.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    };
    for picture in [ring(), jpeg] {
        let file = File::of(&draw(Some(picture)).unwrap());
        file.assert_sound();
        assert!(file.drawn().contains("周建国"));
        let (width, _, pixels) = file.picture(1);
        let left: u32 = (0..pixels.len())
            .filter(|at| (*at as u32 % width) < width / 3)
            .map(|at| u32::from(255 - pixels[at]))
            .sum();
        assert!(left > 5_000, "the ring leaves ink in the left third");
    }
}

#[test]
fn a_broken_picture_is_refused() {
    let mut cut = ring();
    cut.truncate(cut.len() / 2);
    for picture in [b"GIF89a".to_vec(), Vec::new(), cut, b"\x89PNG\r\n\x1a\n".to_vec()] {
        assert!(matches!(draw(Some(picture)), Err(ReportError::Picture { .. })));
    }
    let wide = image::GrayImage::new(report::SEAL_PICTURE_LIMIT + 1, 1);
    let mut bytes = std::io::Cursor::new(Vec::new());
    wide.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    assert!(matches!(draw(Some(bytes.into_inner())), Err(ReportError::Picture { .. })));
}

#[test]
fn long_names_are_set_smaller_and_hopeless_ones_refused() {
    let mut signature = samples::appearance();
    signature.name = "阿不都热依木·买买提艾力·努尔麦麦提江·玉素甫江·托合提阿吉木·肉孜卡日买买提".into();
    signature.picture = Some(ring());
    let file = File::of(&signature_appearance(&signature, report::SIGNATURE_BOX, fonts()).unwrap());
    assert!(file.drawn().contains(&signature.name));
    for (page, [left, top, right, bottom], text) in file.words() {
        let (width, height) = report::SIGNATURE_BOX;
        assert!(left >= 0.0 && top >= 0.0 && right <= width && bottom <= height, "{page} {text}");
    }
    signature.name = "长".repeat(4000);
    let refused = signature_appearance(&signature, report::SIGNATURE_BOX, fonts());
    assert!(matches!(refused, Err(ReportError::TooLong { .. })));
}
