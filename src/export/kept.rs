//! The files of a scenario, kept in the folder of its run as they were read.

use super::run_folder::Artefact;
use crate::files;
use crate::scenario::SourceText;

/// The folder of those files within a run folder.
pub const KEPT: &str = "scenario";

/// The files in the order in which they were read, the scenario itself first, below [`KEPT`] and to each other as they
/// stood. So the scenario can be read again whatever becomes of them.
#[must_use]
pub fn kept_files(read: &[SourceText]) -> Vec<Artefact> {
    let paths: Vec<_> = read
        .iter()
        .map(|file| files::plain_parts(file.name()))
        .collect();
    let common = common_folder(&paths);
    let mut kept: Vec<Artefact> = Vec::new();
    for (file, parts) in read.iter().zip(&paths) {
        let path = format!("{KEPT}/{}", parts[common..].join("/"));
        // One file may be named twice.
        if kept.iter().all(|known| known.path != path) {
            let content = file.text().as_bytes().to_vec();
            kept.push(Artefact { path, content });
        }
    }
    kept
}

/// How many folders stand above every file.
fn common_folder(paths: &[Vec<String>]) -> usize {
    let Some((first, others)) = paths.split_first() else {
        return 0;
    };
    let folders = &first[..first.len().saturating_sub(1)];
    let is_common = |place: &usize| {
        let shared = |path: &Vec<String>| path.len() > place + 1 && path[*place] == folders[*place];
        others.iter().all(shared)
    };
    (0..folders.len()).take_while(is_common).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folders_above_all_files_are_left_out() {
        let parts = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
        let common =
            |paths: &[&str]| common_folder(&paths.iter().map(|p| parts(p)).collect::<Vec<_>>());
        assert_eq!(common(&["w/s/a.toml"]), 2);
        assert_eq!(common(&["w/s/a.toml", "w/s/t/b.csv", "w/s/c.toml"]), 2);
        assert_eq!(common(&["w/s/a.toml", "w/basis/b.toml"]), 1);
        assert_eq!(common(&["w/s/a.toml", "x/b.toml"]), 0);
        assert_eq!(common(&["w/s", "w/s/a.toml"]), 1);
        assert_eq!(common(&[]), 0);
    }
}
