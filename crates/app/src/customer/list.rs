//! Lists of customers, and what may be chosen of them.

use crate::error::AppError;
use crate::opportunity::seen_units;
use crate::session::App;
use domain::customer::choices;
use ledger::customer::list::{Wanted, count, page};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists customers, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Customers {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of that sector.
    #[ts(optional = nullable)]
    pub sector: Option<String>,
    /// Words of number or name.
    #[serde(default)]
    pub text: String,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 100 where absent.
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A customer in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CustomerLine {
    /// 客户编号.
    pub customer: String,
    /// 单位代码.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// 行业.
    pub sector: Option<String>,
    /// 客户级别.
    pub grade: Option<String>,
    /// People who are there.
    pub contacts: u32,
    /// Opportunities that have not ended.
    pub open: u32,
    /// Opportunities that were won or agreed on.
    pub won: u32,
    /// Tickets.
    pub tickets: u32,
}

/// A page of customers.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CustomersView {
    /// The page.
    pub lines: Vec<CustomerLine>,
    /// All that were found.
    pub total: u32,
}

/// Says what may be chosen of customers and their people.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CustomerForm {}

/// What may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CustomerFormView {
    /// 行业.
    pub sectors: Vec<String>,
    /// 客户级别.
    pub grades: Vec<String>,
    /// 层次 of people.
    pub levels: Vec<String>,
    /// 对象级别 of the qualification standard in force.
    pub object_grades: Vec<String>,
}

/// A page at most.
const LONGEST_PAGE: u32 = 1_000;

/// Which customers are meant, so many at most; `None` where one sees no such unit.
pub(super) fn wanted(app: &App, request: Customers, limit: u32) -> Result<Option<Wanted>, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(None) };
    Ok(Some(Wanted {
        units,
        sector: request.sector.filter(|sector| !sector.is_empty()),
        text: request.text,
        offset: request.offset,
        limit,
    }))
}

/// `customers`.
pub fn customers(app: &mut App, request: Customers) -> Result<CustomersView, AppError> {
    let asked = request.limit.unwrap_or(100).min(LONGEST_PAGE);
    let Some(wanted) = wanted(app, request, asked)? else {
        return Ok(CustomersView { lines: Vec::new(), total: 0 });
    };
    let conn = app.conn()?;
    let lines = page(conn, &wanted)?.into_iter().map(|row| CustomerLine {
        unit: row.no.unit.to_string(),
        customer: row.no.to_string(),
        name: row.name,
        sector: row.sector,
        grade: row.grade,
        contacts: row.contacts,
        open: row.open,
        won: row.won,
        tickets: row.tickets,
    });
    Ok(CustomersView { lines: lines.collect(), total: count(conn, &wanted)? })
}

/// `customerForm`.
pub fn form(app: &mut App, _: CustomerForm) -> Result<CustomerFormView, AppError> {
    let known = choices();
    Ok(CustomerFormView {
        sectors: known.sectors.clone(),
        grades: known.grades.clone(),
        levels: known.levels.clone(),
        object_grades: super::contacts::known_grades(app, app.conn()?)?,
    })
}
