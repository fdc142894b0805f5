//! What a document is: category, kind, stage (DOC-01 … DOC-11), and what is proposed for a file.

use super::{StageCode, title_of};
use crate::opportunity::Stage;
use crate::refusal::Refusal;
use crate::ticket::Service;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What a document is filed as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentClass {
    /// 类别, by code.
    pub category: String,
    /// What it is within its category, by code; `None` where it is none of those that are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// A stage whose documents are counted for themselves.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentStage {
    /// What its numbers begin with.
    pub code: StageCode,
    /// What it is called.
    pub name: String,
    /// The category that its documents usually have.
    pub category: String,
    /// The stage of opportunities that it is.
    #[serde(default)]
    pub of: Option<Stage>,
}

/// 类别 of documents.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentCategory {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// The stage that its documents usually come out of.
    pub stage: StageCode,
    /// What its documents are.
    pub kinds: Vec<DocumentKind>,
}

/// What a document is within its category.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentKind {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// By what a file's name tells that it is one.
    pub marks: Vec<String>,
    /// 限制查看: for those alone who do the work (BID-12).
    #[serde(default)]
    pub restricted: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct OfService {
    service: Service,
    stage: StageCode,
}

/// How long it is told that a document's last day comes, and that it is over.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct NoticeDays {
    /// Days before the last one.
    pub before: u64,
    /// Days after it.
    pub after: u64,
}

/// What documents may be.
#[derive(Clone, Debug, Deserialize)]
pub struct Classes {
    /// 有效期提醒.
    pub notice: NoticeDays,
    /// Stages, in order.
    pub stages: Vec<DocumentStage>,
    services: Vec<OfService>,
    /// Categories, in order.
    pub categories: Vec<DocumentCategory>,
}

/// The classes that come with the program.
#[must_use]
pub fn classes() -> &'static Classes {
    static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
        let text = include_str!("../../data/document.json");
        serde_json::from_str(text).expect("the program's own classes can be read")
    });
    &CLASSES
}

impl Classes {
    /// A stage by its code.
    #[must_use]
    pub fn stage(&self, code: &StageCode) -> Option<&DocumentStage> {
        self.stages.iter().find(|stage| stage.code == *code)
    }

    /// A category by its code.
    #[must_use]
    pub fn category(&self, code: &str) -> Option<&DocumentCategory> {
        self.categories.iter().find(|category| category.code == code)
    }

    /// A kind by its code, which is its own among those of all categories.
    #[must_use]
    pub fn kind(&self, code: &str) -> Option<&DocumentKind> {
        self.categories.iter().flat_map(|category| &category.kinds).find(|kind| kind.code == code)
    }

    /// Refuses a class that is not among them.
    pub(super) fn check(&self, class: &DocumentClass) -> Result<(), Refusal> {
        let unknown = |value: &str| Refusal::NotInList { value: value.to_owned() };
        let category = self.category(&class.category).ok_or_else(|| unknown(&class.category))?;
        match &class.kind {
            Some(code) if category.kinds.iter().all(|kind| kind.code != *code) => Err(unknown(code)),
            _ => Ok(()),
        }
    }
}

/// What is known of the thing that a document is to hang on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The stage that the opportunity is in: its own, or the one that the ticket belongs to.
    pub stage: Option<Stage>,
    /// The ticket's service.
    pub service: Option<Service>,
}

/// What is proposed for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// 题名.
    pub title: String,
    /// What it seems to be.
    pub class: DocumentClass,
    /// Under which stage it is counted.
    pub stage: StageCode,
}

/// The stage that what hangs on it is counted under: that of the ticket's service, or of the opportunity.
fn stage_of(hint: Hint) -> Option<StageCode> {
    let known = classes();
    let of_service = hint
        .service
        .and_then(|wanted| known.services.iter().find(|row| row.service == wanted))
        .map(|row| row.stage);
    let of_stage = || {
        let wanted = hint.stage?;
        known.stages.iter().find(|stage| stage.of == Some(wanted)).map(|stage| stage.code)
    };
    of_service.or_else(of_stage)
}

/// Under which stage documents of that category are counted, unless the user says otherwise; `None` of a category that there is not.
#[must_use]
pub fn usual_stage(category: &str, hint: Hint) -> Option<StageCode> {
    stage_of(hint).or_else(|| classes().category(category).map(|category| category.stage))
}

/// What a file of that name is filed as, unless the user says otherwise: what its name says it is; else what belongs to the
/// ticket's service, or to the stage of the opportunity.
#[must_use]
pub fn propose(file_name: &str, hint: Hint) -> Proposed {
    let known = classes();
    // The longest mark that the name holds says most.
    let marked = known
        .categories
        .iter()
        .flat_map(|category| category.kinds.iter().map(move |kind| (category, kind)))
        .flat_map(|(category, kind)| kind.marks.iter().map(move |mark| (category, kind, mark)))
        .filter(|(_, _, mark)| file_name.contains(mark.as_str()))
        .max_by_key(|(_, _, mark)| mark.chars().count());
    let usual = stage_of(hint).and_then(|code| known.stage(&code)).map_or("other", |stage| &*stage.category);
    let (category, kind) = match marked {
        Some((category, kind, _)) => (category.code.clone(), Some(kind.code.clone())),
        None => (usual.to_owned(), None),
    };
    let stage = usual_stage(&category, hint).unwrap_or(StageCode::OTHER);
    Proposed { title: title_of(file_name), class: DocumentClass { category, kind }, stage }
}
