//! What somebody asks for: words beside each other are all wanted; `"…"` keeps words together; `或`, `OR` and `|` let one of
//! several do; `-`, `非` and `NOT` keep out; brackets group.

use super::fold::fold;
use super::gram::expression;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A folded phrase stands in the text.
    Phrase(Vec<char>),
    /// All hold. Never empty.
    All(Vec<Query>),
    /// One holds. Never empty.
    Any(Vec<Query>),
    /// The first holds and the second does not.
    Without(Box<Query>, Box<Query>),
}

/// Characters of a question at most: a paragraph is looked for by a sentence of it.
pub const LONGEST_QUERY: usize = 300;
/// Brackets within brackets at most: the index reads no deeper ones.
pub const DEEPEST_QUERY: usize = 10;

/// Why a question cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryFault {
    /// It says only what is not wanted: nothing to look for.
    OnlyExcluded,
    /// It is longer than [`LONGEST_QUERY`].
    TooLong,
    /// It has more brackets within brackets than [`DEEPEST_QUERY`].
    TooDeep,
}

impl Query {
    /// Reads what somebody typed; `None` where it holds no word. Half-typed questions are read as far as they go: an open
    /// quotation mark or bracket ends with the text, a connecting word without a second side is passed over.
    ///
    /// # Errors
    /// [`QueryFault`]
    pub fn read(typed: &str) -> Result<Option<Self>, QueryFault> {
        if typed.chars().count() > LONGEST_QUERY {
            return Err(QueryFault::TooLong);
        }
        let tokens = tokens(typed);
        let mut reader = Reader { tokens: &tokens, at: 0, depth: 0 };
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        while reader.at < tokens.len() {
            if let Some(read) = reader.any()? {
                match read {
                    Side::Wanted(query) => wanted.push(query),
                    Side::Unwanted(query) => unwanted.push(query),
                }
            }
            // A bracket that closes nothing.
            if reader.peek() == Some(&Token::Close) {
                reader.at += 1;
            }
        }
        joined(wanted, unwanted)
    }

    /// The expression that the index is asked with.
    #[must_use]
    pub fn expression(&self) -> String {
        let list = |queries: &[Self], word: &str| {
            let parts: Vec<String> = queries.iter().map(Self::expression).collect();
            format!("({})", parts.join(word))
        };
        match self {
            Self::Phrase(chars) => expression(chars).unwrap_or_else(|| "\"\"".to_owned()),
            Self::All(queries) => list(queries, " AND "),
            Self::Any(queries) => list(queries, " OR "),
            Self::Without(wanted, unwanted) => {
                format!("({} NOT {})", wanted.expression(), unwanted.expression())
            }
        }
    }

    /// The phrases that are wanted, for marking them.
    #[must_use]
    pub fn phrases(&self) -> Vec<Vec<char>> {
        match self {
            Self::Phrase(chars) => vec![chars.clone()],
            Self::All(queries) | Self::Any(queries) => queries.iter().flat_map(Self::phrases).collect(),
            Self::Without(wanted, _) => wanted.phrases(),
        }
    }

