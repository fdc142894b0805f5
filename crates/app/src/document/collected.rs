//! The documents of a project, a ticket, a customer or an engineer, as far as the account may read them: what an index lists and
//! what is handed over.

use super::line::lines;
use super::list::DocumentLine;
use super::whose::{hidden, read_about};
use crate::api::Act;
use crate::error::AppError;
use crate::session::App;
use domain::document::{About, classes};
use domain::kernel::UnitCode;
use ledger::document::list::{DocumentRow, SortBy, Wanted, about_title, page};

/// A project has at most so many documents that are listed.
const MOST: u32 = 10_000;

/// Documents in force, by category and number.
pub(crate) struct Collected {
    /// On what they hang; of an opportunity those of its tickets are among them.
    pub about: About,
    /// The unit that it belongs to.
    pub unit: UnitCode,
    /// What it is called; its number where it has no other name.
    pub title: String,
    /// Each as it is kept, and in words.
    pub documents: Vec<(DocumentRow, DocumentLine)>,
    /// Whether there are others that the account may not know of.
    pub left_out: bool,
}

impl Collected {
    /// Those of `about`, for whoever may do that there.
    pub fn of(app: &App, act: Act, about: &str) -> Result<Self, AppError> {
        let (about, unit) = read_about(app, act, about)?;
        let conn = app.conn()?;
        let mut all = vec![about.clone()];
        if let About::Opportunity(no) = &about {
            let linked = ledger::opportunity::query::tickets(conn, no)?;
            all.extend(linked.into_iter().map(|ticket| About::Ticket(ticket.no)));
        }
        let mut rows = Vec::new();
        for one in all {
            let wanted = Wanted {
                about: Some(one),
                voided: Some(false),
                sort: SortBy::Number,
                limit: MOST,
                ..Wanted::default()
            };
            rows.extend(page(conn, &wanted)?);
        }
        let known = rows.len();
        let hidden = hidden(app)?;
        rows.retain(|row| !hidden.contains(&row.no));
        let left_out = rows.len() < known;
        let place = |row: &DocumentRow| {
            classes().categories.iter().position(|category| category.code == row.class.category)
        };
        rows.sort_by_cached_key(|row| (place(row), row.no.number(), row.no.unit.clone()));
        let title = match &about {
            About::Person(_) => rows.is_empty().then(String::new),
            other => about_title(conn, other)?,
        };
        let in_words = lines(app, &rows)?;
        // An engineer's name stands in the lines.
        let named = in_words.iter().find_map(|line| line.about_title.clone());
        let title = title.or(named).filter(|title| !title.is_empty()).unwrap_or_else(|| about.key());
        let documents = rows.into_iter().zip(in_words).collect();
        Ok(Self { about, unit, title, documents, left_out })
    }

    /// Bytes of all of them.
    pub fn bytes(&self) -> u64 {
        self.documents.iter().map(|(row, _)| row.size).sum()
    }
}
