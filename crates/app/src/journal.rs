//! 操作日志: who did what and when, newest first, a page at a time.

use crate::clock::{local_text, midnight};
use crate::error::AppError;
use crate::parse;
use crate::personal::account_subject;
use crate::session::App;
use crate::words::{Lang, word};
use chrono::Days;
use domain::Event;
use domain::personal::Subject;
use ledger::rusqlite::Connection;
use ledger::{Glimpse, Sought};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Lists acts, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Journal {
    /// At most so many.
    pub limit: u32,
    /// Only those before: the `next` of the page before.
    #[ts(optional = nullable, type = "number | null")]
    pub before: Option<i64>,
    /// Only this account's.
    #[ts(optional = nullable)]
    pub account: Option<String>,
    /// Only these kinds; all where absent or empty.
    #[ts(optional = nullable)]
    pub kinds: Option<Vec<String>>,
    /// From this day on, local.
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Up to this day, local and included.
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Words, all of which an act must have: in what it holds, its kind, the names of the persons and units in it, who
    /// did it, its number or the beginning of its hash.
    #[ts(optional = nullable)]
    pub text: Option<String>,
}

/// A page of the log.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct JournalView {
    /// Newest first.
    pub lines: Vec<JournalLine>,
    /// Where the next page begins; absent on the last.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
    /// Everybody who may have acted, to choose from.
    pub accounts: Vec<JournalAccount>,
}

/// Somebody who may have acted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct JournalAccount {
    /// Account.
    pub account: String,
    /// The holder's name; the account's where it was erased.
    pub name: String,
}

/// An act in the log.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct JournalLine {
    /// Its place in its chain.
    #[ts(type = "number")]
    pub seq: u64,
    /// Local time.
    pub at: String,
    /// Who.
    pub name: String,
    /// What kind of act.
    pub kind: String,
    /// What it holds.
    #[ts(type = "unknown")]
    pub body: Value,
    /// Its hash.
    pub hash: String,
}

/// `journal`.
pub fn journal(app: &mut App, request: Journal) -> Result<JournalView, AppError> {
    let conn = app.conn()?;
    let from = request.from.as_deref().map(parse::date).transpose()?;
    let to = request.to.as_deref().map(parse::date).transpose()?;
    let sought = Sought {
        before: request.before,
        account: request.account,
        kinds: request.kinds.unwrap_or_default(),
        from: from.map(midnight),
        until: to.and_then(|day| day.checked_add_days(Days::new(1))).map(midnight),
    };
    let words = Word::all(conn, request.text.as_deref().unwrap_or_default())?;
    // Most words have no letters of two cases, and a journal is long.
    let cased = words.iter().any(|word| word.text.chars().any(char::is_lowercase));
    let fits = |entry: &Glimpse<'_>| {
        let body = if cased { Cow::Owned(entry.body.to_lowercase()) } else { Cow::Borrowed(entry.body) };
        words.iter().all(|word| word.is_in(entry, &body))
    };
    let found = app.ledger()?.look(&sought, request.limit, fits)?;
    let accounts = ledger::account::query::accounts(conn)?;
    let subjects: Vec<String> = accounts.iter().map(|a| account_subject(&a.account)).collect();
    let names = app.names(&subjects)?;
    let name_of = |account: &domain::kernel::AccountName| {
        names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
    };
    let lines = found.entries.into_iter().map(|entry| JournalLine {
        seq: entry.key.seq,
        at: local_text(entry.at),
        name: name_of(&entry.actor.account),
        body: serde_json::from_slice(&entry.body).unwrap_or_default(),
        kind: entry.kind,
        hash: entry.hash.to_string(),
    });
    let lines = lines.collect();
    let accounts = accounts
        .iter()
        .map(|a| JournalAccount { account: a.account.to_string(), name: name_of(&a.account) })
        .collect();
    Ok(JournalView { lines, next: found.next, accounts })
}

/// A word that is looked for, and what else it may stand for.
struct Word {
    /// In lower case.
    text: String,
    /// The number it is.
    number: Option<u64>,
    /// Whether it may be the beginning of a hash; fewer than four digits would be by chance.
    is_hash: bool,
    /// Kinds whose name holds it, in either language.
    kinds: Vec<&'static str>,
    /// Staff numbers, accounts and unit codes of those whose name holds it.
    codes: BTreeSet<String>,
}

impl Word {
    fn all(conn: &Connection, text: &str) -> Result<Vec<Self>, AppError> {
        let texts: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let names = ledger::all_names(conn)?;
        let units = ledger::organisation::query::units(conn)?;
        let word = |text: String| {
            let says = |kind: &&str| {
                let key = format!("event.{kind}");
                [Lang::ZhCn, Lang::En].iter().any(|lang| word(*lang, &key).to_lowercase().contains(&text))
            };
            let kinds = Event::KINDS.iter().copied().filter(says).collect();
            let persons = names.iter().filter(|(_, name)| name.to_lowercase().contains(&text));
            let persons = persons.filter_map(|(subject, _)| match subject.parse() {
                Ok(Subject::Engineer(staff_no)) => Some(staff_no.to_string()),
                Ok(Subject::Account(account)) => Some(account.to_string()),
                _ => None,
            });
            let named = units.values().filter(|unit| unit.name.to_lowercase().contains(&text));
            let codes = persons.chain(named.map(|unit| unit.code.to_string())).collect();
            let is_hash = text.len() >= 4 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
            Self { number: text.parse().ok(), is_hash, kinds, codes, text }
        };
        Ok(texts.into_iter().map(word).collect())
    }

    /// Whether an act has it; `body` in lower case where that matters. What is cheap is looked at first.
    fn is_in(&self, entry: &Glimpse<'_>, body: &str) -> bool {
        self.kinds.contains(&entry.kind)
            || body.contains(&self.text)
            || entry.account.to_lowercase().contains(&self.text)
            || self.codes.contains(entry.account)
            || self.number == Some(entry.seq)
            || (self.is_hash && begins(entry.hash, &self.text))
            // Between quotes stand keys and texts; a code is the whole of one.
            || (!self.codes.is_empty() && entry.body.split('"').any(|piece| self.codes.contains(piece)))
    }
}

/// Whether a hash begins with those hexadecimal digits.
fn begins(hash: &[u8], digits: &str) -> bool {
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let wanted = digits.chars().map(|digit| digit.to_digit(16));
    digits.len() <= hash.len() * 2 && nibbles.zip(wanted).all(|(nibble, digit)| digit == Some(nibble.into()))
}
