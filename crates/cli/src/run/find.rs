//! Words looked for in everything that is written.

use super::Program;
use crate::arguments::Find;
use crate::output::Answer;
use app::AppError;
use app::requests::{FindWords, FoundView, PassagePiece};

impl Program {
    pub(super) fn find(&mut self, typed: Find) -> Result<Answer, AppError> {
        // A word that the shell kept together was meant to be together.
        let kept = |word: &String| if word.contains(' ') { format!("\"{word}\"") } else { word.clone() };
        let words: Vec<String> = typed.words.iter().map(kept).collect();
        let request = FindWords {
            words: words.join(" "),
            kinds: typed.kind,
            unit: typed.unit,
            from: typed.from,
            until: typed.until,
            in_title: typed.in_title,
            offset: 0,
            limit: Some(typed.limit),
        };
        // Nobody is there to ask again while texts are being indexed.
        let found = loop {
            let found = self.invoke(request.clone())?;
            if found.behind == 0 {
                break found;
            }
        };
        let text = self.found(&found);
        Answer::of(&found, text)
    }

    fn found(&self, found: &FoundView) -> String {
        let mut text = String::new();
        for line in &found.lines {
            let kind = self.words.term("find", &line.kind);
            let day = line.day.as_deref().unwrap_or_default();
            let head = [kind.as_str(), &line.key, &plain(&line.title), &line.unit, day].join("  ");
            text.push_str(head.trim_end());
            text.push_str("\n    ");
            text.push_str(&plain(&line.passage));
            text.push('\n');
        }
        text.push_str(&self.say("find.total", &[("total", &found.total.to_string())]));
        text
    }
}

/// A passage with brackets around what was looked for.
fn plain(pieces: &[PassagePiece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.marked { format!("【{}】", piece.text) } else { piece.text.clone() })
        .collect()
}
