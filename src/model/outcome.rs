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
}

impl OutcomeKind {
    /// Every kind, in the order of tables.
    pub const ALL: [OutcomeKind; 9] = [
        OutcomeKind::Need,
        OutcomeKind::Release,
        OutcomeKind::Balance,
        OutcomeKind::NeedGross,
        OutcomeKind::DoubleUse,
        OutcomeKind::DoubleUsePeak,
        OutcomeKind::DoubleUsePeakYear,
        OutcomeKind::RoomUsedUp,
        OutcomeKind::RoomUsedUpYear,
    ];

    /// The name in scenario files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OutcomeKind::Need => "need",
            OutcomeKind::Release => "release",
            OutcomeKind::Balance => "balance",
            OutcomeKind::NeedGross => "need_gross",
            OutcomeKind::DoubleUse => "double_use",
            OutcomeKind::DoubleUsePeak => "double_use_peak",
            OutcomeKind::DoubleUsePeakYear => "double_use_peak_year",
            OutcomeKind::RoomUsedUp => "room_used_up",
            OutcomeKind::RoomUsedUpYear => "room_used_up_year",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The unit of the outcome in tables.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            OutcomeKind::NeedGross => "ha gross",
            OutcomeKind::DoubleUsePeakYear | OutcomeKind::RoomUsedUpYear => "year",
            OutcomeKind::RoomUsedUp => "-",
            _ => "ha net",
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
