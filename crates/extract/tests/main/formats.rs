//! The text of files of each kind, with its places.

use crate::files::{document, docx, package, pptx, relations};
use crate::pdfs;
use docx_rs::{Docx, Footer, Header, Paragraph, Run, Table, TableCell, TableRow};
use extract::{Contents, Kind, Limits, Place, Unreadable, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::Cursor;

fn whole(bytes: &[u8]) -> Contents {
    read(bytes, &Limits::default()).unwrap()
}

fn texts(contents: &Contents) -> Vec<&str> {
    contents.parts.iter().map(|part| part.text.as_str()).collect()
}

#[test]
fn a_word_document_has_paragraphs_whose_words_may_change_their_typeface() {
    let mut file = Cursor::new(Vec::new());
    Docx::new()
        .header(Header::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("内部资料"))))
        .footer(Footer::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("第一页"))))
        .add_paragraph(
            Paragraph::new()
                .add_run(Run::new().add_text("核心网割"))
                .add_run(Run::new().bold().add_text("接方案 & 计划")),
        )
        .add_paragraph(Paragraph::new())
        .add_table(Table::new(vec![TableRow::new(vec![
            TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("带宽"))),
            TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("100M"))),
        ])]))
        .build()
        .pack(&mut file)
        .unwrap();
    let found = whole(&file.into_inner());
    assert_eq!(found.kind, Kind::Docx);
    assert!(!found.cut);
    let main: Vec<_> = found.parts.iter().filter(|part| part.place != Place::Beside).collect();
    assert_eq!(main[0].text, "核心网割接方案 & 计划");
    assert_eq!(main[0].place, Place::Paragraph { paragraph: 1 });
    assert_eq!((main[1].text.as_str(), &main[1].place), ("带宽", &Place::Paragraph { paragraph: 2 }));
    assert_eq!(main[2].text, "100M");
    let mut beside: Vec<_> = texts(&found)[3..].to_vec();
    beside.sort_unstable();
    assert_eq!(beside, ["内部资料", "第一页"]);
}

#[test]
fn deleted_words_and_what_stands_twice_are_left_out_and_text_boxes_read() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t xml:space=\"preserve\"> 丙&#x4E01;</w:t></w:r>\
        <w:del><w:r><w:delText>删去</w:delText></w:r></w:del>\
        <mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>";
    assert_eq!(texts(&whole(&docx(body))), ["框内", "甲\t乙\n 丙丁"]);
}

#[test]
fn what_lies_outside_a_document_is_not_looked_for() {
    let file = package(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", &document("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")),
        (
            "word/_rels/document.xml.rels",
            &relations(&[("rId1", "header", "http://example.invalid/header.xml")]),
        ),
    ]);
    assert_eq!(texts(&whole(&file)), ["正文"]);
}

#[test]
fn a_spreadsheet_has_rows_with_numbers_days_and_texts() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("点位").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_string(0, 0, "站点").unwrap();
    sheet.write_string(0, 2, "带宽").unwrap();
    sheet.write_string(4, 1, "成都\n高新").unwrap();
    sheet.write_number(4, 2, 100).unwrap();
    sheet.write_number(4, 3, 0.15).unwrap();
    sheet.write_datetime_with_format(4, 4, ExcelDateTime::from_ymd(2026, 10, 8).unwrap(), &day).unwrap();
    sheet.write_boolean(4, 6, true).unwrap();
    let second = book.add_worksheet().set_name("报价").unwrap();
    second.write_formula(1, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    book.add_worksheet().set_name("空").unwrap();
    let found = whole(&book.save_to_buffer().unwrap());
    assert_eq!(found.kind, Kind::Xlsx);
    assert_eq!(texts(&found), ["站点\t\t带宽", "\t成都 高新\t100\t0.15\t2026-10-08\t\tTRUE", "2"]);
    assert_eq!(found.parts[1].place, Place::Row { sheet: "点位".into(), row: 5 });
    assert_eq!(found.parts[2].place, Place::Row { sheet: "报价".into(), row: 2 });
}

#[test]
fn a_spreadsheet_of_another_program_has_its_texts_in_the_cells() {
    let rels = relations(&[("rId1", "worksheet", "worksheets/sheet1.xml")]);
    let file = package(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        ("xl/_rels/workbook.xml.rels", &rels),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><r><t>光</t></r><r><t>纤</t></r></is></c><c r=\"XFD3\"><v>7</v></c></row></sheetData></worksheet>",
        ),
    ]);
    let found = whole(&file);
    assert_eq!(found.parts.len(), 1);
    assert!(found.parts[0].text.starts_with("\t光纤\t"), "{:?}", found.parts[0].text.get(..20));
    assert!(found.parts[0].text.ends_with("\t7"));
    assert!(found.parts[0].text.len() < 300, "empty cells cost next to nothing");
}

#[test]
fn slides_come_in_the_order_in_which_they_are_shown_with_the_speakers_notes() {
    let found = whole(&pptx());
    assert_eq!(found.kind, Kind::Pptx);
    assert_eq!(texts(&found), ["智慧园区\nR&D", "建设方案", "讲到造价时停一下"]);
    assert_eq!(found.parts[0].place, Place::Slide { slide: 1 });
    assert_eq!(found.parts[1].place, Place::Slide { slide: 2 });
    assert_eq!(found.parts[2].place, Place::Notes { slide: 2 });
}

