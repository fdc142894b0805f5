//! What a user is told.

use app::AppError;
use app::words::{Lang, message};

/// The words of an error in Chinese; they stand in English as well, and nothing of them is left unfilled. A bare code
/// would mean that nobody wrote any.
pub(crate) fn words(error: &AppError) -> String {
    let chinese = message(Lang::ZhCn, &error.code, &error.params);
    let english = message(Lang::En, &error.code, &error.params);
    assert!(chinese.chars().any(|c| ('一'..='龥').contains(&c)), "{}: {chinese}", error.code);
    assert!(!english.chars().any(|c| "。，；请".contains(c)), "{}: {english}", error.code);
    assert_ne!(english, error.code);
    assert!(!chinese.contains('{') && !english.contains('{'), "{chinese} / {english}");
    chinese
}

/// The error has that code, and its words in both languages name each of these: what is wrong, and where.
#[track_caller]
pub(crate) fn says(error: &AppError, code: &str, named: &[&str]) {
    assert_eq!(error.code, code, "{error:?}");
    let chinese = words(error);
    let english = message(Lang::En, &error.code, &error.params);
    for name in named {
        assert!(chinese.contains(name) && english.contains(name), "{name}: {chinese} / {english}");
    }
    // What to do.
    assert!(["请", "须", "应", "可"].iter().any(|word| chinese.contains(word)), "{code}: {chinese}");
}
