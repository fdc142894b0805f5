//! 文件目录: the documents of a project, a ticket, a customer or an engineer.

use serde::{Deserialize, Serialize};

use super::DocumentHead;

/// A document of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexLine {
    /// 文档编号
    pub number: String,
    /// 题名
    pub title: String,
    /// 种类, 密级 where it is not an ordinary one, and on what else it hangs, each as a text of its own.
    pub marks: Vec<String>,
    /// 第 2 版
    pub version: String,
    /// The day on which that version came: `2026-10-14`.
    pub on: String,
    /// Who brought it.
    pub by: String,
    /// Its bytes, in words.
    pub size: String,
    /// Where the paper copy lies and who keeps it; empty where there is none.
    pub paper: String,
    /// SHA-256 of the version, 64 hexadecimal digits.
    pub hash: String,
}

/// The documents of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexGroup {
    /// 类别
    pub name: String,
    /// In the order of their numbers.
    pub lines: Vec<IndexLine>,
}

/// 文件目录 (DOC-33).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentIndex {
    /// The document about itself; its number is that of what the documents hang on.
    pub head: DocumentHead,
    /// What they hang on: 商机, 工单 ….
    pub of: String,
    /// What that is called.
    pub title: String,
    /// How many there are and how large they are, in one sentence.
    pub sentence: String,
    /// The categories that have documents, in their order.
    pub groups: Vec<IndexGroup>,
    /// Whether there are documents that the reader may not know of.
    pub left_out: bool,
}
