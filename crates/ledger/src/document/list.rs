//! Lists of documents: found by what they are, sorted, a page at a time.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::approval::DocumentApproval;
use domain::document::{About, DocumentClass, DocumentNo, Secrecy, StageCode};
use domain::kernel::{AccountName, Digest, UnitCode};
use domain::search::{Query, SearchKind, scope};
use rusqlite::{Connection, OptionalExtension as _, params_from_iter};

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The day of filing.
    #[default]
    Filed,
    /// The last day; those without one last.
    Valid,
    /// The number.
    Number,
}

/// Which documents, in which order.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only that one.
    pub only: Option<DocumentNo>,
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// Of these categories, by code; of all where empty.
    pub categories: Vec<String>,
    /// Of that kind, by code.
    pub kind: Option<String>,
    /// Of these stages; of all where empty.
    pub stages: Vec<StageCode>,
    /// Of that secrecy.
    pub secrecy: Option<Secrecy>,
    /// On what they hang.
    pub about: Option<About>,
    /// Filed by that account.
    pub account: Option<AccountName>,
    /// Filed on that day or after it.
    pub from: Option<NaiveDate>,
    /// Filed on that day or before it.
    pub to: Option<NaiveDate>,
    /// With a last day not before that one.
    pub valid_from: Option<NaiveDate>,
    /// With a last day not after that one.
    pub valid_to: Option<NaiveDate>,
    /// Checked out by that account.
    pub out_by: Option<AccountName>,
    /// Whose paper copy is lent.
    pub lent: bool,
    /// With that tag.
    pub tag: Option<String>,
    /// With these words.
    pub words: Option<Query>,
    /// How they stand with their approvals; `Some(None)`: never submitted.
    pub approval: Option<Option<DocumentApproval>>,
    /// Voided ones alone, or none of them; both where `None`.
    pub voided: Option<bool>,
    /// Without these: they are not for the reader.
    pub hidden: Vec<DocumentNo>,
    /// Sorted by.
    pub sort: SortBy,
    /// The other way round.
    pub descending: bool,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A document in a list.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    /// 文档编号.
    pub no: DocumentNo,
    /// On what it hangs.
    pub about: About,
    /// What it is.
    pub class: DocumentClass,
    /// 密级.
    pub secrecy: Secrecy,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// Filed on that day.
    pub filed_on: NaiveDate,
    /// By whom.
    pub filed_by: AccountName,
    /// Number and salted digest of title, note and tags.
    pub text: (u32, Digest),
    /// Versions that it has.
    pub versions: u32,
    /// SHA-256 of the last one.
    pub file: Digest,
    /// When the last one came, RFC 3339.
    pub changed_at: String,
    /// Who has it checked out.
    pub out_by: Option<AccountName>,
    /// Whether there is a paper copy.
    pub on_paper: bool,
    /// 作废.
    pub voided: bool,
    /// Bytes of the last version.
    pub size: u64,
    /// Salted digest of the last version's file name.
    pub name: Digest,
    /// The day by which the paper copy is to be returned, while it is lent.
    pub lent_until: Option<NaiveDate>,
    /// How it stands with its approvals; `None` where none was ever begun.
    pub approval: Option<DocumentApproval>,
    /// What the thing is called that it hangs on; `None` of an engineer, whose name is kept beside.
    pub about_title: Option<String>,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        if let Some(voided) = self.voided {
            let place = filter.value(voided);
            // What hangs on one thing is little: the plus keeps SQLite from reading all in the list's order for it.
            let plus = if self.about.is_some() { "+" } else { "" };
            filter.and(format!("{plus}voided = {place}"));
        }
        filter.one_of("document.document", self.only.iter().map(DocumentNo::to_string));
        filter.one_of("unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("category", self.categories.iter().cloned());
        filter.one_of("document.kind", self.kind.clone());
        filter.one_of("stage", self.stages.iter().map(word));
        filter.one_of("secrecy", self.secrecy.iter().map(word));
        if let Some(about) = &self.about {
            filter.one_of("about_kind", [about.kind().to_owned()]);
            filter.one_of("about_key", [about.key()]);
        }
        filter.one_of("filed_by", self.account.iter().map(AccountName::to_string));
        filter.one_of("out_by", self.out_by.iter().map(AccountName::to_string));
        for (condition, day) in [
            ("filed_on >=", self.from),
            ("filed_on <=", self.to),
            ("(valid_until IS NULL) = 0 AND valid_until >=", self.valid_from),
            ("(valid_until IS NULL) = 0 AND valid_until <=", self.valid_to),
        ] {
            if let Some(day) = day {
                let place = filter.value(day.to_string());
                filter.and(format!("{condition} {place}"));
            }
        }
        match &self.approval {
            None => {}
            Some(None) => filter.and("approval IS NULL".to_owned()),
            Some(Some(approval)) => filter.one_of("approval", [word(approval)]),
        }
        if self.lent {
            filter.and(
                "document.document IN (SELECT document FROM document_loan WHERE returned_on IS NULL)"
                    .to_owned(),
            );
        }
        if let Some(query) = &self.words {
            let words = format!("{{title body}} : {}", query.expression());
            filter.indexed(&words);
        }
        if let Some(tag) = &self.tag {
            if let Ok(Some(query)) = Query::read(&format!("\"{}\"", tag.replace('"', " "))) {
                filter.indexed(&format!("body : {}", query.expression()));
            }
            let place = filter.value(tag.clone());
            // Each tag stands on a line of its own.
            filter.and(format!(
                "EXISTS (SELECT 1 FROM personal AS p \
                 WHERE p.subject = 'document/text/' || text_number || '/' || document.document \
                   AND p.digest = document.text \
                   AND instr(char(10) || json_extract(p.fields, '$.tags') || char(10), char(10) || {place} || char(10)) > 0)"
            ));
        }
        if !self.hidden.is_empty() {
            let list = serde_json::to_string(&self.hidden).unwrap_or_default();
            let place = filter.value(list);
            filter.and(format!("document.document NOT IN (SELECT value FROM json_each({place}))"));
        }
        filter
    }

    fn order(&self) -> String {
        let way = if self.descending { "DESC" } else { "ASC" };
        match self.sort {
            SortBy::Filed => format!("filed_on {way}, document.document {way}"),
            SortBy::Valid => format!("valid_until IS NULL, valid_until {way}, document.document {way}"),
            SortBy::Number => format!("stage {way}, month {way}, serial {way}, unit {way}"),
        }
    }
}

