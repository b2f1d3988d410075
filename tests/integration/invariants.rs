//! What holds for every scenario: flows are never negative, scale with areas and do not change
//! when an entity is cut in two; the books of a confrontation close.

#![allow(clippy::unwrap_used)] // in the helpers of tests, as in the tests themselves

mod confrontation;

use std::sync::Arc;

use proptest::prelude::*;
use ruimtevraag::id::Id;
use ruimtevraag::model::{
    Campus, CampusGrowth, CampusLand, CappedShares, DemandModel, DemandSystem, Draws, Entity,
    ExistingLand, GrowthPeriod, HoldingInputs, IndustryCluster, InputIndex, Join, LandFlows, Lever,
    LinearLand, MaterialStream, Operation, Pathway, PathwayIndex, PathwayShape, ProductionGroup,
    RegionIndex, Route, ScaleUps, Sector, Segment, Shares, Standstill, Storage, StructuralError,
    Target, Technology, TechnologyInCluster, Timeline, Transition, TransitionIndex, WalkIndex,
    Workspace, apply_levers,
};
use ruimtevraag::units::Year;

/// How many draws each random system gets.
const DRAWS: usize = 4;

/// How the areas, and how the sizes of entities, are multiplied.
#[derive(Clone, Copy)]
struct Factors {
    area: f64,
    size: f64,
}

const AS_DRAWN: Factors = Factors {
    area: 1.0,
    size: 1.0,
};

/// Unit-cube numbers that become the inputs of one random system, with its random walk.
#[derive(Debug, Clone)]
struct Seedling {
    uniforms: Vec<[f64; DRAWS]>,
    walk: Vec<[f64; DRAWS]>,
}

fn seedling() -> impl Strategy<Value = Seedling> {
    let uniforms = prop::collection::vec(prop::array::uniform4(0.0..1.0_f64), 60);
    let walk = prop::collection::vec(prop::array::uniform4(-3.0..3.0_f64), 27);
    (uniforms, walk).prop_map(|(uniforms, walk)| Seedling { uniforms, walk })
}

/// Hands out inputs between bounds, in order.
struct Planter<'a> {
    seedling: &'a Seedling,
    columns: Vec<[f64; DRAWS]>,
    pathways: Vec<Pathway>,
    factors: Factors,
}

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

