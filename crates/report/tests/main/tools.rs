//! Fonts, other people's PDF programs, and golden files.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use report::Fonts;
use tempfile::TempDir;

pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../resources/fonts");
        Fonts::load(&folder).unwrap_or_else(|error| panic!("{error}\nrun scripts/fonts.sh first"))
    })
}

/// A PDF in a folder of its own, for programs that want files.
pub struct File {
    folder: TempDir,
}

impl File {
    pub fn of(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("report.pdf"), pdf).unwrap();
        Self { folder }
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        Command::new(program)
            .current_dir(self.folder.path())
            .args(arguments)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}; it is in poppler-utils or qpdf"))
    }

    fn text_of(&self, arguments: &[&str]) -> String {
        let output = self.run("pdftotext", arguments);
        assert!(output.status.success(), "{output:?}");
        // Poppler says nothing about a sound file.
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The text as laid out on the pages, pages apart by form feeds.
    pub fn layout(&self) -> String {
        self.text_of(&["-layout", "report.pdf", "-"])
    }

    /// The text in the order in which it was drawn, without any white space: a cell's lines follow each other.
    pub fn drawn(&self) -> String {
        squeeze(&self.text_of(&["-raw", "report.pdf", "-"]))
    }

    /// Every word with its box in millimetres from the page's upper left corner: left, top, right, bottom.
    pub fn words(&self) -> Vec<(usize, [f32; 4], String)> {
        let boxes = self.text_of(&["-bbox", "report.pdf", "-"]);
        let mut page = 0;
        let mut words = Vec::new();
        for line in boxes.lines().map(str::trim) {
            if line.starts_with("<page ") {
                page += 1;
            } else if let Some(word) = line.strip_prefix("<word ") {
                let value = |name: &str| {
                    let rest = word.split_once(&format!("{name}=\"")).unwrap().1;
                    rest.split_once('"').unwrap().0.parse::<f32>().unwrap() * 25.4 / 72.0
                };
                let text = word.split_once('>').unwrap().1.split_once("</word>").unwrap().0;
                words.push((page, ["xMin", "yMin", "xMax", "yMax"].map(value), text.to_owned()));
            }
        }
        words
    }

    pub fn page_count(&self) -> usize {
        let output = self.run("qpdf", &["--show-npages", "report.pdf"]);
        String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
    }

    /// Fails unless qpdf finds the file sound.
    pub fn assert_sound(&self) {
        let output = self.run("qpdf", &["--check", "report.pdf"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }

    /// One part of qpdf's description of the file.
    pub fn described(&self, key: &str) -> serde_json::Value {
        let output = self.run("qpdf", &["--json=2", &format!("--json-key={key}"), "report.pdf"]);
        let whole: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        whole[key].clone()
    }

    /// A page as grey pixels at 40 dots an inch: width, height, bytes.
    pub fn picture(&self, page: usize) -> (u32, u32, Vec<u8>) {
        let number = page.to_string();
        let output = self.run(
            "pdftoppm",
            &["-r", "40", "-gray", "-singlefile", "-f", &number, "-l", &number, "report.pdf", "page"],
        );
        assert!(output.status.success(), "{output:?}");
        let picture = image::open(self.folder.path().join("page.pgm")).unwrap().into_luma8();
        (picture.width(), picture.height(), picture.into_raw())
    }
}

/// Without white space of any kind: lines of a cell may break anywhere.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

pub fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

pub fn blessing() -> bool {
    std::env::var_os("HUIQIAN_BLESS").is_some()
}
