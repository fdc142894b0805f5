//! The papers of an arrival. What they say is a proposal in our own words, and says so: the parties may sign their own
//! text instead and file that.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Flow, made_at_words};
use crate::medium::Medium;
use crate::view::{ArrivalPaper, ArrivalPaperKind};
use crate::word::Word;

/// Prints one paper of an arrival: letter, security agreement or safety pledge.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_arrival_paper(paper: &ArrivalPaper, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &paper.head, kind(paper.kind));
    write(paper, &mut flow);
    flow.finish()
}

/// The same as a Word file.
///
/// # Errors
/// [`ReportError::Drawing`] where the file cannot be packed.
pub fn arrival_paper_word(paper: &ArrivalPaper) -> Result<Vec<u8>, ReportError> {
    let mut word = Word::new(&paper.head, kind(paper.kind));
    write(paper, &mut word);
    word.finish()
}

fn kind(kind: ArrivalPaperKind) -> ReportKind {
    match kind {
        ArrivalPaperKind::Letter => ReportKind::ArrivalLetter,
        ArrivalPaperKind::SecurityAgreement => ReportKind::SecurityAgreement,
        ArrivalPaperKind::SafetyPledge => ReportKind::SafetyPledge,
    }
}

fn write(paper: &ArrivalPaper, flow: &mut impl Medium) {
    let head = &paper.head;
    flow.centred(kind(paper.kind).title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&format!("编号：{}", head.report_no), Face::Song, 10.5);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    let or_none = |text: &'_ str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let (post, skills, manager) = (or_none(&paper.post), or_none(&paper.skills), or_none(&paper.manager));
    flow.pairs(&[("用人单位", &head.unit), ("甲方", &head.client), ("乙方", &head.provider)]);
    flow.join_tables();
    flow.pairs_of_two(&[
        ["姓名", &paper.name, "工号", &paper.staff_no],
        ["岗位", &post, "管理人", &manager],
        ["到岗日期", &paper.arrives_on, "试用期", &paper.probation],
        ["技能", &skills, "生成时间", &made_at],
    ]);
    flow.gap(2.5);
    let (opening, points) = match paper.kind {
        ArrivalPaperKind::Letter => letter(paper),
        ArrivalPaperKind::SecurityAgreement => security(paper),
        ArrivalPaperKind::SafetyPledge => safety(paper),
    };
    flow.paragraph(&opening);
    flow.list(points.into_iter().map(Cow::Owned));
    flow.note("以上条款为建议文本。双方已有约定文本的，可以改签该文本，登记时附其扫描件。");

    flow.section("签署");
    if paper.kind != ArrivalPaperKind::Letter {
        flow.pairs_of_two(&[["支撑人员签名", "\n\n", "签名日期", "\n\n"]]);
        flow.gap(2.0);
    }
    flow.signature_blocks("", &paper.client_signatory, &paper.provider_signatory, (16.0, 34.0));
}

/// The engineer with staff number, as sentences name them.
fn person(paper: &ArrivalPaper) -> String {
    format!("{}（工号 {}）", paper.name, paper.staff_no)
}

fn letter(paper: &ArrivalPaper) -> (String, Vec<String>) {
    let unit = &paper.head.unit;
    let opening = format!(
        "乙方派售前支撑人员{}到{unit}工作，{unit}于 {} 接收其到岗。双方说明如下：",
        person(paper),
        paper.arrives_on
    );
    let manager = if paper.manager.is_empty() {
        "用人单位在本函签署后指定一名管理人，安排其日常工作。".to_owned()
    } else {
        format!("{}为管理人，安排其日常工作。", paper.manager)
    };
    let points = vec![
        manager,
        "试用期从本函签署之日算起，为一个自然月；用人单位逐日记录工作情况，当月考核注明“试用”。".into(),
        "试用考核的分数不达标的，用人单位可以书面要求乙方换人，并附考核与工作记录。".into(),
        "到岗后服从用人单位的作息和考勤安排，请假事先取得管理人同意。".into(),
        "接触客户资料以前，须签署信息安全协议；进入机房和施工现场以前，须签署安全生产承诺书。".into(),
        "本函由双方签署后生效，各执一份；用人单位登记编号和日期并存扫描件。".into(),
    ];
    (opening, points)
}

fn security(paper: &ArrivalPaper) -> (String, Vec<String>) {
    let opening = format!("{}在{}工作期间会接触客户和企业的资料，三方约定：", person(paper), paper.head.unit);
    let points = [
        "客户资料、报价、方案、账号和内部文件只用于本岗位的工作，不告诉无关的人，也不发到网上。",
        "资料只存放在指定的系统和设备里；不用私人邮箱、网盘和聊天软件传送。",
        "账号本人使用，口令不外借；发现口令泄露或设备丢失，当天报告管理人。",
        "发现资料外泄的，立刻停止传播、保留证据，并配合甲方查清情况。",
        "离岗时交还全部资料和设备，删除自己保存的副本，账号同日停用。",
        "保密责任在离岗以后继续有效；因违反约定造成损失的，由责任方依法承担。",
    ];
    (opening, points.map(str::to_owned).to_vec())
}

fn safety(paper: &ArrivalPaper) -> (String, Vec<String>) {
    let opening = format!("本人{}到{}工作，承诺：", person(paper), paper.head.unit);
    let points = [
        "上岗以前参加安全教育，知道工作场所的危险点和逃生路线。",
        "进入机房、基站和施工现场，先取得许可，佩戴规定的防护用品，不单独作业。",
        "不动用与自己工作无关的设备、线路和阀门；用电、动火、登高按现场规定办理。",
        "出差和驾车遵守交通法规，不酒后驾车，不疲劳驾车。",
        "发现隐患先停下工作，马上报告；不执行危及人身安全的安排。",
        "发生事故先救人，保护现场，当天如实上报用人单位和乙方。",
    ];
    (opening, points.map(str::to_owned).to_vec())
}
