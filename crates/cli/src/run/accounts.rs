//! Accounts and two-person work.

use super::Program;
use crate::arguments::Account;
use crate::output::{Answer, Side, table};
use crate::secret::Secret;
use app::AppError;
use app::requests::{
    Accounts, ChangePassword, CloseAccount, ErasePersonal, OpenAccount, RecoverAccount, Session,
    SetRetention, SetTwoPerson, TieAccount,
};

impl Program {
    pub(super) fn account(&mut self, command: Account) -> Result<Answer, AppError> {
        match command {
            Account::Add { account, role, name, unit, post, engineer } => {
                self.sign_in()?;
                let password = Secret::NewPassword.take(self.words, &account)?;
                let name = name.unwrap_or_else(|| account.clone());
                self.record(OpenAccount { account, name, role, unit, post, password, staff_no: engineer })
            }
            Account::List => self.accounts(),
            Account::Tie { account, staff_no } => self.record(TieAccount { account, staff_no }),
            Account::Close { account } => self.record(CloseAccount { account }),
            Account::Password => {
                self.sign_in()?;
                let whose = self.app.invoke(Session {})?.account;
                // The use case asks for the present password again, also of whoever is signed in.
                let password = Secret::Password.take(self.words, &whose)?;
                let new_password = Secret::NewPassword.take(self.words, &whose)?;
                self.record(ChangePassword { password, new_password })
            }
            Account::Recover { account } => {
                self.app.open()?;
                let code = Secret::RecoveryCode.take(self.words, &account)?;
                let new_password = Secret::NewPassword.take(self.words, &account)?;
                let session = self.app.invoke(RecoverAccount { account, code, new_password })?;
                let text = self.say("account.recovered", &[("account", &session.account)]);
                Answer::of(&session, text)
            }
        }
    }

    fn accounts(&mut self) -> Result<Answer, AppError> {
        let accounts = self.invoke(Accounts {})?;
        let words = self.words;
        let headings =
            ["column.account", "column.name", "column.role", "column.unit", "column.post", "column.state"]
                .map(|key| (words.plain(key), Side::Left));
        let rows = accounts.iter().map(|a| {
            vec![
                a.account.clone(),
                a.name.clone(),
                words.term("role", &a.role),
                a.unit.clone().unwrap_or_default(),
                a.post.clone().unwrap_or_default(),
                words.plain(if a.open { "account.open" } else { "account.closed" }),
            ]
        });
        Answer::of(&accounts, table(&headings, rows.collect()))
    }

    /// Erases personal data, and says where erasing does not reach.
    pub(super) fn erase(&mut self, subject: String, reason: String) -> Result<Answer, AppError> {
        let erased = self.invoke(ErasePersonal { subject, reason })?;
        let values = [("subject", erased.subject.as_str()), ("sets", &erased.sets.to_string())];
        let mut lines = vec![self.say("erase.done", &values)];
        if erased.pending {
            lines.push(self.words.plain("erase.pending"));
        }
        lines.extend(erased.beyond.iter().map(|place| self.words.plain(&format!("erase.beyond.{place}"))));
        if !erased.copies.is_empty() {
            lines.push(self.words.plain("erase.copies"));
        }
        for copy in &erased.copies {
            let at = copy.at.clone().unwrap_or_else(|| self.words.plain("erase.unknownTime"));
            lines.push(self.say("erase.copy", &[("name", copy.name.as_str()), ("at", &at)]));
        }
        Answer::of(&erased, lines.join("\n"))
    }

    pub(super) fn retention(&mut self, months: u16) -> Result<Answer, AppError> {
        self.record(SetRetention { months })
    }

    pub(super) fn two_person(&mut self, switch: &str) -> Result<Answer, AppError> {
        self.record(SetTwoPerson { on: switch == "on" })
    }
}
