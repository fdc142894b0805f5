//! The file of a made-up bid. Deterministic, like the other samples.

use report::view::*;

use crate::samples::head;

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.into(), text: text.into() }
}

fn part(part: &str, state: &str, note: &str) -> TicketPartLine {
    TicketPartLine { part: part.into(), state: state.into(), note: note.into() }
}

fn act(at: &str, act: &str, by: &str, text: &str) -> TicketActLine {
    TicketActLine { at: at.into(), act: act.into(), by: by.into(), text: text.into() }
}

fn file(category: &str, what: &str, nth: u8) -> TicketFileLine {
    TicketFileLine {
        category: category.into(),
        what: what.into(),
        from: format!("2026-10-1{nth} 09:30:00\n陈思远"),
        size: format!("{} KB", u32::from(nth) * 137),
        hash: format!("{nth:02x}").repeat(32),
    }
}

pub fn ticket_dossier() -> TicketDossier {
    let mut head = head(true, "成都分公司");
    head.report_no = "CD-202610-0012".into();
    head.quarter = String::new();
    head.quarter_words = String::new();
    head.classification = Classification::Internal;
    head.figures_json = r#"{"kind":"ticketDossier","ticket":"CD-202610-0012"}"#.into();
    let day = |day: &str, counted: &str| TicketDay { day: day.into(), counted: counted.into() };
    TicketDossier {
        head,
        title: "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目投标支撑".into(),
        state: "待办结（确认和归档）".into(),
        facts: vec![
            named("工单类型", "投标支撑"),
            named("客户", "某市城市管理行政执法局"),
            named("申请人", "罗海燕 13800001111"),
            named("受理渠道", "电话"),
            named("紧急程度", "紧急"),
            named("复杂程度", "复杂"),
            named("第一责任人", "张伟 QT0001"),
            named("第二责任人", "欧阳晓燕 QT0061"),
            named("受理日期", "2026-10-12"),
            named("原定完成日期", "2026-10-16"),
            named("商定完成日期", "—"),
            named("完成期限", "2026-10-20"),
            named("交付日期", "2026-10-19"),
            named("客户认可日期", "—"),
            named("结束日期", "—"),
        ],
        hands: vec![
            named("现由谁负责", "张伟 QT0001（第一责任人）"),
            named(
                "转第二责任人",
                "欧阳晓燕，2026-10-14 至 2026-10-15，2026-10-14 接办，2026-10-15 交回\n内容：答复招标方对专线部分的提问\n范围：仅专线",
            ),
            named("抄送", "吴主任、刘工"),
        ],
        fields: vec![
            named("投标截止日", "2026-10-22"),
            named("招标编号", "SCZC-2026-118"),
            named("分工", "第一标段云平台由张伟主笔；第二标段专线和安全由欧阳晓燕主笔，报价单列。"),
        ],
        missing: vec!["申请人评价".into()],
        terms: [
            ("响应", "2026-10-13", "2026-10-12", "按时"),
            ("审核申请", "2026-10-19", "2026-10-15", "按时"),
            ("交付", "2026-10-20", "2026-10-19", "按时"),
        ]
        .map(|(term, due_on, done_on, standing)| TicketTermLine {
            term: term.into(),
            due_on: due_on.into(),
            done_on: done_on.into(),
            standing: standing.into(),
        })
        .to_vec(),
        days: vec![
            day("2026-10-12", "起算日，不计入"),
            day("2026-10-13", "第 1 个工作日"),
            day("2026-10-14", "等待，不计入：等客户提供机房平面图"),
            day("2026-10-15", "等待，不计入：等客户提供机房平面图"),
            day("2026-10-16", "第 2 个工作日"),
            day("2026-10-17", "第 3 个工作日（补班）"),
            day("2026-10-18", "周末，不计入"),
        ],
        steps: vec![part("招标文件分析", "已完成", ""), part("分析汇报材料", "已完成", "")],
        parts: vec![
            part("招标文件分析汇报材料", "已提交", "2026-10-13"),
            part("现场演示环境", "不适用", "招标文件不要求演示"),
        ],
        records: vec![TicketRecordLine {
            on: "2026-10-13".into(),
            kind: "内部讨论".into(),
            text: "参加人员：罗海燕、张伟、欧阳晓燕\n讨论结果：按两个标段准备，云资源报价单列".into(),
            by: "陈思远".into(),
        }],
        audits: vec![
            TicketAuditLine {
                round: "第 1 轮".into(),
                asked_on: "2026-10-15".into(),
                outcome: "2026-10-16 有不符合的地方\n商务偏离表缺第3项".into(),
                by: "陈主任，快文2026-77".into(),
            },
            TicketAuditLine {
                round: "第 2 轮".into(),
                asked_on: "2026-10-17（超过规定时间）".into(),
                outcome: "2026-10-17 认可".into(),
                by: "陈主任，快文2026-79".into(),
            },
        ],
        marks: ["响应及时", "完成质量", "专业能力", "服务态度"].map(|name| named(name, "5 分")).to_vec(),
        acts: vec![
            act("2026-10-12 09:12:40", "登记工单", "陈思远", ""),
            act("2026-10-12 09:20:05", "分派工单", "陈思远", ""),
            act("2026-10-14 08:40:11", "登记等待", "陈思远", "等客户提供机房平面图"),
            act("2026-10-19 17:02:33", "确认完成", "陈思远", "正副本已签收\n代录：罗海燕，依据 微信确认"),
        ],
        files: vec![
            file("成果", "招标文件分析汇报材料，第 1 版（已被替换或撤回）", 3),
            file("成果", "招标文件分析汇报材料，第 2 版", 4),
            file("送审文件", "第 1 轮送审（已被替换或撤回）", 5),
            file("代录依据", "确认完成", 9),
        ],
    }
}
