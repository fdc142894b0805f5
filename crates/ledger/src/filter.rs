//! Conditions of a list, put together from what was asked for; their values go beside them.

use rusqlite::types::Value;

/// Conditions and their values.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    conditions: Vec<String>,
    pub(crate) values: Vec<Value>,
}

impl Filter {
    /// Conditions whose values stand behind those that a statement has already.
    pub(crate) fn behind(values: Vec<Value>) -> Self {
        Self { conditions: Vec::new(), values }
    }

    /// Keeps a value and gives its place.
    pub(crate) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    /// A condition as it stands.
    pub(crate) fn and(&mut self, condition: String) {
        self.conditions.push(condition);
    }

    /// The column holds one of these; anything where none is named.
    pub(crate) fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = String>) {
        let places: Vec<String> = values.into_iter().map(|value| self.value(value)).collect();
        if !places.is_empty() {
            self.conditions.push(format!("{column} IN ({})", places.join(", ")));
        }
    }

    /// Every word stands in one of these columns.
    pub(crate) fn words(&mut self, text: &str, columns: &[&str]) {
        self.words_or(text, columns, |_| None);
    }

    /// Every word stands in one of these columns, or what holds elsewhere for the place of its pattern does.
    pub(crate) fn words_or(
        &mut self,
        text: &str,
        columns: &[&str],
        elsewhere: impl Fn(&str) -> Option<String>,
    ) {
        for part in text.split_whitespace() {
            let escaped = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let place = self.value(format!("%{escaped}%"));
            let like = |column: &&str| format!("{column} LIKE {place} ESCAPE '\\'");
            let any: Vec<String> = columns.iter().map(like).chain(elsewhere(&place)).collect();
            self.conditions.push(format!("({})", any.join(" OR ")));
        }
    }

    /// `WHERE …`; nothing where nothing is asked for.
    pub(crate) fn clause(&self) -> String {
        if self.conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", self.conditions.join(" AND "))
        }
    }

    /// ` AND …` for each, for a statement that has conditions of its own.
    pub(crate) fn rest(&self) -> String {
        self.conditions.iter().map(|condition| format!(" AND {condition}")).collect()
    }
}
