//! Where a ledger may stand: on a disk of this machine, outside folders that a client synchronises.

use crate::error::{AtPath as _, LedgerError, Unsuitable};
use std::path::{Component, Path, PathBuf, Prefix};

/// File systems that live on another machine, or that a user program imitates from one.
const NETWORK_FILE_SYSTEMS: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "afs",
    "afpfs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "webdav",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
    "fuse.ceph",
    "fuse.s3fs",
    "fuse.smbnetfs",
    "fuse.curlftpfs",
];

/// How the folders of synchronising clients are called, in lower case; something like ` - Company` may follow.
const SYNC_FOLDERS: &[&str] = &[
    "onedrive",
    "dropbox",
    "nutstore",
    "nutstore files",
    "坚果云",
    "我的坚果云",
    "百度网盘",
    "百度网盘同步空间",
    "baidunetdisk",
    "baidunetdiskworkspace",
    "baidusyncdisk",
    "icloud drive",
    "iclouddrive",
    "com~apple~clouddocs",
    "wps云盘",
    "wps 云盘",
    "wpsdrive",
    "wps cloud files",
    "google drive",
    "googledrive",
    "nextcloud",
    "seafile",
    "synologydrive",
    "腾讯微云",
    "阿里云盘",
];

/// Refuses a folder on a network drive or in a synchronised folder. The folder need not exist yet.
pub(crate) fn check(dir: &Path) -> Result<(), LedgerError> {
    let real = resolve(dir)?;
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    // Both the name that was given and the one behind links and mapped drive letters.
    let reason = sync_client(dir).or_else(|| sync_client(&real)).or_else(|| unc(dir)).or_else(|| unc(&real));
    match reason.or_else(|| network_mount(&mounts, &real)) {
        Some(reason) => Err(LedgerError::UnsuitableLocation { path: dir.to_owned(), reason }),
        None => Ok(()),
    }
}

/// The path without links, as far as it exists, and the rest of it as given.
fn resolve(dir: &Path) -> Result<PathBuf, LedgerError> {
    let absolute = std::path::absolute(dir).at(dir)?;
    for ancestor in absolute.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            let rest = absolute.strip_prefix(ancestor).unwrap_or(Path::new(""));
            return Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) });
        }
    }
    Ok(absolute)
}

fn sync_client(path: &Path) -> Option<Unsuitable> {
    path.components().find_map(|component| {
        let Component::Normal(name) = component else { return None };
        let name = name.to_string_lossy();
        let lower = name.to_lowercase();
        let belongs = SYNC_FOLDERS.iter().any(|folder| {
            lower
                .strip_prefix(folder)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(', '（', '_']))
        });
        belongs.then(|| Unsuitable::SyncClient(name.into_owned()))
    })
}

/// A UNC path (`\\server\share`). Canonicalising a mapped drive letter on Windows gives one, too.
fn unc(path: &Path) -> Option<Unsuitable> {
    match path.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some(Unsuitable::NetworkDrive("UNC".to_owned())),
            _ => None,
        },
        _ => None,
    }
}

/// Looks the deepest mount above `path` up in the text of `/proc/self/mounts`.
fn network_mount(mounts: &str, path: &Path) -> Option<Unsuitable> {
    let mut deepest: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut fields = line.split(' ');
        let (Some(_), Some(point), Some(kind)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let point = PathBuf::from(unescape(point));
        let depth = point.components().count();
        // A later mount on the same point hides the earlier one.
        if path.starts_with(&point) && deepest.is_none_or(|(known, _)| depth >= known) {
            deepest = Some((depth, kind));
        }
    }
    let (_, kind) = deepest?;
    NETWORK_FILE_SYSTEMS.contains(&kind).then(|| Unsuitable::NetworkDrive(kind.to_owned()))
}

/// The kernel writes blanks and backslashes in mount points as three octal digits.
fn unescape(field: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(field.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
        srv:/home /home nfs4 rw 0 0\n\
        /dev/sdb1 /home/local ext4 rw 0 0\n\
        //nas/share /mnt/branch\\040share cifs rw 0 0\n\
        me@host: /mnt/ssh fuse.sshfs rw 0 0\n";

    #[test]
    fn the_deepest_mount_decides() {
        let kind = |path: &str| network_mount(MOUNTS, Path::new(path));
        assert_eq!(kind("/home/wang/ledger"), Some(Unsuitable::NetworkDrive("nfs4".into())));
        assert_eq!(kind("/home/local/ledger"), None);
        assert_eq!(kind("/homework"), None);
        assert_eq!(kind("/mnt/branch share/账"), Some(Unsuitable::NetworkDrive("cifs".into())));
        assert_eq!(kind("/mnt/ssh"), Some(Unsuitable::NetworkDrive("fuse.sshfs".into())));
        assert_eq!(network_mount("", Path::new("/home")), None);
    }

    #[test]
    fn synchronised_folders_are_recognised_by_name() {
        for folder in [
            "OneDrive",
            "OneDrive - 四川移动",
            "onedrive",
            "Dropbox (Personal)",
            "坚果云",
            "我的坚果云",
            "Nutstore",
            "百度网盘",
            "iCloudDrive",
            "com~apple~CloudDocs",
            "WPS云盘",
        ] {
            let path = Path::new("/home/wang").join(folder).join("慧签");
            assert_eq!(sync_client(&path), Some(Unsuitable::SyncClient(folder.into())), "{folder}");
        }
        for folder in ["Dropboxes", "onedriver", "BaiduNetdiskDownload", "慧签"] {
            assert_eq!(sync_client(&Path::new("/home/wang").join(folder)), None, "{folder}");
        }
    }

    #[test]
    fn a_folder_that_does_not_exist_yet_is_judged_by_its_parents() {
        let dir = tempfile::tempdir().unwrap();
        assert!(check(&dir.path().join("a/b/c")).is_ok());
        let synced = dir.path().join("OneDrive/a");
        assert!(matches!(check(&synced), Err(LedgerError::UnsuitableLocation { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synchronised_folder_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("Dropbox")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("Dropbox"), dir.path().join("plain")).unwrap();
        let path = dir.path().join("plain/ledger");
        assert!(matches!(check(&path), Err(LedgerError::UnsuitableLocation { .. })));
    }
}
