//! Issuing, accepting and recording signed reports.

use super::*;
use crate::kernel::Role;
use crate::sample::{account, actor, digest, quarter, unit};

fn found(party: Party) -> Signature {
    let found = SignatureFound {
        party,
        fingerprint: digest(party.code()),
        key: digest(party.code()),
        signed_at: None,
        trusted: Some(true),
        registered: Some(true),
    };
    Signature { signer: format!("CN={}", party.code()), found }
}

fn facts(state: RevisionState, two_person: bool) -> AcceptFacts {
    AcceptFacts {
        revision: Revision { state, ..Revision::first() },
        figures_match: true,
        report_no: "HQ-2026Q3-JS-R1".to_owned(),
        registered: Party::BOTH.to_vec(),
        roots_set: true,
        pending: None,
        two_person,
    }
}

#[test]
fn numbers_name_quarter_subject_and_revision() {
    let number = |subject| report_no(quarter("2026Q3"), &subject, 2);
    assert_eq!(number(ReportSubject::Settlement), "HQ-2026Q3-JS-R2");
    assert_eq!(number(ReportSubject::FeeStatement), "HQ-2026Q3-JSD-R2");
    assert_eq!(number(ReportSubject::Confirmation { unit: unit("CD") }), "HQ-2026Q3-CD-R2");
    assert_eq!(number(ReportSubject::Confirmation { unit: unit("JS") }), "HQ-2026Q3-DW-JS-R2");
}

#[test]
fn the_same_file_is_issued_once() {
    let issued = ReportIssued {
        subject: ReportSubject::Settlement,
        quarter: quarter("2026Q3"),
        revision: 1,
        report_no: "HQ-2026Q3-JS-R1".to_owned(),
        check_code: String::new(),
        file: digest("file"),
    };
    assert_eq!(issue_report(&[], issued.clone()).len(), 1);
    assert_eq!(issue_report(&[digest("other")], issued.clone()).len(), 1);
    assert_eq!(issue_report(&[digest("file")], issued), []);
}

#[test]
fn both_parties_sign_each_for_itself() {
    use Party::{Client, Provider};
    let missing = |party| Err(Refusal::SignatureMissing { party });
    let unregistered =
        |party: Party| Err(Refusal::SignerNotRegistered { party, signer: format!("CN={}", party.code()) });
    let untrusted =
        |party: Party| Err(Refusal::SignerNotTrusted { party, signer: format!("CN={}", party.code()) });
    let with = |change: fn(&mut SignatureFound)| {
        let mut provider = found(Provider);
        change(&mut provider.found);
        vec![found(Client), provider]
    };
    let both = &[Client, Provider][..];
    for (name, registered, roots, signatures, expected) in [
        ("both", both, true, with(|_| {}), Ok(())),
        ("in the other order", both, true, vec![found(Provider), found(Client)], Ok(())),
        ("nobody", both, true, vec![], missing(Client)),
        ("the client alone", both, true, vec![found(Client)], missing(Provider)),
        ("the client twice", both, true, vec![found(Client), found(Client)], missing(Provider)),
        ("not the one on record", both, true, with(|s| s.registered = Some(false)), unregistered(Provider)),
        ("on record, but not checked", both, true, with(|s| s.registered = None), unregistered(Provider)),
        ("none on record", &[Client][..], true, with(|s| s.registered = None), Ok(())),
        ("not trusted", both, true, with(|s| s.trusted = Some(false)), untrusted(Provider)),
        ("trust not checked", both, true, with(|s| s.trusted = None), untrusted(Provider)),
        ("no roots set", both, false, with(|s| s.trusted = None), Ok(())),
        (
            "one key for both",
            &[][..],
            false,
            with(|s| s.key = digest("client")),
            Err(Refusal::CertificateOfOtherParty { party: Provider }),
        ),
        ("two keys, none on record", &[][..], false, with(|s| s.registered = None), Ok(())),
    ] {
        assert_eq!(check_signatures(registered, roots, &signatures), expected, "{name}");
    }
}

#[test]
fn only_the_newest_final_revision_is_accepted() {
    let q = quarter("2026Q3");
    let signatures = Party::BOTH.map(found);
    for (state, expected) in [
        (RevisionState::Open, Err(Refusal::QuarterNotFinal { quarter: q })),
        (RevisionState::Prepared, Err(Refusal::QuarterNotFinal { quarter: q })),
        (RevisionState::Reviewed, Err(Refusal::QuarterNotFinal { quarter: q })),
        (RevisionState::Final, Ok(1)),
        (RevisionState::Closed, Err(Refusal::QuarterClosed { quarter: q })),
    ] {
        let found = accept_report(&facts(state, true), q, digest("file"), &signatures);
        assert_eq!(found.map(|events| events.len()), expected, "{state:?}");
    }
    let other = AcceptFacts { figures_match: false, ..facts(RevisionState::Final, true) };
    let refused = accept_report(&other, q, digest("file"), &signatures);
    assert_eq!(refused, Err(Refusal::ReportNotOfLedger { quarter: q }));
    let unsigned = accept_report(&facts(RevisionState::Final, true), q, digest("file"), &[]);
    assert_eq!(unsigned, Err(Refusal::SignatureMissing { party: Party::Client }));
}

