//! The year, act by act, through the use cases of the program: each by the account that would do it, at its own time.

use super::arrival::papers;
use super::cast::{self, Engineer, UNITS};
use super::scores::{self, Sheet};
use super::service::{self, Service};
use super::{DemoView, PASSWORD};
use crate::accounts::{Founder, found_ledger};
use crate::assessment as marks;
use crate::clock::Clock;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, no_ledger_open};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Event;
use domain::event::TodayFixed;
use domain::kernel::{Actor, Month, Quarter, Role, UnitCode};
use domain::organisation::{Group, Installation, LedgerRole};
use domain::rulebook::Rubric;
use rust_decimal::Decimal;
use sheet::kinds::UnitRow;
use std::path::Path;

/// The same year every time.
const SEED: u64 = 0x4851_2026;

pub(super) struct Stage<'a> {
    pub app: &'a mut App,
    pub random: fastrand::Rng,
    pub rubric: Rubric,
    pub now: DateTime<Utc>,
    /// Acts done, for whoever waits.
    pub acts: usize,
    /// What is still to be done in customers, opportunities and tickets.
    pub service: Option<Service>,
    /// Files that are attached to tickets.
    pub papers: Vec<tempfile::NamedTempFile>,
}

/// About as many acts as the year has: what is told as the whole.
const ACTS: usize = 32_600;

pub(super) fn at(day: &str, hour: u32) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap_or_default();
    // Local time is eight hours ahead.
    day.and_hms_opt(hour.saturating_sub(8), 0, 0).unwrap_or_default().and_utc()
}

pub(super) fn unit_code(code: &str) -> Result<UnitCode, AppError> {
    parse::unit(code)
}

