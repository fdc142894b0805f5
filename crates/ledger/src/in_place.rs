//! Giving a finished file its name, over an older one of that name. On Windows two things come in between: virus scanners
//! and indexers open whatever is new, for moments; and a program that shows a file to the user keeps it from being
//! replaced.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// How long a moment may be.
const PATIENCE: Duration = Duration::from_secs(1);

/// `ERROR_ACCESS_DENIED`: also said where somebody has the file open that is to be replaced.
const DENIED: i32 = 5;
/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
const HELD: [i32; 2] = [32, 33];

/// Whether the system says that another program has the file open. Only Windows does.
#[must_use]
pub fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD.contains(&code))
}

/// Gives a temporary file its name, replacing an older file of that name, or removes it.
///
/// # Errors
/// What the system says; [`is_held`] tells where another program has the older file open.
pub fn replace(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut waiting = Some(file);
    patiently(PATIENCE, passes, || {
        let file = waiting.take().expect("given back by each attempt that fails");
        match file.persist(path) {
            Ok(_) => Ok(()),
            Err(error) => {
                waiting = Some(error.file);
                Err(error.error)
            }
        }
    })
    .map_err(|error| holder(path).unwrap_or(error))
}

/// Renames a file or folder to a name that is free.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(PATIENCE, passes, || std::fs::rename(from, to))
}

/// What may be over in a moment.
fn passes(error: &io::Error) -> bool {
    is_held(error) || cfg!(windows) && error.raw_os_error() == Some(DENIED)
}

/// The error that names the holder's part in it, where there is a holder.
fn holder(path: &Path) -> Option<io::Error> {
    OpenOptions::new().write(true).open(path).err().filter(is_held)
}

fn patiently<T>(
    patience: Duration,
    passes: impl Fn(&io::Error) -> bool,
    mut job: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let since = Instant::now();
    loop {
        match job() {
            Err(error) if passes(&error) && since.elapsed() < patience => {
                std::thread::sleep(Duration::from_millis(20));
            }
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(dir: &Path, text: &str) -> NamedTempFile {
        let file = NamedTempFile::new_in(dir).unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    }

    #[test]
    fn an_older_file_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("报告.pdf");
        for text in ["old", "new"] {
            replace(scratch(dir.path(), text), &path).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_left_where_the_name_cannot_be_given() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("folder");
        std::fs::create_dir_all(folder.join("with a file")).unwrap();
        assert!(replace(scratch(dir.path(), "new"), &folder).is_err());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_passes_is_waited_for_and_what_stays_is_told() {
        let mut left = 3;
        let done = patiently(
            Duration::from_secs(60),
            |error| error.raw_os_error() == Some(32),
            || {
                left -= 1;
                if left > 0 { Err(io::Error::from_raw_os_error(32)) } else { Ok(left) }
            },
        );
        assert_eq!(done.unwrap(), 0);
        let stays = || Err::<(), _>(io::Error::from_raw_os_error(32));
        assert!(patiently(Duration::ZERO, |_| true, stays).is_err());
        assert!(patiently(Duration::from_secs(60), |_| false, stays).is_err());
    }

    /// As a spreadsheet program opens a file: others may read it, and nothing else.
    #[cfg(windows)]
    #[test]
    fn a_file_that_another_program_shows_is_not_replaced_and_that_is_said() {
        use std::os::windows::fs::OpenOptionsExt as _;
        const FILE_SHARE_READ: u32 = 1;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("台账.xlsx");
        std::fs::write(&path, "shown").unwrap();
        let shown = OpenOptions::new().read(true).share_mode(FILE_SHARE_READ).open(&path).unwrap();
        let error = replace(scratch(dir.path(), "new"), &path).unwrap_err();
        assert!(is_held(&error), "{error:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "shown");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "no temporary file stays");
        drop(shown);
        replace(scratch(dir.path(), "new"), &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
    }
}
