//! The full table of inputs, to be searched.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::records::{Record, records};
use crate::report::run::Run;
use crate::scenario::Evidence;

/// Every input with its value, source and evidence grade.
pub fn inputs(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let tables: Vec<_> = material
        .runs
        .iter()
        .filter_map(|run| of_run(run, material.is_several()))
        .collect();
    let body = html! {
        p { (material.text("report-inputs")) }
        @for table in &tables { (table) }
    };
    Ok((!tables.is_empty()).then_some(body))
}

fn of_run(run: &Run<'_>, is_one_of_several: bool) -> Option<Markup> {
    let rows: Vec<_> = records(run, "inputs").collect();
    let text = |key: &str| run.texts.get(key);
    let heads = [
        "input",
        "distribution",
        "band",
        "unit",
        "grade",
        "source",
        "note",
    ];
    let values = [("count", run.texts.whole(rows.len()))];
    let caption = if is_one_of_several {
        format!(
            "{}: {}",
            run.title(),
            run.filled("report-caption-inputs", &values)
        )
    } else {
        run.filled("report-caption-inputs", &values)
    };
    (!rows.is_empty()).then(|| html! {
        details.block.filtered {
            summary { (caption) }
            div.controls.script-only {
                label { (text("report-search")) input type="search" autocomplete="off"; }
                label {
                    (text("report-column-grade"))
                    select name="grade" {
                        option value="" { (text("report-all-grades")) }
                        @for grade in Evidence::ALL {
                            option value=(grade.name()) { (text(&format!("evidence-{}", grade.name()))) }
                        }
                    }
                }
                p role="status" data-one=(text("report-found-one")) data-several=(text("report-found")) {}
            }
            div.wide tabindex="0" role="region" aria-label=(caption) {
                table.inputs {
                    caption { (caption) }
                    thead { tr { @for head in heads {
                        th scope="col" { (text(&format!("report-column-{head}"))) }
                    } } }
                    tbody { @for row in &rows { (input(run, *row)) } }
                }
            }
        }
    })
}

fn input(run: &Run<'_>, row: Record<'_>) -> Markup {
    let grade = row.text("evidence");
    let figure = |column: &str| run.texts.significant(row.number(column));
    let source = [row.text("organisation"), row.text("source_year")].join(" ");
    let is_fixed = row.number("sd") == 0.0;
    html! {
        tr data-grade=(grade) {
            th scope="row" { code { (row.text("name")) } }
            td { (run.texts.distribution(row.text("distribution"))) }
            td.figure {
                (figure("p50"))
                @if !is_fixed { span.band { (figure("p05")) " – " (figure("p95")) } }
            }
            td { (row.text("unit")) }
            td { span.grade data-grade=(grade) { (run.texts.get(&format!("evidence-{grade}"))) } }
            td { (source.trim()) }
            // Whoever wrote the scenario chose the language of its notes, which is not known here.
            td.text lang="" { (row.text("note")) }
        }
    }
}
