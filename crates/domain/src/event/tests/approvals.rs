//! Examples of approvals of documents.

use super::*;
use crate::approval::{ApprovalState, EndedBy, Mode, Route, RouteStage, Seat, StageKind, Standing, Waiting};
use crate::document::DocumentNo;
use crate::ticket::Behalf;

fn stands(state: ApprovalState, stage: u32, waiting: Vec<Waiting>) -> Standing {
    Standing { state, stage, waiting }
}

pub(super) fn examples() -> Vec<Event> {
    let document = || -> DocumentNo { "CD-TB202610003".parse().unwrap() };
    let seat = |post: &str, name: Option<&str>| Seat { post: post.to_owned(), account: name.map(account) };
    let waiting = |seat, name: Option<&str>| Waiting { seat, account: name.map(account) };
    let review = RouteStage {
        name: "部门负责人初审".to_owned(),
        kind: StageKind::Review,
        mode: Mode::All,
        meeting: false,
        seats: vec![seat("部门负责人", Some("zhaomin")), seat("客户经理", None)],
    };
    let last = RouteStage {
        name: "跨部门会议终审".to_owned(),
        kind: StageKind::Final,
        mode: Mode::OneOf,
        meeting: true,
        seats: vec![seat("会议主持人", Some("chenjie"))],
    };
    vec![
        Event::DocumentSubmitted(DocumentSubmitted {
            document: document(),
            approval: 1,
            version: 2,
            file: digest("file 2"),
            route: Route { stages: vec![review, last] },
            number: 5,
            words: Some(digest("note and names")),
            stands: stands(ApprovalState::Running, 1, vec![waiting(1, Some("zhaomin")), waiting(2, None)]),
        }),
        Event::OpinionGiven(OpinionGiven {
            document: document(),
            approval: 1,
            seat: 2,
            version: 2,
            file: digest("file 2"),
            number: 6,
            words: Some(digest("words")),
            evidence: Some(digest("evidence")),
            standing_in: false,
            on: Some(day("2026-10-19")),
            behalf: Some(Behalf { basis: "OA-17".to_owned(), evidence: Some(digest("evidence")) }),
            stands: stands(ApprovalState::Running, 1, vec![waiting(1, Some("zhaomin"))]),
        }),
        Event::ApprovalSentBack(ApprovalSentBack {
            document: document(),
            approval: 1,
            seat: 3,
            version: 2,
            file: digest("file 2"),
            to: Some(1),
            number: 7,
            words: Some(digest("reason")),
            evidence: None,
            standing_in: true,
            on: None,
            behalf: None,
            stands: stands(ApprovalState::Running, 1, vec![waiting(1, Some("zhaomin")), waiting(2, None)]),
        }),
        Event::FurtherOpinionAsked(FurtherOpinionAsked {
            document: document(),
            approval: 1,
            stage: 1,
            seat: seat("专家", Some("wangfang")),
            number: 8,
            words: Some(digest("why")),
            stands: stands(ApprovalState::Running, 1, vec![waiting(1, Some("zhaomin"))]),
        }),
        Event::StandInNamed(StandInNamed {
            document: document(),
            approval: 1,
            seat: 1,
            account: account("chenjie"),
            from: day("2026-10-20"),
            to: Some(day("2026-10-27")),
            number: 9,
            words: None,
        }),
        Event::ApprovalReminded(ApprovalReminded {
            document: document(),
            approval: 1,
            seats: vec![1, 2],
            on: day("2026-10-21"),
            number: 10,
            words: None,
        }),
        Event::ApprovalWithdrawn(ApprovalWithdrawn {
            document: document(),
            approval: 1,
            by: EndedBy::Submitter,
            number: 11,
            words: Some(digest("reason")),
        }),
    ]
}
