//! Ways that are proposed, as data: `data/approval.json`. A user changes a proposal before it is submitted.

use super::route::{Mode, StageKind};
use crate::document::DocumentClass;
use serde::Deserialize;
use std::sync::LazyLock;

/// A stage of a proposed way.
#[derive(Clone, Debug, Deserialize)]
pub struct TemplateStage {
    /// What users call it.
    pub name: String,
    /// What it is for.
    pub kind: StageKind,
    /// How its seats give their opinions.
    pub mode: Mode,
    /// 跨部门会议.
    #[serde(default)]
    pub meeting: bool,
    /// 职务 of its seats.
    pub posts: Vec<String>,
}

/// A proposed way.
#[derive(Clone, Debug, Deserialize)]
pub struct Template {
    /// Its code.
    pub code: String,
    /// What users call it.
    pub name: String,
    /// For documents of these categories before all others.
    pub categories: Vec<String>,
    /// In order.
    pub stages: Vec<TemplateStage>,
}

#[derive(Deserialize)]
struct Templates {
    routes: Vec<Template>,
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/approval.json")).expect("a test reads the data")
});

/// All proposals; the first one is the usual way.
#[must_use]
pub fn templates() -> &'static [Template] {
    &TEMPLATES.routes
}

/// The proposal for a document: by what it is (DOC-20), else the usual way.
#[must_use]
pub fn proposed(class: &DocumentClass) -> &'static Template {
    let of_category = templates().iter().find(|one| one.categories.contains(&class.category));
    of_category.unwrap_or(&templates()[0])
}
