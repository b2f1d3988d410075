//! `shard`: the k-th of n parts of a sweep.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ruimtevraag::files::{self, JournalContent};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::SweepFile;
use ruimtevraag::sweep::shard::whole;

use super::arguments::{Settings, ShardArguments};
use super::leave;
use super::output::{self, Failure};
use super::{interrupt, sweep};

/// Computes one part and leaves it in a file that is there whole or not at all. A part that is there
/// already is left as it is, so that a task that a cluster starts again costs nothing.
pub fn shard(arguments: &ShardArguments) -> Result<(), Failure> {
    interrupt::listen();
    let settings = &arguments.settings;
    let file = sweep::load(&arguments.sweep, settings)?;
    let plan = sweep::plan(&file, settings)?;
    let shard = arguments.shard;
    let texts = Texts::new(settings.lang);
    let path = folder(&file, settings).join(shard.file_name());
    let shown = path.display().to_string();
    let say = |key: &str, cases: usize| {
        let cases = texts.counted("run", cases);
        let values = [
            ("shard", shard.to_string()),
            ("cases", cases),
            ("file", shown.clone()),
        ];
        if !settings.quiet {
            output::message(&texts.format(key, &values));
        }
    };
    let is_whole = |content| whole(&plan, &(shown.clone(), content)) == Ok(shard);
    if files::exists(&path) && JournalContent::read(&path).is_ok_and(is_whole) {
        say("sweep-shard-there", 0);
        return Ok(());
    }
    let pieces = shard.pieces(&plan);
    let mut found = BTreeMap::new();
    sweep::compute(&plan, &pieces, settings, &mut |piece, of_piece| {
        found.insert(piece, of_piece);
        Ok(())
    })?;
    files::write_atomically(&path, &shard.bytes(&plan, &found))?;
    say("sweep-shard", pieces.len());
    Ok(())
}

/// Where the shards of a sweep are left.
fn folder(sweep: &SweepFile, settings: &Settings) -> PathBuf {
    let whole = leave::usual_folder(sweep.id.as_str());
    let out = settings.out.clone();
    out.unwrap_or_else(|| shards_beside(&whole))
}

/// The folder of the shards of a sweep, beside that of the whole.
pub fn shards_beside(whole: &Path) -> PathBuf {
    let mut path = whole.as_os_str().to_owned();
    path.push("-shards");
    path.into()
}
