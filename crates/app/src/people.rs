//! 人员: who serves in which unit and when, a page at a time, and the acts and the page of one person. What is looked for is
//! found and put in order here: a hundred thousand stays would hold up the page.

mod arrival;
mod file;
mod leaving;
mod lists;
mod notes;
mod papers;
mod replacement;
mod scan;
mod scores;
mod standing;
mod view;

pub use arrival::{AnnounceArrival, RecordPerson, WithdrawArrival, announce, record_data, withdraw};
pub use file::person;
pub(crate) use file::texts;
pub use leaving::{HandoverLine, RecordLeaving, TransferPerson, leave, transfer};
pub use lists::{
    AnnouncedPeople, HeadCount, HeadCountView, MissingPapers, MissingPapersLine, MissingPapersView,
    UnitMissing, announced, head_count, missing,
};
pub use notes::{NoteWork, StrikeWorkNote, note, strike};
pub(crate) use papers::paper_kind;
pub use papers::{
    CorrectPaper, FilePaper, NameManager, OnBehalfOf, PossibleManagers, correct_paper, file_paper,
    name_manager, possible_managers,
};
pub use replacement::{
    ApproveReplacement, LinkSuccessor, RequestReplacement, SendReplacement, WithdrawReplacement,
};
pub use replacement::{
    approve as approve_replacement, link as link_successor, request as request_replacement,
    send as send_replacement, withdraw as withdraw_replacement,
};
pub use scan::{LookAtScan, SaveScan, look as look_at_scan, save as save_scan};
pub use scores::{PersonScores, ScoredMonthView, scores};
pub use standing::ListedStanding;
pub use view::{
    ArrivalView, ChecklistItem, DeductedView, DossierView, EvidenceMonthView, GroundView, LeavingView,
    OnBehalfView, Person, PersonMonthView, ProbationView, ReplacementView, StandingView, StayManagerView,
    StayPaperView, StayView, WorkNoteView,
};

use self::standing::Standings;
use crate::api::Act;
use crate::clock::local_day;
use crate::error::AppError;
use crate::organisation::sees;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use chrono::NaiveDate;
use domain::Refusal;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{Dossier, Membership};
use ledger::people::dossier::dossier;
use ledger::people::query::{self, Known};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use ts_rs::TS;

/// Lists stays of engineers in the units that the account may see.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct People {
    /// At most so many.
    pub limit: u32,
    /// How many to leave out at the beginning: those of the pages before.
    #[ts(optional = nullable)]
    pub offset: Option<u32>,
    /// Only those with these words in a row: in staff number, name, code or name of the unit, post or phone. Capital
    /// letters and small ones are the same.
    #[ts(optional = nullable)]
    pub find: Option<String>,
    /// Only in these units; all where absent or empty.
    #[ts(optional = nullable)]
    pub units: Option<Vec<String>>,
    /// Only who has not left yet (`true`), or only who has (`false`).
    #[ts(optional = nullable)]
    pub here: Option<bool>,
    /// Only who stands in one of these ways; all where absent or empty.
    #[ts(optional = nullable)]
    pub standings: Option<Vec<ListedStanding>>,
    /// By what; by staff number where absent.
    #[ts(optional = nullable)]
    pub order: Option<PeopleOrder>,
    /// Whether what is last comes first.
    #[ts(optional = nullable)]
    pub descending: Option<bool>,
}

/// What a list of people is put in order by. What is equal stays in the order of staff number, arrival and unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum PeopleOrder {
    /// 工号, as its letters stand.
    #[default]
    StaffNo,
    /// 姓名, as Chinese programs commonly do: by pinyin, but for rare characters.
    Name,
    /// 到岗日期.
    ArrivedOn,
}

/// A page of the list.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PeopleView {
    /// In the order asked for.
    pub lines: Vec<PersonView>,
    /// Stays found, on all pages.
    #[ts(type = "number")]
    pub found: usize,
    /// Stays that have not ended, found or not.
    #[ts(type = "number")]
    pub present: usize,
    /// All stays that the account may see, found or not.
    #[ts(type = "number")]
    pub all: usize,
}

