//! The year, act by act, through the use cases of the program: each by the account that would do it, at its own time.

use super::cast::{self, CALENDAR, Engineer, NATIONAL_MAKE_UP, UNITS};
use super::scores::{self, Sheet};
use super::{DemoAccount, DemoView, PASSWORD};
use crate::accounts::{found_ledger, open_with_password};
use crate::assessment as marks;
use crate::clock::Clock;
use crate::error::AppError;
use crate::money::{RecordInvoice, RecordPayment};
use crate::organisation as org;
use crate::personal::engineer_subject;
use crate::reports::MakeReport;
use crate::session::App;
use crate::settlement as quarter;
use crate::signing::{AcceptReport, ExportCertificate, NewKey, SignReport};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Event;
use domain::event::{CalendarRecorded, TodayFixed};
use domain::kernel::{AccountName, Actor, DayKind, Quarter, Role, UnitCode};
use domain::organisation::{ContractTerm, Group, Installation, LedgerRole};
use domain::people::{EngineerRow, Membership};
use domain::rulebook::Rubric;
use domain::settlement::official::SettlementStep;
use rust_decimal::Decimal;
use serde_json::json;
use sheet::kinds::UnitRow;
use std::path::Path;

/// The same year every time.
const SEED: u64 = 0x4851_2026;

struct Stage<'a> {
    app: &'a mut App,
    random: fastrand::Rng,
    rubric: Rubric,
    now: DateTime<Utc>,
}

fn at(day: &str, hour: u32) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap_or_default();
    // Local time is eight hours ahead.
    day.and_hms_opt(hour.saturating_sub(8), 0, 0).unwrap_or_default().and_utc()
}

