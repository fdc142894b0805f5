//! Codes into words. One home for the texts of both languages: `words/zh-CN.json` and `words/en.json`, which the page
//! uses too.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Reads `zh-CN` or `en`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "zh-CN" | "zh" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

type Words = BTreeMap<String, String>;

fn words(lang: Lang) -> &'static Words {
    static ZH: OnceLock<Words> = OnceLock::new();
    static EN: OnceLock<Words> = OnceLock::new();
    let (cell, text) = match lang {
        Lang::ZhCn => (&ZH, include_str!("../words/zh-CN.json")),
        Lang::En => (&EN, include_str!("../words/en.json")),
    };
    cell.get_or_init(|| serde_json::from_str(text).expect("the word lists are checked by a test"))
}

/// The text of a key, without parameters; the key itself where there is none.
#[must_use]
pub fn word(lang: Lang, key: &str) -> String {
    words(lang).get(key).cloned().unwrap_or_else(|| key.to_owned())
}

/// Whether a key has a text.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    words(lang).contains_key(key)
}

/// The text of a code with its parameters put in. `{unit}` takes the parameter as it is, or its own text where one is
/// listed as `unit.<value>`; lists are joined by `listSeparator`, or by their own (`listSeparator.blockers`, whose items are
/// clauses); nested `{code, …}` values are put into words themselves.
#[must_use]
pub fn message(lang: Lang, code: &str, params: &Map<String, Value>) -> String {
    let template = word(lang, code);
    let mut out = String::new();
    let mut rest = template.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(&params.get(name).map_or_else(|| format!("{{{name}}}"), |v| value(lang, name, v)));
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn value(lang: Lang, name: &str, value: &Value) -> String {
    match value {
        Value::Null => word(lang, "none"),
        Value::String(text) => {
            let key = format!("{name}.{text}");
            if has(lang, &key) { word(lang, &key) } else { text.clone() }
        }
        Value::Array(items) => list(lang, name, items),
        Value::Object(map) => match map.get("code").and_then(Value::as_str) {
            Some(code) => {
                let nested = map.get("params").and_then(Value::as_object).unwrap_or(map);
                message(lang, &format!("{name}.{code}"), nested)
            }
            None => value_text(value),
        },
        Value::Number(n) if name == "bytes" || name == "limitBytes" => {
            n.as_u64().map_or_else(|| n.to_string(), size_text)
        }
        // Rows count from 1 for people.
        Value::Number(n) if name == "firstRow" => {
            n.as_u64().map_or_else(|| n.to_string(), |n| (n + 1).to_string())
        }
        other => value_text(other),
    }
}

/// Where a term stands, by the word of its standing and the working days late or left: `已超时 2 个工作日`, `按时`.
#[must_use]
pub fn standing(lang: Lang, standing: &str, days: Option<u32>) -> String {
    let days = days.unwrap_or_default();
    // Of no whole day another word is said.
    let today = format!("termStanding.{standing}.today");
    if days == 0 && has(lang, &today) {
        return word(lang, &today);
    }
    let params = Map::from_iter([("days".to_owned(), days.into())]);
    message(lang, &format!("termStanding.{standing}"), &params)
}

/// `50 MB`, `1.5 KB`, `800 B`: rounded up, so that what exceeds a limit never reads like the limit itself.
pub(crate) fn size_text(bytes: u64) -> String {
    let mut unit = 1_u64;
    for name in ["B", "KB", "MB"] {
        if bytes < unit << 10 {
            return sized(bytes, unit, name);
        }
        unit <<= 10;
    }
    sized(bytes, unit, "GB")
}

fn sized(bytes: u64, unit: u64, name: &str) -> String {
    let tenths = (u128::from(bytes) * 10).div_ceil(u128::from(unit));
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        rest => format!("{}.{rest} {name}", tenths / 10),
    }
}

fn value_text(value: &Value) -> String {
    value.to_string()
}

fn list(lang: Lang, name: &str, items: &[Value]) -> String {
    const SHOWN: usize = 8;
    let singular = name.strip_suffix('s').unwrap_or(name);
    let own = format!("listSeparator.{name}");
    let separator = word(lang, if has(lang, &own) { &own } else { "listSeparator" });
    let mut text =
        items.iter().take(SHOWN).map(|v| value(lang, singular, v)).collect::<Vec<_>>().join(&separator);
    if items.len() > SHOWN {
        let mut params = Map::new();
        params.insert("count".to_owned(), Value::from(items.len()));
        text.push_str(&message(lang, "andMore", &params));
    }
    text
}

#[cfg(test)]
mod tests;
