//! Every code has a text in both languages, and every text can be filled from the code's own parameters. Long, because
//! every list that has words is gone through in one place.

use super::*;
use crate::api::Act;
use crate::error::{AppError, coded};
use crate::organisation::word as serialised;
use chrono::{DateTime, NaiveDate, Utc};
use domain::approval::Step;
use domain::assessment::MonthState;
use domain::attendance::{ApplicationState, LeaveKind};
use domain::kernel::{Month, Quarter, Role, Score, StaffNo, UnitCode, Yuan};
use domain::organisation::{Group, LedgerRole, Party};
use domain::people::{HandoverKind, PaperKind, ReplacementState, Requirement, Standing};
use domain::rulebook::BandKind;
use domain::settlement::official::{ObjectionState, RevisionState, SettlementStep};
use domain::settlement::{Blocker, Status, Warning};
use domain::{Event, Refusal};
use rust_decimal::Decimal;
use seal::{ChangeKind, ChangedAfterSigning, SignatureProblem, Verdict};
use serde::Serialize;
use serde_json::json;
use sheet::{Expected, SheetError, UnsupportedFormat};
use std::collections::BTreeSet;
use std::path::Path;

const BOTH: [Lang; 2] = [Lang::ZhCn, Lang::En];

/// Names between braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn camel(snake: &str) -> String {
    let mut words = snake.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        name.push_str(&word[..1].to_uppercase());
        name.push_str(&word[1..]);
    }
    name
}

fn lower_first(name: &str) -> String {
    name[..1].to_lowercase() + &name[1..]
}

/// The text exists in both languages and asks for nothing but those parameters.
fn check(code: &str, params: &BTreeSet<String>) {
    for lang in BOTH {
        assert!(has(lang, code), "{code} has no text in {lang:?}");
        let text = word(lang, code);
        for name in placeholders(&text) {
            assert!(params.contains(name), "{code} in {lang:?} names {{{name}}}; there are {params:?}");
        }
    }
}

/// The text is there and nothing of it stays unfilled.
fn filled(code: &str, params: &Map<String, Value>) {
    for lang in BOTH {
        assert!(has(lang, code), "{code} has no text in {lang:?}");
        let text = message(lang, code, params);
        assert!(!text.contains('{'), "{code} in {lang:?}: {text}");
    }
}

/// [`filled`] for a value that serde writes with its code.
fn filled_value(prefix: &str, value: &impl Serialize) {
    let (code, params) = coded(value);
    filled(&format!("{prefix}{code}"), &params);
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_placeholders() {
    let (zh, en) = (words(Lang::ZhCn), words(Lang::En));
    assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, text) in zh {
        assert_eq!(placeholders(text), placeholders(&en[key]), "{key}");
        for text in [text, &en[key]] {
            assert!(!text.is_empty(), "{key}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key}");
        }
    }
}

#[test]
fn the_files_are_sorted_and_hold_no_key_twice() {
    for text in [include_str!("../../words/zh-CN.json"), include_str!("../../words/en.json")] {
        let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix('"'));
        let keys: Vec<&str> = lines.filter_map(|line| line.split_once('"')).map(|(key, _)| key).collect();
        assert!(keys.len() > 300, "one key a line");
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }
}

/// Name and fields of each refusal, read from the list in `domain`.
fn refusals() -> BTreeMap<String, BTreeSet<String>> {
    let source = include_str!("../../../domain/src/refusal.rs");
    let (_, list) = source.split_once("\nrefusals! {").expect("the list of refusals");
    let mut found = BTreeMap::new();
    for line in list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("///") && *l != "}") {
        let (name, fields) = line.split_once(' ').unwrap_or((line, ""));
        let fields = fields.trim_matches(['{', '}', ' ']).split(", ").filter_map(|f| f.split_once(": "));
        found.insert(name.to_owned(), fields.map(|(field, _)| camel(field)).collect());
    }
    found
}

#[test]
fn every_refusal_has_words_that_its_fields_fill() {
    let found = refusals();
    assert_eq!(
        found.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        Refusal::NAMES.iter().copied().collect(),
        "the list as this test reads it"
    );
    for (name, fields) in &found {
        check(&lower_first(name), fields);
    }
}

fn unit() -> UnitCode {
    UnitCode::parse("CD").unwrap()
}

fn month() -> Month {
    Month::parse("2026-07").unwrap()
}

fn quarter() -> Quarter {
    Quarter::parse("2026Q3").unwrap()
}

fn staff_no() -> StaffNo {
    StaffNo::parse("QT0007").unwrap()
}