/// An engineer's stay in a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonView {
    /// 工号.
    pub staff_no: String,
    /// 姓名; the staff number where it was erased.
    pub name: String,
    /// 单位代码.
    pub unit: String,
    /// 到岗日期.
    pub arrived_on: String,
    /// 离岗日期.
    pub left_on: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 手机.
    pub phone: Option<String>,
    /// How the person stands today as far as this stay goes; one that is over is `left`.
    #[ts(type = "DossierView[\"standing\"]")]
    pub standing: String,
    /// Whether a paper or the manager of the stay is missing (待补手续).
    pub lacking: bool,
}

/// `people`.
pub fn people(app: &mut App, request: People) -> Result<PeopleView, AppError> {
    let conn = app.conn()?;
    let today = app.today()?;
    let words = Words::new(request.find.as_deref().unwrap_or_default());
    let order = request.order.unwrap_or_default();
    let by_name = order == PeopleOrder::Name;
    let units = units(app, &request, &words)?;

    let mut view = PeopleView::default();
    let mut found: Vec<(Membership, Vec<u32>)> = Vec::new();
    let mut look = |stay: Membership, known: Known<'_>| {
        let Some(unit) = units.get(&stay.unit) else { return };
        let here = stay.lasts_to(today);
        view.all += 1;
        view.present += usize::from(here);
        if !unit.wanted || request.here.is_some_and(|wanted| wanted != here) {
            return;
        }
        let staff_no = stay.staff_no.as_str();
        let name = known.name.unwrap_or(staff_no);
        let texts = [Some(staff_no), Some(name), known.post, known.phone];
        if unit.has_words || texts.into_iter().flatten().any(|text| words.are_in(text)) {
            let key = if by_name { by_pinyin(name) } else { Vec::new() };
            found.push((stay, key));
        }
    };
    // Persons are many times slower to read than their stays.
    if by_name || !words.text.is_empty() {
        query::each_known(conn, look)?;
    } else {
        query::memberships(conn)?.into_iter().for_each(|stay| look(stay, Known::default()));
    }
    if let Some(wanted) = request.standings.filter(|wanted| !wanted.is_empty()) {
        let standings = Standings::read(conn, found.iter().map(|(stay, _)| stay), today)?;
        found.retain(|(stay, _)| wanted.iter().any(|wanted| wanted.is(&standings.of(stay))));
    }
    view.found = found.len();
    put_in_order(&mut found, order, request.descending.unwrap_or_default());
    let page = found.iter().map(|(stay, _)| stay).skip(request.offset.unwrap_or_default() as usize);
    view.lines = lines(app, &page.take(request.limit as usize).collect::<Vec<_>>())?;
    Ok(view)
}

/// What a request says of everybody in a unit.
struct InUnit {
    /// The unit is among those asked for.
    wanted: bool,
    /// Its code or name has the words.
    has_words: bool,
}

/// The units that the account may see.
fn units(app: &App, request: &People, words: &Words) -> Result<BTreeMap<UnitCode, InUnit>, AppError> {
    let only = request.units.as_deref().unwrap_or_default();
    let mut seen = BTreeMap::new();
    for unit in ledger::organisation::query::units(app.conn()?)?.into_values() {
        if sees(app, &unit.code)? {
            let wanted = only.is_empty() || only.iter().any(|code| code == unit.code.as_str());
            let has_words = words.are_in(unit.code.as_str()) || words.are_in(&unit.name);
            seen.insert(unit.code, InUnit { wanted, has_words });
        }
    }
    Ok(seen)
}

/// Words that are looked for as they were typed.
struct Words {
    /// In lower case.
    text: String,
    /// Whether it has letters of two cases; most have none, and the list is long.
    cased: bool,
}

impl Words {
    fn new(typed: &str) -> Self {
        let text = typed.trim().to_lowercase();
        Self { cased: text.chars().any(char::is_lowercase), text }
    }

    fn are_in(&self, text: &str) -> bool {
        if self.cased { text.to_lowercase().contains(&self.text) } else { text.contains(&self.text) }
    }
}

/// The code of each character that GBK has. Its encoder looks through its tables from the beginning for each character,
/// which is too slow for a hundred thousand names; its decoder does not.
static GBK: LazyLock<HashMap<char, u32>> = LazyLock::new(|| {
    let codes = (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
    let known = |code: [u8; 2]| {
        let text = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&code)?;
        Some((text.chars().next()?, u16::from_be_bytes(code).into()))
    };
    codes.filter_map(known).collect()
});

