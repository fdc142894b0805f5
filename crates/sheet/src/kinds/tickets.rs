//! Tickets (工单): taken in to register them, given out with where they stand.

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::UnitCode;
use domain::ticket::{Channel, Complexity, Urgency};

/// One ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketRow {
    /// 工单号; `None` of one that is not registered yet.
    pub ticket: Option<String>,
    /// 单位代码.
    pub unit: UnitCode,
    /// 类型, as users read it.
    pub kind: String,
    /// 标题.
    pub title: String,
    /// 客户.
    pub customer: Option<String>,
    /// 申请人; `None` where the name was erased.
    pub requester: Option<String>,
    /// 申请人电话.
    pub phone: Option<String>,
    /// 受理渠道.
    pub channel: Channel,
    /// 紧急程度.
    pub urgency: Urgency,
    /// 复杂程度.
    pub complexity: Complexity,
    /// 受理日期.
    pub received_on: NaiveDate,
    /// 要求完成日期.
    pub due_on: Option<NaiveDate>,
    /// 工单内容, a field a line: its label, a colon, its text.
    pub fields: Option<String>,
    /// Where it stands. Given out, and not taken in.
    pub standing: TicketStandingCells,
}

/// Where a ticket stands, as it is given out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketStandingCells {
    /// 状态.
    pub state: Option<String>,
    /// 第一责任人.
    pub first: Option<String>,
    /// 第二责任人.
    pub second: Option<String>,
    /// 完成期限.
    pub due_on: Option<NaiveDate>,
    /// 交付日期.
    pub delivered_on: Option<NaiveDate>,
    /// 结束日期.
    pub closed_on: Option<NaiveDate>,
    /// 期限情况: 按时, 已超时 2 个工作日.
    pub standing: Option<String>,
}

/// The kind `tickets`.
#[derive(Clone, Copy, Debug)]
pub struct Tickets;

const CHANNELS: [(Channel, &str, &str); 7] = [
    (Channel::Phone, "电话", "phone"),
    (Channel::Mail, "邮件", "mail"),
    (Channel::Platform, "在线平台", "platform"),
    (Channel::VideoMeeting, "视频会议", "videoMeeting"),
    (Channel::OnSite, "现场", "onSite"),
    (Channel::Fax, "传真", "fax"),
    (Channel::Chat, "在线聊天", "chat"),
];
const URGENCIES: [(Urgency, &str, &str); 3] = [
    (Urgency::Critical, "特急", "critical"),
    (Urgency::Urgent, "紧急", "urgent"),
    (Urgency::Normal, "一般", "normal"),
];
const COMPLEXITIES: [(Complexity, &str, &str); 3] = [
    (Complexity::Simple, "简单", "simple"),
    (Complexity::Ordinary, "一般", "ordinary"),
    (Complexity::Complex, "复杂", "complex"),
];