#[test]
fn refusals_as_serde_writes_them_are_filled() {
    let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
    let blocker = Blocker::PersonNotScored { unit: unit(), month: month(), staff_no: staff_no() };
    for refusal in [
        Refusal::UnitTwice { unit: unit(), first_row: 4 },
        Refusal::NegativeAmount { amount: Yuan::parse("-1").unwrap() },
        Refusal::CertificateExpired { not_after: DateTime::<Utc>::default() },
        Refusal::MembershipOverlaps { staff_no: staff_no(), unit: unit(), from: day, to: None },
        Refusal::MonthInFuture { month: month(), this_month: month() },
        Refusal::ScoreSubmitted { staff_no: staff_no(), month: month(), submitted: Score::FULL },
        Refusal::PersonsNotScored { unit: unit(), month: month(), staff_nos: vec![staff_no(); 9] },
        Refusal::PointsOutOfRange { item: "SJ".to_owned(), max: Decimal::TEN },
        Refusal::UnitIncomplete { unit: unit(), blocker: blocker.clone() },
        Refusal::PointValuesTooEarly { unit: unit(), month: month() },
        Refusal::QuarterBlocked { quarter: quarter(), blockers: vec![blocker, Blocker::FeeBaseMissing] },
        Refusal::StepMissing { step: Step::Review },
        Refusal::SignatureMissing { party: Party::Client },
        Refusal::AccountNeedsUnit { role: Role::UnitLeader },
        Refusal::RubricCodes,
    ] {
        filled_value("", &refusal);
    }
    let text = |refusal: Refusal| {
        let error = AppError::from(refusal);
        message(Lang::ZhCn, &error.code, &error.params)
    };
    assert!(text(Refusal::UnitTwice { unit: unit(), first_row: 4 }).contains("第 5 行"));
    assert!(text(Refusal::SignatureMissing { party: Party::Provider }).contains("乙方（四川全通）"));
    let gaps = vec![Blocker::FeeBaseMissing, Blocker::ObjectionOpen { unit: unit() }];
    assert!(
        text(Refusal::QuarterBlocked { quarter: quarter(), blockers: gaps })
            .contains("请先导入合同；CD：有异议")
    );
    let many = Refusal::PersonsNotScored { unit: unit(), month: month(), staff_nos: vec![staff_no(); 9] };
    assert!(text(many).contains("QT0007 等共 9 项"));
}

/// A sample of every variant; the match makes a new variant fail to compile until it has a sample and words.
#[test]
fn every_gap_and_warning_has_words() {
    let month = month();
    let party = Party::Provider;
    for blocker in [
        Blocker::QuarterNotOver { month },
        Blocker::FeeBaseMissing,
        Blocker::GroupEmpty { group: Group::City },
        Blocker::NothingToAssess,
        Blocker::PersonNotScored { unit: unit(), month, staff_no: staff_no() },
        Blocker::NoEngineerUndeclared { unit: unit(), month },
        Blocker::UnitWithoutScores { unit: unit() },
        Blocker::MonthNotClosed { unit: unit(), month },
        Blocker::ExemptionNotApproved { unit: unit() },
        Blocker::UnitNotConfirmed { unit: unit(), party },
        Blocker::ObjectionOpen { unit: unit() },
        Blocker::WhatIf { unit: unit() },
    ] {
        match &blocker {
            Blocker::QuarterNotOver { .. } | Blocker::FeeBaseMissing | Blocker::GroupEmpty { .. } => {}
            Blocker::NothingToAssess | Blocker::PersonNotScored { .. } => {}
            Blocker::NoEngineerUndeclared { .. } | Blocker::UnitWithoutScores { .. } => {}
            Blocker::MonthNotClosed { .. } | Blocker::ExemptionNotApproved { .. } => {}
            Blocker::UnitNotConfirmed { .. } | Blocker::ObjectionOpen { .. } | Blocker::WhatIf { .. } => {}
        }
        filled_value("blocker.", &blocker);
    }
    let yuan = Yuan::parse("1.50").unwrap();
    for warning in [
        Warning::NearBandEdge { edge: Decimal::TEN, distance: Decimal::ONE },
        Warning::RoundedOverEdge { edge: Decimal::TEN, exact: "9.995".to_owned() },
        Warning::Provisional,
        Warning::UnitExempt { unit: unit() },
        Warning::GroupExempt { group: Group::Provincial },
        Warning::ProbationLeftOut,
        Warning::InvoicesDiffer { invoiced: yuan, expected: yuan },
        Warning::TerminationRight { previous: quarter() },
    ] {
        match &warning {
            Warning::NearBandEdge { .. } | Warning::RoundedOverEdge { .. } | Warning::Provisional => {}
            Warning::UnitExempt { .. } | Warning::GroupExempt { .. } | Warning::ProbationLeftOut => {}
            Warning::InvoicesDiffer { .. } | Warning::TerminationRight { .. } => {}
        }
        filled_value("warning.", &warning);
    }
}

