//! Policy variants: which inputs each lever moves.

mod kinds;
mod targets;

use super::book::Owner;
use super::quantity::Quantity;
use super::resolver::Resolver;
use super::{identifier, supply};
use crate::model::{InputIndex, Lever, PlanSite};
use crate::scenario::description::Description;
use crate::scenario::layers::VariantFile;
use crate::scenario::problem::{FileIndex, Place, Problem};
use crate::scenario::raw::RawLever;
use crate::scenario::rows::Written;
use crate::scenario::types::{Cost, PolicyLever, PolicyVariant};
use crate::units::Year;
use kinds::{Draft, Moves, check_keys, draft};
use targets::targets;

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
    if let Some(price_year) = file.price_year.filter(|year| Year::new(*year).is_none()) {
        let message = format!("{price_year} is not a calendar year");
        let label = format!("`price_year` is from {} to {}", Year::MIN, Year::MAX);
        let problem = Problem::error(&start, message).expected(label);
        resolver.book.problems.push(problem);
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
        title: file.title.localised(&id.value),
        description: file.description.localised(""),
        id: identifier(&id.value, &id.place, &mut resolver.book.problems)?,
        price_year: file.price_year,
        levers,
    })
}

fn lever(
    resolver: &mut Resolver<'_, '_>,
    file: FileIndex,
    raw: &RawLever,
    base_year: Year,
) -> Option<PolicyLever> {
    let draft = draft(resolver, file, raw)?;
    check_keys(resolver, &draft);
    let lever = of_draft(resolver, &draft, base_year);
    let moves_nothing = |lever: &Lever| lever.targets.is_empty();
    if lever
        .as_ref()
        .is_none_or(|found| found.lever.as_ref().is_some_and(moves_nothing))
    {
        resolver.book.excuse(&draft.owner);
    }
    lever
}

fn of_draft(
    resolver: &mut Resolver<'_, '_>,
    draft: &Draft<'_>,
    base_year: Year,
) -> Option<PolicyLever> {
    let decision = decision(resolver, draft)?;
    let owner = &draft.owner;
    let lead = resolver.input(owner, "lead_time", &Quantity::YEARS);
    let (mut lever, mut site) = (None, None);
    if draft.kind.moves == Moves::NewSite {
        site = Some(new_site(resolver, draft, decision, lead)?);
    } else {
        lever = Some(Lever {
            decision,
            lead,
            ramp: resolver.input(owner, "ramp", &Quantity::YEARS),
            uptake: resolver.input(owner, "uptake", &Quantity::SHARE),
            effect: effect(resolver, draft)?,
            targets: targets(resolver, draft, base_year),
        });
    }
    Some(PolicyLever {
        description: Description {
            name: draft.raw.name.localised(&owner.id),
            id: draft.id.clone(),
        },
        kind: draft.kind.name,
        decision,
        lever,
        site,
        cost: cost(resolver, &draft.owner, lead, site),
    })
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
    let year = number.as_f64();
    let asked = (name.as_str(), &draft.owner.place);
    let column = resolver.book.certain(asked, year, &Quantity::YEAR)?;
    resolver.book.note(&name, &name, column);
    Some(column)
}

/// The effect: a share of what is moved, except for adjustments, whose amount is their own.
fn effect(resolver: &mut Resolver<'_, '_>, draft: &Draft<'_>) -> Option<InputIndex> {
    if draft.kind.moves == Moves::Adjusted {
        let asked = ("lever.whole_effect", &draft.owner.place);
        return resolver.book.certain(asked, 1.0, &Quantity::SHARE);
    }
    Some(resolver.input(&draft.owner, "effect", &Quantity::SHARE))
}

fn new_site(
    resolver: &mut Resolver<'_, '_>,
    draft: &Draft<'_>,
    decision: InputIndex,
    lead: InputIndex,
) -> Option<PlanSite> {
    if resolver.layers.distances.rows().next().is_none() {
        let message = format!("the new site `{}` meets no need", draft.owner.id);
        let problem = Problem::error(&draft.owner.place, message)
            .expected("the scenario has no supply")
            .hint("a scenario with a table of distances meets need with supply");
        resolver.book.problems.push(problem);
        return None;
    }
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

fn cost(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    lead: InputIndex,
    site: Option<PlanSite>,
) -> Cost {
    let book = &mut resolver.book;
    let mut given = |field: &str, quantity: &Quantity| {
        let name = owner.own(field);
        book.has(&name).then(|| book.column(&name, quantity))
    };
    let fixed = given("cost_fixed", &Quantity::MONEY);
    let per_ha = given("cost_per_ha", &Quantity::MONEY_PER_HA);
    let per_year = given("cost_per_year", &Quantity::YEARLY_MONEY);
    let mut worked_on = || resolver.input(owner, "hectares", &Quantity::HECTARES);
    Cost {
        lead,
        fixed,
        per_ha,
        hectares: match site {
            Some(site) => Some(site.gross),
            None => per_ha.map(|_| worked_on()),
        },
        per_year,
        site: site.map(|site| site.comes),
    }
}
