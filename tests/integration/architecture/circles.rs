//! Files do not need each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::{SourceFile, root, source_files};

/// The place of a file in the house, from the outside in: `cli`, `terminal`, `comparison`.
type Place = Vec<String>;

/// Circles that stand: each line is what one file would have to do without.
const KNOWN: [(&str, &str); 9] = [
    // A kind that makes its instances, which are told apart by it.
    ("sampling::design", "sampling::latin_hypercube"),
    ("sampling::design", "sampling::sobol"),
    ("statistics::order", "statistics::buckets"),
    ("statistics::order", "statistics::quantiles"),
    ("model::system", "model::event"),
    ("scenario::resolve::circular", "scenario::resolve::objects"),
    ("scenario::resolve::industry", "scenario::resolve::objects"),
    (
        "scenario::resolve::background",
        "scenario::resolve::circular",
    ),
    // The size that is refused stands in the refusal.
    ("chart::error", "chart::size"),
];

/// A file as this test reads it.
struct File {
    /// What it brings in: the path, and the name by which it is known here.
    imports: Vec<(String, String)>,
    /// What it shows of other files as its own, likewise.
    shown: Vec<(String, String)>,
    /// All else.
    code: String,
}

struct House(BTreeMap<Place, File>);

impl House {
    fn read() -> Self {
        let files = source_files().into_iter().filter(|file| {
            let is_door = ["lib", "main"].contains(&&*file.module);
            !is_door && !file.code.is_empty()
        });
        Self(
            files
                .map(|file| (place(&file), File::read(&file.code)))
                .collect(),
        )
    }

    /// The files that a file needs. What its own folder's head defines is at home, and is not counted.
    fn needs(&self, from: &Place) -> BTreeSet<&Place> {
        let file = &self.0[from];
        let imports = file.imports.iter().map(|(path, _)| path.as_str());
        let paths = imports.chain(paths_in(&file.code));
        let found = paths.filter_map(|path| self.file_of(from, path));
        found.filter(|to| !from.starts_with(to)).collect()
    }

    /// The file that defines what a path names; nothing for a path that only names a file, or leads out of the house.
    fn file_of(&self, from: &Place, path: &str) -> Option<&Place> {
        let mut parts: Vec<&str> = path.split("::").collect();
        let mut place = self.start(from, &mut parts)?;
        while let Some(part) = parts.first() {
            let inner = [&place[..], &[(*part).to_owned()]].concat();
            if !self.0.contains_key(&inner) {
                break;
            }
            place = inner;
            parts.remove(0);
        }
        let (name, (known, file)) = (parts.first()?, self.0.get_key_value(&place)?);
        let mut shown = file
            .shown
            .iter()
            .filter(|(_, shown)| shown == name || shown == "*");
        let elsewhere = shown.find_map(|(path, _)| self.file_of(&place, path));
        Some(elsewhere.unwrap_or(known))
    }

    /// The place at which a path begins; takes the parts that say so.
    fn start(&self, from: &Place, parts: &mut Vec<&str>) -> Option<Place> {
        let first = *parts.first()?;
        let mut place = match first {
            "crate" => Vec::new(),
            "self" | "super" => from.clone(),
            _ => {
                let inner = [&from[..], &[first.to_owned()]].concat();
                if self.0.contains_key(&inner) {
                    return Some(from.clone());
                }
                let mut imports = self.0[from].imports.iter();
                let (path, _) = imports.find(|(_, name)| name == first)?;
                return self.start_at_import(from, path, parts);
            }
        };
        while let Some(&part) = parts.first() {
            match part {
                "crate" | "self" => {}
                "super" => drop(place.pop()),
                _ => break,
            }
            parts.remove(0);
        }
        Some(place)
    }

    /// The place of a file that was brought in by its name.
    fn start_at_import(&self, from: &Place, path: &str, parts: &mut Vec<&str>) -> Option<Place> {
        let mut way: Vec<&str> = path.split("::").collect();
        if !["crate", "self", "super"].contains(&way[0]) {
            return None;
        }
        let mut place = self.start(from, &mut way)?;
        place.extend(way.into_iter().map(str::to_owned));
        parts.remove(0);
        self.0.contains_key(&place).then_some(place)
    }
}

