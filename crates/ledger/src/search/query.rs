//! Asking the index. What was asked for stands in a title first, then in the rest; within both the newest first: told in
//! a moment however many there are, and everybody sees why a hit stands where it does.

use crate::column::{get, get_day_opt};
use chrono::NaiveDate;
use domain::document::DocumentNo;
use domain::kernel::UnitCode;
use domain::search::{Query, SearchKind, scope};
use domain::ticket::TicketNo;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

/// What is looked for, and where.
#[derive(Clone, Debug)]
pub struct Sought {
    /// The words.
    pub query: Query,
    /// Of these kinds.
    pub kinds: Vec<SearchKind>,
    /// Of these units; of all where `None`.
    pub units: Option<Vec<UnitCode>>,
    /// Of that day or later. Customers have no day.
    pub from: Option<NaiveDate>,
    /// Of that day or earlier.
    pub until: Option<NaiveDate>,
    /// Of the tickets only these, where given: the others are not for the reader.
    pub tickets: Option<Vec<TicketNo>>,
    /// Without these documents: they are not for the reader.
    pub hidden: Vec<DocumentNo>,
    /// Only what is in titles.
    pub in_title: bool,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: SearchKind,
    /// Its number.
    pub key: String,
    /// Whose it is.
    pub unit: UnitCode,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// What it is called.
    pub title: String,
    /// Its other words.
    pub body: String,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// How many there are of each kind that may be seen, none left out.
    pub counts: Vec<(SearchKind, u64)>,
    /// A page of them.
    pub hits: Vec<Hit>,
}

/// Looks for words. Counted are all kinds that may be `seen`, so that who looks for one of them is told of the others.
pub fn find(conn: &Connection, seen: &[SearchKind], sought: &Sought) -> rusqlite::Result<Hits> {
    let expression = sought.query.expression();
    let whole = if sought.in_title {
        format!("title : {expression}")
    } else {
        format!("{{title body}} : {expression}")
    };
    let mut found = Hits::default();
    if sought.units.as_ref().is_some_and(Vec::is_empty) {
        return Ok(found);
    }
    for &kind in seen {
        found.counts.push((kind, count(conn, sought, &within(sought, &whole, &[kind]))?));
    }
    let in_titles = within(sought, &format!("title : {expression}"), &sought.kinds);
    let mut left = Page { offset: u64::from(sought.offset), limit: sought.limit };
    if sought.kinds.is_empty() {
        return Ok(found);
    }
    read(conn, sought, &in_titles, &mut left, &mut found.hits)?;
    if !sought.in_title && left.limit > 0 {
        let elsewhere = format!("({whole}) NOT (title : {expression})");
        read(conn, sought, &within(sought, &elsewhere, &sought.kinds), &mut left, &mut found.hits)?;
    }
    Ok(found)
}

/// The part of a page that is still to be filled.
struct Page {
    offset: u64,
    limit: u32,
}

/// The words within kinds and units.
fn within(sought: &Sought, words: &str, kinds: &[SearchKind]) -> String {
    let one_of = |scopes: Vec<String>| {
        let quoted: Vec<String> = scopes.into_iter().map(|word| format!("\"{word}\"")).collect();
        format!("scope : ({})", quoted.join(" OR "))
    };
    let mut all = vec![format!("({words})")];
    if kinds.len() < SearchKind::ALL.len() {
        all.push(one_of(kinds.iter().map(|kind| scope('k', kind.word())).collect()));
    }
    if let Some(units) = &sought.units {
        all.push(one_of(units.iter().map(|unit| scope('u', unit.as_str())).collect()));
    }
    all.join(" AND ")
}

/// What is asked for beside the words: conditions on days and on what is hidden, their values behind the expression.
struct Beside {
    days: &'static str,
    hidden: String,
    values: Vec<Value>,
}

fn beside(sought: &Sought, expression: &str) -> Beside {
    let mut values = vec![Value::from(expression.to_owned())];
    let mut days = "";
    if sought.from.is_some() || sought.until.is_some() {
        values.push(sought.from.map_or(Value::Null, |day| day.to_string().into()));
        values.push(sought.until.map_or(Value::Null, |day| day.to_string().into()));
        days = "AND t.day >= coalesce(?2, '') AND t.day <= coalesce(?3, '9999')";
    }
    let mut hidden = String::new();
    if !sought.hidden.is_empty() {
        values.push(serde_json::to_string(&sought.hidden).unwrap_or_default().into());
        hidden = format!(
            "AND g.rowid NOT IN (SELECT id FROM search_text \
             WHERE kind = 'document' AND key IN (SELECT value FROM json_each(?{})))",
            values.len()
        );
    }
    if let Some(tickets) = &sought.tickets {
        values.push(serde_json::to_string(tickets).unwrap_or_default().into());
        hidden.push_str(&format!(
            " AND g.rowid NOT IN (SELECT id FROM search_text \
             WHERE kind = 'ticket' AND key NOT IN (SELECT value FROM json_each(?{})))",
            values.len()
        ));
    }
    Beside { days, hidden, values }
}

fn count(conn: &Connection, sought: &Sought, expression: &str) -> rusqlite::Result<u64> {
    let Beside { days, hidden, values } = beside(sought, expression);
    // Only a condition on days needs the texts' rows.
    let texts = if days.is_empty() { "" } else { "JOIN search_text t ON t.id = g.rowid" };
    let sql =
        format!("SELECT count(*) FROM search_gram g {texts} WHERE search_gram MATCH ?1 {days} {hidden}");
    conn.prepare_cached(&sql)?
        .query_row(params_from_iter(values), |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))
}

fn read(
    conn: &Connection,
    sought: &Sought,
    expression: &str,
    left: &mut Page,
    hits: &mut Vec<Hit>,
) -> rusqlite::Result<()> {
    // What stands before the page is counted, not read.
    if left.offset > 0 {
        let all = count(conn, sought, expression)?;
        if all <= left.offset {
            left.offset -= all;
            return Ok(());
        }
    }
    let Beside { days, hidden, mut values } = beside(sought, expression);
    let place = values.len();
    values.push(left.limit.into());
    values.push(i64::try_from(left.offset).unwrap_or(i64::MAX).into());
    let sql = format!(
        "SELECT t.kind, t.key, t.unit, t.day, t.title, t.body FROM search_gram g JOIN search_text t ON t.id = g.rowid \
         WHERE search_gram MATCH ?1 {days} {hidden} ORDER BY g.rowid DESC LIMIT ?{} OFFSET ?{}",
        place + 1,
        place + 2
    );
    let before = hits.len();
    let mut statement = conn.prepare_cached(&sql)?;
    for hit in statement.query_map(params_from_iter(values), hit)? {
        hits.push(hit?);
    }
    left.limit -= u32::try_from(hits.len() - before).unwrap_or(left.limit);
    left.offset = 0;
    Ok(())
}

fn hit(row: &Row<'_>) -> rusqlite::Result<Hit> {
    Ok(Hit {
        kind: get(row, 0)?,
        key: row.get(1)?,
        unit: get(row, 2)?,
        day: get_day_opt(row, 3)?,
        title: row.get(4)?,
        body: row.get(5)?,
    })
}
