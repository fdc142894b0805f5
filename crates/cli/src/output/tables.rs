//! Tables whose columns stand under each other, wide Chinese characters included, and amounts as people read them.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

/// On which side a column's texts stand.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A table without lines, so that it can be cut and pasted. Short rows are filled up.
pub fn table(headings: &[(String, Side)], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(headings.iter().map(|(text, _)| text));
    table.add_rows(rows);
    for (index, (_, side)) in headings.iter().enumerate() {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(match side {
                Side::Left => CellAlignment::Left,
                Side::Right => CellAlignment::Right,
            });
            column.set_padding((0, 2));
        }
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// `1234567.80` as `1,234,567.80`.
pub fn money(amount: &str) -> String {
    let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        for (amount, expected) in [
            ("0.00", "0.00"),
            ("999.99", "999.99"),
            ("1000.00", "1,000.00"),
            ("-1234567.80", "-1,234,567.80"),
            ("1200000", "1,200,000"),
        ] {
            assert_eq!(money(amount), expected);
        }
    }

    #[test]
    fn columns_stand_under_each_other_behind_wide_characters() {
        let headings = [("单位".to_owned(), Side::Left), ("得分".to_owned(), Side::Right)];
        let rows =
            vec![vec!["成都分公司".to_owned(), "88.5".to_owned()], vec!["CD".to_owned(), "100".to_owned()]];
        assert_eq!(table(&headings, rows), "单位        得分\n成都分公司  88.5\nCD           100");
    }
}
