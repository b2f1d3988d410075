//! Need and release of all objects in one draw.
//!
//! The formulas of the model, in the form that they take without levers: cumulated flows need no sum
//! over the years, a running maximum commutes with a positive factor, and what objects have in
//! common is computed once.

use rand::RngExt;
use rand::rngs::Xoshiro256PlusPlus;
use rand_distr::StandardNormal;

use crate::workload::{BASE, Circular, Counted, Curve, LAST, Pathway, Shape, Workload, YEARS};

pub type Years = [f64; YEARS];
const ZERO: Years = [0.0; YEARS];
const M2_PER_HA: f64 = 1e4;
/// The steps of 2030 and 2050.
const HORIZONS: [usize; 2] = [6, 26];
/// Rows of three sectors and their total, need and release, 26 years.
pub const ANNUAL_ROWS: usize = 4 * 2 * (YEARS - 1);
/// Draws that are written to the rows at once.
pub const TILE: usize = 64;

/// What one draw goes through.
pub struct Kernel<'a> {
    work: &'a Workload,
    paths: Vec<Years>,
    curves: Vec<Years>,
    helds: Vec<(Years, Years)>,
    technologies: Vec<Years>,
    campuses: Vec<(Years, Years)>,
    annual: [[Years; 2]; 3],
    /// Rows × draws.
    pub tile: Vec<[f64; TILE]>,
    draw: usize,
}

impl<'a> Kernel<'a> {
    pub fn new(work: &'a Workload, rows: usize) -> Self {
        Self {
            work,
            paths: vec![ZERO; work.pathways.len()],
            curves: vec![ZERO; work.curves.len()],
            helds: vec![(ZERO, ZERO); work.helds.len()],
            technologies: vec![ZERO; work.technologies.len()],
            campuses: vec![(ZERO, ZERO); work.indices.len()],
            annual: [[ZERO; 2]; 3],
            tile: vec![[0.0; TILE]; rows],
            draw: 0,
        }
    }

    /// Computes the rows of one draw into place `draw` of the tile.
    pub fn compute(&mut self, draw: usize, x: &[f64], random: &mut Xoshiro256PlusPlus) {
        self.draw = draw;
        let work = self.work;
        for (path, level) in work.pathways.iter().zip(&mut self.paths) {
            fill_pathway(path, x, random, level);
        }
        for (curve, made) in work.curves.iter().zip(&mut self.curves) {
            fill_curve(curve, x, made);
        }
        for (&(path, period), held) in work.helds.iter().zip(&mut self.helds) {
            *held = hold(&self.paths[path], x[period]);
        }
        self.annual = [[ZERO; 2]; 3];
        self.add_industry(x);
        self.add_circular(x);
        self.add_campuses(x);
        self.write_annual();
    }

    fn write_annual(&mut self) {
        for flow in 0..2 {
            for step in 1..YEARS {
                let mut total = 0.0;
                for sector in 0..3 {
                    let amount = self.annual[sector][flow][step];
                    let row = ((sector + 1) * 2 + flow) * (YEARS - 1) + step - 1;
                    self.tile[row][self.draw] = amount;
                    total += amount;
                }
                self.tile[flow * (YEARS - 1) + step - 1][self.draw] = total;
            }
        }
    }

    /// Adds the cumulated flow of one object.
    fn add(&mut self, (sector, object, flow): (usize, usize, usize), amount: &Years) {
        for (sum, amount) in self.annual[sector][flow].iter_mut().zip(amount) {
            *sum += amount;
        }
        for (horizon, step) in HORIZONS.into_iter().enumerate() {
            let row = ANNUAL_ROWS + (object * 2 + flow) * 2 + horizon;
            self.tile[row][self.draw] = amount[step];
        }
    }

