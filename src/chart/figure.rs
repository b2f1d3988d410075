//! How figures of a chart are written as JSON: exactly, and also those that are no finite number.
//!
//! JSON has finite numbers only, so `null` stands for what is not a number, and `"inf"` and `"-inf"`
//! stand for the infinite.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a figure, or figures in lists.
pub(super) fn serialize<T: Figure, S: Serializer>(
    figure: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    figure.written().serialize(serializer)
}

/// Reads what [`serialize`] wrote.
pub(super) fn deserialize<'de, T: Figure, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::Written::deserialize(deserializer).map(T::read)
}

/// What is written in this way: a number, or lists of them.
pub(super) trait Figure {
    type Written: Serialize + DeserializeOwned;

    fn written(&self) -> Self::Written;
    fn read(written: Self::Written) -> Self;
}

/// A number as it stands in JSON.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Written {
    Finite(f64),
    Infinite(Infinite),
    Missing(()),
}

#[derive(Serialize, Deserialize)]
pub(super) enum Infinite {
    #[serde(rename = "inf")]
    Above,
    #[serde(rename = "-inf")]
    Below,
}

impl Figure for f64 {
    type Written = Written;

    fn written(&self) -> Written {
        match *self {
            f64::INFINITY => Written::Infinite(Infinite::Above),
            f64::NEG_INFINITY => Written::Infinite(Infinite::Below),
            number if number.is_nan() => Written::Missing(()),
            number => Written::Finite(number),
        }
    }

    fn read(written: Written) -> Self {
        match written {
            Written::Finite(number) => number,
            Written::Infinite(Infinite::Above) => f64::INFINITY,
            Written::Infinite(Infinite::Below) => f64::NEG_INFINITY,
            Written::Missing(()) => f64::NAN,
        }
    }
}

impl<T: Figure> Figure for Vec<T> {
    type Written = Vec<T::Written>;

    fn written(&self) -> Self::Written {
        self.iter().map(T::written).collect()
    }

    fn read(written: Self::Written) -> Self {
        written.into_iter().map(T::read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Row {
        #[serde(with = "super")]
        values: Vec<Vec<f64>>,
    }

    #[test]
    fn every_number_comes_back_to_the_bit() {
        let values = vec![
            vec![0.1 + 0.2, -0.0, 1e300, f64::MIN_POSITIVE / 8.0, 3.0],
            vec![f64::INFINITY, f64::NEG_INFINITY, f64::NAN],
        ];
        let text = serde_json::to_string(&Row {
            values: values.clone(),
        })
        .unwrap();
        assert!(text.ends_with(r#"["inf","-inf",null]]}"#), "{text}");
        let back: Row = serde_json::from_str(&text).unwrap();
        let bits = |values: &[Vec<f64>]| -> Vec<u64> {
            values
                .iter()
                .flatten()
                .map(|value| value.to_bits())
                .collect()
        };
        assert_eq!(bits(&back.values), bits(&values));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            r#"{"values":[["1"]]}"#,
            r#"{"values":[[true]]}"#,
            r#"{"values":[[{}]]}"#,
        ] {
            assert!(serde_json::from_str::<Row>(text).is_err(), "{text}");
        }
    }
}
