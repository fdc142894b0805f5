//! The words every feature shares: money, score, exact numbers, periods, working days, ids, actors, origins.

mod actor;
mod capitals;
mod decimal;
mod exact;
mod id;
mod money;
mod origin;
mod period;
mod score;
mod text;
mod working_days;

pub use actor::{Actor, Role};
pub use capitals::capitals;
pub use exact::Exact;
pub use id::{AccountName, ContractNo, IdRefusal, StaffNo, UnitCode};
pub use money::{MoneyRefusal, TaxRate, TaxSplit, Yuan};
pub use origin::{Digest, EntryKey, Origin};
pub use period::{Month, PeriodRefusal, Quarter};
pub use score::{Score, ScoreRefusal};
pub use working_days::{DayKind, WorkingDays};
