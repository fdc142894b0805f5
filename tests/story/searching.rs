//! Looking for words in all that is written (查找): found by any part of it and in either script, only by who may see it, counts
//! included; what changes is found anew, what is erased no more, and after a replay everything is found as before.

use super::tickets::{desk, register, request, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

fn look(desk: &mut Desk, words: &str) -> Value {
    desk.ok("findWords", json!({ "words": words }))
}

fn keys(found: &Value) -> Vec<&str> {
    found["lines"].as_array().unwrap().iter().map(|line| line["key"].as_str().unwrap()).collect()
}

fn marked(pieces: &Value) -> Vec<&str> {
    let marked = |piece: &&Value| piece["marked"] == true;
    pieces.as_array().unwrap().iter().filter(marked).map(|piece| piece["text"].as_str().unwrap()).collect()
}

/// A ticket and an opportunity of the first unit, a ticket of the second.
fn filled() -> (Desk, String, String) {
    let mut desk = desk();
    sign_in(&mut desk, "manager");
    let ticket = register(&mut desk, "support", json!({ "content": "核心网割接方案論證，VPN專線 V2.1" }));
    let opportunity = desk.ok(
        "registerOpportunity",
        json!({
            "unit": "C01", "title": "智慧园区专线", "customerName": "市大数据局", "class": "云与数据中心", "finder": "accountManager",
            "manager": "罗海燕", "foundOn": "2026-10-08",
        }),
    );
    sign_in(&mut desk, "admin");
    let mut elsewhere = request("support", json!({ "content": "专线割接" }));
    elsewhere["unit"] = json!("C02");
    desk.ok("registerTicket", elsewhere);
    (desk, ticket, opportunity["opportunity"].as_str().unwrap().to_owned())
}

#[test]
fn any_part_of_what_is_written_is_found_in_either_script() {
    let (mut desk, ticket, opportunity) = filled();
    for words in [
        "论证",
        "論證",
        "ＶＰＮ专线",
        "vpn 割接",
        "v2.1",
        "网割",
        "证",
        "“割接方案论证”",
        &ticket,
        "割接 -专线割接",
    ] {
        let found = look(&mut desk, words);
        assert_eq!(keys(&found), [&ticket], "{words}");
        assert_eq!((&found["total"], &found["behind"]), (&json!(1), &json!(0)), "{words}");
    }
    let found = look(&mut desk, "专线");
    assert_eq!(found["total"], 3);
    assert_eq!(keys(&found)[0], opportunity, "what has it in its title comes first");
    assert_eq!(marked(&found["lines"][0]["title"]), ["专线"]);
    let passage = look(&mut desk, "论证");
    assert_eq!(marked(&passage["lines"][0]["passage"]), ["論證"], "shown as it was written");
    assert_eq!(look(&mut desk, "罗海燕")["total"], 3, "names are found as well");
    for (only, total) in [
        (json!({ "kinds": ["opportunity"] }), 1),
        (json!({ "unit": "C02" }), 1),
        (json!({ "inTitle": true }), 1),
        (json!({ "from": "2026-10-09" }), 2),
        (json!({ "until": "2026-10-08" }), 1),
        (json!({ "kinds": ["customer"] }), 0),
    ] {
        let mut asked = only.clone();
        asked["words"] = json!("专线");
        assert_eq!(desk.ok("findWords", asked)["total"], total, "{only}");
    }
    let second = desk.ok("findWords", json!({ "words": "专线", "offset": 1, "limit": 1 }));
    assert_eq!((second["lines"].as_array().unwrap().len(), &second["total"]), (1, &json!(3)));
    assert_ne!(keys(&second)[0], opportunity);
    assert_eq!(look(&mut desk, "  ")["total"], 0);
    says(&desk.refused("findWords", json!({ "words": "-专线" })), "onlyExcluded", &[]);
    says(
        &desk.refused("findWords", json!({ "words": "专线", "kinds": ["pigeon"] })),
        "notInList",
        &["pigeon"],
    );
}

#[test]
fn a_branch_is_told_of_its_own_alone_and_counts_tell_no_more() {
    let (mut desk, ticket, opportunity) = filled();
    sign_in(&mut desk, "manager");
    let found = look(&mut desk, "专线");
    assert_eq!(found["total"], 2);
    let mut own = keys(&found);
    own.sort_unstable();
    let mut expected = [opportunity.as_str(), ticket.as_str()];
    expected.sort_unstable();
    assert_eq!(own, expected);
    let foreign = desk.ok("findWords", json!({ "words": "专线", "unit": "C02" }));
    assert_eq!((&foreign["total"], &foreign["lines"]), (&json!(0), &json!([])));
}

#[test]
fn what_is_changed_or_erased_is_found_accordingly_and_a_replay_changes_nothing() {
    let (mut desk, ticket, opportunity) = filled();
    desk.ok("linkTicket", json!({ "ticket": ticket, "opportunity": opportunity }));
    let renamed = json!({ "customer": "C01-KH-0001", "fields": { "name": "市数据管理局" } });
    desk.ok("changeCustomer", renamed);
    let mut named = keys(&look(&mut desk, "数据管理")).join(" ");
    assert_eq!(named.split(' ').count(), 3, "the customer, its project and the project's ticket: {named}");
    desk.ok("changeCustomer", json!({ "customer": "C01-KH-0001", "fields": { "name": "市大数据局" } }));
    named = keys(&look(&mut desk, "数据管理")).join(" ");
    assert_eq!(named, "");
    assert_eq!(look(&mut desk, "罗海燕")["total"], 3);
    desk.ok("voidTicket", json!({ "ticket": ticket, "text": "重复登记" }));
    assert_eq!(keys(&look(&mut desk, "重复登记")), [&ticket], "the reason is among its words");
    desk.ok(
        "erasePersonal",
        json!({ "subject": format!("ticket/contact/0/{ticket}"), "reason": "本人要求" }),
    );
    assert_eq!(look(&mut desk, "罗海燕")["total"], 2);
    assert_eq!(look(&mut desk, "核心网")["total"], 1, "its other words stay");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
