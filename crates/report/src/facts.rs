//! The facts of a report for machines: written into the PDF's XMP, and read back from a report that may have been
//! signed, countersigned, or tampered with.
//!
//! The metadata stream is left uncompressed, so reading needs no PDF parser: it looks for XMP packets. That is what
//! packets are for, and it leaves a hostile file nothing to break. What is read is a claim; whether it is the
//! finalised report is shown by the signatures and by the ledger, never by the facts alone.

use quick_xml::Reader;
use quick_xml::escape::{escape, resolve_predefined_entity};
use quick_xml::events::{BytesStart, Event};
use serde::{Deserialize, Serialize};

use crate::ReportError;
use crate::canvas::{Canvas, Outcome};
use crate::view::DocumentHead;

/// Namespace of the facts in XMP; its prefix is `hq`.
pub const NAMESPACE: &str = "urn:huiqian:report:1";

/// A PDF larger than this is no report.
const LARGEST_FILE: usize = 512 << 20;
/// An XMP packet larger than this is none of ours.
const LARGEST_PACKET: usize = 32 << 20;

/// Which document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// 季度考核确认单
    ConfirmationSheet,
    /// 季度考核与服务费结算报告
    SettlementReport,
    /// 服务费结算单
    FeeStatement,
    /// 季度考核通报
    RankingNotice,
    /// 月度考核表
    MonthSheet,
    /// 季度考核异议单
    ObjectionSlip,
    /// 到岗接收函
    ArrivalLetter,
    /// 信息安全协议
    SecurityAgreement,
    /// 安全生产承诺书
    SafetyPledge,
    /// 更换人员申请
    ReplacementRequest,
    /// 人员名册
    PersonnelRegister,
    /// 能力认证结果
    CertificationResult,
    /// 等级证书
    LevelCertificate,
    /// 工单档案
    TicketDossier,
    /// 文件目录
    DocumentIndex,
    /// 需求调研报告
    SurveyReport,
    /// 表单: any form, filled in or empty.
    Form,
    /// The look of one signature, to be placed into another document.
    SignatureAppearance,
}

impl ReportKind {
    /// Name of the document as it is printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::ConfirmationSheet => "季度考核确认单",
            Self::SettlementReport => "季度考核与服务费结算报告",
            Self::FeeStatement => "服务费结算单",
            Self::RankingNotice => "季度考核通报",
            Self::MonthSheet => "月度考核表",
            Self::ObjectionSlip => "季度考核异议单",
            Self::ArrivalLetter => "到岗接收函",
            Self::SecurityAgreement => "信息安全协议",
            Self::SafetyPledge => "安全生产承诺书",
            Self::ReplacementRequest => "更换人员申请",
            Self::PersonnelRegister => "人员名册",
            Self::CertificationResult => "能力认证结果",
            Self::LevelCertificate => "等级证书",
            Self::TicketDossier => "工单档案",
            Self::DocumentIndex => "文件目录",
            Self::SurveyReport => "需求调研报告",
            Self::Form => "表单",
            Self::SignatureAppearance => "数字签名",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::ConfirmationSheet => "confirmation-sheet",
            Self::SettlementReport => "settlement-report",
            Self::FeeStatement => "fee-statement",
            Self::RankingNotice => "ranking-notice",
            Self::MonthSheet => "month-sheet",
            Self::ObjectionSlip => "objection-slip",
            Self::ArrivalLetter => "arrival-letter",
            Self::SecurityAgreement => "security-agreement",
            Self::SafetyPledge => "safety-pledge",
            Self::ReplacementRequest => "replacement-request",
            Self::PersonnelRegister => "personnel-register",
            Self::CertificationResult => "certification-result",
            Self::LevelCertificate => "level-certificate",
            Self::TicketDossier => "ticket-dossier",
            Self::DocumentIndex => "document-index",
            Self::SurveyReport => "survey-report",
            Self::Form => "form",
            Self::SignatureAppearance => "signature-appearance",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        [
            Self::ConfirmationSheet,
            Self::SettlementReport,
            Self::FeeStatement,
            Self::RankingNotice,
            Self::MonthSheet,
            Self::ObjectionSlip,
            Self::ArrivalLetter,
            Self::SecurityAgreement,
            Self::SafetyPledge,
            Self::ReplacementRequest,
            Self::PersonnelRegister,
            Self::CertificationResult,
            Self::LevelCertificate,
            Self::TicketDossier,
            Self::DocumentIndex,
            Self::SurveyReport,
            Self::Form,
            Self::SignatureAppearance,
        ]
        .into_iter()
        .find(|kind| kind.code() == code)
    }
}