fn unit_code(code: &str) -> Result<UnitCode, AppError> {
    crate::parse::unit(code)
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
    let admin = account("admin")?;
    let recovery_code = found_ledger(app, installation, &admin, PASSWORD, &units)?;
    let rubric = Rubric::default_version();
    let mut stage = Stage { app, random, rubric, now: founded };
    let accounts = stage.open_accounts(&managers)?;
    stage.parties()?;
    let engineers = cast::engineers(&mut stage.random);
    stage.arrive(&engineers)?;
    let dir = stage.app.dir.clone();
    let keys = stage.keys(&dir)?;
    let reports = stage.quarters(&engineers, &dir, &keys)?;
    stage.by("admin", Role::Administrator, None, at("2026-11-19", 18))?;
    let today: NaiveDate = "2026-11-20".parse().unwrap_or_default();
    stage.app.decide(|_, _| Ok(vec![Event::TodayFixed(TodayFixed { today })]))?;
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

fn account(name: &str) -> Result<AccountName, AppError> {
    AccountName::parse(name).map_err(|_| AppError::refused("badAccountName", json!({ "value": name })))
}

fn leader(unit: &str) -> String {
    format!("ld-{}", unit.to_lowercase())
}

fn manager(unit: &str) -> String {
    format!("gl-{}", unit.to_lowercase())
}

impl Stage<'_> {
    /// Who acts from now on, and when. Times only go forward.
    fn by(
        &mut self,
        name: &str,
        role: Role,
        unit: Option<&str>,
        when: DateTime<Utc>,
    ) -> Result<(), AppError> {
        self.now = when.max(self.now + TimeDelta::seconds(7));
        self.app.clock = Clock::Fixed(self.now);
        let unit = unit.map(unit_code).transpose()?;
        self.app.actor = Some(Actor { account: account(name)?, role, unit });
        Ok(())
    }

    fn clerk(&mut self, when: DateTime<Utc>) -> Result<(), AppError> {
        self.by("jingban", Role::Clerk, None, when)
    }

    /// The province's people and every unit's manager and leader. One password for all, hashed once.
    fn open_accounts(&mut self, managers: &[String]) -> Result<Vec<DemoAccount>, AppError> {
        let mut cast: Vec<(String, String, Role, Option<&str>, &str)> = vec![
            ("jingban".into(), "周敏".into(), Role::Clerk, None, "省公司经办"),
            ("lingdao".into(), "何志强".into(), Role::UnitLeader, Some("ZQ"), "省公司政企客户部副总经理"),
            ("quantong".into(), "罗海燕".into(), Role::ProviderRepresentative, None, "四川全通接口人"),
            ("jiandu".into(), "沈国栋".into(), Role::Auditor, None, "监督"),
        ];
        for ((code, ..), name) in UNITS.iter().zip(managers) {
            cast.push((manager(code), name.clone(), Role::UnitManager, Some(*code), "售前支撑管理员"));
            let name = cast::name(&mut self.random);
            cast.push((leader(code), name, Role::UnitLeader, Some(*code), "政企客户部经理"));
        }
        self.by("admin", Role::Administrator, None, at("2025-12-22", 10))?;
        let phc = crate::accounts::hash_password(PASSWORD)?;
        let accounts = cast
            .iter()
            .map(|(name, _, _, unit, _)| Ok((account(name)?, unit.map(unit_code).transpose()?)))
            .collect::<Result<Vec<_>, AppError>>()?;
        self.app.decide(|tx, _| {
            let mut events = Vec::new();
            for ((name, holder, role, _, post), (_, unit)) in cast.iter().zip(&accounts) {
                let post = Some((*post).to_owned());
                let opened =
                    open_with_password(tx, &[], &account(name)?, *role, unit.clone(), post, holder, &phc)?;
                events.extend(opened);
            }
            Ok(events)
        })?;
        let shown = ["jingban", "lingdao", "quantong", "jiandu", "gl-cd", "ld-cd"];
        let mut view = vec![DemoAccount {
            account: "admin".into(),
            name: "admin".into(),
            role: "administrator".into(),
            unit: None,
            password: PASSWORD.into(),
        }];
        view.extend(shown.iter().filter_map(|wanted| cast.iter().find(|c| c.0 == *wanted)).map(
            |(name, holder, role, unit, _)| DemoAccount {
                account: name.clone(),
                name: holder.clone(),
                role: org::word(role),
                unit: unit.map(str::to_owned),
                password: PASSWORD.into(),
            },
        ));
        Ok(view)
    }

    fn parties(&mut self) -> Result<(), AppError> {
        self.clerk(at("2025-12-23", 9))?;
        for (party, name, alias, representative, post) in [
            ("client", "中国移动通信集团四川有限公司", "四川移动", "何志强", "政企客户部副总经理"),
            ("provider", "中移全通系统集成有限公司四川分公司", "四川全通", "罗海燕", "售前支撑部总监"),
        ] {
            self.app.invoke(org::RegisterParty {
                party: party.into(),
                name: name.into(),
                alias: Some(alias.into()),
                representative: Some(representative.into()),
                post: Some(post.into()),
                certificate: None,
            })?;
        }
        let terms = (1..=4)
            .map(|q| {
                Ok(ContractTerm {
                    no: domain::kernel::ContractNo::parse("SCYD-QT-2026-001")
                        .map_err(|_| AppError::refused("internal", json!({})))?,
                    client: "中国移动通信集团四川有限公司".into(),
                    provider: "中移全通系统集成有限公司四川分公司".into(),
                    from: "2026-01-01".parse().unwrap_or_default(),
                    to: "2026-12-31".parse().unwrap_or_default(),
                    quarter: crate::parse::quarter(&format!("2026Q{q}"))?,
                    amount: crate::parse::amount("1200000.00")?,
                    tax_rate: domain::kernel::TaxRate::parse("6%")
                        .map_err(|_| AppError::refused("internal", json!({})))?,
                })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        self.app.decide(|_, _| {
            domain::organisation::record_contract(&Default::default(), &|_| false, &terms)
                .map_err(|refused| crate::exchange::row_refusals("contract", &refused))
        })?;
        let mut days = Vec::new();
        for (from, to, working, name) in CALENDAR {
            let (from, to): (NaiveDate, NaiveDate) =
                (from.parse().unwrap_or_default(), to.parse().unwrap_or_default());
            let kind = if working { DayKind::Working } else { DayKind::Holiday };
            days.extend(from.iter_days().take_while(|d| *d <= to).map(|d| (d, kind, name.to_owned())));
        }
        for day in NATIONAL_MAKE_UP {
            days.push((day.parse().unwrap_or_default(), DayKind::Working, "国庆节补班".to_owned()));
        }
        self.app.decide(|_, _| Ok(vec![Event::CalendarRecorded(CalendarRecorded { days })]))?;
        Ok(())
    }

    /// The people of the year are entered at its start, with their later moves as they happen in the data.
    fn arrive(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        self.clerk(at("2025-12-24", 9))?;
        let known = engineers
            .iter()
            .map(|e| Ok((crate::parse::staff_no(&e.staff_no)?, unit_code(e.unit)?)))
            .collect::<Result<Vec<_>, AppError>>()?;
        self.app.decide(|tx, _| {
            let mut rows = Vec::new();
            for (engineer, (staff_no, unit)) in engineers.iter().zip(known) {
                let fields = json!({ "name": engineer.name, "phone": engineer.phone });
                let fields = fields.as_object().cloned().unwrap_or_default();
                let digest = tx.put_personal(&engineer_subject(&staff_no), &fields)?;
                rows.push(EngineerRow {
                    membership: Membership {
                        staff_no,
                        unit,
                        arrived_on: engineer.arrived_on,
                        left_on: engineer.left_on,
                    },
                    post: Some(engineer.post.to_owned()),
                    changed_personal: Some(digest),
                });
            }
            let units = ledger::organisation::query::units(tx.conn())?.into_keys().collect();
            let facts = ledger::people::query::facts(tx.conn(), units)?;
            domain::people::import_people(&facts, &rows)
                .map_err(|refused| crate::exchange::row_refusals("people", &refused))
        })?;
        Ok(())
    }

    fn keys(&mut self, dir: &Path) -> Result<[String; 2], AppError> {
        self.clerk(at("2025-12-25", 9))?;
        let folder = dir.join("keys");
        std::fs::create_dir_all(&folder).map_err(|error| AppError::file(&folder, &error))?;
        let mut keys = Vec::new();
        for (party, name) in [("client", "何志强"), ("provider", "罗海燕")] {
            let p12 = folder.join(format!("{party}.p12")).display().to_string();
            let pem = folder.join(format!("{party}.pem")).display().to_string();
            self.app.invoke(NewKey {
                party: party.into(),
                name: name.into(),
                organisation: None,
                out: p12.clone(),
                password: PASSWORD.into(),
            })?;
            self.app.invoke(ExportCertificate {
                p12: p12.clone(),
                password: PASSWORD.into(),
                out: pem.clone(),
            })?;
            self.app.invoke(org::RegisterCertificate { party: party.into(), path: pem })?;
            keys.push(p12);
        }
        <[String; 2]>::try_from(keys).map_err(|_| AppError::refused("internal", json!({})))
    }

    /// Q1: full fee by a hair, 天府新区 left out. Q2: below 70. Q3: linear, an objection, a correction. Q4: open.
    fn quarters(
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

    /// Every unit's manager scores the first `months` months, and the leader closes each.
    fn score(
        &mut self,
        engineers: &[Engineer],
        text: &str,
        target: i64,
        (from, to): (Decimal, Decimal),
        months: usize,
    ) -> Result<(), AppError> {
        let quarter = crate::parse::quarter(text)?;
        let mut sheets = self.sheets(engineers, quarter, target);
        scores::tune(&mut self.random, &self.rubric, &mut sheets, from, to);
        for (index, month) in quarter.months().into_iter().enumerate().take(months) {
            let after = month.next().first_day();
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

    fn sheets(&mut self, engineers: &[Engineer], quarter: Quarter, target: i64) -> Vec<Sheet> {
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

    fn exempt(&mut self, unit: &str, quarter: &str, dir: &Path) -> Result<(), AppError> {
        let paper = dir.join("keys").join("说明.txt");
        let words = format!("{unit} {quarter} 尚未派驻售前支撑人员，经双方商定本季度不纳入考核。\n");
        std::fs::write(&paper, words).map_err(|error| AppError::file(&paper, &error))?;
        let when = crate::parse::quarter(quarter)?.next().first_day();
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

    fn confirm(&mut self, quarter: &str, when: DateTime<Utc>) -> Result<(), AppError> {
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

    fn official(&mut self, quarter: &str, when: DateTime<Utc>) -> Result<(), AppError> {
        self.clerk(when)?;
        self.app.invoke(quarter::PrepareSettlement { quarter: quarter.into() })?;
        for (step, hours) in [(SettlementStep::Review, 2), (SettlementStep::Finalise, 24)] {
            self.by("lingdao", Role::UnitLeader, Some("ZQ"), when + TimeDelta::hours(hours))?;
            self.app.invoke(quarter::StepSettlement { quarter: quarter.into(), step })?;
        }
        Ok(())
    }

    fn sign(
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

    fn pay(&mut self, quarter: &str, payments: &[(&str, &str, &str)]) -> Result<(), AppError> {
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
    fn objection(&mut self) -> Result<(), AppError> {
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
    fn correction(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
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

fn input(item: &domain::assessment::ItemScore) -> marks::ItemInput {
    marks::ItemInput {
        code: item.code.clone(),
        points: item.points.normalize().to_string(),
        reason: item.reason.clone(),
        evidence: item.evidence.clone(),
    }
}
