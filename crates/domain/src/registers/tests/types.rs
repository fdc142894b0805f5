//! Types: those of the program, and what cannot be one.

use super::*;

#[test]
fn the_programs_own_types_can_be_used() {
    let all = default_form_types();
    for kind in all {
        assert_eq!(kind.check(), Ok(()), "{}", kind.code);
    }
    let codes: std::collections::BTreeSet<_> = all.iter().map(|kind| &kind.code).collect();
    assert_eq!(codes.len(), all.len());
    for register in Register::ALL {
        assert!(all.iter().any(|kind| kind.register == register), "{register:?}");
    }
}

#[test]
fn numbers_are_read_as_they_are_written() {
    let no = no(Register::Complaint);
    assert_eq!(no.to_string(), "CD-TS202610-0003");
    assert_eq!("CD-TS202610-0003".parse(), Ok(no));
    for wrong in
        ["CD-XX202610-0003", "CD-TS202613-0003", "CD-TS202610-3", "CD-TS202610-0000", "TS202610-0003", "投诉"]
    {
        assert_eq!(wrong.parse::<FormNo>(), Err(FormNoRefusal), "{wrong}");
    }
}

#[test]
fn a_complaint_keeps_its_verdict_and_whom_it_is_about() {
    let body = || known("complaint").body;
    let verdict = |kind: FormType| assert!(matches!(kind.check(), Err(Refusal::FormTypeVerdict { .. })));
    let mut kind = body();
    kind.steps.retain(|step| step.kind != StepKind::Verdict);
    verdict(kind);
    let mut kind = body();
    kind.links.clear();
    verdict(kind);
    verdict(FormType { register: Register::Form, ..body() });
    let mut kind = body();
    kind.steps[0].within = Some(0);
    assert!(matches!(kind.check(), Err(Refusal::FormTypeDays { .. })));
    let mut kind = body();
    kind.steps[1].label = " ".into();
    assert_eq!(kind.check(), Err(Refusal::FormTypePart { part: " ".into() }));
}

#[test]
fn a_type_is_changed_from_now_on_and_stays_in_its_register() {
    let known = known("visit");
    let key = || known.key.clone();
    assert_eq!(issue_form_type(key(), Some(&known.body), 0, known.body.clone()), Ok(Vec::new()));
    let changed = FormType { label: "来访单".into(), ..known.body.clone() };
    let events = issue_form_type(key(), Some(&known.body), 4, changed.clone()).unwrap();
    assert!(matches!(&events[..], [Event::FormTypeIssued(e)] if e.version == 5 && e.body == changed));
    let moved = FormType { register: Register::Form, ..changed };
    let refused = issue_form_type(key(), Some(&known.body), 4, moved);
    assert_eq!(refused, Err(Refusal::FormTypeRegister { kind: "来访单".into() }));
    assert_eq!(retire_form_type(key(), true), Err(Refusal::FormTypeStays { kind: "visit".into() }));
    let own = FormTypeKey { unit: Some(unit("CD")), code: "own".into() };
    assert!(retire_form_type(own.clone(), true).is_ok());
    assert_eq!(retire_form_type(own, false), Err(Refusal::UnknownFormType { kind: "own".into() }));
}
