//! Where a document lies within a package: the project's name, its category, its number and title (DOC-16).

use super::manifest::MANIFEST;
use crate::exchange::safe_name;

/// Characters of a name at most: with two folders before it a path stays within what Windows takes.
const LONGEST_NAME: usize = 60;

/// A folder or a name without its ending, as every system takes it; `other` where nothing is left of it.
fn part(text: &str, other: &str) -> String {
    let cut: String = text.trim_start_matches([' ', '.']).chars().take(LONGEST_NAME).collect();
    let name = safe_name(&cut);
    if name.is_empty() { safe_name(other) } else { name }
}

/// The folder that everything but the manifest lies in.
pub(super) fn root(title: &str, key: &str) -> String {
    let name = part(title, key);
    if name.eq_ignore_ascii_case(MANIFEST) { format!("{name}_") } else { name }
}

/// A version's place.
pub(super) fn of_version(
    root: &str,
    category: &str,
    (document, version): (&str, u32),
    title: &str,
    ending: Option<&str>,
) -> String {
    let name = part(&format!("{document} 第{version}版 {title}"), document);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    format!("{root}/{}/{name}{ending}", part(category, "_"))
}

/// Whether a path stays within the folder that it is unpacked into, on every system.
pub(super) fn is_safe(path: &str) -> bool {
    let taken = |part: &str| !part.is_empty() && part != "." && part != ".." && safe_name(part) == part;
    !path.is_empty() && path.split('/').all(taken)
}

#[cfg(test)]
mod tests {
    use super::{is_safe, of_version, root};

    #[test]
    fn a_version_lies_in_its_category_under_number_and_title() {
        let place = |title: &str| of_version("二期", "投标文档", ("CD-TB202610001", 2), title, Some("docx"));
        assert_eq!(place("技术部分"), "二期/投标文档/CD-TB202610001 第2版 技术部分.docx");
        assert_eq!(place("a/b:c"), "二期/投标文档/CD-TB202610001 第2版 a_b_c.docx");
        assert_eq!(place(""), "二期/投标文档/CD-TB202610001 第2版.docx");
        let long = place(&"长".repeat(200));
        assert!(long.chars().count() < 80 && long.ends_with("长.docx"), "{long}");
        assert!(is_safe(&long));
    }

    #[test]
    fn a_project_may_have_any_name() {
        for (title, folder) in [
            ("二期", "二期"),
            ("..", "CD-SJ-202610-0001"),
            (" ", "CD-SJ-202610-0001"),
            ("../../etc", "_.._etc"),
            ("CON", "_CON"),
            ("Manifest.json", "Manifest.json_"),
        ] {
            assert_eq!(root(title, "CD-SJ-202610-0001"), folder);
            assert!(is_safe(&root(title, "CD-SJ-202610-0001")), "{title}");
        }
    }

    #[test]
    fn no_path_leads_out_of_its_folder() {
        for path in ["a", "a/b.txt", "二期/投标文档/标书 1.docx"] {
            assert!(is_safe(path), "{path}");
        }
        for path in [
            "", "/a", "a/", "a//b", "../a", "a/../b", "a/./b", "a\\b", "C:/a", "a/CON", "nul.txt", "a/b ",
            "a/b.", "a\u{0}b",
        ] {
            assert!(!is_safe(path), "{path}");
        }
    }
}
