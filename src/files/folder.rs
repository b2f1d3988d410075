//! A folder that is replaced as a whole or not at all.
//!
//! Files are first written into a hidden folder beside their places and only then moved, so that a
//! process killed at any moment leaves either the old files or the new ones, and never half a file.
//! While the moves last (milliseconds) a note says so; finding the note later means that the
//! folder mixes two sets of files, and whoever opens it is told.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{FileError, refused};

const LOCK: &str = ".lock";
const STAGING: &str = ".writing";
const NOTE: &str = ".incomplete";

/// A folder held for one writer.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Held as long as the folder: the lock ends with the file.
    _lock: File,
}

impl Folder {
    /// Makes the folder if it is not there and holds it against other processes.
    ///
    /// # Errors
    /// When another process holds it, or the system refuses to make or lock it.
    pub fn hold(path: &Path) -> Result<Self, FileError> {
        fs::create_dir_all(path).map_err(refused(path))?;
        let lock_path = path.join(LOCK);
        let lock = File::create(&lock_path).map_err(refused(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FileError::InUse(path.to_owned())),
            Err(TryLockError::Error(source)) => return Err(refused(&lock_path)(source)),
        }
        Ok(Self {
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Where the folder is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether an earlier replacement of the folder at a path was broken off between its first and
    /// its last move.
    #[must_use]
    pub fn is_incomplete(path: &Path) -> bool {
        path.join(NOTE).exists()
    }

    /// Puts `files` (relative path, content) in place of the `outdated` ones.
    ///
    /// Every file is written whole before the first is moved. Outdated files that are not
    /// written anew are removed; all other files in the folder stay.
    ///
    /// # Errors
    /// When the system refuses; whatever was there before the first move is then still there.
    pub fn replace(
        &self,
        files: &[(String, Vec<u8>)],
        outdated: &[String],
    ) -> Result<(), FileError> {
        let staging = self.path.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(refused(&staging))?;
        }
        let staged = files
            .iter()
            .try_for_each(|(name, content)| write_new(&staging.join(name), content));
        if let Err(error) = staged {
            // The folder keeps what it had; a leftover that cannot be removed is removed next time.
            let _ = fs::remove_dir_all(&staging);
            return Err(error);
        }
        let note = self.path.join(NOTE);
        fs::write(&note, b"").map_err(refused(&note))?;
        for (name, _) in files {
            move_into_place(&staging.join(name), &self.path.join(name))?;
        }
        let is_written = |name: &String| files.iter().any(|(written, _)| written == name);
        for name in outdated.iter().filter(|name| !is_written(name)) {
            remove_if_there(&self.path.join(name))?;
        }
        fs::remove_dir_all(&staging).map_err(refused(&staging))?;
        fs::remove_file(&note).map_err(refused(&note))
    }
}

fn write_new(path: &Path, content: &[u8]) -> Result<(), FileError> {
    make_parent(path)?;
    fs::write(path, content).map_err(refused(path))
}

fn move_into_place(from: &Path, to: &Path) -> Result<(), FileError> {
    make_parent(to)?;
    fs::rename(from, to).map_err(refused(to))
}

fn make_parent(path: &Path) -> Result<(), FileError> {
    match path.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(refused(parent)),
        None => Ok(()),
    }
}

fn remove_if_there(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(refused(path)(source)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::names_in;

    fn file(name: &str, content: &str) -> (String, Vec<u8>) {
        (name.to_owned(), content.as_bytes().to_vec())
    }

    #[test]
    fn replaces_its_own_files_and_leaves_others_alone() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::hold(&root.path().join("run")).unwrap();
        folder
            .replace(&[file("a.csv", "1"), file("charts/b.svg", "2")], &[])
            .unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        let outdated = ["a.csv".to_owned(), "charts/b.svg".to_owned()];
        folder.replace(&[file("a.csv", "3")], &outdated).unwrap();
        assert_eq!(
            names_in(folder.path()).unwrap(),
            ["a.csv", "charts", "notes.txt"]
        );
        assert_eq!(fs::read(folder.path().join("a.csv")).unwrap(), b"3");
        assert!(!folder.path().join("charts/b.svg").exists());
        assert!(!Folder::is_incomplete(folder.path()));
    }

    #[test]
    fn a_refused_write_leaves_the_old_files() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::hold(root.path()).unwrap();
        folder.replace(&[file("a.csv", "old")], &[]).unwrap();
        // `a.csv` cannot be both a file and a folder, so the second write fails.
        let files = [file("a.csv", "new"), file("a.csv/b.csv", "new")];
        assert!(folder.replace(&files, &[]).is_err());
        assert_eq!(fs::read(root.path().join("a.csv")).unwrap(), b"old");
        assert_eq!(names_in(folder.path()).unwrap(), ["a.csv"]);
    }

    #[test]
    fn two_writers_cannot_hold_one_folder() {
        let root = tempfile::tempdir().unwrap();
        let _first = Folder::hold(root.path()).unwrap();
        let second = Folder::hold(root.path());
        assert!(matches!(second, Err(FileError::InUse(_))));
    }
}
