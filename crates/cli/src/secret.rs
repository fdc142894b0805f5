//! Passwords: from the environment, or asked for at a terminal; never an argument, which other users of the machine see.

use crate::words::Words;
use app::{AppError, ErrorClass};
use serde_json::{Map, json};
use std::io::IsTerminal;

/// A secret: where a script gives it and how a person is asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// The acting account's password.
    Password,
    /// A password that is being set.
    NewPassword,
    /// The first administrator's password, which is being set.
    FirstPassword,
    /// The password of a key file.
    KeyPassword,
    /// The password of a key file that is being made.
    NewKeyPassword,
    /// The code printed when the ledger was founded.
    RecoveryCode,
}

impl Secret {
    fn variable(self) -> &'static str {
        match self {
            Self::Password | Self::FirstPassword => "HUIQIAN_PASSWORD",
            Self::NewPassword => "HUIQIAN_NEW_PASSWORD",
            Self::KeyPassword | Self::NewKeyPassword => "HUIQIAN_P12_PASSWORD",
            Self::RecoveryCode => "HUIQIAN_RECOVERY_CODE",
        }
    }

    fn prompt(self) -> &'static str {
        match self {
            Self::Password => "ask.password",
            Self::NewPassword | Self::FirstPassword => "ask.newPassword",
            Self::KeyPassword => "ask.keyPassword",
            Self::NewKeyPassword => "ask.newKeyPassword",
            Self::RecoveryCode => "ask.recoveryCode",
        }
    }

    /// A secret that is being set is asked for twice: nobody sees what they type.
    fn twice(self) -> bool {
        matches!(self, Self::NewPassword | Self::FirstPassword | Self::NewKeyPassword)
    }

    /// Takes it from the environment or asks for it.
    ///
    /// # Errors
    /// `secretNeeded` where there is neither a variable nor a terminal; `secretsDiffer` where it was typed differently.
    pub fn take(self, words: Words, whose: &str) -> Result<String, AppError> {
        if let Ok(given) = std::env::var(self.variable()) {
            return Ok(given);
        }
        if !std::io::stdin().is_terminal() {
            let params = json!({ "variable": self.variable(), "whose": whose });
            return Err(refusal("secretNeeded", ErrorClass::Refused, params));
        }
        let typed = ask(&words.say(self.prompt(), &[("whose", whose)]))?;
        if self.twice() && ask(&words.plain("ask.again"))? != typed {
            return Err(refusal("secretsDiffer", ErrorClass::Refused, json!({})));
        }
        Ok(typed)
    }
}

fn ask(prompt: &str) -> Result<String, AppError> {
    rpassword::prompt_password(prompt).map_err(|error| {
        let mut failed = refusal("terminalFailed", ErrorClass::Environment, json!({}));
        failed.incident = Some(error.to_string());
        failed
    })
}

/// An error of the command line itself.
pub fn refusal(code: &str, class: ErrorClass, params: serde_json::Value) -> AppError {
    let params = params.as_object().cloned().unwrap_or_else(Map::new);
    AppError { code: code.to_owned(), class, params, incident: None }
}
