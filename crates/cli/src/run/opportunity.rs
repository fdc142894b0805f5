//! Opportunities: found, registered, brought on, ended, counted.

use super::{Program, typed_fields, unit};
use crate::arguments::{Opportunity as Typed, OpportunityList, OpportunityRegister};
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    ConcludeOpportunity, ExportOpportunities, FillOpportunity, HandOverOpportunity, MoveOpportunity,
    Opportunities, Opportunity, OpportunityFields, OpportunityLine, OpportunityView, RateView,
    RecordOnOpportunity, RegisterOpportunity, ReopenOpportunity, SuccessRates,
};
use serde_json::json;

impl Program {
    pub(super) fn opportunity(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List(list) => self.opportunities(list),
            Typed::Show { opportunity } => {
                let view = self.invoke(Opportunity { opportunity })?;
                let text = self.project(&view);
                Answer::of(&view, text)
            }
            Typed::Register(typed) => self.lead(typed),
            Typed::Fill { opportunity, field } => {
                self.record(FillOpportunity { opportunity, fields: typed_fields(field)? })
            }
            Typed::Record { opportunity, kind, field, number, on, file } => {
                let fields = typed_fields(field)?;
                let without_file = false;
                self.record(RecordOnOpportunity { opportunity, kind, number, on, fields, file, without_file })
            }
            Typed::Move { opportunity, stage, text, on } => {
                self.record(MoveOpportunity { opportunity, stage, on, text })
            }
            Typed::Conclude { opportunity, outcome, text, amount, on } => {
                self.record(ConcludeOpportunity { opportunity, outcome, on, amount, text, lessons: None })
            }
            Typed::Reopen { opportunity, text } => self.record(ReopenOpportunity { opportunity, text }),
            Typed::HandOver { opportunity, person, text, contract, on } => self.record(HandOverOpportunity {
                opportunity,
                on,
                person: Some(person),
                text,
                contract_no: contract,
                signed_on: None,
            }),
            Typed::Rates { from, to, unit } => {
                let rates = self.invoke(SuccessRates { unit, from, to })?;
                let total = self.words.plain("opportunity.total");
                let mut rows: Vec<(String, &RateView)> =
                    rates.units.iter().map(|line| (line.name.clone(), &line.rate)).collect();
                rows.push((total, &rates.total));
                let text = self.rates(&rows);
                Answer::of(&rates, text)
            }
        }
    }

    fn opportunities(&mut self, list: OpportunityList) -> Result<Answer, AppError> {
        let ended = match (list.open, list.ended) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        };
        let asked = Opportunities {
            unit: list.unit,
            stages: list.stage,
            ended,
            voided: None,
            class: list.class,
            engineer: list.staff,
            customer: None,
            checkpoint: None,
            text: list.find.unwrap_or_default(),
            sort: list.sort,
            descending: list.descending,
            offset: 0,
            limit: Some(list.limit),
        };
        if let Some(out) = list.out {
            let written = self.invoke(ExportOpportunities { list: asked, out })?;
            return self.written(&written);
        }
        let found = self.invoke(asked)?;
        let headings = ["opportunity", "title", "customer", "stage", "amount", "age"];
        let side = |key: &str| if matches!(key, "amount" | "age") { Side::Right } else { Side::Left };
        let headings = headings.map(|key| (self.words.plain(&format!("opportunity.{key}")), side(key)));
        let rows = found.lines.iter().map(|line| {
            vec![
                line.opportunity.clone(),
                line.title.clone(),
                line.customer_name.clone(),
                self.phase(line),
                line.deal.clone().or_else(|| line.amount.clone()).unwrap_or_else(|| "—".to_owned()),
                line.age.to_string(),
            ]
        });
        let rows = rows.collect();
        let mut text = table(&headings, rows);
        text.push('\n');
        text.push_str(&self.say("opportunity.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    /// How it ended, else its stage.
    fn phase(&self, line: &OpportunityLine) -> String {
        match &line.outcome {
            Some(outcome) => self.words.term("dealOutcome", outcome),
            None => self.words.term("pipelineStage", &line.stage),
        }
    }

    fn lead(&mut self, typed: OpportunityRegister) -> Result<Answer, AppError> {
        let registered = self.invoke(RegisterOpportunity {
            unit: unit(&typed.unit)?,
            basics: OpportunityFields {
                title: typed.title,
                customer: typed.customer_no,
                class: typed.class,
                source: typed.source,
                finder: typed.finder,
                manager: typed.manager,
                amount: typed.amount,
                expected_on: typed.by,
                engineer: typed.staff,
            },
            customer_name: typed.customer,
            found_on: typed.on,
            ticket: None,
            fields: typed_fields(typed.field)?,
        })?;
        let text = self.say("opportunity.registered", &[("opportunity", &registered.opportunity)]);
        Answer::of(&registered, text)
    }

    /// An opportunity in lines: where it stands, what is missing, its history.
    fn project(&self, view: &OpportunityView) -> String {
        let words = self.words;
        let stands = match &view.conclusion {
            Some(end) => words.term("dealOutcome", &end.outcome),
            None => words.term("pipelineStage", &view.stage),
        };
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
        let values = [
            ("opportunity", view.opportunity.clone()),
            ("title", view.title.clone()),
            ("stage", stands),
            ("customer", format!("{} {}", view.customer_name, view.customer)),
            ("amount", or_none(&view.amount)),
            ("engineer", or_none(&view.engineer_name)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mut lines = vec![self.say("opportunity.head", &values)];
        let missing = view.missing.iter().map(|gap| {
            let values = json!({ "label": gap.label, "have": gap.have, "need": gap.need });
            self.filled(&format!("gap.{}", gap.code), &values)
        });
        let missing: Vec<String> = missing.collect();
        if !missing.is_empty() {
            lines.push(self.say("opportunity.missing", &[("gaps", &missing.join("、"))]));
        }
        lines.extend(view.acts.iter().map(|act| self.said(&act.at, &act.kind, &act.by, act.text.as_deref())));
        lines.join("\n")
    }

    fn rates(&self, rows: &[(String, &RateView)]) -> String {
        let heading = |key: &str| self.words.plain(&format!("opportunity.{key}"));
        let mut headings = vec![(heading("unit"), Side::Left)];
        headings.extend(
            ["won", "agreed", "lost", "dropped"].map(|o| (self.words.term("dealOutcome", o), Side::Right)),
        );
        headings.extend([(heading("concluded"), Side::Right), (heading("rate"), Side::Right)]);
        let rows = rows.iter().map(|(name, rate)| {
            let percent = rate.percent.as_ref().map_or_else(|| "—".to_owned(), |share| format!("{share}%"));
            let counts = [rate.won, rate.agreed, rate.lost, rate.dropped, rate.concluded];
            let counts = counts.into_iter().map(|count| count.to_string());
            std::iter::once(name.clone()).chain(counts).chain([percent]).collect()
        });
        format!("{}\n{}", table(&headings, rows.collect()), heading("rateHelp"))
    }
}
