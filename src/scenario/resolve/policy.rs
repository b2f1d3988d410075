//! Policy variants: which inputs each lever moves.

use toml::Spanned;

use super::super::layers::VariantFile;
use super::super::problem::{FileIndex, Place, Problem};
use super::super::raw::{RawLever, RawText};
use super::super::rows::{ObjectRow, Written};
use super::super::types::{Cost, Description, PolicyLever, PolicyVariant};
use super::book::Owner;
use super::objects::plans;
use super::quantity::Quantity;
use super::resolver::Resolver;
use super::{identifier, localised, supply};
use crate::language::Localised;
use crate::model::{InputIndex, Lever, Operation, PlanSite, Segment, Target};
use crate::units::Year;

/// A kind of lever: what it moves, how, and which keys narrow it down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    name: &'static str,
    moves: Moves,
    keys: &'static [&'static str],
}

/// What a kind of lever moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moves {
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
enum Move {
    Complement,
    Shrink,
}

impl Move {
    fn operation(self) -> Operation {
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
struct Draft<'a> {
    file: FileIndex,
    raw: &'a RawLever,
    owner: Owner,
    kind: Kind,
}

impl Draft<'_> {
    fn written(&self, key: &Spanned<String>) -> Written<String> {
        Written::of(self.file, key)
    }

    fn names(&self, keys: &[Spanned<String>]) -> Vec<Written<String>> {
        keys.iter().map(|key| self.written(key)).collect()
    }
}

/// Resolves every variant that was read along with the scenario.
pub(super) fn variants(resolver: &mut Resolver<'_, '_>, base_year: Year) -> Vec<PolicyVariant> {
    let files = &resolver.layers.variants;
    files
        .iter()
        .filter_map(|file| variant(resolver, file, base_year))
        .collect()
}

fn variant(
    resolver: &mut Resolver<'_, '_>,
    file: &VariantFile,
    base_year: Year,
) -> Option<PolicyVariant> {
    let start = Place {
        file: file.file,
        span: 0..0,
    };
    let Some(id) = &file.id else {
        let problem = Problem::error(&start, "the policy variant has no `id`");
        resolver.book.problems.push(problem);
        return None;
    };
    if file.levers.is_empty() {
        let problem = Problem::error(&start, "the policy variant has no lever");
        let hint = "add a [[levers]] table, or `include` files that have some";
        resolver.book.problems.push(problem.hint(hint));
    }
    let mut levers: Vec<PolicyLever> = Vec::new();
    for (file, raw) in &file.levers {
        let lever = lever(resolver, *file, raw, base_year);
        // A package may reach a lever along several ways; it works once.
        levers.extend(lever.filter(|lever| {
            let is_same = |other: &PolicyLever| other.description.id == lever.description.id;
            !levers.iter().any(is_same)
        }));
    }
    Some(PolicyVariant {
        title: text(&id.value, &file.title),
        description: text("", &file.description),
        id: identifier(&id.value, &id.place, &mut resolver.book.problems)?,
        price_year: file.price_year,
        levers,
    })
}

fn text(usual: &str, raw: &RawText) -> Localised {
    localised(usual, &raw.nl, raw.en.as_deref().unwrap_or_default())
}

fn lever(
    resolver: &mut Resolver<'_, '_>,
    file: FileIndex,
    raw: &RawLever,
    base_year: Year,
) -> Option<PolicyLever> {
    let draft = draft(resolver, file, raw)?;
    check_keys(resolver, &draft);
    let decision = decision(resolver, &draft)?;
    let owner = &draft.owner;
    let lead = resolver.input(owner, "lead_time", &Quantity::YEARS);
    let (mut lever, mut site) = (None, None);
    if draft.kind.moves == Moves::NewSite {
        site = Some(new_site(resolver, &draft, decision, lead)?);
    } else {
        lever = Some(Lever {
            decision,
            lead,
            ramp: resolver.input(owner, "ramp", &Quantity::YEARS),
            uptake: resolver.input(owner, "uptake", &Quantity::SHARE),
            effect: effect(resolver, &draft)?,
            targets: targets(resolver, &draft, base_year),
        });
    }
    let id = identifier(&owner.id, &owner.place, &mut resolver.book.problems)?;
    Some(PolicyLever {
        description: Description {
            name: text(id.as_str(), &raw.name),
            id,
        },
        kind: draft.kind.name,
        decision,
        lever,
        site,
        cost: cost(resolver, &draft.owner),
    })
}

fn draft<'a>(
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
    let Some(found) = KINDS.iter().find(|known| known.name == kind.value) else {
        let names = KINDS.map(|kind| kind.name);
        let problem = Problem::error(&kind.place, format!("`{}` is no kind of lever", kind.value))
            .expected(format!("expected one of {}", names.join(", ")))
            .nearest(&kind.value, names);
        resolver.book.problems.push(problem);
        return None;
    };
    Some(Draft {
        file,
        raw,
        owner: Owner {
            prefix: "lever",
            id: id.value,
            place: id.place,
        },
        kind: *found,
    })
}

