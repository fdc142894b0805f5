//! The start of the year: accounts, parties, contract, calendar, people, keys.

use super::cast::{self, CALENDAR, Course, Engineer, NATIONAL_MAKE_UP, UNITS};
use super::year::{Stage, at, leader, manager, unit_code};
use super::{DemoAccount, PASSWORD};
use crate::accounts::open_with_password;
use crate::error::AppError;
use crate::organisation as org;
use crate::parse;
use crate::personal::engineer_subject;
use crate::signing::{ExportCertificate, NewKey};
use chrono::NaiveDate;
use domain::Event;
use domain::event::CalendarRecorded;
use domain::kernel::{DayKind, Role};
use domain::organisation::ContractTerm;
use domain::people::{EngineerRow, Membership};
use serde_json::json;
use std::path::Path;

impl Stage<'_> {
    /// The province's people and every unit's manager and leader. One password for all, hashed once.
    pub(super) fn open_accounts(&mut self, managers: &[String]) -> Result<Vec<DemoAccount>, AppError> {
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
            .map(|(name, _, _, unit, _)| Ok((parse::account(name)?, unit.map(unit_code).transpose()?)))
            .collect::<Result<Vec<_>, AppError>>()?;
        self.app.decide(|tx, _| {
            let mut events = Vec::new();
            for ((name, holder, role, _, post), (_, unit)) in cast.iter().zip(&accounts) {
                let post = Some((*post).to_owned());
                let opened = open_with_password(
                    tx,
                    &[],
                    &parse::account(name)?,
                    *role,
                    unit.clone(),
                    post,
                    holder,
                    &phc,
                )?;
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

    pub(super) fn parties(&mut self) -> Result<(), AppError> {
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
                    quarter: parse::quarter(&format!("2026Q{q}"))?,
                    amount: parse::amount("1200000.00")?,
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
    pub(super) fn arrive(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        self.clerk(at("2025-12-24", 9))?;
        let engineers: Vec<&Engineer> =
            engineers.iter().filter(|engineer| engineer.course != Course::Successor).collect();
        let known = engineers
            .iter()
            .map(|e| Ok((parse::staff_no(&e.staff_no)?, unit_code(e.unit)?)))
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
                        left_on: engineer.left_on.filter(|_| engineer.course == Course::Listed),
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

    pub(super) fn keys(&mut self, dir: &Path) -> Result<[String; 2], AppError> {
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
}
