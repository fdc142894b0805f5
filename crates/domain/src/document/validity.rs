//! 有效期: how a document stands to its last day, and when somebody is told (BID-13, DOC-27).

use super::classes;
use chrono::{Days, NaiveDate};

/// How a document stands to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// It has none, or it is far away.
    Valid,
    /// 即将到期: within so many days as are data.
    Expiring,
    /// 已过期: it is over.
    Expired,
}

/// The last one of the days on which a document that ends expires soon.
#[must_use]
pub fn expiring_until(today: NaiveDate) -> NaiveDate {
    today + Days::new(classes().notice.before)
}

/// How a document with that last day stands on a day.
#[must_use]
pub fn validity(valid_until: Option<NaiveDate>, today: NaiveDate) -> Validity {
    match valid_until {
        Some(last) if last < today => Validity::Expired,
        Some(last) if last <= expiring_until(today) => Validity::Expiring,
        _ => Validity::Valid,
    }
}

/// The last days of which somebody is told on a day, the first and the last one. What ended long ago has been seen, and is told no more.
#[must_use]
pub fn noticed_ends(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today - Days::new(classes().notice.after), expiring_until(today))
}
