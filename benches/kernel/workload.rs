//! What the reference workload consists of; objects refer to inputs and pathways by their place.

use rand_distr::Beta;

/// The years that are computed, 2024 to 2050.
pub const YEARS: usize = 27;
/// The first of them.
pub const BASE: f64 = 2024.0;
/// The last of them.
pub const LAST: f64 = 2050.0;

/// How an input is distributed.
pub enum Family {
    Fixed(f64),
    Uniform {
        low: f64,
        width: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    Pert {
        low: f64,
        width: f64,
        beta: Beta<f64>,
    },
    Normal {
        mean: f64,
        sd: f64,
        min: f64,
        max: f64,
    },
    Lognormal {
        mu: f64,
        sigma: f64,
    },
}

pub struct Input {
    pub family: Family,
    /// The group, the loading λ and √(1 − λ²).
    pub group: Option<(usize, f64, f64)>,
}

pub enum Shape {
    Constant(usize),
    /// Weights of up to three anchors in every year, on values or on their logarithms.
    Anchors {
        columns: Vec<usize>,
        weights: Vec<[f64; YEARS]>,
        is_geometric: bool,
    },
    Growth {
        start: Option<usize>,
        rates: [usize; 2],
        first: usize,
    },
    Fading {
        now: usize,
        later: usize,
        decay: usize,
    },
}

pub struct Pathway {
    pub shape: Shape,
    pub elasticity: Option<usize>,
    pub sigma: Option<usize>,
}

pub struct Curve {
    pub midpoint: usize,
    pub speed: usize,
    pub delay: Option<usize>,
}

pub struct Technology {
    pub capacity: usize,
    pub footprint: usize,
    pub inside: usize,
    pub shares: Vec<f64>,
}

pub struct Land {
    pub area: usize,
    pub fossil: usize,
    pub ended: usize,
    pub green: usize,
    pub factor: usize,
    pub reusable: usize,
    pub now: usize,
    pub late: usize,
    pub held: usize,
}

pub struct Route {
    pub share: usize,
    pub footprint: usize,
    pub efficiency: usize,
}

pub struct Stream {
    pub volume: usize,
    pub routes: Vec<Route>,
    pub period: usize,
    pub reusable: usize,
}

/// Hubs, or jobs when there is a floor space index.
pub struct Counted {
    pub number: usize,
    pub size: usize,
    pub floor_space: Option<usize>,
    pub period: usize,
    pub reusable: usize,
}

pub struct Linear {
    pub area: usize,
    pub share: usize,
    pub late: usize,
}

pub enum Circular {
    Stream(Stream),
    Counted(Counted),
    Linear(Linear),
}

pub struct Campus {
    pub jobs: usize,
    pub floor: usize,
    pub vacancy: usize,
    pub dense: usize,
    pub room: usize,
    pub floor_space: usize,
    pub net: usize,
    pub share: usize,
    pub per_job: usize,
    pub index: usize,
}

/// Everything in the workload; objects refer to inputs and pathways by their place.
#[derive(Default)]
pub struct Workload {
    pub inputs: Vec<Input>,
    pub groups: Vec<String>,
    pub group_factor: Vec<Vec<f64>>,
    pub pathways: Vec<Pathway>,
    pub curves: Vec<Curve>,
    /// Pathways that land follows, with their holding periods.
    pub helds: Vec<(usize, usize)>,
    pub technologies: Vec<Technology>,
    pub clusters: Vec<Option<Land>>,
    pub circular: Vec<Circular>,
    /// Jobs index and hybrid saving of campuses.
    pub indices: Vec<(usize, usize)>,
    pub campuses: Vec<Campus>,
    /// The names of clusters, circular objects and campuses.
    pub names: [Vec<String>; 3],
}
