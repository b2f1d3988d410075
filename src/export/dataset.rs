//! Tables as Parquet files: one, or in parts when there are many rows.

use ::parquet::errors::ParquetError;

use super::parquet::{Column, Values, columns, columns_to_parquet};
use super::run_folder::Artefact;
use super::table::Table;

/// A table of more rows is left in parts.
pub const MOST_ROWS: usize = 1_000_000;

/// The columns by whose values a table is divided, in order.
const KEYS: [&str; 2] = ["scenario", "variant"];

/// The files of a table: `name.parquet`, or, when it has more than `most_rows` rows and the columns
/// `scenario` and `variant`, `name/scenario=…/variant=…/part.parquet` for each pair of them. Parts hold
/// the other columns, all of one type in each; pyarrow, polars, `DuckDB` and Spark read the folder as one
/// table, with the two columns from the names of folders (hive-style partitions).
///
/// # Errors
/// When a row is shorter than the headers, or Parquet refuses.
pub fn dataset(name: &str, table: &Table, most_rows: usize) -> Result<Vec<Artefact>, ParquetError> {
    let columns = columns(table)?;
    let keys = KEYS.map(|key| text_column(&columns, key));
    let [Some(scenarios), Some(variants)] = keys else {
        return whole(name, &columns);
    };
    if table.rows.len() <= most_rows {
        return whole(name, &columns);
    }
    let mut parts: Vec<((&str, &str), Vec<usize>)> = Vec::new();
    for (row, key) in scenarios.into_iter().zip(variants).enumerate() {
        match parts.iter_mut().rev().find(|(known, _)| *known == key) {
            Some((_, rows)) => rows.push(row),
            None => parts.push((key, vec![row])),
        }
    }
    let is_other = |column: &&Column| !KEYS.contains(&column.name.as_str());
    let others: Vec<_> = columns.iter().filter(is_other).collect();
    let part = |((scenario, variant), rows): &((&str, &str), Vec<usize>)| {
        let columns: Vec<_> = others.iter().map(|column| at(column, rows)).collect();
        Ok(Artefact {
            path: format!("{name}/scenario={scenario}/variant={variant}/part.parquet"),
            content: columns_to_parquet(&columns)?,
        })
    };
    parts.iter().map(part).collect()
}

fn whole(name: &str, columns: &[Column]) -> Result<Vec<Artefact>, ParquetError> {
    Ok(vec![Artefact {
        path: format!("{name}.parquet"),
        content: columns_to_parquet(columns)?,
    }])
}

/// The words of a column; `None` when there is no such column, or a row has none in it.
fn text_column<'c>(columns: &'c [Column], name: &str) -> Option<Vec<&'c str>> {
    let column = columns.iter().find(|column| column.name == name)?;
    match &column.values {
        Values::Text(values) => values.iter().map(Option::as_deref).collect(),
        Values::Number(_) | Values::Whole(_) => None,
    }
}

/// The rows of a column at some places.
fn at(column: &Column, rows: &[usize]) -> Column {
    fn chosen<T: Clone>(values: &[Option<T>], rows: &[usize]) -> Vec<Option<T>> {
        rows.iter().map(|&row| values[row].clone()).collect()
    }
    Column {
        name: column.name.clone(),
        values: match &column.values {
            Values::Text(values) => Values::Text(chosen(values, rows)),
            Values::Number(values) => Values::Number(chosen(values, rows)),
            Values::Whole(values) => Values::Whole(chosen(values, rows)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Cell;

    /// Two scenarios under two variants at two points; what changes is empty without a variant.
    fn table() -> Table {
        let mut table =
            Table::with_headers(&["scenario", "variant", "point", "year", "p50", "change_p50"]);
        for scenario in ["laag", "hoog"] {
            for point in 1..=2 {
                for variant in ["none", "meer"] {
                    let year = if point == 1 {
                        Cell::text("all")
                    } else {
                        Cell::Whole(2050)
                    };
                    let change = match variant {
                        "none" => Cell::Empty,
                        _ => Cell::Number(-0.5),
                    };
                    table.rows.push(vec![
                        Cell::text(scenario),
                        Cell::text(variant),
                        Cell::Whole(point),
                        year,
                        Cell::Number(1.5),
                        change,
                    ]);
                }
            }
        }
        table
    }

    #[test]
    fn a_table_of_few_rows_is_one_file() {
        let table = table();
        let files = dataset("sweep", &table, 8).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].path, "sweep.parquet");
        assert_eq!(
            files[0].content,
            columns_to_parquet(&columns(&table).unwrap()).unwrap()
        );
    }

    #[test]
    fn a_table_of_many_rows_is_in_parts_of_one_type_without_their_keys() {
        let files = dataset("sweep", &table(), 7).unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        let wanted = [
            "laag/variant=none",
            "laag/variant=meer",
            "hoog/variant=none",
            "hoog/variant=meer",
        ];
        assert_eq!(
            paths,
            wanted.map(|key| format!("sweep/scenario={key}/part.parquet"))
        );
        let part = |change: Option<f64>| {
            let column = |name: &str, values| Column {
                name: name.to_owned(),
                values,
            };
            let years = ["all", "2050"].map(|year| Some(year.to_owned()));
            columns_to_parquet(&[
                column("point", Values::Whole(vec![Some(1), Some(2)])),
                column("year", Values::Text(years.to_vec())),
                column("p50", Values::Number(vec![Some(1.5); 2])),
                column("change_p50", Values::Number(vec![change; 2])),
            ])
            .unwrap()
        };
        assert_eq!(files[0].content, part(None));
        assert_eq!(files[3].content, part(Some(-0.5)));
    }

    #[test]
    fn a_table_without_keys_is_one_file_however_long() {
        let mut table = Table::with_headers(&["scenario", "year"]);
        table.rows = vec![vec![Cell::text("laag"), Cell::Whole(2030)]; 3];
        assert_eq!(dataset("a", &table, 1).unwrap()[0].path, "a.parquet");
    }

    /// Writes a table in parts to the folder that `DATASET_LOOK` names, for other programs to read.
    #[test]
    #[ignore = "writes files for other programs to read"]
    fn parts_to_read() {
        let folder = std::path::PathBuf::from(std::env::var("DATASET_LOOK").unwrap());
        for file in dataset("sweep", &table(), 7).unwrap() {
            let path = folder.join(file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file.content).unwrap();
        }
    }
}
