//! Which inputs a lever moves.

use super::super::objects::plans;
use super::super::pathways::is_level;
use super::super::quantity::Quantity;
use super::super::resolver::Resolver;
use super::kinds::{Draft, Move, Moves};
use crate::model::{Operation, Segment, Target};
use crate::scenario::problem::Problem;
use crate::scenario::rows::{ObjectRow, Written};
use crate::units::Year;

/// The inputs that a lever moves, and how.
pub(super) fn targets(
    resolver: &mut Resolver<'_, '_>,
    draft: &Draft<'_>,
    base_year: Year,
) -> Vec<Target> {
    match draft.kind.moves {
        Moves::Rule(field, moves) => {
            let segments = segments(resolver, draft);
            let names: Vec<_> = segments
                .iter()
                .map(|segment| format!("supply.{segment}.{field}"))
                .collect();
            named(resolver, draft, moves, |name| {
                names.iter().any(|one| one == name)
            })
        }
        Moves::Objects(prefixes, field, moves) => {
            let objects = draft.names(&draft.raw.objects);
            check_objects(resolver, &objects, prefixes, field);
            named(resolver, draft, moves, |name| {
                is_field(name, prefixes, field, &objects)
            })
        }
        Moves::Capacity => {
            let objects = draft.names(&draft.raw.objects);
            check_objects(resolver, &objects, &["technology"], "capacity");
            named(resolver, draft, Move::Shrink, |name| {
                let year = name.rsplit('.').next().and_then(|year| year.parse().ok());
                let is_later = year
                    .and_then(Year::new)
                    .is_some_and(|year| year > base_year);
                is_later && is_field(name, &["technology"], "capacity", &objects)
            })
        }
        Moves::PlanDelay => {
            let segments = segments(resolver, draft);
            let is_meant = |row: &&&ObjectRow| {
                let segment = row.segment.as_ref();
                segment.is_some_and(|s| segments.iter().any(|one| one.name() == s.value))
            };
            let rows = plans(resolver);
            let rows = rows.iter().filter(is_meant);
            let names: Vec<_> = rows
                .map(|row| format!("plan.{}.delay", row.id.value))
                .collect();
            named(resolver, draft, Move::Shrink, |name| {
                names.iter().any(|one| one == name)
            })
        }
        Moves::Substitution => {
            let (Some(from), Some(to)) = (&draft.raw.from, &draft.raw.to) else {
                let key = if draft.raw.from.is_none() {
                    "from"
                } else {
                    "to"
                };
                let hint = "`from` is the segment that asks, `to` the one whose land is locked";
                resolver.book.problems.push(missing(draft, key, hint));
                return Vec::new();
            };
            let name = format!("supply.substitution.{}.{}", from.get_ref(), to.get_ref());
            named(resolver, draft, Move::Shrink, |one| one == name)
        }
        Moves::Adjusted => adjusted(resolver, draft),
        Moves::NewSite => Vec::new(),
    }
}

/// Whether a name is the field, or a part of the pathway, of one of the objects (all when none is
/// named), or shared by all of them.
fn is_field(name: &str, prefixes: &[&str], field: &str, objects: &[Written<String>]) -> bool {
    let of = |start: String| name.strip_prefix(&start).is_some_and(is_level);
    prefixes.iter().any(|prefix| {
        if objects.is_empty() {
            let Some(rest) = name.strip_prefix(&format!("{prefix}.")) else {
                return false;
            };
            let own = rest.split_once('.').map_or("", |(_, own)| own);
            return [rest, own]
                .iter()
                .any(|rest| rest.strip_prefix(field).is_some_and(is_level));
        }
        objects
            .iter()
            .any(|object| of(format!("{prefix}.{}.{field}", object.value)))
    })
}

