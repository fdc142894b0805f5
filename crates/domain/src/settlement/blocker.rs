//! What keeps a quarter open (待办结事项), and what a reader should know.

use crate::kernel::{Month, Quarter, StaffNo, UnitCode, Yuan};
use crate::organisation::{Group, Party};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A gap that keeps a quarter from becoming final.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Blocker {
    /// The quarter is not over.
    QuarterNotOver {
        /// Its last month.
        month: Month,
    },
    /// The contract has no amount for the quarter.
    FeeBaseMissing,
    /// A group has no unit at all.
    GroupEmpty {
        /// Which.
        group: Group,
    },
    /// Every unit of both groups is left out.
    NothingToAssess,
    /// An engineer on duty has no score.
    PersonNotScored {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// Who.
        staff_no: StaffNo,
    },
    /// Nobody due in that month and no declaration.
    NoEngineerUndeclared {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
    },
    /// The unit has no score in the quarter and is not exempt; an exemption has no force while an engineer whose
    /// score would count is on duty.
    UnitWithoutScores {
        /// Where.
        unit: UnitCode,
    },
    /// A month is not closed.
    MonthNotClosed {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
    },
    /// An exemption awaits the second person.
    ExemptionNotApproved {
        /// Where.
        unit: UnitCode,
    },
    /// A party has not confirmed the unit's result.
    UnitNotConfirmed {
        /// Where.
        unit: UnitCode,
        /// Which party.
        party: Party,
    },
    /// An objection is open.
    ObjectionOpen {
        /// Where.
        unit: UnitCode,
    },
    /// 试算 values stand in the place of scores.
    WhatIf {
        /// Where.
        unit: UnitCode,
    },
}

impl Blocker {
    /// The unit it speaks of; `None` where it concerns the quarter as a whole or a group.
    #[must_use]
    pub fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::PersonNotScored { unit, .. }
            | Self::NoEngineerUndeclared { unit, .. }
            | Self::UnitWithoutScores { unit }
            | Self::MonthNotClosed { unit, .. }
            | Self::ExemptionNotApproved { unit }
            | Self::UnitNotConfirmed { unit, .. }
            | Self::ObjectionOpen { unit }
            | Self::WhatIf { unit } => Some(unit),
            Self::QuarterNotOver { .. }
            | Self::FeeBaseMissing
            | Self::GroupEmpty { .. }
            | Self::NothingToAssess => None,
        }
    }
}

/// Something a reader of the result should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "params", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Warning {
    /// Within the rule set's margin of a band's edge.
    NearBandEdge {
        /// The edge, points.
        edge: Decimal,
        /// Distance of the rounded score from it, points; negative is below.
        distance: Decimal,
    },
    /// Rounding moved the score over a band's edge.
    RoundedOverEdge {
        /// The edge, points.
        edge: Decimal,
        /// Before rounding.
        exact: String,
    },
    /// Not yet official.
    Provisional,
    /// A unit is left out.
    UnitExempt {
        /// Which.
        unit: UnitCode,
    },
    /// A whole group is left out; the other's weight is 100 %.
    GroupExempt {
        /// Which.
        group: Group,
    },
    /// Scores of the probation month are left out by the rule set.
    ProbationLeftOut,
    /// Invoices do not sum to the amount payable.
    InvoicesDiffer {
        /// Sum of the invoices, yuan.
        invoiced: Yuan,
        /// Amount they should meet, yuan.
        expected: Yuan,
    },
    /// Two consecutive final quarters below the threshold: the client may end the contract.
    TerminationRight {
        /// The quarter before.
        previous: Quarter,
    },
}
