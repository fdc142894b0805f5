//! The facts for machines: written, read back, and asked for in files that mean harm.

use report::{
    ReportError, ReportKind, read_facts, render_confirmation, render_fee_statement, render_objection_slip,
    render_ranking_notice, render_settlement,
};

use crate::samples;
use crate::tools::fonts;

fn statement() -> Vec<u8> {
    render_fee_statement(&samples::fee_statement(true), fonts()).unwrap()
}

#[test]
fn facts_are_read_back_as_written() {
    let mut view = samples::settlement(false, 1);
    view.head.revision = 3;
    view.head.origin = "sc-<province>&\"01\"".into();
    view.head.figures_json = "{\"a\":\"1 < 2 & 3\",\"b\":\"100%%EOF\\n\",\n\t\"c\":\"\u{4dae}]]>\"}".into();
    let found = read_facts(&render_settlement(&view, fonts()).unwrap()).unwrap();
    assert_eq!(found.original, found.current);
    assert_eq!(found.appended, 0);
    let facts = found.original;
    assert_eq!(facts.kind, ReportKind::SettlementReport);
    assert_eq!(facts.report_no, view.head.report_no);
    assert_eq!(facts.revision, 3);
    assert!(!facts.formal);
    assert_eq!(facts.quarter, "2026Q3");
    assert_eq!(facts.unit, view.head.unit);
    assert_eq!(facts.origin, view.head.origin);
    assert_eq!(facts.journal_head, view.head.journal_hash);
    assert_eq!(facts.check_code, view.head.check_code);
    assert_eq!(facts.figures, view.head.figures_json);

    let sheet = render_confirmation(&samples::confirmation(true, 1), fonts()).unwrap();
    assert_eq!(read_facts(&sheet).unwrap().current.kind, ReportKind::ConfirmationSheet);
    let notice = render_ranking_notice(&samples::ranking(true), fonts()).unwrap();
    assert_eq!(read_facts(&notice).unwrap().current.kind, ReportKind::RankingNotice);
    let slip = render_objection_slip(&samples::objection_slip(), fonts()).unwrap();
    assert_eq!(read_facts(&slip).unwrap().current.kind, ReportKind::ObjectionSlip);
    let found = read_facts(&statement()).unwrap();
    assert_eq!(found.current.kind, ReportKind::FeeStatement);
    assert!(found.current.formal);
}

#[test]
fn what_is_appended_changes_the_current_facts_only() {
    let pdf = statement();
    let first = read_facts(&pdf).unwrap().original;

    let mut signed = pdf.clone();
    signed.extend_from_slice(
        b"\n9 0 obj\n<< /Type /Sig >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n12345\n%%EOF\n",
    );
    let found = read_facts(&signed).unwrap();
    assert_eq!((&found.original, &found.current, found.appended), (&first, &first, 1));

    let start = pdf.windows(15).position(|w| w == b"<?xpacket begin").unwrap();
    let end = pdf.windows(13).position(|w| w == b"<?xpacket end").unwrap();
    let other = String::from_utf8(pdf[start..end + 19].to_vec()).unwrap().replace("1060800.00", "9960800.00");
    let mut forged = pdf.clone();
    forged.extend_from_slice(other.as_bytes());
    forged.extend_from_slice(b"\nstartxref\r\n99\r\n%%EOF");
    let found = read_facts(&forged).unwrap();
    assert_eq!(found.original, first);
    assert!(found.current.figures.contains("9960800.00"));
    assert_eq!(found.appended, 1);
}

#[test]
fn files_that_mean_harm_are_refused_and_never_stop_the_program() {
    let unreadable = |pdf: &[u8]| match read_facts(pdf) {
        Err(ReportError::Unreadable { reason }) => reason,
        other => panic!("{other:?}"),
    };
    unreadable(b"");
    unreadable(b"%PDF-1.7");
    unreadable(b"not a pdf at all, startxref\n1\n%%EOF");
    unreadable(b"%PDF-1.7\nstartxref\n1\n%%EOF");

    let begin = "%PDF-1.7\n<?xpacket begin?><a xmlns:hq=\"urn:huiqian:report:1\">";
    let end = "</a><?xpacket end?>\nstartxref\n1\n%%EOF";
    for inside in [
        "",
        "<hq:kind>settlement-report</hq:kind>",
        "<hq:kind>&bomb;</hq:kind>",
        "<hq:kind>&#xFFFFFFFF;</hq:kind>",
        "<hq:kind><hq:kind><hq:kind>",
        "</b></c></d>",
        "<hq:revision>99999999999999999999</hq:revision>",
        "<![CDATA[<hq:kind>]]>",
        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>",
    ] {
        unreadable(format!("{begin}{inside}{end}").as_bytes());
    }
    let deep = "<hq:a>".repeat(200_000);
    unreadable(format!("{begin}{deep}{end}").as_bytes());
    let twice = statement();
    let twice =
        String::from_utf8_lossy(&twice).replace("<hq:revision>", "<hq:revision>1</hq:revision><hq:revision>");
    assert!(unreadable(twice.as_bytes()).contains("twice"));

    // Only facts that were there when the file was first written count as its own.
    let pdf = statement();
    let start = pdf.windows(15).position(|w| w == b"<?xpacket begin").unwrap();
    let end = pdf.windows(13).position(|w| w == b"<?xpacket end").unwrap();
    let mut late = b"%PDF-1.7\nstartxref\n1\n%%EOF\n".to_vec();
    late.extend_from_slice(&pdf[start..end + 19]);
    late.extend_from_slice(b"\nstartxref\n1\n%%EOF\n");
    assert!(unreadable(&late).contains("added"));
}

#[test]
fn a_cut_or_changed_file_never_stops_the_program() {
    let pdf = statement();
    for cut in (0..pdf.len()).step_by(613) {
        let _ = read_facts(&pdf[..cut]);
    }
    let start = pdf.windows(15).position(|w| w == b"<?xpacket begin").unwrap();
    let end = pdf.windows(13).position(|w| w == b"<?xpacket end").unwrap();
    let mut chance = 0x2545_f491_u32;
    let mut read = 0;
    for _ in 0..2_000 {
        let mut changed = pdf[start - 64..end + 64].to_vec();
        changed.splice(0..0, b"%PDF-1.7\n".iter().copied());
        changed.extend_from_slice(b"startxref\n1\n%%EOF\n");
        for _ in 0..3 {
            chance ^= chance << 13;
            chance ^= chance >> 17;
            chance ^= chance << 5;
            let at = chance as usize % changed.len();
            changed[at] = (chance >> 24) as u8;
        }
        read += usize::from(read_facts(&changed).is_ok());
    }
    // Most changes hit other parts of the packet or only the value of a fact; some break it.
    assert!(read > 0 && read < 2_000, "{read}");
}