    fn add_industry(&mut self, x: &[f64]) {
        let work = self.work;
        for (technology, added) in work.technologies.iter().zip(&mut self.technologies) {
            *added = peak(&self.paths[technology.capacity]);
            let scale = (1.0 - x[technology.inside]) * x[technology.footprint];
            for added in added.iter_mut() {
                *added *= scale;
            }
        }
        for (number, cluster) in work.clusters.iter().enumerate() {
            let mut need = ZERO;
            for (technology, added) in work.technologies.iter().zip(&self.technologies) {
                let share = technology.shares[number];
                if share > 0.0 {
                    for (need, added) in need.iter_mut().zip(added) {
                        *need += share * added;
                    }
                }
            }
            if let Some(land) = cluster {
                let (grown, fallen) = &self.helds[land.held];
                let ending = x[land.area] * x[land.fossil] * x[land.ended];
                let standing = x[land.area] * (1.0 - x[land.fossil]);
                let green = ending * x[land.green] * x[land.factor];
                let (now, late) = (&self.curves[land.now], &self.curves[land.late]);
                let mut release = ZERO;
                for step in 0..YEARS {
                    need[step] += standing * grown[step] + green * now[step];
                    let freed = standing * fallen[step] + ending * late[step];
                    release[step] = x[land.reusable] * freed;
                }
                self.add((0, number, 1), &release);
            }
            self.add((0, number, 0), &need);
        }
    }

    fn add_circular(&mut self, x: &[f64]) {
        let work = self.work;
        for (number, circular) in work.circular.iter().enumerate() {
            let object = work.clusters.len() + number;
            let (mut need, mut release) = (ZERO, ZERO);
            match circular {
                Circular::Stream(stream) => {
                    for route in &stream.routes {
                        let (volume, share) =
                            (&self.paths[stream.volume], &self.paths[route.share]);
                        let mut coefficient = x[route.footprint];
                        let mut wanted = ZERO;
                        for step in 0..YEARS {
                            wanted[step] = volume[step] * share[step] * coefficient;
                            coefficient *= 1.0 - x[route.efficiency];
                        }
                        let (grown, fallen) = hold(&wanted, x[stream.period]);
                        for step in 0..YEARS {
                            need[step] += grown[step];
                            release[step] += x[stream.reusable] * fallen[step];
                        }
                    }
                }
                Circular::Counted(counted) => {
                    (need, release) = hold(&self.paths[counted.number], x[counted.period]);
                    let each = land_of_one(counted, x);
                    for step in 0..YEARS {
                        need[step] *= each;
                        release[step] *= each * x[counted.reusable];
                    }
                }
                Circular::Linear(linear) => {
                    let land = x[linear.area] * x[linear.share];
                    for (release, late) in release.iter_mut().zip(&self.curves[linear.late]) {
                        *release = land * late;
                    }
                }
            }
            self.add((1, object, 0), &need);
            self.add((1, object, 1), &release);
        }
    }

    fn add_campuses(&mut self, x: &[f64]) {
        let work = self.work;
        for (&(index, saving), shared) in work.indices.iter().zip(&mut self.campuses) {
            let (index, saving) = (&self.paths[index], &self.paths[saving]);
            let floor = std::array::from_fn(|step| index[step] * (1.0 - saving[step]));
            *shared = (peak(&floor), peak(index));
        }
        for (number, campus) in work.campuses.iter().enumerate() {
            let object = work.clusters.len() + work.circular.len() + number;
            let (used, grown) = &self.campuses[campus.index];
            let floor = x[campus.jobs] * x[campus.floor];
            let outside = floor * (1.0 - x[campus.dense]) / (1.0 - x[campus.vacancy]);
            let land = x[campus.net] / (x[campus.floor_space] * M2_PER_HA);
            let leaving = x[campus.jobs] * x[campus.share] * x[campus.per_job] / M2_PER_HA;
            let room = x[campus.room];
            let need = std::array::from_fn(|step| {
                larger(outside * used[step] - room, 0.0) * land + leaving * grown[step]
            });
            self.add((2, object, 0), &need);
        }
    }
}

