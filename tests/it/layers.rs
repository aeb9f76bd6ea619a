//! Imports run downwards: a module of the library imports only from those below it, and no two files of
//! the command import from each other, also over others. What several programs share is a library.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The modules of the library, each above those that it may import from.
const ORDER: [&str; 19] = [
    "lang",
    "near",
    "closed_list",
    "day",
    "iso",
    "clock",
    "law",
    "case",
    "engine",
    "timeline",
    "batch",
    "horizon",
    "verdict",
    "change",
    "protocol",
    "text",
    "explain",
    "wire",
    "export",
];

/// The code of the source files under a folder, by their path in it.
fn sources(folder: &Path) -> BTreeMap<PathBuf, String> {
    texts(folder).into_iter().map(|(path, text)| (path, code(&text))).collect()
}

/// All of these files, by the same path.
fn texts(folder: &Path) -> BTreeMap<PathBuf, String> {
    let (mut found, mut left) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(folder_or_file) = left.pop() {
        if folder_or_file.is_dir() {
            let entries = std::fs::read_dir(&folder_or_file).expect("a folder");
            left.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if folder_or_file.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&folder_or_file).expect("a source file");
            let path = folder_or_file.strip_prefix(folder).expect("a path in the folder");
            found.insert(path.to_path_buf(), text);
        }
    }
    found
}

/// Without comments and without what stands in `mod tests`.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().expect("the text before");
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `start` in a text, each name of a group in braces on its own.
fn paths(text: &str, start: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for (at, _) in text.match_indices(start) {
        if !text[..at].ends_with(|c| is_word(c) || c == ':') {
            expand(&text[at + start.len()..], String::new(), &mut found);
        }
    }
    found
}

fn expand(text: &str, before: String, found: &mut BTreeSet<String>) {
    if let Some(group) = text.strip_prefix('{') {
        let (mut depth, mut from) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    expand(group[from..at].trim(), before.clone(), found);
                    from = at + 1;
                    if c == '}' {
                        return;
                    }
                }
                _ => {}
            }
        }
        return;
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let path =
        if before.is_empty() { text[..end].into() } else { format!("{before}::{}", &text[..end]) };
    match text[end..].strip_prefix("::") {
        Some(rest) if !rest.starts_with('<') => expand(rest, path, found),
        _ => drop(found.insert(path)),
    }
}

#[test]
fn modules_of_the_library_import_from_those_below() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let place = |module: &str| ORDER.iter().position(|other| *other == module);
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for (path, text) in sources(&folder) {
        let module = path.iter().next().expect("a name").to_string_lossy().replace(".rs", "");
        if ["bin", "lib", "pages"].contains(&module.as_str()) {
            continue;
        }
        let own = place(&module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        seen.insert(module);
        for imported in paths(&text, "crate::") {
            let other = imported.split("::").next().expect("a module");
            match place(other) {
                Some(other) if other <= own => {}
                _ => wrong.push(format!("{}: crate::{imported}", path.display())),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(seen.len(), ORDER.len(), "{seen:?}");
}

#[test]
fn files_of_the_command_form_no_circle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/poortwachter");
    let sources = sources(&folder);
    // The file of a module, by its path.
    let name = |path: &Path| {
        let path = path.with_extension("");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let is_own = |part: &&String| !["mod", "main"].contains(&part.as_str());
        parts.iter().filter(is_own).cloned().collect::<Vec<_>>().join("::")
    };
    let names: BTreeSet<String> = sources.keys().map(|path| name(path)).collect();
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in &sources {
        let own = name(path);
        let above = own.rsplit_once("::").map_or("", |(above, _)| above);
        let relative = |base: &str, path: String| {
            if base.is_empty() { path } else { format!("{base}::{path}") }
        };
        let mut all = paths(text, "crate::");
        for mut imported in paths(text, "super::") {
            let mut base = above;
            while let Some(rest) = imported.strip_prefix("super::") {
                base = base.rsplit_once("::").map_or("", |(above, _)| above);
                imported = rest.to_string();
            }
            all.insert(relative(base, imported));
        }
        let file = |mut path: &str| loop {
            if names.contains(path) {
                return path.to_string();
            }
            match path.rsplit_once("::") {
                Some((above, _)) => path = above,
                None => return String::new(),
            }
        };
        // A folder shows what stands in its files, which may use what stands beside them.
        let is_below = |file: &String| file.starts_with(&own) && path.ends_with("mod.rs");
        let files = all.iter().map(|path| file(path));
        let files = files.filter(|file| *file != own && !is_below(file));
        imports.insert(own.clone(), files.collect());
    }
    // Out of the way, again and again: the files that import from none of the others, and those that none of
    // the others imports from.
    loop {
        let imported: BTreeSet<String> = imports.values().flatten().cloned().collect();
        let before = imports.len();
        let all: BTreeSet<String> = imports.keys().cloned().collect();
        imports.retain(|name, files| {
            files.retain(|file| all.contains(file));
            !files.is_empty() && imported.contains(name)
        });
        if imports.len() == before {
            break;
        }
    }
    // What is left stands in a circle, or between two.
    assert!(imports.is_empty(), "{imports:#?}");
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

#[test]
fn only_the_law_and_the_presets_treat_a_duty_by_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let may = |path: &Path| path.starts_with("law") || path.ends_with("protocol/presets.rs");
    let is_constant =
        |name: &&str| name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let (mut named, mut wrong) = (0, Vec::new());
    for (path, text) in sources(&folder) {
        for name in text.split("Duty::").skip(1).map(word).filter(is_constant) {
            match may(&path) {
                true => named += 1,
                false => wrong.push(format!("{}: Duty::{name}", path.display())),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(named > 20, "{named}");
}

#[test]
fn no_file_is_part_of_two_programs_and_nothing_unused_is_allowed() {
    // Each in two parts: this file is searched too.
    let words = [concat!("#[", "path"), concat!("dead", "_code"), concat!("unused", "_imports")];
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        assert!(texts.len() > 5, "{folder}");
        for (path, text) in texts {
            let has = words.iter().filter(|word| text.contains(**word));
            found.extend(has.map(|word| format!("{folder}/{}: {word}", path.display())));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
