use super::*;
use domain::kernel::StaffNo;

/// Stays as they come from the ledger: by staff number.
fn stays(persons: &[(&str, &str, &str)]) -> Vec<(Membership, Vec<u32>)> {
    let stay = |(staff_no, name, arrived_on): &(&str, &str, &str)| {
        let stay = Membership {
            staff_no: StaffNo::parse(staff_no).unwrap(),
            unit: UnitCode::parse("CD").unwrap(),
            arrived_on: arrived_on.parse().unwrap(),
            left_on: None,
        };
        (stay, by_pinyin(name))
    };
    persons.iter().map(stay).collect()
}

#[test]
fn names_stand_by_pinyin_as_far_as_the_character_sets_know_it() {
    let order = [
        // An erased name is its staff number.
        "QT0001",
        "Zoe",
        "喆文",
        "阿木",
        "安静",
        "陈东",
        "陈冬",
        "李娜",
        "王芳",
        "王方圆",
        "张伟",
        "赵敏",
        "闫丽",
    ];
    let mut sorted = order;
    sorted.reverse();
    sorted.sort_by_key(|name| by_pinyin(name));
    assert_eq!(sorted, order);
    // GBK has no 𠮷.
    assert!(by_pinyin("闫丽") < by_pinyin("𠮷田") && by_pinyin("𠮷田") < by_pinyin("𠮷野"));
}

#[test]
fn what_is_equal_stays_as_it_came_in_either_direction() {
    let persons = [
        ("A1", "王芳", "2026-03-01"),
        ("A2", "李娜", "2026-01-01"),
        ("B1", "王芳", "2026-01-01"),
        ("B2", "王芳", "2026-02-01"),
    ];
    for (order, descending, expected) in [
        (PeopleOrder::StaffNo, false, ["A1", "A2", "B1", "B2"]),
        (PeopleOrder::StaffNo, true, ["B2", "B1", "A2", "A1"]),
        (PeopleOrder::Name, false, ["A2", "A1", "B1", "B2"]),
        (PeopleOrder::Name, true, ["A1", "B1", "B2", "A2"]),
        (PeopleOrder::ArrivedOn, false, ["A2", "B1", "B2", "A1"]),
        (PeopleOrder::ArrivedOn, true, ["A1", "B2", "A2", "B1"]),
    ] {
        let mut found = stays(&persons);
        put_in_order(&mut found, order, descending);
        let shown: Vec<&str> = found.iter().map(|(stay, _)| stay.staff_no.as_str()).collect();
        assert_eq!(shown, expected, "{order:?} {descending}");
    }
}

#[test]
fn words_are_found_whatever_their_case_and_nothing_is_found_everywhere() {
    for (typed, text, there) in [
        ("", "张伟", true),
        ("  ", "张伟", true),
        ("伟", "张伟", true),
        (" qt00 ", "QT0001", true),
        ("QT00", "qt0001", true),
        ("ｑｔ", "ＱＴ0001", true),
        ("138", "13800000001", true),
        ("张 伟", "张伟", false),
        ("QT01", "QT0001", false),
    ] {
        assert_eq!(Words::new(typed).are_in(text), there, "{typed:?} in {text:?}");
    }
}