fn land_of_one(counted: &Counted, x: &[f64]) -> f64 {
    match counted.floor_space {
        Some(index) => x[counted.size] / (x[index] * M2_PER_HA),
        None => x[counted.size],
    }
}

/// The larger of two numbers, neither of which is NaN.
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

fn fill_pathway(path: &Pathway, x: &[f64], random: &mut Xoshiro256PlusPlus, level: &mut Years) {
    match &path.shape {
        Shape::Constant(column) => level.fill(x[*column]),
        Shape::Anchors {
            columns,
            weights,
            is_geometric,
        } => {
            level.fill(0.0);
            for (column, weights) in columns.iter().zip(weights) {
                let value = if *is_geometric {
                    x[*column].ln()
                } else {
                    x[*column]
                };
                for (level, weight) in level.iter_mut().zip(weights) {
                    *level += weight * value;
                }
            }
            if *is_geometric {
                for level in level.iter_mut() {
                    *level = level.exp();
                }
            }
        }
        Shape::Growth {
            start,
            rates,
            first,
        } => {
            let mut factors = rates.map(|rate| 1.0 + x[rate]);
            if let Some(elasticity) = path.elasticity {
                factors = factors.map(|factor| factor.powf(x[elasticity]));
            }
            level[0] = start.map_or(1.0, |start| x[start]);
            for step in 1..YEARS {
                level[step] = level[step - 1] * factors[usize::from(step > *first)];
            }
        }
        Shape::Fading { now, later, decay } => {
            let (now, later, decay) = (x[*now], x[*later], x[*decay]);
            let yearly = (-1.0 / decay).exp();
            let mut left = 1.0;
            for (step, level) in level.iter_mut().enumerate() {
                *level = later * step as f64 + (now - later) * decay * (1.0 - left);
                left *= yearly;
            }
            let mut noise = 0.0;
            for level in level {
                *level = (*level + noise).exp();
                if let Some(sigma) = path.sigma {
                    noise += x[sigma] * random.sample::<f64, _>(StandardNormal);
                }
            }
            return;
        }
    }
    if let Some(sigma) = path.sigma {
        let mut noise = 0.0;
        for level in &mut level[1..] {
            noise += x[sigma] * random.sample::<f64, _>(StandardNormal);
            *level *= f64::exp(noise);
        }
    }
}

fn fill_curve(curve: &Curve, x: &[f64], made: &mut Years) {
    let (midpoint, speed) = (x[curve.midpoint], x[curve.speed]);
    let delay = curve.delay.map_or(0.0, |delay| x[delay]);
    let e = |year: f64| (-speed * (year - midpoint)).exp();
    let (start, end) = (e(BASE), e(LAST));
    let scale = (1.0 + end) / (start - end);
    let (mut now, yearly) = (e(BASE - delay), (-speed).exp());
    for made in made {
        *made = (scale * (start - now) / (1.0 + now)).clamp(0.0, 1.0);
        now *= yearly;
    }
}

/// Cumulated need and fall of land that is held for a period.
fn hold(wanted: &Years, period: f64) -> (Years, Years) {
    let window = (period + 0.5) as usize;
    let mut held = *wanted;
    for lag in 1..=window.min(YEARS - 1) {
        for (held, earlier) in held[lag..].iter_mut().zip(wanted) {
            *held = larger(*held, *earlier);
        }
    }
    let (mut need, mut fall) = (ZERO, ZERO);
    for step in 1..YEARS {
        need[step] = need[step - 1] + larger(held[step] - held[step - 1], 0.0);
        fall[step] = need[step] - (held[step] - held[0]);
    }
    (need, fall)
}

/// The running maximum of the growth since the base year, at least zero.
fn peak(wanted: &Years) -> Years {
    let mut most = 0.0;
    std::array::from_fn(|step| {
        most = larger(wanted[step] - wanted[0], most);
        most
    })
}
