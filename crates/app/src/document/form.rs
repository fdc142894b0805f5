//! What may be chosen of documents.

use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use domain::document::{Secrecy, classes};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says what may be chosen of documents.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentForm {}

/// A choice.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct NamedCode {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
}

/// 类别 of documents.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentCategoryView {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// The stage that its documents usually come out of.
    pub stage: String,
    /// What its documents are.
    pub kinds: Vec<NamedCode>,
}

/// A stage whose documents are counted for themselves.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentStageView {
    /// What numbers begin with.
    pub code: String,
    /// What it is called.
    pub name: String,
}

/// What may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentFormView {
    /// Categories with their kinds.
    pub categories: Vec<DocumentCategoryView>,
    /// Stages.
    pub stages: Vec<DocumentStageView>,
    /// 密级, the most open one first.
    pub secrecies: Vec<String>,
}

/// `documentForm`.
pub fn form(_: &mut App, _: DocumentForm) -> Result<DocumentFormView, AppError> {
    let known = classes();
    let named = |code: &str, name: &str| NamedCode { code: code.to_owned(), name: name.to_owned() };
    let categories = known.categories.iter().map(|category| DocumentCategoryView {
        code: category.code.clone(),
        name: category.name.clone(),
        stage: category.stage.to_string(),
        kinds: category.kinds.iter().map(|kind| named(&kind.code, &kind.name)).collect(),
    });
    let stages = known
        .stages
        .iter()
        .map(|stage| DocumentStageView { code: stage.code.to_string(), name: stage.name.clone() });
    Ok(DocumentFormView {
        categories: categories.collect(),
        stages: stages.collect(),
        secrecies: Secrecy::ALL.iter().map(word).collect(),
    })
}
