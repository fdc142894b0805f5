//! The command line's own texts (`words/`); everything that the window says too comes from `app::words`.

use app::AppError;
use app::words::Lang;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::sync::OnceLock;

type List = BTreeMap<String, String>;

/// The texts in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Which language.
    pub lang: Lang,
}

fn list(lang: Lang) -> &'static List {
    static ZH: OnceLock<List> = OnceLock::new();
    static EN: OnceLock<List> = OnceLock::new();
    let (cell, text) = match lang {
        Lang::ZhCn => (&ZH, include_str!("../words/zh-CN.json")),
        Lang::En => (&EN, include_str!("../words/en.json")),
    };
    cell.get_or_init(|| serde_json::from_str(text).expect("the word lists are checked by a test"))
}

impl Words {
    /// The language asked for by `--lang`, looked up before anything is parsed, since help and usage errors need it.
    pub fn of_arguments(arguments: &[OsString]) -> Self {
        let mut lang = Lang::default();
        let mut given = arguments.iter().map(|a| a.to_string_lossy());
        while let Some(argument) = given.next() {
            let value = match argument.strip_prefix("--lang") {
                Some("") => given.next().map(|v| v.into_owned()),
                Some(rest) => rest.strip_prefix('=').map(str::to_owned),
                None => None,
            };
            lang = value.as_deref().and_then(Lang::parse).unwrap_or(lang);
        }
        Self { lang }
    }

    /// Whether the command line has a text of its own for that key.
    pub fn has(self, key: &str) -> bool {
        list(self.lang).contains_key(key)
    }

    /// A text without parameters.
    pub fn plain(self, key: &str) -> String {
        list(self.lang).get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// A text with `{name}` replaced by the values.
    pub fn say(self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let template = self.plain(key);
        let mut rest = template.as_str();
        // One pass, so that a value that holds braces stays as it is.
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            text.push_str(before);
            text.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// A code of a family (`party`, `status`, `verdict`, …) in words; the code itself where there are none.
    pub fn term(self, family: &str, code: &str) -> String {
        let key = format!("{family}.{code}");
        if self.has(&key) {
            self.plain(&key)
        } else if app::words::has(self.lang, &key) {
            app::words::word(self.lang, &key)
        } else {
            code.to_owned()
        }
    }

    /// A code with parameters in words; code and parameters themselves where there are none.
    pub fn message(self, code: &str, params: &Map<String, Value>) -> String {
        if self.has(code) {
            let values: Vec<(&str, String)> =
                params.iter().map(|(k, v)| (k.as_str(), plain_value(v))).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
            return self.say(code, &values);
        }
        if app::words::has(self.lang, code) || params.is_empty() {
            return app::words::message(self.lang, code, params);
        }
        format!("{code} {}", Value::Object(params.clone()))
    }

    /// A `{code, …}` or `{code, params}` of a family, such as a blocker, in words.
    pub fn coded(self, family: &str, value: &Value) -> String {
        let code = value.get("code").and_then(Value::as_str).unwrap_or_default();
        let mut params = match (value.get("params"), value) {
            (Some(Value::Object(params)), _) => params.clone(),
            (_, Value::Object(all)) => all.clone(),
            _ => Map::new(),
        };
        params.remove("code");
        let key = if family.is_empty() { code.to_owned() } else { format!("{family}.{code}") };
        self.message(&key, &params)
    }

    /// Why something was refused, with every bad cell or blocker on a line of its own.
    pub fn error(self, error: &AppError) -> String {
        let mut lines = vec![self.message(&error.code, &error.params)];
        let rows = |name: &str| error.params.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        lines.extend(rows("cells").iter().map(|cell| self.bad_cell(cell)));
        lines
            .extend(rows("blockers").iter().map(|blocker| format!("  - {}", self.coded("blocker", blocker))));
        lines.join("\n")
    }

    /// `file:row:column: reason`.
    fn bad_cell(self, cell: &Value) -> String {
        let text = |name: &str| cell.get(name).map(plain_value).unwrap_or_default();
        let reason = match (cell.get("expected"), cell.get("reason")) {
            (Some(expected), _) => {
                let expected = self.coded("expected", expected);
                self.say("cell.expected", &[("value", &text("value")), ("expected", &expected)])
            }
            (None, Some(reason)) => self.coded("", reason),
            (None, None) => String::new(),
        };
        format!("{}:{}:{}: {reason}", text("file"), text("row"), text("column"))
    }
}

fn plain_value(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Command, CommandFactory};
    use std::collections::BTreeSet;

    fn parameters(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
    }

    #[test]
    fn both_lists_have_the_same_texts_with_the_same_parameters() {
        let (zh, en) = (list(Lang::ZhCn), list(Lang::En));
        assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
        for (key, text) in zh {
            assert_eq!(parameters(text), parameters(&en[key]), "{key}");
            assert!(!text.trim().is_empty() && !en[key].trim().is_empty(), "{key}");
        }
    }

    #[test]
    fn every_command_and_option_has_a_help_text() {
        fn check(command: &Command) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with("help."), "{}: {about}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with("option."), "{}: {help}", command.get_name());
            }
            command.get_subcommands().for_each(check);
        }
        for lang in [Lang::ZhCn, Lang::En] {
            check(&crate::arguments::localised(Words { lang }));
        }
        crate::arguments::Arguments::command().debug_assert();
    }

    #[test]
    fn values_with_braces_stay_as_they_are() {
        let words = Words { lang: Lang::En };
        let said = words.say("status.noLedger", &[("dir", "/tmp/{dir}")]);
        assert_eq!(said, "There is no ledger in /tmp/{dir}.");
    }
}