#[test]
fn every_error_of_a_sheet_has_words() {
    let (file, sheet) = (|| "a.xlsx".to_owned(), || Some("七月".to_owned()));
    let texts = || vec!["工号".to_owned(), "月份".to_owned()];
    let reason = || "…".to_owned();
    for error in [
        SheetError::Unreadable { file: file(), reason: reason() },
        SheetError::TooLarge { file: file(), bytes: 2, limit: 1 },
        SheetError::Encrypted { file: file() },
        SheetError::Bomb { file: file(), what: "cells", limit: 1 },
        SheetError::NotASpreadsheet { file: file() },
        SheetError::Unsupported { file: file(), format: UnsupportedFormat::Html },
        SheetError::Damaged { file: file(), reason: reason() },
        SheetError::UnknownEncoding { file: file() },
        SheetError::NoHeadings { file: file(), headings: texts(), seen: texts() },
        SheetError::UnknownColumn { file: file(), sheet: sheet(), columns: texts(), known: texts() },
        SheetError::MissingColumn { file: file(), sheet: sheet(), columns: texts(), unknown: Vec::new() },
        SheetError::DuplicateColumn { file: file(), sheet: sheet(), column: reason() },
        SheetError::SeveralSheets { file: file(), sheets: texts() },
        SheetError::MergedCells { file: file(), sheet: None, ranges: texts() },
        SheetError::BadCells(Vec::new()),
        SheetError::BadMap { reason: reason() },
        SheetError::NoStamp { file: file() },
        SheetError::Cancelled,
        SheetError::CannotWrite { reason: reason() },
    ] {
        match &error {
            SheetError::Unreadable { .. } | SheetError::TooLarge { .. } | SheetError::Encrypted { .. } => {}
            SheetError::Bomb { .. } | SheetError::NotASpreadsheet { .. } => {}
            SheetError::Unsupported { .. } | SheetError::Damaged { .. } => {}
            SheetError::UnknownEncoding { .. } | SheetError::NoHeadings { .. } => {}
            SheetError::UnknownColumn { .. } | SheetError::MissingColumn { .. } => {}
            SheetError::DuplicateColumn { .. } | SheetError::SeveralSheets { .. } => {}
            SheetError::MergedCells { .. } | SheetError::BadCells(_) | SheetError::BadMap { .. } => {}
            SheetError::NoStamp { .. } | SheetError::Cancelled | SheetError::CannotWrite { .. } => {}
        }
        let error = AppError::from(error);
        filled(&error.code, &error.params);
    }
    for expected in [
        Expected::Present,
        Expected::Text { most: 60 },
        Expected::Identifier,
        Expected::DigitsAsText,
        Expected::Date { from_year: 2000, to_year: 2199 },
        Expected::Month,
        Expected::Moment,
        Expected::Times,
        Expected::Quarter,
        Expected::Number { least: "0".to_owned(), most: "100".to_owned(), decimals: 4 },
        Expected::Money,
        Expected::TaxRate,
        Expected::OneOf { allowed: texts() },
        Expected::CalculatedValue,
        Expected::TotalOrItems,
        Expected::SameAsStamp { value: reason() },
    ] {
        match &expected {
            Expected::Present | Expected::Text { .. } | Expected::Identifier | Expected::DigitsAsText => {}
            Expected::Date { .. } | Expected::Month | Expected::Quarter | Expected::Number { .. } => {}
            Expected::Money | Expected::TaxRate | Expected::OneOf { .. } => {}
            Expected::Moment | Expected::Times => {}
            Expected::CalculatedValue | Expected::TotalOrItems | Expected::SameAsStamp { .. } => {}
        }
        filled_value("expected.", &expected);
    }
}