impl Planter<'_> {
    fn input(&mut self, low: f64, high: f64) -> InputIndex {
        let uniform = self.seedling.uniforms[self.columns.len()];
        self.columns.push(uniform.map(|u| low + u * (high - low)));
        InputIndex(self.columns.len() - 1)
    }

    /// An input in hectares, or in hectares per something.
    fn area(&mut self, low: f64, high: f64) -> InputIndex {
        let factor = self.factors.area;
        self.input(low * factor, high * factor)
    }

    /// An input that says how large an entity is.
    fn size(&mut self, low: f64, high: f64) -> InputIndex {
        let factor = self.factors.size;
        self.input(low * factor, high * factor)
    }

    /// An input that is both: an area that belongs to one entity.
    fn own_area(&mut self, low: f64, high: f64) -> InputIndex {
        let factor = self.factors.area * self.factors.size;
        self.input(low * factor, high * factor)
    }

    fn pathway(&mut self, shape: PathwayShape) -> PathwayIndex {
        let sigma = self.input(0.0, 0.1);
        self.pathways.push(Pathway {
            shape,
            elasticity: None,
            structural_error: Some(StructuralError {
                sigma,
                walk: WalkIndex(0),
            }),
        });
        PathwayIndex(self.pathways.len() - 1)
    }

    fn index(&mut self) -> PathwayIndex {
        let rate = self.input(-0.05, 0.08);
        let until = year(2050);
        let periods = vec![GrowthPeriod { until, rate }];
        self.pathway(PathwayShape::Growth {
            start: None,
            periods,
        })
    }

    fn anchors(&mut self, first: InputIndex, last: InputIndex) -> PathwayIndex {
        let points = vec![(year(2024), first), (year(2050), last)];
        let join = Join::Linear;
        self.pathway(PathwayShape::Anchors { points, join })
    }

    fn cluster(&mut self) -> Box<dyn DemandModel> {
        let land = ExistingLand {
            area: self.own_area(100.0, 5000.0),
            fossil_share: self.input(0.0, 1.0),
            ended_share: self.input(0.0, 1.0),
            green_return: self.input(0.0, 1.0),
            green_land_factor: self.input(0.0, 3.0),
            reusable_share: self.input(0.0, 1.0),
            closure_delay: self.input(0.0, 12.0),
            transition: TransitionIndex(0),
            segments: self.two_segments(),
            groups: Shares::Whole(ProductionGroup {
                land_index: self.index(),
            }),
        };
        let (now, later) = (self.size(0.0, 5.0), self.size(0.0, 50.0));
        let technology = Technology {
            capacity: self.anchors(now, later),
            footprint: self.area(1.0, 100.0),
            inside_fence: self.input(0.0, 1.0),
            segments: Shares::Whole(Segment::DryHmc),
            clusters: CappedShares::new(vec![self.input(0.0, 1.0)]),
        };
        Box::new(IndustryCluster {
            land: Some(land),
            technologies: vec![TechnologyInCluster {
                technology: Arc::new(technology),
                place: 0,
            }],
        })
    }

    fn two_segments(&mut self) -> Shares<Segment> {
        Shares::Weighted(vec![
            (Segment::WetHmc, self.input(0.0, 1.0)),
            (Segment::Regular, self.input(0.1, 1.0)),
        ])
    }

    fn holding(&mut self) -> HoldingInputs {
        HoldingInputs {
            period: self.input(0.0, 10.0),
            reusable_share: self.input(0.0, 1.0),
        }
    }

    fn stream(&mut self) -> Box<dyn DemandModel> {
        let (now, later) = (self.size(10.0, 1000.0), self.size(10.0, 1000.0));
        let volume = self.anchors(now, later);
        let (now, later) = (self.input(0.0, 1.0), self.input(0.0, 1.0));
        let route = Route {
            share: self.anchors(now, later),
            footprint: self.area(0.01, 0.3),
            efficiency: self.input(0.0, 0.03),
            segments: self.two_segments(),
        };
        let storage = Storage {
            stored_share: self.input(0.0, 1.0),
            dwell_time: self.input(0.0, 1.0),
            footprint: self.area(0.01, 0.02),
            segments: Shares::Whole(Segment::WetHmc),
        };
        Box::new(MaterialStream {
            volume,
            routes: vec![route],
            storage: Some(storage),
            holding: self.holding(),
        })
    }

    fn linear(&mut self) -> Box<dyn DemandModel> {
        Box::new(LinearLand {
            area: self.own_area(10.0, 500.0),
            released_share: self.input(0.0, 1.0),
            closure_delay: self.input(0.0, 12.0),
            transition: TransitionIndex(0),
            segments: Shares::Whole(Segment::DryHmc),
        })
    }

    fn campus(&mut self) -> Box<dyn DemandModel> {
        let growth = CampusGrowth {
            jobs: self.size(500.0, 30_000.0),
            jobs_index: self.index(),
            floor_per_job: self.area(20.0, 40.0),
            hybrid_saving: self.hybrid_saving(),
            frictional_vacancy: self.input(0.0, 0.1),
        };
        let land = CampusLand {
            densification: self.input(0.0, 1.0),
            room: self.own_area(0.0, 100_000.0),
            floor_space_index: self.input(0.3, 1.0),
            net_to_gross: self.input(0.5, 1.0),
        };
        let scale_ups = ScaleUps {
            share: self.input(0.0, 0.5),
            land_per_job: self.area(100.0, 400.0),
            segments: Shares::Whole(Segment::Regular),
        };
        Box::new(Campus {
            growth,
            land,
            scale_ups,
        })
    }

    /// A saving without process noise, since it stays below 1.
    fn hybrid_saving(&mut self) -> PathwayIndex {
        let saving = self.input(0.0, 0.3);
        self.pathways
            .push(Pathway::of(PathwayShape::Constant(saving)));
        PathwayIndex(self.pathways.len() - 1)
    }
}

