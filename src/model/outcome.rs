//! What can be reported, by name.

use std::fmt;

/// One kind of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeKind {
    /// Land newly asked for since the base year, ha net.
    Need,
    /// Land given back since the base year, ha net.
    Release,
    /// Need minus release since the base year, ha net.
    Balance,
    /// Need with the roads, water and green of the sites, ha gross.
    NeedGross,
    /// Land on which old and new stand side by side in the year, ha net.
    DoubleUse,
    /// The largest double use of any year, ha net.
    DoubleUsePeak,
    /// The year of the largest double use.
    DoubleUsePeakYear,
    /// 1 when the development room of a campus is used up in or before the year, else 0.
    RoomUsedUp,
    /// The year in which the development room of a campus is used up; infinite if later than the
    /// last year.
    RoomUsedUpYear,
    /// Land that was free in the base year or came available since, ha net.
    Supply,
    /// Need met by building more densely on existing sites since the base year, ha net.
    Intensified,
    /// Need met on land of its own region and segment since the base year, ha net.
    Placed,
    /// Need met on land of another segment in its region since the base year, ha net.
    Substituted,
    /// Land taken by need of other segments of the region since the base year, ha net.
    Substituting,
    /// Need that went to other regions since the base year, ha net.
    SpilledOut,
    /// Need of other regions that came to the region since the base year, ha net.
    SpilledIn,
    /// Need of one region met in a given other one since the base year, ha net.
    Hosted,
    /// Need for one segment met on land of a given other one since the base year, ha net.
    StoodIn,
    /// Land taken since the base year, ha net.
    Uptake,
    /// Need that lapsed or left the country since the base year, ha net.
    Lapsed,
    /// Need that waits in the year because no land is left for it, ha net.
    Backlog,
    /// Need that was not met since the base year: it waits, lapsed or left the country, ha net.
    Unmet,
    /// Backlog with the roads, water and green of the sites that it lacks, ha gross.
    BacklogGross,
    /// 1 when more than 1 ha waits in the year, else 0.
    Shortage,
    /// The first year in which more than 1 ha waits; infinite if later than the last year.
    FirstShortageYear,
    /// Land that is free in the year, ha net.
    Free,
    /// Land that should lie in reserve in the year: years of reserve times mean uptake, ha net.
    Reserve,
    /// Backlog plus what free land lacks to the reserve in the year, ha net.
    BacklogWithReserve,
    /// What the levers of a policy variant cost up to and in the year, millions of euro.
    Cost,
}

impl OutcomeKind {
    /// Whether it is about land that meets need, so that a scenario without supply has none of it.
    #[must_use]
    pub fn needs_supply(self) -> bool {
        use OutcomeKind::{
            Balance, Cost, DoubleUse, DoubleUsePeak, DoubleUsePeakYear, Need, NeedGross, Release,
            RoomUsedUp, RoomUsedUpYear,
        };
        !matches!(
            self,
            Need | Release
                | Balance
                | NeedGross
                | DoubleUse
                | DoubleUsePeak
                | DoubleUsePeakYear
                | RoomUsedUp
                | RoomUsedUpYear
                | Cost
        )
    }

    /// Every kind, in the order of tables.
    pub const ALL: [OutcomeKind; 29] = [
        OutcomeKind::Need,
        OutcomeKind::Release,
        OutcomeKind::Balance,
        OutcomeKind::NeedGross,
        OutcomeKind::DoubleUse,
        OutcomeKind::DoubleUsePeak,
        OutcomeKind::DoubleUsePeakYear,
        OutcomeKind::RoomUsedUp,
        OutcomeKind::RoomUsedUpYear,
        OutcomeKind::Supply,
        OutcomeKind::Intensified,
        OutcomeKind::Placed,
        OutcomeKind::Substituted,
        OutcomeKind::Substituting,
        OutcomeKind::SpilledOut,
        OutcomeKind::SpilledIn,
        OutcomeKind::Hosted,
        OutcomeKind::StoodIn,
        OutcomeKind::Uptake,
        OutcomeKind::Lapsed,
        OutcomeKind::Backlog,
        OutcomeKind::Unmet,
        OutcomeKind::BacklogGross,
        OutcomeKind::Shortage,
        OutcomeKind::FirstShortageYear,
        OutcomeKind::Free,
        OutcomeKind::Reserve,
        OutcomeKind::BacklogWithReserve,
        OutcomeKind::Cost,
    ];

    /// The name in scenario files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name_and_unit().0
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The unit of the outcome in tables.
    #[must_use]
    pub fn unit(self) -> &'static str {
        self.name_and_unit().1
    }

    /// Whether it is reported at years, and not once over the whole period.
    #[must_use]
    pub fn is_yearly(self) -> bool {
        !matches!(
            self,
            OutcomeKind::DoubleUsePeak
                | OutcomeKind::DoubleUsePeakYear
                | OutcomeKind::RoomUsedUpYear
                | OutcomeKind::FirstShortageYear
        )
    }

    fn name_and_unit(self) -> (&'static str, &'static str) {
        match self {
            OutcomeKind::Need => ("need", "ha net"),
            OutcomeKind::Release => ("release", "ha net"),
            OutcomeKind::Balance => ("balance", "ha net"),
            OutcomeKind::NeedGross => ("need_gross", "ha gross"),
            OutcomeKind::DoubleUse => ("double_use", "ha net"),
            OutcomeKind::DoubleUsePeak => ("double_use_peak", "ha net"),
            OutcomeKind::DoubleUsePeakYear => ("double_use_peak_year", "year"),
            OutcomeKind::RoomUsedUp => ("room_used_up", "-"),
            OutcomeKind::RoomUsedUpYear => ("room_used_up_year", "year"),
            OutcomeKind::Supply => ("supply", "ha net"),
            OutcomeKind::Intensified => ("intensified", "ha net"),
            OutcomeKind::Placed => ("placed", "ha net"),
            OutcomeKind::Substituted => ("substituted", "ha net"),
            OutcomeKind::Substituting => ("substituting", "ha net"),
            OutcomeKind::SpilledOut => ("spilled_out", "ha net"),
            OutcomeKind::SpilledIn => ("spilled_in", "ha net"),
            OutcomeKind::Hosted => ("hosted", "ha net"),
            OutcomeKind::StoodIn => ("stood_in", "ha net"),
            OutcomeKind::Uptake => ("uptake", "ha net"),
            OutcomeKind::Lapsed => ("lapsed", "ha net"),
            OutcomeKind::Backlog => ("backlog", "ha net"),
            OutcomeKind::Unmet => ("unmet", "ha net"),
            OutcomeKind::BacklogGross => ("backlog_gross", "ha gross"),
            OutcomeKind::Cost => ("cost", "mln euro"),
            OutcomeKind::Shortage => ("shortage", "-"),
            OutcomeKind::FirstShortageYear => ("first_shortage_year", "year"),
            OutcomeKind::Free => ("free", "ha net"),
            OutcomeKind::Reserve => ("reserve", "ha net"),
            OutcomeKind::BacklogWithReserve => ("backlog_with_reserve", "ha net"),
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_kind_and_kinds_stand_in_order() {
        for kind in OutcomeKind::ALL {
            assert_eq!(OutcomeKind::from_name(kind.name()), Some(kind));
        }
        assert!(OutcomeKind::ALL.is_sorted());
    }
}
