//! Looking for words in everything that is written in the ledger (查找).

use crate::api::Act;
use crate::contents::{self, FilePlace};
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::rights::{Reach, reach};
use crate::session::App;
use domain::kernel::{Digest, UnitCode};
use domain::search::{DEEPEST_QUERY, LONGEST_QUERY, Passage, Query, QueryFault, SearchKind, passage};
use domain::ticket::{TicketFile, TicketNo};
use ledger::rusqlite::Connection;
use ledger::search::{Hit, Sought, catch_up, find};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::time::Duration;
use ts_rs::TS;

/// How long a question may wait for texts that are not indexed yet; what is left then is said with the answer.
pub(crate) const PATIENCE: Duration = Duration::from_millis(400);

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
    /// `ticket`, `opportunity`, `customer`, `form` or `document`; all where empty.
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
    /// `ticket`, `opportunity`, `customer`, `form` or `document`.
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
    /// The file that the passage is from; absent where it is from what is written on the thing itself.
    pub file: Option<FoundFile>,
}

/// A file in which words were found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FoundFile {
    /// SHA-256.
    pub file: String,
    /// What it is to its ticket: `part`, `audit`, `record`, `application` or `evidence`; of a document `version`.
    pub category: String,
    /// What its part or record is called; of a document's version its file.
    pub label: Option<String>,
    /// Its version.
    pub version: u32,
    /// Whether it still holds.
    pub holds: bool,
    /// Where in it the words stand.
    pub place: FilePlace,
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
    /// Attached files that are not read yet.
    #[ts(type = "number")]
    pub unread: u64,
}

/// What somebody typed, as the index is asked; `None` where it holds no word.
pub(crate) fn query(typed: &str) -> Result<Option<Query>, AppError> {
    Query::read(typed).map_err(|fault| match fault {
        QueryFault::OnlyExcluded => AppError::refused("onlyExcluded", json!({})),
        QueryFault::TooLong => AppError::refused("queryTooLong", json!({ "longest": LONGEST_QUERY })),
        QueryFault::TooDeep => AppError::refused("queryTooDeep", json!({ "deepest": DEEPEST_QUERY })),
    })
}

/// `findWords`.
pub fn find_words(app: &mut App, request: FindWords) -> Result<FoundView, AppError> {
    let query = query(&request.words)?;
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
    let tickets = app.own_tickets()?;
    // How much there is beside one's own is nobody's to count: only that something is left.
    let held = reach(Act::FindWords, role) == Reach::Mine;
    let known = |left: u64| if held { left.min(1) } else { left };
    let hidden =
        if seen.contains(&SearchKind::Document) { crate::document::hidden(app)? } else { Vec::new() };
    let unread = match &tickets {
        _ if !seen.contains(&SearchKind::Ticket) => 0,
        Some(own) => ledger::contents::due_on(app.conn()?, own, &hidden)?,
        None => ledger::contents::due_of(app.conn()?, units.as_deref(), &hidden)?,
    };
    // After counting what is unread: a file that is read in between is indexed now, or was counted.
    let behind = known(app.indexed(PATIENCE)?);
    let Some(query) = query else { return Ok(FoundView { behind, unread, ..FoundView::default() }) };
    let phrases = query.phrases();
    let wanted = |kind: &SearchKind| asked.is_empty() || asked.contains(kind);
    let kinds: Vec<SearchKind> = seen.iter().copied().filter(wanted).collect();
    let sought = Sought {
        query,
        kinds,
        units,
        from,
        until,
        tickets,
        hidden,
        in_title: request.in_title,
        offset: request.offset,
        limit: request.limit.unwrap_or(50).min(LONGEST_PAGE),
    };
    let conn = app.conn()?;
    let found = find(conn, &seen, &sought)?;
    let total =
        found.counts.iter().filter(|(kind, _)| sought.kinds.contains(kind)).map(|(_, count)| count).sum();
    let counts =
        found.counts.into_iter().map(|(kind, count)| FoundCount { kind: word(&kind), count }).collect();
    let lines = found.hits.into_iter().map(|hit| line(conn, hit, &phrases)).collect::<Result<_, _>>()?;
    Ok(FoundView { lines, counts, total, behind, unread })
}

