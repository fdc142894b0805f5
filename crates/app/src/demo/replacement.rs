//! 要求更换 in the third quarter: low probation scores in 成都, asked for, approved, sent, answered with a successor.

use super::arrival::scan;
use super::cast::{Course, Engineer, SUCCESSOR};
use super::year::{Stage, at, leader, manager, unit_code};
use crate::error::AppError;
use crate::people::{
    AnnounceArrival, ApproveReplacement, HandoverLine, LinkSuccessor, NoteWork, RecordLeaving,
    RequestReplacement, SendReplacement,
};
use domain::kernel::Role;
use domain::people::HandoverKind;

/// Who is replaced.
fn replaced(engineers: &[Engineer]) -> impl Iterator<Item = &Engineer> {
    engineers.iter().filter(|engineer| engineer.course == Course::Replaced)
}

impl Stage<'_> {
    /// The manager notes what went wrong and asks, the leader approves, the 快文 goes to the provider.
    pub(super) fn replacement_asked(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        for person in replaced(engineers) {
            let staff_no = person.staff_no.clone();
            self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-07-16", 9))?;
            for (on, text) in [
                ("2026-05-14", "投标文件漏盖章，开标前发现后补救。"),
                ("2026-05-27", "客户来电两次未接，次日才答复。"),
            ] {
                self.app.invoke(NoteWork {
                    staff_no: staff_no.clone(),
                    on: on.to_owned(),
                    text: text.to_owned(),
                    requirement: None,
                    object_grade: None,
                })?;
            }
            self.app.invoke(RequestReplacement {
                staff_no: staff_no.clone(),
                reason: Some("试用期内两个月得分低于 70 分，约谈后仍无明显改进。".to_owned()),
            })?;
            self.by(&leader("CD"), Role::UnitLeader, Some("CD"), at("2026-07-17", 10))?;
            self.app.invoke(ApproveReplacement {
                staff_no: staff_no.clone(),
                number: None,
                on: None,
                on_behalf: None,
                evidence: None,
            })?;
            self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-07-20", 9))?;
            let copy = scan()?;
            self.app.invoke(SendReplacement {
                staff_no,
                number: None,
                dispatch: "川移成政企快文〔2026〕087 号".to_owned(),
                on: None,
                copy: Some(copy.path().display().to_string()),
            })?;
        }
        Ok(())
    }

    /// The provider names a successor, who comes in October; open work is handed over.
    pub(super) fn successor_comes(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        for (person, successor) in
            replaced(engineers).zip(engineers.iter().filter(|e| e.course == Course::Successor))
        {
            self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-09-14", 9))?;
            self.app.invoke(AnnounceArrival {
                staff_no: SUCCESSOR.to_owned(),
                unit: unit_code("CD")?,
                expected_on: successor.arrived_on.to_string(),
                name: Some(successor.name.clone()),
                post: Some(successor.post.to_owned()),
                phone: Some(successor.phone.clone()),
                contact: None,
                skills: Some(vec!["投标".to_owned(), "专线".to_owned()]),
            })?;
            self.app.invoke(LinkSuccessor {
                staff_no: person.staff_no.clone(),
                number: None,
                successor: SUCCESSOR.to_owned(),
            })?;
            self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-09-29", 15))?;
            let line = |kind, what: &str, note: &str| HandoverLine {
                kind,
                what: what.to_owned(),
                note: Some(note.to_owned()),
            };
            self.app.invoke(RecordLeaving {
                staff_no: person.staff_no.clone(),
                last_day: "2026-09-30".to_owned(),
                reason: "按要求更换".to_owned(),
                entries: vec![
                    line(HandoverKind::Customer, "高新区教育专线项目", "联系人已当面介绍"),
                    line(HandoverKind::Document, "在投标文件三份", "存放于单位共享目录"),
                ],
                nothing: None,
                receiver: Some(SUCCESSOR.to_owned()),
                receiver_name: None,
                scan: None,
            })?;
            self.arrives(SUCCESSOR, "CD", "2026-09-28", &successor.arrived_on.to_string())?;
        }
        Ok(())
    }
}
