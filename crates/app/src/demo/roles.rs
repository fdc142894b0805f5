//! A requester, an engineer and a commercial officer of 成都, so that their roles can be tried: the requester has asked for three
//! supports; of these the engineer has delivered one, which waits for the requester's word, and has one still to take.

use super::cast::Engineer;
use super::year::{Stage, at, manager, unit_code};
use super::{DemoAccount, PASSWORD};
use crate::accounts::OpenAccount;
use crate::error::AppError;
use crate::organisation::word;
use crate::ticket::{AssignTicket, DeliverTicket, RegisterTicket, TakeTicket};
use domain::kernel::Role;
use std::collections::BTreeMap;

/// Their unit.
pub(super) const UNIT: &str = "CD";
/// So many supports the requester asks for.
pub(super) const ASKED_BY_ACCOUNT: usize = 3;
const REQUESTER: &str = "xq-cd";
const ENGINEER: &str = "gcs-cd";
const COMMERCIAL: &str = "sw-cd";

impl Stage<'_> {
    /// Opens the accounts and lets them do a day's work.
    pub(super) fn roles(&mut self, engineers: &[Engineer]) -> Result<Vec<DemoAccount>, AppError> {
        let there = engineers.iter().find(|one| one.unit == UNIT && one.left_on.is_none());
        let Some(engineer) = there else { return Ok(Vec::new()) };
        let cast = [
            (REQUESTER, "林晓峰", Role::Requester, "客户经理", None),
            (ENGINEER, engineer.name.as_str(), Role::Engineer, "售前工程师", Some(engineer.staff_no.clone())),
            (COMMERCIAL, "许文静", Role::CommercialOfficer, "商务专员", None),
        ];
        self.by("admin", Role::Administrator, None, at("2026-11-19", 9))?;
        for (account, name, role, post, staff_no) in &cast {
            self.app.invoke(OpenAccount {
                account: (*account).to_owned(),
                name: (*name).to_owned(),
                role: word(role),
                unit: Some(UNIT.to_owned()),
                post: Some((*post).to_owned()),
                password: PASSWORD.to_owned(),
                staff_no: staff_no.clone(),
            })?;
        }
        self.by(REQUESTER, Role::Requester, Some(UNIT), at("2026-11-19", 10))?;
        let subject = [("subject", "部署支持")];
        let delivered =
            self.asked("other", "某区政务中心机房搬迁方案咨询", "成都市某区行政审批局", &subject)?;
        let survey = [("survey", "yes")];
        let surveyed = self.asked("analysis", "某职业学院智慧校园需求调研", "成都某职业技术学院", &survey)?;
        self.asked("exchange", "云桌面产品技术交流", "成都某三甲医院", &[])?;
        self.by(&manager(UNIT), Role::UnitManager, Some(UNIT), at("2026-11-19", 11))?;
        for ticket in [&delivered, &surveyed] {
            self.app.invoke(AssignTicket {
                ticket: ticket.clone(),
                first: engineer.staff_no.clone(),
                second: None,
                text: None,
                seen: None,
                in_turn: false,
                skill: None,
            })?;
        }
        self.by(ENGINEER, Role::Engineer, Some(UNIT), at("2026-11-19", 14))?;
        self.app.invoke(TakeTicket { ticket: delivered.clone() })?;
        let text = Some("搬迁步骤和割接窗口的建议已发给林晓峰。".to_owned());
        self.app.invoke(DeliverTicket { ticket: delivered, on: None, text })?;
        let account = |(account, name, role, ..): (&str, &str, Role, &str, Option<String>)| DemoAccount {
            account: account.to_owned(),
            name: name.to_owned(),
            role: word(&role),
            unit: Some(UNIT.to_owned()),
            password: PASSWORD.to_owned(),
        };
        Ok(cast.into_iter().map(account).collect())
    }

    /// A support that the requester asks for.
    fn asked(
        &mut self,
        kind: &str,
        title: &str,
        customer: &str,
        fields: &[(&str, &str)],
    ) -> Result<String, AppError> {
        let fields: BTreeMap<String, String> =
            fields.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect();
        let registered = self.app.invoke(RegisterTicket {
            unit: unit_code(UNIT)?,
            kind: kind.to_owned(),
            own: false,
            title: title.to_owned(),
            customer: Some(customer.to_owned()),
            customer_no: None,
            opportunity: None,
            requester: None,
            contact: None,
            phone: None,
            channel: "platform".to_owned(),
            urgency: "normal".to_owned(),
            complexity: "ordinary".to_owned(),
            received_on: None,
            due_on: None,
            fields,
        })?;
        Ok(registered.ticket)
    }
}
