//! Money in capitals (人民币大写) as invoices and bank forms write it.

use super::Yuan;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 4] = ["", "万", "亿", "万亿"];

/// `1060800.00` → `人民币壹佰零陆万零捌佰元整`. A negative amount begins with 负.
#[must_use]
pub fn capitals(amount: Yuan) -> String {
    let fen_total =
        (amount.decimal().abs() * rust_decimal::Decimal::ONE_HUNDRED).trunc().mantissa().unsigned_abs();
    let (yuan, fen_part) = (fen_total / 100, (fen_total % 100) as usize);
    let (jiao, fen) = (fen_part / 10, fen_part % 10);
    let mut out = String::from("人民币");
    if amount.is_negative() {
        out.push('负');
    }
    if yuan > 0 {
        out.push_str(&whole(yuan));
        out.push('元');
    }
    match (jiao, fen) {
        (0, 0) if yuan == 0 => out.push_str("零元整"),
        (0, 0) => out.push('整'),
        (0, f) => {
            if yuan > 0 {
                out.push('零');
            }
            out.push_str(DIGITS[f]);
            out.push('分');
        }
        (j, f) => {
            // A yuan part that ends in zero is followed by 零 before the jiao.
            if yuan > 0 && yuan.is_multiple_of(10) {
                out.push('零');
            }
            out.push_str(DIGITS[j]);
            out.push('角');
            if f == 0 {
                out.push('整');
            } else {
                out.push_str(DIGITS[f]);
                out.push('分');
            }
        }
    }
    out
}

fn whole(mut number: u128) -> String {
    let mut groups = Vec::new();
    while number > 0 {
        groups.push((number % 10_000) as usize);
        number /= 10_000;
    }
    let mut out = String::new();
    let mut zero_pending = false;
    for (index, group) in groups.iter().enumerate().rev() {
        if *group == 0 {
            zero_pending = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (zero_pending || *group < 1000) {
            out.push('零');
        }
        zero_pending = false;
        let mut gap = false;
        for place in (0..4).rev() {
            let digit = group / 10_usize.pow(place as u32) % 10;
            if digit == 0 {
                gap = gap || group >= &10_usize.pow(place as u32 + 1);
                continue;
            }
            if gap {
                out.push('零');
                gap = false;
            }
            out.push_str(DIGITS[digit]);
            out.push_str(PLACES[place]);
        }
        out.push_str(GROUPS.get(index).copied().unwrap_or(""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::Strategy as _;

    #[test]
    fn as_a_bank_writes_it() {
        for (amount, expected) in [
            ("0", "人民币零元整"),
            ("0.05", "人民币伍分"),
            ("0.50", "人民币伍角整"),
            ("10.00", "人民币壹拾元整"),
            ("10.30", "人民币壹拾元零叁角整"),
            ("1.05", "人民币壹元零伍分"),
            ("1060800", "人民币壹佰零陆万零捌佰元整"),
            ("833299.99", "人民币捌拾叁万叁仟贰佰玖拾玖元玖角玖分"),
            ("1001000", "人民币壹佰万壹仟元整"),
            ("10001000.10", "人民币壹仟万壹仟元零壹角整"),
            ("100000001", "人民币壹亿零壹元整"),
            ("20030040.05", "人民币贰仟零叁万零肆拾元零伍分"),
            ("-100000", "人民币负壹拾万元整"),
        ] {
            assert_eq!(capitals(Yuan::parse(amount).unwrap()), expected, "{amount}");
        }
    }

    /// Reads capitals the way a bank clerk does: digit times place, group by group. Knows nothing of how they are made.
    fn read(text: &str) -> i128 {
        let body = text.strip_prefix("人民币").unwrap();
        let (sign, body) = body.strip_prefix('负').map_or((1, body), |rest| (-1, rest));
        let (mut fen, mut group, mut digit) = (0_i128, 0_i128, 0_i128);
        let mut yuan = 0_i128;
        for c in body.chars() {
            if let Some(n) = "零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == c) {
                digit = n as i128;
                continue;
            }
            match c {
                '拾' => group += std::mem::take(&mut digit) * 10,
                '佰' => group += std::mem::take(&mut digit) * 100,
                '仟' => group += std::mem::take(&mut digit) * 1000,
                '万' => yuan += (std::mem::take(&mut group) + std::mem::take(&mut digit)) * 10_000,
                '亿' => {
                    yuan = (yuan + std::mem::take(&mut group) + std::mem::take(&mut digit)) * 100_000_000;
                }
                '元' => yuan += std::mem::take(&mut group) + std::mem::take(&mut digit),
                '角' => fen += std::mem::take(&mut digit) * 10,
                '分' => fen += std::mem::take(&mut digit),
                '整' => {}
                other => panic!("{other} in {text}"),
            }
        }
        sign * (yuan * 100 + fen)
    }

    proptest::proptest! {
        #[test]
        fn a_clerk_reads_the_same_amount(fen in proptest::prop_oneof![
            -99_999_999_999_999_i64..=99_999_999_999_999,
            0_i64..=1_000_000,
            (0_i64..=9_999, 0_u32..=9).prop_map(|(n, zeros)| n * 10_i64.pow(zeros)),
        ]) {
            let amount = Yuan::rounded(rust_decimal::Decimal::new(fen, 2));
            let words = capitals(amount);
            proptest::prop_assert_eq!(read(&words), i128::from(fen), "{}", words);
            let doubled = words.contains("零零") || words.contains("零元整") && fen != 0;
            proptest::prop_assert!(!doubled, "{}", words);
        }
    }
}
