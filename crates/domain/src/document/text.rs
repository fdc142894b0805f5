//! What is written on a document: title, note, tags.

use crate::refusal::Refusal;

/// Most characters of a title.
pub(super) const LONGEST_TITLE: u32 = 150;
/// Most characters of a note.
const LONGEST_NOTE: u32 = 1_000;
/// Most characters of a tag.
const LONGEST_TAG: u32 = 20;
/// Most tags.
const MOST_TAGS: u32 = 20;

/// What is written on a document; kept beside the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentText {
    /// 题名.
    pub title: String,
    /// 说明.
    pub note: String,
    /// 标签, each once.
    pub tags: Vec<String>,
}

impl DocumentText {
    /// As it is kept: without blanks around it, every tag once.
    ///
    /// # Errors
    /// [`Refusal::NameLength`], [`Refusal::NoteTooLong`], [`Refusal::TagsTooMany`].
    pub fn checked(self) -> Result<Self, Refusal> {
        let longer = |text: &str, limit: u32| text.chars().count() > limit as usize;
        let title = one_line(&self.title);
        if title.is_empty() || longer(&title, LONGEST_TITLE) {
            return Err(Refusal::NameLength { limit: LONGEST_TITLE });
        }
        let note = self.note.trim().to_owned();
        if longer(&note, LONGEST_NOTE) {
            return Err(Refusal::NoteTooLong { limit: LONGEST_NOTE });
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags.iter().map(|tag| one_line(tag)).filter(|tag| !tag.is_empty()) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST_TAGS as usize || tags.iter().any(|tag| longer(tag, LONGEST_TAG)) {
            return Err(Refusal::TagsTooMany { most: MOST_TAGS, limit: LONGEST_TAG });
        }
        Ok(Self { title, note, tags })
    }
}

/// A text on one line, with single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
