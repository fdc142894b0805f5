use super::*;
use proptest::prelude::*;

fn hours() -> impl Strategy<Value = WorkingHours> {
    let free = (0_u32..30, 0_u32..60, prop_oneof![Just(0_u32), 30_u32..240]);
    (0_u16..24, 4_u16..14, any::<bool>(), free).prop_map(
        |(start, length, rests, (grace, flexible, absent_after))| {
            let time = |hour: u16| TimeOfDay::new(hour % 24, 0).unwrap();
            let rest =
                rests.then(|| Rest { from: time(start + length / 2), to: time(start + length / 2 + 1) });
            WorkingHours {
                start: time(start),
                end: time(start + length),
                rest,
                grace,
                flexible,
                absent_after,
                ..plain()
            }
        },
    )
}

fn leave() -> impl Strategy<Value = [Option<LeaveKind>; 2]> {
    let half = || prop_oneof![3 => Just(None), 1 => Just(Some(LeaveKind::Annual))];
    (half(), half()).prop_map(|(first, second)| [first, second])
}

proptest! {
    /// Every half of a working day is exactly one of: there, away, on leave, not known.
    #[test]
    fn no_half_is_counted_twice_or_lost(
        hours in hours(), leave in leave(), judged: bool, mut punches in proptest::collection::vec(-1440_i32..2880, 0..6),
    ) {
        punches.sort_unstable();
        let facts = DayFacts { standing: Standing::Working, judged, leave, punches, ..DayFacts::default() };
        let day = judge(&hours, &facts);
        let on_leave = leave.iter().flatten().count() as u8;
        prop_assert_eq!(day.present + day.absent + day.unrecorded + on_leave, 2);
        let sum = Totals::of([&day]);
        prop_assert_eq!(sum.due, 2);
        prop_assert!(day.late == 0 || day.late > hours.grace);
        prop_assert!(hours.absent_after == 0 || day.late <= hours.absent_after || day.absent > 0);
    }

    /// Coming later is never better, leaving later never worse.
    #[test]
    fn later_is_later(hours in hours(), came in 0_i32..240, more in 0_i32..120, left in -240_i32..240) {
        let hours = WorkingHours { absent_after: 0, ..hours };
        let [start, _, _, end] = hours.marks();
        let day = |came: i32, left: i32| {
            let punches = vec![start + came, (end + left).max(start + came)];
            judge(&hours, &DayFacts { punches, ..punched(&[]) })
        };
        prop_assume!(end + left >= start + came + more + 30);
        let (one, other) = (day(came, left), day(came + more, left));
        prop_assert!(one.late <= other.late && one.early <= other.early);
        let longer = day(came, left + more);
        prop_assert!(longer.early <= one.early && longer.late == one.late);
    }

    /// A punch belongs to exactly one day.
    #[test]
    fn days_part_the_punches(hours in hours(), punch in 0_i32..1440) {
        let counted = [-1440, 0, 1440].into_iter().filter(|day| {
            let facts = DayFacts { punches: vec![punch + day], ..punched(&[]) };
            judge(&hours, &facts).missing == 1
        });
        prop_assert_eq!(counted.count(), 1);
    }

    /// What the grid writes is read back.
    #[test]
    fn marks_read_back(late in 0_u32..=720, early in 0_u32..=720, half: bool) {
        prop_assume!(late + early > 0 || half);
        let word = |name: &str, minutes: u32| if minutes > 0 { format!("{name}{minutes} ") } else { String::new() };
        let text = format!("{}{}{}", word("迟", late), word("早", early), if half { "旷半" } else { "" });
        let read = Correction::parse(&text);
        prop_assert_eq!(read, Ok(Correction::Marks { late, early, absent: u8::from(half) }), "{}", text);
    }
}
