//! Rubrics (评分细则) and rule sets (计分与结算规则): versioned data with the first quarter each holds for.

mod rubric;
mod rule_set;

pub use rubric::{Rubric, RubricItem, issue_rubric};
pub use rule_set::{Band, BandKind, GroupWeights, RuleSet, issue_rule_set};

use crate::kernel::Quarter;

/// The version in force in a quarter: the latest one that holds from that quarter or earlier. Defaults hold from
/// 2000Q1, so a list that contains them always has one.
pub fn in_force<T>(versions: &[T], from: impl Fn(&T) -> (Quarter, u32), quarter: Quarter) -> Option<&T> {
    versions.iter().filter(|v| from(v).0 <= quarter).max_by_key(|v| from(v))
}

#[cfg(test)]
mod tests;
