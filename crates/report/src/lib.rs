//! Reports on paper: a read model goes in, the bytes of a PDF come out, of letters and notices also those of a Word file.
//!
//! This crate owns the look of the documents — pages, tables, charts, signature blocks, the typefaces — and the facts
//! for machines inside them ([`read_facts`]). It computes nothing: every figure comes as text in a [`view`], and only
//! the charts get numbers. It does not sign; a formal document has two empty signature fields ([`SIGNATURE_FIELDS`])
//! that the `seal` crate fills. It reads no clock and no randomness: the same view makes the same bytes.
//!
//! The files are PDF 1.7 with XMP, an output intent and embedded fonts, built after PDF/A-2b, but they do not claim
//! conformance: no full validator was at hand.
//!
//! Start reading at [`render_settlement`]: `document` says which parts a document has, `layout` sets them on pages,
//! and `canvas` is the only module that knows the drawing library; letters are written to a `medium`, which is pages or a
//! `word` file.

mod canvas;
mod document;
mod error;
mod facts;
mod layout;
mod lines;
mod medium;
pub mod view;
mod word;

pub use canvas::{FONT_RESOURCE, Fonts};
pub use document::{
    SEAL_PICTURE_LIMIT, arrival_paper_word, certificate_word, ranking_notice_word, render_arrival_paper,
    render_certificate, render_confirmation, render_document_index, render_fee_statement, render_form,
    render_month_sheet, render_objection_slip, render_personnel_register, render_ranking_notice,
    render_replacement_request, render_settlement, render_survey_report, render_ticket_dossier,
    replacement_request_word, signature_appearance,
};
pub use error::ReportError;
pub use facts::{FoundFacts, NAMESPACE, ReportFacts, ReportKind, read_facts};
pub use layout::{SIGNATURE_BOX, SIGNATURE_FIELDS};