/// A name's place among others, as Chinese programs sort: by the codes of GBK. They are in the order of pinyin for the 3,755
/// most common characters; rarer ones stand before them (by Unicode, 喆) or after them (by radical, 闫), and what GBK lacks
/// comes last. Other names have other places.
fn by_pinyin(name: &str) -> Vec<u32> {
    let place = |c: char| match GBK.get(&c) {
        _ if c.is_ascii() => c.into(),
        Some(code) => *code,
        None => 0x1_0000 + u32::from(c),
    };
    name.chars().map(place).collect()
}

/// Puts stays in order that come by staff number, arrival and unit: what is equal stays as it came, so that pages never
/// overlap.
fn put_in_order(found: &mut [(Membership, Vec<u32>)], order: PeopleOrder, descending: bool) {
    found.sort_by(|(a, a_name), (b, b_name)| {
        let ordering = match order {
            PeopleOrder::StaffNo => a.staff_no.cmp(&b.staff_no),
            PeopleOrder::Name => a_name.cmp(b_name),
            PeopleOrder::ArrivedOn => a.arrived_on.cmp(&b.arrived_on),
        };
        if descending { ordering.reverse() } else { ordering }
    });
}

/// What is shown of these stays.
fn lines(app: &App, stays: &[&Membership]) -> Result<Vec<PersonView>, AppError> {
    let conn = app.conn()?;
    let staff: Vec<_> = stays.iter().map(|stay| &stay.staff_no).collect();
    let posts = query::posts(conn, &staff)?;
    let subjects: Vec<String> = staff.into_iter().map(engineer_subject).collect();
    let known = ledger::personal_many(conn, &subjects.iter().map(String::as_str).collect::<Vec<_>>())?;
    let standings = Standings::read(conn, stays.iter().copied(), app.today()?)?;
    let line = |(stay, subject): (&&Membership, &String)| {
        let fields = known.get(subject);
        let field = |key: &str| fields.and_then(|f| f.get(key)).and_then(|v| v.as_str()).map(str::to_owned);
        let stood = standings.of(stay);
        PersonView {
            standing: stood.standing.code().to_owned(),
            lacking: stood.lacking,
            name: field("name").unwrap_or_else(|| stay.staff_no.to_string()),
            phone: field("phone"),
            post: posts.get(&stay.staff_no).cloned(),
            staff_no: stay.staff_no.to_string(),
            unit: stay.unit.to_string(),
            arrived_on: stay.arrived_on.to_string(),
            left_on: stay.left_on.map(|left| left.to_string()),
        }
    };
    Ok(stays.iter().zip(&subjects).map(line).collect())
}

/// The file of a person on record.
pub(crate) fn file_of(conn: &Connection, staff_no: &StaffNo, today: NaiveDate) -> Result<Dossier, AppError> {
    let found = dossier(conn, staff_no, today, local_day)?;
    found.ok_or_else(|| Refusal::UnknownEngineer { staff_no: staff_no.clone() }.into())
}

/// The file of a person, an empty one of somebody new, and whether they are on record.
fn file_or_new(conn: &Connection, staff_no: &StaffNo, today: NaiveDate) -> Result<(Dossier, bool), AppError> {
    Ok(match dossier(conn, staff_no, today, local_day)? {
        Some(file) => (file, true),
        None => (Dossier::empty(staff_no.clone()), false),
    })
}

/// The file of a person whom the account may change: where they are on duty, are to come, or were last.
fn known_file(app: &App, staff_no: &str, act: Act) -> Result<Dossier, AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    let stay = file.stay_on(today).or(file.stays.last());
    let coming = file.announced().map(|open| &open.unit);
    let here = stay.filter(|stay| coming.is_none() || stay.membership.covers(today));
    match here.map(|stay| &stay.membership.unit).or(coming) {
        Some(unit) => app.require_unit(act, unit)?,
        None => app.require(act, &crate::rights::Target::Province)?,
    }
    Ok(file)
}

/// Refuses where the account has no right in the unit of that stay, the newest where no day is said.
fn require_stay(app: &App, act: Act, file: &Dossier, arrived_on: Option<NaiveDate>) -> Result<(), AppError> {
    app.require_unit(act, &file.stay(arrived_on)?.membership.unit)
}

#[cfg(test)]
mod tests;
