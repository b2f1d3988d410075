//! Charts with figures of a likely size, to test and to look at.

use super::*;

pub(super) fn interval(p05: f64, p50: f64, p95: f64) -> Interval {
    Interval { p05, p50, p95 }
}

pub(super) fn bands(height: impl Fn(f64) -> f64, spread: f64) -> Vec<YearBand> {
    (2024..=2050_u16)
        .map(|year| {
            let middle = height(f64::from(year) - 2024.0);
            let wide = spread * middle.abs();
            YearBand {
                year,
                p05: middle - wide,
                p25: middle - 0.4 * wide,
                p50: middle,
                p75: middle + 0.5 * wide,
                p95: middle + 1.4 * wide,
            }
        })
        .collect()
}

pub(crate) fn chart(name: &str, title: &str, body: Body) -> Chart {
    Chart {
        name: name.to_owned(),
        title: title.to_owned(),
        subtitle: "Scenario Groen & circulair. Mediaan en bandbreedte over 10.000 trekkingen; \
                   scenario's krijgen geen kans en worden nooit gemiddeld."
            .to_owned(),
        unit: "ha netto".to_owned(),
        source: "eigen berekening met ruimtevraag 0.1.0, scenario groen-circulair, 10.000 \
                 trekkingen, zaad 0"
            .to_owned(),
        alt: "Een grafiek met \"oplopende\" banden & getallen < 2.000 ha.".to_owned(),
        body,
    }
}

fn published(year: u16, low: f64, central: f64, high: f64, label: &str) -> Published {
    Published {
        year,
        low,
        central,
        high,
        label: label.to_owned(),
    }
}

pub(crate) fn all() -> Vec<Chart> {
    vec![
        chart("waterfall", "Wat de ruimtevraag maakt", waterfall()),
        chart("sobol", "Wat de spreiding bepaalt", estimates()),
        chart("relief", "Met steeds meer maatregelen", packages()),
        chart("morris", "Welke invoer ertoe doet", points()),
        chart(
            "tradeoff",
            "Afruil tussen dekking en dichtheid",
            trade_off(),
        ),
        Chart {
            unit: "1/yr".to_owned(),
            ..chart("box", "Waar het tekort ontstaat", scatter())
        },
        chart("fan", "Ruimtevraag van industrieclusters sinds 2024", fan()),
        chart(
            "stacked",
            "Ruimtevraag naar sector en werkmilieu, 2030 en 2050",
            stacked(),
        ),
        chart(
            "regions",
            "Ruimtevraag per provincie, 2030 en 2050",
            regions(),
        ),
        chart(
            "clusters",
            "Ruimtevraag per cluster en campus, vijftien grootste",
            clusters(),
        ),
        chart(
            "double-use",
            "Dubbel ruimtegebruik tijdens de omslag van industrieclusters",
            curve(),
        ),
        chart(
            "double-use-clusters",
            "Dubbel ruimtegebruik per cluster",
            curves(),
        ),
        chart(
            "demand-supply",
            "Vraag naar en aanbod van ruimte, cumulatief sinds 2024",
            demand_supply(),
        ),
        shares(chart(
            "shortage",
            "Kans op een tekort van meer dan 1 ha in 2050",
            heat_map(),
        )),
        chart(
            "differences",
            "Verandering van de onvervulde vraag door beleidsvarianten",
            differences(),
        ),
        chart("flows", "Waar de ruimtevraag van 2050 landt", flows()),
        chart(
            "frontier",
            "Kosten en effect van beleidsvarianten",
            frontier(),
        ),
        chart("map", "Ruimtevraag per provincie in 2050 (mediaan)", map()),
        chart(
            "convergence",
            "Schatting van de totale ruimtevraag in 2050 naar aantal trekkingen",
            convergence(),
        ),
        chart(
            "distribution",
            "Verdeling van de totale ruimtevraag in 2030 en 2050",
            histogram(),
        ),
        chart("drivers", "Wat de ruimtevraag in 2050 bepaalt", tornado()),
        chart(
            "heat-maps",
            "Saldo naar groene terugkeer en ruimte-elasticiteit",
            heat_maps(3),
        ),
        chart(
            "many-heat-maps",
            "Niet vervulde vraag: wat beleidsvarianten veranderen",
            heat_maps(7),
        ),
        chart("lines", "Ruimtevraag naar groene terugkeer", lines(true)),
        chart("points", "Ruimtevraag naar groene terugkeer", lines(false)),
        chart("parallel", "Alle punten naast elkaar", parallel()),
        chart(
            "clouds",
            "Kosten van beleidsvarianten en wat overblijft",
            clouds(),
        ),
    ]
}

