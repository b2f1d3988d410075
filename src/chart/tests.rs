use super::*;
use crate::language::Language;

#[test]
#[ignore = "writes pictures to look at"]
fn pictures_to_look_at() {
    let folder = std::env::var("CHARTS_LOOK").unwrap();
    let texts = Texts::new(Language::Nl);
    for chart in samples::all() {
        let document = svg(&chart, &texts, Size::default()).unwrap();
        std::fs::write(format!("{folder}/{}.svg", chart.name), &document).unwrap();
        std::fs::write(
            format!("{folder}/{}.png", chart.name),
            png(&document, 1.0).unwrap(),
        )
        .unwrap();
    }
}