#[test]
fn acts_events_and_the_names_of_things_have_words() {
    let mut keys: Vec<String> = Vec::new();
    keys.extend(Act::ALL.iter().map(|act| format!("act.{}", act.name())));
    keys.extend(Event::KINDS.iter().map(|kind| format!("event.{kind}")));
    fn all<T: Serialize>(keys: &mut Vec<String>, prefix: &str, values: &[T]) {
        keys.extend(values.iter().map(|value| format!("{prefix}.{}", serialised(value))));
    }
    all(&mut keys, "role", &Role::ALL);
    all(&mut keys, "party", &Party::BOTH);
    all(&mut keys, "ledgerRole", &[LedgerRole::Province, LedgerRole::Branch, LedgerRole::Provider]);
    all(&mut keys, "group", &[Group::Provincial, Group::City]);
    all(&mut keys, "band", &[BandKind::Full, BandKind::Linear, BandKind::None]);
    all(&mut keys, "status", &[Status::Draft, Status::Final, Status::Closed]);
    all(&mut keys, "step", &[Step::Prepare, Step::Review, Step::Approve]);
    use SettlementStep::{Finalise, Prepare, Review};
    all(&mut keys, "step", &[Prepare, Review, Finalise]);
    use RevisionState as State;
    all(&mut keys, "state", &[State::Open, State::Prepared, State::Reviewed, State::Final, State::Closed]);
    all(&mut keys, "monthState", &[MonthState::Open, MonthState::Closed, MonthState::Reopened]);
    all(&mut keys, "paper", &PaperKind::ALL);
    use HandoverKind::{Customer, Document, Other, Ticket};
    all(&mut keys, "handoverKind", &[Ticket, Document, Customer, Other]);
    use ReplacementState::{Answered, Approved, Done, Opened, Sent, Withdrawn};
    all(&mut keys, "replacementState", &[Opened, Approved, Sent, Answered, Done, Withdrawn]);
    keys.extend(Standing::ALL.map(|standing| format!("standing.{}", standing.code())));
    keys.extend(Requirement::ALL.map(|requirement| format!("requirement.{}", requirement.code())));
    use ObjectionState as Objection;
    all(&mut keys, "objectionState", &[Objection::Open, Objection::Rejected, Objection::Settled]);
    use Verdict::{Altered, Countersigned, Invalid, SignedByOne, Unsigned, Unverifiable};
    all(&mut keys, "verdict", &[Unsigned, SignedByOne, Countersigned, Altered, Unverifiable, Invalid]);
    use ChangedAfterSigning as Changed;
    all(&mut keys, "changed", &[Changed::None, Changed::SignatureOnly, Changed::Other]);
    use SignatureProblem as Problem;
    all(
        &mut keys,
        "problem",
        &[
            Problem::BytesChanged,
            Problem::ValueWrong,
            Problem::CertificateReplaced,
            Problem::CertificateMissing,
            Problem::Unreadable,
            Problem::RangeWrong,
            Problem::HiddenBytes,
        ],
    );
    all(
        &mut keys,
        "change",
        &[
            ChangeKind::SignatureAdded,
            ChangeKind::PageContent,
            ChangeKind::Page,
            ChangeKind::Annotation,
            ChangeKind::FormField,
            ChangeKind::Information,
            ChangeKind::Metadata,
            ChangeKind::Catalogue,
            ChangeKind::ObjectAdded,
            ChangeKind::ObjectReplaced,
            ChangeKind::ObjectRemoved,
            ChangeKind::TrailingBytes,
            ChangeKind::IrregularUpdate,
            ChangeKind::DuplicateField,
            ChangeKind::SharedSignature,
            ChangeKind::StraySignature,
        ],
    );
    for names in ["leave", "leaveShort"] {
        all(&mut keys, names, &LeaveKind::ALL);
    }
    all(&mut keys, "pipelineStage", &domain::opportunity::Stage::ALL);
    all(&mut keys, "dealOutcome", &domain::opportunity::Outcome::ALL);
    all(&mut keys, "finder", &domain::opportunity::Finder::ALL);
    keys.extend(["source", "amount", "engineer", "handover"].map(|gap| format!("gap.{gap}")));
    use ApplicationState as Applied;
    let applied = [Applied::Open, Applied::Approved, Applied::Refused, Applied::Withdrawn];
    all(&mut keys, "applicationState", &applied);
    keys.extend((1..=7).map(|day| format!("weekdayShort.{day}")));
    keys.extend(ledger::Stage::ALL.iter().map(|stage| format!("stage.{}", stage.code())));
    use UnsupportedFormat as Format;
    all(&mut keys, "format", &[Format::Xls, Format::Xlsb, Format::Ods, Format::Html, Format::SpreadsheetMl]);
    for reason in ["networkDrive", "syncClient", "notEmpty"] {
        keys.push(format!("reason.{reason}"));
    }
    for answer in ["true", "false", "unknown"] {
        keys.extend(["trusted", "registered", "matchesLedger"].map(|what| format!("{what}.{answer}")));
    }
    for head in ["inChain", "missing", "notThisLedger"] {
        keys.push(format!("journalHead.{head}"));
    }
    for key in keys {
        check(&key, &BTreeSet::new());
    }
}

