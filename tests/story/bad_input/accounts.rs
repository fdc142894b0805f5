//! Wrong passwords.

use super::{NOW, refused};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::json;

#[test]
fn a_wrong_password_and_an_unknown_account_get_the_same_answer() {
    let mut desk = Desk::province(NOW, 1, false);
    let head = desk.head();
    desk.ok("signOut", json!({}));
    let sign_in = |account: &str, password: &str| json!({ "account": account, "password": password });
    let wrong = desk.refused("signIn", sign_in("admin", "wrong horse"));
    says(&wrong, "wrongPassword", &[]);
    assert_eq!(wrong, desk.refused("signIn", sign_in("nobody", PASSWORD)), "which names exist stays unsaid");
    says(&desk.refused("units", json!({})), "notSignedIn", &[]);
    desk.ok("signIn", sign_in("admin", PASSWORD));
    assert_eq!(desk.head(), head);
    let change = json!({ "password": "wrong horse", "newPassword": "another password" });
    says(&refused(&mut desk, "changePassword", change), "wrongPresentPassword", &[]);
    desk.ok("signIn", sign_in("admin", PASSWORD));
}
