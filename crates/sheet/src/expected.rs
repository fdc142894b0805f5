//! What a cell should have held. Data only: `app` turns it into Chinese or English.

use serde::{Deserialize, Serialize};

/// What a refused cell was expected to hold: a code and its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Expected {
    /// Any value: the column is required and the cell is empty.
    Present,
    /// Printable text of at most so many characters.
    Text {
        /// Most characters.
        most: usize,
    },
    /// An identifier: 1 to 40 printable characters without blanks.
    Identifier,
    /// A number stored as text: Excel keeps 15 digits, so that a longer number in a number cell has lost its last ones.
    DigitsAsText,
    /// A day between these years, both included, written 2026-07-01, 2026/7/1, 2026年7月1日, or as a date cell.
    Date {
        /// First year.
        from_year: i32,
        /// Last year.
        to_year: i32,
    },
    /// A day with a time, such as 2026-07-01 08:25.
    Moment,
    /// Times of day such as 08:25, several with blanks between.
    Times,
    /// A month such as 2026-07.
    Month,
    /// A quarter such as 2026Q3.
    Quarter,
    /// A decimal number within these limits.
    Number {
        /// Least, as decimal text.
        least: String,
        /// Most, as decimal text.
        most: String,
        /// Most decimals.
        decimals: u32,
    },
    /// An amount in yuan with at most two decimals.
    Money,
    /// A tax rate such as 0.06 or 6%, at least 0 and below 1.
    TaxRate,
    /// One of these words.
    OneOf {
        /// The words, Chinese first.
        allowed: Vec<String>,
    },
    /// A formula's value: the program that wrote the file left the formula without a result. Opening and saving the file in
    /// Excel, WPS or LibreOffice puts it in.
    CalculatedValue,
    /// Either a total score or item scores in one row, not both.
    TotalOrItems,
    /// The value that the workbook is stamped with.
    SameAsStamp {
        /// The stamped value.
        value: String,
    },
}
