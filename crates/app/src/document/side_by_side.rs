//! Two texts side by side. The difference is `similar`'s to find; here it becomes rows.

use super::compare::{ComparedLine, ComparedRow, VersionComparison};
use crate::contents::FilePlace;
use crate::search::PassagePiece;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::time::{Duration, Instant};

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
pub(super) struct Line {
    /// Where it stands.
    pub place: FilePlace,
    /// What it says.
    pub text: String,
}

/// Fills in the rows, and how many lines of each kind there are.
pub(super) fn fill(view: &mut VersionComparison, left: &[Line], right: &[Line]) {
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
    view.more |= view.rows.len() > MOST_ROWS;
    view.rows.truncate(MOST_ROWS);
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
    use super::super::compare::ComparedVersion;
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
        assert!(!rows.is_empty() && rows.len() <= MOST_ROWS && begun.elapsed() < 6 * PATIENCE);
    }
}
