//! Looking for words in everything that is written in the ledger (查找).

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::rights::{Reach, reach};
use crate::session::App;
use domain::kernel::UnitCode;
use domain::search::{Passage, Query, QueryFault, SearchKind, passage};
use ledger::search::{Hit, Sought, catch_up, find};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::time::Duration;
use ts_rs::TS;

/// How long a question may wait for texts that are not indexed yet; what is left then is said with the answer.
const PATIENCE: Duration = Duration::from_millis(400);

/// Characters of a passage.
const WIDTH: usize = 90;

/// Hits at most.
const LONGEST_PAGE: u32 = 200;

/// Looks for words, a page at a time. Without words nothing is found, and what is due is indexed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct FindWords {
    /// What is looked for: words are all wanted, `"…"` keeps them together, `或` lets one do, `-` keeps out.
    pub words: String,
    /// `ticket`, `opportunity`, `customer` or `form`; all where empty.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of that day or later.
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Of that day or earlier.
    #[ts(optional = nullable)]
    pub until: Option<String>,
    /// Only in titles.
    #[serde(default)]
    pub in_title: bool,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 50 where absent.
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A piece of a passage.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PassagePiece {
    /// Its text.
    pub text: String,
    /// Whether it is what was looked for.
    pub marked: bool,
}

/// Something that was found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FoundLine {
    /// `ticket`, `opportunity`, `customer` or `form`.
    pub kind: String,
    /// Its number.
    pub key: String,
    /// 单位代码.
    pub unit: String,
    /// Its day; customers have none.
    pub day: Option<String>,
    /// What it is called.
    pub title: Vec<PassagePiece>,
    /// Where in it the words stand, or its beginning.
    pub passage: Vec<PassagePiece>,
}

/// How many of a kind were found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FoundCount {
    /// The kind.
    pub kind: String,
    /// How many that one may see.
    #[ts(type = "number")]
    pub count: u64,
}

/// What was found.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FoundView {
    /// A page of it: what has the words in its title first, the newest first.
    pub lines: Vec<FoundLine>,
    /// How many of each kind that one may see, whichever kinds were asked for.
    pub counts: Vec<FoundCount>,
    /// All of the kinds that were asked for.
    #[ts(type = "number")]
    pub total: u64,
    /// Texts that are not indexed yet: ask again for them.
    #[ts(type = "number")]
    pub behind: u64,
}

/// `findWords`.
pub fn find_words(app: &mut App, request: FindWords) -> Result<FoundView, AppError> {
    let query = Query::read(&request.words).map_err(|fault| match fault {
        QueryFault::OnlyExcluded => AppError::refused("onlyExcluded", json!({})),
    })?;
    let role = app.signed_in()?.role;
    let seen: Vec<SearchKind> =
        SearchKind::ALL.into_iter().filter(|&kind| reach(list_of(kind), role) != Reach::None).collect();
    let asked: Vec<SearchKind> =
        request.kinds.iter().map(|kind| parse::choice(kind)).collect::<Result<_, _>>()?;
    let (units, from, until) = (
        units(app, request.unit.as_deref())?,
        parse::text_given(request.from.as_deref()).map(parse::date).transpose()?,
        parse::text_given(request.until.as_deref()).map(parse::date).transpose()?,
    );
    let behind = app.indexed(PATIENCE)?;
    let Some(query) = query else { return Ok(FoundView { behind, ..FoundView::default() }) };
    let phrases = query.phrases();
    let wanted = |kind: &SearchKind| asked.is_empty() || asked.contains(kind);
    let kinds: Vec<SearchKind> = seen.iter().copied().filter(wanted).collect();
    let sought = Sought {
        query,
        kinds,
        units,
        from,
        until,
        in_title: request.in_title,
        offset: request.offset,
        limit: request.limit.unwrap_or(50).min(LONGEST_PAGE),
    };
    let found = find(app.conn()?, &seen, &sought)?;
    let total =
        found.counts.iter().filter(|(kind, _)| sought.kinds.contains(kind)).map(|(_, count)| count).sum();
    let counts =
        found.counts.into_iter().map(|(kind, count)| FoundCount { kind: word(&kind), count }).collect();
    let lines = found.hits.into_iter().map(|hit| line(hit, &phrases)).collect();
    Ok(FoundView { lines, counts, total, behind })
}

/// The use case whose right lets one see things of a kind.
fn list_of(kind: SearchKind) -> Act {
    match kind {
        SearchKind::Ticket => Act::Tickets,
        SearchKind::Opportunity => Act::Opportunities,
        SearchKind::Customer => Act::Customers,
        SearchKind::Form => Act::Forms,
    }
}

/// Units whose things are looked through; `None` for all.
fn units(app: &App, asked: Option<&str>) -> Result<Option<Vec<UnitCode>>, AppError> {
    let asked = parse::text_given(asked).map(parse::unit).transpose()?;
    let mut seen = Vec::new();
    let all = ledger::organisation::query::units(app.conn()?)?;
    for unit in all.keys() {
        if asked.as_ref().is_none_or(|asked| asked == unit) && sees(app, unit)? {
            seen.push(unit.clone());
        }
    }
    Ok((seen.len() < all.len()).then_some(seen))
}

fn line(hit: Hit, phrases: &[Vec<char>]) -> FoundLine {
    FoundLine {
        kind: word(&hit.kind),
        key: hit.key,
        unit: hit.unit.to_string(),
        day: hit.day.map(|day| day.to_string()),
        title: pieces(&passage(&hit.title, phrases, usize::MAX / 2)),
        passage: pieces(&passage(&hit.body, phrases, WIDTH)),
    }
}

fn pieces(passage: &Passage) -> Vec<PassagePiece> {
    let mut pieces = Vec::with_capacity(passage.marks.len() * 2 + 3);
    let mut piece = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(PassagePiece { text: text.to_owned(), marked });
        }
    };
    piece(if passage.cut_before { "…" } else { "" }, false);
    let mut at = 0;
    for mark in &passage.marks {
        piece(&passage.text[at..mark.start], false);
        piece(&passage.text[mark.clone()], true);
        at = mark.end;
    }
    piece(&passage.text[at..], false);
    piece(if passage.cut_behind { "…" } else { "" }, false);
    pieces
}

impl App {
    /// Indexes what is due, for about so long; the answer is how many are left.
    fn indexed(&mut self, time: Duration) -> Result<u64, AppError> {
        let none_due = !ledger::search::is_due(self.conn()?)?;
        if none_due {
            return Ok(0);
        }
        let at = self.now()?;
        let ledger = self.ledger.as_mut().ok_or_else(crate::session::no_ledger_open)?;
        let done = ledger.submit(at, |tx| -> Result<_, AppError> { Ok(catch_up(tx.conn(), time)?) })?;
        Ok(done.value)
    }
}
