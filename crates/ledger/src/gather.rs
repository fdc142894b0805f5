//! Rows handed over in one piece. SQLite hands over a row column by column, in a dozen calls each, which for a quarter's
//! tens of thousands of short rows takes longer than finding them and longer than what is worked out of them. The SQL
//! aggregate `gather(a, b, …)` notes the texts of all its rows one behind the other while SQLite goes through them, and
//! they are read from there. It lives on the connection alone: nothing in the database refers to it.

use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Params};

/// Notes a row: before each text a character whose number is the text's length in bytes and one, or 0 where the column is
/// NULL. So all of it is one text, and is looked at as such once.
struct Gather;

impl Aggregate<Vec<u8>, Option<Vec<u8>>> for Gather {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Vec<u8>> {
        Ok(Vec::with_capacity(16 * 1024))
    }

    fn step(&self, row: &mut Context<'_>, gathered: &mut Vec<u8>) -> rusqlite::Result<()> {
        for index in 0..row.len() {
            match row.get_raw(index) {
                ValueRef::Text(text) => {
                    gathered.reserve(text.len() + 4);
                    match u8::try_from(text.len() + 1) {
                        Ok(short) if short.is_ascii() => gathered.push(short),
                        _ => {
                            let length = u32::try_from(text.len() + 1).ok().and_then(char::from_u32);
                            let length = length.ok_or_else(|| unfit(index, Type::Text))?;
                            gathered.extend_from_slice(length.encode_utf8(&mut [0; 4]).as_bytes());
                        }
                    }
                    gathered.extend_from_slice(text);
                }
                ValueRef::Null => gathered.push(0),
                other => return Err(unfit(index, other.data_type())),
            }
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, gathered: Option<Vec<u8>>) -> rusqlite::Result<Option<Vec<u8>>> {
        Ok(gathered)
    }
}

/// A value that is no text, or one whose length is no character's number: far longer than what is gathered here.
fn unfit(index: usize, kind: Type) -> rusqlite::Error {
    rusqlite::Error::InvalidFunctionParameterType(index, kind)
}

/// Lets a connection gather.
pub(crate) fn teach(conn: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_aggregate_function(c"gather", -1, flags, Gather)
}

/// What one query gathered: rows of `N` texts, where they lie, in the order in which SQLite went through them; `None` is
/// NULL.
pub(crate) struct Gathered<'b, const N: usize>(&'b str);

impl<'b, const N: usize> Iterator for Gathered<'b, N> {
    type Item = [Option<&'b str>; N];

    fn next(&mut self) -> Option<Self::Item> {
        let mut row = [None; N];
        for field in &mut row {
            let mut rest = self.0.chars();
            let length = u32::from(rest.next()?) as usize;
            self.0 = rest.as_str();
            if length > 0 {
                let (text, rest) = self.0.split_at_checked(length - 1)?;
                (*field, self.0) = (Some(text), rest);
            }
        }
        Some(row)
    }
}

/// What one query gathered, kept, to be read later or by another thread.
pub(crate) struct Unread<const N: usize>(String);

impl<const N: usize> Unread<N> {
    pub(crate) fn rows(&self) -> Gathered<'_, N> {
        Gathered(&self.0)
    }
}

/// Runs a query of one row with one column, `gather(…)` of `N` columns, and keeps what it gathered.
pub(crate) fn gather_unread<const N: usize>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
) -> rusqlite::Result<Unread<N>> {
    gather(conn, sql, params, |Gathered(text): Gathered<'_, N>| Ok(Unread(text.to_owned())))
}

/// Runs a query of one row with one column, `gather(…)` of `N` columns, and shows what it gathered.
pub(crate) fn gather<T, const N: usize>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(Gathered<'_, N>) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    conn.prepare_cached(sql)?.query_row(params, |row| {
        let bytes = row.get_ref(0)?.as_blob_or_null()?.unwrap_or_default();
        read(Gathered(str::from_utf8(bytes).map_err(|error| rusqlite::Error::Utf8Error(0, error))?))
    })
}

/// A column in which texts repeat: one that equals the last is not read anew.
pub(crate) struct Repeating<'b, T>(Option<(&'b str, T)>);

impl<'b, T: Clone> Repeating<'b, T> {
    pub(crate) fn new() -> Self {
        Self(None)
    }

    pub(crate) fn read(
        &mut self,
        text: &'b str,
        read: impl FnOnce(&'b str) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        match &self.0 {
            Some((last, value)) if *last == text => Ok(value.clone()),
            _ => {
                let value = read(text)?;
                self.0 = Some((text, value.clone()));
                Ok(value)
            }
        }
    }
}

/// A gathered text, where there has to be one.
pub(crate) fn text(field: Option<&str>, index: usize) -> rusqlite::Result<&str> {
    field.ok_or_else(|| rusqlite::Error::InvalidColumnType(index, "gathered".to_owned(), Type::Null))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(rows: &str) -> rusqlite::Result<Vec<[Option<String>; 2]>> {
        let conn = Connection::open_in_memory()?;
        teach(&conn)?;
        let sql = format!("SELECT gather(column1, column2) FROM ({rows})");
        gather(&conn, &sql, [], |rows| {
            Ok(rows.map(|row: [_; 2]| row.map(|f| f.map(str::to_owned))).collect())
        })
    }

    #[test]
    fn rows_are_read_as_they_were_gathered() {
        let (long, longer) = ("工".repeat(60), "a".repeat(127));
        let rows =
            format!("VALUES ('S1', '87.5'), ('', NULL), (NULL, ''), ('{long}', '{longer}'), ('a b', '工号')");
        let some = |text: &str| Some(text.to_owned());
        let expected = [
            [some("S1"), some("87.5")],
            [some(""), None],
            [None, some("")],
            [some(&long), some(&longer)],
            [some("a b"), some("工号")],
        ];
        assert_eq!(gathered(&rows).unwrap(), expected);
        assert_eq!(gathered("SELECT 'a' AS column1, 'b' AS column2 WHERE 0").unwrap(), [[None, None]; 0]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for odd in ["1", "1.5", "x'00'", "printf('%.*c', 56000, 'a')"] {
            let rows = format!("VALUES ('a', 'b'), ('a', {odd})");
            let refused = gathered(&rows).unwrap_err().to_string();
            assert!(refused.contains("function parameter type"), "{odd}: {refused}");
        }
    }
}
