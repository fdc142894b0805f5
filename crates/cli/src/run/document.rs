//! Documents: filed on a ticket, listed, shown, saved.

use super::Program;
use crate::arguments::{Attach, Document as Typed, DocumentList};
use crate::output::{Answer, DAMAGED, Side, table};
use app::AppError;
use app::requests::{
    Approvals, CheckPackage, CompareVersions, ComparedLine, Document, DocumentToFile, DocumentView,
    Documents, ExportDocuments, FileDocuments, MakeDocumentIndex, PackageDocuments, SaveDocument,
};

impl Program {
    pub(super) fn attach(&mut self, typed: Attach) -> Result<Answer, AppError> {
        let file = |path: String| DocumentToFile {
            path,
            category: typed.category.clone(),
            kind: typed.kind.clone(),
            stage: typed.stage.clone(),
            note: typed.note.clone(),
            tags: typed.tag.clone(),
            ..DocumentToFile::default()
        };
        let about = format!("ticket/{}", typed.ticket.trim());
        let files = typed.files.into_iter().map(file).collect();
        let filed = self.invoke(FileDocuments { about, files })?;
        let lines = filed.documents.iter().map(|one| format!("{}  {}  {}", one.document, one.file, one.path));
        let text = lines.collect::<Vec<_>>().join("\n");
        Answer::of(&filed, text)
    }

