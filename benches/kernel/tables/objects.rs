//! The objects of the workload, with the inputs and pathways that they find.

use std::collections::HashMap;

use super::{Found, Tables};
use crate::workload::{Campus, Circular, Counted, Curve, Land, Linear, Route, Stream, Technology};

impl Tables {
    pub(super) fn read_objects(&mut self, objects: &[HashMap<String, String>]) -> Found<()> {
        let of_kind = |kind: &str| -> Vec<&HashMap<String, String>> {
            objects.iter().filter(|row| row["kind"] == kind).collect()
        };
        let clusters = of_kind("cluster");
        for row in &clusters {
            let land = self.land(row)?;
            self.work.clusters.push(land);
            self.work.names[0].push(row["id"].clone());
        }
        for row in of_kind("technology") {
            let technology = self.technology(&row["id"], &clusters)?;
            self.work.technologies.push(technology);
        }
        let activities = of_kind("activity");
        for row in objects {
            let id = row["id"].as_str();
            let circular = match row["kind"].as_str() {
                "stream" => Circular::Stream(self.stream(id, &activities)?),
                "hub" => Circular::Counted(self.counted([id, "count", "footprint"])?),
                "circular-jobs" => {
                    Circular::Counted(self.counted([id, "jobs", "floor_per_job"])?)
                }
                "linear-land" => Circular::Linear(self.linear(row)?),
                _ => continue,
            };
            self.work.circular.push(circular);
            self.work.names[1].push(id.to_owned());
        }
        for row in of_kind("campus") {
            let campus = self.campus(&row["id"])?;
            self.work.campuses.push(campus);
            self.work.names[2].push(row["id"].clone());
        }
        Ok(())
    }

    fn curve(&mut self, transition: &str, delay: Option<usize>) -> Found<usize> {
        let midpoint = self.find(["transition", transition, "midpoint"])?;
        let speed = self.find(["transition", transition, "speed"])?;
        let is_same = |curve: &Curve| (curve.midpoint, curve.delay) == (midpoint, delay);
        if let Some(known) = self.work.curves.iter().position(is_same) {
            return Ok(known);
        }
        self.work.curves.push(Curve {
            midpoint,
            speed,
            delay,
        });
        Ok(self.work.curves.len() - 1)
    }

    fn land(&mut self, row: &HashMap<String, String>) -> Found<Option<Land>> {
        let id = row["id"].as_str();
        if !self.has(&format!("industry.{id}.area")) {
            return Ok(None);
        }
        let mut find = |field| self.find(["industry", id, field]);
        let (area, fossil, ended) = (find("area")?, find("fossil_share")?, find("ended_share")?);
        let (green, factor) = (find("green_return")?, find("green_land_factor")?);
        let (reusable, delay) = (find("reusable_share")?, find("closure_delay")?);
        let held = (self.pathway(["industry", id, "production"])?, delay);
        if !self.work.helds.contains(&held) {
            self.work.helds.push(held);
        }
        let place = self.work.helds.iter().position(|known| *known == held);
        Ok(Some(Land {
            area,
            fossil,
            ended,
            green,
            factor,
            reusable,
            now: self.curve(&row["transition"], None)?,
            late: self.curve(&row["transition"], Some(delay))?,
            held: place.unwrap_or_default(),
        }))
    }

    fn technology(&mut self, id: &str, clusters: &[&HashMap<String, String>]) -> Found<Technology> {
        let mut shares = Vec::new();
        for cluster in clusters {
            let name = format!("technology.{id}.cluster.{}", cluster["id"]);
            let is_here = self.has(&name);
            shares.push(if is_here {
                self.number(&name, "central")?
            } else {
                0.0
            });
        }
        let whole = shares.iter().sum::<f64>().max(1.0);
        Ok(Technology {
            capacity: self.pathway(["technology", id, "capacity"])?,
            footprint: self.find(["technology", id, "footprint"])?,
            inside: self.find(["technology", id, "inside_fence"])?,
            shares: shares.iter().map(|share| share / whole).collect(),
        })
    }

    fn stream(&mut self, id: &str, activities: &[&HashMap<String, String>]) -> Found<Stream> {
        let mut routes = Vec::new();
        for activity in activities {
            let activity = activity["id"].as_str();
            let field = format!("route.{activity}");
            if self.shape(&format!("circular.{id}.{field}"))?.is_some() {
                routes.push(Route {
                    share: self.pathway(["circular", id, &field])?,
                    footprint: self.find(["activity", activity, "footprint"])?,
                    efficiency: self.find(["activity", activity, "efficiency"])?,
                });
            }
        }
        Ok(Stream {
            volume: self.pathway(["circular", id, "volume"])?,
            routes,
            period: self.find(["circular", id, "holding_period"])?,
            reusable: self.find(["circular", id, "reusable_share"])?,
        })
    }

    fn counted(&mut self, [id, number, size]: [&str; 3]) -> Found<Counted> {
        Ok(Counted {
            number: self.pathway(["circular", id, number])?,
            size: self.find(["circular", id, size])?,
            floor_space: self.maybe(["circular", id, "floor_space_index"])?,
            period: self.find(["circular", id, "holding_period"])?,
            reusable: self.find(["circular", id, "reusable_share"])?,
        })
    }

    fn linear(&mut self, row: &HashMap<String, String>) -> Found<Linear> {
        let id = row["id"].as_str();
        let delay = self.find(["circular", id, "closure_delay"])?;
        Ok(Linear {
            area: self.find(["circular", id, "area"])?,
            share: self.find(["circular", id, "released_share"])?,
            late: self.curve(&row["transition"], Some(delay))?,
        })
    }

    fn campus(&mut self, id: &str) -> Found<Campus> {
        let jobs_index = self.pathway(["campus", id, "jobs_index"])?;
        let pair = (jobs_index, self.pathway(["campus", id, "hybrid_saving"])?);
        if !self.work.indices.contains(&pair) {
            self.work.indices.push(pair);
        }
        let place = self.work.indices.iter().position(|known| *known == pair);
        let mut find = |field| self.find(["campus", id, field]);
        Ok(Campus {
            jobs: find("jobs")?,
            floor: find("floor_per_job")?,
            vacancy: find("frictional_vacancy")?,
            dense: find("densification")?,
            room: find("room")?,
            floor_space: find("floor_space_index")?,
            net: find("net_to_gross")?,
            share: find("scale_up_share")?,
            per_job: find("scale_up_land_per_job")?,
            index: place.unwrap_or_default(),
        })
    }
}
