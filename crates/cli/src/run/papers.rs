//! Reports and their signatures, keys and parties, the rule book.

use super::{Program, maybe_unit, read_text};
use crate::arguments::{Accept, Key, Party, Rulebook as Typed, Sign};
use crate::output::{self, Answer, DAMAGED, Side, table};
use crate::secret::{Secret, refusal};
use app::requests::{
    AcceptPaper, AcceptReport, ApprovePaper, CertificateView, CheckReport, ExportCertificate, IssueRubric,
    IssueRuleSet, MakeReport, NewKey, Parties, RegisterCertificate, RegisterParty, Rulebook, SignReport,
    TrustRoot,
};
use app::{AppError, ErrorClass};
use serde::de::DeserializeOwned;
use serde_json::json;

impl Program {
    pub(super) fn report(
        &mut self,
        quarter: String,
        out: String,
        unit: Option<String>,
        statement: bool,
        revision: Option<u32>,
    ) -> Result<Answer, AppError> {
        let unit = maybe_unit(unit)?;
        let made = self.invoke(MakeReport { quarter, unit, statement, out, revision })?;
        let kind = self.words.plain(if made.formal { "check.formal" } else { "check.draft" });
        let values = [
            ("path", made.path.as_str()),
            ("no", &made.report_no),
            ("kind", &kind),
            ("code", &made.check_code),
            ("sha256", &made.sha256),
        ];
        Answer::of(&made, self.say("report.done", &values))
    }

    /// Works with or without a ledger.
    pub(super) fn sign(&mut self, sign: Sign) -> Result<Answer, AppError> {
        self.open_if_there()?;
        let password = Secret::KeyPassword.take(self.words, &sign.p12)?;
        let signed = self.invoke(SignReport {
            path: sign.file,
            p12: sign.p12,
            password,
            party: sign.party,
            out: sign.out,
            post: sign.post,
            reason: sign.reason,
            location: sign.location,
            picture: sign.picture,
        })?;
        let words = self.words;
        let values = [
            ("path", signed.path.as_str()),
            ("party", &words.term("party", &signed.party)),
            ("signer", &signed.signer),
            ("at", &signed.signed_at),
            ("verdict", &words.term("verdict", &signed.verdict)),
        ];
        Answer::of(&signed, words.say("sign.done", &values))
    }

    pub(super) fn check(&mut self, path: String, trust: Vec<String>) -> Result<Answer, AppError> {
        self.open_if_there()?;
        let found = self.invoke(CheckReport { path, trust })?;
        let answer = Answer::of(&found, output::check(&found, self.words))?;
        Ok(if found.sound() { answer } else { answer.with_status(DAMAGED) })
    }

    pub(super) fn accept(&mut self, accept: Accept) -> Result<Answer, AppError> {
        let by_signature = accept.file.is_some();
        let done = match (accept.file, accept.paper, accept.approve) {
            (Some(path), _, _) => self.invoke(AcceptReport { path })?,
            (_, Some(path), _) => self.invoke(AcceptPaper {
                path,
                quarter: accept.quarter,
                report_no: accept.report_no.unwrap_or_default(),
                revision: accept.revision.unwrap_or_default(),
                signers: accept.signers.unwrap_or_default(),
                seal_approval: accept.seal_approval.unwrap_or_default(),
                seal_kind: accept.seal_kind,
            })?,
            (_, _, approve) => self.invoke(ApprovePaper { quarter: approve.unwrap_or_default() })?,
        };
        let words = self.words;
        let mut text = words.say(
            "accept.done",
            &[
                ("quarter", &done.quarter),
                ("revision", &done.revision.to_string()),
                ("outcome", &words.term("outcome", &done.outcome)),
            ],
        );
        if done.outcome == "closed" && by_signature {
            let trusted = output::three_way(done.trusted);
            text.push_str(&words.say("accept.trusted", &[("trusted", &words.term("trusted", trusted))]));
        }
        Answer::of(&done, text)
    }