pub(crate) fn fan() -> Body {
    Body::Fan(Fan {
        bands: bands(|t| 34.0 * t + 0.9 * t * t, 0.32),
        published: vec![
            published(
                2030,
                180.0,
                320.0,
                460.0,
                "Buck Consultants 2023, engere afbakening: alleen waterstof en batterijen",
            ),
            published(
                2050,
                f64::NAN,
                1_250.0,
                f64::NAN,
                "PBL 2024, ruimere afbakening",
            ),
            published(
                2050,
                900.0,
                2_100.0,
                2_900.0,
                "Programma Verduurzaming Industrie 2022",
            ),
        ],
    })
}

fn tornado() -> Body {
    let swing = |name: &str, low: f64, high: f64, figure: &str| Swing {
        name: name.to_owned(),
        low,
        high,
        figure: figure.to_owned(),
    };
    Body::Tornado(Tornado {
        mean: 17_800.0,
        column: "aandeel".to_owned(),
        swings: vec![
            swing(
                "background.logistiek.land_per_job.growth",
                12_100.0,
                25_400.0,
                "41%",
            ),
            swing("industry.green_return", 15_900.0, 19_800.0, "8%"),
            swing("background.handel.jobs.2050", 18_600.0, 17_900.0, "2%"),
        ],
    })
}

fn stacked() -> Body {
    let bar = |group: &str, name: &str, sizes: &[f64], total: (f64, f64, f64)| Bar {
        group: group.to_owned(),
        name: name.to_owned(),
        sizes: sizes.to_vec(),
        total: Some(interval(total.0, total.1, total.2)),
    };
    let parts = [
        "Nat HMC-terrein",
        "Droog HMC-terrein",
        "Regulier bedrijventerrein",
        "Campus",
        "Stedelijk",
    ];
    Body::StackedBars(StackedBars {
        parts: parts.map(str::to_owned).to_vec(),
        bars: vec![
            bar(
                "Industrieclusters",
                "2030",
                &[160.0, 120.0, 30.0, 0.0, 0.0],
                (210.0, 300.0, 470.0),
            ),
            bar(
                "Industrieclusters",
                "2050",
                &[720.0, 510.0, 160.0, 0.0, 0.0],
                (900.0, 1_350.0, 2_100.0),
            ),
            bar(
                "Circulaire economie",
                "2030",
                &[60.0, 110.0, 90.0, 0.0, 12.0],
                (160.0, 260.0, 430.0),
            ),
            bar(
                "Circulaire economie",
                "2050",
                &[210.0, 420.0, 330.0, 0.0, 60.0],
                (610.0, 980.0, 1_660.0),
            ),
            bar(
                "Campussen",
                "2030",
                &[0.0, 4.0, 14.0, 40.0, 6.0],
                (30.0, 60.0, 110.0),
            ),
            bar(
                "Campussen",
                "2050",
                &[0.0, 10.0, 40.0, 130.0, 22.0],
                (90.0, 190.0, 390.0),
            ),
        ],
    })
}

const PROVINCES: [&str; 12] = [
    "Groningen",
    "Fryslân",
    "Drenthe",
    "Overijssel",
    "Flevoland",
    "Gelderland",
    "Utrecht",
    "Noord-Holland",
    "Zuid-Holland",
    "Zeeland",
    "Noord-Brabant",
    "Limburg",
];

