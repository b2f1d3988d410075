//! `explain`: where an input or an outcome comes from.
//!
//! A name can stand for an outcome (with a year behind it also for what drives it), an evidence grade, a value, a place that a shared value fills, a
//! pathway, an object, a lever, a variant, a source, or the start of other names. Whatever it stands
//! for is explained; where it stands for more than one thing, all of them are.

mod dictionary;
mod drivers;
mod input;
mod list;
mod object;
mod outcome;
mod page;
mod pathway;
mod policy;
mod register;
mod source;
mod unknown;

use std::path::PathBuf;

use ruimtevraag::language::Texts;
use ruimtevraag::scenario;

use super::arguments::ExplainArguments;
use super::job;
use super::output::{self, Failure};
pub use dictionary::meaning;
use register::Register;

/// Explains one name of a scenario.
pub fn explain(arguments: &ExplainArguments) -> Result<(), Failure> {
    let variants = job::files_of(&arguments.variants)?;
    let variants: Vec<_> = variants.iter().map(PathBuf::as_path).collect();
    let scenario = scenario::load_with_variants(&arguments.scenario, &variants)?;
    let texts = Texts::new(arguments.lang);
    let register = Register::new(&scenario, &texts);
    let name = arguments.name.as_str();
    let mut pages = pages(&register, name);
    pages.extend(drivers::page(&register, name)?);
    if pages.is_empty() {
        return Err(Failure::Usage(unknown::message(&register, name)));
    }
    output::result(&pages.join("\n"))
}

/// A page for everything that the name stands for.
fn pages(register: &Register<'_>, name: &str) -> Vec<String> {
    let mut pages: Vec<String> = Vec::new();
    pages.extend(outcome::page(register, name));
    pages.extend(list::of_grade(register, name));
    pages.extend(input::page(register, name));
    pages.extend(pathway::page(register, name));
    pages.extend(object::pages(register, name));
    pages.extend(policy::lever_page(register, name));
    pages.extend(policy::variant_page(register, name));
    pages.extend(source::page(register, name));
    if pages.is_empty() {
        pages.extend(list::of_prefix(register, name));
    }
    pages
}
