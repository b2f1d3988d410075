//! The texts of the program in one language.

use std::fmt;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, number};

/// The files of a language, one for each area.
macro_rules! files {
    ($language:literal: $($area:literal),+ $(,)?) => {
        [$(include_str!(concat!($language, "/", $area, ".ftl"))),+]
    };
}

/// The files of both languages: the same areas in each.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// Everything that stands in the files of a language.
        pub(crate) fn source(language: Language) -> String {
            match language {
                Language::Nl => files!("nl": $($area),+),
                Language::En => files!("en": $($area),+),
            }
            .join("\n")
        }
    };
}

areas!(
    "words",
    "terminal",
    "explain",
    "charts",
    "comparison",
    "decomposition",
    "discovery",
    "results",
    "sensitivity",
    "report",
    "fact-sheet",
    "heads",
    "sweep"
);

/// One as a number, by which a text can choose its words; all else as it is written.
fn argument(value: &str) -> FluentValue<'_> {
    if value == "1" {
        FluentValue::from(1)
    } else {
        FluentValue::from(value)
    }
}

/// What tables give as the unit of a number without one.
const NO_UNIT: &str = "-";
/// The unit of calendar years and of how far they lie apart, in tables.
const YEAR: &str = "year";
/// The calendar years that a program about the future meets; fewer years are a time between two of them.
const CALENDAR_YEARS: Range<f64> = 1_000.0..10_000.0;

/// Words, sentences and numbers in one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.language).finish()
    }
}

impl Texts {
    /// The texts in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        // A message that cannot be parsed would be left out; a test shows that there is none.
        let resource = FluentResource::try_new(source(language)).unwrap_or_else(|(read, _)| read);
        let tag: LanguageIdentifier = language.name().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that keep directions of writing apart show up as boxes in some terminals.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language of these texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text under `key`, or the key itself when there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.filled(key, &FluentArgs::new())
    }

    /// The text under `key` with its `{ $name }`s filled in, or the key itself when there is none. A text
    /// may choose other words for the value `1`, under `[one]`.
    #[must_use]
    pub fn format(&self, key: &str, values: &[(&str, impl AsRef<str>)]) -> String {
        let values = { values.iter() }.map(|(name, value)| (*name, argument(value.as_ref())));
        self.filled(key, &values.collect())
    }

    fn filled(&self, key: &str, values: &FluentArgs<'_>) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(values), &mut errors)
            .into_owned()
    }

    /// A number of things of a kind, in the singular where it is one: `1 run`, `1,200 runs`. The kind is
    /// the end of a key that begins with `count-`.
    #[must_use]
    pub fn counted(&self, kind: &str, number: usize) -> String {
        let mut values = FluentArgs::new();
        values.set("count", number);
        values.set("number", self.whole(number));
        self.filled(&format!("count-{kind}"), &values)
    }

    /// A unit of tables in words; as it is when there are none for it, and nothing for no unit.
    #[must_use]
    pub fn unit(&self, unit: &str) -> String {
        if unit == NO_UNIT {
            return String::new();
        }
        let key = format!("unit-{}", unit.replace(' ', "-"));
        let words = self.get(&key);
        if words == key { unit.to_owned() } else { words }
    }

    /// A name with a unit in words behind it, in brackets; by itself when there is none.
    #[must_use]
    pub fn in_unit(&self, name: &str, unit: &str) -> String {
        match unit {
            "" => name.to_owned(),
            unit => format!("{name} ({unit})"),
        }
    }

    /// The figure of an outcome in a unit, of tables or in words, without that unit: as hectares, but a
    /// calendar year has no mark between thousands.
    #[must_use]
    pub fn figure(&self, figure: f64, unit: &str) -> String {
        self.calendar_year(figure, 0, unit)
            .unwrap_or_else(|| self.hectares(figure))
    }

    /// A number in a unit to three significant digits, but a calendar year whole.
    #[must_use]
    pub fn quantity(&self, number: f64, unit: &str) -> String {
        self.calendar_year(number, 0, unit)
            .unwrap_or_else(|| self.significant(number))
    }

    /// A number in a unit with this many decimals, as on an axis.
    #[must_use]
    pub fn number_in(&self, unit: &str, number: f64, decimals: usize) -> String {
        self.calendar_year(number, decimals, unit)
            .unwrap_or_else(|| self.number(number, decimals))
    }

    fn calendar_year(&self, number: f64, decimals: usize, unit: &str) -> Option<String> {
        let is_one = CALENDAR_YEARS.contains(&number) && (unit == YEAR || unit == self.unit(YEAR));
        is_one.then(|| number::write_ungrouped(number, decimals, self.language))
    }

    /// The median with P5 and P95 of an outcome in a unit, without that unit; given in rising order.
    #[must_use]
    pub fn band(&self, figures: [f64; 3], unit: &str) -> String {
        let [p05, p50, p95] = figures.map(|figure| self.figure(figure, unit));
        format!("{p50} ({p05}\u{a0}–\u{a0}{p95})")
    }

    /// Hectares without their unit: one decimal below 10, none from there on and for exactly 0.
    #[must_use]
    pub fn hectares(&self, hectares: f64) -> String {
        let decimals = usize::from(hectares != 0.0 && hectares.abs() < 9.95);
        self.number(hectares, decimals)
    }

    /// A whole number.
    #[must_use]
    pub fn whole(&self, number: usize) -> String {
        // Beyond 2^53 the last digits are no longer exact, and no count comes near.
        #[allow(clippy::cast_precision_loss)]
        self.number(number as f64, 0)
    }

    /// A number with this many decimals.
    #[must_use]
    pub fn number(&self, number: f64, decimals: usize) -> String {
        number::write(number, decimals, self.language)
    }

    /// A number to three significant digits, without rounding whole units away.
    #[must_use]
    pub fn significant(&self, number: f64) -> String {
        number::significant(number, self.language)
    }

    /// A fraction as a percentage. What is neither 0 nor 1 never reads as `0%` or `100%`.
    #[must_use]
    pub fn percent(&self, fraction: f64) -> String {
        let percent = 100.0 * fraction;
        if percent > 0.0 && percent < 0.05 {
            return format!("<{}%", self.number(0.1, 1));
        }
        if (99.95..100.0).contains(&percent) {
            return format!(">{}%", self.number(99.9, 1));
        }
        let is_near_an_end =
            (percent > 0.0 && percent < 1.0) || (percent > 99.0 && percent < 100.0);
        format!("{}%", self.number(percent, usize::from(is_near_an_end)))
    }
}