    pub(super) fn key(&mut self, key: Key) -> Result<Answer, AppError> {
        self.open_if_there()?;
        let made = match key {
            Key::New { party, name, out, organisation } => {
                let password = Secret::NewKeyPassword.take(self.words, &out)?;
                self.invoke(NewKey { party, name, organisation, out, password })?
            }
            Key::ExportCertificate { file, out } => {
                let password = Secret::KeyPassword.take(self.words, &file)?;
                self.invoke(ExportCertificate { p12: file, password, out })?
            }
        };
        let text = self.certificate(&made);
        Answer::of(&made, text)
    }

    fn certificate(&self, certificate: &CertificateView) -> String {
        let values = [
            ("subject", certificate.subject.as_str()),
            ("from", &certificate.not_before),
            ("to", &certificate.not_after),
            ("fingerprint", &certificate.fingerprint),
        ];
        let text = self.say("certificate.text", &values);
        match &certificate.path {
            Some(path) => format!("{}\n{text}", self.say("certificate.written", &[("path", path)])),
            None => text,
        }
    }

    pub(super) fn party(&mut self, command: Party) -> Result<Answer, AppError> {
        match command {
            Party::Register { party, certificate, name, alias, representative, post } => {
                match (certificate, name) {
                    (Some(path), None) => {
                        let registered = self.invoke(RegisterCertificate { party, path })?;
                        let text = self.certificate(&registered);
                        Answer::of(&registered, text)
                    }
                    (certificate, name) => {
                        let name = name.unwrap_or_default();
                        self.record(RegisterParty { party, name, alias, representative, post, certificate })
                    }
                }
            }
            Party::List => {
                let parties = self.invoke(Parties {})?;
                let words = self.words;
                let mut lines = Vec::new();
                for party in &parties {
                    let name =
                        if party.name.is_empty() { words.plain("party.unnamed") } else { party.name.clone() };
                    let representative = party.representative.as_deref().unwrap_or_default();
                    let party_word = words.term("party", &party.party);
                    let values =
                        [("party", party_word.as_str()), ("name", &name), ("representative", representative)];
                    lines.push(words.say("party.text", &values));
                    lines.extend(party.certificates.iter().map(|c| self.certificate(c)));
                }
                Answer::of(&parties, lines.join("\n"))
            }
        }
    }

    pub(super) fn trust(&mut self, path: String) -> Result<Answer, AppError> {
        let roots = self.invoke(TrustRoot { path })?;
        let lines: Vec<String> = roots.iter().map(|root| self.certificate(root)).collect();
        Answer::of(&roots, lines.join("\n"))
    }

    pub(super) fn rulebook(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::Show => {
                let book = self.invoke(Rulebook {})?;
                // Rubrics and rule sets are given out in the form in which they are issued.
                let text = serde_json::to_string_pretty(&book).unwrap_or_default();
                let words = self.words;
                let headings = [("column.version", Side::Right), ("column.kind", Side::Left)]
                    .map(|(key, side)| (words.plain(key), side));
                let versions = book.rubrics.iter().map(|r| (r.version, "rulebook.rubric"));
                let versions = versions.chain(book.rule_sets.iter().map(|r| (r.version, "rulebook.rules")));
                let rows =
                    versions.map(|(version, kind)| vec![version.to_string(), words.plain(kind)]).collect();
                Answer::of(&book, format!("{}\n\n{text}", table(&headings, rows)))
            }
            Typed::IssueRubric { file } => {
                let rubric = read_json(&file)?;
                self.record(IssueRubric { rubric })
            }
            Typed::IssueRules { file } => {
                let rule_set = read_json(&file)?;
                self.record(IssueRuleSet { rule_set })
            }
        }
    }
}

fn read_json<T: DeserializeOwned>(path: &std::path::Path) -> Result<T, AppError> {
    serde_json::from_str(&read_text(path)?).map_err(|error| {
        let params = json!({ "path": path.display().to_string(), "detail": error.to_string() });
        refusal("badJson", ErrorClass::Refused, params)
    })
}
