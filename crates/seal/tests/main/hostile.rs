//! Files made to break the reader: whatever happens, it is a finding and no panic, and nothing changed is called good.

use lopdf::{Document, dictionary};
use proptest::prelude::*;
use seal::{Inspection, SealError, Trust, Verdict, inspect};

use crate::keys::now;
use crate::signing::{look, once, twice};

/// The bytes that the last signature leaves out.
fn last_gap() -> std::ops::Range<usize> {
    let start = twice().windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    let end = start + twice()[start..].iter().position(|&byte| byte == b'>').unwrap() + 1;
    start..end
}

fn called_good(found: &Inspection) -> bool {
    !matches!(found.verdict, Verdict::Altered | Verdict::Invalid)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_are_never_called_good(flips in prop::collection::vec((0.0..1.0_f64, 0_u8..8), 1..4)) {
        let mut changed = twice().to_vec();
        for (place, bit) in flips {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let at = (place * changed.len() as f64) as usize;
            changed[at] ^= 1 << bit;
        }
        let found = look(&changed);
        let (gap, end) = (last_gap(), twice().len());
        let signed_bytes_changed = changed[..gap.start] != twice()[..gap.start] || changed[gap.end..end] != twice()[gap.end..];
        if signed_bytes_changed {
            prop_assert!(!called_good(&found), "{found:#?}");
        }
        for signature in &found.signatures {
            // Whichever field it is found in, an intact signature covers unchanged bytes.
            let covered = if signature.field.starts_with("Client") { once().len() } else { end };
            let own_gap_changed = changed[..covered] != twice()[..covered];
            if signature.intact && covered == end {
                prop_assert!(!signed_bytes_changed);
            } else if signature.intact && own_gap_changed {
                let start = once().windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
                prop_assert_eq!(&changed[..start], &once()[..start]);
            }
        }
    }

    #[test]
    fn cut_and_glued_files_are_never_called_good(from in 0.0..1.0_f64, to in 0.0..1.0_f64, times in 0_usize..3) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = |part: f64| (part * twice().len() as f64) as usize;
        let (from, to) = (place(from.min(to)), place(from.max(to)));
        prop_assume!(to > from + 1);
        let changed = [&twice()[..from], &twice()[from..to].repeat(times), &twice()[to..]].concat();
        prop_assume!(changed != twice());
        prop_assert!(!called_good(&look(&changed)));
    }

    #[test]
    fn rubbish_is_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(look(&bytes).verdict, Verdict::Invalid);
        let headed = [b"%PDF-1.7\n".as_slice(), &bytes, b"\nstartxref\n9\n%%EOF"].concat();
        prop_assert_eq!(look(&headed).verdict, Verdict::Invalid);
    }
}

#[test]
fn deep_nesting_is_an_error() {
    for (open, close) in [("[", "]"), ("<</A", ">>"), ("(", ")")] {
        let nested = format!("{}{}", open.repeat(200_000), close.repeat(200_000));
        let mut pdf = format!("%PDF-1.7\n1 0 obj\n{nested}\nendobj\n");
        let table = pdf.len();
        pdf.push_str("xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n");
        pdf.push_str(&format!("trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        assert_eq!(look(pdf.as_bytes()).verdict, Verdict::Invalid);
    }
}

#[test]
fn loops_end() {
    // Pages and fields that contain themselves, and a table that is its own predecessor.
    let mut doc = Document::with_version("1.7");
    let loops = doc.new_object_id();
    let kids: Vec<lopdf::Object> = vec![loops.into(), loops.into()];
    doc.objects.insert(
        loops,
        dictionary! {
            "Type" => "Pages", "FT" => "Sig", "T" => lopdf::Object::string_literal("x"), "Kids" => kids.clone(),
            "Fields" => kids, "Pages" => loops, "AcroForm" => loops, "V" => loops,
        }
        .into(),
    );
    doc.trailer.set("Root", loops);
    doc.trailer.set("Prev", 9);
    let mut out = Vec::new();
    doc.save_to(&mut out).unwrap();
    assert!(matches!(look(&out).verdict, Verdict::Altered | Verdict::Invalid));
}

#[test]
fn a_table_that_claims_endless_objects_is_refused() {
    for (widths, index) in
        [("0 0 0", "0 9000000000000000000"), ("1 99999999999 1", "0 1"), ("9000000000000000000 1 1", "0 1")]
    {
        let table = format!(
            "1 0 obj\n<</Type/XRef/Size 2/W [{widths}]/Index [{index}]/Root 1 0 R/Length 4>>stream\nabcd\nendstream\nendobj\n"
        );
        let pdf = format!("%PDF-1.7\n{table}startxref\n9\n%%EOF\n");
        assert_eq!(look(pdf.as_bytes()).verdict, Verdict::Invalid);
    }
}

#[test]
fn files_over_the_limit_are_refused_before_they_are_read() {
    let bytes = seal::MAX_FILE_BYTES + 1;
    let refused = inspect(&vec![0; bytes], &Trust::default(), now());
    assert_eq!(refused, Err(SealError::TooLarge { bytes, limit: seal::MAX_FILE_BYTES }));
}