/// The flows of one cluster, stream, linear site and campus that grow from a seedling.
fn grow(seedling: &Seedling, factors: Factors) -> Vec<LandFlows> {
    grow_under(seedling, factors, None)
}

/// The same under levers on every input, which those in each draw take up in this part.
fn grow_under(
    seedling: &Seedling,
    factors: Factors,
    uptake: Option<[f64; DRAWS]>,
) -> Vec<LandFlows> {
    let mut planter = Planter {
        seedling,
        columns: Vec::new(),
        pathways: Vec::new(),
        factors,
    };
    let transition = Transition {
        midpoint: planter.input(2028.0, 2048.0),
        speed: planter.input(0.1, 0.6),
        complete: year(2050),
    };
    let models = [
        planter.cluster(),
        planter.stream(),
        planter.linear(),
        planter.campus(),
    ];
    let system = DemandSystem {
        timeline: Timeline::new(year(2024), year(2050)).unwrap(),
        pathways: planter.pathways,
        transitions: vec![transition],
        entities: models.into_iter().map(entity).collect(),
        net_to_gross: [InputIndex(0); Segment::COUNT],
        regions: 1,
        standstill: Standstill::default(),
    };
    let mut workspace = Workspace::default();
    let mut columns = planter.columns;
    let levers = uptake.map_or(Vec::new(), |uptake| levers(&mut columns, uptake));
    let mut draws = draws(&columns, &seedling.walk, system.timeline);
    apply_levers(&levers, &mut draws, &mut workspace);
    let mut all = Vec::new();
    let mut flows = LandFlows::zeros(27, DRAWS);
    system.project(&draws, &mut workspace, &mut flows, |_, flows| {
        all.push(flows.clone());
    });
    all
}

/// Levers of 2030: one puts the switch off by up to twenty years at once, one shrinks every other
/// input by up to a half until 2040.
fn levers(columns: &mut Vec<[f64; DRAWS]>, uptake: [f64; DRAWS]) -> Vec<Lever> {
    let inputs = columns.len();
    let mut input = |column| {
        columns.push(column);
        InputIndex(columns.len() - 1)
    };
    let [decision, nothing, ramp, half, one, twenty] =
        [2030.0, 0.0, 10.0, 0.5, 1.0, 20.0].map(|value| input([value; DRAWS]));
    let uptake = input(uptake);
    let lever = |ramp, effect, targets| Lever {
        decision,
        lead: nothing,
        ramp,
        uptake,
        effect,
        targets,
    };
    let target = |input, operation| Target {
        input: InputIndex(input),
        operation,
        range: 0.0..=f64::INFINITY,
    };
    let shrunk = (1..inputs).map(|input| target(input, Operation::Shrink));
    vec![
        lever(ramp, half, shrunk.collect()),
        lever(nothing, one, vec![target(0, Operation::Add(twenty))]),
    ]
}

fn entity(demand: Box<dyn DemandModel>) -> Entity {
    Entity {
        id: Id::new("one").unwrap(),
        sector: Sector::Industry,
        regions: Shares::Whole(RegionIndex(0)),
        demand,
        events: Vec::new(),
    }
}

fn draws(columns: &[[f64; DRAWS]], walk: &[[f64; DRAWS]], timeline: Timeline) -> Draws {
    let mut draws = Draws::zeros(columns.len(), 1, timeline, DRAWS);
    for (index, column) in columns.iter().enumerate() {
        draws.column_mut(InputIndex(index)).copy_from_slice(column);
    }
    for (step, walk) in walk.iter().enumerate().skip(1) {
        draws.walk_mut(WalkIndex(0), step).copy_from_slice(walk);
    }
    draws
}

/// Every need, release and double use, one after the other.
fn figures(flows: &LandFlows) -> impl Iterator<Item = f64> + '_ {
    let by_segment = Segment::ALL
        .into_iter()
        .flat_map(|segment| [flows.need(segment), flows.release(segment)]);
    by_segment
        .chain([flows.double_use()])
        .flat_map(|series| series.values().iter().copied())
}