/// The shortest way from a file back to itself.
fn circle(from: &Place, needs: &BTreeMap<&Place, BTreeSet<&Place>>) -> Option<String> {
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way[way.len() - 1];
            for &next in &needs[last] {
                if next == from {
                    let names: Vec<_> = way.iter().map(|place| place.join("::")).collect();
                    return Some(names.join(" → "));
                }
                if seen.insert(next) {
                    longer.push([&way[..], &[next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

fn place(file: &SourceFile) -> Place {
    let inside = file.path.strip_prefix(root()).unwrap().with_extension("");
    let parts = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

impl File {
    fn read(code: &str) -> Self {
        let mut file = Self {
            imports: Vec::new(),
            shown: Vec::new(),
            code: String::new(),
        };
        let mut rest = code;
        while let Some((before, visibility, after)) = next_use(rest) {
            let (tree, left) = after.split_once(';').unwrap();
            file.code += before;
            let list = if visibility.is_empty() {
                &mut file.imports
            } else {
                &mut file.shown
            };
            list.extend(branches(tree).into_iter().map(|path| named(&path)));
            rest = left;
        }
        file.code += rest;
        file
    }
}

/// What stands before the next `use`, its visibility, and what follows it.
fn next_use(code: &str) -> Option<(&str, &str, &str)> {
    let at = code.match_indices("use ").map(|(at, _)| at).find(|&at| {
        let line = code[..at].rsplit('\n').next().unwrap().trim();
        line.is_empty() || (line.starts_with("pub") && !line.contains(' '))
    })?;
    let line = code[..at].rfind('\n').map_or(0, |end| end + 1);
    Some((&code[..line], code[line..at].trim(), &code[at + 4..]))
}

/// The paths of a tree of imports: `a::{b, c}` is `a::b` and `a::c`.
fn branches(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((stem, inner)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let inner = inner.trim_end().strip_suffix('}').unwrap();
    let mut depth = 0;
    let parts = inner.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let parts = parts
        .filter(|part| !part.trim().is_empty())
        .flat_map(branches);
    parts.map(|part| format!("{}{part}", stem.trim())).collect()
}

/// A path with the name that it gives.
fn named(path: &str) -> (String, String) {
    let path = path.strip_suffix("::self").unwrap_or(path);
    let (path, name) = match path.split_once(" as ") {
        Some((path, name)) => (path, name),
        None => (path, path.rsplit("::").next().unwrap()),
    };
    (path.trim().to_owned(), name.trim().to_owned())
}

/// The paths among other code.
fn paths_in(code: &str) -> impl Iterator<Item = &str> {
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let words = words.map(|word| word.trim_matches(':'));
    words.filter(|word| word.contains("::"))
}

#[test]
fn no_two_files_need_each_other() {
    let house = House::read();
    let is_known = |from: &Place, to: &Place| {
        let names = [from, to].map(|place| place.join("::"));
        KNOWN.iter().any(|known| [known.0, known.1] == names)
    };
    let needs: BTreeMap<_, _> = { house.0.keys() }
        .map(|from| {
            let mut needs = house.needs(from);
            needs.retain(|to| !is_known(from, to));
            (from, needs)
        })
        .collect();
    let circles = house.0.keys().filter_map(|file| circle(file, &needs));
    let circles: Vec<_> = circles.collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn imports_are_read_whatever_their_form() {
    let file = File::read(
        "use super::a::{self, B, c::{D as E}};\npub(crate) use f::G;\nfn h() { a::i() }\n",
    );
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        let owned = |&(path, name): &(&str, &str)| (path.to_owned(), name.to_owned());
        list.iter().map(owned).collect()
    };
    let imports = [
        ("super::a", "a"),
        ("super::a::B", "B"),
        ("super::a::c::D", "E"),
    ];
    assert_eq!(file.imports, pairs(&imports));
    assert_eq!(file.shown, pairs(&[("f::G", "G")]));
    assert_eq!(paths_in(&file.code).collect::<Vec<_>>(), ["a::i"]);
}
