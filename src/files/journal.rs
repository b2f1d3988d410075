//! A file to which lines are added and in which none is ever changed.
//!
//! Each line ends in a checksum of its own, so that what a killed process left half written, and
//! what was changed afterwards, is known when the file is opened again.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::{FileError, refused};

/// The first line of every journal.
const TITLE: &str = "ruimtevraag journal 1\n";

/// Hexadecimal digits of the checksum of a line.
const DIGITS: usize = 16;

/// A journal that is open for writing.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
}

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalContent {
    /// Its sound lines, in order.
    pub lines: Vec<String>,
    /// How many lines do not fit their checksums.
    pub damaged: usize,
    /// Whether its last line was half written.
    pub is_torn: bool,
}

impl Journal {
    /// Opens a journal, making it where needed, and cuts off a last line that was half written.
    ///
    /// # Errors
    /// When the file is no journal, or the system refuses.
    pub fn open(path: &Path) -> Result<(Self, JournalContent), FileError> {
        let mut options = OpenOptions::new();
        let options = options.read(true).append(true).create(true);
        let file = options.open(path).map_err(refused(path))?;
        let (content, sound) = read(path, &file)?;
        file.set_len(sound).map_err(refused(path))?;
        let path = path.to_owned();
        let mut journal = Self { path, file };
        if sound == 0 {
            journal.write(TITLE.as_bytes())?;
        }
        Ok((journal, content))
    }

    /// Adds a line, which is on disk when this returns.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn add(&mut self, line: &str) -> Result<(), FileError> {
        self.write(sealed(line).as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let written = self.file.write_all(bytes);
        let written = written.and_then(|()| self.file.sync_data());
        written.map_err(refused(&self.path))
    }
}

impl JournalContent {
    /// Reads a journal.
    ///
    /// # Errors
    /// When the file is no journal, or the system refuses.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let file = File::open(path).map_err(refused(path))?;
        Ok(read(path, &file)?.0)
    }

    /// The bytes of a journal with some lines.
    #[must_use]
    pub fn bytes(lines: &[String]) -> Vec<u8> {
        let lines = lines.iter().map(|line| sealed(line));
        std::iter::once(TITLE.to_owned())
            .chain(lines)
            .collect::<String>()
            .into_bytes()
    }
}

/// A line with its checksum and its end.
fn sealed(line: &str) -> String {
    // A line ends where it is told to.
    let line = line.replace(['\n', '\r'], " ");
    format!("{line}\t{}\n", checksum(&line))
}

fn checksum(line: &str) -> String {
    let mut digits = blake3::hash(line.as_bytes()).to_hex().to_string();
    digits.truncate(DIGITS);
    digits
}

/// A line without its checksum; `None` when it does not fit.
fn unsealed(line: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(line).ok()?;
    let (text, sum) = text.rsplit_once('\t')?;
    (sum == checksum(text)).then_some(text)
}

/// Everything in a journal, and how many bytes of it are whole lines.
fn read(path: &Path, file: &File) -> Result<(JournalContent, u64), FileError> {
    let mut content = JournalContent::default();
    let mut reader = BufReader::new(file);
    let (mut line, mut sound) = (Vec::new(), 0);
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line).map_err(refused(path))?;
        if length == 0 {
            return Ok((content, sound));
        }
        if sound == 0 {
            check_title(path, &line)?;
        }
        if line.pop() != Some(b'\n') {
            content.is_torn = true;
            return Ok((content, sound));
        }
        if sound > 0 {
            match unsealed(&line) {
                Some(text) => content.lines.push(text.to_owned()),
                None => content.damaged += 1,
            }
        }
        sound += length as u64;
    }
}

/// Refuses a file with another beginning, which must not be written to.
fn check_title(path: &Path, line: &[u8]) -> Result<(), FileError> {
    if TITLE.as_bytes().starts_with(line) {
        return Ok(());
    }
    Err(FileError::Io {
        path: path.to_owned(),
        source: io::Error::new(io::ErrorKind::InvalidData, "this is no journal"),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn lines_come_back_and_more_can_be_added() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for round in 0..3 {
            let (mut journal, content) = Journal::open(&path).unwrap();
            assert_eq!(content.lines.len(), 2 * round);
            journal.add("one\ttwo").unwrap();
            journal.add("een\nregel").unwrap();
        }
        let content = JournalContent::read(&path).unwrap();
        assert_eq!(content.lines[..2], ["one\ttwo", "een regel"]);
        assert_eq!((content.damaged, content.is_torn), (0, false));
        assert_eq!(
            fs::read(&path).unwrap(),
            JournalContent::bytes(&content.lines)
        );
    }

    /// Cut at every byte, a journal keeps all lines before the cut, and can be written on.
    #[test]
    fn a_journal_cut_anywhere_keeps_its_whole_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let lines = ["alpha".to_owned(), "bèta".to_owned()];
        let whole = JournalContent::bytes(&lines);
        for cut in 0..=whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            let (mut journal, content) = Journal::open(&path).unwrap();
            let ends = whole[..cut].split(|byte| *byte == b'\n').count() - 1;
            assert_eq!(
                content.lines,
                lines[..ends.saturating_sub(1)],
                "cut at {cut}"
            );
            let is_whole = cut == 0 || whole[cut - 1] == b'\n';
            assert_eq!(content.is_torn, !is_whole, "cut at {cut}");
            journal.add("gamma").unwrap();
            let again = JournalContent::read(&path).unwrap();
            assert_eq!(again.lines.last().unwrap(), "gamma");
            assert_eq!(again.damaged, 0);
        }
    }

    #[test]
    fn a_changed_line_is_told_and_other_files_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let mut bytes = JournalContent::bytes(&["alpha".to_owned(), "beta".to_owned()]);
        bytes[TITLE.len()] = b'A';
        fs::write(&path, &bytes).unwrap();
        let content = JournalContent::read(&path).unwrap();
        assert_eq!(
            (content.lines, content.damaged),
            (vec!["beta".to_owned()], 1)
        );
        fs::write(&path, "my thesis").unwrap();
        assert!(Journal::open(&path).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"my thesis");
    }
}
