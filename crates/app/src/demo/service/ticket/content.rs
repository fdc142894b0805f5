//! What is written on tickets, type by type.

use super::super::calendar;
use super::Ticket;
use chrono::NaiveDate;
use std::collections::BTreeMap;

type Fields = BTreeMap<String, String>;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

/// What a type asks for when it is registered.
pub(super) fn at_start(ticket: &Ticket, today: NaiveDate) -> Fields {
    let one = |of: &[&'static str]| of[ticket.turn % of.len()];
    match ticket.kind {
        "opportunity" => {
            let classes = ["信息化集成", "网络与专线", "云与数据中心", "物联网", "网络安全"];
            fields(&[("class", one(&classes)), ("manager", &ticket.requester)])
        }
        "solution" => fields(&[("leasedLines", one(&["no", "no", "yes"]))]),
        "bid" => fields(&[("tenderDeadline", &calendar::after(today, 14).to_string())]),
        "bidOnSite" => fields(&[("organiser", one(&["市（州）分公司", "重要客户中心"])), ("demo", "no")]),
        "other" => {
            let subjects =
                ["市场竞争对手分析", "各类产品优劣势分析", "潜在合作伙伴信息收集", "售中技术支持", "培训"];
            fields(&[("subject", one(&subjects))])
        }
        "support" => fields(&[("content", "请派人协助核实现网条件，给出接入方案。")]),
        _ => Fields::new(),
    }
}

/// What is filled in as the work goes on.
pub(super) fn at_work(kind: &str, today: NaiveDate) -> Fields {
    let today = today.to_string();
    match kind {
        "opportunity" => fields(&[
            ("source", "客户主动咨询"),
            ("ictEnteredOn", &today),
            ("ictNo", &format!("ICT-{}", today.replace('-', ""))),
        ]),
        "analysis" => fields(&[
            ("difficulties", "业务系统不能长时间中断。"),
            ("keyPoints", "数据迁移和专线割接的次序。"),
            ("needs", "扩容、接入和三年运维。"),
            ("business", "互联网专线\n移动云"),
        ]),
        "bidOnSite" => fields(&[("heldOn", &today), ("place", "市公共资源交易中心"), ("result", "尚未公布")]),
        "support" => fields(&[("feasibility", "可行"), ("difficulty", "中")]),
        _ => Fields::new(),
    }
}

/// What a record holds.
pub(super) fn record(kind: &str) -> Fields {
    match kind {
        "exchange" => fields(&[
            ("level", "中层"),
            ("ours", "客户经理、支撑人员"),
            ("theirs", "信息科科长、系统管理员"),
            ("topics", "现网情况、建设目标和投资估算。"),
        ]),
        "action" => fields(&[
            ("problem", "分支机构访问业务系统慢。"),
            ("solution", "增加专线并调整路由。"),
            ("result", "测试通过，时延下降一半。"),
        ]),
        "training" => fields(&[
            ("whom", "客户"),
            ("content", "视频会议系统使用和日常维护"),
            ("number", "18"),
            ("people", "信息科和各科室联络员"),
            ("result", "现场考核全部通过，发放操作手册。"),
        ]),
        _ => fields(&[("people", "客户经理、支撑人员、产品经理"), ("result", "按客户要求调整后提交。")]),
    }
}

/// Marks of a rating: mostly good, now and then a low one with its reason.
pub(super) fn rating(turn: usize) -> (BTreeMap<String, u8>, Option<String>) {
    let marks: [u8; 4] = match turn % 23 {
        0 => [2, 3, 3, 4],
        1..6 => [4, 4, 4, 5],
        6..10 => [4, 5, 4, 4],
        _ => [5, 5, 5, 5],
    };
    let low = marks.iter().any(|mark| *mark < 3);
    let questions = ["response", "quality", "expertise", "attitude"];
    let marks = questions.into_iter().map(str::to_owned).zip(marks).collect();
    (marks, low.then(|| "首次响应晚，催办两次。".to_owned()))
}
