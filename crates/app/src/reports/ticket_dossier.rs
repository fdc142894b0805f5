//! 工单档案: a ticket whole as a PDF, from its page's view and the list of its files.

use super::head::{Tables, personal_head};
use super::words::NONE;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::session::App;
use crate::ticket::{HandsView, Ticket, TicketFileView, TicketFiles, TicketView, files, said, ticket};
use report::view::{
    NamedText, TicketActLine, TicketAuditLine, TicketDay, TicketDossier, TicketFileLine, TicketPartLine,
    TicketRecordLine, TicketTermLine,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes the file of a ticket (工单档案) as a PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeTicketDossier {
    /// 工单号.
    pub ticket: String,
    /// The file.
    pub out: String,
}

/// `makeTicketDossier`. Nothing is recorded, but that there is a copy with people's names.
pub fn ticket_dossier(app: &mut App, request: MakeTicketDossier) -> Result<FileView, AppError> {
    let of = ticket(app, Ticket { ticket: request.ticket.clone() })?;
    let files = files(app, TicketFiles { ticket: request.ticket })?;
    let view = view(app, &of, &files)?;
    let bytes = report::render_ticket_dossier(&view, &app.fonts()?)?;
    let unit = parse::unit(&of.unit)?;
    handed_out(app, "makeTicketDossier", Some(unit), write_file(&request.out, &bytes)?)
}

fn view(app: &App, of: &TicketView, files: &[TicketFileView]) -> Result<TicketDossier, AppError> {
    let tables = Tables::read(app, None)?;
    let unit = tables.unit(&parse::unit(&of.unit)?);
    let figures =
        json!({ "kind": "ticketDossier", "ticket": of.ticket, "state": of.state, "acts": of.acts.len() });
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| NONE.to_owned());
    let fields = |kinds: &[crate::ticket::FieldBody], typed: &std::collections::BTreeMap<String, String>| {
        let said = |field: &crate::ticket::FieldBody| {
            Some(NamedText {
                name: field.label.clone(),
                text: said::field(&field.kind, typed.get(&field.code)?),
            })
        };
        kinds.iter().filter_map(said).collect::<Vec<_>>()
    };
    let items = of.items.iter().filter(|item| item.asked || item.state != "open");
    let parts = items.map(|item| TicketPartLine {
        part: of
            .kind
            .items
            .iter()
            .find(|one| one.code == item.item)
            .map_or_else(|| item.item.clone(), |one| one.label.clone()),
        state: said::of("partState", &item.state),
        note: item.reason.clone().or_else(|| item.on.clone()).unwrap_or_default(),
    });
    let steps = of.kind.steps.iter().enumerate().map(|(place, step)| TicketPartLine {
        part: step.label.clone(),
        state: said::of("stepState", if place < of.steps as usize { "taken" } else { "open" }),
        note: String::new(),
    });
    let records = of.records.iter().map(|record| {
        let kind = of.kind.records.iter().find(|one| one.code == record.kind);
        let written = kind.map(|kind| fields(&kind.fields, &record.fields)).unwrap_or_default();
        let mut lines: Vec<String> =
            written.into_iter().map(|one| format!("{}：{}", one.name, one.text)).collect();
        lines.extend(record.settled.iter().map(|settled| {
            let opinion = kind.and_then(|kind| kind.settled.as_ref());
            let outcome = match (settled.accepted, opinion) {
                (true, opinion) => opinion.and_then(|one| one.taken.as_deref()).unwrap_or("已采纳"),
                (false, opinion) => opinion.and_then(|one| one.refused.as_deref()).unwrap_or("未采纳"),
            };
            let text = settled.text.as_deref().map(|text| format!("：{text}")).unwrap_or_default();
            format!("意见处理：{} {outcome}{text}（{}）", settled.on, settled.by)
        }));
        lines.extend((record.opinion && record.settled.is_none()).then(|| "意见待处理".to_owned()));
        lines.extend(record.struck.as_ref().map(|reason| format!("已作废：{reason}")));
        TicketRecordLine {
            on: record.on.clone(),
            kind: kind.map_or_else(|| record.kind.clone(), |kind| kind.label.clone()),
            text: lines.join("\n"),
            by: record.by.clone(),
        }
    });
    let audits = of.audits.iter().map(|round| {
        let answer = match round.accepted {
            None => "待答复",
            Some(true) => "认可",
            Some(false) => "有不符合的地方",
        };
        let decided =
            round.decided_on.iter().map(String::as_str).chain([answer]).collect::<Vec<_>>().join(" ");
        TicketAuditLine {
            round: format!("第 {} 轮", round.round),
            asked_on: if round.late {
                format!("{}（超过规定时间）", round.asked_on)
            } else {
                round.asked_on.clone()
            },
            outcome: [Some(decided), round.text.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n"),
            by: [&round.person, &round.basis].into_iter().flatten().cloned().collect::<Vec<_>>().join("，"),
        }
    });
    let acts = of.acts.iter().map(|act| {
        let behalf = (act.person.is_some() || act.basis.is_some())
            .then(|| format!("代录：{}，依据 {}", or_none(&act.person), or_none(&act.basis)));
        let named = act.engineers.iter().map(|one| {
            let person = said::person(Some(&one.name), Some(&one.staff_no));
            format!("{} {person}", said::of("namedAs", &one.named_as))
        });
        let named = named.collect::<Vec<_>>().join("，");
        let scope = act.scope.as_ref().map(|scope| format!("范围：{scope}"));
        let copies = act.copies.as_ref().map(|names| format!("抄送：{names}"));
        let lines = [Some(named).filter(|text| !text.is_empty()), act.text.clone(), scope, copies, behalf];
        TicketActLine {
            at: act.at.clone(),
            act: said::of("event", &act.kind),
            by: act.by.clone(),
            text: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        }
    });
    let marks: Vec<NamedText> = of
        .marks
        .iter()
        .flatten()
        .map(|(question, mark)| NamedText {
            name: said::of("ratingQuestion", question),
            text: format!("{mark} 分"),
        })
        .collect();
    Ok(TicketDossier {
        head: personal_head(app, &tables, of.ticket.clone(), unit, figures.to_string())?,
        title: of.title.clone(),
        state: format!("{}（{}）", said::of("ticketState", &of.state), said::of("ticketPhase", &of.phase)),
        facts: facts(of),
        hands: hands(&of.hands),
        fields: fields(&of.kind.fields, &of.fields),
        missing: of.missing.iter().map(said::gap).collect(),
        terms: of
            .terms
            .iter()
            .map(|term| TicketTermLine {
                term: said::of("ticketTerm", &term.term),
                due_on: term.due_on.clone(),
                done_on: or_none(&term.done_on),
                standing: said::standing(&term.standing, term.days),
            })
            .collect(),
        days: of
            .clock
            .iter()
            .map(|day| TicketDay {
                day: day.day.clone(),
                counted: said::clock_day(&day.counted, day.number, day.waiting.as_deref(), day.make_up),
            })
            .collect(),
        steps: steps.collect(),
        parts: parts.collect(),
        records: records.collect(),
        audits: audits.collect(),
        marks,
        acts: acts.collect(),
        files: files.iter().map(file).collect(),
    })
}

/// What is said of a ticket once.
fn facts(of: &TicketView) -> Vec<NamedText> {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| NONE.to_owned());
    let requester: Vec<String> = [&of.requester_name, &of.phone].into_iter().flatten().cloned().collect();
    let requester = if requester.is_empty() { NONE.to_owned() } else { requester.join(" ") };
    [
        ("工单类型", of.kind.label.clone()),
        ("客户", or_none(&of.customer)),
        ("申请人", requester),
        ("受理渠道", said::of("channel", &of.channel)),
        ("紧急程度", said::of("urgency", &of.urgency)),
        ("复杂程度", said::of("complexity", &of.complexity)),
        ("第一责任人", said::person(of.first_name.as_deref(), of.first.as_deref())),
        ("第二责任人", said::person(of.second_name.as_deref(), of.second.as_deref())),
        ("受理日期", of.received_on.clone()),
        ("原定完成日期", or_none(&of.asked_for)),
        ("商定完成日期", or_none(&of.agreed_on)),
        ("完成期限", or_none(&of.due_on)),
        ("交付日期", or_none(&of.delivered_on)),
        ("客户认可日期", or_none(&of.accepted_on)),
        ("结束日期", or_none(&of.closed_on)),
    ]
    .into_iter()
    .map(|(name, text)| NamedText { name: name.to_owned(), text })
    .collect()
}

