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

pub(crate) fn all() -> Vec<Chart> {
    [some(), others()].concat()
}

fn some() -> Vec<Chart> {
    vec![
        chart("waterfall", "Wat de ruimtevraag maakt", waterfall::sample()),
        chart("sobol", "Wat de spreiding bepaalt", estimates::sample()),
        chart("relief", "Met steeds meer maatregelen", packages::sample()),
        chart("morris", "Welke invoer ertoe doet", points::sample()),
        chart(
            "tradeoff",
            "Afruil tussen dekking en dichtheid",
            trade_off::sample(),
        ),
        Chart {
            unit: "1/yr".to_owned(),
            ..chart("box", "Waar het tekort ontstaat", scatter::sample())
        },
        chart(
            "fan",
            "Ruimtevraag van industrieclusters sinds 2024",
            fan::sample(),
        ),
        chart(
            "stacked",
            "Ruimtevraag naar sector en werkmilieu, 2030 en 2050",
            stacked_bars::sample(),
        ),
        chart(
            "regions",
            "Ruimtevraag per provincie, 2030 en 2050",
            ranges::sample(),
        ),
        chart(
            "clusters",
            "Ruimtevraag per cluster en campus, vijftien grootste",
            ranges::sample_of_many(),
        ),
        chart(
            "double-use",
            "Dubbel ruimtegebruik tijdens de omslag van industrieclusters",
            curve::sample(),
        ),
        chart(
            "double-use-clusters",
            "Dubbel ruimtegebruik per cluster",
            curve::sample_of_several(),
        ),
        chart(
            "demand-supply",
            "Vraag naar en aanbod van ruimte, cumulatief sinds 2024",
            demand_supply::sample(),
        ),
        shares(chart(
            "shortage",
            "Kans op een tekort van meer dan 1 ha in 2050",
            heat_map::sample(),
        )),
        chart(
            "differences",
            "Verandering van de onvervulde vraag door beleidsvarianten",
            differences::sample(),
        ),
        chart(
            "flows",
            "Waar de ruimtevraag van 2050 landt",
            flows::sample(),
        ),
        chart(
            "frontier",
            "Kosten en effect van beleidsvarianten",
            frontier::sample(),
        ),
        chart(
            "map",
            "Ruimtevraag per provincie in 2050 (mediaan)",
            map::sample(),
        ),
    ]
}

fn others() -> Vec<Chart> {
    vec![
        chart(
            "convergence",
            "Schatting van de totale ruimtevraag in 2050 naar aantal trekkingen",
            convergence::sample(),
        ),
        chart(
            "distribution",
            "Verdeling van de totale ruimtevraag in 2030 en 2050",
            histogram::sample(),
        ),
        chart(
            "drivers",
            "Wat de ruimtevraag in 2050 bepaalt",
            tornado::sample(),
        ),
        chart(
            "heat-maps",
            "Saldo naar groene terugkeer en ruimte-elasticiteit",
            side_by_side::sample(3),
        ),
        chart(
            "many-heat-maps",
            "Niet vervulde vraag: wat beleidsvarianten veranderen",
            side_by_side::sample(7),
        ),
        chart(
            "lines",
            "Ruimtevraag naar groene terugkeer",
            lines::sample(true),
        ),
        chart(
            "points",
            "Ruimtevraag naar groene terugkeer",
            lines::sample(false),
        ),
        chart("parallel", "Alle punten naast elkaar", parallel::sample()),
        chart(
            "clouds",
            "Kosten van beleidsvarianten en wat overblijft",
            clouds::sample(),
        ),
    ]
}

pub(super) const PROVINCES: [&str; 12] = [
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

fn shares(chart: Chart) -> Chart {
    Chart {
        unit: String::new(),
        ..chart
    }
}