    /// Whether a folded text is one that is asked for: what the index answers, said without it.
    #[must_use]
    pub fn holds(&self, text: &[char]) -> bool {
        match self {
            Self::Phrase(chars) => text.windows(chars.len().max(1)).any(|part| part == chars),
            Self::All(queries) => queries.iter().all(|query| query.holds(text)),
            Self::Any(queries) => queries.iter().any(|query| query.holds(text)),
            Self::Without(wanted, unwanted) => wanted.holds(text) && !unwanted.holds(text),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Phrase(Vec<char>),
    Or,
    Not,
    Open,
    Close,
}

enum Side {
    Wanted(Query),
    Unwanted(Query),
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Brackets that are open.
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Terms with 或 between them. What is kept out cannot be one of several.
    fn any(&mut self) -> Result<Option<Side>, QueryFault> {
        let Some(first) = self.term()? else { return Ok(None) };
        let Side::Wanted(first) = first else { return Ok(Some(first)) };
        let mut several = vec![first];
        while self.peek() == Some(&Token::Or) {
            self.at += 1;
            match self.term()? {
                Some(Side::Wanted(query)) => several.push(query),
                Some(Side::Unwanted(_)) => return Err(QueryFault::OnlyExcluded),
                None => {}
            }
        }
        let only = several.pop().expect("the first");
        Ok(Some(Side::Wanted(if several.is_empty() {
            only
        } else {
            several.push(only);
            Query::Any(several)
        })))
    }

    fn term(&mut self) -> Result<Option<Side>, QueryFault> {
        let mut unwanted = false;
        loop {
            match self.peek() {
                Some(Token::Not) => unwanted = true,
                // 或 without a first side.
                Some(Token::Or) => {}
                Some(Token::Phrase(chars)) => {
                    let query = Query::Phrase(chars.clone());
                    self.at += 1;
                    return Ok(Some(side(query, unwanted)));
                }
                Some(Token::Open) => {
                    self.at += 1;
                    let group = self.group()?;
                    return Ok(group.map(|query| side(query, unwanted)));
                }
                Some(Token::Close) | None => return Ok(None),
            }
            self.at += 1;
        }
    }

    fn group(&mut self) -> Result<Option<Query>, QueryFault> {
        self.depth += 1;
        if self.depth > DEEPEST_QUERY {
            return Err(QueryFault::TooDeep);
        }
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        while self.peek().is_some_and(|token| *token != Token::Close) {
            match self.any()? {
                Some(Side::Wanted(query)) => wanted.push(query),
                Some(Side::Unwanted(query)) => unwanted.push(query),
                None => {}
            }
        }
        self.at += 1;
        self.depth -= 1;
        joined(wanted, unwanted)
    }
}

fn side(query: Query, unwanted: bool) -> Side {
    if unwanted { Side::Unwanted(query) } else { Side::Wanted(query) }
}

fn joined(wanted: Vec<Query>, unwanted: Vec<Query>) -> Result<Option<Query>, QueryFault> {
    let one = |mut queries: Vec<Query>, many: fn(Vec<Query>) -> Query| match queries.len() {
        0 => None,
        1 => queries.pop(),
        _ => Some(many(queries)),
    };
    match (one(wanted, Query::All), one(unwanted, Query::Any)) {
        (None, Some(_)) => Err(QueryFault::OnlyExcluded),
        (wanted, None) => Ok(wanted),
        (Some(wanted), Some(unwanted)) => Ok(Some(Query::Without(Box::new(wanted), Box::new(unwanted)))),
    }
}

fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        rest = match first {
            '"' | '“' | '”' | '「' | '『' => {
                let end = after.find(['"', '“', '”', '」', '』']).unwrap_or(after.len());
                phrase(&mut tokens, &after[..end]);
                after[end..].chars().next().map_or("", |mark| &after[end + mark.len_utf8()..])
            }
            '(' | '（' => {
                tokens.push(Token::Open);
                after
            }
            ')' | '）' => {
                tokens.push(Token::Close);
                after
            }
            '|' | '｜' => {
                tokens.push(Token::Or);
                after
            }
            '-' | '－' if after.starts_with(|c: char| !c.is_whitespace() && c != '-') => {
                tokens.push(Token::Not);
                after
            }
            _ => {
                let ends = |c: char| {
                    c.is_whitespace() || matches!(c, '"' | '“' | '”' | '(' | '（' | ')' | '）' | '|' | '｜')
                };
                let end = rest.find(ends).unwrap_or(rest.len());
                word(&mut tokens, &rest[..end]);
                &rest[end..]
            }
        }
        .trim_start();
    }
    tokens
}

fn word(tokens: &mut Vec<Token>, word: &str) {
    match word {
        "或" | "OR" => tokens.push(Token::Or),
        "非" | "NOT" => tokens.push(Token::Not),
        // Said, though it is meant anyway.
        "且" | "AND" => {}
        _ => phrase(tokens, word),
    }
}

fn phrase(tokens: &mut Vec<Token>, text: &str) {
    let folded = fold(text).chars().to_vec();
    if !folded.is_empty() {
        tokens.push(Token::Phrase(folded));
    }
}
