//! Types of tickets: the seven services of §5.0 and what a unit makes of them (TKT-01, TKT-02, AMB-37).

use crate::event::{Event, TicketTypeIssued, TicketTypeRetired};
use crate::form::{CheckItem, Condition, Field, check_fields};
use crate::kernel::UnitCode;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// 服务内容: one of the seven of §5.0. Every type belongs to one, so that statistics of different units can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Service {
    /// 商机收集 (§5.1).
    Opportunity,
    /// 需求分析 (§5.2).
    Analysis,
    /// 技术交流 (§5.3).
    Exchange,
    /// 方案编制 (§5.4).
    Solution,
    /// 投标支撑 (§5.5).
    Bid,
    /// 现场应标 (§5.6).
    BidOnSite,
    /// 其它服务 (§5.7).
    Other,
}

impl Service {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 7] = [
        Self::Opportunity,
        Self::Analysis,
        Self::Exchange,
        Self::Solution,
        Self::Bid,
        Self::BidOnSite,
        Self::Other,
    ];
}

/// Who has to agree with the outcome before a ticket may be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Acceptance {
    /// The requester alone (TKT-60).
    Requester,
    /// The customer too: 客户认同, 客户认可 (TKT-11, TKT-14), with what shows it.
    Customer,
}

/// A kind of record that is kept on tickets of a type: an exchange, a discussion, a demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordKind {
    /// Names it within the type.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What it holds, beside its day.
    pub fields: Vec<Field>,
    /// So many are needed to close.
    pub at_least: u32,
    /// Needed only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Choices of its own: every combination of their options is recorded before closing, where it is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// A record of which this holds is an opinion: it is settled before closing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Opinion>,
    /// Comes before records of that kind: only what was on the day of the first of them or earlier counts (DEM-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

/// What makes an opinion of a record, and what becoming of it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opinion {
    /// A record of which this holds.
    #[serde(flatten)]
    pub when: Condition,
    /// What users read where it was taken up; 已采纳 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// What users read where it was not; 未采纳 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// A step of the work, in order (TKT-15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Names it within the type.
    pub code: String,
    /// What users read.
    pub label: String,
}

/// What a type is known by: its code, of one unit or of all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeKey {
    /// The unit that made it; `None` for those of all units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Its code.
    pub code: String,
}

impl TypeKey {
    /// Whether it comes with the program: it may be changed, and not be taken out of use.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.unit.is_none() && default_types().iter().any(|known| known.code == self.code)
    }
}

/// A type of tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketType {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// Which of the seven it is.
    pub service: Service,
    /// Whether the work begins with a 技术支持立项单 that is consented to and reviewed (TKT-49).
    pub formal: bool,
    /// Whether it is about a customer, who must be named (TKT-06, CUS-06).
    pub customer: bool,
    /// Whether it belongs to an opportunity, without which it is not closed (TKT-06).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opportunity: bool,
    /// Fields of the ticket.
    pub fields: Vec<Field>,
    /// Parts that must be there.
    pub items: Vec<CheckItem>,
    /// Records that are kept.
    pub records: Vec<RecordKind>,
    /// Steps in order; none where the work needs none.
    pub steps: Vec<Step>,
    /// Whether files go through rounds of audit until they are accepted (TKT-17).
    pub audited: bool,
    /// Who agrees at the end.
    pub acceptance: Acceptance,
    /// Working days from assigning to delivery, where the requester names no day (AMB-44).
    pub days: u32,
}

impl TicketType {
    /// The kind of record of that code.
    #[must_use]
    pub fn record(&self, code: &str) -> Option<&RecordKind> {
        self.records.iter().find(|kind| kind.code == code)
    }

    /// The part of that code.
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&CheckItem> {
        self.items.iter().find(|item| item.code == code)
    }