fn regions() -> Body {
    let medians = [
        140.0, 38.0, 22.0, 61.0, 45.0, 92.0, 33.0, 240.0, 610.0, 190.0, 330.0, 170.0,
    ];
    let row = |(name, median): (&str, f64)| Row {
        name: name.to_owned(),
        bands: vec![
            interval(0.15 * median, 0.25 * median, 0.42 * median),
            interval(0.6 * median, median, 1.7 * median),
        ],
    };
    Body::Ranges(Ranges {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: PROVINCES.into_iter().zip(medians).map(row).collect(),
    })
}

fn clusters() -> Body {
    let names = [
        "Rotterdam-Moerdijk",
        "Zeeland-West-Brabant (North Sea Port District)",
        "Noordzeekanaalgebied",
        "Noord-Nederland (Eemsdelta, Delfzijl en Emmen)",
        "Chemelot",
        "Cluster 6",
        "Huishoudelijk afval",
        "Bouw- en sloopafval",
        "Kunststoffen",
        "Biogrondstoffen",
        "Brainport Industries Campus",
        "High Tech Campus Eindhoven",
        "Leiden Bio Science Park",
        "Wageningen Campus",
        "Utrecht Science Park",
    ];
    let row = |(place, name): (usize, &str)| {
        let median = 620.0 / (1.0 + 0.6 * crate::numeric::count(place));
        Row {
            name: name.to_owned(),
            bands: vec![
                interval(0.12 * median, 0.2 * median, 0.36 * median),
                interval(0.55 * median, median, 1.8 * median),
            ],
        }
    };
    Body::Ranges(Ranges {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: names.into_iter().enumerate().map(row).collect(),
    })
}

fn hump(middle: f64, width: f64, height: f64) -> impl Fn(f64) -> f64 {
    move |t| height * crate::numeric::exp(-((t - middle) / width) * ((t - middle) / width))
}

fn curve() -> Body {
    Body::Curves(Curves {
        series: vec![Curve {
            name: "Totaal".to_owned(),
            bands: bands(hump(16.0, 7.0, 820.0), 0.4),
            peak: Some(Peak {
                year: interval(2036.0, 2040.0, 2046.0),
                height: interval(560.0, 890.0, 1_380.0),
            }),
        }],
    })
}

fn curves() -> Body {
    let curve = |name: &str, middle, height| Curve {
        name: name.to_owned(),
        bands: bands(hump(middle, 7.0, height), 0.3),
        peak: None,
    };
    Body::Curves(Curves {
        series: vec![
            curve("Rotterdam-Moerdijk", 16.0, 420.0),
            curve("Noordzeekanaalgebied", 12.0, 210.0),
            curve("Chemelot", 18.0, 95.0),
            curve("Zeeland-West-Brabant", 15.0, 160.0),
        ],
    })
}

pub(super) fn histogram() -> Body {
    let panel = |name: &str, median: f64, sigma: f64| {
        let band = crate::numeric::exp(1.645 * sigma);
        let marks = interval(median / band, median, median * band);
        let part_below = |value: f64| {
            crate::numeric::standard_normal_cdf(crate::numeric::ln(value / median) / sigma)
        };
        Panel::of(name, part_below, &[0.0, 6_000.0], 60, marks)
    };
    Body::Histogram(Histogram {
        panels: vec![panel("2030", 620.0, 0.28), panel("2050", 2_450.0, 0.33)],
    })
}

fn shares(chart: Chart) -> Chart {
    Chart {
        unit: String::new(),
        ..chart
    }
}

fn demand_supply() -> Body {
    Body::DemandSupply(DemandSupply {
        demand: bands(|t| 40.0 * t + 2.1 * t * t, 0.3),
        supply: bands(|t| 620.0 + 75.0 * t - 0.8 * t * t, 0.14),
    })
}

fn heat_map() -> Body {
    let columns = [
        "Nat HMC-terrein",
        "Droog HMC-terrein",
        "Regulier bedrijventerrein",
        "Campus",
        "Stedelijk",
    ];
    let value = |row: usize, column: usize| {
        let place = crate::numeric::count(row * 5 + column);
        if (row + column) % 7 == 6 {
            f64::NAN
        } else {
            (place * 0.37).fract()
        }
    };
    Body::HeatMap(HeatMap {
        rows: PROVINCES.map(str::to_owned).to_vec(),
        columns: columns.map(str::to_owned).to_vec(),
        values: (0..12)
            .map(|row| (0..5).map(|column| value(row, column)).collect())
            .collect(),
        figures: Figures::Percent,
        axes: None,
        outlined: Vec::new(),
    })
}

