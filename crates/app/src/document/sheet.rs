//! A list of documents as a workbook.

use super::line::lines;
use super::list::{Documents, wanted};
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse::{self, text_given};
use crate::search::PATIENCE;
use crate::session::App;
use crate::ticket::said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes a list of documents as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportDocuments {
    /// Which, and in which order; all pages of them.
    pub list: Documents,
    /// The file.
    pub out: String,
}

/// Rows of a workbook at most.
const MOST_ROWS: u32 = 100_000;

const HEADINGS: [&str; 18] = [
    "文档编号",
    "题名",
    "类别",
    "种类",
    "关联",
    "关联名称",
    "密级",
    "有效期至",
    "标签",
    "版本",
    "文件名",
    "字节数",
    "SHA-256",
    "归档日期",
    "归档人",
    "签出人",
    "状态",
    "单位代码",
];

/// `exportDocuments`.
pub fn export(app: &mut App, request: ExportDocuments) -> Result<FileView, AppError> {
    let unit = text_given(request.list.unit.as_deref()).map(parse::unit).transpose()?;
    let list = Documents { offset: 0, limit: Some(MOST_ROWS), ..request.list };
    let rows = match wanted(app, list, MOST_ROWS)? {
        Some(wanted) => {
            app.indexed(PATIENCE)?;
            ledger::document::list::page(app.conn()?, &wanted)?
        }
        None => Vec::new(),
    };
    let table: Vec<Vec<String>> = lines(app, &rows)?
        .into_iter()
        .map(|line| {
            vec![
                line.document,
                line.title.unwrap_or_default(),
                line.category_name,
                line.kind_name.unwrap_or_default(),
                line.about_key,
                line.about_title.unwrap_or_default(),
                said::of("secrecy", &line.secrecy),
                line.valid_until.unwrap_or_default(),
                line.tags.join("、"),
                line.versions.to_string(),
                line.name.unwrap_or_default(),
                line.bytes.to_string(),
                line.file,
                line.filed_on,
                line.filed_by,
                line.out_by.unwrap_or_default(),
                said::of("documentState", if line.voided { "void" } else { &line.validity }),
                line.unit,
            ]
        })
        .collect();
    let bytes = ::sheet::list_workbook("文档", &HEADINGS.map(str::to_owned), &table)?;
    handed_out(app, "exportDocuments", unit, write_file(&request.out, &bytes)?)
}