    pub(super) fn document(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List(list) => self.documents(list),
            Typed::Show { document } => {
                let view = self.invoke(Document { document })?;
                let text = self.one_document(&view);
                Answer::of(&view, text)
            }
            Typed::Submit(typed) => self.submit(typed),
            Typed::Approvals { whose, state, unit, limit } => {
                self.approvals(Approvals { whose, state, unit, offset: 0, limit: Some(limit) })
            }
            Typed::Approval { document, number } => self.approval(document, number),
            Typed::Opinion(typed) => self.document_opinion(typed),
            Typed::Save { document, version, out } => {
                let written = self.invoke(SaveDocument { document, version, out })?;
                self.written(&written)
            }
            Typed::Compare { document, from, to } => self.compare(document, from, to),
            Typed::Package { about, reason, out } => self.package(about.text(), reason, out),
            Typed::Index { about, out } => {
                let made = self.invoke(MakeDocumentIndex { about: about.text(), out })?;
                self.written(&made)
            }
        }
    }

    fn documents(&mut self, typed: DocumentList) -> Result<Answer, AppError> {
        let list = Documents {
            unit: typed.unit,
            about: typed.ticket.map(|ticket| format!("ticket/{}", ticket.trim())),
            categories: typed.category,
            tag: typed.tag,
            from: typed.from,
            to: typed.to,
            text: typed.find.unwrap_or_default(),
            descending: true,
            limit: Some(typed.limit),
            ..Documents::default()
        };
        if let Some(out) = typed.out {
            let written = self.invoke(ExportDocuments { list, out })?;
            return self.written(&written);
        }
        // Nobody is there to ask again while texts are being indexed.
        let found = loop {
            let found = self.invoke(list.clone())?;
            if found.behind == 0 {
                break found;
            }
        };
        let headings = ["document", "title", "category", "about", "versions", "filedOn"];
        let side = |key: &str| if key == "versions" { Side::Right } else { Side::Left };
        let headings = headings.map(|key| (self.words.plain(&format!("document.{key}")), side(key)));
        let rows = found.lines.iter().map(|line| {
            vec![
                line.document.clone(),
                line.title.clone().unwrap_or_default(),
                line.kind_name.clone().unwrap_or_else(|| line.category_name.clone()),
                line.about_key.clone(),
                line.versions.to_string(),
                line.filed_on.clone(),
            ]
        });
        let mut text = table(&headings, rows.collect());
        text.push('\n');
        text.push_str(&self.say("document.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    /// Two versions as a list of what differs, with `-` and `+` before each line.
    fn compare(&mut self, document: String, from: Option<u32>, to: Option<u32>) -> Result<Answer, AppError> {
        let view = self.invoke(CompareVersions { document, from, to })?;
        let words = self.words;
        let mut lines = Vec::new();
        for side in [&view.from, &view.to] {
            let number = side.number.to_string();
            if let Some(reason) = &side.unread {
                let why = words.term("unread", reason);
                lines.push(self.say("compare.unread", &[("number", &number), ("why", &why)]));
            }
            if side.cut {
                lines.push(self.say("compare.cut", &[("number", &number)]));
            }
        }
        if lines.is_empty() && view.rows.is_empty() {
            lines.push(self.say("compare.same", &[]));
        }
        let text = |line: &ComparedLine| line.pieces.iter().map(|piece| &*piece.text).collect::<String>();
        for row in &view.rows {
            match &*row.kind {
                "skipped" => lines.push(self.say("compare.skipped", &[("count", &row.skipped.to_string())])),
                "same" => lines.extend(row.right.iter().map(|line| format!("  {}", text(line)))),
                _ => {
                    lines.extend(row.left.iter().map(|line| format!("- {}", text(line))));
                    lines.extend(row.right.iter().map(|line| format!("+ {}", text(line))));
                }
            }
        }
        lines.extend(view.more.then(|| self.say("compare.more", &[])));
        Answer::of(&view, lines.join("\n"))
    }

    fn package(&mut self, about: String, reason: String, out: String) -> Result<Answer, AppError> {
        // The password is asked for before a bar is drawn over the question.
        self.sign_in()?;
        let made = self.watched(|p| p.invoke(PackageDocuments { about, reason, out }))?;
        let values = [
            ("path", made.path.as_str()),
            ("documents", &made.documents.to_string()),
            ("bytes", &made.bytes.to_string()),
            ("manifest", &made.manifest),
        ];
        let mut text = self.say("package.done", &values);
        if made.left_out {
            text.push('\n');
            text.push_str(&self.say("package.leftOut", &[]));
        }
        Answer::of(&made, text)
    }

    /// Checks a package; needs no ledger.
    pub(super) fn check_package(&mut self, path: String) -> Result<Answer, AppError> {
        let view = self.watched(|p| p.app.invoke(CheckPackage { path }))?;
        let values = [
            ("documents", view.documents.to_string()),
            ("title", view.about.title.clone()),
            ("key", view.about.key.clone()),
            ("unit", view.unit.clone()),
            ("madeAt", view.made_at.clone()),
            ("manifest", view.manifest.clone()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut lines =
            vec![self.say(if view.intact { "package.intact" } else { "package.damaged" }, &values)];
        let words = self.words;
        lines.extend(view.findings.iter().map(|found| {
            let params = found.params.as_object().cloned().unwrap_or_default();
            format!("  - {}", words.message(&found.code, &params))
        }));
        lines.extend(view.left_out.then(|| self.say("package.leftOut", &[])));
        lines.extend(view.known.iter().map(|known| words.term("packageKnown", known)));
        let answer = Answer::of(&view, lines.join("\n"))?;
        Ok(if view.intact { answer } else { answer.with_status(DAMAGED) })
    }

    /// A document in lines: its versions, its history.
    fn one_document(&self, view: &DocumentView) -> String {
        let line = &view.line;
        let mut lines = vec![format!("{} {}", line.document, line.title.as_deref().unwrap_or_default())];
        lines.push(format!("{} {}", line.about_key, line.about_title.as_deref().unwrap_or_default()));
        lines.extend(view.versions.iter().map(|one| {
            let parts = [
                one.name.as_deref(),
                one.change.as_deref(),
                Some(&*one.at),
                Some(&*one.by),
                Some(&*one.file),
            ];
            let said: Vec<&str> = parts.into_iter().flatten().collect();
            format!("{}. {}", one.number, said.join("，"))
        }));
        lines.extend(view.acts.iter().map(|act| self.said(&act.at, &act.kind, &act.by, act.text.as_deref())));
        lines.join("\n")
    }
}
