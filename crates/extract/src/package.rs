//! The zip package of an office file: its parts, unpacked within the limits whatever its directory claims.

use crate::contents::{Limits, Unreadable};
use crate::xml::{Xml, attribute};
use quick_xml::events::Event;
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How the type of the relation to the main part ends, in both editions of the standard.
const MAIN: &str = "/officeDocument";

pub(crate) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    depth: usize,
    left: u64,
}

/// A relation of a part to another.
pub(crate) struct Relation {
    pub id: String,
    /// How the type ends, as `notesSlide`.
    pub kind: String,
    /// Name of the other part.
    pub target: String,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Unreadable> {
        // Before the directory is parsed, which takes memory for each entry.
        let end = memchr::memmem::rfind(bytes, b"PK\x05\x06").ok_or(Unreadable::Damaged)?;
        let claimed = bytes.get(end + 10..end + 12).ok_or(Unreadable::Damaged)?;
        if usize::from(u16::from_le_bytes([claimed[0], claimed[1]])) > limits.entries {
            return Err(Unreadable::TooLarge);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
        if zip.len() > limits.entries {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self { zip, depth: limits.depth, left: limits.unpacked })
    }

    /// The name of the part that all else hangs on.
    pub fn main_part(&mut self) -> Result<Option<String>, Unreadable> {
        if self.zip.index_for_name("_rels/.rels").is_none() {
            return Ok(None);
        }
        let relations = self.relations_in("_rels/.rels", "")?;
        Ok(relations.into_iter().find(|relation| relation.kind == MAIN[1..]).map(|relation| relation.target))
    }

    /// The relations of a part; none where it has none.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = if folder.is_empty() {
            format!("_rels/{name}.rels")
        } else {
            format!("{folder}/_rels/{name}.rels")
        };
        if self.zip.index_for_name(&list).is_none() {
            return Ok(Vec::new());
        }
        self.relations_in(&list, folder)
    }

    fn relations_in(&mut self, list: &str, folder: &str) -> Result<Vec<Relation>, Unreadable> {
        let mut relations = Vec::new();
        self.walk(list, |event| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { return Ok(true) };
            // What lies outside the package is never looked at.
            let outside = attribute(tag, "TargetMode").is_some_and(|mode| mode == "External");
            if tag.local_name().as_ref() == "Relationship" && !outside {
                let text = |name| attribute(tag, name).unwrap_or_default();
                let kind = text("Type");
                relations.push(Relation {
                    id: text("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: within(folder, &text("Target")),
                });
            }
            Ok(true)
        })?;
        Ok(relations)
    }

    /// The local name of a part's outermost element.
    pub fn root_of(&mut self, part: &str) -> Result<String, Unreadable> {
        let mut root = String::new();
        self.walk(part, |event| {
            if let Event::Start(tag) | Event::Empty(tag) = event {
                root = tag.local_name().as_ref().to_owned();
            }
            Ok(root.is_empty())
        })?;
        Ok(root)
    }

    /// Goes through a part's XML as long as the answer is `true`.
    pub fn walk(
        &mut self,
        part: &str,
        mut each: impl FnMut(&Event<'_>) -> Result<bool, Unreadable>,
    ) -> Result<(), Unreadable> {
        let depth = self.depth;
        let entry = self.zip.by_name(part).map_err(|error| unreadable(&error))?;
        let mut xml = Xml::new(Bounded { inner: BufReader::new(entry), left: &mut self.left }, depth);
        while let Some(event) = xml.next()? {
            if !each(&event)? {
                break;
            }
        }
        Ok(())
    }

    /// Unpacks everything once, so that who reads the package by other means meets no more than is allowed.
    pub fn measure(&mut self) -> Result<(), Unreadable> {
        let mut chunk = vec![0; 64 << 10];
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index(index).map_err(|error| unreadable(&error))?;
            let mut bounded = Bounded { inner: BufReader::new(entry), left: &mut self.left };
            while bounded.read(&mut chunk).map_err(|error| failed(&error))? > 0 {}
        }
        Ok(())
    }
}

/// The name of a part as another one in `folder` names it.
fn within(folder: &str, target: &str) -> String {
    let (base, target) = target.strip_prefix('/').map_or((folder, target), |whole| ("", whole));
    let mut names: Vec<&str> = base.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

fn unreadable(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}

/// What a failed reading of a part means.
pub(crate) fn failed(error: &std::io::Error) -> Unreadable {
    if error.kind() == std::io::ErrorKind::FileTooLarge { Unreadable::TooLarge } else { Unreadable::Damaged }
}

/// A part that is read no further than what is left of the limit.
struct Bounded<'l, R> {
    inner: R,
    left: &'l mut u64,
}

impl<R> Bounded<'_, R> {
    fn take(&mut self, read: usize) -> std::io::Result<()> {
        *self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::FileTooLarge))?;
        Ok(())
    }
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.take(read)?;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<'_, R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if *self.left == 0 {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        *self.left = self.left.saturating_sub(amount as u64);
        self.inner.consume(amount);
    }
}
