//! An opportunity of the year, and what is done with it.

use super::words::{DROPPED, LOST, WON};
use super::{Customer, calendar};
use crate::demo::year::{Stage, unit_code};
use crate::error::AppError;
use crate::opportunity::{
    ConcludeOpportunity, FillOpportunity, HandOverOpportunity, MoveOpportunity, OpportunityFields,
    RecordOnOpportunity, RegisterOpportunity,
};
use crate::organisation::word;
use chrono::NaiveDate;
use domain::opportunity::{Outcome, Stage as Phase};
use std::collections::BTreeMap;

/// An opportunity as it is planned.
pub(super) struct Project {
    pub unit: &'static str,
    pub customer: usize,
    pub title: String,
    pub class: &'static str,
    pub source: &'static str,
    pub manager: String,
    pub amount: u32,
    pub engineer: String,
    pub key: bool,
    pub rival: bool,
    pub found_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
    pub tender_no: u32,
    /// Its number, once it is registered.
    pub number: Option<String>,
    /// Records on it so far.
    pub records: u32,
    /// Number and day of its checkpoint.
    pub checkpoint: Option<(u32, String)>,
}

/// Something that is done with an opportunity.
#[derive(Clone, Copy)]
pub(super) enum ProjectAct {
    Register,
    Fill(Phase),
    Move(Phase),
    Conclude(Outcome),
    HandOver,
}

/// What a checkpoint looks at.
const CHECKED: &str = "与客户分管领导复核方案";

type Fields = BTreeMap<String, String>;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

impl Project {
    /// What a stage asks for, as somebody fills it in that day.
    fn asked(&self, phase: Phase, today: &str) -> Fields {
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        let ict = format!("ICT-2026-{:04}", self.tender_no);
        let mut all = match phase {
            Phase::Collection => fields(&[
                ("firstContactOn", today),
                ("background", "现有系统建成五年，容量和性能不足，计划列入本年预算。"),
                ("concerns", "数据安全、割接时间、后期运维费用。"),
                ("feasibility", "可行"),
                ("potential", if self.key { "高" } else { "中" }),
                ("keyProject", yes(self.key)),
                ("ictEnteredOn", today),
                ("ictNo", &ict),
            ]),
            Phase::Survey => fields(&[
                ("needs", "平台扩容、专线接入和三年运维。"),
                ("difficulties", "旧系统数据迁移，割接窗口只有周末。"),
                ("purchasing", ["公开招标", "竞争性磋商", "单一来源"][self.tender_no as usize % 3]),
                ("rivals", yes(self.rival)),
            ]),
            Phase::Solution => fields(&[("agreedOn", today)]),
            Phase::Demonstration => {
                fields(&[("shownOn", today), ("shownResult", "客户认可总体方案，要求补充移动端演示。")])
            }
            Phase::Bid => {
                let deadline = calendar::after(today.parse().unwrap_or_default(), 8).to_string();
                fields(&[("tenderDeadline", &deadline), ("submittedOn", today)])
            }
            Phase::Closing => Fields::new(),
        };
        if self.key && phase == Phase::Solution {
            all.extend(fields(&[
                ("goals", "年内中标，专线和云资源由我方承建。"),
                ("strengths", "本地服务队伍，现网专线资源。"),
                ("weaknesses", "报价偏高。"),
                ("chances", "省级统一平台标准已发布。"),
                ("threats", "外地厂商低价竞争。"),
                ("strategy", "先做试点，再带动整体采购。"),
            ]));
        }
        all
    }

    /// Records that a stage asks for.
    fn records(&self, phase: Phase, today: NaiveDate) -> Vec<(&'static str, Fields)> {
        let price = (self.amount / 100 * 97).to_string();
        let lower = (self.amount / 100 * 92).to_string();
        match phase {
            Phase::Survey => {
                let rival = self.rival.then(|| {
                    let name = ["蜀云信息技术有限公司", "锦城数码科技有限公司", "天府网络工程有限公司"];
                    let name = name[self.tender_no as usize % 3];
                    ("competitor", fields(&[("name", name), ("price", &lower), ("strengths", "价格低")]))
                });
                let decider = self.key.then(|| {
                    let who = [("name", "分管领导"), ("part", "决策人"), ("attitude", "支持")];
                    ("decider", fields(&who))
                });
                rival.into_iter().chain(decider).collect()
            }
            Phase::Solution => {
                let quote = [
                    ("products", "平台软件、专线、云资源和运维服务"),
                    ("price", &price),
                    ("terms", "验收后付七成，一年后付清"),
                ];
                let due = calendar::after(today, 12).to_string();
                let checkpoint =
                    self.key.then(|| ("checkpoint", fields(&[("what", CHECKED), ("due", &due)])));
                checkpoint.into_iter().chain([("quote", fields(&quote))]).collect()
            }
            Phase::Closing => {
                let said = "与采购部门核对付款条件和开工时间，等待评审结果。";
                vec![("followUp", fields(&[("content", said)]))]
            }
            _ => Vec::new(),
        }
    }
}