/// What a report says about itself to a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportFacts {
    /// Which document it is.
    pub kind: ReportKind,
    /// Number of the report.
    pub report_no: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// Whether it is formal or a draft.
    pub formal: bool,
    /// `2026Q3`; empty where the document is about no quarter.
    pub quarter: String,
    /// The unit it is about or that made it.
    pub unit: String,
    /// The installation that made it.
    pub origin: String,
    /// Hash of the journal entry that finalised the figures.
    pub journal_head: String,
    /// Short code to compare by telephone.
    pub check_code: String,
    /// The figures, as canonical JSON.
    pub figures: String,
}

/// The facts found in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFacts {
    /// In the file as it was first written, before anything was appended.
    pub original: ReportFacts,
    /// In the file as it is now. Differs from `original` only if somebody appended other facts.
    pub current: ReportFacts,
    /// How many times something was appended: one for each signature.
    pub appended: usize,
}

impl ReportFacts {
    fn of(head: &DocumentHead, kind: ReportKind) -> Self {
        Self {
            kind,
            report_no: head.report_no.clone(),
            revision: head.revision,
            formal: head.formal,
            quarter: head.quarter.clone(),
            unit: head.unit.clone(),
            origin: head.origin.clone(),
            journal_head: head.journal_hash.clone(),
            check_code: head.check_code.clone(),
            figures: head.figures_json.clone(),
        }
    }

    fn fields(&self) -> [(&'static str, String); 10] {
        [
            ("kind", self.kind.code().to_owned()),
            ("reportNo", self.report_no.clone()),
            ("revision", self.revision.to_string()),
            ("formal", self.formal.to_string()),
            ("quarter", self.quarter.clone()),
            ("unit", self.unit.clone()),
            ("origin", self.origin.clone()),
            ("journalHead", self.journal_head.clone()),
            ("checkCode", self.check_code.clone()),
            ("figures", self.figures.clone()),
        ]
    }
}

/// Finishes a document with its facts inside.
pub(crate) fn write(canvas: Canvas, head: &DocumentHead, kind: ReportKind) -> Result<Vec<u8>, ReportError> {
    let facts = ReportFacts::of(head, kind);
    let title = format!("{}{}（{}）", head.quarter_words, kind.title(), head.report_no);
    let offset = head.made_at.format("%z").to_string();
    let (hours, minutes) = offset.split_at(3);
    let made_at = format!("D:{}{hours}'{minutes}'", head.made_at.format("%Y%m%d%H%M%S"));
    let xmp = packet(&facts, &title, head);
    canvas.finish(&Outcome {
        title: &title,
        author: &head.unit,
        subject: kind.title(),
        made_at: &made_at,
        xmp: &xmp,
        identity: xmp.as_bytes(),
    })
}

/// XML text: what XML cannot hold is dropped, and line ends are kept from being folded. A percent sign is written as a
/// reference so that no text can look like the end of a PDF.
fn xml(text: &str) -> String {
    let allowed: String =
        text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t')).collect();
    let kept = allowed.replace(['\u{fffe}', '\u{ffff}'], "");
    escape(&kept).replace('%', "&#37;").replace('\r', "&#13;").replace('\n', "&#10;").replace('\t', "&#9;")
}

fn packet(facts: &ReportFacts, title: &str, head: &DocumentHead) -> String {
    use std::fmt::Write as _;
    let time = head.made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    let mut own = String::new();
    for (name, value) in facts.fields() {
        // Writing to a string cannot fail.
        let _ = writeln!(own, "   <hq:{name}>{}</hq:{name}>", xml(&value));
    }
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>慧签 · printpdf</pdf:Producer>
   <xmp:CreatorTool>慧签</xmp:CreatorTool>
   <xmp:CreateDate>{time}</xmp:CreateDate>
   <xmp:ModifyDate>{time}</xmp:ModifyDate>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:hq="{NAMESPACE}">
{own}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{feff}',
        title = xml(title),
        author = xml(&head.unit),
        subject = xml(facts.kind.title()),
    )
}