/// Makes the whole year; the app's ledger is open afterwards.
pub(super) fn live(app: &mut App) -> Result<DemoView, AppError> {
    let mut random = fastrand::Rng::with_seed(SEED);
    let founded = at("2025-12-22", 9);
    app.clock = Clock::Fixed(founded);
    let managers: Vec<String> = UNITS.iter().map(|_| cast::name(&mut random)).collect();
    let units = UNITS
        .iter()
        .zip(&managers)
        .map(|((code, name, provincial, _), manager)| {
            Ok(UnitRow {
                code: unit_code(code)?,
                name: (*name).to_owned(),
                group: if *provincial { Group::Provincial } else { Group::City },
                manager: Some(manager.clone()),
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    let installation = Installation { role: LedgerRole::Province, unit: unit_code("ZQ")?, two_person: true };
    let founder =
        Founder { account: parse::account("admin")?, name: None, post: None, password: PASSWORD.to_owned() };
    let recovery_code = found_ledger(app, installation, &founder, &units)?;
    // A demo that is cut short is thrown away: only what is finished has to be on the disk.
    app.ledger.as_mut().ok_or_else(no_ledger_open)?.run_ahead_of_disk()?;
    let rubric = Rubric::default_version();
    let papers = papers()?;
    let mut stage = Stage { app, random, rubric, now: founded, acts: 0, service: None, papers };
    let mut accounts = stage.open_accounts(&managers)?;
    stage.parties()?;
    let engineers = cast::engineers(&mut stage.random);
    stage.arrive(&engineers)?;
    stage.service = Some(service::planned(&engineers));
    let dir = stage.app.dir.clone();
    let keys = stage.keys(&dir)?;
    let reports = stage.quarters(&engineers, &dir, &keys)?;
    stage.november(&engineers)?;
    stage.people(&engineers)?;
    accounts.extend(stage.roles(&engineers)?);
    stage.by("admin", Role::Administrator, None, at("2026-11-19", 18))?;
    let today: NaiveDate = "2026-11-20".parse().unwrap_or_default();
    stage.app.decide(|_, _| Ok(vec![Event::TodayFixed(TodayFixed { today })]))?;
    stage.app.ledger.as_mut().ok_or_else(no_ledger_open)?.settle_on_disk()?;
    stage.app.watching.tell(ledger::Stage::Year, ACTS, ACTS)?;
    let mut heads: Vec<&str> = engineers.iter().map(|e| e.staff_no.as_str()).collect();
    heads.sort_unstable();
    heads.dedup();
    Ok(DemoView {
        dir: dir.display().to_string(),
        accounts,
        recovery_code,
        keys: keys.to_vec(),
        key_password: PASSWORD.to_owned(),
        reports,
        units: UNITS.len(),
        engineers: heads.len(),
        today: today.to_string(),
    })
}

pub(super) fn leader(unit: &str) -> String {
    format!("ld-{}", unit.to_lowercase())
}

pub(super) fn manager(unit: &str) -> String {
    format!("gl-{}", unit.to_lowercase())
}

impl Stage<'_> {
    /// Who acts from now on, and when. Times only go forward.
    pub(super) fn by(
        &mut self,
        name: &str,
        role: Role,
        unit: Option<&str>,
        when: DateTime<Utc>,
    ) -> Result<(), AppError> {
        self.serve_until(when)?;
        self.told()?;
        self.now = when.max(self.now + TimeDelta::seconds(7));
        self.app.clock = Clock::Fixed(self.now);
        let unit = unit.map(unit_code).transpose()?;
        self.app.actor = Some(Actor { account: parse::account(name)?, role, unit });
        Ok(())
    }

    /// One act more, for whoever waits.
    pub(super) fn told(&mut self) -> Result<(), AppError> {
        self.app.watching.tell(ledger::Stage::Year, self.acts.min(ACTS - 1), ACTS)?;
        self.acts += 1;
        Ok(())
    }

    pub(super) fn clerk(&mut self, when: DateTime<Utc>) -> Result<(), AppError> {
        self.by("jingban", Role::Clerk, None, when)
    }

    /// Q1: full fee by a hair, 天府新区 left out. Q2: below 70. Q3: linear, an objection, a correction. Q4: open.
    pub(super) fn quarters(
        &mut self,
        engineers: &[Engineer],
        dir: &Path,
        keys: &[String; 2],
    ) -> Result<Vec<String>, AppError> {
        let band = |from: i64, to: i64| (Decimal::new(from, 3), Decimal::new(to, 3));
        let folder = dir.join("reports");
        std::fs::create_dir_all(&folder).map_err(|error| AppError::file(&folder, &error))?;
        let mut reports = Vec::new();

        self.score(engineers, "2026Q1", 90, band(89_995, 90_000), 3)?;
        for (unit, quarter) in [("TF", "2026Q1"), ("TF", "2026Q2")] {
            self.exempt(unit, quarter, dir)?;
        }
        self.confirm("2026Q1", at("2026-04-08", 9))?;
        self.official("2026Q1", at("2026-04-10", 9))?;
        reports.push(self.sign("2026Q1", &folder, keys, at("2026-04-13", 10))?);
        self.pay(
            "2026Q1",
            &[("PZ-2026-0417", "700000.00", "2026-04-17"), ("PZ-2026-0508", "500000.00", "2026-05-08")],
        )?;

        self.score(engineers, "2026Q2", 69, band(69_380, 69_420), 3)?;
        self.confirm("2026Q2", at("2026-07-08", 9))?;
        self.official("2026Q2", at("2026-07-10", 9))?;
        reports.push(self.sign("2026Q2", &folder, keys, at("2026-07-14", 10))?);

        self.score(engineers, "2026Q3", 88, band(88_390, 88_410), 3)?;
        self.objection()?;
        self.confirm("2026Q3", at("2026-10-14", 9))?;
        self.official("2026Q3", at("2026-10-16", 9))?;
        self.correction(engineers)?;

        self.score(engineers, "2026Q4", 91, band(90_900, 91_100), 1)?;
        Ok(reports)
    }

    /// What happened to people in a month beside its scores, up to the morning on which it is scored.
    fn between(&mut self, engineers: &[Engineer], month: Month) -> Result<(), AppError> {
        match (month.year(), month.number()) {
            (2026, 5) => self.working_hours()?,
            (2026, 7) => self.replacement_asked(engineers)?,
            (2026, 9) => {
                self.training(engineers)?;
                self.successor_comes(engineers)?;
            }
            (2026, 10) => self.certified(engineers)?,
            _ => {}
        }
        self.attendance(engineers, month)
    }

    /// Every unit's manager scores the first `months` months, and the leader closes each.
    pub(super) fn score(
        &mut self,
        engineers: &[Engineer],
        text: &str,
        target: i64,
        (from, to): (Decimal, Decimal),
        months: usize,
    ) -> Result<(), AppError> {
        let quarter = parse::quarter(text)?;
        let mut sheets = self.sheets(engineers, quarter, target);
        scores::tune(&mut self.random, &self.rubric, &mut sheets, from, to);
        for (index, month) in quarter.months().into_iter().enumerate().take(months) {
            let after = month.next().first_day();
            self.between(engineers, month)?;
            for (number, (code, ..)) in UNITS.iter().enumerate() {
                let rows: Vec<marks::ScoreInput> = sheets
                    .iter()
                    .filter(|s| s.unit == *code && s.month == index)
                    .map(|sheet| marks::ScoreInput {
                        staff_no: sheet.staff_no.clone(),
                        score: None,
                        items: sheet.items.iter().map(input).collect(),
                        note: None,
                    })
                    .collect();
                if rows.is_empty() {
                    continue;
                }
                let unit = unit_code(code)?;
                let when = at(&after.to_string(), 9) + TimeDelta::minutes(10 * number as i64);
                self.by(&manager(code), Role::UnitManager, Some(*code), when)?;
                self.app.invoke(marks::RecordAssessments {
                    unit: unit.clone(),
                    month: month.to_string(),
                    rows,
                })?;
                self.by(&leader(code), Role::UnitLeader, Some(*code), when + TimeDelta::hours(5))?;
                self.app.invoke(marks::CloseMonth { unit, month: month.to_string() })?;
            }
        }
        Ok(())
    }

    pub(super) fn sheets(&mut self, engineers: &[Engineer], quarter: Quarter, target: i64) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        for (index, month) in quarter.months().into_iter().enumerate() {
            for (code, _, provincial, _) in UNITS {
                // Units differ from each other by a few points, and keep their character over the months.
                let character = i64::from(code.bytes().map(u32::from).sum::<u32>() % 7) - 3;
                for engineer in engineers.iter().filter(|e| e.unit == code) {
                    let there = engineer.arrived_on <= month.last_day()
                        && engineer.left_on.is_none_or(|left| left >= month.first_day());
                    if there {
                        sheets.push(Sheet {
                            unit: code,
                            provincial,
                            month: index,
                            staff_no: engineer.staff_no.clone(),
                            items: scores::month(&mut self.random, &self.rubric, target + character),
                        });
                    }
                }
            }
        }
        sheets
    }

    pub(super) fn exempt(&mut self, unit: &str, quarter: &str, dir: &Path) -> Result<(), AppError> {
        let paper = dir.join("keys").join("说明.txt");
        let words = format!("{unit} {quarter} 尚未派驻售前支撑人员，经双方商定本季度不纳入考核。\n");
        std::fs::write(&paper, words).map_err(|error| AppError::file(&paper, &error))?;
        let when = parse::quarter(quarter)?.next().first_day();
        self.clerk(at(&when.to_string(), 11))?;
        let unit = unit_code(unit)?;
        self.app.invoke(marks::DeclareExempt {
            unit: unit.clone(),
            quarter: quarter.into(),
            reason: "该单位本季度尚未派驻售前支撑人员".into(),
            attachment: Some(paper.display().to_string()),
        })?;
        self.by("lingdao", Role::UnitLeader, Some("ZQ"), self.now + TimeDelta::hours(1))?;
        self.app.invoke(marks::ApproveExemption { unit, quarter: quarter.into() })?;
        std::fs::remove_file(&paper).map_err(|error| AppError::file(&paper, &error))?;
        Ok(())
    }
}

pub(super) fn input(item: &domain::assessment::ItemScore) -> marks::ItemInput {
    marks::ItemInput {
        code: item.code.clone(),
        points: item.points.normalize().to_string(),
        reason: item.reason.clone(),
        evidence: item.evidence.clone(),
    }
}
