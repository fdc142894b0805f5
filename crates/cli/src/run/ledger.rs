//! The ledger as a whole: founding, demo, status, verify, backup, restore, log.

use super::Program;
use crate::arguments::Init;
use crate::output::{Answer, DAMAGED, Side, table};
use crate::secret::Secret;
use app::AppError;
use app::requests::{BackupLedger, InitLedger, Journal, LedgerStatus, MakeDemo, RestoreLedger, VerifyLedger};

impl Program {
    pub(super) fn init(&mut self, init: Init) -> Result<Answer, AppError> {
        // Said before a password is asked for.
        let status = self.app.invoke(LedgerStatus {})?;
        if status.exists {
            let params = serde_json::json!({ "path": status.dir });
            return Err(crate::secret::refusal("ledgerAlreadyThere", app::ErrorClass::Refused, params));
        }
        let password = Secret::FirstPassword.take(self.words, &init.admin)?;
        let two_person = init.two_person == "on";
        let request = InitLedger {
            role: init.role,
            unit: init.unit,
            admin: init.admin,
            name: None,
            post: None,
            password,
            two_person,
            org: init.org,
            dir: None,
        };
        let made = self.invoke(request)?;
        let values =
            [("dir", made.dir.as_str()), ("units", &made.units.to_string()), ("code", &made.recovery_code)];
        Answer::of(&made, self.say("init.done", &values))
    }

    pub(super) fn demo(&mut self, dir: String) -> Result<Answer, AppError> {
        let made = self.watched(|p| p.app.invoke(MakeDemo { dir: Some(dir) }))?;
        let words = self.words;
        let headings = ["column.account", "column.name", "column.role", "column.password"]
            .map(|k| (words.plain(k), Side::Left));
        let rows = made.accounts.iter().map(|a| {
            vec![a.account.clone(), a.name.clone(), words.term("role", &a.role), a.password.clone()]
        });
        let accounts = table(&headings, rows.collect());
        let values = [
            ("dir", made.dir.as_str()),
            ("units", &made.units.to_string()),
            ("engineers", &made.engineers.to_string()),
            ("accounts", &accounts),
            ("code", &made.recovery_code),
            ("keys", &made.keys.join("\n")),
            ("keyPassword", &made.key_password),
            ("reports", &made.reports.join("\n")),
            ("today", &made.today),
        ];
        Answer::of(&made, words.say("demo.done", &values))
    }

    pub(super) fn status(&mut self) -> Result<Answer, AppError> {
        self.open_if_there()?;
        let status = self.app.invoke(LedgerStatus {})?;
        let words = self.words;
        if !status.exists {
            return Answer::of(&status, words.say("status.noLedger", &[("dir", &status.dir)]));
        }
        let or_none = |value: &Option<String>| value.clone().unwrap_or_default();
        let two_person = if status.two_person == Some(true) { "switch.on" } else { "switch.off" };
        let values = [
            ("dir", status.dir.as_str()),
            ("role", &words.term("ledgerRole", &or_none(&status.role))),
            ("unit", &or_none(&status.unit)),
            ("today", &or_none(&status.today)),
            ("demo", &if status.demo { words.plain("status.demo") } else { String::new() }),
            ("twoPerson", &words.plain(two_person)),
            ("accounts", &status.accounts.join(&words.plain("list.separator"))),
        ];
        Answer::of(&status, words.say("status.text", &values))
    }

    pub(super) fn verify(&mut self) -> Result<Answer, AppError> {
        self.app.open()?;
        let view = self.watched(|p| p.app.invoke(VerifyLedger {}))?;
        let words = self.words;
        let key = if view.intact { "verify.intact" } else { "verify.damaged" };
        let head = view.head.clone().unwrap_or_default();
        let values = [
            ("entries", view.entries.to_string()),
            ("attachments", view.attachments.to_string()),
            ("head", head),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut lines = vec![words.say(key, &values)];
        lines.extend(view.findings.iter().map(|found| {
            let params = found.params.as_object().cloned().unwrap_or_default();
            format!("  - {}", words.message(&found.code, &params))
        }));
        let answer = Answer::of(&view, lines.join("\n"))?;
        Ok(if view.intact { answer } else { answer.with_status(DAMAGED) })
    }

    pub(super) fn backup(&mut self, out: String) -> Result<Answer, AppError> {
        // The password is asked for before a bar is drawn over the question.
        self.sign_in()?;
        let made = self.watched(|p| p.invoke(BackupLedger { out }))?;
        let values = [
            ("path", made.path.as_str()),
            ("bytes", &made.bytes.to_string()),
            ("attachments", &made.attachments.to_string()),
            ("sha256", &made.sha256),
        ];
        let text = self.say("backup.done", &values) + &self.lacking(&made.lacking);
        Answer::of(&made, text)
    }

    pub(super) fn restore(&mut self, path: String, to: String) -> Result<Answer, AppError> {
        let made = self.watched(|p| p.app.invoke(RestoreLedger { path, to }))?;
        let values = [("dir", made.dir.as_str()), ("madeAt", &made.made_at)];
        let text = self.say("restore.done", &values) + &self.lacking(&made.lacking);
        Answer::of(&made, text)
    }

    /// Attachments that should be there and are not.
    fn lacking(&self, digests: &[String]) -> String {
        if digests.is_empty() {
            return String::new();
        }
        let count = digests.len().to_string();
        format!("\n{}\n  {}", self.say("backup.lacking", &[("count", &count)]), digests.join("\n  "))
    }

    pub(super) fn log(&mut self, limit: u32) -> Result<Answer, AppError> {
        let entries = self.invoke(Journal { limit, ..Journal::default() })?.lines;
        let words = self.words;
        let headings = [
            ("column.place", Side::Right),
            ("column.at", Side::Left),
            ("column.name", Side::Left),
            ("column.act", Side::Left),
            ("column.hash", Side::Left),
        ]
        .map(|(key, side)| (words.plain(key), side));
        let rows = entries.iter().map(|e| {
            let hash = e.hash.chars().take(12).collect();
            vec![e.seq.to_string(), e.at.clone(), e.name.clone(), words.term("event", &e.kind), hash]
        });
        Answer::of(&entries, table(&headings, rows.collect()))
    }
}
