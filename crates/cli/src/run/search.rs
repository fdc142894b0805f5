//! Words looked for in everything that is written, in attached files too.

use super::Program;
use crate::arguments::Search;
use crate::output::Answer;
use app::AppError;
use app::requests::{FindWords, FoundFile, FoundView, PassagePiece, ReadContents};

impl Program {
    pub(super) fn search(&mut self, typed: Search) -> Result<Answer, AppError> {
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
        // Nobody is there to ask again while files are being read and texts indexed.
        let found = loop {
            let found = self.invoke(request.clone())?;
            if found.unread > 0 && self.invoke(ReadContents {})?.read > 0 {
                continue;
            }
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
            let kind = self.words.term("search", &line.kind);
            let day = line.day.as_deref().unwrap_or_default();
            let head = [kind.as_str(), &line.key, &plain(&line.title), &line.unit, day].join("  ");
            text.push_str(head.trim_end());
            text.push_str("\n    ");
            if let Some(file) = &line.file {
                text.push_str(&self.place(file));
            }
            text.push_str(&plain(&line.passage));
            text.push('\n');
        }
        text.push_str(&self.say("search.total", &[("total", &found.total.to_string())]));
        if found.unread > 0 {
            text.push('\n');
            text.push_str(&self.say("search.unread", &[("count", &found.unread.to_string())]));
        }
        text
    }

    /// The file and the place in it where the passage stands.
    fn place(&self, file: &FoundFile) -> String {
        let name = file.label.clone().unwrap_or_else(|| self.words.term("fileCategory", &file.category));
        let name = format!("{name} V{}", file.version);
        let number = file.place.number.map(|number| number.to_string()).unwrap_or_default();
        let sheet = file.place.sheet.as_deref().unwrap_or_default();
        let at = match file.place.at.as_str() {
            "" => String::new(),
            at => self.say(&format!("search.at.{at}"), &[("number", &number), ("sheet", sheet)]),
        };
        self.say("search.file", &[("name", [name.as_str(), &at].join(" ").trim_end())])
    }
}

/// A passage with brackets around what was looked for.
fn plain(pieces: &[PassagePiece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.marked { format!("【{}】", piece.text) } else { piece.text.clone() })
        .collect()
}