fn paper() -> PaperSeal {
    PaperSeal {
        report_no: "HQ-2026Q3-JS-R1".to_owned(),
        revision: 1,
        seal_approval: "YY-18".to_owned(),
        seal_kind: None,
    }
}

fn pending(by: &str) -> Option<(AccountName, PaperRecorded)> {
    let (scan, signers) = (digest("scan"), digest("甲、乙"));
    let recorded = PaperRecorded { quarter: quarter("2026Q3"), revision: 1, scan, signers, paper: paper() };
    Some((account(by), recorded))
}

#[test]
fn paper_is_of_this_report_and_says_who_signed() {
    let q = quarter("2026Q3");
    let signers = Some(digest("甲、乙"));
    let record = |paper: PaperSeal, two_person| {
        let facts = facts(RevisionState::Final, two_person);
        record_paper(&facts, q, digest("scan"), signers, paper).map(|e| e.len())
    };
    assert_eq!(record(paper(), true), Ok(1), "awaits the second person");
    assert_eq!(record(paper(), false), Ok(2), "agreed to at once");
    let other = Err(Refusal::PaperOfOtherReport { expected: "HQ-2026Q3-JS-R1".to_owned() });
    assert_eq!(record(PaperSeal { report_no: "HQ-2026Q2-JS-R1".into(), ..paper() }, true), other);
    assert_eq!(record(PaperSeal { revision: 2, ..paper() }, true), other);
    let spaced = PaperSeal { report_no: " HQ-2026Q3-JS-R1 ".into(), ..paper() };
    assert_eq!(record(spaced, true), Ok(1));
    let unsealed = PaperSeal { seal_approval: String::new(), ..paper() };
    assert_eq!(record(unsealed, true), Err(Refusal::ReasonNeeded));
    let last = facts(RevisionState::Final, true);
    assert_eq!(record_paper(&last, q, digest("scan"), None, paper()), Err(Refusal::ReasonNeeded));
    let open = facts(RevisionState::Reviewed, true);
    let refused = record_paper(&open, q, digest("scan"), signers, paper());
    assert_eq!(refused, Err(Refusal::QuarterNotFinal { quarter: q }));
}

#[test]
fn the_same_paper_again_does_nothing_and_another_scan_replaces_it() {
    let q = quarter("2026Q3");
    let record = |scan, two_person| {
        let facts = AcceptFacts { pending: pending("clerk"), ..facts(RevisionState::Final, two_person) };
        record_paper(&facts, q, digest(scan), Some(digest("甲、乙")), paper()).map(|e| e.len())
    };
    assert_eq!(record("scan", true), Ok(0));
    assert_eq!(record("a sharper scan", true), Ok(1));
    assert_eq!(record("scan", false), Ok(1), "two-person work was turned off meanwhile: only the agreement");
}

#[test]
fn a_second_person_agrees_to_paper() {
    let q = quarter("2026Q3");
    let approve = |pending, name, role, two_person| {
        let facts = AcceptFacts { pending, ..facts(RevisionState::Final, two_person) };
        approve_paper(&facts, q, &actor(name, role)).map(|e| e.len())
    };
    let step = Step::Approve;
    let own = Err(Refusal::SecondPersonNeeded { step });
    let administrator = Err(Refusal::BusinessAccountNeeded { step });
    assert_eq!(approve(None, "other", Role::Clerk, true), Err(Refusal::NoPaper { quarter: q }));
    assert_eq!(approve(pending("clerk"), "other", Role::Clerk, true), Ok(1));
    assert_eq!(approve(pending("clerk"), "clerk", Role::Clerk, true), own);
    assert_eq!(approve(pending("clerk"), "root", Role::Administrator, true), administrator);
    assert_eq!(approve(pending("clerk"), "clerk", Role::Clerk, false), Ok(1));
    let closed = AcceptFacts { pending: pending("clerk"), ..facts(RevisionState::Closed, true) };
    let refused = approve_paper(&closed, q, &actor("other", Role::Clerk));
    assert_eq!(refused, Err(Refusal::QuarterClosed { quarter: q }));
}
