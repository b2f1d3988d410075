//! The only place that touches the disk.

mod folder;
mod journal;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

pub use folder::Folder;
pub use journal::{Journal, JournalContent};

/// The largest file that is read: far beyond any table a person edits.
pub const MAX_BYTES: u64 = 64 << 20;

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The operating system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The path leads to a folder.
    #[error("{} is a folder", .0.display())]
    Folder(PathBuf),
    /// The path leads to a pipe or a device, which may never end.
    #[error("{} is no ordinary file", .0.display())]
    NoFile(PathBuf),
    /// Another process holds the folder.
    #[error("{} is in use elsewhere; wait until it is free or choose another folder", .0.display())]
    InUse(PathBuf),
    /// The file is larger than any of its kind can be.
    #[error("{} is larger than {} MiB", path.display(), most >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes that are read.
        most: u64,
    },
    /// The file is not text.
    #[error("{}: byte {position} is not UTF-8; save the file as UTF-8 (in a spreadsheet: as CSV UTF-8)", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is not text.
        position: usize,
    },
}

fn refused(path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    move |source| FileError::Io { path, source }
}

/// The parts of a path from the root on, without `.` and `..`, by its words alone: links are not followed.
#[must_use]
pub fn plain_parts(path: &str) -> Vec<String> {
    let path = std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path));
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => {
                parts.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::CurDir => {}
        }
    }
    parts
}

/// Reads a text file of at most [`MAX_BYTES`], without a byte order mark.
///
/// # Errors
/// When the file cannot be read, is no ordinary file, is too large or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    let bytes = read_bytes(path, MAX_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|error| FileError::NotUtf8 {
        path: path.to_owned(),
        position: error.utf8_error().valid_up_to(),
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Reads a file of at most `most` bytes.
///
/// # Errors
/// When the file cannot be read, is no ordinary file or is larger.
pub fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let kind = fs::metadata(path).map_err(refused(path))?;
    if kind.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    // Opening a pipe would wait for whoever writes to it.
    if !kind.is_file() {
        return Err(FileError::NoFile(path.to_owned()));
    }
    let file = fs::File::open(path).map_err(refused(path))?;
    let mut bytes = Vec::new();
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(refused(path))?;
    if bytes.len() as u64 > most {
        return Err(FileError::TooLarge {
            path: path.to_owned(),
            most,
        });
    }
    Ok(bytes)
}

/// Reads a text file, or gives `None` when there is none.
///
/// # Errors
/// As [`read_text`], except for a missing file.
pub fn read_if_there(path: &Path) -> Result<Option<String>, FileError> {
    match read_text(path) {
        Err(FileError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}

/// Whether there is a file or folder at a path.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// The [names](names_in) beside a path; none when the folder cannot be listed.
#[must_use]
pub fn names_beside(path: &Path) -> Vec<String> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    names_in(folder).unwrap_or_default()
}

/// Whether there is a folder at a path.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The names of the files and folders in a folder, sorted, without hidden ones; none when it is not
/// there.
///
/// # Errors
/// When the folder cannot be listed.
pub fn names_in(folder: &Path) -> Result<Vec<String>, FileError> {
    let entries = match fs::read_dir(folder) {
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(refused(folder))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(refused(folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// Whether two paths lead to one file; `false` when either is missing.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether a path, links followed, lies in a folder; `false` when either is missing.
#[must_use]
pub fn is_inside(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// Writes a file as a whole or not at all: beside its place first, then moved there.
///
/// # Errors
/// When the folder cannot be made or the file not be written.
pub fn write_atomically(path: &Path, content: &[u8]) -> Result<(), FileError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(folder).map_err(refused(folder))?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.writing", std::process::id()));
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(content))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The error that matters is the first one.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(refused(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, b"\xef\xbb\xbfnaam;waarde").unwrap();
        assert_eq!(read_text(&path).unwrap(), "naam;waarde");
    }

    #[test]
    fn text_in_another_encoding_is_refused_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, b"caf\xe9").unwrap();
        let error = read_text(&path).unwrap_err();
        assert!(matches!(error, FileError::NotUtf8 { position: 3, .. }));
        assert!(
            read_if_there(&folder.path().join("b.csv"))
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn writing_leaves_nothing_beside_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/a.csv");
        write_atomically(&path, b"1").unwrap();
        write_atomically(&path, b"2").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}