impl Stage<'_> {
    pub(super) fn project(
        &mut self,
        project: &mut Project,
        customer: &Customer,
        act: ProjectAct,
    ) -> Result<(), AppError> {
        let today = self.app.today()?;
        if let ProjectAct::Register = act {
            let registered = self.app.invoke(RegisterOpportunity {
                unit: unit_code(project.unit)?,
                basics: OpportunityFields {
                    title: project.title.clone(),
                    customer: None,
                    class: project.class.to_owned(),
                    source: Some(project.source.to_owned()),
                    finder: "accountManager".to_owned(),
                    manager: project.manager.clone(),
                    amount: Some(project.amount.to_string()),
                    expected_on: Some(calendar::after(today, 70).to_string()),
                    engineer: Some(project.engineer.clone()),
                },
                customer_name: Some(customer.name.clone()),
                ticket: None,
                found_on: None,
                fields: BTreeMap::new(),
            })?;
            project.number = Some(registered.opportunity);
            return Ok(());
        }
        let Some(opportunity) = project.number.clone() else { return Ok(()) };
        match act {
            ProjectAct::Register => {}
            ProjectAct::Fill(phase) => {
                let asked = project.asked(phase, &today.to_string());
                if !asked.is_empty() {
                    self.app.invoke(FillOpportunity { opportunity: opportunity.clone(), fields: asked })?;
                }
                let mut kept: Vec<_> = project
                    .records(phase, today)
                    .into_iter()
                    .map(|(kind, with)| (kind, None, with))
                    .collect();
                if let (Phase::Demonstration, Some((number, due))) = (phase, &project.checkpoint) {
                    let done = [("what", CHECKED), ("due", due.as_str()), ("doneOn", &today.to_string())];
                    kept.push(("checkpoint", Some(*number), fields(&done)));
                }
                for (kind, number, fields) in kept {
                    if number.is_none() {
                        project.records += 1;
                    }
                    if let ("checkpoint", None, Some(due)) = (kind, number, fields.get("due")) {
                        project.checkpoint = Some((project.records, due.clone()));
                    }
                    self.app.invoke(RecordOnOpportunity {
                        opportunity: opportunity.clone(),
                        kind: kind.to_owned(),
                        number,
                        on: None,
                        fields,
                        file: None,
                        without_file: false,
                    })?;
                }
            }
            ProjectAct::Move(stage) => {
                let stage = word(&stage);
                self.app.invoke(MoveOpportunity { opportunity, stage, on: None, text: None })?;
            }
            ProjectAct::Conclude(outcome) => {
                let place = project.tender_no as usize;
                let text = match outcome {
                    Outcome::Won | Outcome::Agreed => WON[place % WON.len()],
                    Outcome::Lost => LOST[place % LOST.len()],
                    Outcome::Dropped => DROPPED[place % DROPPED.len()],
                };
                let deal = outcome.is_success().then(|| (project.amount / 100 * 96).to_string());
                self.app.invoke(ConcludeOpportunity {
                    opportunity,
                    outcome: word(&outcome),
                    on: None,
                    amount: deal,
                    text: text.to_owned(),
                    lessons: None,
                })?;
            }
            ProjectAct::HandOver => {
                self.app.invoke(HandOverOpportunity {
                    opportunity,
                    on: None,
                    person: Some(project.manager.clone()),
                    text: "交付部进场，三个月内初验。".to_owned(),
                    contract_no: Some(format!("HT-2026-{:04}", project.tender_no)),
                    signed_on: Some(today.to_string()),
                })?;
            }
        }
        Ok(())
    }
}
