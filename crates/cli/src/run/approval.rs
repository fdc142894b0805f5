//! Approvals of documents: submitted, listed, shown, opined on.

use super::Program;
use crate::arguments::{DocumentOpinion, Said, Submit};
use crate::output::{Answer, Side, table};
use crate::secret::refusal;
use app::requests::{
    Approval, Approvals, AskFurtherOpinion, GiveOpinion, NameStandIn, RecordOpinion, RemindApproval,
    SaveOpinionFile, SeatAsked, StageAsked, StepOfAnother, SubmitForApproval, WithdrawApproval,
};
use app::{AppError, ErrorClass};
use serde_json::json;

/// An account, or `@` and the name of somebody without one.
fn person(typed: &str) -> SeatAsked {
    match typed.trim().strip_prefix(['@', '＠']) {
        Some(name) => SeatAsked { person: Some(name.trim().to_owned()), ..SeatAsked::default() },
        None => SeatAsked { account: Some(typed.trim().to_owned()), ..SeatAsked::default() },
    }
}

/// A stage as it is typed: `name:kind:mode:post=who,post=who`; a kind `meeting` is a 终审 by a meeting.
fn stage(typed: &str) -> Result<StageAsked, AppError> {
    let bad = || refusal("notInList", ErrorClass::Refused, json!({ "value": typed }));
    let parts: Vec<&str> = typed.splitn(4, [':', '：']).map(str::trim).collect();
    let [name, kind, mode, seats] = parts[..] else { return Err(bad()) };
    let seat = |one: &str| {
        let (post, who) = one.split_once(['=', '＝']).ok_or_else(bad)?;
        Ok(SeatAsked { post: post.trim().to_owned(), ..person(who) })
    };
    let meeting = kind == "meeting";
    Ok(StageAsked {
        name: name.to_owned(),
        kind: if meeting { "final" } else { kind }.to_owned(),
        mode: mode.to_owned(),
        meeting,
        seats: seats.split([',', '，']).map(seat).collect::<Result<_, AppError>>()?,
    })
}

impl Program {
    pub(super) fn submit(&mut self, typed: Submit) -> Result<Answer, AppError> {
        self.record(SubmitForApproval {
            document: typed.document,
            version: typed.version,
            file: None,
            stages: typed.stage.iter().map(|one| stage(one)).collect::<Result<_, _>>()?,
            route: typed.route,
            seats: typed.seat.iter().map(|one| person(one)).collect(),
            note: typed.note,
        })
    }

    pub(super) fn approvals(&mut self, asked: Approvals) -> Result<Answer, AppError> {
        let found = self.invoke(asked)?;
        let headings = ["document", "title", "version", "state", "stage", "waiting", "submitter"];
        let side = |key: &str| if key == "version" { Side::Right } else { Side::Left };
        let headings = headings.map(|key| (self.words.plain(&format!("approval.{key}")), side(key)));
        let rows = found.lines.iter().map(|line| {
            let waiting: Vec<&str> = line.waiting.iter().map(|who| who.as_deref().unwrap_or("—")).collect();
            vec![
                line.document.clone(),
                line.title.clone().unwrap_or_default(),
                line.version.to_string(),
                self.words.plain(&format!("approval.is.{}", line.state)),
                line.stage.clone(),
                waiting.join("、"),
                line.submitter.clone(),
            ]
        });
        let mut text = table(&headings, rows.collect());
        text.push('\n');
        text.push_str(&self.say("document.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    pub(super) fn approval(&mut self, document: String, number: Option<u32>) -> Result<Answer, AppError> {
        let view = self.invoke(Approval { document, number })?;
        let state = self.words.plain(&format!("approval.is.{}", view.state));
        let mut lines = vec![
            format!("{} {}", view.document, view.title.as_deref().unwrap_or_default()),
            format!("{}. {} {}", view.number, state, view.file),
        ];
        for stage in &view.stages {
            lines.push(format!("{}. {}", stage.number, stage.name));
            lines.extend(stage.seats.iter().map(|seat| {
                let stands = self.words.plain(&format!("approval.seat.{}", seat.state));
                format!(
                    "   {}) {} {} {}",
                    seat.number,
                    seat.post,
                    seat.name.as_deref().unwrap_or("—"),
                    stands
                )
            }));
        }
        for act in &view.acts {
            let kind = self.words.plain(&format!("approval.act.{}", act.kind));
            let parts =
                [Some(&*act.at), Some(&*act.by), Some(&*kind), act.person.as_deref(), act.to.as_deref()];
            let rest = [act.text.as_deref(), act.evidence.as_deref()];
            lines.push(parts.into_iter().chain(rest).flatten().collect::<Vec<_>>().join("，"));
        }
        Answer::of(&view, lines.join("\n"))
    }

    pub(super) fn document_opinion(&mut self, typed: DocumentOpinion) -> Result<Answer, AppError> {
        match typed {
            DocumentOpinion::Agree { document, said } => self.opine(document, true, None, said),
            DocumentOpinion::SendBack { document, to, said } => self.opine(document, false, to, said),
            DocumentOpinion::Ask { document, post, who, text } => {
                let asked = SeatAsked { post, ..person(&who) };
                self.record(AskFurtherOpinion { document, asked, text })
            }
            DocumentOpinion::StandIn { document, seat, who, from, to, text } => {
                self.record(NameStandIn { document, seat, account: who, from, to, text })
            }
            DocumentOpinion::Remind { document, text } => self.record(RemindApproval { document, text }),
            DocumentOpinion::Withdraw { document, reason } => {
                self.record(WithdrawApproval { document, reason })
            }
            DocumentOpinion::Save { document, file, out } => {
                let written = self.invoke(SaveOpinionFile { document, file, out })?;
                self.written(&written)
            }
        }
    }

    /// One's own opinion or, with evidence, another's.
    fn opine(
        &mut self,
        document: String,
        agrees: bool,
        to: Option<u32>,
        said: Said,
    ) -> Result<Answer, AppError> {
        let Said { text, seat, file, evidence, basis, person, on } = said;
        match (evidence, seat) {
            (Some(evidence), Some(seat)) => {
                let behalf = StepOfAnother {
                    person: person.unwrap_or_default(),
                    basis: basis.unwrap_or_default(),
                    evidence: Some(evidence),
                };
                self.record(RecordOpinion { document, seat, agrees, to, text, on, behalf })
            }
            _ => self.record(GiveOpinion { document, seat, agrees, to, text, file }),
        }
    }
}