fn assert_multiplied(from: &[LandFlows], to: &[LandFlows], factor: f64) {
    for (from, to) in from.iter().zip(to) {
        for (from, to) in figures(from).zip(figures(to)) {
            assert!(
                (to - factor * from).abs() <= 1e-9 * (1.0 + to.abs()),
                "{to} is not {factor} × {from}"
            );
        }
    }
}

proptest! {
    #[test]
    fn flows_are_finite_and_never_negative(seedling in seedling()) {
        for flows in grow(&seedling, AS_DRAWN) {
            for figure in figures(&flows) {
                prop_assert!(figure.is_finite() && figure >= 0.0, "{figure}");
            }
        }
    }

    #[test]
    fn flows_under_levers_are_finite_and_never_negative(
        seedling in seedling(),
        uptake in prop::array::uniform4(0.0..1.0_f64),
    ) {
        for flows in grow_under(&seedling, AS_DRAWN, Some(uptake)) {
            for figure in figures(&flows) {
                prop_assert!(figure.is_finite() && figure >= 0.0, "{figure}");
            }
        }
    }

    #[test]
    fn a_lever_of_zero_strength_changes_no_bit_of_demand(seedling in seedling()) {
        let bits = |flows: &[LandFlows], draw: usize| -> Vec<u64> {
            let all = flows.iter().flat_map(figures);
            all.skip(draw).step_by(DRAWS).map(f64::to_bits).collect()
        };
        let before = grow(&seedling, AS_DRAWN);
        let without = grow_under(&seedling, AS_DRAWN, Some([0.0; DRAWS]));
        let with_others = grow_under(&seedling, AS_DRAWN, Some([0.0, 0.5, 0.5, 0.5]));
        for draw in 0..DRAWS {
            prop_assert_eq!(bits(&before, draw), bits(&without, draw));
        }
        prop_assert_eq!(bits(&before, 0), bits(&with_others, 0));
        prop_assert_ne!(bits(&before, 1), bits(&with_others, 1));
    }

    #[test]
    fn some_land_is_asked_for(seedling in seedling()) {
        let asked: f64 = grow(&seedling, AS_DRAWN)
            .iter()
            .flat_map(|flows| figures(flows).collect::<Vec<_>>())
            .sum();
        prop_assert!(asked > 0.0);
    }

    #[test]
    fn flows_scale_with_areas(seedling in seedling(), area in 0.1..10.0_f64) {
        let scaled = Factors { area, size: 1.0 };
        assert_multiplied(&grow(&seedling, AS_DRAWN), &grow(&seedling, scaled), area);
    }

    #[test]
    fn an_entity_cut_in_two_asks_for_as_much(seedling in seedling(), part in 0.01..0.99_f64) {
        let whole = grow(&seedling, AS_DRAWN);
        let one = grow(&seedling, Factors { area: 1.0, size: part });
        let other = grow(&seedling, Factors { area: 1.0, size: 1.0 - part });
        for ((whole, one), other) in whole.iter().zip(&one).zip(&other) {
            for ((whole, one), other) in figures(whole).zip(figures(one)).zip(figures(other)) {
                prop_assert!((one + other - whole).abs() <= 1e-9 * (1.0 + whole.abs()));
            }
        }
    }

    #[test]
    fn no_entity_gives_back_more_than_it_had_and_took(seedling in seedling()) {
        // The cluster's first input is its area; nothing else of it exists in the base year.
        let flows = grow(&seedling, AS_DRAWN);
        let area_uniform = seedling.uniforms[2];
        for (draw, uniform) in area_uniform.into_iter().enumerate() {
            let had = 100.0 + uniform * 4900.0;
            let sum = |series: &ruimtevraag::model::Series| -> f64 {
                (0..27).map(|step| series.at(step)[draw]).sum()
            };
            let taken: f64 = Segment::ALL.map(|s| sum(flows[0].need(s))).iter().sum();
            let given: f64 = Segment::ALL.map(|s| sum(flows[0].release(s))).iter().sum();
            prop_assert!(given <= had + taken + 1e-9, "{given} of {had} + {taken}");
        }
    }
}
