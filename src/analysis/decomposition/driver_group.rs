//! Which inputs are told together, by their names.

use crate::language::Texts;
use crate::statistics::MOST_PLAYERS;

/// A group of inputs that belong together, by the first part of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DriverGroup {
    /// `industry.….production`: what existing industry makes.
    Production,
    /// The rest of `industry`, and `transition`: what ends, returns in green form, and when.
    GreenReturn,
    /// `technology`: capacities and footprints of the technologies of the transition.
    Technologies,
    /// `circular` and `activity`: tonnes, routes, hubs and land per tonne.
    Circular,
    /// `campus` and `event`: jobs, floor and announced developments.
    Campuses,
    /// `background`: all other business, work space in housing, replacement.
    Background,
    /// `supply`, `plan` and `net_to_gross`: the land that there is and what is met with it.
    Supply,
    /// Everything else.
    Other,
    /// What is no value of an input: areas, sites, correlations. No input belongs to it, and it moves last.
    SetUp,
}

impl DriverGroup {
    /// Every driver to which inputs belong, in the order in which they are told.
    pub const ALL: [DriverGroup; MOST_PLAYERS] = [
        DriverGroup::Production,
        DriverGroup::GreenReturn,
        DriverGroup::Technologies,
        DriverGroup::Circular,
        DriverGroup::Campuses,
        DriverGroup::Background,
        DriverGroup::Supply,
        DriverGroup::Other,
    ];

    /// The driver to which an input or pathway of that name belongs.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut parts = name.split('.');
        match parts.next().unwrap_or_default() {
            "industry" if parts.any(|part| part == "production") => DriverGroup::Production,
            "industry" | "transition" => DriverGroup::GreenReturn,
            "technology" => DriverGroup::Technologies,
            "circular" | "activity" => DriverGroup::Circular,
            "campus" | "event" => DriverGroup::Campuses,
            "background" => DriverGroup::Background,
            "supply" | "plan" | "net_to_gross" => DriverGroup::Supply,
            _ => DriverGroup::Other,
        }
    }

    /// The name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DriverGroup::Production => "production",
            DriverGroup::GreenReturn => "green-return",
            DriverGroup::Technologies => "technologies",
            DriverGroup::Circular => "circular",
            DriverGroup::Campuses => "campuses",
            DriverGroup::Background => "background",
            DriverGroup::Supply => "supply",
            DriverGroup::Other => "other",
            DriverGroup::SetUp => "set-up",
        }
    }

    /// What readers call it.
    #[must_use]
    pub fn in_words(self, texts: &Texts) -> String {
        texts.get(&format!("driver-{}", self.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_has_a_driver() {
        for (name, driver) in [
            ("industry.production.growth.2030", DriverGroup::Production),
            (
                "industry.rotterdam.production.growth.2050",
                DriverGroup::Production,
            ),
            ("industry.green_return", DriverGroup::GreenReturn),
            (
                "technology.elektrolyse.capacity.2030",
                DriverGroup::Technologies,
            ),
            (
                "background.transformatie.transformation_rate",
                DriverGroup::Background,
            ),
            ("lever.x.effect", DriverGroup::Other),
        ] {
            assert_eq!(DriverGroup::of(name), driver, "{name}");
        }
    }
}
