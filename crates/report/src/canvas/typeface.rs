//! The two typefaces of a report: loading them, and measuring text with them.

use std::io::Read;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use printpdf::ParsedFont;
use rust_fontconfig::FontBytes;

use crate::ReportError;

/// File name of the font resource that `scripts/fonts.sh` makes.
pub const FONT_RESOURCE: &str = "huiqian-fonts.zip";

/// No member of the font resource may be larger than this when unpacked.
const LARGEST_FACE: u64 = 64 << 20;

/// Which of the two typefaces a piece of text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    /// 宋体, for text and tables.
    Song,
    /// 黑体, for headings, totals and whatever must stand out.
    Hei,
}

/// Both faces, in the order of their index.
pub(super) const FACES: [Face; 2] = [Face::Song, Face::Hei];

impl Face {
    pub(super) fn index(self) -> usize {
        match self {
            Self::Song => 0,
            Self::Hei => 1,
        }
    }

    /// The other face, from which a character that this one lacks is borrowed.
    fn fallback(self) -> Self {
        match self {
            Self::Song => Self::Hei,
            Self::Hei => Self::Song,
        }
    }
}

/// A glyph of one face: its number there and how far it moves the pen, in thousandths of the type size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Glyph {
    pub id: u16,
    pub advance: u16,
}

struct Loaded {
    font: ParsedFont,
    /// By code point, for the first plane; glyph 0 where the face has none. Filled as characters are asked for: looking
    /// all of them up takes longer than a whole report.
    plane: Vec<OnceLock<Glyph>>,
}

impl Loaded {
    fn glyph(&self, character: char) -> Option<Glyph> {
        let code = character as usize;
        let glyph = match self.plane.get(code) {
            Some(known) => *known.get_or_init(|| measure(&self.font, code as u32)),
            None => measure(&self.font, code as u32),
        };
        (glyph.id != 0).then_some(glyph)
    }
}

/// The typefaces of a report. Loading takes some tens of milliseconds, a clone nothing: load once and keep.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<[Loaded; 2]>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fonts")
    }
}

impl Fonts {
    /// Loads the font resource ([`FONT_RESOURCE`]) from a folder, or from the file itself when `place` is one.
    ///
    /// # Errors
    /// [`ReportError::FontResource`] when it is missing, damaged or not what `scripts/fonts.sh` makes.
    pub fn load(place: &Path) -> Result<Self, ReportError> {
        let path: PathBuf = if place.is_dir() { place.join(FONT_RESOURCE) } else { place.to_path_buf() };
        let broken = |reason: String| ReportError::FontResource { path: path.clone(), reason };
        let file = std::fs::File::open(&path)
            .map_err(|error| broken(format!("{error}; scripts/fonts.sh makes it")))?;
        let mut archive =
            zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(|error| broken(error.to_string()))?;
        let mut face = |name: &str| {
            let mut member = archive.by_name(name).map_err(|error| broken(format!("{name}: {error}")))?;
            let size = member.size();
            if size > LARGEST_FACE {
                return Err(broken(format!("{name}: {size} bytes")));
            }
            // Read where it will stay: a typeface is megabytes, and each copy takes milliseconds.
            let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, size as usize).collect();
            let room = Arc::get_mut(&mut bytes).unwrap_or_default();
            // To the end, which is where the archive compares its checksum.
            let read = member.read_exact(room).and_then(|()| member.read(&mut [0]));
            if read.map_err(|error| broken(format!("{name}: {error}")))? != 0 {
                return Err(broken(format!("{name}: longer than {size} bytes")));
            }
            let bytes = Arc::new(FontBytes::Owned(bytes));
            let font = <ParsedFont as Deref>::Target::from_bytes_shared(bytes, 0, &mut Vec::new())
                .map(ParsedFont::from_azul)
                .ok_or_else(|| broken(format!("{name} is not a typeface")))?;
            let plane = (0..0x1_0000).map(|_| OnceLock::new()).collect();
            Ok(Loaded { font, plane })
        };
        let faces = Arc::new([face("serif.ttf")?, face("sans.ttf")?]);
        Ok(Self { faces })
    }

    pub(super) fn parsed(&self, face: Face) -> &ParsedFont {
        &self.faces[face.index()].font
    }

    /// The face that will print this character when `wanted` is asked for, with its glyph there.
    pub(super) fn find(&self, character: char, wanted: Face) -> Option<(Face, Glyph)> {
        [wanted, wanted.fallback()]
            .into_iter()
            .find_map(|face| self.faces[face.index()].glyph(character).map(|glyph| (face, glyph)))
    }

    /// Width in millimetres of one character at a type size in points; an unprintable one counts as a full square.
    pub(crate) fn character_width(&self, character: char, face: Face, size: f32) -> f32 {
        let advance = self.find(character, face).map_or(1000, |(_, glyph)| glyph.advance);
        f32::from(advance) / 1000.0 * size * super::MM_PER_POINT
    }

    /// Width in millimetres of a text on one line.
    pub(crate) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        let thousandths: u32 = text
            .chars()
            .map(|c| u32::from(self.find(c, face).map_or(1000, |(_, glyph)| glyph.advance)))
            .sum();
        thousandths as f32 / 1000.0 * size * super::MM_PER_POINT
    }
}

fn measure(font: &ParsedFont, code: u32) -> Glyph {
    let Some(id) = font.lookup_glyph_index(code) else { return Glyph::default() };
    let advance = u32::from(font.get_horizontal_advance(id)) * 1000
        / u32::from(font.pdf_font_metrics.units_per_em.max(1));
    Glyph { id, advance: u16::try_from(advance).unwrap_or(u16::MAX) }
}
