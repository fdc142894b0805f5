//! What a PDF is, for people: the verdict first, then each signature, then what ties it to the ledger.

use crate::words::Words;
use app::requests::{CheckView, SignatureView};

/// The whole finding.
pub fn check(view: &CheckView, words: Words) -> String {
    let verdict = words.term("verdict", &view.verdict);
    let pages = view.pages.to_string();
    let mut lines =
        vec![words.say("check.verdict", &[("file", &view.file), ("pages", &pages), ("verdict", &verdict)])];
    if let (Some(kind), Some(unit)) = (&view.kind, &view.unit) {
        lines.push(format!("{} · {unit}", words.term("reportKind", kind)));
    }
    for one in view.slip.iter().flat_map(|slip| &slip.objections) {
        let about = one.staff_no.as_deref().map(|no| format!("{no}: ")).unwrap_or_default();
        lines.push(format!("  - {about}{}", one.text));
    }
    if let (Some(no), Some(revision), Some(code)) = (&view.report_no, view.revision, &view.check_code) {
        let formal = if view.formal == Some(true) { "check.formal" } else { "check.draft" };
        let values = [
            ("no", no.as_str()),
            ("revision", &revision.to_string()),
            ("code", code),
            ("kind", &words.plain(formal)),
        ];
        lines.push(words.say("check.report", &values));
    }
    for signature in &view.signatures {
        lines.push(signature_text(signature, words));
    }
    if view.same_key_twice {
        lines.push(words.plain("check.sameKey"));
    }
    if !view.signatures.is_empty() {
        lines.push(words.term("changed", &view.changed_after_signing));
    }
    for change in &view.changes {
        let (kind, page) = change.split_once(':').map_or((change.as_str(), None), |(k, p)| (k, Some(p)));
        let kind = words.term("change", kind);
        lines.push(match page {
            Some(page) => words.say("check.changeOnPage", &[("change", &kind), ("page", page)]),
            None => format!("  - {kind}"),
        });
    }
    lines.push(words.term("matchesLedger", three_way(view.matches_ledger)));
    if let Some(head) = &view.journal_head {
        lines.push(words.term("journalHead", head));
    }
    lines.join("\n")
}

/// `null` counts as unknown.
pub fn three_way(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "true",
        Some(false) => "false",
        None => "unknown",
    }
}

fn signature_text(signature: &SignatureView, words: Words) -> String {
    let party =
        signature.party.as_deref().map_or_else(|| words.plain("check.noParty"), |p| words.term("party", p));
    let at = signature.signed_at.clone().unwrap_or_else(|| words.plain("check.noTime"));
    let mut facts = vec![match (&signature.unverifiable, &signature.problem) {
        (Some(algorithm), _) if algorithm == "guomi" => words.term("unverifiable", algorithm),
        (Some(algorithm), _) => words.say("check.unknownAlgorithm", &[("algorithm", algorithm)]),
        (None, Some(problem)) => words.term("problem", problem),
        (None, None) => words.plain(if signature.intact { "check.intact" } else { "check.notIntact" }),
    }];
    facts.push(words.term("trusted", three_way(signature.trusted)));
    facts.push(words.term("registered", three_way(signature.registered)));
    if signature.certificate_expired {
        facts.push(words.term("certificateExpired", "now"));
    }
    let flags = [
        (signature.signed_before_valid, "check.beforeValid"),
        (signature.signed_after_expiry, "check.afterExpiry"),
        (!signature.covers_whole_revision, "check.notWhole"),
    ];
    facts.extend(flags.into_iter().filter(|(set, _)| *set).map(|(_, key)| words.plain(key)));
    let facts = facts.join(&words.plain("list.clause"));
    let values = [("party", party.as_str()), ("signer", &signature.signer), ("at", &at), ("facts", &facts)];
    words.say("check.signature", &values)
}
