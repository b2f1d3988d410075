//! Distributions as a scenario file gives them, in the words of a reader.

use super::Texts;

impl Texts {
    /// What a file gives as `triangular (low 0.35, central 0.5, high 0.6)` in words; as it is given where it
    /// is of another form.
    #[must_use]
    pub fn distribution(&self, given: &str) -> String {
        self.family(given)
            .or_else(|| self.given_number(given))
            .unwrap_or_else(|| given.to_owned())
    }

    fn family(&self, given: &str) -> Option<String> {
        let (name, parameters) = given.strip_suffix(')')?.split_once(" (")?;
        let parameters = parameters.split(", ").map(|one| self.parameter(one));
        let parameters: Option<Vec<_>> = parameters.collect();
        let name = self.known(&format!("distribution-{name}"))?;
        Some(format!("{name} ({})", parameters?.join("; ")))
    }

    /// A parameter with its numbers.
    fn parameter(&self, given: &str) -> Option<String> {
        let (name, numbers) = given.split_once(' ')?;
        let numbers = numbers.split(' ').map(|number| self.given_number(number));
        let numbers: Option<Vec<_>> = numbers.collect();
        let name = self.known(&format!("parameter-{name}"))?;
        Some(format!("{name} {}", numbers?.join(" ")))
    }

    /// A number with the decimals that it was given.
    fn given_number(&self, given: &str) -> Option<String> {
        let number = given.parse().ok()?;
        let decimals = given
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        Some(self.number(number, decimals))
    }

    fn known(&self, key: &str) -> Option<String> {
        let words = self.get(key);
        (words != key).then_some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_distribution_is_written_the_way_of_its_reader() {
        let dutch = Texts::new(Language::Nl);
        for (given, words) in [
            (
                "triangular (low 0.35, central 0.5, high 12000)",
                "driehoek (laag 0,35; midden 0,5; hoog 12.000)",
            ),
            (
                "discrete (values 1 2.5, weights 0.5 0.5)",
                "discreet (waarden 1 2,5; gewichten 0,5 0,5)",
            ),
            ("1250.5", "1.250,5"),
            ("copy of `a.b` (c)", "copy of `a.b` (c)"),
        ] {
            assert_eq!(dutch.distribution(given), words);
        }
        let english = Texts::new(Language::En);
        assert_eq!(
            english.distribution("normal (central 1000, sd 20)"),
            "normal (central 1,000; sd 20)"
        );
    }
}
