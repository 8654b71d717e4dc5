//! Rust source as the laws read it: code alone, and the names and functions in it.

/// The names that follow `path` in `bare`, those in braces among them; `path` is no part of a longer one.
pub(super) fn names<'a>(bare: &'a str, path: &'a str) -> impl Iterator<Item = &'a str> {
    let places = bare.match_indices(path).filter(|(at, _)| !bare[..*at].ends_with([':', '_']));
    places.flat_map(move |(at, _)| {
        let rest = &bare[at + path.len()..];
        let group =
            rest.strip_prefix('{').map_or(&rest[..0], |group| &group[..closing(group, '{', '}')]);
        let first = Some(name(rest)).filter(|name| !name.is_empty());
        let mut depth = 0;
        let members = group.split_inclusive([',', '{', '}']).filter_map(move |piece| {
            let is_top = depth == 0;
            depth += i32::from(piece.ends_with('{')) - i32::from(piece.ends_with('}'));
            Some(name(piece.trim_start())).filter(|name| is_top && !name.is_empty())
        });
        first.into_iter().chain(members)
    })
}

/// The name at the head of `text`.
fn name(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

/// The functions in `bare`, each with its number of lines.
pub(super) fn functions(bare: &str) -> Vec<(&str, usize)> {
    let starts = bare
        .match_indices("fn ")
        .filter(|(at, _)| !bare[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let named = starts
        .map(|(at, _)| (name(&bare[at + 3..]), &bare[at..]))
        .filter(|(name, _)| !name.is_empty());
    let whole = named.filter_map(|(name, rest)| {
        let open = rest.find(['{', ';']).filter(|&open| rest[open..].starts_with('{'))?;
        let end = open + 1 + closing(&rest[open + 1..], '{', '}');
        Some((name, rest[..end].lines().count()))
    });
    whole.collect()
}

/// Where the bracket closes that opened before `text`; without one, the end.
fn closing(text: &str, open: char, close: char) -> usize {
    let mut depth = 1;
    let end = text.char_indices().find(|(_, c)| {
        depth += i32::from(*c == open) - i32::from(*c == close);
        depth == 0
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// `source` with comments, strings and characters blanked out.
pub(super) fn bare(source: &str) -> String {
    let mut bare = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = unread(rest);
        let (gone, left) = rest.split_at(if length == 0 { c.len_utf8() } else { length });
        if length == 0 {
            bare.push(c);
        } else {
            bare.extend(gone.chars().map(|c| if c == '\n' { c } else { ' ' }));
        }
        rest = left;
    }
    bare
}

/// How many bytes at the head of `source` are a comment, a string or a character.
fn unread(source: &str) -> usize {
    let end = |from: usize, mark: &str| {
        source[from..].find(mark).map_or(source.len(), |at| from + at + mark.len())
    };
    if source.starts_with("//") {
        return source.find('\n').unwrap_or(source.len());
    }
    if let Some(raw) = source.strip_prefix('r') {
        let opening = &raw[..raw.len() - raw.trim_start_matches('#').len()];
        if raw[opening.len()..].starts_with('"') {
            return end(2 + opening.len(), &format!("\"{opening}"));
        }
    }
    if source.starts_with('"') {
        return closed(source, '"');
    }
    let is_character = source.starts_with("'\\") || source.chars().nth(2) == Some('\'');
    if source.starts_with('\'') && is_character { closed(source, '\'') } else { 0 }
}

/// The length of what begins and ends with `mark`, where a backslash takes away the next one's meaning.
fn closed(source: &str, mark: char) -> usize {
    let mut escaped = false;
    let end = source.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == mark && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(source.len(), |(at, _)| at + mark.len_utf8())
}
