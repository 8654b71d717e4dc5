//! Writes a stet file: adds an entry, or takes one out. Comments and all else in it stay as they are.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::{Anchor, Stood};

/// The text of a stet file with `stood` added at its end. All else in it stays as it is.
///
/// # Errors
/// Where the file cannot be read: it is left alone, and what is wrong is said in the user's words.
pub fn add(text: &str, stood: &Stood) -> Result<String, String> {
    edit(text, |document| {
        // What was written below the last entry stays between it and the new one.
        let above = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing("");
        let mut table = table(stood);
        let is_new = text.trim().is_empty();
        table.decor_mut().set_prefix(if is_new { HEAD.to_owned() } else { format!("{above}\n") });
        let entries = document.entry("stet").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        entries.as_array_of_tables_mut().ok_or(NO_TABLES)?.push(table);
        Ok(())
    })
}

/// `stood` as an entry.
fn table(stood: &Stood) -> Table {
    let mut table = Table::new();
    let fields = match stood {
        Stood::Finding { rule, anchor: Anchor { mark, sentence }, file } => [
            ("rule", Some(rule)),
            ("mark", Some(mark).filter(|mark| !mark.is_empty())),
            ("sentence", Some(sentence)),
            ("file", file.as_ref()),
        ],
        Stood::Rule { rule, file } => {
            [("rule", Some(rule)), ("file", Some(file)), ("", None), ("", None)]
        }
        Stood::Word { word, rule } => {
            [("word", Some(word)), ("rule", rule.as_ref()), ("", None), ("", None)]
        }
    };
    for (name, text) in fields {
        if let Some(text) = text {
            table[name] = value(text);
        }
    }
    table
}

/// The text of a stet file without its table number `number`; see [`File::table`](super::File::table).
///
/// # Errors
/// Where the file cannot be read, or has no such entry: it is left alone.
pub fn remove(text: &str, number: usize) -> Result<String, String> {
    edit(text, |document| take_out(document, number))
}

fn take_out(document: &mut DocumentMut, number: usize) -> Result<(), String> {
    let entries =
        document.get_mut("stet").and_then(Item::as_array_of_tables_mut).ok_or(NO_TABLES)?;
    if number >= entries.len() {
        return Err(format!("there is no entry {}", number + 1));
    }
    // What stands right above an entry is about it; what a blank line parts from it is not.
    let above =
        entries.get(number).and_then(|entry| entry.decor().prefix()?.as_str()).unwrap_or_default();
    let kept = above.rfind("\n\n").map_or("", |end| &above[..end + 2]).to_owned();
    entries.remove(number);
    if let Some(next) = entries.get_mut(number) {
        let own = next.decor().prefix().and_then(|own| own.as_str()).unwrap_or_default();
        let break_between = if number > 0 && kept.is_empty() { "\n" } else { "" };
        let own = format!("{kept}{break_between}{}", own.trim_start_matches('\n'));
        next.decor_mut().set_prefix(own);
    } else {
        let behind = format!("{kept}{}", document.trailing().as_str().unwrap_or_default());
        document.set_trailing(behind);
    }
    if document.get("stet").and_then(Item::as_array_of_tables).is_some_and(ArrayOfTables::is_empty)
    {
        document.remove("stet");
    }
    Ok(())
}

/// `text` with `change` made in it. A byte order mark and the line breaks of DOS stay: TOML knows neither by itself.
fn edit(
    text: &str,
    change: impl FnOnce(&mut DocumentMut) -> Result<(), String>,
) -> Result<String, String> {
    let unmarked = text.strip_prefix(MARK).unwrap_or(text);
    let is_dos = unmarked.contains("\r\n");
    let plain = if is_dos { unmarked.replace("\r\n", "\n") } else { unmarked.to_owned() };
    let mut document =
        plain.parse::<DocumentMut>().map_err(|error| format!("not TOML: {}", error.message()))?;
    change(&mut document)?;
    let changed = document.to_string();
    let changed = if is_dos { changed.replace('\n', "\r\n") } else { changed };
    let mark = if unmarked.len() < text.len() { MARK } else { "" };
    Ok(format!("{mark}{changed}"))
}

/// The byte order mark.
const MARK: &str = "\u{feff}";

const NO_TABLES: &str = "its entries are no [[stet]] tables";

/// What stands at the head of a new stet file.
const HEAD: &str = "# What this desk lets stand. Wiredesk adds to it and takes away from it; what you write here is kept.\n\n";