fn check_keys(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) {
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

fn decision(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Option<InputIndex> {
    let missing = |place: &Place| {
        let message = format!("the lever `{}` has no decision year", draft.owner.id);
        Problem::error(place, message).hint("decision_year = 2027")
    };
    let Some(year) = &draft.raw.decision_year else {
        resolver.book.problems.push(missing(&draft.owner.place));
        return None;
    };
    let Some(number) = Year::new(*year.get_ref()) else {
        let place = Written::of(draft.file, year).place;
        let message = format!("{} is not a calendar year", year.get_ref());
        resolver.book.problems.push(Problem::error(&place, message));
        return None;
    };
    let name = draft.owner.own("decision_year");
    resolver
        .book
        .certain(&name, number.as_f64(), &Quantity::YEAR)
}

/// The effect: a share of what is moved, except for adjustments, whose amount is their own.
fn effect(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Option<InputIndex> {
    if draft.kind.moves == Moves::Adjusted {
        return resolver
            .book
            .certain("lever.whole_effect", 1.0, &Quantity::SHARE);
    }
    Some(resolver.input(&draft.owner, "effect", &Quantity::SHARE))
}

fn targets(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>, base_year: Year) -> Vec<Target> {
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
            let name = match (&draft.raw.from, &draft.raw.to) {
                (Some(from), Some(to)) => {
                    format!("supply.substitution.{}.{}", from.get_ref(), to.get_ref())
                }
                _ => String::new(),
            };
            named(resolver, draft, Move::Shrink, |one| one == name)
        }
        Moves::Adjusted => adjusted(resolver, draft),
        Moves::NewSite => Vec::new(),
    }
}

/// Whether a name is the field, or a part of the pathway, of one of the objects (all when none is
/// named), or shared by all of them.
fn is_field(name: &str, prefixes: &[&str], field: &str, objects: &[Written<String>]) -> bool {
    let of = |start: String| {
        name.strip_prefix(&start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    prefixes.iter().any(|prefix| {
        if objects.is_empty() {
            let Some(rest) = name.strip_prefix(&format!("{prefix}.")) else {
                return false;
            };
            let own = rest.split_once('.').map_or("", |(_, own)| own);
            return [rest, own].iter().any(|rest| {
                rest.strip_prefix(field)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
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
            let problem = Problem::error(&object.place, message)
                .expected(format!("expected one of {}", known.join(", ")))
                .nearest(&object.value, known.iter().map(String::as_str));
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

/// The inputs that an `adjust` lever names, by their whole name or by its first parts.
fn adjusted(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Vec<Target> {
    let missing = |key: &str, hint: &str| {
        let message = format!("the lever `{}` has no `{key}`", draft.owner.id);
        Problem::error(&draft.owner.place, message).hint(hint)
    };
    let (Some(input), Some(operation)) = (&draft.raw.input, &draft.raw.operation) else {
        let problem = match draft.raw.input {
            None => missing("input", "name the input that it adjusts"),
            Some(_) => missing("operation", "operation = \"multiply\" or \"add\""),
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

fn new_site(
    resolver: &mut Resolver<'_, '_>,
    draft: &Draft<'_>,
    decision: InputIndex,
    lead: InputIndex,
) -> Option<PlanSite> {
    let raw = draft.raw;
    let region = raw.region.as_ref().map(|region| draft.written(region));
    let segment = raw.segment.as_ref().map(|segment| draft.written(segment));
    let Some(cell) = supply::cell(resolver, region.as_ref(), segment.as_ref()) else {
        let message = format!("the new site `{}` has no region or segment", draft.owner.id);
        let problem = Problem::error(&draft.owner.place, message);
        resolver.book.problems.push(problem);
        return None;
    };
    let owner = &draft.owner;
    let net_to_gross = [owner.own("net_to_gross"), "plan.net_to_gross".to_owned()];
    Some(PlanSite {
        cell,
        gross: resolver.input(owner, "gross_area", &Quantity::GROSS_AREA),
        net_to_gross: resolver
            .book
            .first_of(&net_to_gross, &owner.place, &Quantity::NET_TO_GROSS),
        comes: resolver.input(owner, "comes", &Quantity::SHARE),
        planned: decision,
        delay: lead,
    })
}

fn cost(resolver: &mut Resolver<'_, '_>, owner: &Owner) -> Cost {
    let book = &mut resolver.book;
    let mut given = |field: &str, quantity: &Quantity| {
        let name = owner.own(field);
        book.has(&name).then(|| book.column(&name, quantity))
    };
    let fixed = given("cost_fixed", &Quantity::MONEY);
    let per_ha = given("cost_per_ha", &Quantity::MONEY_PER_HA);
    let per_year = given("cost_per_year", &Quantity::YEARLY_MONEY);
    let per_ha = per_ha.map(|per_ha| {
        (
            per_ha,
            resolver.input(owner, "hectares", &Quantity::HECTARES),
        )
    });
    let per_year = per_year.map(|per_year| {
        (
            per_year,
            resolver.input(owner, "lead_time", &Quantity::YEARS),
        )
    });
    Cost {
        fixed,
        per_ha,
        per_year,
    }
}
