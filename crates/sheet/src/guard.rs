//! Text that a spreadsheet program would take for a formula.
//!
//! In .xlsx a cell says that it is text. CSV has no such word, and `=HYPERLINK(…)` in a name would run when the file is opened.
//! There an apostrophe is put before it, as spreadsheet programs themselves show forced text, and taken away when our reader
//! meets it, so that nothing is lost on the way there and back.

const APOSTROPHE: char = '\'';

/// Whether a spreadsheet program might run the text: `= + - @`, tab, carriage return, line feed or NUL at its beginning, also in
/// full width and behind blanks.
pub(crate) fn is_risky(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n', '\0'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\0'])
}

/// The text for a CSV field. One that already looks guarded gets one apostrophe more, which makes [`removed`] exact.
pub(crate) fn guarded(text: &str) -> String {
    if is_risky(text.trim_start_matches(APOSTROPHE)) {
        format!("{APOSTROPHE}{text}")
    } else {
        text.to_owned()
    }
}

/// The text that [`guarded`] was given.
pub(crate) fn removed(field: &str) -> &str {
    match field.strip_prefix(APOSTROPHE) {
        Some(rest) if is_risky(rest.trim_start_matches(APOSTROPHE)) => rest,
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (text, field) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\0=1", "'\0=1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'tis", "'tis"),
            ("  =1", "'  =1"),
            ("张三", "张三"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), field);
            assert_eq!(removed(field), text);
        }
    }
}
