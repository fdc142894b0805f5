//! Two versions of a document side by side: what is written in them, line by line (DOC-25). The difference is `similar`'s to find;
//! here it becomes rows.

use super::whose::read;
use crate::api::Act;
use crate::contents::{FilePlace, place_of};
use crate::error::AppError;
use crate::organisation::word;
use crate::search::PassagePiece;
use crate::session::{App, no_ledger_open};
use domain::Refusal;
use extract::{Contents, Unreadable};
use ledger::document::query::{VersionKept, version};
use ledger::document::reading::{Way, note};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use ts_rs::TS;

/// Compares what is written in two versions of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CompareVersions {
    /// 文档编号.
    pub document: String,
    /// The older one; the one before the other where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<u32>,
    /// The newer one; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<u32>,
}

/// A version that is compared.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedVersion {
    /// Which.
    pub number: u32,
    /// Why nothing can be read of it: a reason as of `TicketFileView::unread`.
    pub unread: Option<String>,
    /// Whether only its beginning was read.
    pub cut: bool,
}

/// One side of a row.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedLine {
    /// Where it stands.
    pub place: FilePlace,
    /// What it says; marked is what differs from the other side.
    pub pieces: Vec<PassagePiece>,
}

/// A row of the comparison.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedRow {
    /// `same`, `changed`, `added`, `removed`, or `skipped` for lines that are the same on both sides and not shown.
    pub kind: String,
    /// How many lines are not shown.
    pub skipped: u32,
    /// In the older version.
    pub left: Option<ComparedLine>,
    /// In the newer one.
    pub right: Option<ComparedLine>,
}

/// Two versions side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VersionComparison {
    /// The older one.
    pub from: ComparedVersion,
    /// The newer one.
    pub to: ComparedVersion,
    /// What differs, with some lines around it. Empty where nothing does, or where one of them cannot be read.
    pub rows: Vec<ComparedRow>,
    /// Lines that are only in the newer one.
    pub added: u32,
    /// Lines that are only in the older one.
    pub removed: u32,
    /// Lines that are in both with other words.
    pub changed: u32,
    /// Whether there are more differences than are shown.
    pub more: bool,
}

/// Lines that are shown around what differs.
const AROUND: usize = 3;
/// Rows at most.
const MOST_ROWS: usize = 3_000;
/// How long the best difference is looked for; after that a coarser one will do.
const PATIENCE: Duration = Duration::from_secs(5);
/// Two lines of which less than so many hundredths are the same are not one line with other words.
const ALIKE: usize = 30;
/// Lines longer than so many characters are not compared by characters.
const LONGEST_LINE: usize = 4_000;

/// A line of a version.
struct Line {
    place: FilePlace,
    text: String,
}

/// `compareVersions`. Whoever compares two versions has read both.
pub fn compare(app: &mut App, request: CompareVersions) -> Result<VersionComparison, AppError> {
    let document = read(app, Act::CompareVersions, &request.document)?;
    let to = request.to.unwrap_or(document.versions);
    let from = request.from.unwrap_or(to.saturating_sub(1));
    let find = |number| -> Result<VersionKept, AppError> {
        let unknown = || Refusal::UnknownVersion { document: document.no.clone(), number };
        Ok(version(app.conn()?, &document.no, number)?.ok_or_else(unknown)?)
    };
    let (older, newer) = (find(from)?, find(to)?);
    let (left, right) = (contents(app, &older)?, contents(app, &newer)?);
    let (at, account) = (app.now()?, app.signed_in()?.account.clone());
    let ledger = app.ledger.as_mut().ok_or_else(no_ledger_open)?;
    ledger.submit(at, |tx| -> Result<(), AppError> {
        for number in BTreeSet::from([from, to]) {
            note(tx.conn(), &document.no, number, &account, at, Way::Looked)?;
        }
        Ok(())
    })?;
    let side = |number, of: &Result<Contents, Unreadable>| ComparedVersion {
        number,
        unread: of.as_ref().err().map(word),
        cut: of.as_ref().is_ok_and(|contents| contents.cut),
    };
    let mut view = VersionComparison {
        from: side(from, &left),
        to: side(to, &right),
        rows: Vec::new(),
        added: 0,
        removed: 0,
        changed: 0,
        more: false,
    };
    if let (Ok(left), Ok(right)) = (left, right) {
        fill(&mut view, &lines(left), &lines(right));
    }
    Ok(view)
}