fn differences() -> Body {
    let band = |median: f64| {
        interval(
            median - 0.7 * median.abs(),
            median,
            median + 0.6 * median.abs(),
        )
    };
    let row = |name: &str, early: f64, late: f64| Row {
        name: name.to_owned(),
        bands: vec![band(early), band(late)],
    };
    Body::Differences(Differences {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: vec![
            row("Intensiveren", -40.0, -320.0),
            row(
                "Beschermen van nat HMC-terrein tegen transformatie naar wonen",
                -15.0,
                -180.0,
            ),
            row("Nieuw terrein Maasvlakte III", 0.0, -460.0),
            row("Waterstof importeren in plaats van maken", -60.0, -140.0),
            row("Eerder sluiten", 25.0, 110.0),
        ],
        below_zero: "minder tekort".to_owned(),
        above_zero: "meer tekort".to_owned(),
    })
}

fn flows() -> Body {
    let value = |row: usize, column: usize| {
        if row == column {
            90.0 + 37.0 * crate::numeric::count((row * 5) % 12)
        } else if (row * 7 + column * 3).is_multiple_of(5) {
            3.4 * crate::numeric::count((row + 2 * column) % 9)
        } else {
            0.0
        }
    };
    Body::Flows(Flows {
        regions: PROVINCES.map(str::to_owned).to_vec(),
        hectares: (0..12)
            .map(|row| (0..12).map(|column| value(row, column)).collect())
            .collect(),
    })
}

fn frontier() -> Body {
    let variant = |name: &str, cost: f64, effect: f64| CostAndEffect {
        name: name.to_owned(),
        cost: interval(0.8 * cost, cost, 1.35 * cost),
        effect: interval(0.5 * effect, effect, 1.6 * effect),
    };
    Body::Frontier(Frontier {
        cost_unit: "miljoen euro (prijspeil 2024)".to_owned(),
        variants: vec![
            variant(
                "Intensiveren: een kwart van de uitbreidingsvraag op bestaand terrein",
                120.0,
                320.0,
            ),
            variant("Beschermen van nat HMC-terrein", 35.0, 180.0),
            variant("Nieuw terrein Maasvlakte III", 640.0, 460.0),
            variant("Waterstof importeren", 210.0, 140.0),
            variant("Alles samen", 900.0, 830.0),
        ],
    })
}

fn map() -> Body {
    let codes = [
        "NL11", "NL12", "NL13", "NL21", "NL23", "NL22", "NL35", "NL32", "NL36", "NL34", "NL41",
        "NL42",
    ];
    let medians = [
        140.0,
        38.0,
        f64::NAN,
        61.0,
        45.0,
        92.0,
        8.3,
        240.0,
        1_410.0,
        190.0,
        330.0,
        170.0,
    ];
    let province = |((code, name), value): ((&str, &str), f64)| ProvinceValue {
        code: code.to_owned(),
        name: name.to_owned(),
        value,
    };
    Body::Map(ProvinceMap {
        provinces: codes
            .into_iter()
            .zip(PROVINCES)
            .zip(medians)
            .map(province)
            .collect(),
        figures: Figures::Hectares,
    })
}

fn convergence() -> Body {
    let settling = |name: &str, value: f64, spread: f64| Settling {
        name: name.to_owned(),
        estimates: [100, 200, 500, 1_000, 2_000, 5_000, 10_000]
            .into_iter()
            .map(|draws| {
                let standard_error = spread / crate::numeric::sqrt(crate::numeric::count(draws));
                let wobble = if draws % 3 == 1 { 0.6 } else { -0.8 };
                Estimate {
                    draws,
                    value: value + wobble * standard_error,
                    standard_error,
                }
            })
            .collect(),
    };
    Body::Convergence(Convergence {
        series: vec![
            settling("P5", 1_420.0, 900.0),
            settling("P50", 2_450.0, 1_000.0),
            settling("P95", 4_210.0, 2_700.0),
        ],
    })
}

