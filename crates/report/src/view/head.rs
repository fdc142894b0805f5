//! What every document says about itself, and who stands behind it.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// How widely a document may be shown. The program is not for state secrets, and has no word for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Classification {
    /// 内部资料
    Internal,
    /// 商业秘密
    #[default]
    TradeSecret,
}

impl Classification {
    /// The words in the header of every page.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Internal => "内部资料",
            Self::TradeSecret => "商业秘密",
        }
    }
}

/// What every document says about itself, on its pages and in its machine-readable facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentHead {
    /// Number of the report, such as `HQ-2026Q3-0001`. The same number is kept by all revisions.
    pub report_no: String,
    /// 1 for the first; a correction after finalising raises it.
    pub revision: u32,
    /// Formal documents can be signed and have signature fields; all others are drafts and say 草稿 on every page.
    pub formal: bool,
    /// Words in the header.
    #[serde(default)]
    pub classification: Classification,
    /// 甲方, in full.
    pub client: String,
    /// 乙方, in full.
    pub provider: String,
    /// The unit that the document is about or that made it.
    pub unit: String,
    /// The quarter for machines: `2026Q3`; empty where the document is about no quarter.
    pub quarter: String,
    /// The quarter for readers: `2026年第三季度`; empty likewise.
    pub quarter_words: String,
    /// When it was made. It is printed, and it is the time in the file: the clock is never read here.
    pub made_at: DateTime<FixedOffset>,
    /// Which installation made it.
    pub origin: String,
    /// Short code to compare by telephone, in groups of four.
    pub check_code: String,
    /// Hash of the journal entry that finalised the figures, 64 hexadecimal digits; 防篡改校验值.
    pub journal_hash: String,
    /// The figures for machines, as canonical JSON; embedded, never printed.
    pub figures_json: String,
}

/// A person who prepared, reviewed or approved the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Responsible {
    /// 编制, 复核, 审定 …
    pub role: String,
    /// Name, or empty while nobody has.
    pub name: String,
    /// Date as `2026-11-18`, or empty.
    pub date: String,
}

/// Who signs for one party. Empty texts print as lines to write on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartySignatory {
    /// Name of the signatory.
    pub name: String,
    /// 职务
    pub post: String,
}

/// What a signature shows on the page once it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignatureAppearance {
    /// Name of the signatory, as in the certificate.
    pub name: String,
    /// 职务; may be empty.
    pub post: String,
    /// 单位; may be empty.
    #[serde(default)]
    pub organisation: String,
    /// When it was signed.
    pub signed_at: DateTime<FixedOffset>,
    /// Picture of a seal, PNG or JPEG.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Vec<u8>>,
}
