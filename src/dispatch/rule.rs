//! Drawn lines and the rows of tables.

/// Whether `line`, one paragraph as a flow, is drawn and not written: `___`, `* * *`, `- - - -`, `.....`, or the `=` that
/// ends a header.
pub fn is_rule(line: &str) -> bool {
    let is_mark = |c: char| {
        matches!(c, '-' | '_' | '=' | '*' | '.' | '~' | '+' | '–' | '—' | '·' | '^' | ' ')
    };
    let marks = line.chars().filter(|c| *c != ' ').count();
    (marks >= 3 || matches!(line, "=" | "__" | "--")) && line.chars().all(is_mark)
}

/// The most bytes of a row: longer lines are copy.
const LONGEST: usize = 160;

/// The most bytes of a cell that is no words of a sentence.
const CELL: usize = 40;

/// Whether `line`, one paragraph as a flow, looks like a row of a table: cells set off by tabs, upright lines, semicolons
/// without spaces, or runs of spaces. With its neighbours it is one.
pub fn is_row(line: &str) -> bool {
    if line.len() > LONGEST || !line.contains(['\t', '|', ';']) && !line.contains("  ") {
        return false;
    }
    let is_short = |cell: &&str| cell.len() <= CELL;
    if line.contains(';') {
        let is_tight = !line.contains("; ") && line.matches(';').count() >= 3;
        return is_tight && line.split(';').all(|cell| is_short(&cell));
    }
    // Two spaces behind a stop are a typist's habit, and no gap between cells.
    let is_typed = |mark: &str| line.contains(mark);
    if [".  ", "?  ", "!  ", "\"  ", "”  "].into_iter().any(is_typed) && !line.contains("   ") {
        return false;
    }
    let cells: Vec<&str> = line
        .split(['\t', '|'])
        .flat_map(|cell| cell.split("  "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    // Nor are two between the words of a sentence, which goes on in small letters and ends.
    let goes_on = |cell: &&str| cell.starts_with(char::is_lowercase);
    let is_slip = !line.contains(['\t', '|']) && !line.contains("   ");
    if is_slip && line.ends_with(['.', '?', '!']) && cells.iter().skip(1).any(goes_on) {
        return false;
    }
    let has_figure = cells.iter().skip(1).any(|cell| {
        cell.trim_start_matches(['+', '-', '$', '(', '.', '£', '€'])
            .starts_with(|c: char| c.is_ascii_digit())
    });
    // No sentence has a gap of three spaces in it.
    let is_set = || has_figure || line.contains("   ");
    cells.iter().all(is_short) && (cells.len() >= 3 || cells.len() == 2 && is_set())
}