    /// Place of a step in the order.
    #[must_use]
    pub fn step(&self, code: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.code == code)
    }

    /// Whether a part comes after others of the list alone, and not after itself in the end.
    fn follows_soundly(&self, item: &CheckItem) -> bool {
        let mut at = item;
        for _ in &self.items {
            match (&at.after, at.after.as_ref().and_then(|code| self.item(code))) {
                (None, _) => return true,
                (Some(_), None) => return false,
                (Some(_), Some(first)) => at = first,
            }
        }
        at.after.is_none()
    }

    /// Whether tickets can be made of it.
    ///
    /// # Errors
    /// [`Refusal::FormField`], [`Refusal::TicketTypePart`], [`Refusal::TicketTypeDays`].
    pub fn check(&self) -> Result<(), Refusal> {
        if self.code.trim().is_empty() || self.label.trim().is_empty() {
            return Err(Refusal::TicketTypePart { part: self.label.clone() });
        }
        if self.days == 0 || self.days > MOST_DAYS {
            return Err(Refusal::TicketTypeDays { most: MOST_DAYS });
        }
        check_fields(&self.fields)?;
        let fields: BTreeSet<&str> = self.fields.iter().map(|field| field.code.as_str()).collect();
        let asks = |when: &Option<Condition>| when.as_ref().is_none_or(|c| fields.contains(c.field.as_str()));
        let parts = self
            .items
            .iter()
            .map(|item| ("item", &item.code, &item.label, asks(&item.when)))
            .chain(self.records.iter().map(|kind| ("record", &kind.code, &kind.label, asks(&kind.when))))
            .chain(self.steps.iter().map(|step| ("step", &step.code, &step.label, true)));
        let mut seen = BTreeSet::new();
        for (list, code, label, sound) in parts {
            if !sound || label.trim().is_empty() || code.trim().is_empty() || !seen.insert((list, code)) {
                return Err(Refusal::TicketTypePart { part: label.clone() });
            }
        }
        if let Some(item) = self.items.iter().find(|item| !self.follows_soundly(item)) {
            return Err(Refusal::TicketTypePart { part: item.label.clone() });
        }
        self.records.iter().try_for_each(|kind| {
            let other = |code: &String| *code != kind.code && self.record(code).is_some();
            if !kind.covers_soundly() || !kind.before.as_ref().is_none_or(other) {
                return Err(Refusal::TicketTypePart { part: kind.label.clone() });
            }
            check_fields(&kind.fields)
        })
    }
}

/// Longest time from assigning to delivery that a type may give, in working days.
const MOST_DAYS: u32 = 250;

/// The types that come with the program, one for each service.
#[must_use]
pub fn default_types() -> &'static [TicketType] {
    static TYPES: LazyLock<Vec<TicketType>> = LazyLock::new(|| {
        let text = include_str!("../../data/ticket-types.json");
        serde_json::from_str(text).expect("the program's own types can be read")
    });
    &TYPES
}

/// Makes a type, or a new version of one; tickets keep the version they began with. `current` is the one in force, `last` the
/// number of the latest version there was, also of a type taken out of use since.
///
/// # Errors
/// Those of [`TicketType::check`].
pub fn issue_type(
    key: TypeKey,
    current: Option<&TicketType>,
    last: u32,
    body: TicketType,
) -> Result<Vec<Event>, Refusal> {
    body.check()?;
    if body.code != key.code {
        return Err(Refusal::TicketTypePart { part: body.label });
    }
    if current == Some(&body) {
        return Ok(Vec::new());
    }
    let version = last + 1;
    Ok(vec![Event::TicketTypeIssued(TicketTypeIssued { unit: key.unit, version, body })])
}

/// Takes a type out of use; its tickets go on. Those that come with the program stay.
///
/// # Errors
/// [`Refusal::UnknownTicketType`], [`Refusal::TicketTypeStays`].
pub fn retire_type(key: TypeKey, in_use: bool) -> Result<Vec<Event>, Refusal> {
    if key.stays() {
        return Err(Refusal::TicketTypeStays { kind: key.code });
    }
    if !in_use {
        return Err(Refusal::UnknownTicketType { kind: key.code });
    }
    Ok(vec![Event::TicketTypeRetired(TicketTypeRetired { unit: key.unit, code: key.code })])
}
