//! Certification, training, awards: one engineer of 绵阳 certified, another's case open, a training in 成都.

use super::cast::Engineer;
use super::year::{Stage, at, leader, manager};
use crate::certification::{DecideCase, OpenCase, RecordEvidence, RecordExam};
use crate::development::{JudgeAbility, PlanTraining, RecordConduct, RecordTrainingAttendance};
use crate::error::AppError;
use domain::certification::Standard;
use domain::kernel::Role;

/// Everybody of a unit who is there all year, in the order of the list.
pub(super) fn staff<'e>(engineers: &'e [Engineer], unit: &str) -> Vec<&'e str> {
    let there = engineers.iter().filter(|e| e.unit == unit && e.left_on.is_none());
    there.map(|e| e.staff_no.as_str()).collect()
}

/// What is brought for the counted behaviour of the first level, by its code.
const BROUGHT: [(&str, &str); 5] = [
    ("1.5.1", "涪城区教育局专线产品宣讲两次，签到表存档。"),
    ("2.3.1", "两个维保项目方案已签约。"),
    ("6.5.1", "参与市医院云网融合项目，已验收。"),
    ("8.3.1", "组织客户机房参观交流一次。"),
    ("9.2.1", "第二季度总结计划齐全。"),
];

impl Stage<'_> {
    /// A sitting in October; the first of 绵阳 is judged by all five gates and passes.
    pub(super) fn certified(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let people = staff(engineers, "MY");
        self.clerk(at("2026-10-29", 10))?;
        for (number, (general, professional)) in
            [("86", "90.5"), ("78.5", "74"), ("82", "71")].into_iter().enumerate()
        {
            let Some(staff_no) = people.get(number) else { continue };
            self.app.invoke(RecordExam {
                staff_no: (*staff_no).to_owned(),
                sitting: "2026-10-24".to_owned(),
                general: general.to_owned(),
                professional: professional.to_owned(),
                correction: None,
            })?;
        }
        let Some(staff_no) = people.first() else { return Ok(()) };
        self.app.invoke(OpenCase { staff_no: (*staff_no).to_owned(), level: 1 })?;
        let standard = Standard::default_version();
        for asked in standard.requirements_of(1).filter(|asked| asked.counted()) {
            let text =
                BROUGHT.iter().find(|(code, _)| *code == asked.code).map(|(_, text)| (*text).to_owned());
            self.bring(staff_no, &asked.code, asked.minimum, asked.object_grade.clone(), text)?;
        }
        self.by("lingdao", Role::UnitLeader, Some("ZQ"), at("2026-10-30", 10))?;
        self.app.invoke(DecideCase {
            staff_no: (*staff_no).to_owned(),
            passed: true,
            valid_from: Some("2026-11-01".to_owned()),
            exception: None,
            reason: None,
            then: None,
            evaluator: None,
            basis: None,
            paper: None,
        })?;
        self.conduct(engineers)
    }

    fn bring(
        &mut self,
        staff_no: &str,
        requirement: &str,
        count: u32,
        object_grade: Option<String>,
        text: Option<String>,
    ) -> Result<(), AppError> {
        self.app.invoke(RecordEvidence {
            staff_no: staff_no.to_owned(),
            of: "behaviour".to_owned(),
            since: None,
            quarter: None,
            grade: None,
            requirement: Some(requirement.to_owned()),
            day: Some("2026-09-22".to_owned()),
            count: Some(count),
            object_grade,
            text: text.or_else(|| Some("见归档材料。".to_owned())),
            paper: None,
        })?;
        Ok(())
    }

    /// The second of 绵阳 aims at the second level: examined, earlier experience only claimed, one behaviour brought.
    pub(super) fn open_case(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let people = staff(engineers, "MY");
        let Some(staff_no) = people.get(1) else { return Ok(()) };
        self.clerk(at("2026-11-10", 10))?;
        self.app.invoke(OpenCase { staff_no: (*staff_no).to_owned(), level: 2 })?;
        self.app.invoke(RecordEvidence {
            staff_no: (*staff_no).to_owned(),
            of: "companyExperience".to_owned(),
            since: Some("2024-07-01".to_owned()),
            quarter: None,
            grade: None,
            requirement: None,
            day: None,
            count: None,
            object_grade: None,
            text: None,
            paper: None,
        })?;
        self.bring(staff_no, "2.3.1", 1, None, Some("游仙区政务外网维保方案。".to_owned()))
    }

    /// 成都 learns about confidentiality; one was not there.
    pub(super) fn training(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let people: Vec<String> = staff(engineers, "CD").into_iter().take(4).map(str::to_owned).collect();
        self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-09-03", 10))?;
        let plan = |kind: &str, title: &str, day: &str| PlanTraining {
            kind: kind.to_owned(),
            title: title.to_owned(),
            day: day.to_owned(),
            hours: 4,
            staff_nos: people.clone(),
            trainer: None,
        };
        self.app.invoke(plan("confidentiality", "客户资料保密与文件管理", "2026-09-10"))?;
        self.app.invoke(plan("technical", "云网融合方案编制", "2026-12-03"))?;
        self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-09-11", 9))?;
        for (staff_no, result) in people.iter().zip([Some("92"), Some("85.5"), None, Some("78")]) {
            self.app.invoke(RecordTrainingAttendance {
                number: 1,
                staff_no: staff_no.clone(),
                attended: result.is_some(),
                result: result.map(str::to_owned),
            })?;
        }
        Ok(())
    }

    /// An award and an interview in 成都, abilities judged.
    fn conduct(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let people = staff(engineers, "CD");
        self.by(&leader("CD"), Role::UnitLeader, Some("CD"), at("2026-10-30", 15))?;
        for (staff_no, kind, day, text) in [
            (
                people.first(),
                "commendation",
                "2026-10-22",
                "市民中心项目连续驻场两周，按期交付，客户来信表扬。",
            ),
            (people.get(3), "interview", "2026-10-30", "第三季度两次晚交周报，约谈并商定改进办法。"),
        ] {
            let Some(staff_no) = staff_no else { continue };
            self.app.invoke(RecordConduct {
                staff_no: (*staff_no).to_owned(),
                kind: kind.to_owned(),
                day: Some(day.to_owned()),
                text: Some(text.to_owned()),
                paper: None,
            })?;
        }
        let Some(first) = people.first() else { return Ok(()) };
        for (item, met, note) in [
            ("communication", true, None),
            ("expertise", true, None),
            ("guidance", false, Some("需求引导仍要客户经理带领，下季度再看。")),
        ] {
            self.app.invoke(JudgeAbility {
                staff_no: (*first).to_owned(),
                item: item.to_owned(),
                met,
                day: Some("2026-10-30".to_owned()),
                note: note.map(str::to_owned),
            })?;
        }
        Ok(())
    }
}