fn words<T>(of: &[(T, &'static str, &str)]) -> Shape {
    Shape::Choice(of.iter().map(|(_, chinese, _)| *chinese).collect())
}

fn written<T: Copy + PartialEq>(value: T, of: &[(T, &str, &str)]) -> Out {
    Out::text(of.iter().find(|(known, ..)| *known == value).map(|(_, chinese, _)| chinese))
}

impl Kind for Tickets {
    type Row = TicketRow;

    fn sheet_name(&self) -> &'static str {
        "工单"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let told =
            |key, heading, shape| Column::new(key, heading, Optional, shape, "导出时填写，导入时不读。");
        vec![
            Column::new(
                "ticket",
                "工单号",
                Optional,
                Shape::Text(10),
                "新登记的不填，由程序编号；已登记的原样留着，不会改动。",
            ),
            Column::new("unit", "单位代码", Required, Shape::Text(8), "所在用人单位的代码，须已在单位表中。"),
            Column::new(
                "kind",
                "工单类型",
                Required,
                Shape::Text(8),
                "如“投标支撑”，与登记工单时的类型相同。",
            ),
            Column::new("title", "标题", Required, Shape::Text(24), "用一句话说明需求，不超过 100 字。"),
            Column::new("customer", "客户", Optional, Shape::Text(16), "与客户有关的类型必填。"),
            Column::new("requester", "申请人", Optional, Shape::Text(8), "姓名；新登记的必填。"),
            Column::new("phone", "申请人电话", Optional, Shape::Text(10), "可不填。"),
            Column::new("channel", "受理渠道", Optional, words(&CHANNELS), "空着的按“电话”。"),
            Column::new("urgency", "紧急程度", Optional, words(&URGENCIES), "空着的按“一般”。"),
            Column::new("complexity", "复杂程度", Optional, words(&COMPLEXITIES), "空着的按“一般”。"),
            Column::new("received_on", "受理日期", Required, Shape::Date, "如 2026-10-12，不晚于今天。"),
            Column::new(
                "due_on",
                "要求完成日期",
                Optional,
                Shape::Date,
                "工作日；不填的，分派时按类型的天数算。",
            ),
            Column::new(
                "fields",
                "工单内容",
                Optional,
                Shape::Text(24),
                "一行一项，写成“名称：内容”，如“投标截止日：2026-12-18”；名称与登记工单时相同。",
            ),
            told("state", "状态", Shape::Text(6)),
            told("first", "第一责任人", Shape::Text(8)),
            told("second", "第二责任人", Shape::Text(8)),
            told("term", "完成期限", Shape::Date),
            told("delivered_on", "交付日期", Shape::Date),
            told("closed_on", "结束日期", Shape::Date),
            told("standing", "期限情况", Shape::Text(12)),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["unit", "kind", "title", "customer", "received_on"]
    }

    // What is registered is not changed by a file: the rest of such a row only helps the reader.
    fn beside(&self) -> &'static [&'static str] {
        &[
            "ticket",
            "requester",
            "phone",
            "channel",
            "urgency",
            "complexity",
            "due_on",
            "fields",
            "state",
            "first",
            "second",
            "term",
            "delivered_on",
            "closed_on",
            "standing",
        ]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<TicketRow> {
        let ticket = row.optional("ticket", cell::short_text);
        let unit = row.required("unit", cell::unit_code);
        let kind = row.required("kind", cell::short_text);
        let title = row.required("title", cell::text);
        let customer = row.optional("customer", cell::text);
        let requester = row.optional("requester", cell::short_text);
        let phone = row.optional("phone", cell::phone);
        let channel = row.optional("channel", |cell| cell::one_of(cell, &CHANNELS));
        let urgency = row.optional("urgency", |cell| cell::one_of(cell, &URGENCIES));
        let complexity = row.optional("complexity", |cell| cell::one_of(cell, &COMPLEXITIES));
        let received_on = row.required("received_on", cell::date);
        let due_on = row.optional("due_on", cell::date);
        let fields = row.optional("fields", cell::text);
        Some(TicketRow {
            ticket: ticket?,
            unit: unit?,
            kind: kind?,
            title: title?,
            customer: customer?,
            requester: requester?,
            phone: phone?,
            channel: channel?.unwrap_or(Channel::Phone),
            urgency: urgency?.unwrap_or(Urgency::Normal),
            complexity: complexity?.unwrap_or(Complexity::Ordinary),
            received_on: received_on?,
            due_on: due_on?,
            fields: fields?,
            standing: TicketStandingCells::default(),
        })
    }

    fn cells(&self, row: &TicketRow) -> Vec<Out> {
        let day = |day: Option<NaiveDate>| day.map_or(Out::Blank, Out::Date);
        let stands = &row.standing;
        vec![
            Out::text(row.ticket.as_ref()),
            Out::Text(row.unit.to_string()),
            Out::Text(row.kind.clone()),
            Out::Text(row.title.clone()),
            Out::text(row.customer.as_ref()),
            Out::text(row.requester.as_ref()),
            Out::text(row.phone.as_ref()),
            written(row.channel, &CHANNELS),
            written(row.urgency, &URGENCIES),
            written(row.complexity, &COMPLEXITIES),
            Out::Date(row.received_on),
            day(row.due_on),
            Out::text(row.fields.as_ref()),
            Out::text(stands.state.as_ref()),
            Out::text(stands.first.as_ref()),
            Out::text(stands.second.as_ref()),
            day(stands.due_on),
            day(stands.delivered_on),
            day(stands.closed_on),
            Out::text(stands.standing.as_ref()),
        ]
    }
}
