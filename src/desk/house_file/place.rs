//! Where a byte stands in a file of settings, told from its text: the file may be half written.

use crate::text::Span;

/// What is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A name in a heading.
    Heading {
        /// Whether two brackets open it.
        is_list: bool,
    },
    /// A name that is set.
    Name,
    /// A value.
    Value {
        /// Whether a quotation mark stands before it.
        is_quoted: bool,
    },
}

/// A place in a file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// What is written there.
    pub(super) slot: Slot,
    /// The names above it, joined by dots; of a value, all of its own name. Without `files`.
    pub(super) path: String,
    /// Whether it is about some dispatches: in or below `[[files]]`.
    pub(super) is_files: bool,
    /// The name or value that stands there, up to the end of a word.
    pub(super) word: Span,
}

/// The place of byte `at` in `text`, with the whole of the word there; none in a comment or where nothing is written.
pub(super) fn place(text: &str, at: u32) -> Option<Place> {
    let at = (0..=text.len().min(at as usize)).rev().find(|&at| text.is_char_boundary(at))?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let end = at + text[at..].find(|c| !is_part(c)).unwrap_or(text.len() - at);
    let mut reader = Reader::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > end {
            break;
        }
        let seen = &line[..line.len().min(end - start)];
        let is_last =
            start + line.len() > end || start + line.len() == text.len() && !line.ends_with('\n');
        if reader.is_between() || !reader.is_in_text() && is_fresh(line) {
            reader.begin();
            if line.trim_start().starts_with('[') {
                if is_last {
                    return heading(seen, start);
                }
                reader.open(line);
                start += line.len();
                continue;
            }
        }
        reader.read(seen, start);
        if is_last {
            return reader.place(end);
        }
        start += line.len();
    }
    reader.begin();
    reader.place(end)
}

/// The place at the end of `line`, which begins a heading at byte `start`.
fn heading(line: &str, start: usize) -> Option<Place> {
    let brackets = line.trim_start().len() - line.trim_start().trim_start_matches('[').len();
    let names = &line[line.len() - line.trim_start().len() + brackets..];
    if names.contains([']', '#']) || brackets == 0 {
        return None;
    }
    let (above, word) = names.rsplit_once('.').unwrap_or(("", names));
    let word = word.trim_start().trim_start_matches(['"', '\'']);
    let parts = above.split('.').map(|part| part.trim().trim_matches(['"', '\'']));
    let mut parts = parts.peekable();
    let is_files = parts.next_if_eq(&"files").is_some();
    let end = start + line.len();
    Some(Place {
        slot: Slot::Heading { is_list: brackets > 1 },
        path: parts.collect::<Vec<_>>().join("."),
        is_files,
        word: Span::from(end - word.len()..end),
    })
}

/// Whether `line` begins something new, whatever was left open above it.
fn is_fresh(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line
        .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let heads =
        |line: &str| line.trim_start_matches('[').starts_with(|c: char| c.is_ascii_alphabetic());
    line.starts_with('[') && heads(line)
        || rest.len() < line.len() && rest.trim_start().starts_with('=')
}

/// `prefix` and `name`, joined by a dot where there are both.
fn join(prefix: &str, name: &str) -> String {
    let dot = if prefix.is_empty() || name.is_empty() { "" } else { "." };
    format!("{prefix}{dot}{name}")
}

/// How deep lists and tables in braces are followed: no house file has a tenth of it.
const DEEP: usize = 32;

/// What is read next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Next {
    #[default]
    Name,
    Value,
    /// A comma, a bracket or the end of the line.
    Mark,
    /// Nothing: a comment.
    Nothing,
}

/// What stands open around a place.
#[derive(Clone, Debug)]
enum Frame {
    /// A table in braces, and the name it is the value of.
    Table(String),
    /// A list, and its name.
    List(String),
}

/// Reads a file of settings up to a place.
#[derive(Debug, Default)]
struct Reader {
    /// The table that the last heading opened.
    table: String,
    is_files: bool,
    frames: Vec<Frame>,
    /// The name being read, as far as dots ended its parts; behind the sign, all of it.
    path: String,
    /// The part of a name or the value being read.
    word: String,
    start: Option<usize>,
    /// The mark that closes the string being read.
    string: Option<&'static str>,
    next: Next,
}

impl Reader {
    /// Whether nothing stands open.
    fn is_between(&self) -> bool {
        self.frames.is_empty() && !self.is_in_text()
    }

    /// Whether a string of several lines stands open.
    fn is_in_text(&self) -> bool {
        self.string.is_some_and(|mark| mark.len() > 1)
    }

    /// Begins a line of its own.
    fn begin(&mut self) {
        self.frames.clear();
        self.string = None;
        self.rest(Next::Name);
        self.path.clear();
    }

    /// Begins a word.
    fn rest(&mut self, next: Next) {
        self.word.clear();
        self.start = None;
        self.next = next;
    }

    /// Opens the table of a heading.
    fn open(&mut self, line: &str) {
        let name = line.trim_start().trim_start_matches('[');
        let name = name.split([']', '#', '\n', '\r']).next().unwrap_or_default();
        let parts = name.split('.').map(|part| part.trim().trim_matches(['"', '\'']));
        let mut parts = parts.peekable();
        self.is_files = parts.next_if_eq(&"files").is_some();
        self.table = parts.collect::<Vec<_>>().join(".");
    }

