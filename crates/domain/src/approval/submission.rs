//! Submitting a document for approval: the approval is bound to one version, by its number and its SHA-256.

use super::course::{ApprovalState, Course};
use super::route::{Asked, Route};
use crate::document::Document;
use crate::event::{DocumentSubmitted, Event};
use crate::kernel::{AccountName, Digest};
use crate::refusal::Refusal;
use crate::ticket::Words;
use std::collections::BTreeSet;

/// What is submitted.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The version that the submitter looked at.
    pub version: u32,
    /// Its SHA-256, where they named it.
    pub file: Option<Digest>,
    /// The way that it is to go.
    pub route: Route,
    /// Numbers of seats for whom a name without an account was given.
    pub outside: BTreeSet<u32>,
    /// A note, and those names.
    pub words: Words,
}

/// Submits a document's last version. `last` is the approval before, if there was one.
///
/// # Errors
/// [`Refusal::DocumentVoid`], [`Refusal::DocumentCheckedOut`], [`Refusal::VersionPassed`] where the version is not the last one,
/// [`Refusal::ApprovalRunning`], [`Refusal::VersionPublished`], and those of [`Route::checked`].
pub fn submit(
    document: &Document,
    last: Option<&Course>,
    submission: Submission,
    by: &AccountName,
    asked: &Asked<'_>,
) -> Result<Vec<Event>, Refusal> {
    let no = || document.no.clone();
    document.may_change(by)?;
    let Submission { version, file, route, outside, words } = submission;
    if version != document.versions || file.is_some_and(|file| file != document.file) {
        return Err(Refusal::VersionPassed { document: no(), number: version, last: document.versions });
    }
    match last {
        Some(last) if last.state == ApprovalState::Running => {
            return Err(Refusal::ApprovalRunning { document: no(), number: last.number });
        }
        Some(last) if last.state == ApprovalState::Published && last.version == version => {
            return Err(Refusal::VersionPublished { document: no(), number: version });
        }
        _ => {}
    }
    let route = route.checked(&outside, asked)?;
    let begun =
        Course::begin(no(), last.map_or(0, |last| last.number) + 1, (version, document.file), by, route);
    Ok(vec![Event::DocumentSubmitted(DocumentSubmitted {
        document: no(),
        approval: begun.number,
        version,
        file: document.file,
        stands: begun.standing(),
        route: begun.route,
        number: document.next_words,
        words: words.kept,
    })])
}
