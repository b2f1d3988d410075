//! What charts that stand side by side share: one scale, and one legend.

use super::legend::Item;

/// What charts side by side have in common: filled while they are drawn for the first time, used the
/// second time.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    extent: Option<(f64, f64)>,
    across: Option<(f64, f64)>,
    legend: Vec<Item>,
}

impl Shared {
    /// Notes what marks mean; the longest list stands for all.
    pub fn note_legend(&mut self, items: &[Item]) {
        if items.len() > self.legend.len() {
            self.legend = items.to_vec();
        }
    }

    /// What all marks mean.
    pub fn legend(&self) -> &[Item] {
        &self.legend
    }

    /// Lets marks be told anew, since what they mean may depend on the scale.
    pub fn forget_legend(&mut self) {
        self.legend.clear();
    }

    /// The extent of all that was seen, this one included.
    pub fn widened(&mut self, extent: (f64, f64)) -> (f64, f64) {
        widened(&mut self.extent, extent)
    }

    /// The same along level axes of values.
    pub fn widened_across(&mut self, extent: (f64, f64)) -> (f64, f64) {
        widened(&mut self.across, extent)
    }
}

fn widened(seen: &mut Option<(f64, f64)>, (low, high): (f64, f64)) -> (f64, f64) {
    let (least, most) = seen.unwrap_or((low, high));
    *seen.insert((least.min(low), most.max(high)))
}
