//! Passwords: Argon2id with 64 MiB and three passes, a growing delay from the fifth failure, the recovery code.

use crate::error::{AppError, ErrorClass};
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use chrono::{DateTime, TimeDelta, Utc};
use domain::kernel::AccountName;
use ledger::account::query::{Credential, count_attempt, credential_named, set_credential};
use ledger::rusqlite::Connection;
use serde_json::json;

/// Shortest password, in characters.
const SHORTEST: usize = 8;
/// Wrong attempts without delay.
const FREE_ATTEMPTS: u32 = 4;
/// The recovery code's row among the credentials; no account can have that name, since it holds a blank.
const RECOVERY: &str = "recovery code";

fn argon() -> Argon2<'static> {
    let params =
        Params::new(64 * 1024, 3, 1, None).expect("64 MiB and three passes are within Argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn random<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| AppError::new("internal", ErrorClass::Environment, json!({})).with_incident(e))?;
    Ok(bytes)
}

/// The Argon2id hash of a password in PHC form, with a fresh salt.
pub(crate) fn hash(password: &str) -> Result<String, AppError> {
    let internal = |e: &dyn std::fmt::Display| {
        AppError::new("internal", ErrorClass::Environment, json!({})).with_incident(e.to_string())
    };
    let salt = SaltString::encode_b64(&random::<16>()?).map_err(|e| internal(&e))?;
    let hash = argon().hash_password(password.as_bytes(), &salt).map_err(|e| internal(&e))?;
    Ok(hash.to_string())
}

fn matches(password: &str, phc: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Refuses a password that is too short.
pub(super) fn accept(password: &str) -> Result<(), AppError> {
    if password.chars().count() < SHORTEST {
        return Err(AppError::refused("passwordTooShort", json!({ "limit": SHORTEST })));
    }
    Ok(())
}

/// Until when an account with so many failures waits: 30 s after the fifth, doubling, at most 15 minutes.
fn locked_until(credential: &Credential) -> Option<DateTime<Utc>> {
    let beyond = credential.failed.checked_sub(FREE_ATTEMPTS + 1)?;
    let seconds = 30_i64.checked_shl(beyond.min(10)).unwrap_or(900).min(900);
    credential.last_failed.map(|at| at + TimeDelta::seconds(seconds))
}

/// Checks a secret kept under that name; a wrong one is counted. An unknown name costs the same time.
fn check_secret(
    conn: &Connection,
    name: &str,
    secret: &str,
    now: DateTime<Utc>,
    wrong: &'static str,
) -> Result<(), AppError> {
    let Some(known) = credential_named(conn, name)? else {
        let _ = hash(secret)?;
        return Err(AppError::refused(wrong, json!({})));
    };
    if let Some(until) = locked_until(&known).filter(|until| now < *until) {
        let params = json!({ "until": crate::clock::local_text(until), "failed": known.failed });
        return Err(AppError::refused("signInLocked", params));
    }
    if matches(secret, &known.phc) {
        if known.failed > 0 {
            count_attempt(conn, name, None)?;
        }
        return Ok(());
    }
    count_attempt(conn, name, Some(now))?;
    Err(AppError::refused(wrong, json!({})))
}

/// Checks an account's password.
pub(super) fn check(
    conn: &Connection,
    account: &AccountName,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    check_secret(conn, account.as_str(), password, now, "wrongPassword")
}

/// Checks the password of who is signed in.
pub(super) fn check_present(
    conn: &Connection,
    account: &AccountName,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    check_secret(conn, account.as_str(), password, now, "wrongPresentPassword")
}

/// Makes the code that is printed once: 100 random bits in five groups of four letters and digits.
pub(super) fn new_recovery_code() -> Result<String, AppError> {
    // Without 0, O, 1, I: people type it from paper.
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let letters: String =
        random::<20>()?.iter().map(|b| char::from(LETTERS[usize::from(*b) % LETTERS.len()])).collect();
    Ok(letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-"))
}

pub(super) fn set_recovery_code(conn: &Connection, code: &str) -> Result<(), AppError> {
    Ok(set_credential(conn, RECOVERY, &hash(&plain(code))?)?)
}

/// Checks the recovery code; blanks, hyphens and case do not matter.
pub(super) fn check_recovery_code(conn: &Connection, code: &str, now: DateTime<Utc>) -> Result<(), AppError> {
    check_secret(conn, RECOVERY, &plain(code), now, "wrongRecoveryCode")
}

fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}
