//! The ZIP file itself: files one after the other as they are, without a gap. What is packed already gains nothing by being packed
//! again, and what is not packed cannot swell.

use std::fs::File;
use std::io::{self, Read, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// An archive being written. Dropped before [`finish`](Self::finish) it leaves a torso behind, which is no archive.
pub(super) struct Packing<'f>(Option<ZipWriter<&'f mut File>>);

impl<'f> Packing<'f> {
    /// An empty one in that file.
    pub fn new(file: &'f mut File) -> Self {
        Self(Some(ZipWriter::new(file)))
    }

    /// Adds what is read under that path.
    pub fn add(&mut self, path: &str, mut contents: impl Read) -> io::Result<u64> {
        let Some(zip) = &mut self.0 else { return Err(io::Error::other("finished")) };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .large_file(true)
            .unix_permissions(0o600);
        zip.start_file(path, options).map_err(told)?;
        let mut chunk = vec![0; 1 << 18];
        let mut written = 0;
        loop {
            let read = contents.read(&mut chunk)?;
            if read == 0 {
                return Ok(written);
            }
            zip.write_all(&chunk[..read])?;
            written += read as u64;
        }
    }

    /// Writes the list of files.
    pub fn finish(mut self) -> io::Result<()> {
        match self.0.take() {
            Some(zip) => zip.finish().map(drop).map_err(told),
            None => Ok(()),
        }
    }
}

impl Drop for Packing<'_> {
    fn drop(&mut self) {
        // Dropped itself, the library's writer would try to finish a file that is thrown away, and complain on stderr.
        std::mem::forget(self.0.take());
    }
}

fn told(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}

/// A file within an archive, as its list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    /// Its place in the list.
    pub index: usize,
    /// Where it lies; `None` where that is no text.
    pub path: Option<String>,
    /// Bytes.
    pub size: u64,
    /// Whether it lies there as it is: neither packed nor locked, and no link to something else.
    pub plain: bool,
}

/// An archive that somebody sent.
pub(super) struct Archive(ZipArchive<File>);

impl Archive {
    /// Reads the list of files; `None` where it is no archive.
    pub fn open(file: File) -> Option<Self> {
        ZipArchive::new(file).ok().map(Self)
    }

    /// The files, and whether there is nothing between, before and behind them: a file that the list does not name, or names twice,
    /// would lie there.
    pub fn list(&mut self) -> io::Result<(Vec<Packed>, bool)> {
        let mut files = Vec::new();
        let mut places = Vec::new();
        for index in 0..self.0.len() {
            let file = self.0.by_index_raw(index).map_err(told)?;
            let plain = file.compression() == CompressionMethod::Stored
                && file.size() == file.compressed_size()
                && !file.encrypted()
                && !file.is_symlink();
            places.push((file.header_start(), file.data_start(), file.compressed_size()));
            let path = file.name().ok().map(std::borrow::Cow::into_owned);
            files.push(Packed { index, path, size: file.size(), plain });
        }
        places.sort_unstable();
        let mut end = Some(0_u64);
        for (header, data, size) in places {
            let begins = end.is_some_and(|end| end == header);
            end = data.filter(|data| begins && *data > header).and_then(|data| data.checked_add(size));
        }
        let whole = end == Some(self.0.central_directory_start())
            && self.0.offset() == 0
            && self.0.comment().is_empty();
        Ok((files, whole))
    }

    /// What that file holds, never more than it says.
    pub fn contents(&mut self, file: &Packed) -> io::Result<impl Read> {
        Ok(self.0.by_index(file.index).map_err(told)?.take(file.size))
    }
}