fn trade_off() -> Body {
    let curve = |loss: f64| -> Vec<Bought> {
        (0..=20)
            .map(|step| {
                let across = 100.0 - 4.0 * f64::from(step);
                Bought {
                    across,
                    up: 95.0 - loss * across * across / 140.0,
                }
            })
            .collect()
    };
    Body::TradeOff(TradeOff {
        across: "dekking, %".to_owned(),
        curves: vec![
            ("gezocht".to_owned(), curve(0.9)),
            ("getoetst".to_owned(), curve(1.0)),
        ],
        chosen: Some(Bought {
            across: 52.0,
            up: 74.0,
        }),
    })
}

fn scatter() -> Body {
    let axis = |name: &str, from, to| Axis {
        name: name.to_owned(),
        from,
        to,
    };
    let dot = |number: u32| {
        let at = [0.618_034, 0.414_214].map(|step| (f64::from(number) * step).fract());
        Dot {
            at,
            is_met: at[0] > 0.5 && at[1] < 0.6,
        }
    };
    Body::Scatter(Scatter {
        axes: [
            axis("industry.green_return", Some(0.5), None),
            axis("transition.industrie.speed, 1/yr", None, Some(0.6)),
        ],
        dots: (0..300).map(dot).collect(),
        names: ["voldoet", "voldoet niet", "binnen de regel"].map(str::to_owned),
    })
}

fn waterfall() -> Body {
    let level = |name: &str, value: f64| Level {
        name: name.to_owned(),
        value,
    };
    Body::Waterfall(Waterfall {
        from: level("als alles stilstond", 340.0),
        steps: vec![
            level("bestaande productie", 812.0),
            level("fossiel land en groene terugkeer", 2_391.5),
            level("circulaire economie", -612.0),
            level("campussen en aangekondigde ontwikkelingen", 0.0),
        ],
        to: "alles beweegt".to_owned(),
    })
}

/// Heat maps side by side, with values below zero.
fn heat_maps(count: usize) -> Body {
    let value = |panel: usize, row: usize, column: usize| {
        let [panel, row, column] = [panel, row, column].map(crate::numeric::count);
        310.0 * column - 240.0 * row - 55.5 * panel
    };
    let names = |first: usize| (first..first + 5).map(|step| format!("0,{step}")).collect();
    let panel = |panel: usize| Beside {
        title: format!("{}: trage groei en omschakeling", panel + 1),
        body: Body::HeatMap(HeatMap {
            rows: names(1),
            columns: names(3),
            values: (0..5)
                .map(|row| (0..5).map(|column| value(panel, row, column)).collect())
                .collect(),
            figures: Figures::Hectares,
            outlined: Vec::new(),
            axes: Some(["ruimte-elasticiteit", "groene terugkeer"].map(str::to_owned)),
        }),
    };
    Body::SideBySide(SideBySide {
        panels: (0..count).map(panel).collect(),
    })
}

fn lines(is_joined: bool) -> Body {
    let line = |slope: f64| Line {
        name: format!("ruimte-elasticiteit 0,{slope}"),
        bands: [0.1, 0.25, 0.4, 0.55, 0.7]
            .map(|at| {
                let middle = 1_200.0 + 9_000.0 * at * slope / 3.0;
                BandAt {
                    at,
                    band: interval(0.7 * middle, middle, 1.6 * middle),
                }
            })
            .to_vec(),
    };
    let panel = |place: f64| Beside {
        title: format!("Scenario {place}"),
        body: Body::Lines(Lines {
            across: "groene terugkeer".to_owned(),
            series: [1.0, 3.0, 6.0].map(|slope| line(slope + place)).to_vec(),
            is_joined,
        }),
    };
    Body::SideBySide(SideBySide {
        panels: vec![panel(1.0), panel(2.0), panel(3.0)],
    })
}

