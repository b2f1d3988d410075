//! `new`: a commented scenario to start from.

use std::path::Path;

use ruimtevraag::files;

use super::arguments::NewArguments;
use super::output::{self, Failure};

/// The files of the template, as they are shipped.
macro_rules! template {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../scenarios/sjabloon/", $name)))),+]
    };
}

const TEMPLATE: [(&str, &str); 4] =
    template!["scenario.toml", "regios.csv", "objecten.csv", "invoer.csv"];

/// Writes the template into a folder that does not hold its files yet.
pub fn new(arguments: &NewArguments) -> Result<(), Failure> {
    let folder = &arguments.folder;
    for (name, _) in TEMPLATE {
        let path = folder.join(name);
        if files::exists(&path) {
            return Err(Failure::Usage(format!(
                "{} is there already; choose another folder",
                path.display()
            )));
        }
    }
    for (name, content) in TEMPLATE {
        files::write_atomically(&folder.join(name), content.as_bytes())?;
    }
    output::result(&next_steps(folder))
}

fn next_steps(folder: &Path) -> String {
    let scenario = folder.join("scenario.toml");
    format!(
        "{0} and its inputs are written. Next:\n  ruimtevraag check {0}\n  ruimtevraag run {0}\n",
        scenario.display()
    )
}
