//! 移交包: the documents of a project, a ticket, a customer or an engineer as one ZIP file, with their index and a manifest of
//! their hashes, and the check of such a file. How it is made stands in `docs/handover-package.md`.

mod archive;
mod check;
mod manifest;
mod path;
mod write;

pub use check::{CheckPackage, PackageAbout, PackageCheckView, PackageFindingView, check};
pub use write::{PackageContents, PackageContentsView, PackageDocuments, PackageView, contents, write};
