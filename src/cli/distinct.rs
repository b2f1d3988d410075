//! What was named more than once, once.

/// Every item at the place where it first stands.
pub fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_left_out_wherever_it_stands() {
        assert_eq!(distinct(["b", "a", "b", "b", "a"]), ["b", "a"]);
    }
}
