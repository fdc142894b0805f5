//! Examples of documents.

use super::*;
use crate::document::{About, DocumentClass, DocumentNo, Secrecy};

pub(super) fn examples() -> Vec<Event> {
    let document = || -> DocumentNo { "CD-TB202610003".parse().unwrap() };
    let class =
        |kind: Option<&str>| DocumentClass { category: "bid".to_owned(), kind: kind.map(str::to_owned) };
    vec![
        Event::DocumentFiled(DocumentFiled {
            document: document(),
            about: About::Ticket(ticket()),
            class: class(Some("bidFile")),
            secrecy: Secrecy::Ordinary,
            valid_until: None,
            on: day("2026-10-14"),
            text: digest("text"),
            file: digest("file"),
            name: digest("name"),
        }),
        Event::DocumentVersionAdded(DocumentVersionAdded {
            document: document(),
            number: 2,
            file: digest("file 2"),
            name: digest("name 2"),
        }),
        Event::DocumentDescribed(DocumentDescribed {
            document: document(),
            class: class(None),
            secrecy: Secrecy::Confidential,
            valid_until: Some(day("2027-10-14")),
            text_number: 2,
            text: digest("text 2"),
        }),
        Event::DocumentCheckedOut(DocumentCheckedOut { document: document() }),
        Event::DocumentCheckedIn(DocumentCheckedIn {
            document: document(),
            number: 1,
            words: Some(digest("words")),
        }),
        Event::DocumentPlaced(DocumentPlaced {
            document: document(),
            number: 2,
            words: Some(digest("place")),
        }),
        Event::DocumentLent(DocumentLent {
            document: document(),
            number: 3,
            on: day("2026-10-15"),
            due_on: day("2026-10-22"),
            words: digest("borrower"),
        }),
        Event::DocumentReturned(DocumentReturned { document: document(), number: 3, on: day("2026-10-20") }),
        Event::DocumentVoided(DocumentVoided { document: document(), number: 4, words: digest("reason") }),
        Event::DocumentPackaged(DocumentPackaged {
            document: document(),
            version: 2,
            package: digest("manifest"),
            number: 5,
            words: Some(digest("why")),
        }),
    ]
}
