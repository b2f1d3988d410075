//! The reference workload of `benches/README.md` as a hand-written loop: the floor for the time of a draw.
//!
//! No layers, no levers, no regions, no streams addressed by name: one draw after another through
//! straight-line arithmetic, all rows kept, quantiles by selection.
//!
//! `cargo bench --bench kernel -- --draws 1000000 --out statistics.csv`

// This program prints what it measured, and draws and rows are counted in numbers that f64 holds.
#![allow(clippy::print_stdout)]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]
// The tables and the structures made from them carry the names of the model.
#![allow(missing_docs)]

mod draw;
mod land;
mod tables;
mod workload;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use land::{ANNUAL_ROWS, Kernel, TILE};
use tables::Failure;
use workload::{Workload, YEARS};

const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
const SECTORS: [&str; 4] = ["all", "industry", "circular", "campus"];

struct Options {
    draws: usize,
    threads: usize,
    seed: u64,
    tables: PathBuf,
    out: Option<PathBuf>,
}

fn options() -> Result<Options, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/workload");
    let mut options = Options {
        draws: 100_000,
        threads: 2,
        seed: 1,
        tables: folder,
        out: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        // `cargo bench` adds this one.
        if name == "--bench" {
            continue;
        }
        let value = arguments.next().ok_or("every option takes a value")?;
        match name.as_str() {
            "--draws" => options.draws = value.parse()?,
            "--threads" => options.threads = value.parse()?,
            "--seed" => options.seed = value.parse()?,
            "--tables" => options.tables = value.into(),
            "--out" => options.out = Some(value.into()),
            _ => return Err(format!("there is no option {name}").into()),
        }
    }
    options.threads = options.threads.clamp(1, options.draws.max(1));
    Ok(options)
}

fn main() -> Result<(), Failure> {
    let options = options()?;
    let work = tables::read(&options.tables)?;
    let objects: usize = work.names.iter().map(Vec::len).sum();
    let rows = ANNUAL_ROWS + objects * 4;
    let started = Instant::now();
    let parts = compute(&work, rows, &options);
    let drawn = started.elapsed().as_secs_f64();
    let statistics = describe_all(&parts, rows, options.threads);
    let described = started.elapsed().as_secs_f64() - drawn;
    println!("{{\"draws_s\": {drawn}, \"statistics_s\": {described}}}");
    if let Some(path) = &options.out {
        std::fs::write(path, as_csv(&work, &statistics))?;
    }
    Ok(())
}

/// Rows × draws of every thread.
fn compute(work: &Workload, rows: usize, options: &Options) -> Vec<Vec<f64>> {
    let share = options.draws.div_ceil(options.threads);
    thread::scope(|scope| {
        let running: Vec<_> = (0..options.threads)
            .map(|thread| {
                let count = options.draws.saturating_sub(thread * share).min(share);
                let seed = options.seed * 1_000 + thread as u64;
                scope.spawn(move || compute_part(work, rows, count, seed))
            })
            .collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_default())
            .collect()
    })
}

fn compute_part(work: &Workload, rows: usize, count: usize, seed: u64) -> Vec<f64> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let cdf = draw::NormalCdf::new();
    let mut kernel = Kernel::new(work, rows);
    let mut factors = vec![0.0; work.groups.len()];
    let mut values = vec![0.0; work.inputs.len()];
    let mut out = vec![0.0; rows * count];
    for first in (0..count).step_by(TILE) {
        let size = TILE.min(count - first);
        for place in 0..size {
            draw::fill(work, &cdf, &mut random, &mut factors, &mut values);
            kernel.compute(place, &values, &mut random);
        }
        for (row, tile) in kernel.tile.iter().enumerate() {
            let start = row * count + first;
            out[start..start + size].copy_from_slice(&tile[..size]);
        }
    }
    out
}

/// Mean, standard deviation and quantiles of every row.
fn describe_all(parts: &[Vec<f64>], rows: usize, threads: usize) -> Vec<[f64; 9]> {
    let next = AtomicUsize::new(0);
    let mut described: Vec<_> = thread::scope(|scope| {
        let work = || {
            let mut column = Vec::new();
            let mut described = Vec::new();
            loop {
                let row = next.fetch_add(1, Ordering::Relaxed);
                if row >= rows {
                    return described;
                }
                column.clear();
                for part in parts {
                    let count = part.len() / rows;
                    column.extend_from_slice(&part[row * count..(row + 1) * count]);
                }
                described.push((row, describe(&mut column)));
            }
        };
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let joined = running.into_iter().map(thread::ScopedJoinHandle::join);
        joined.flat_map(Result::unwrap_or_default).collect()
    });
    described.sort_by_key(|(row, _)| *row);
    described
        .into_iter()
        .map(|(_, statistics)| statistics)
        .collect()
}

fn describe(values: &mut [f64]) -> [f64; 9] {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let mut described = [0.0; 9];
    described[0] = mean;
    described[1] = (squares / count).sqrt();
    let mut end = values.len();
    for (level, quantile) in LEVELS.iter().zip(&mut described[2..]).rev() {
        let place = level * (count - 1.0);
        let rank = place as usize;
        let (_, &mut low, above) = values[..end].select_nth_unstable_by(rank, f64::total_cmp);
        let high = above.iter().copied().fold(f64::INFINITY, f64::min);
        let part = place - rank as f64;
        *quantile = if part > 0.0 && high.is_finite() {
            low + part * (high - low)
        } else {
            low
        };
        // Among few draws two levels may share a rank.
        if values.len() > 100 {
            end = rank + 1;
        }
    }
    described
}

fn as_csv(work: &Workload, statistics: &[[f64; 9]]) -> String {
    let mut names = Vec::new();
    for sector in SECTORS {
        for flow in ["need", "release"] {
            names.extend((1..YEARS).map(|step| format!("{flow},{sector},all,{}", 2024 + step)));
        }
    }
    for (objects, sector) in work.names.iter().zip(&SECTORS[1..]) {
        for object in objects {
            for flow in ["need", "release"] {
                names.extend([2030, 2050].map(|year| format!("{flow},{sector},{object},{year}")));
            }
        }
    }
    let mut out = "outcome,sector,entity,year,mean,sd,p05,p10,p25,p50,p75,p90,p95\n".to_owned();
    for (name, values) in names.iter().zip(statistics) {
        out.push_str(name);
        for value in values {
            // Writing to a string cannot fail.
            let _ = write!(out, ",{value:?}");
        }
        out.push('\n');
    }
    out
}