    /// Reads on through `line`, which begins at byte `start`.
    fn read(&mut self, line: &str, start: usize) {
        let mut skipped = 0;
        for (at, c) in line.char_indices() {
            if at < skipped {
                continue;
            }
            skipped = at + self.take(&line[at..], c, start + at);
        }
    }

    /// Reads `c`, with which `rest` begins at byte `at`; returns how many bytes are read.
    fn take(&mut self, rest: &str, c: char, at: usize) -> usize {
        if let Some(mark) = self.string {
            return self.take_of_string(rest, c, at, mark);
        }
        match (self.next, c) {
            (_, '#') => self.next = Next::Nothing,
            (_, '\n') => {
                // A list goes on in the next line.
                let next = if matches!(self.frames.last(), Some(Frame::List(_))) {
                    Next::Value
                } else {
                    Next::Mark
                };
                self.rest(next);
            }
            (Next::Nothing, _) | (Next::Mark, ' ' | '\t' | '\r') => {}
            (_, ' ' | '\t' | '\r') if self.start.is_some() => self.next = self.behind_word(),
            (_, ' ' | '\t' | '\r') => {}
            (Next::Name | Next::Value, '"' | '\'') => {
                let marks = if c == '"' { ["\"\"\"", "\""] } else { ["'''", "'"] };
                let mark = marks.into_iter().find(|mark| rest.starts_with(mark)).unwrap_or("\"");
                self.string = Some(mark);
                self.start = Some(at + mark.len());
                return mark.len();
            }
            _ => self.take_mark(c, at),
        }
        c.len_utf8()
    }

    /// What may follow a word and a space: a name takes a dot or its sign.
    fn behind_word(&self) -> Next {
        if self.next == Next::Value { Next::Mark } else { self.next }
    }

    fn take_of_string(&mut self, rest: &str, c: char, at: usize, mark: &'static str) -> usize {
        if rest.starts_with(mark) {
            self.string = None;
            if self.next == Next::Value {
                self.rest(Next::Mark);
            }
            return mark.len();
        }
        if c == '\n' && mark.len() == 1 {
            self.string = None;
            self.rest(Next::Mark);
            return 1;
        }
        self.word.push(c);
        self.start = self.start.or(Some(at));
        let escaped =
            if c == '\\' && mark.starts_with('"') { rest[1..].chars().next() } else { None };
        c.len_utf8() + escaped.filter(|c| *c != '\n').map_or(0, char::len_utf8)
    }

    /// Reads a mark that is no space and begins no string, or a letter.
    fn take_mark(&mut self, c: char, at: usize) {
        match (self.next, c) {
            (Next::Name, '.') => {
                if !self.path.is_empty() {
                    self.path.push('.');
                }
                self.path.push_str(&self.word);
                self.rest(Next::Name);
            }
            (Next::Name, '=') => {
                let own = join(&self.path, &self.word);
                self.path = join(&self.prefix(), &own);
                self.rest(Next::Value);
            }
            (Next::Value, '[') if self.frames.len() < DEEP => {
                self.frames.push(Frame::List(self.path.clone()));
            }
            (Next::Value, '{') if self.frames.len() < DEEP => {
                self.frames.push(Frame::Table(std::mem::take(&mut self.path)));
                self.rest(Next::Name);
            }
            (_, ']' | '}') => {
                self.frames.pop();
                self.rest(Next::Mark);
            }
            (_, ',') => self.go_on(),
            (Next::Mark | Next::Nothing, _) => {}
            (Next::Name | Next::Value, _) => {
                self.word.push(c);
                self.start.get_or_insert(at);
            }
        }
    }

    /// Reads on behind a comma: the next name of a table, or the next value of a list.
    fn go_on(&mut self) {
        match self.frames.last().cloned() {
            Some(Frame::Table(_)) => {
                self.path.clear();
                self.rest(Next::Name);
            }
            Some(Frame::List(name)) => {
                self.path = name;
                self.rest(Next::Value);
            }
            None => self.rest(Next::Mark),
        }
    }

    /// The name of the table in which a name is being read.
    fn prefix(&self) -> String {
        let inner = self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Table(name) => Some(name.clone()),
            Frame::List(_) => None,
        });
        inner.unwrap_or_else(|| self.table.clone())
    }

    /// The place at byte `end`, up to which all is read.
    fn place(&self, end: usize) -> Option<Place> {
        let word = Span::from(self.start.unwrap_or(end)..end);
        // A space behind a word: neither that nor another.
        let is_past =
            self.string.is_none() && self.start.is_some_and(|start| start + self.word.len() < end);
        let (slot, path) = match self.next {
            Next::Name => (Slot::Name, join(&self.prefix(), &self.path)),
            Next::Value => (Slot::Value { is_quoted: self.string.is_some() }, self.path.clone()),
            Next::Mark | Next::Nothing => return None,
        };
        (!is_past).then_some(Place { slot, path, is_files: self.is_files, word })
    }
}
