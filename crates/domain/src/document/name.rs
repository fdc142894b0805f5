//! The name of a file as it is kept: nothing of the folder it came from, nothing that acts when it is shown or written.

/// Most characters of a file's name.
const LONGEST: usize = 200;
/// Most characters of an ending that is kept when a name is cut.
const LONGEST_ENDING: usize = 12;

/// Whether a character only directs how others are shown: it may make a name read as another one.
fn directs(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The name under which a file is kept: what stands behind the last separator of either kind, without control characters,
/// at most 200 characters, its ending kept. `None` where nothing is left that names a file.
#[must_use]
pub fn file_name(given: &str) -> Option<String> {
    let base = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = base.chars().filter(|c| !c.is_control() && !directs(*c)).collect();
    // Windows takes neither at the end of a name, and a name of nothing else is a folder's.
    let plain = plain.trim_start().trim_end_matches([' ', '.', '\u{3000}']);
    let length = plain.chars().count();
    if plain.is_empty() {
        return None;
    }
    if length <= LONGEST {
        return Some(plain.to_owned());
    }
    let ending = plain.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| ending.chars().count() <= LONGEST_ENDING);
    let room = LONGEST - ending.map_or(0, |ending| ending.chars().count() + 1);
    let stem: String = plain.chars().take(room).collect();
    Some(ending.map_or(stem.clone(), |ending| format!("{stem}.{ending}")))
}

/// A title from a file's name: without the ending, at most as long as a title may be.
#[must_use]
pub fn title_of(file_name: &str) -> String {
    let stem = match file_name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= LONGEST_ENDING => stem,
        _ => file_name,
    };
    stem.trim().chars().take(super::text::LONGEST_TITLE as usize).collect()
}