impl Filter {
    /// The document is among those whose words the index finds.
    fn indexed(&mut self, words: &str) {
        let kind = scope('k', SearchKind::Document.word());
        let place = self.value(format!("({words}) AND scope : (\"{kind}\")"));
        self.and(format!(
            "document.document IN (SELECT t.key FROM search_gram g JOIN search_text t ON t.id = g.rowid \
             WHERE search_gram MATCH {place})"
        ));
    }
}

/// A page of them, and how many there are.
pub fn found(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Vec<DocumentRow>, u32)> {
    let filter = wanted.filter();
    let total = conn
        .prepare_cached(&format!("SELECT count(*) FROM document {}", filter.clause()))?
        .query_row(params_from_iter(&filter.values), |row| row.get(0))?;
    Ok((page(conn, wanted)?, total))
}

/// A page of them.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<DocumentRow>> {
    let mut filter = wanted.filter();
    let clause = filter.clause();
    let (limit, offset) = (filter.value(i64::from(wanted.limit)), filter.value(i64::from(wanted.offset)));
    let text = format!(
        "{} {clause} ORDER BY {} LIMIT {limit} OFFSET {offset}",
        include_str!("sql/list.sql"),
        wanted.order()
    );
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
            Ok(DocumentRow {
                no: get(row, 0)?,
                about: get(row, 1)?,
                class: DocumentClass { category: row.get(2)?, kind: row.get(3)? },
                secrecy: get(row, 4)?,
                valid_until: get_day_opt(row, 5)?,
                filed_on: get_day(row, 6)?,
                filed_by: get(row, 7)?,
                text: (row.get(8)?, get(row, 9)?),
                versions: row.get(10)?,
                file: get(row, 11)?,
                changed_at: row.get(12)?,
                out_by: get_opt(row, 13)?,
                on_paper: row.get(14)?,
                voided: row.get(15)?,
                size: row.get::<_, Option<i64>>(16)?.unwrap_or_default().unsigned_abs(),
                name: get(row, 17)?,
                lent_until: get_day_opt(row, 18)?,
                about_title: row.get(19)?,
                approval: get_opt(row, 20)?,
            })
        })?
        .collect()
}

/// What the thing is called that documents hang on; `None` of an engineer, whose name is kept beside, and of what is not there.
pub fn about_title(conn: &Connection, about: &About) -> rusqlite::Result<Option<String>> {
    let sql = match about {
        About::Ticket(_) => "SELECT title FROM ticket WHERE ticket = ?1",
        About::Opportunity(_) => "SELECT title FROM opportunity WHERE opportunity = ?1",
        About::Customer(_) => "SELECT name FROM customer WHERE customer = ?1",
        About::Person(_) => return Ok(None),
    };
    let found = conn.prepare_cached(sql)?.query_row([about.key()], |row| row.get::<_, Option<String>>(0));
    found.optional().map(Option::flatten)
}

/// A document that may not be for all who read the unit's tickets.
#[derive(Clone, Debug)]
pub struct Guarded {
    /// 文档编号.
    pub no: DocumentNo,
    /// On what it hangs.
    pub about: About,
    /// What it is.
    pub class: DocumentClass,
    /// 密级.
    pub secrecy: Secrecy,
}

/// Documents of customers and opportunities, confidential ones, and those of one of these kinds; all where none is said.
pub fn guarded(conn: &Connection, kinds: Option<&Vec<String>>) -> rusqlite::Result<Vec<Guarded>> {
    let mut filter = Filter::default();
    if let Some(kinds) = kinds {
        let places: Vec<String> = kinds.iter().map(|kind| filter.value(kind.clone())).collect();
        let confidential = filter.value(word(&Secrecy::Confidential));
        filter.and(format!(
            "(kind IN ({}) OR secrecy = {confidential} OR about_kind IN ('opportunity', 'customer'))",
            places.join(", ")
        ));
    }
    let select = "SELECT document, about_kind || '/' || about_key, category, kind, secrecy FROM document";
    conn.prepare_cached(&format!("{select} {}", filter.clause()))?
        .query_map(params_from_iter(filter.values), |row| {
            Ok(Guarded {
                no: get(row, 0)?,
                about: get(row, 1)?,
                class: DocumentClass { category: row.get(2)?, kind: row.get(3)? },
                secrecy: get(row, 4)?,
            })
        })?
        .collect()
}

/// Documents in force whose last day is one of these, with that day.
pub fn ending(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Vec<(DocumentNo, NaiveDate)>> {
    let sql = "SELECT document, valid_until FROM document \
         WHERE voided = 0 AND (valid_until IS NULL) = 0 AND valid_until BETWEEN ?1 AND ?2";
    conn.prepare_cached(sql)?
        .query_map([word(&from), word(&to)], |row| Ok((get(row, 0)?, get_day(row, 1)?)))?
        .collect()
}
