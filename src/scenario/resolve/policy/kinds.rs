//! The kinds of levers, and a lever as it stands in a file.

use toml::Spanned;

use super::super::book::Owner;
use super::super::identifier;
use super::super::resolver::Resolver;
use crate::id::Id;
use crate::model::Operation;
use crate::scenario::problem::{FileIndex, Place, Problem};
use crate::scenario::raw::RawLever;
use crate::scenario::rows::Written;

/// A kind of lever: what it moves, how, and which keys narrow it down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    pub name: &'static str,
    pub moves: Moves,
    keys: &'static [&'static str],
}

/// What a kind of lever moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// A rule of supply for each segment.
    Rule(&'static str, Move),
    /// An input of objects under some prefixes.
    Objects(&'static [&'static str], &'static str, Move),
    /// The capacity of technologies after the base year.
    Capacity,
    /// The delay of plan sites.
    PlanDelay,
    /// Whether one segment may stand in for another.
    Substitution,
    /// Any named input.
    Adjusted,
    /// Nothing: it adds a plan site.
    NewSite,
}

/// How a share or quantity moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Complement,
    Shrink,
}

impl Move {
    pub fn operation(self) -> Operation {
        match self {
            Move::Complement => Operation::Complement,
            Move::Shrink => Operation::Shrink,
        }
    }
}

const fn kind(name: &'static str, moves: Moves, keys: &'static [&'static str]) -> Kind {
    Kind { name, moves, keys }
}

const KINDS: [Kind; 12] = [
    kind(
        "intensify",
        Moves::Rule("intensification", Move::Complement),
        &["segments"],
    ),
    kind(
        "protect",
        Moves::Objects(&["background"], "transformation_rate", Move::Shrink),
        &["objects"],
    ),
    kind(
        "compensate",
        Moves::Objects(&["background"], "compensated_share", Move::Complement),
        &["objects"],
    ),
    kind("new-site", Moves::NewSite, &["region", "segment"]),
    kind("lock-segment", Moves::Substitution, &["from", "to"]),
    kind(
        "close-sooner",
        Moves::Objects(&["industry", "circular"], "closure_delay", Move::Shrink),
        &["objects"],
    ),
    kind(
        "reuse",
        Moves::Objects(&["industry"], "reusable_share", Move::Complement),
        &["objects"],
    ),
    kind(
        "densify-campus",
        Moves::Objects(&["campus"], "densification", Move::Complement),
        &["objects"],
    ),
    kind(
        "spill-agreement",
        Moves::Rule("mobile_share", Move::Complement),
        &["segments"],
    ),
    kind("import-instead", Moves::Capacity, &["objects"]),
    kind("prioritise-grid", Moves::PlanDelay, &["segments"]),
    kind("adjust", Moves::Adjusted, &["input", "operation"]),
];

/// A lever as it stands in a file.
pub(super) struct Draft<'a> {
    pub file: FileIndex,
    pub raw: &'a RawLever,
    pub id: Id,
    pub owner: Owner,
    pub kind: Kind,
}

impl Draft<'_> {
    pub fn written(&self, key: &Spanned<String>) -> Written<String> {
        Written::of(self.file, key)
    }

    pub fn names(&self, keys: &[Spanned<String>]) -> Vec<Written<String>> {
        keys.iter().map(|key| self.written(key)).collect()
    }
}

/// Takes a lever as it stands; one without a name or a known kind is a problem.
pub(super) fn draft<'a>(
    resolver: &mut Resolver<'_, '_>,
    file: FileIndex,
    raw: &'a RawLever,
) -> Option<Draft<'a>> {
    let start = Place { file, span: 0..0 };
    let (Some(id), Some(kind)) = (&raw.id, &raw.kind) else {
        let what = if raw.id.is_none() { "id" } else { "kind" };
        let problem = Problem::error(&start, format!("a lever has no `{what}`"));
        resolver.book.problems.push(problem);
        return None;
    };
    let (id, kind) = (Written::of(file, id), Written::of(file, kind));
    resolver.note_lever(&id);
    let checked = identifier(&id.value, &id.place, &mut resolver.book.problems);
    let owner = Owner {
        prefix: "lever",
        id: id.value,
        place: id.place,
    };
    let Some(id) = checked else {
        resolver.book.excuse(&owner);
        return None;
    };
    let Some(found) = KINDS.iter().find(|known| known.name == kind.value) else {
        let names = KINDS.map(|kind| kind.name);
        let problem = Problem::error(&kind.place, format!("`{}` is no kind of lever", kind.value))
            .one_of(&kind.value, &names);
        resolver.book.problems.push(problem);
        resolver.book.excuse(&owner);
        return None;
    };
    Some(Draft {
        file,
        raw,
        id,
        owner,
        kind: *found,
    })
}

/// Refuses keys that a kind of lever does not have.
pub(super) fn check_keys(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) {
    let raw = draft.raw;
    let singles = [
        ("region", &raw.region),
        ("segment", &raw.segment),
        ("from", &raw.from),
        ("to", &raw.to),
        ("input", &raw.input),
        ("operation", &raw.operation),
    ];
    let lists = [("segments", &raw.segments), ("objects", &raw.objects)];
    let singles = singles
        .into_iter()
        .filter_map(|(name, key)| Some((name, key.as_ref()?)));
    let lists = lists
        .into_iter()
        .filter_map(|(name, keys)| Some((name, keys.first()?)));
    for (name, key) in singles.chain(lists) {
        if !draft.kind.keys.contains(&name) {
            let place = draft.written(key).place;
            let message = format!("a lever of kind `{}` has no `{name}`", draft.kind.name);
            let label = format!("it can have {}", draft.kind.keys.join(", "));
            let problem = Problem::error(&place, message).expected(label);
            resolver.book.problems.push(problem);
        }
    }
}
