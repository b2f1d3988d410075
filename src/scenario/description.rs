//! What things are called.

use crate::id::Id;
use crate::language::Localised;

/// What something is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// The name in files and tables.
    pub id: Id,
    /// The name in charts and reports.
    pub name: Localised,
}
