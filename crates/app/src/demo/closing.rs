//! How quarters end: confirmed, made official, signed, paid; one objection and one correction.

use super::PASSWORD;
use super::cast::{Engineer, UNITS};
use super::year::{Stage, at, leader, manager, unit_code};
use crate::assessment as marks;
use crate::error::AppError;
use crate::money::{RecordInvoice, RecordPayment};
use crate::reports::MakeReport;
use crate::settlement as quarter;
use crate::signing::{AcceptReport, SignReport};
use chrono::{DateTime, TimeDelta, Utc};
use domain::kernel::Role;
use domain::settlement::official::SettlementStep;
use std::path::Path;

impl Stage<'_> {
    pub(super) fn confirm(&mut self, quarter: &str, when: DateTime<Utc>) -> Result<(), AppError> {
        for (code, ..) in UNITS {
            self.by(&leader(code), Role::UnitLeader, Some(code), when)?;
            let done = self.app.invoke(quarter::ConfirmUnits {
                quarter: quarter.into(),
                unit: Some(unit_code(code)?),
                party: "client".into(),
                evidence: None,
            });
            match done {
                Err(error) if error.code == "unitExempt" => {}
                other => {
                    other?;
                }
            }
        }
        self.by("quantong", Role::ProviderRepresentative, None, when + TimeDelta::hours(6))?;
        let all = self.app.invoke(quarter::ConfirmUnits {
            quarter: quarter.into(),
            unit: None,
            party: "provider".into(),
            evidence: None,
        })?;
        match all.units.into_iter().find_map(|u| u.error) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    pub(super) fn official(&mut self, quarter: &str, when: DateTime<Utc>) -> Result<(), AppError> {
        self.clerk(when)?;
        self.app.invoke(quarter::PrepareSettlement { quarter: quarter.into() })?;
        for (step, hours) in [(SettlementStep::Review, 2), (SettlementStep::Finalise, 24)] {
            self.by("lingdao", Role::UnitLeader, Some("ZQ"), when + TimeDelta::hours(hours))?;
            self.app.invoke(quarter::StepSettlement { quarter: quarter.into(), step })?;
        }
        Ok(())
    }

    pub(super) fn sign(
        &mut self,
        quarter: &str,
        folder: &Path,
        keys: &[String; 2],
        when: DateTime<Utc>,
    ) -> Result<String, AppError> {
        let path = |name: &str| folder.join(format!("{quarter}{name}.pdf")).display().to_string();
        self.clerk(when)?;
        self.app.invoke(MakeReport {
            quarter: quarter.into(),
            unit: None,
            statement: false,
            out: path(""),
            revision: None,
        })?;
        let steps = [("client", path(""), path("-甲方签")), ("provider", path("-甲方签"), path("-双方签署"))];
        for ((party, from, to), key) in steps.into_iter().zip(keys) {
            self.clerk(self.now + TimeDelta::hours(3))?;
            self.app.invoke(SignReport {
                path: from,
                p12: key.clone(),
                password: PASSWORD.into(),
                party: party.into(),
                out: to,
                post: None,
                reason: Some("确认本季度考核与结算结果".into()),
                location: Some("成都".into()),
                picture: None,
            })?;
        }
        self.clerk(self.now + TimeDelta::hours(1))?;
        self.app.invoke(AcceptReport { path: path("-双方签署") })?;
        Ok(path("-双方签署"))
    }

    pub(super) fn pay(&mut self, quarter: &str, payments: &[(&str, &str, &str)]) -> Result<(), AppError> {
        self.clerk(at("2026-05-09", 10))?;
        self.app.invoke(RecordInvoice {
            quarter: quarter.into(),
            number: "25512000000126000417".into(),
            special: true,
            amount: "1200000.00".into(),
            on: "2026-04-15".into(),
        })?;
        for (voucher, amount, on) in payments {
            self.app.invoke(RecordPayment {
                quarter: quarter.into(),
                voucher: (*voucher).into(),
                amount: (*amount).into(),
                on: (*on).into(),
            })?;
        }
        Ok(())
    }

    /// The provider objects to one score of 绵阳, the unit answers, the month stays as it was.
    pub(super) fn objection(&mut self) -> Result<(), AppError> {
        let unit = unit_code("MY")?;
        self.by(&leader("MY"), Role::UnitLeader, Some("MY"), at("2026-10-09", 9))?;
        self.app.invoke(quarter::DeliverResult {
            unit: unit.clone(),
            quarter: "2026Q3".into(),
            on: Some("2026-10-09".into()),
            to: "罗海燕".into(),
            correction: None,
        })?;
        self.by("quantong", Role::ProviderRepresentative, None, at("2026-10-12", 10))?;
        self.app.invoke(quarter::RaiseObjection {
            unit: unit.clone(),
            quarter: "2026Q3".into(),
            by: "provider".into(),
            staff_no: None,
            text: "8 月响应及时项扣分所依据的工单系客户临时变更时间，请复核".into(),
        })?;
        self.by(&leader("MY"), Role::UnitLeader, Some("MY"), at("2026-10-13", 15))?;
        self.app.invoke(quarter::AnswerObjection {
            unit,
            quarter: "2026Q3".into(),
            number: 1,
            accepted: true,
            text: "经核对工单记录，该次扣分已在月度评分时剔除，分数不变".into(),
        })?;
        Ok(())
    }

    /// After Q3 became official a wrong score is found in 德阳: a new revision, both confirm again.
    pub(super) fn correction(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let unit = unit_code("DY")?;
        self.clerk(at("2026-10-26", 9))?;
        self.app.invoke(quarter::OpenRevision {
            quarter: "2026Q3".into(),
            reason: "德阳分公司 2026 年 9 月一名人员得分录入有误".into(),
        })?;
        self.by(&leader("DY"), Role::UnitLeader, Some("DY"), at("2026-10-26", 10))?;
        self.app.invoke(marks::ReopenMonth {
            unit: unit.clone(),
            month: "2026-09".into(),
            reason: "误将他人扣分录入一名人员名下，予以更正".into(),
        })?;
        let Some(person) = engineers.iter().find(|e| e.unit == "DY") else { return Ok(()) };
        self.by(&manager("DY"), Role::UnitManager, Some("DY"), at("2026-10-26", 14))?;
        let view = self.app.invoke(marks::UnitMonth { unit: unit.clone(), month: "2026-09".into() })?;
        let Some(row) = view.rows.into_iter().find(|r| r.staff_no == person.staff_no) else { return Ok(()) };
        // Somebody had typed another person's deductions: this one had full points in every item.
        let items = self
            .rubric
            .items
            .iter()
            .filter(|item| !item.veto)
            .map(|item| marks::ItemInput {
                code: item.code.clone(),
                points: item.max.to_string(),
                reason: None,
                evidence: None,
            })
            .collect();
        self.app.invoke(marks::RecordAssessments {
            unit: unit.clone(),
            month: "2026-09".into(),
            rows: vec![marks::ScoreInput { staff_no: row.staff_no, score: None, items, note: None }],
        })?;
        self.by(&leader("DY"), Role::UnitLeader, Some("DY"), at("2026-10-26", 16))?;
        self.app.invoke(marks::CloseMonth { unit, month: "2026-09".into() })?;
        self.confirm("2026Q3", at("2026-10-27", 9))?;
        self.official("2026Q3", at("2026-10-28", 9))?;
        Ok(())
    }
}
