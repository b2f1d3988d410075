//! Patient rule induction: under which conditions does something happen?
//!
//! Cases lie in a space of many dimensions, and in some of them, the *positive* ones, something
//! happens. A [`Rule`] is a box in that space: limits on a few dimensions, within which most cases are
//! positive. It is found by [peeling](peel): from all cases, a thin slice at a time is cut off at the end
//! of the dimension where that raises the density of positive cases most for the cases that it costs.
//! Slices are thin, so that an early cut that was not the best one can be made good by later ones.
//!
//! For a rule over some cases, with n cases in the box of which k positive, out of N of which K positive:
//!
//! - coverage k/K: how many of the positive cases it explains;
//! - density k/n: how often something happens under it;
//! - mass n/N: how often the rule holds. Coverage × K = density × mass × N.
//!
//! Peeling looks for limits among the very cases that it looks at, so what it finds looks better than it
//! is. [`induce`] therefore searches among one half of the cases, and chooses, tests and describes among
//! the other half.
//!
//! Sources: J.H. Friedman and N.I. Fisher (1999), *Bump hunting in high-dimensional data*; B.P. Bryant
//! and R.J. Lempert (2010), *Thinking inside the box*, for the test of each restriction; J.H. Kwakkel and
//! M. Jaxa-Rozen (2016), *Improving scenario discovery for handling heterogeneous uncertainties*, for the
//! gain per case cut off, which treats dimensions of few and of many values alike; R.D. Shah and R.J.
//! Samworth (2013), *Variable selection with error control*, for stability over random halves.

mod cases;
mod cover;
mod induce;
mod peel;
mod rule;
mod screen;
mod stability;

#[cfg(test)]
mod tests;

pub use cases::{Cases, Dimension};
pub use cover::cover;
pub use induce::{Choice, Found, Induction, Search, induce};
pub use peel::{Peeled, peel};
pub use rule::{Fit, Restriction, Rule, Side};
pub use stability::{Kept, stability};
