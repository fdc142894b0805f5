//! The kinds of sheets, one file each. A new kind is a new file with a row, a [`Kind`](crate::Kind) and its columns.

mod assessments;
mod attendance;
mod contract;
mod customers;
mod forms;
mod holidays;
mod opportunities;
mod people;
mod standard;
mod tickets;
mod units;

pub use assessments::{AssessmentRow, Assessments, Content, Item, ItemKind};
pub use attendance::{PunchRow, Punches};
pub use contract::{ContractRow, Contracts};
pub use customers::{CustomerRow, Customers};
pub use forms::{FormColumn, FormRow, FormSheet};
pub use holidays::{HolidayRow, Holidays};
pub use opportunities::{Opportunities, OpportunityCells, OpportunityRow};
pub use people::{People, PersonRow};
pub use standard::Standards;
pub use tickets::{TicketRow, TicketStandingCells, Tickets};
pub use units::{UnitRow, Units};