/// Who answers for it, in lines.
fn hands(of: &HandsView) -> Vec<NamedText> {
    let line = |name: &str, text: String| NamedText { name: name.to_owned(), text };
    let since = |day: &Option<String>, what: &str| day.as_ref().map(|day| format!("{day} {what}"));
    let holder = of.holder.iter().map(|holder| {
        let because = said::of("heldBecause", &holder.because);
        line(
            "现由谁负责",
            format!("{}（{because}）", said::person(Some(&holder.name), Some(&holder.staff_no))),
        )
    });
    let asked = of.postponement.iter().map(|asked| {
        let answer = asked.answer.as_ref().map_or_else(
            || "待答复".to_owned(),
            |answer| {
                let day = asked.answered_on.as_deref().unwrap_or_default();
                format!("{day} {}", said::of("postponementAnswer", answer))
            },
        );
        let (asked_on, free_on, to) = (&asked.asked_on, &asked.free_on, &asked.to);
        line("征求推迟", format!("{asked_on}：{free_on} 起有空，{to} 前完成；{answer}"))
    });
    let incidents = of.incidents.iter().map(|incident| {
        let days = [
            Some(format!("{}，{} 至 {}", incident.name, incident.from, incident.until)),
            since(&incident.taken_on, "接办"),
            since(&incident.refused_on, "无法接办"),
            since(&incident.returned_on, "交回"),
        ];
        let days = days.into_iter().flatten().collect::<Vec<_>>().join("，");
        let content = incident.content.as_ref().map(|text| format!("内容：{text}"));
        let scope = incident.scope.as_ref().map(|text| format!("范围：{text}"));
        line(
            "转第二责任人",
            [Some(days), content, scope].into_iter().flatten().collect::<Vec<_>>().join("\n"),
        )
    });
    let thirds = of.thirds.iter().map(|third| {
        let posts =
            |posts: &[String]| posts.iter().map(|post| said::of("post", post)).collect::<Vec<_>>().join("、");
        let given = format!(
            "{}：{}已审批",
            said::person(Some(&third.name), Some(&third.staff_no)),
            posts(&third.given)
        );
        let missing = (!third.missing.is_empty()).then(|| format!("，待{}", posts(&third.missing)));
        line("第三人审批", given + &missing.unwrap_or_default())
    });
    let helps = of.helps.iter().map(|help| {
        let from = help.department.clone().unwrap_or_else(|| said::of("helpFrom", &help.from));
        let answered = help.answered_on.as_ref().map_or_else(
            || "待答复".to_owned(),
            |day| {
                format!(
                    "{day} {}",
                    said::of("helpSolved", if help.solved == Some(true) { "yes" } else { "no" })
                )
            },
        );
        let told = since(&help.told_on, "反馈申请人");
        let head = [Some(format!("{} {from}", help.asked_on)), Some(answered), told];
        let head = head.into_iter().flatten().collect::<Vec<_>>().join("，");
        line("请求支持", [Some(head), help.text.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n"))
    });
    let copies = of.copies.iter().map(|names| line("抄送", names.clone()));
    holder.chain(asked).chain(incidents).chain(thirds).chain(helps).chain(copies).collect()
}

fn file(file: &TicketFileView) -> TicketFileLine {
    let name = file.label.clone().unwrap_or_else(|| match file.category.as_str() {
        "audit" => format!("第 {} 轮送审", file.version),
        _ => said::of("event", &file.act),
    });
    let version = match file.category.as_str() {
        "part" => format!("，第 {} 版", file.version),
        "record" => file.number.map(|number| format!("，第 {number} 号记录")).unwrap_or_default(),
        _ => String::new(),
    };
    let holds = if file.holds { "" } else { "（已被替换或撤回）" };
    TicketFileLine {
        category: said::of("fileCategory", &file.category),
        what: format!("{name}{version}{holds}"),
        from: format!("{}\n{}", file.at, file.by),
        size: size(file.bytes),
        hash: file.file.clone(),
    }
}

/// `12 KB`, rounded up: nothing is smaller than it is.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{} MB", bytes.div_ceil(1_048_576)),
    }
}