/// The use case whose right lets one see things of a kind.
fn list_of(kind: SearchKind) -> Act {
    match kind {
        SearchKind::Ticket => Act::Tickets,
        SearchKind::Opportunity => Act::Opportunities,
        SearchKind::Customer => Act::Customers,
        SearchKind::Form => Act::Forms,
        SearchKind::Document => Act::Documents,
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

fn line(conn: &Connection, hit: Hit, phrases: &[Vec<char>]) -> Result<FoundLine, AppError> {
    let title = passage(&hit.title, phrases, usize::MAX / 2);
    let mut shown = passage(&hit.body, phrases, WIDTH);
    let mut file = None;
    // Its own words come first. Where they say nothing of what was asked for, its files do.
    if title.marks.is_empty()
        && shown.marks.is_empty()
        && let Some((found, passage)) = in_files(conn, &hit, phrases)?
    {
        (file, shown) = (Some(found), passage);
    }
    Ok(FoundLine {
        kind: word(&hit.kind),
        key: hit.key,
        unit: hit.unit.to_string(),
        day: hit.day.map(|day| day.to_string()),
        title: pieces(&title),
        passage: pieces(&shown),
        file,
    })
}

/// The passage of the first of a ticket's or a document's files in which one of the phrases stands.
fn in_files(
    conn: &Connection,
    hit: &Hit,
    phrases: &[Vec<char>],
) -> Result<Option<(FoundFile, Passage)>, AppError> {
    for file in files_of(conn, hit)? {
        let Some((place, passage)) = in_file(conn, &file.digest, phrases)? else { continue };
        let (category, label) = (file.category, file.label);
        let (version, holds) = (file.version, file.holds);
        let found = FoundFile { file: file.digest.to_string(), category, label, version, holds, place };
        return Ok(Some((found, passage)));
    }
    Ok(None)
}

/// A file whose words are those of the thing that it hangs on.
struct Searched {
    digest: Digest,
    category: String,
    label: Option<String>,
    version: u32,
    holds: bool,
}

fn files_of(conn: &Connection, hit: &Hit) -> Result<Vec<Searched>, AppError> {
    match hit.kind {
        SearchKind::Ticket => {
            let Ok(no) = hit.key.parse::<TicketNo>() else { return Ok(Vec::new()) };
            let Some(ticket) = ledger::ticket::facts::ticket(conn, &no)? else { return Ok(Vec::new()) };
            let files = ledger::contents::of_ticket(conn, &no)?.into_iter();
            let searched = |file: TicketFile| Searched {
                category: word(&file.category),
                label: crate::ticket::file_label(&ticket.kind, &file),
                digest: file.digest,
                version: file.version,
                holds: file.holds,
            };
            Ok(files.map(searched).collect())
        }
        SearchKind::Document => {
            let versions = ledger::contents::of_document(conn, &hit.key)?;
            let newest = versions.first().map(|(number, _)| *number);
            let searched = |(number, digest)| -> Result<Searched, AppError> {
                Ok(Searched {
                    digest,
                    category: "version".to_owned(),
                    label: crate::document::file_name_of(conn, &hit.key, number)?,
                    version: number,
                    holds: Some(number) == newest,
                })
            };
            versions.into_iter().map(searched).collect()
        }
        SearchKind::Opportunity | SearchKind::Customer | SearchKind::Form => Ok(Vec::new()),
    }
}

/// The first passage of a file in which one of the phrases stands, and where that is.
fn in_file(
    conn: &Connection,
    file: &Digest,
    phrases: &[Vec<char>],
) -> Result<Option<(FilePlace, Passage)>, AppError> {
    let parts = ledger::contents::parts(conn, file)?;
    // A phrase may go on from one part to the next: a page's last word, the cell of another row.
    let (mut whole, mut starts) = (String::new(), Vec::with_capacity(parts.len()));
    for part in &parts {
        starts.push(whole.len());
        whole.push_str(&part.text);
        whole.push('\n');
    }
    let passage = passage(&whole, phrases, WIDTH);
    let Some(mark) = passage.marks.first() else { return Ok(None) };
    let at = passage.at + mark.start;
    let part = starts.partition_point(|start| *start <= at).saturating_sub(1);
    let place = contents::place(&parts[part].place, &whole[starts[part]..at]);
    Ok(Some((place, passage)))
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
    pub(crate) fn indexed(&mut self, time: Duration) -> Result<u64, AppError> {
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
