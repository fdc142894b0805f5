//! Tickets: found, registered, done, given out.

use super::{Program, typed_fields, unit};
use crate::arguments::{Ticket as Typed, TicketList, TicketRegister};
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    AssignTicket, CloseTicket, ConfirmTicket, DeliverTicket, ExportSupportWeek, ExportTicketStatistics,
    ExportTickets, HandInSurveyReport, LinkTicket, MakeSurveyReport, MakeTicketDossier, PauseTicket,
    RegisterTicket, ResumeTicket, SaveTicketFile, SetTicketItem, StepOfAnother, SupportWeek, SupportWeekView,
    TakeTicket, TakeTicketStep, Ticket, TicketFiles, TicketLine, TicketStatistics, TicketTallyView,
    TicketTypes, TicketView, Tickets, VoidTicket,
};
use serde_json::{Value, json};

impl Program {
    pub(super) fn ticket(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List(list) => self.tickets(list),
            Typed::Show { ticket } => {
                let view = self.invoke(Ticket { ticket })?;
                let text = self.shown(&view);
                Answer::of(&view, text)
            }
            Typed::Register(register) => self.register(register),
            Typed::Assign { ticket, first, second, text } => self.record(AssignTicket {
                ticket,
                first,
                second,
                text,
                seen: None,
                in_turn: false,
                skill: None,
            }),
            Typed::Link { ticket, opportunity, customer } => {
                self.record(LinkTicket { ticket, customer_no: customer, opportunity })
            }
            Typed::Take { ticket } => self.record(TakeTicket { ticket }),
            Typed::Wait { ticket, text, on } => self.record(PauseTicket { ticket, from: on, text }),
            Typed::Resume { ticket, on } => self.record(ResumeTicket { ticket, to: on }),
            Typed::Step { ticket, step, text, on } => self.record(TakeTicketStep { ticket, step, on, text }),
            Typed::Part { ticket, part, file, done: _, not_applicable, reopen } => {
                let state = match (&not_applicable, reopen) {
                    (Some(_), _) => "notApplicable",
                    (None, true) => "open",
                    (None, false) => "done",
                };
                let state = state.to_owned();
                self.record(SetTicketItem { ticket, item: part, state, file, reason: not_applicable })
            }
            Typed::Deliver { ticket, text, on } => self.record(DeliverTicket { ticket, on, text }),
            Typed::Confirm { ticket, person, basis, reject } => {
                let behalf = basis.map(|basis| StepOfAnother {
                    person: person.unwrap_or_default(),
                    basis,
                    evidence: None,
                });
                self.record(ConfirmTicket { ticket, accepted: reject.is_none(), text: reject, behalf })
            }
            Typed::Close { ticket } => self.record(CloseTicket { ticket }),
            Typed::Void { ticket, text } => self.record(VoidTicket { ticket, text }),
            Typed::Files { ticket } => self.ticket_files(ticket),
            Typed::Save { ticket, digest, out } => {
                let saved = self.invoke(SaveTicketFile { ticket, file: digest, out })?;
                self.written(&saved)
            }
            Typed::File { ticket, out } => {
                let made = self.invoke(MakeTicketDossier { ticket, out })?;
                self.written(&made)
            }
            Typed::Survey { ticket, out, hand_in } => {
                let handed = hand_in
                    .then(|| self.record(HandInSurveyReport { ticket: ticket.clone() }))
                    .transpose()?;
                match (out, handed) {
                    (None, Some(handed)) => Ok(handed),
                    (out, _) => {
                        let out = out.unwrap_or_default();
                        let made = self.invoke(MakeSurveyReport { ticket, out })?;
                        self.written(&made)
                    }
                }
            }
            Typed::Types { unit } => {
                let types = self.invoke(TicketTypes { unit })?;
                let headings = ["code", "kind"].map(|key| self.ticket_heading(key));
                let rows = types.iter().map(|known| {
                    let body = &known.body;
                    vec![body.code.clone(), body.label.clone()]
                });
                let text = table(&headings, rows.collect());
                Answer::of(&types, text)
            }
            Typed::Week { day, out: Some(out) } => {
                let made = self.invoke(ExportSupportWeek { day, out })?;
                self.written(&made)
            }
            Typed::Week { day, out: None } => {
                let week = self.invoke(SupportWeek { day })?;
                let text = self.week(&week);
                Answer::of(&week, text)
            }
            Typed::Statistics { from, to, unit, out: Some(out) } => {
                let made = self.invoke(ExportTicketStatistics { from, to, unit, out })?;
                self.written(&made)
            }
            Typed::Statistics { from, to, unit, out: None } => {
                let counted = self.invoke(TicketStatistics { from, to, unit })?;
                let mut rows: Vec<&TicketTallyView> = counted.units.iter().collect();
                rows.push(&counted.total);
                let text = self.tallies(&rows);
                Answer::of(&counted, text)
            }
        }
    }

    fn tickets(&mut self, list: TicketList) -> Result<Answer, AppError> {
        let asked = Tickets {
            unit: list.unit,
            states: list.state,
            due: list.due,
            kind: list.kind,
            engineer: list.staff,
            text: list.find.unwrap_or_default(),
            sort: list.sort,
            descending: list.descending,
            limit: Some(list.limit),
            ..Tickets::default()
        };
        if let Some(out) = list.out {
            let written = self.invoke(ExportTickets { list: asked, out })?;
            return self.written(&written);
        }
        let found = self.invoke(asked)?;
        let headings = ["ticket", "kind", "title", "customer", "state", "first", "due", "standing"];
        let rows = found.lines.iter().map(|line| {
            let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
            vec![
                line.ticket.clone(),
                line.kind.clone(),
                line.title.clone(),
                or_empty(&line.customer),
                self.words.term("ticketState", &line.state),
                or_empty(&line.first_name),
                or_empty(&line.due_on),
                self.stands(line),
            ]
        });
        let rows = rows.collect();
        let mut text = table(&headings.map(|key| self.ticket_heading(key)), rows);
        text.push('\n');
        text.push_str(&self.say("ticket.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    /// A week of supports, a unit a row, all of them together at the end.
    fn week(&self, week: &SupportWeekView) -> String {
        let keys = ["unit", "received", "reviewed", "delivered", "archived", "refused", "open", "mean"];
        let side = |key: &str| if key == "unit" { Side::Left } else { Side::Right };
        let headings = keys.map(|key| (self.words.plain(&format!("week.{key}")), side(key)));
        let rows = week.lines.iter().chain([&week.total]).map(|line| {
            let name = line.unit_name.clone().unwrap_or_else(|| self.words.plain("week.total"));
            vec![
                name,
                line.received.to_string(),
                format!("{}/{}", line.reviewed_in_time, line.reviewed),
                format!("{}/{}", line.delivered_in_time, line.delivered),
                line.archived.to_string(),
                line.refused.to_string(),
                line.open.to_string(),
                line.mean.clone().unwrap_or_else(|| "—".to_owned()),
            ]
        });
        let head = self.say("week.head", &[("from", &week.from), ("to", &week.to)]);
        format!("{head}\n{}", table(&headings, rows.collect()))
    }

    fn ticket_heading(&self, key: &str) -> (String, Side) {
        (self.words.plain(&format!("ticket.{key}")), Side::Left)
    }

    fn stands(&self, line: &TicketLine) -> String {
        line.standing.as_deref().map(|standing| self.standing(standing, line.days)).unwrap_or_default()
    }

    /// Where a term stands, in the words of the window.
    pub(super) fn standing(&self, standing: &str, days: Option<u32>) -> String {
        app::words::standing(self.words.lang, standing, days)
    }

    /// A text of the window with its values put in.
    pub(super) fn filled(&self, code: &str, values: &Value) -> String {
        app::words::message(self.words.lang, code, &values.as_object().cloned().unwrap_or_default())
    }

    fn register(&mut self, typed: TicketRegister) -> Result<Answer, AppError> {
        let fields = typed_fields(typed.field)?;
        let registered = self.invoke(RegisterTicket {
            unit: unit(&typed.unit)?,
            kind: typed.kind,
            own: typed.own,
            title: typed.title,
            customer_no: None,
            opportunity: typed.opportunity,
            customer: typed.customer,
            requester: None,
            contact: typed.person,
            phone: typed.phone,
            channel: typed.channel,
            urgency: typed.urgency,
            complexity: typed.complexity,
            received_on: typed.on,
            due_on: typed.by,
            fields,
        })?;
        let text = self.say("ticket.registered", &[("ticket", &registered.ticket)]);
        Answer::of(&registered, text)
    }

    /// A ticket in lines: where it stands, who does it, its terms, what is missing, its history.
    fn shown(&self, view: &TicketView) -> String {
        let words = self.words;
        let person = |name: &Option<String>| name.clone().unwrap_or_else(|| "—".to_owned());
        let head = self.say(
            "ticket.head",
            &[
                ("ticket", &view.ticket),
                ("title", &view.title),
                ("kind", &view.kind.label),
                ("state", &words.term("ticketState", &view.state)),
                ("first", &person(&view.first_name)),
                ("second", &person(&view.second_name)),
                ("requester", &person(&view.requester_name)),
                ("customer", &person(&view.customer)),
            ],
        );
        let mut lines = vec![head];
        lines.extend(view.terms.iter().map(|term| {
            let values = [
                ("term", words.term("ticketTerm", &term.term)),
                ("due", term.due_on.clone()),
                ("standing", self.standing(&term.standing, term.days)),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            self.say("ticket.term", &values)
        }));
        let missing = view.missing.iter().map(|gap| {
            let values = json!({ "label": gap.label, "have": gap.have, "need": gap.need });
            self.filled(&format!("gap.{}", gap.code), &values)
        });
        let missing: Vec<String> = missing.collect();
        if !missing.is_empty() {
            lines.push(self.say("ticket.missing", &[("gaps", &missing.join("、"))]));
        }
        lines.extend(view.acts.iter().map(|act| self.said(&act.at, &act.kind, &act.by, act.text.as_deref())));
        lines.join("\n")
    }

    /// An act of a timeline in a line.
    pub(super) fn said(&self, at: &str, kind: &str, by: &str, text: Option<&str>) -> String {
        let kind = self.words.term("event", kind);
        format!("{at}  {kind}  {by}  {}", text.unwrap_or_default()).trim_end().to_owned()
    }

    fn ticket_files(&mut self, ticket: String) -> Result<Answer, AppError> {
        let files = self.invoke(TicketFiles { ticket })?;
        let headings = ["category", "label", "version", "at", "by", "digest"];
        let rows = files.iter().map(|file| {
            vec![
                self.words.term("fileCategory", &file.category),
                file.label.clone().unwrap_or_else(|| self.words.term("event", &file.act)),
                file.version.to_string(),
                file.at.clone(),
                file.by.clone(),
                file.file.clone(),
            ]
        });
        let rows = rows.collect();
        let text = table(&headings.map(|key| self.ticket_heading(key)), rows);
        Answer::of(&files, text)
    }

    fn tallies(&self, rows: &[&TicketTallyView]) -> String {
        let figures = ["received", "delivered", "onTime", "closed", "open", "overdue", "meanMark"];
        let mut headings = vec![(self.words.term("ticketTable", "units.heading"), Side::Left)];
        headings.extend(figures.map(|figure| (self.words.term("ticketFigure", figure), Side::Right)));
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
        let rows = rows.iter().map(|row| {
            vec![
                row.name.clone(),
                row.received.to_string(),
                row.delivered.to_string(),
                or_none(row.on_time.as_ref().map(|share| format!("{share}%"))),
                row.closed.to_string(),
                row.open.to_string(),
                row.overdue.to_string(),
                or_none(row.mean_mark.clone()),
            ]
        });
        table(&headings, rows.collect())
    }
}
