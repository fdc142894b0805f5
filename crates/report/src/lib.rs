//! Reports on paper: a read model goes in, the bytes of a PDF come out.
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
//! and `canvas` is the only module that knows the drawing library.

mod canvas;
mod document;
mod error;
mod facts;
mod layout;
mod lines;
pub mod view;

pub use canvas::{FONT_RESOURCE, Fonts};
pub use document::{
    SEAL_PICTURE_LIMIT, render_arrival_paper, render_certificate, render_confirmation, render_fee_statement,
    render_objection_slip, render_personnel_register, render_ranking_notice, render_replacement_request,
    render_settlement, signature_appearance,
};
pub use error::ReportError;
pub use facts::{FoundFacts, NAMESPACE, ReportFacts, ReportKind, read_facts};
pub use layout::{SIGNATURE_BOX, SIGNATURE_FIELDS};