/// What is written in a version, or why nothing is.
fn contents(app: &App, version: &VersionKept) -> Result<Result<Contents, Unreadable>, AppError> {
    // Reading it whole tells a file that is not what it was.
    let mut blob = app.ledger()?.open_blob(&version.file)?;
    let damaged = |_| ledger::LedgerError::AttachmentDamaged { digest: version.file };
    std::io::copy(&mut blob, &mut std::io::sink()).map_err(damaged)?;
    let file = app.ledger()?.attachment_file(&version.file).map_err(damaged)?;
    Ok(app.reader().and_then(|reader| reader.read(file).ok()).unwrap_or(Err(Unreadable::Crashed)))
}

fn lines(contents: Contents) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in contents.parts {
        let mut behind = 0;
        for text in part.text.split('\n') {
            let before = &part.text[..behind];
            behind += text.len() + 1;
            if !text.trim().is_empty() {
                let place = place_of(part.place.clone(), before);
                lines.push(Line { place, text: text.trim_end().to_owned() });
            }
        }
    }
    lines
}

fn fill(view: &mut VersionComparison, left: &[Line], right: &[Line]) {
    let deadline = Instant::now().checked_add(PATIENCE);
    let texts = |lines: &[Line]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    let parts = capture_diff_slices_deadline(Algorithm::Patience, &texts(left), &texts(right), deadline);
    let last = parts.len().saturating_sub(1);
    if parts.iter().all(|part| matches!(part, DiffOp::Equal { .. })) {
        return;
    }
    for (at, part) in parts.into_iter().enumerate() {
        if view.rows.len() >= MOST_ROWS {
            view.more = true;
            break;
        }
        match part {
            DiffOp::Equal { old_index, new_index, len } => {
                let before = if at == 0 { 0 } else { AROUND };
                let behind = if at == last { 0 } else { AROUND };
                for step in 0..len {
                    if len > before + behind + 1 && step == before {
                        let skipped = u32::try_from(len - before - behind).unwrap_or(u32::MAX);
                        view.rows.push(row("skipped", skipped, None, None));
                    }
                    if len > before + behind + 1 && (before..len - behind).contains(&step) {
                        continue;
                    }
                    let (left, right) = (plain(&left[old_index + step]), plain(&right[new_index + step]));
                    view.rows.push(row("same", 0, Some(left), Some(right)));
                }
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                only(view, &left[old_index..old_index + old_len], false);
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                only(view, &right[new_index..new_index + new_len], true);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let (old, new) =
                    (&left[old_index..old_index + old_len], &right[new_index..new_index + new_len]);
                let both = old.len().min(new.len());
                for (old, new) in old.iter().zip(new) {
                    let (left, right) = apart(old, new, deadline);
                    view.rows.push(row("changed", 0, Some(left), Some(right)));
                    view.changed += 1;
                }
                only(view, &old[both..], false);
                only(view, &new[both..], true);
            }
        }
    }
}

fn row(kind: &str, skipped: u32, left: Option<ComparedLine>, right: Option<ComparedLine>) -> ComparedRow {
    ComparedRow { kind: kind.to_owned(), skipped, left, right }
}

fn piece(text: impl Into<String>, marked: bool) -> PassagePiece {
    PassagePiece { text: text.into(), marked }
}

fn plain(line: &Line) -> ComparedLine {
    ComparedLine { place: line.place.clone(), pieces: vec![piece(&*line.text, false)] }
}

/// Lines of one side alone.
fn only(view: &mut VersionComparison, lines: &[Line], newer: bool) {
    for line in lines {
        let shown = Some(ComparedLine { place: line.place.clone(), pieces: vec![piece(&*line.text, true)] });
        if newer {
            view.rows.push(row("added", 0, None, shown));
            view.added += 1;
        } else {
            view.rows.push(row("removed", 0, shown, None));
            view.removed += 1;
        }
    }
}

