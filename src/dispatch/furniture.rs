//! Furniture: what a site leaves around a story it carries. It is not copy.

/// A line that looks like furniture; whether it is, its neighbours and its place tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// A share's symbol alone, `KLM`; also a short slug.
    Symbol,
    /// A figure alone, `0.4100`.
    Figure,
    /// A share with its change and price: `KLM 0.87% 91.02 $`, `VAL | -10.82% | 8.455 | $ |`.
    Share,
    /// A currency with its rate: `AED 4.156204`.
    Rate,
    /// What stands over such rows: `NYSE - LSE`, `EUR -`.
    Heading,
    /// A dash alone, over the title of another story in a menu.
    Menu,
}

/// Longer lines are copy.
const LONGEST: usize = 48;

/// Exchanges that head a row of shares.
const EXCHANGES: [&str; 8] = ["NYSE", "LSE", "NASDAQ", "AMEX", "TSX", "ASX", "HKEX", "SSE"];

/// Reads `line`, one paragraph as a flow, as furniture.
pub fn read(line: &str) -> Option<Furniture> {
    if line == "-" {
        return Some(Furniture::Menu);
    }
    // Nearly every line of copy ends here, before it is taken apart.
    if line.len() > LONGEST || line.bytes().any(|b| b.is_ascii_lowercase()) {
        return None;
    }
    // Pages set the cells of a row apart by bars, by tabs and by runs of spaces.
    let cells = line.split(|c: char| c == '|' || c.is_whitespace()).filter(|cell| !cell.is_empty());
    match cells.collect::<Vec<_>>()[..] {
        [symbol, change, price] | [symbol, change, price, "$" | "€" | "£" | "¥"]
            if is_symbol(symbol) && is_change(change) && is_price(bare(price)) =>
        {
            Some(Furniture::Share)
        }
        // Other rows with bars are those of a table.
        _ if line.contains('|') => None,
        [cell] if is_symbol(cell) => Some(Furniture::Symbol),
        [cell] if is_figure(cell) => Some(Furniture::Figure),
        [code, rate] if is_code(code) && is_decimal(rate) => Some(Furniture::Rate),
        [code, "-"] if is_code(code) => Some(Furniture::Heading),
        [exchange, "-", ref others @ ..] if is_exchange(exchange) => {
            let is_row = others
                .split(|cell| *cell == "-")
                .all(|cells| matches!(cells, [exchange] if is_exchange(exchange)));
            is_row.then_some(Furniture::Heading)
        }
        _ => None,
    }
}

fn is_symbol(cell: &str) -> bool {
    cell.len() <= 6
        && cell.starts_with(|c: char| c.is_ascii_uppercase())
        && cell.bytes().all(|b| b.is_ascii_uppercase() || b == b'.')
}

/// Whether `cell` is the code of a currency.
fn is_code(cell: &str) -> bool {
    cell.len() == 3 && is_symbol(cell) && !cell.contains('.')
}

fn is_exchange(cell: &str) -> bool {
    EXCHANGES.contains(&cell)
}

fn is_digits(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit())
}

fn is_decimal(cell: &str) -> bool {
    cell.split_once('.').is_some_and(|(whole, part)| is_digits(whole) && is_digits(part))
}

/// A price without the sign of its currency.
fn bare(price: &str) -> &str {
    price.strip_suffix(['$', '€', '£', '¥']).unwrap_or(price)
}

fn is_price(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

fn is_change(cell: &str) -> bool {
    let figure = cell.strip_prefix(['+', '-']).unwrap_or(cell).strip_suffix('%');
    figure.is_some_and(|figure| is_price(figure) && !figure.contains(','))
}

/// Whether `cell` is a figure that a share may stand at or have moved by: of at most six digits, and four behind the point.
/// One without either is a number of anything.
fn is_figure(cell: &str) -> bool {
    let bare = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let figure = bare.strip_suffix('%').unwrap_or(bare);
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let is_short = is_digits(whole) && whole.len() <= 6 && part.len() <= 4;
    is_short && if figure == whole { figure != bare } else { is_digits(part) }
}

/// Whether a line above the lead that looks like `kind` is furniture, given what its neighbours look like. Below
/// the lead such rows are a table of the story.
pub fn stands(kind: Furniture, before: Option<Furniture>, after: Option<Furniture>) -> bool {
    let is_row = |neighbour| matches!(neighbour, Some(Furniture::Share | Furniture::Rate));
    match kind {
        Furniture::Share => true,
        // One dash alone may be a rule; where a menu has titles, a title follows each.
        Furniture::Menu => before != Some(Furniture::Menu) && after != Some(Furniture::Menu),
        Furniture::Rate => is_row(before) || is_row(after) || before == Some(Furniture::Heading),
        Furniture::Heading => is_row(after),
        Furniture::Symbol => after == Some(Furniture::Figure),
        Furniture::Figure => before == Some(Furniture::Symbol),
    }
}
