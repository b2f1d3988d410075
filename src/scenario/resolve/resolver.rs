//! What every object needs while it is resolved: inputs, pathways, shares and transitions by name.

use std::collections::HashMap;

use super::super::layers::{Layers, given_elsewhere, is_same_place};
use super::super::problem::{Place, Problem};
use super::super::rows::{ObjectRow, Written};
use super::super::types::Region;
use super::book::{Book, Owner};
use super::pathways::Pathways;
use super::quantity::Quantity;
use crate::model::{
    InputIndex, PathwayIndex, RegionIndex, Segment, Shares, Transition, TransitionIndex,
};
use crate::units::Year;

/// The transition of objects that name none.
pub(super) const USUAL_TRANSITION: &str = "energy";

/// Looks names up on behalf of objects.
#[derive(Debug)]
pub(super) struct Resolver<'x, 'a> {
    pub layers: &'a Layers,
    pub book: Book<'a>,
    pub pathways: Pathways<'a>,
    regions: &'x [Region],
    complete: Year,
    pub transitions: Vec<Transition>,
    transition_places: HashMap<String, TransitionIndex>,
    lever_places: HashMap<String, Place>,
}

impl<'x, 'a> Resolver<'x, 'a> {
    pub fn new(
        layers: &'a Layers,
        book: Book<'a>,
        pathways: Pathways<'a>,
        regions: &'x [Region],
        complete: Year,
    ) -> Self {
        Self {
            layers,
            book,
            pathways,
            regions,
            complete,
            transitions: Vec::new(),
            transition_places: HashMap::new(),
            lever_places: HashMap::new(),
        }
    }

    /// The start of the topmost file, for what no object asks for.
    pub fn start(&self) -> Place {
        self.layers.start()
    }

    /// The ids of the regions, in the order of their index.
    pub fn region_ids(&self) -> Vec<String> {
        self.regions
            .iter()
            .map(|region| region.id.to_string())
            .collect()
    }

    /// The input that an owner calls `field`.
    pub fn input(&mut self, owner: &Owner, field: &str, quantity: &Quantity) -> InputIndex {
        self.book.input(owner, field, quantity)
    }

    /// The pathway that an owner calls `field`.
    pub fn pathway(&mut self, owner: &Owner, field: &str, quantity: &Quantity) -> PathwayIndex {
        self.pathways.find(&mut self.book, owner, field, quantity)
    }

    /// The transition that an object names, or the usual one.
    pub fn transition(&mut self, row: &ObjectRow) -> TransitionIndex {
        let (name, place) = match &row.transition {
            Some(written) => (written.value.as_str(), &written.place),
            None => (USUAL_TRANSITION, &row.id.place),
        };
        if let Some(&index) = self.transition_places.get(name) {
            return index;
        }
        let owner = Owner {
            prefix: "transition",
            id: name.to_owned(),
            place: place.clone(),
        };
        self.transitions.push(Transition {
            midpoint: self.book.input(&owner, "midpoint", &Quantity::YEAR),
            speed: self.book.input(&owner, "speed", &Quantity::SPEED),
            complete: self.complete,
        });
        let index = TransitionIndex(self.transitions.len() - 1);
        self.transition_places.insert(name.to_owned(), index);
        index
    }

    /// Takes note of a lever; another one of the same name in another place is a problem.
    pub fn note_lever(&mut self, id: &Written<String>) {
        let files = &self.layers.library.files;
        let held = self.lever_places.get(&id.value);
        match held {
            Some(held) if is_same_place(files, held, &id.place) => {}
            Some(held) => {
                let problem = given_elsewhere(files, id, held);
                self.book.complain(&id.value, problem);
            }
            None => {
                self.lever_places.insert(id.value.clone(), id.place.clone());
            }
        }
    }

    /// The segments of an object: the one of its row, else shares under `field`.
    pub fn segments(
        &mut self,
        owner: &Owner,
        whole: Option<&Written<String>>,
        field: &str,
    ) -> Shares<Segment> {
        if let Some(written) = whole {
            return Shares::Whole(self.segment(written));
        }
        let known = Segment::ALL.map(|segment| (segment, segment.name().to_owned()));
        self.shares(owner, field, &known, "segment")
    }

    /// The segment of that name.
    pub fn segment(&mut self, written: &Written<String>) -> Segment {
        Segment::from_name(&written.value).unwrap_or_else(|| {
            let names = Segment::ALL.map(Segment::name);
            let message = format!("there is no segment `{}`", written.value);
            let problem = Problem::error(&written.place, message).one_of(&written.value, &names);
            self.book.problems.push(problem);
            Segment::Regular
        })
    }

    /// The regions of an object: the one of its row, else shares under `region`.
    pub fn regions(&mut self, owner: &Owner, row: &ObjectRow) -> Shares<RegionIndex> {
        if let Some(written) = &row.region {
            return Shares::Whole(self.region(written));
        }
        let known: Vec<_> = self
            .regions
            .iter()
            .enumerate()
            .map(|(index, region)| (RegionIndex(index), region.id.to_string()))
            .collect();
        self.shares(owner, "region", &known, "region")
    }

    /// The region of that name.
    pub fn region(&mut self, written: &Written<String>) -> RegionIndex {
        let ids = self.regions.iter().map(|region| region.id.as_str());
        let found = ids.clone().position(|id| id == written.value);
        RegionIndex(found.unwrap_or_else(|| {
            let message = format!("there is no region `{}`", written.value);
            let problem = Problem::error(&written.place, message)
                .expected("the regions stand in the regions table")
                .nearest(&written.value, ids);
            self.book.problems.push(problem);
            0
        }))
    }

    /// Weights for keys under a field: the owner's own ones if it has any, else the shared ones.
    fn shares<K: Copy>(
        &mut self,
        owner: &Owner,
        field: &str,
        known: &[(K, String)],
        what: &str,
    ) -> Shares<K> {
        for start in [owner.own(field), owner.shared(field)] {
            let mut weights = Vec::new();
            for (key, id) in known {
                let name = format!("{start}.{id}");
                if self.book.has(&name) {
                    let column = self.book.column(&name, &Quantity::FACTOR);
                    let place = format!("{}.{id}", owner.own(field));
                    self.book.note(&place, &name, column);
                    weights.push((*key, column));
                }
            }
            if !weights.is_empty() {
                self.check_weights(owner, &start, &weights);
                return Shares::Weighted(weights);
            }
        }
        let message = format!("`{}.{}` has no {what}", owner.prefix, owner.id);
        let example = known.first().map_or("", |(_, id)| id.as_str());
        let problem = Problem::error(&owner.place, message)
            .expected(format!(
                "name one in its row, or give `{}`",
                owner.own(field)
            ))
            .hint(format!(
                "for instance the input `{}.{example}`",
                owner.own(field)
            ));
        self.book.complain(&owner.own(field), problem);
        Shares::Weighted(Vec::new())
    }

    /// Weights that can all be zero in a draw would lose what they share out.
    fn check_weights<K>(&mut self, owner: &Owner, start: &str, weights: &[(K, InputIndex)]) {
        let can_be_zero = |column: InputIndex| {
            let found = self.book.distribution(column);
            found.is_some_and(|found| found.cdf(0.0) > 0.0)
        };
        if weights.iter().all(|(_, column)| can_be_zero(*column)) {
            let message = format!("all weights under `{start}` can be zero");
            let problem = Problem::error(&owner.place, message)
                .expected("at least one of them must be above 0 in every draw");
            self.book.complain(start, problem);
        }
    }
}