/// Two lines with what differs in them marked, character by character.
fn apart(old: &Line, new: &Line, deadline: Option<Instant>) -> (ComparedLine, ComparedLine) {
    let (left, right): (Vec<char>, Vec<char>) = (old.text.chars().collect(), new.text.chars().collect());
    let mut pieces = (Vec::new(), Vec::new());
    let mut same = 0;
    if left.len().max(right.len()) <= LONGEST_LINE {
        let text = |chars: &[char]| chars.iter().collect::<String>();
        for part in capture_diff_slices_deadline(Algorithm::Myers, &left, &right, deadline) {
            let (_, old, new) = part.as_tag_tuple();
            let marked = !matches!(part, DiffOp::Equal { .. });
            same += if marked { 0 } else { old.len() };
            for (pieces, chars) in [(&mut pieces.0, &left[old]), (&mut pieces.1, &right[new])] {
                if !chars.is_empty() {
                    pieces.push(piece(text(chars), marked));
                }
            }
        }
    }
    if same * 200 < ALIKE * (left.len() + right.len()) {
        pieces = (vec![piece(&*old.text, true)], vec![piece(&*new.text, true)]);
    }
    let line = |line: &Line, pieces| ComparedLine { place: line.place.clone(), pieces };
    (line(old, pieces.0), line(new, pieces.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(left: &[&str], right: &[&str]) -> (Vec<String>, [u32; 3]) {
        let of = |texts: &[&str]| -> Vec<Line> {
            texts.iter().map(|text| Line { place: FilePlace::default(), text: (*text).to_owned() }).collect()
        };
        let side = |number| ComparedVersion { number, unread: None, cut: false };
        let (from, to) = (side(1), side(2));
        let mut view =
            VersionComparison { from, to, rows: Vec::new(), added: 0, removed: 0, changed: 0, more: false };
        fill(&mut view, &of(left), &of(right));
        let said = |line: &Option<ComparedLine>| -> String {
            let piece = |piece: &PassagePiece| {
                if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() }
            };
            line.iter().flat_map(|line| &line.pieces).map(piece).collect()
        };
        let row = |row: &ComparedRow| match &*row.kind {
            "skipped" => format!("… {}", row.skipped),
            kind => format!("{kind} {}|{}", said(&row.left), said(&row.right)),
        };
        (view.rows.iter().map(row).collect(), [view.added, view.removed, view.changed])
    }

    #[test]
    fn what_differs_stands_side_by_side() {
        assert_eq!(compared(&["一", "二"], &["一", "二"]), (vec![], [0, 0, 0]));
        assert_eq!(compared(&[], &["一"]), (vec!["added |[一]".to_owned()], [1, 0, 0]));
        let (rows, counts) =
            compared(&["总则", "工期六十天", "附则"], &["总则", "工期九十天", "附则", "附表"]);
        assert_eq!(
            rows,
            ["same 总则|总则", "changed 工期[六]十天|工期[九]十天", "same 附则|附则", "added |[附表]"]
        );
        assert_eq!(counts, [1, 0, 1]);
        // Nothing of it is the same: it is not one line with other words.
        assert_eq!(compared(&["甲乙丙丁"], &["子丑寅卯"]).0, ["changed [甲乙丙丁]|[子丑寅卯]"]);
        assert_eq!(
            compared(&["一", "二", "三"], &["一", "三"]).0,
            ["same 一|一", "removed [二]|", "same 三|三"]
        );
    }

    #[test]
    fn only_some_lines_around_are_shown() {
        let numbers: Vec<String> = (0..40).map(|n| format!("第{n}条")).collect();
        let mut left: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let right = left.clone();
        left[20] = "旧的一条";
        let (rows, _) = compared(&left, &right);
        assert_eq!(rows.len(), 9);
        assert_eq!((&*rows[0], &*rows[8]), ("… 17", "… 16"));
    }

    #[test]
    fn long_texts_are_compared_in_time() {
        let line = |n: usize| format!("{}", n * 7919 % 10_007);
        let left: Vec<String> = (0..20_000).map(line).collect();
        let right: Vec<String> = (0..20_000).map(|n| line(n * 3 + 1)).collect();
        let begun = Instant::now();
        let a: Vec<&str> = left.iter().map(String::as_str).collect();
        let b: Vec<&str> = right.iter().map(String::as_str).collect();
        let (rows, _) = compared(&a, &b);
        assert!(!rows.is_empty() && begun.elapsed() < 6 * PATIENCE);
    }
}
