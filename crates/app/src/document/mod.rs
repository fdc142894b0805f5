//! Documents: filed from files, numbered, kept in all versions, looked at, lent, listed, handed over.

mod collected;
mod compare;
mod due;
mod file;
mod form;
mod kept;
mod line;
mod list;
mod open;
mod package;
mod paper;
mod record;
mod sheet;
mod side_by_side;
mod source;
mod version;
mod view;
mod whose;

pub(crate) use collected::Collected;
pub use compare::{CompareVersions, ComparedLine, ComparedRow, ComparedVersion, VersionComparison, compare};
pub(crate) use due::documents_due;
pub use file::{
    DocumentToFile, FileDocuments, FiledDocumentView, FiledDocumentsView, ProposeDocuments,
    ProposedDocumentView, file, propose,
};
pub use form::{DocumentCategoryView, DocumentForm, DocumentFormView, DocumentStageView, NamedCode, form};
pub(crate) use kept::{file_name_of, keep_words, text_of};
pub use list::{DocumentLine, Documents, DocumentsView, documents};
pub use open::{LookAtDocument, SaveDocument, look_at, save};
pub use package::{
    CheckPackage, PackageAbout, PackageCheckView, PackageContents, PackageContentsView, PackageDocuments,
    PackageFindingView, PackageView, check as check_package, contents as package_contents,
    write as write_package,
};
pub(crate) use paper::place_of;
pub use paper::{LendDocument, PlaceDocument, ReturnDocument, lend, place, return_it};
pub use record::{DescribeDocument, VoidDocument, describe, void};
pub use sheet::{ExportDocuments, export};
pub use version::{AddDocumentVersion, CheckInDocument, CheckOutDocument, add_version, check_in, check_out};
pub use view::{
    Document, DocumentLoanView, DocumentPlaceView, DocumentReadingView, DocumentVersionView, DocumentView,
    document,
};
pub(crate) use whose::{hidden, hidden_from, known, read, reads_as};