/// Sources of this crate, without its tests.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            sources(&path, found);
        } else if name.ends_with(".rs") && !name.contains("tests") {
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The code in front of a `json!({`, with what stands in front of its bracket.
fn code_before(source: &str) -> Option<(&str, &str)> {
    let mut before = source.trim_end().trim_end_matches("serde_json::").trim_end();
    loop {
        before = before.strip_suffix(',')?.trim_end();
        match before.strip_suffix('"') {
            Some(quoted) => {
                let (rest, code) = quoted.rsplit_once('"')?;
                return Some((code, rest.trim_end().strip_suffix('(')?));
            }
            // The class between code and parameters.
            None => {
                let class = before.rsplit(|c: char| !c.is_alphanumeric() && c != ':').next()?;
                before = before[..before.len() - class.len()].trim_end();
                if class.is_empty() {
                    return None;
                }
            }
        }
    }
}

/// Names in front of a colon in a JSON object written in Rust.
fn keys_of(object: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let end = object.find(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    let inside = &object[..end.unwrap_or(object.len())];
    let pieces: Vec<&str> = inside.split('"').collect();
    pieces
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| at % 2 == 1 && pair[1].trim_start().starts_with(':'))
        .map(|(_, pair)| pair[0].to_owned())
        .collect()
}

#[test]
fn every_code_in_this_crates_sources_has_words_that_its_parameters_fill() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let (mut codes, mut with_params) = (BTreeSet::new(), 0);
    for (name, source) in &files {
        for call in ["refused(", "::new("] {
            for rest in source.split(call).skip(1) {
                let code = rest.trim_start().strip_prefix('"').and_then(|r| r.split_once('"'));
                if let Some((code, _)) = code.filter(|(c, _)| c.chars().all(char::is_alphanumeric)) {
                    codes.insert(code.to_owned());
                }
            }
        }
        for (at, _) in source.match_indices("json!({") {
            let Some((code, caller)) = code_before(&source[..at]) else { continue };
            let call = caller.ends_with(|c: char| c.is_alphanumeric());
            if call && !caller.ends_with("refused") && !caller.ends_with("new") {
                continue;
            }
            let finding = !call && name == "maintenance.rs";
            let code = if finding { format!("finding.{code}") } else { code.to_owned() };
            check(&code, &keys_of(&source[at + "json!({".len()..]));
            with_params += 1;
            codes.insert(code);
        }
    }
    // Codes that are chosen by an `if` or a `match` first.
    codes.extend(
        ["noRight", "noRightForUnit", "wrongRecoveryCode", "fileNotFound", "fileExists"].map(str::to_owned),
    );
    assert!(codes.len() > 90 && with_params > 90, "{} codes, {with_params} with parameters", codes.len());
    for code in codes {
        assert!(BOTH.iter().all(|lang| has(*lang, &code)), "{code} has no text");
    }
}

#[test]
fn sizes_are_shown_as_people_know_them() {
    for (bytes, expected) in [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (1025, "1.1 KB"),
        (1 << 20, "1 MB"),
        (50 << 20, "50 MB"),
        ((50 << 20) + 1, "50.1 MB"),
        (3 << 29, "1.5 GB"),
        (u64::MAX, "17179869184 GB"),
    ] {
        assert_eq!(size_text(bytes), expected);
        assert_eq!(value(Lang::En, "bytes", &json!(bytes)), expected);
    }
    let error =
        AppError::from(SheetError::TooLarge { file: "a".into(), bytes: 1 + (50 << 20), limit: 50 << 20 });
    assert!(message(Lang::ZhCn, &error.code, &error.params).contains("50.1 MB，上限 50 MB"));
    let bomb = AppError::from(SheetError::Bomb { file: "a".into(), what: "bytes", limit: 1 << 30 });
    assert!(message(Lang::ZhCn, &bomb.code, &bomb.params).contains("解压后的大小超过 1 GB"));
}

#[test]
fn what_is_missing_shows_itself() {
    let params = json!({ "path": null, "blockers": [], "n": 3 });
    let params = params.as_object().unwrap();
    assert_eq!(message(Lang::ZhCn, "no such key {n} {other}", params), "no such key 3 {other}");
    assert!(message(Lang::ZhCn, "fileNotFound", params).contains("“无”"));
    assert_eq!(message(Lang::En, "{blockers}|{", params), "|{");
}