/// Reads a report's facts, from the file as it was first written and from the file as it is.
///
/// # Errors
/// [`ReportError::Unreadable`] when the file is no PDF, holds no facts of a report, or damaged ones.
pub fn read_facts(pdf: &[u8]) -> Result<FoundFacts, ReportError> {
    let unreadable = |reason: &str| ReportError::Unreadable { reason: reason.to_owned() };
    if pdf.len() > LARGEST_FILE {
        return Err(unreadable("larger than any report"));
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(unreadable("not a PDF"));
    }
    let ends = revision_ends(pdf);
    let first = *ends.first().ok_or_else(|| unreadable("no end of a PDF"))?;
    let mut original = None;
    let mut current = None;
    for (start, packet) in packets(pdf) {
        if !contains(packet, NAMESPACE.as_bytes()) {
            continue;
        }
        let facts = parse(packet)?;
        if start < first && original.is_none() {
            original = Some(facts.clone());
        }
        current = Some(facts);
    }
    match (original, current) {
        (Some(original), Some(current)) => Ok(FoundFacts { original, current, appended: ends.len() - 1 }),
        (None, Some(_)) => Err(unreadable("facts were added after the file was first written")),
        _ => Err(unreadable("it holds no facts of a report")),
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    find(bytes, wanted, 0).is_some()
}

/// Where `wanted` begins at or after `from`.
fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where each revision of the file ends: after every `startxref`, number, `%%EOF`.
fn revision_ends(pdf: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    while let Some(at) = find(pdf, b"startxref", from) {
        from = at + b"startxref".len();
        let tail = &pdf[from..pdf.len().min(from + 32)];
        let mut position = 0;
        let mut skip = |wanted: fn(&u8) -> bool| {
            let count = tail[position..].iter().take_while(|byte| wanted(byte)).count();
            position += count;
            (count, position)
        };
        let (space, _) = skip(u8::is_ascii_whitespace);
        let (digits, _) = skip(u8::is_ascii_digit);
        let (more, at) = skip(u8::is_ascii_whitespace);
        if space > 0 && digits > 0 && more > 0 && tail[at..].starts_with(b"%%EOF") {
            ends.push(from + at + 5);
        }
    }
    ends
}

/// All XMP packets with their places.
fn packets(pdf: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = find(pdf, b"<?xpacket begin", from)?;
        let end = find(pdf, b"<?xpacket end", start)?;
        from = end;
        Some((start, &pdf[start..end]))
    })
}

fn parse(packet: &[u8]) -> Result<ReportFacts, ReportError> {
    let unreadable = |reason: String| ReportError::Unreadable { reason };
    if packet.len() > LARGEST_PACKET {
        return Err(unreadable("metadata larger than any report's".into()));
    }
    let text = std::str::from_utf8(packet).map_err(|error| unreadable(error.to_string()))?;
    let mut reader = Reader::from_str(text);
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut open: Option<(String, String)> = None;
    loop {
        match reader.read_event().map_err(|error| unreadable(error.to_string()))? {
            Event::Start(tag) => open = own_name(&tag).map(|name| (name, String::new())),
            Event::Empty(tag) => fields.extend(own_name(&tag).map(|name| (name, String::new()))),
            Event::Text(piece) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&piece);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some((_, value)) = &mut open {
                    let character =
                        reference.resolve_char_ref().map_err(|error| unreadable(error.to_string()))?;
                    match character {
                        Some(character) => value.push(character),
                        None => {
                            let text = resolve_predefined_entity(&reference)
                                .ok_or_else(|| unreadable("an unknown entity".into()))?;
                            value.push_str(text);
                        }
                    }
                }
            }
            Event::End(_) => fields.extend(open.take()),
            Event::Eof => break,
            _ => {}
        }
    }
    let take = |name: &str| -> Result<String, ReportError> {
        let mut values = fields.iter().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) => Ok(value.clone()),
            (None, _) => Err(unreadable(format!("{name} is missing"))),
            _ => Err(unreadable(format!("{name} stands there twice"))),
        }
    };
    let kind = take("kind")?;
    let revision = take("revision")?;
    let formal = take("formal")?;
    Ok(ReportFacts {
        kind: ReportKind::of_code(&kind).ok_or_else(|| unreadable(format!("unknown kind {kind:?}")))?,
        report_no: take("reportNo")?,
        revision: revision.parse().map_err(|_| unreadable(format!("revision {revision:?}")))?,
        formal: formal.parse().map_err(|_| unreadable(format!("formal {formal:?}")))?,
        quarter: take("quarter")?,
        unit: take("unit")?,
        origin: take("origin")?,
        journal_head: take("journalHead")?,
        check_code: take("checkCode")?,
        figures: take("figures")?,
    })
}

fn own_name(tag: &BytesStart<'_>) -> Option<String> {
    let name = tag.name();
    name.as_ref().strip_prefix("hq:").map(str::to_owned)
}
