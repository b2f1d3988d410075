//! Checks that hold for every family.
