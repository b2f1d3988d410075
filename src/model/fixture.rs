//! A bench for the hand-computed cases: one draw of fixed values through one entity.

use super::*;
use crate::id::Id;
use crate::units::Year;

/// Collects inputs and pathways, then projects one entity over the years 2024 to `last`.
pub(super) struct Fixture {
    values: Vec<f64>,
    pathways: Vec<Pathway>,
    transitions: Vec<Transition>,
    timeline: Timeline,
    moves: Vec<(InputIndex, usize, f64)>,
}

pub(super) fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

impl Fixture {
    pub fn until(last: i64) -> Self {
        Self {
            values: Vec::new(),
            pathways: Vec::new(),
            transitions: Vec::new(),
            timeline: Timeline::new(year(2024), year(last)).unwrap(),
            moves: Vec::new(),
        }
    }

    pub fn input(&mut self, value: f64) -> InputIndex {
        self.values.push(value);
        InputIndex(self.values.len() - 1)
    }

    /// Gives an input another value from a step on, as a lever does.
    pub fn moves(&mut self, input: InputIndex, from: usize, value: f64) {
        self.moves.push((input, from, value));
    }

    pub fn pathway(&mut self, pathway: Pathway) -> PathwayIndex {
        self.pathways.push(pathway);
        PathwayIndex(self.pathways.len() - 1)
    }

    /// A pathway through values in named years, joined by straight lines.
    pub fn anchors(&mut self, points: &[(i64, f64)]) -> PathwayIndex {
        let points = points
            .iter()
            .map(|&(at, value)| (year(at), self.input(value)))
            .collect();
        let join = Join::Linear;
        self.pathway(Pathway::of(PathwayShape::Anchors { points, join }))
    }

    /// An index that grows by `rate` per year.
    pub fn growth(&mut self, rate: f64) -> PathwayIndex {
        let rate = self.input(rate);
        let until = self.timeline.last();
        self.pathway(Pathway::of(PathwayShape::Growth {
            start: None,
            periods: vec![GrowthPeriod { until, rate }],
        }))
    }

    /// A transition with τ = 0, ½ and 1 in 2024, 2025 and 2026: with κ = ln 3 and the midpoint in
    /// 2025, s is ¼, ½ and ¾.
    pub fn transition_of_two_years(&mut self) -> TransitionIndex {
        let midpoint = self.input(2025.0);
        let speed = self.input(3_f64.ln());
        self.transitions.push(Transition {
            midpoint,
            speed,
            complete: year(2026),
        });
        TransitionIndex(self.transitions.len() - 1)
    }

    fn draws(&self) -> Draws {
        let mut draws = Draws::zeros(self.values.len(), 0, self.timeline, 1);
        for (index, value) in self.values.iter().enumerate() {
            draws.column_mut(InputIndex(index))[0] = *value;
        }
        for &(input, from, value) in &self.moves {
            let moved = draws.moved_mut(input, &mut Workspace::default());
            for step in from..self.timeline.years() {
                moved.at_mut(step)[0] = value;
            }
        }
        draws
    }

    pub fn flows(self, demand: impl DemandModel + 'static, events: Vec<Event>) -> LandFlows {
        let draws = self.draws();
        let system = DemandSystem {
            timeline: self.timeline,
            pathways: self.pathways,
            transitions: self.transitions,
            entities: vec![Entity {
                id: Id::new("one").unwrap(),
                sector: Sector::Industry,
                regions: Shares::Whole(RegionIndex(0)),
                demand: Box::new(demand),
                events,
            }],
            net_to_gross: [InputIndex(0); Segment::COUNT],
            regions: 1,
            standstill: Standstill::default(),
        };
        let years = system.timeline.years();
        let mut flows = LandFlows::zeros(years, 1);
        system.project(&draws, &mut Workspace::default(), &mut flows, |_, _| {});
        flows
    }

    /// The values of one pathway.
    pub fn values(self, pathway: &Pathway) -> Vec<f64> {
        let mut out = Series::zeros(self.timeline.years(), 1);
        pathway.fill(&self.draws(), &mut out);
        out.values().to_vec()
    }
}

/// Fails unless two lists of figures agree to 1e-9.
#[track_caller]
pub(super) fn assert_figures(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found_one, expected_one) in found.iter().zip(expected) {
        assert!(
            (found_one - expected_one).abs() < 1e-9,
            "{found:?} should be {expected:?}"
        );
    }
}
