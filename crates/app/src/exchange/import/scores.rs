//! Scores: month workbooks and plain files with the rubric's columns.

use super::super::months::same_rubric;
use super::super::preview::{ImportPreview, view};
use super::super::refused::{Places, with_places};
use super::super::standing;
use super::{Taken, numbers, run};
use crate::assessment::{allowed, decided};
use crate::error::AppError;
use crate::session::App;
use domain::assessment::{AssessmentRow, Content, ItemScore};
use domain::kernel::{Month, UnitCode};
use domain::rulebook::Rubric;
use ledger::Stage;
use ledger::rusqlite::Connection;
use sheet::kinds::{Assessments, Item, ItemKind};
use sheet::{ColumnMap, Sheet, Source};
use std::collections::BTreeSet;

/// A rubric's items as columns of a spreadsheet.
pub(crate) fn items(rubric: &Rubric) -> Vec<Item> {
    rubric
        .items
        .iter()
        .map(|item| Item {
            code: item.code.clone(),
            name: item.name.clone(),
            guidance: match (&item.work, item.needs_reason) {
                (Some(_), _) => "由系统按工单计算，可留空；改填别的分数须在说明中写明原因".to_owned(),
                (None, true) => "扣分须写明原因".to_owned(),
                (None, false) => String::new(),
            },
            kind: if item.veto {
                ItemKind::Veto
            } else {
                ItemKind::Points { least: rust_decimal::Decimal::ZERO, most: item.max }
            },
        })
        .collect()
}

/// A row of a spreadsheet as the rules take it. The note gives the reason where an item asks for one.
fn assessment(row: &sheet::kinds::AssessmentRow) -> AssessmentRow {
    let content = match &row.content {
        sheet::kinds::Content::Total(score) => Content::Total(*score),
        sheet::kinds::Content::Items(items) => Content::Items(
            items
                .iter()
                .map(|(code, points)| ItemScore {
                    code: code.clone(),
                    points: *points,
                    reason: row.note.clone(),
                    evidence: None,
                    computed: None,
                })
                .collect(),
        ),
    };
    AssessmentRow {
        unit: row.unit.clone(),
        month: row.month,
        staff_no: row.staff_no.clone(),
        content,
        note: row.note.clone(),
    }
}

/// The rubric whose items are columns of the file: that of a month workbook's stamp, else the one in force now.
pub(in super::super) fn scores_rubric(
    conn: &Connection,
    this_month: Month,
    source: &Source,
) -> Result<Rubric, AppError> {
    let month = sheet::month_workbook::stamp(source)?.map_or(this_month, |stamp| stamp.month);
    Ok(ledger::rulebook::query::rubric_of(conn, month.quarter())?)
}

/// Scores of a file, not yet held against the rules.
pub(in super::super) struct Scores {
    read: Sheet<sheet::kinds::AssessmentRow>,
    rubric: Rubric,
    /// The file's rows as the rules take them.
    pub rows: Vec<AssessmentRow>,
    /// Persons of a month workbook whose score was left empty.
    pub unscored: Vec<String>,
}

impl Scores {
    /// Reads a month workbook, or a plain file with the columns of the rubric that is in force now.
    pub fn read(
        conn: &Connection,
        this_month: Month,
        source: &Source,
        map: &ColumnMap,
        goes_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Self, AppError> {
        let (read, rubric, unscored) = match sheet::month_workbook::stamp(source)? {
            Some(stamp) => {
                let rubric = ledger::rulebook::query::rubric_of(conn, stamp.month.quarter())?;
                same_rubric(source, &stamp, &rubric)?;
                let answer = sheet::month_workbook::read(source, items(&rubric))?;
                let unscored = answer.unscored.into_iter().map(|u| u.value.staff_no.to_string()).collect();
                (answer.sheet, rubric, unscored)
            }
            None => {
                let rubric = scores_rubric(conn, this_month, source)?;
                let kind = Assessments { items: items(&rubric) };
                (sheet::read_told(&kind, source, map, goes_on)?, rubric, Vec::new())
            }
        };
        let rows = read.rows.iter().map(|row| assessment(&row.value)).collect();
        Ok(Self { read, rubric, rows, unscored })
    }

    /// The rows against the scores on record in their months.
    fn preview(&self, app: &App) -> Result<ImportPreview, AppError> {
        let months = || self.rows.iter().map(|row| row.month);
        let on_record = match (months().min(), months().max()) {
            (Some(from), Some(to)) => {
                let units: BTreeSet<&UnitCode> = self.rows.iter().map(|row| &row.unit).collect();
                standing::assessments(app, from, to, &self.rubric, &|unit| Ok(units.contains(unit)))?
            }
            _ => Vec::new(),
        };
        let kind = Assessments { items: items(&self.rubric) };
        Ok(view(sheet::preview(&kind, &self.read, &on_record)))
    }

    /// Puts the file's rows and cells into a refusal of these scores.
    pub fn place(&self, error: AppError) -> AppError {
        let rows = numbers(&self.read);
        let places = Places { file: &self.read.file, sheet: self.read.sheet.as_deref(), rows: &rows };
        with_places(error, &places, &|i, column| cell_text(&self.rows[i], column))
    }
}

/// Takes a file of scores in; answers also who was left without one.
pub(super) fn take(
    app: &mut App,
    source: &Source,
    map: &ColumnMap,
    dry_run: bool,
) -> Result<(Taken, Vec<String>), AppError> {
    let this_month = app.this_month()?;
    let App { ledger, watching, .. } = &mut *app;
    let conn = ledger.as_ref().ok_or_else(crate::session::no_ledger_open)?.conn();
    let mut tell = |done, total| watching.goes_on(Stage::Rows, done, total);
    let read = Scores::read(conn, this_month, source, map, &mut tell)?;
    allowed(app, &read.rows).map_err(|error| read.place(error))?;
    let preview = if dry_run { Some(read.preview(app)?) } else { None };
    let actor = app.signed_in()?.clone();
    let changed = run(app, read.rows.len(), dry_run, |tx, _| {
        decided(tx.conn(), &actor, &read.rows, this_month).map_err(|error| read.place(error))
    })?;
    Ok((Taken::of(read.rows.len(), changed).with(preview), read.unscored))
}

/// What the cell of that column holds, for the table of bad cells.
fn cell_text(row: &AssessmentRow, column: &str) -> String {
    match column {
        "单位代码" => row.unit.to_string(),
        "月份" => row.month.to_string(),
        "工号" => row.staff_no.to_string(),
        "得分" => match &row.content {
            Content::Total(score) => score.to_string(),
            Content::Items(_) => String::new(),
        },
        item => match &row.content {
            Content::Items(items) => items
                .iter()
                .find(|i| i.code == item)
                .map(|i| i.points.normalize().to_string())
                .unwrap_or_default(),
            Content::Total(_) => String::new(),
        },
    }
}