fn parallel() -> Body {
    let course = |place: usize| {
        let step = crate::numeric::count(place);
        Course {
            group: place % 3,
            values: vec![
                0.1 * (step % 5.0),
                0.125 * (step % 4.0),
                900.0 * step,
                -44.0 * step,
                17_000.0 + step * step,
            ],
        }
    };
    let axes = [
        "groene terugkeer",
        "ruimte-elasticiteit",
        "Ruimtevraag (Industrieclusters), 2050 (P50, ha netto)",
        "Saldo (Industrieclusters), 2050 (P50, ha netto)",
        "Niet vervulde vraag (Totaal), 2050 (P50, ha netto)",
    ];
    Body::Parallel(Parallel {
        axes: axes.map(str::to_owned).to_vec(),
        groups: ["Referentie", "Laag", "Hoog"].map(str::to_owned).to_vec(),
        courses: (0..30).map(course).collect(),
    })
}

fn clouds() -> Body {
    let cloud = |(name, cost, left): (&str, f64, f64)| Cloud {
        name: name.to_owned(),
        dots: [0.7, 0.8, 0.9, 1.0, 1.1, 1.2]
            .map(|part| [cost, part * left])
            .to_vec(),
        middle: Some([cost, left]),
    };
    Body::Clouds(Clouds {
        across: "Kosten, mln euro".to_owned(),
        variants: [
            ("Zonder beleidsvariant", 0.0, 7_000.0),
            ("Bestaande terreinen intensiveren", 342.0, 6_400.0),
            ("Vrijgekomen grond hergebruiken", 570.0, 6_900.0),
            ("Alle richtingen samen", 5_782.0, 4_200.0),
        ]
        .map(cloud)
        .to_vec(),
    })
}

fn estimates() -> Body {
    let row = |name: &str, first: f64, total: f64| Row {
        name: name.to_owned(),
        bands: [first, total]
            .map(|index| interval(index - 5.0, index, index + 5.0))
            .to_vec(),
    };
    Body::Estimates(Estimates {
        series: ["alleen", "met samenspel"].map(str::to_owned).to_vec(),
        rows: vec![
            row("groep macro", 55.0, 57.0),
            row("background, zonder groep", 12.0, 16.0),
            row("circular.demolition.tonnes (toevalswandeling)", -1.0, 0.4),
        ],
        mark: "schatting met 95%-interval".to_owned(),
        column: "schatting (95%)".to_owned(),
    })
}

fn packages() -> Body {
    let package = |name: &str, share: f64| Package {
        name: name.to_owned(),
        share,
    };
    let other = |size: usize, share: f64| Sized { size, share };
    Body::Packages(Packages {
        path: vec![
            package("geen maatregel", 45.0),
            package(
                "+ Importeren van groene tussenproducten in plaats van hier maken",
                31.0,
            ),
            package("+ Haven- en HMC-kavels verdichten", 27.5),
            package("+ Eerder sluiten en saneren", 24.0),
        ],
        all: package("alle 27 samen", 19.0),
        others: (0..27)
            .map(|place| other(1, 31.0 + 0.5 * f64::from(place)))
            .collect(),
        enough: vec![other(3, 24.0), other(3, 23.6)],
        limit: 25.0,
        names: [
            "één maatregel tegelijk erbij",
            "elke maatregel apart",
            "kleinste pakketten die volstaan",
            "grens: onder 25%",
        ]
        .map(str::to_owned),
    })
}

fn points() -> Body {
    let point = |name: &str, at: [f64; 2]| Point {
        name: name.to_owned(),
        at,
    };
    Body::Points(Points {
        across: "grootte van het effect, gemiddeld, ha netto".to_owned(),
        heading: "Invoer".to_owned(),
        diagonal: "spreiding even groot als het effect".to_owned(),
        points: vec![
            point("background.logistiek.jobs.growth.2050", [9_120.0, 4_300.0]),
            point("industry.green_return", [5_400.0, 2_150.0]),
            point(
                "background.logistiek.land_per_job.growth.2050",
                [5_380.0, 2_170.0],
            ),
            point(
                "circular.demolition.tonnes (toevalswandeling)",
                [400.0, 910.0],
            ),
        ],
    })
}
