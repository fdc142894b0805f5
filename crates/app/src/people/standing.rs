//! How people stand, for a list of stays: what is read is read for all of them at once.

use crate::clock::local_day;
use crate::error::AppError;
use chrono::NaiveDate;
use domain::kernel::StaffNo;
use domain::people::{Dossier, Membership, Standing};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A way to stand that a list of stays can be asked for. Who is awaited has no stay yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum ListedStanding {
    /// 试用.
    Probation,
    /// 待认证.
    Uncertified,
    /// 在岗（已认证）.
    Certified,
    /// 更换.
    Returned,
    /// 离岗: the stay is over.
    Left,
    /// 待补手续: a paper or the manager is missing, however they stand otherwise.
    Lacking,
}

impl ListedStanding {
    /// Whether a stay is asked for.
    pub(super) fn is(self, stood: &Stood) -> bool {
        let standing = match self {
            Self::Lacking => return stood.lacking,
            Self::Probation => Standing::Probation,
            Self::Uncertified => Standing::Uncertified,
            Self::Certified => Standing::Certified,
            Self::Returned => Standing::Returned,
            Self::Left => Standing::Left,
        };
        standing == stood.standing
    }
}

/// How a person stands as far as a stay goes.
pub(super) struct Stood {
    pub standing: Standing,
    /// Whether something of what the stay asks for is missing; never once it is over.
    pub lacking: bool,
}

/// What is read of the people of some stays.
pub(super) struct Standings {
    today: NaiveDate,
    files: BTreeMap<StaffNo, Dossier>,
    certified_on: BTreeMap<StaffNo, NaiveDate>,
}

impl Standings {
    /// Reads what these stays ask for. A stay that is over asks for nothing.
    pub(super) fn read<'m>(
        conn: &Connection,
        stays: impl Iterator<Item = &'m Membership>,
        today: NaiveDate,
    ) -> Result<Self, AppError> {
        let mut staff: Vec<&StaffNo> =
            stays.filter(|stay| stay.lasts_to(today)).map(|stay| &stay.staff_no).collect();
        staff.sort_unstable();
        staff.dedup();
        Ok(Self {
            today,
            files: ledger::people::dossier::standing_files(conn, &staff, local_day)?,
            certified_on: ledger::certification::query::certified_on(conn, &staff)?,
        })
    }

    pub(super) fn of(&self, stay: &Membership) -> Stood {
        let file = self.files.get(&stay.staff_no).filter(|_| stay.lasts_to(self.today));
        let known = file.and_then(|file| Some((file, file.stay(Some(stay.arrived_on)).ok()?)));
        let Some((file, known)) = known else { return Stood { standing: Standing::Left, lacking: false } };
        let certified_on = self.certified_on.get(&stay.staff_no).copied();
        Stood {
            standing: file.standing_in(known, self.today, certified_on),
            lacking: stay.covers(self.today) && known.missing().next().is_some(),
        }
    }
}