fn check_objects(
    resolver: &mut Resolver<'_, '_>,
    objects: &[Written<String>],
    prefixes: &[&str],
    field: &str,
) {
    for object in objects {
        let one = std::slice::from_ref(object);
        let is_known = resolver
            .book
            .place_names()
            .any(|name| is_field(name, prefixes, field, one));
        if !is_known {
            let known = known_objects(resolver, prefixes, field);
            let message = format!("no object `{}` has a {field} of its own", object.value);
            let problem = Problem::error(&object.place, message).one_of(&object.value, &known);
            resolver.book.problems.push(problem);
        }
    }
}

/// The objects under some prefixes that have a field of their own.
fn known_objects(resolver: &Resolver<'_, '_>, prefixes: &[&str], field: &str) -> Vec<String> {
    let mut known: Vec<_> = resolver
        .book
        .place_names()
        .filter_map(|name| {
            let (prefix, rest) = name.split_once('.')?;
            let (object, own) = rest.split_once('.')?;
            let is_own = prefixes.contains(&prefix) && own.starts_with(field);
            is_own.then(|| object.to_owned())
        })
        .collect();
    known.sort();
    known.dedup();
    known
}

fn segments(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Vec<Segment> {
    if draft.raw.segments.is_empty() {
        return Segment::ALL.to_vec();
    }
    let names = draft.names(&draft.raw.segments);
    names.iter().map(|name| resolver.segment(name)).collect()
}

/// The columns of a wanted name as targets; none at all is a problem.
fn named(
    resolver: &mut Resolver<'_, '_>,
    draft: &Draft<'_>,
    moves: Move,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Target> {
    let columns = resolver.book.columns_where(is_wanted);
    if columns.is_empty() {
        let message = format!(
            "the lever `{}` moves nothing in this scenario",
            draft.owner.id
        );
        let problem = Problem::error(&draft.owner.place, message);
        resolver.book.problems.push(problem);
    }
    let target = |input| Target {
        input,
        operation: moves.operation(),
        range: resolver.book.range(input),
    };
    columns.into_iter().map(target).collect()
}

fn missing(draft: &Draft<'_>, key: &str, hint: &str) -> Problem {
    let message = format!("the lever `{}` has no `{key}`", draft.owner.id);
    Problem::error(&draft.owner.place, message).hint(hint)
}

/// The inputs that an `adjust` lever names, by their whole name or by its first parts.
fn adjusted(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Vec<Target> {
    let (Some(input), Some(operation)) = (&draft.raw.input, &draft.raw.operation) else {
        let problem = match draft.raw.input {
            None => missing(draft, "input", "name the input that it adjusts"),
            Some(_) => missing(draft, "operation", "operation = \"multiply\" or \"add\""),
        };
        resolver.book.problems.push(problem);
        return Vec::new();
    };
    let (input, operation) = (draft.written(input), draft.written(operation));
    let wanted = input.value.as_str();
    let columns = resolver.book.columns_where(|name| {
        name.strip_prefix(wanted)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    let Some(first) = columns.first().copied() else {
        let message = format!("there is no input `{wanted}`");
        let names: Vec<_> = resolver.book.place_names().map(str::to_owned).collect();
        let problem =
            Problem::error(&input.place, message).nearest(wanted, names.iter().map(String::as_str));
        resolver.book.problems.push(problem);
        return Vec::new();
    };
    let quantity = match operation.value.as_str() {
        "multiply" => Quantity::MULTIPLIER,
        "add" => Quantity::addend(resolver.book.unit(first)),
        other => {
            let message = format!("`{other}` is no way to adjust an input");
            let problem = Problem::error(&operation.place, message)
                .expected("expected `multiply` or `add`")
                .nearest(other, ["multiply", "add"]);
            resolver.book.problems.push(problem);
            return Vec::new();
        }
    };
    let amount = resolver.input(&draft.owner, "effect", &quantity);
    let operation = if operation.value == "multiply" {
        Operation::Multiply(amount)
    } else {
        Operation::Add(amount)
    };
    let target = |input| Target {
        input,
        operation,
        range: resolver.book.range(input),
    };
    columns.into_iter().map(target).collect()
}
