//! Tables and draws as Apache Parquet, for pandas, polars, `DuckDB` and R.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use super::table::{Cell, Table};

/// A column with its name; all columns of a file are of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The name.
    pub name: String,
    /// The values.
    pub values: Values,
}

/// The values of a column; `None` is null.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Words.
    Text(Vec<Option<String>>),
    /// Numbers; the infinite stay infinite.
    Number(Vec<Option<f64>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
}

/// The columns of a table, each of the type that all its rows have in common: a column that holds words is text, with
/// its numbers written out (a year beside `all`); one of whole numbers alone is of 64-bit integers; any other is of
/// 64-bit floats.
///
/// # Errors
/// When a row is shorter than the headers.
pub(super) fn columns(table: &Table) -> Result<Vec<Column>, ParquetError> {
    if !table.is_rectangular() {
        let reason = "a row is not as long as the headers".to_owned();
        return Err(ParquetError::General(reason));
    }
    let places = 0..table.headers.len();
    Ok(places.map(|place| column(table, place)).collect())
}

fn column(table: &Table, place: usize) -> Column {
    let cells = || table.rows.iter().map(|row| &row[place]);
    let values = if cells().any(|cell| matches!(cell, Cell::Text(_))) {
        Values::Text(cells().map(text).collect())
    } else if cells().any(|cell| matches!(cell, Cell::Number(_))) {
        Values::Number(cells().map(Cell::as_number).collect())
    } else {
        Values::Whole(cells().map(whole).collect())
    };
    Column {
        name: table.headers[place].clone(),
        values,
    }
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(text.clone()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Whole(number) => Some(number.to_string()),
    }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        Cell::Empty | Cell::Number(_) | Cell::Text(_) => None,
    }
}

/// Writes columns of one length as one row group, compressed with Snappy. The same columns give the
/// same bytes.
///
/// # Errors
/// When the columns differ in length, or Parquet refuses.
pub fn columns_to_parquet(columns: &[Column]) -> Result<Vec<u8>, ParquetError> {
    let fields = columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    let schema = Type::group_type_builder("table")
        .with_fields(fields)
        .build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("ruimtevraag ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    for column in columns {
        let Some(mut writer) = group.next_column()? else {
            break;
        };
        write(&column.values, &mut writer)?;
        writer.close()?;
    }
    group.close()?;
    file.into_inner()
}

fn field(column: &Column) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match column.values {
        Values::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Values::Number(_) => (Physical::DOUBLE, None),
        Values::Whole(_) => (Physical::INT64, None),
    };
    let field = Type::primitive_type_builder(&column.name, physical)
        .with_logical_type(logical)
        .with_repetition(Repetition::OPTIONAL)
        .build()?;
    Ok(Arc::new(field))
}

fn write(values: &Values, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
    match values {
        Values::Text(values) => {
            let bytes = |text: &String| ByteArray::from(text.as_str());
            let values: Vec<_> = values.iter().map(|text| text.as_ref().map(bytes)).collect();
            write_typed::<ByteArrayType>(&values, writer)
        }
        Values::Number(values) => write_typed::<DoubleType>(values, writer),
        Values::Whole(values) => write_typed::<Int64Type>(values, writer),
    }
}

/// Parquet takes the values that are there, and beside them for each row whether there is one.
fn write_typed<T: DataType>(
    values: &[Option<T::T>],
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    let there: Vec<T::T> = values.iter().flatten().cloned().collect();
    let levels: Vec<i16> = values.iter().map(|value| value.is_some().into()).collect();
    let writer = writer.typed::<T>();
    writer.write_batch(&there, Some(&levels), None)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    use super::*;

    fn table() -> Table {
        Table {
            headers: ["year", "mean", "name", "count"]
                .map(str::to_owned)
                .to_vec(),
            rows: vec![
                vec![
                    Cell::Whole(2050),
                    Cell::Number(0.1 + 0.2),
                    Cell::text("=1+1 é"),
                    Cell::Whole(i64::MAX),
                ],
                vec![Cell::text("all"), Cell::Empty, Cell::Empty, Cell::Empty],
            ],
        }
    }

    fn written(table: &Table) -> Result<Vec<u8>, ParquetError> {
        columns_to_parquet(&columns(table)?)
    }

    /// The fields of every row, as another reader of the format sees them.
    fn rows(bytes: Vec<u8>) -> Vec<Vec<(String, Field)>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.parquet");
        std::fs::write(&path, bytes).unwrap();
        let reader = SerializedFileReader::new(std::fs::File::open(path).unwrap()).unwrap();
        let rows = reader.get_row_iter(None).unwrap();
        rows.map(|row| {
            let row = row.unwrap();
            let fields = row.get_column_iter();
            fields
                .map(|(name, field)| (name.clone(), field.clone()))
                .collect()
        })
        .collect()
    }

    #[test]
    fn every_cell_is_read_back_with_its_type() {
        let rows = rows(written(&table()).unwrap());
        let named = |name: &str, field| (name.to_owned(), field);
        let text = |text: &str| Field::Str(text.to_owned());
        assert_eq!(
            rows,
            [
                vec![
                    named("year", text("2050")),
                    named("mean", Field::Double(0.1 + 0.2)),
                    named("name", text("=1+1 é")),
                    named("count", Field::Long(i64::MAX)),
                ],
                vec![
                    named("year", text("all")),
                    named("mean", Field::Null),
                    named("name", Field::Null),
                    named("count", Field::Null),
                ],
            ]
        );
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        assert_eq!(written(&table()).unwrap(), written(&table()).unwrap());
    }

    #[test]
    fn a_table_without_rows_keeps_its_columns_and_a_ragged_one_is_refused() {
        let mut table = table();
        table.rows.clear();
        assert!(rows(written(&table).unwrap()).is_empty());
        table.rows.push(vec![Cell::Empty]);
        assert!(written(&table).is_err());
    }
}