#[test]
fn a_web_page_has_what_is_read_of_it() {
    let page = "<!DOCTYPE html><html><head><title>周报</title><style>.x{color:red}</style><script>var a='<p>暗</p>';</script></head>\
        <body><p>第一段，<b>加粗</b>的字 &amp; &lt;括号&gt;&nbsp;</p><table><tr><td>甲</td><td>乙</td></tr></table><!-- 注释 --><p>第二<br>段";
    let found = whole(page.as_bytes());
    assert_eq!(found.kind, Kind::Html);
    assert_eq!(texts(&found), ["周报", "第一段，加粗的字 & <括号>", "甲\t\t乙", "第二", "段"]);
    assert_eq!(found.parts[2].place, Place::Paragraph { paragraph: 3 });
    let (old, _, _) = encoding_rs::GBK.encode("<html><meta charset=gb2312><body>售前支撑</body></html>");
    assert_eq!(texts(&whole(&old)), ["售前支撑"]);
}

#[test]
fn plain_text_is_read_in_its_own_encoding() {
    let text = "会议记录\r\n\r\n一、割接方案；二、造价（含税）。价格 12,000 元\r\n";
    let utf16 = |big: bool| -> Vec<u8> {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(unit).collect()
    };
    let marked = |big| [if big { vec![0xfe, 0xff] } else { vec![0xff, 0xfe] }, utf16(big)].concat();
    let gbk = encoding_rs::GBK.encode(text).0.into_owned();
    let gb18030 = encoding_rs::GB18030.encode(&format!("{text}㐀𠮷")).0.into_owned();
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16LE", marked(false)),
        ("UTF-16BE", marked(true)),
        ("UTF-16LE without a mark", utf16(false)),
        ("UTF-16BE without a mark", utf16(true)),
        ("GBK", gbk),
        ("GB 18030", gb18030),
    ] {
        let found = whole(&bytes);
        assert_eq!(found.kind, Kind::Text, "{name}");
        assert!(
            found.parts[0].text.starts_with("会议记录\n\n一、割接方案；二、造价（含税）。价格 12,000 元"),
            "{name}: {found:?}"
        );
        assert_eq!(found.parts[0].place, Place::Line { line: 1 });
    }
    let table: String = (1..=200).map(|row| format!("站点{row},100M\n")).collect();
    let found = whole(table.as_bytes());
    assert!(found.parts.len() > 1);
    let Place::Line { line } = found.parts[1].place else { panic!("{:?}", found.parts[1]) };
    assert!(found.parts[1].text.starts_with(&format!("站点{line},100M")), "the first line of the part");
}

#[test]
fn a_pdf_has_pages_with_lines_as_they_stand() {
    let found = whole(&pdfs::pages(&[
        "BT /F1 12 Tf 72 700 Td <4E0052327B7E> Tj 0 -16 Td [<6838> -20 <5FC3>] TJ ET",
        "BT /F2 12 Tf 72 700 Td (VPN) Tj 60 0 Td (leased) Tj 0 -14 Td (line) Tj ET",
    ]));
    assert_eq!(found.kind, Kind::Pdf);
    assert_eq!(texts(&found), ["一割签\n核心", "VPN leased\nline"]);
    assert_eq!(found.parts[1].place, Place::Page { page: 2 });
}

#[test]
fn a_page_whose_words_are_placed_letter_by_letter_has_words() {
    // Courier's letters are 600 thousandths wide: 7.2 points at 12.
    let letters =
        "BT /F2 12 Tf 1 0 0 1 72 700 Tm (V) Tj 1 0 0 1 79.2 700 Tm (P) Tj 1 0 0 1 86.4 700 Tm (N) Tj ET";
    let turned = "q 0.24 0 0 -0.24 0 792 cm BT /F2 50 Tf 1 0 0 -1 300 900 Tm (V) Tj 30 0 Td (P) Tj ET Q q 0.24 0 0 -0.24 0 792 cm BT /F2 50 Tf 1 0 0 -1 360 900 Tm (N) Tj ET Q";
    let soft = "BT /F1 12 Tf 72 700 Td <4E0000AD> Tj 0 -14 Td <4E01> Tj ET";
    let found = whole(&pdfs::pages(&[letters, turned, soft]));
    assert_eq!(texts(&found), ["VPN", "VPN", "一丁"], "divided by a sign for that alone");
}

#[test]
fn what_a_page_paints_from_elsewhere_is_read_and_a_font_may_use_a_table_of_old() {
    let found = whole(&pdfs::with_form("BT /F3 12 Tf 10 10 Td <B8EEBDD3> Tj ET"));
    assert_eq!(texts(&found), ["割接"]);
}

#[test]
fn what_has_no_text_says_why() {
    for (name, bytes, reason) in [
        ("nothing", Vec::new(), Unreadable::Empty),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Unreadable::UnknownKind),
        ("a scanned page", pdfs::pages(&["q 100 0 0 100 0 0 cm Q"]), Unreadable::NoText),
        ("blanks", b" \n\t\n".to_vec(), Unreadable::NoText),
        ("an old document", pdfs::old_office("WordDocument"), Unreadable::OldOffice),
        (
            "an encrypted spreadsheet",
            include_bytes!("../../../../tests/fixtures/encrypted.xlsx").to_vec(),
            Unreadable::Encrypted,
        ),
        ("an encrypted PDF", pdfs::encrypted("secret"), Unreadable::Encrypted),
        ("any zip", package(&[("a.txt", "甲")]), Unreadable::UnknownKind),
        ("half a zip", docx("<w:p/>")[..200].to_vec(), Unreadable::Damaged),
        (
            "half a PDF",
            {
                let whole = pdfs::pages(&["BT ET"]);
                whole[..whole.len() / 2].to_vec()
            },
            Unreadable::Damaged,
        ),
        ("bytes", (0..=255).cycle().take(4096).collect(), Unreadable::UnknownKind),
    ] {
        assert_eq!(read(&bytes, &Limits::default()), Err(reason), "{name}");
    }
    let open = whole(&pdfs::encrypted(""));
    assert_eq!(texts(&open), ["VPN"], "one that only forbids to print opens without a password");
}
