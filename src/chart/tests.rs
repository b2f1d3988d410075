use std::fmt::Write;

use super::font::{Weight, width};
use super::samples::{bands, chart, interval};
use super::*;
use crate::language::Language;

fn dutch() -> Texts {
    Texts::new(Language::Nl)
}

fn drawn(chart: &Chart) -> String {
    svg(chart, &dutch(), Size::default()).unwrap()
}

/// One element of a drawing with its attributes.
struct Element<'s> {
    name: &'s str,
    attributes: &'s str,
    content: &'s str,
}

impl Element<'_> {
    fn get(&self, attribute: &str) -> Option<&str> {
        let (_, rest) = self.attributes.split_once(&format!(" {attribute}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    }

    fn number(&self, attribute: &str) -> f64 {
        let text = self
            .get(attribute)
            .unwrap_or_else(|| panic!("{attribute}: {}", self.attributes));
        text.parse().unwrap()
    }
}

/// The drawn elements, after the title, description and fonts.
fn elements(svg: &str) -> Vec<Element<'_>> {
    let (_, drawing) = svg.split_once("</style>\n").unwrap();
    drawing
        .split('<')
        .skip(1)
        .filter(|tag| !tag.starts_with('/'))
        .map(|tag| {
            let (head, content) = tag.split_once('>').unwrap();
            let name = head.split(' ').next().unwrap();
            let attributes = &head[name.len()..];
            Element {
                name,
                attributes,
                content: content.trim(),
            }
        })
        .collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// Left, top, right and bottom of a text, in units of the picture.
fn text_box(text: &Element<'_>) -> [f64; 4] {
    let fine = f64::from(canvas::FINE);
    let size = text.number("font-size") / fine;
    let weight = match text.get("font-weight") {
        Some(_) => Weight::Semibold,
        None => Weight::Regular,
    };
    let wide = width(&unescaped(text.content), size, weight);
    let (x, y) = (text.number("x") / fine, text.number("y") / fine);
    let left = match text.get("text-anchor") {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    // Capitals reach 0.71 em above the base line, which lies 0.27 em below the middle.
    [left, y - 0.45 * size, left + wide, y + 0.27 * size]
}

/// Every corner of every element, in units of the picture.
fn corners(svg: &str) -> Vec<(f64, f64)> {
    let fine = f64::from(canvas::FINE);
    let mut corners = Vec::new();
    for element in elements(svg) {
        let number = |name: &str| element.number(name) / fine;
        match element.name {
            "rect" => {
                assert!(
                    number("width") >= 0.0 && number("height") >= 0.0,
                    "{}",
                    element.attributes
                );
                corners.push((number("x"), number("y")));
                corners.push((
                    number("x") + number("width"),
                    number("y") + number("height"),
                ));
            }
            "line" => corners.extend([(number("x1"), number("y1")), (number("x2"), number("y2"))]),
            "circle" => corners.push((number("cx"), number("cy"))),
            "polyline" | "polygon" => {
                for point in element.get("points").unwrap().split_whitespace() {
                    let (x, y) = point.split_once(',').unwrap();
                    corners.push((
                        x.parse::<f64>().unwrap() / fine,
                        y.parse::<f64>().unwrap() / fine,
                    ));
                }
            }
            "text" => {
                let [left, top, right, bottom] = text_box(&element);
                corners.extend([(left, top), (right, bottom)]);
            }
            other => panic!("what is <{other}>?"),
        }
    }
    corners
}

fn assert_within(svg: &str, size: Size, what: &str) {
    for (x, y) in corners(svg) {
        let is_within = (-0.5..=f64::from(size.width) + 0.5).contains(&x)
            && (-0.5..=f64::from(size.height) + 0.5).contains(&y);
        assert!(is_within, "{what}: {x}, {y} lies outside the picture");
    }
}

#[test]
fn every_chart_says_what_it_is_to_those_who_see_and_those_who_do_not() {
    for chart in samples::all() {
        let document = drawn(&chart);
        assert!(document.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\" viewBox=\"0 0 12800 7200\" lang=\"nl\" role=\"img\""));
        let title = format!("-title\">{}</title>", chart.title);
        assert!(document.contains(&title), "{}", chart.name);
        assert!(document.contains("banden &amp; getallen &lt; 2.000 ha.</desc>"));
        let texts: Vec<_> = elements(&document)
            .iter()
            .filter(|element| element.name == "text")
            .map(|element| unescaped(element.content))
            .collect();
        assert!(texts.contains(&chart.title), "{}", chart.name);
        assert!(
            texts
                .iter()
                .any(|text| text.starts_with("Bron: eigen berekening"))
        );
        assert!(texts.iter().any(|text| text.contains(&chart.unit)));
        assert!(texts.len() > 10, "{}", chart.name);
    }
}

#[test]
fn nothing_lies_outside_the_picture_and_no_texts_overlap() {
    for language in Language::ALL {
        for size in [
            Size::default(),
            Size {
                width: 1200,
                height: 700,
            },
        ] {
            for chart in samples::all() {
                let document = svg(&chart, &Texts::new(language), size).unwrap();
                let what = format!("{} at {} in {language}", chart.name, size.width);
                assert_within(&document, size, &what);
                assert_no_texts_overlap(&document, &what);
            }
        }
    }
}

/// Nothing is cut off and nothing is written over something else.
pub(super) fn assert_fit_to_print(document: &str, size: Size, what: &str) {
    assert_within(document, size, what);
    assert_no_texts_overlap(document, what);
}

fn assert_no_texts_overlap(document: &str, what: &str) {
    let boxes: Vec<_> = elements(document)
        .iter()
        .filter(|element| element.name == "text")
        .map(|element| (element.content.to_owned(), text_box(element)))
        .collect();
    for (place, (one, [left, top, right, bottom])) in boxes.iter().enumerate() {
        for (other, [left2, top2, right2, bottom2]) in &boxes[..place] {
            let is_apart = right <= left2 || right2 <= left || bottom <= top2 || bottom2 <= top;
            assert!(is_apart, "{what}: `{one}` overlaps `{other}`");
        }
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for chart in samples::all() {
        let here = drawn(&chart);
        let other = chart.clone();
        let there = std::thread::spawn(move || drawn(&other)).join().unwrap();
        assert_eq!(here, there);
        assert_eq!(png(&here, 0.5).unwrap(), png(&there, 0.5).unwrap());
    }
}

#[test]
fn a_png_has_the_size_of_the_picture_times_the_scale() {
    let document = drawn(&samples::all()[0]);
    for (scale, width, height) in [(1.0, 1600, 900), (2.0, 3200, 1800), (0.25, 400, 225)] {
        let bytes = png(&document, scale).unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (width, height));
    }
}

#[test]
fn pictures_that_cannot_be_made_are_refused() {
    let document = drawn(&samples::all()[0]);
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e6] {
        assert!(
            matches!(png(&document, scale), Err(ChartError::Png(_))),
            "{scale}"
        );
    }
    assert!(png("<svg", 1.0).is_err());
    assert!(png("", 1.0).is_err());
    for (width, height) in [
        (0, 0),
        (999, 900),
        (1600, 599),
        (u32::MAX, 900),
        (1600, 8001),
    ] {
        let refused = svg(&samples::all()[0], &dutch(), Size { width, height });
        assert!(
            matches!(refused, Err(ChartError::Size { .. })),
            "{width} × {height}"
        );
    }
}

#[test]
fn letters_of_the_text_are_letters_in_the_picture() {
    // The same chart with an empty title differs in its pixels: fonts were found.
    let with = &samples::all()[0];
    let without = Chart {
        title: String::new(),
        ..with.clone()
    };
    assert_ne!(
        png(&drawn(with), 0.5).unwrap(),
        png(&drawn(&without), 0.5).unwrap()
    );
}

#[test]
fn text_cannot_break_out_of_the_document() {
    let hostile = "</text><script>alert(1)</script> & \"'\u{0}\u{8}\u{ffff}]]>";
    for sample in samples::all() {
        let chart = Chart {
            name: hostile.to_owned(),
            title: hostile.to_owned(),
            subtitle: hostile.to_owned(),
            unit: hostile.to_owned(),
            source: hostile.to_owned(),
            alt: hostile.to_owned(),
            body: sample.body,
        };
        let document = drawn(&chart);
        assert!(!document.contains("<script"));
        assert!(png(&document, 0.25).is_ok());
    }
}

#[test]
fn axes_are_written_in_the_language_of_the_reader() {
    let chart = chart("fan", "Ruimtevraag", fan::sample());
    assert!(drawn(&chart).contains("3.000\n"));
    let english = svg(&chart, &Texts::new(Language::En), Size::default()).unwrap();
    assert!(english.contains("3,000\n"));
    assert!(english.contains("Published figures"));
}

#[test]
fn the_parts_of_a_bar_are_as_high_as_their_sizes() {
    let bar = |name: &str, size: f64| Bar {
        group: "groep".to_owned(),
        name: name.to_owned(),
        sizes: vec![size],
        total: Some(interval(size, size, size)),
    };
    let bars = StackedBars {
        parts: vec!["deel".to_owned()],
        bars: vec![bar("2030", 100.0), bar("2050", 400.0)],
    };
    let document = drawn(&chart("bars", "Balken", Body::StackedBars(bars)));
    let fill = palette::hex(palette::series_color(0)).to_uppercase();
    let heights: Vec<_> = elements(&document)
        .iter()
        .filter(|element| element.get("fill") == Some(&*fill) && element.number("width") > 400.0)
        .map(|element| element.number("height"))
        .collect();
    assert_eq!(heights.len(), 2);
    assert!((heights[1] / heights[0] - 4.0).abs() < 0.005, "{heights:?}");
}

#[test]
fn bins_are_round_and_hold_every_draw() {
    // Uniform between 0 and 10, of which a tenth lies beyond the ends.
    let part_below = |value: f64| (value / 10.0).clamp(0.0, 1.0);
    let panel = Panel::of("2030", part_below, &[0.5, 9.5], 5, interval(0.5, 5.0, 9.5));
    assert_eq!((panel.from, panel.width), (0.0, 2.0));
    for share in &panel.shares {
        assert!((share - 0.2).abs() < 1e-12);
    }
    let narrow = Panel::of("2030", part_below, &[2.0, 8.0], 3, interval(0.5, 5.0, 9.5));
    let wanted = [0.4, 0.2, 0.4];
    assert_eq!((narrow.from, narrow.width), (2.0, 2.0));
    for (share, wanted) in narrow.shares.iter().zip(wanted) {
        assert!((share - wanted).abs() < 1e-12, "{:?}", narrow.shares);
    }
    let flat = Panel::of(
        "2030",
        |value| f64::from(value > 7.0),
        &[7.0, 7.0],
        4,
        interval(7.0, 7.0, 7.0),
    );
    assert_eq!(flat.shares.iter().sum::<f64>(), 1.0);
}

/// Values that a broken run could give.
const ODD: [f64; 9] = [
    0.0,
    -0.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    -5.0,
];

/// Names from none to far too long.
fn odd_names(count: usize) -> Vec<String> {
    let name = |place: usize| format!("naam {place} {}", "lang".repeat(place % 40));
    (0..count).map(name).collect()
}

/// Every kind of chart with `count` of everything, all of it of two values.
fn odd_bodies(one: f64, other: f64, count: usize) -> Vec<Body> {
    let mut bodies = odd_year_bodies(one, other, count);
    bodies.extend(odd_row_bodies(one, other, count));
    bodies
}

fn odd_year_bodies(one: f64, other: f64, count: usize) -> Vec<Body> {
    let names = odd_names(count);
    let band = interval(one, other, one);
    let odd = |year: YearBand| YearBand {
        p05: one,
        p25: other,
        p50: one,
        p75: other,
        p95: one,
        ..year
    };
    let years: Vec<_> = bands(|t| t, 0.1).into_iter().take(count).map(odd).collect();
    let published = |name: &String| Published {
        year: 2030,
        low: one,
        central: other,
        high: one,
        label: name.clone(),
    };
    let peak = Some(Peak {
        year: band,
        height: band,
    });
    let curve = |name: &String| Curve {
        name: name.clone(),
        bands: years.clone(),
        peak,
    };
    let estimate = Estimate {
        draws: count,
        value: one,
        standard_error: other,
    };
    let settling = |name: &String| Settling {
        name: name.clone(),
        estimates: vec![estimate; count],
    };
    vec![
        Body::Fan(Fan {
            bands: years.clone(),
            published: names.iter().map(published).collect(),
        }),
        Body::Curves(Curves {
            series: names.iter().map(curve).collect(),
        }),
        Body::DemandSupply(DemandSupply {
            demand: years.clone(),
            supply: years.clone(),
        }),
        Body::Convergence(Convergence {
            series: names.iter().map(settling).collect(),
        }),
    ]
}

fn odd_row_bodies(one: f64, other: f64, count: usize) -> Vec<Body> {
    let names = odd_names(count);
    let band = interval(one, other, one);
    let row = |name: &String| Row {
        name: name.clone(),
        bands: vec![band; 2],
    };
    let rows: Vec<_> = names.iter().map(row).collect();
    let series = vec!["2030".to_owned(), "2050".to_owned()];
    let grid = vec![vec![one; count]; count];
    let bar = |name: &String| Bar {
        group: name.clone(),
        name: name.clone(),
        sizes: vec![one, other],
        total: Some(band),
    };
    let panel = |name: &String| Panel::of(name, |_| one, &[one, other], 5, band);
    let variant = |name: &String| CostAndEffect {
        name: name.clone(),
        cost: band,
        effect: band,
    };
    let province = |name: &String| ProvinceValue {
        code: "NL11".to_owned(),
        name: name.clone(),
        value: one,
    };
    let swing = |name: &String| Swing {
        name: name.clone(),
        low: one,
        high: other,
        figure: name.clone(),
    };
    let mut bodies = odd_parameter_bodies(one, other, count);
    bodies.extend([
        Body::Tornado(Tornado {
            mean: one,
            column: "kolom".to_owned(),
            swings: names.iter().map(swing).collect(),
        }),
        Body::StackedBars(StackedBars {
            parts: names.clone(),
            bars: names.iter().map(bar).collect(),
        }),
        Body::Ranges(Ranges {
            series: series.clone(),
            rows: rows.clone(),
        }),
        Body::Histogram(Histogram {
            panels: names.iter().map(panel).collect(),
        }),
        Body::HeatMap(HeatMap {
            rows: names.clone(),
            columns: names.clone(),
            values: grid.clone(),
            figures: Figures::Percent,
            axes: None,
            outlined: Vec::new(),
        }),
        Body::Differences(Differences {
            series,
            rows,
            below_zero: "minder".repeat(30),
            above_zero: "meer".repeat(30),
        }),
        Body::Flows(Flows {
            regions: names.clone(),
            hectares: grid,
        }),
        Body::Frontier(Frontier {
            cost_unit: "euro".to_owned(),
            variants: names.iter().map(variant).collect(),
        }),
        Body::Map(ProvinceMap {
            provinces: names.iter().map(province).collect(),
            figures: Figures::Hectares,
        }),
    ]);
    bodies
}

fn odd_parameter_bodies(one: f64, other: f64, count: usize) -> Vec<Body> {
    let names = odd_names(count);
    let heat_map = HeatMap {
        rows: names.clone(),
        columns: names.clone(),
        values: vec![vec![one; count]; count],
        figures: Figures::Hectares,
        outlined: Vec::new(),
        axes: Some(["rij".repeat(50), "kolom".repeat(50)]),
    };
    let band = BandAt {
        at: other,
        band: interval(one, other, one),
    };
    let line = |name: &String| Line {
        name: name.clone(),
        bands: vec![band; count],
    };
    let lines = |is_joined: bool| {
        Body::Lines(Lines {
            across: "invoer".repeat(30),
            series: names.iter().map(line).collect(),
            is_joined,
        })
    };
    let course = Course {
        group: count,
        values: vec![one; count],
    };
    let cloud = |name: &String| Cloud {
        name: name.clone(),
        dots: vec![[one, other]; count],
        middle: Some([other, one]),
    };
    let panel = |name: &String| Beside {
        title: name.clone(),
        body: Body::HeatMap(heat_map.clone()),
    };
    vec![
        lines(true),
        lines(false),
        Body::Parallel(Parallel {
            axes: names.clone(),
            groups: names.clone(),
            courses: vec![course; count],
        }),
        Body::Clouds(Clouds {
            across: "euro".to_owned(),
            variants: names.iter().map(cloud).collect(),
        }),
        Body::SideBySide(SideBySide {
            panels: names.iter().map(panel).collect(),
        }),
        Body::HeatMap(heat_map),
    ]
}

#[test]
fn odd_figures_give_a_picture_and_no_panic() {
    for count in [0, 1, 2, 30] {
        for (place, one) in ODD.into_iter().enumerate() {
            for other in [0, 1, 4].map(|step| ODD[(place + step) % ODD.len()]) {
                for body in odd_bodies(one, other, count) {
                    let what = format!("{count} × {one:e}, {other:e}: {:.30}", format!("{body:?}"));
                    let document = svg(&chart("odd", "Vreemd", body), &dutch(), Size::MIN);
                    assert_within(&document.unwrap(), Size::MIN, &what);
                }
            }
        }
    }
}

#[test]
fn a_chart_without_figures_says_so() {
    for body in odd_bodies(0.0, 0.0, 0) {
        if matches!(body, Body::Map(_)) {
            continue;
        }
        let document = drawn(&chart("empty", "Leeg", body));
        assert!(document.contains("Geen uitkomsten om te tekenen"));
    }
}

#[test]
fn rows_that_do_not_fit_are_named() {
    let rows = (0..60).map(|place| Row {
        name: format!("rij{place}"),
        bands: vec![interval(1.0, 2.0, 3.0)],
    });
    let ranges = Ranges {
        series: vec!["2050".to_owned()],
        rows: rows.collect(),
    };
    let document = drawn(&chart("many", "Veel", Body::Ranges(ranges)));
    let (_, note) = document.split_once("niet getekend: rij").unwrap();
    let first: usize = note.split(',').next().unwrap().parse().unwrap();
    assert!(
        document.contains(&format!("\nrij{}\n", first - 1))
            && !document.contains(&format!("\nrij{first}\n"))
    );
    assert_no_texts_overlap(&document, "many rows");
}

#[test]
fn every_outcome_sector_and_segment_has_a_name_in_both_languages() {
    use crate::model::{OutcomeKind, Sector, Segment};
    for language in Language::ALL {
        let texts = Texts::new(language);
        let mut keys = vec!["sector-all".to_owned(), "segment-all".to_owned()];
        for kind in OutcomeKind::ALL {
            keys.extend([
                format!("outcome-{}", kind.name()),
                format!("formula-{}", kind.name()),
            ]);
        }
        keys.extend(Sector::ALL.map(|sector| format!("sector-{sector}")));
        keys.extend(Segment::ALL.map(|segment| format!("segment-{segment}")));
        for key in keys {
            assert_ne!(texts.get(&key), key);
        }
    }
}

/// Writes every sample to the folder that `CHARTS_LOOK` names, to be looked at.
#[test]
#[ignore = "writes pictures to look at"]
fn pictures_to_look_at() {
    let folder = std::env::var("CHARTS_LOOK").unwrap();
    let mut list = String::new();
    for chart in samples::all() {
        let document = drawn(&chart);
        std::fs::write(format!("{folder}/{}.svg", chart.name), &document).unwrap();
        std::fs::write(
            format!("{folder}/{}.png", chart.name),
            png(&document, 1.0).unwrap(),
        )
        .unwrap();
        let _ = writeln!(list, "{}", chart.name);
    }
    assert!(!list.is_empty());
}
