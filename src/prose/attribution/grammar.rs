//! The small words by which the subject of a verb is found.

/// Whether `word`, in small letters or with a capital, is one of `list`, which is sorted and in small letters.
fn is_of(list: &[&str], word: &str) -> bool {
    let mut small = [0; 16];
    let Some(small) = small.get_mut(..word.len()) else { return false };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    list.binary_search_by(|listed| listed.as_bytes().cmp(small)).is_ok()
}

/// Declares a question about a word, which the words listed answer with yes.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $($list:literal)+) => {
        $(#[$doc])*
        pub(super) fn $name(word: &str) -> bool {
            is_of(&[$($list),+], word)
        }
    };
}

words! {
    /// Whether `word` is a pronoun that may be the subject of a verb of saying.
    is_pronoun: "he" "i" "it" "she" "they" "we" "you"
}

words! {
    /// Whether `word` is a possessive pronoun of somebody told of.
    is_possessive_pronoun: "her" "his" "their"
}

words! {
    /// Whether `word` begins a noun phrase.
    is_article:
    "a" "an" "another" "her" "his" "its" "my" "our" "the" "their" "these" "this" "those"
}

words! {
    /// Whether `word` stands for people by itself, or for so many of them.
    is_somebody:
    "another" "both" "each" "everybody" "everyone" "few" "many" "most" "nobody" "one" "other"
    "others" "several" "some" "somebody" "someone" "three" "two"
}

words! {
    /// Whether `word` is a body that is told of without an article: `police said`.
    is_body: "congress" "management" "media" "parliament" "police"
}

words! {
    /// Whether `word`, right before one that may be verb or noun, makes it a noun: `the claim`, `in response`.
    is_before_noun:
    "a" "an" "any" "at" "by" "each" "every" "for" "from" "her" "his" "in" "into" "its" "my" "new"
    "no" "of" "on" "our" "public" "recent" "some" "such" "the" "their" "these" "this" "those"
    "with" "your"
}

words! {
    /// Whether `word` is a form of `to be`, which makes the verb behind it passive or continuous.
    is_being: "are" "be" "been" "being" "got" "is" "was" "were"
}

words! {
    /// Whether `word` says of the verb behind it that it is not so yet.
    is_modal: "can" "could" "may" "might" "must" "should" "will" "would"
}

words! {
    is_small_adverb:
    "again" "all" "already" "also" "always" "are" "back" "be" "been" "being" "both" "can" "can't"
    "could" "couldn't" "did" "didn't" "do" "does" "doesn't" "don't" "earlier" "even" "ever"
    "first" "further" "getting" "got" "had" "hadn't" "has" "hasn't" "have" "herself" "himself"
    "instead" "is" "just" "kept" "later" "long" "may" "might" "must" "never" "not" "now" "often"
    "once" "should" "since" "sometimes" "soon" "still" "themselves" "then" "too" "was" "were"
    "will" "won't" "would" "wouldn't"
}

/// Whether `word` may stand between a subject and its verb: an auxiliary, an adverb.
pub(super) fn is_adverb(word: &str) -> bool {
    let is_straight = || is_small_adverb(word);
    let is_curly = || word.contains('’') && is_small_adverb(&word.replace('’', "'"));
    let is_derived = || {
        word.len() > 4
            && word.ends_with("ly")
            && word.starts_with(char::is_lowercase)
            && !matches!(word, "ally" | "family" | "assembly" | "supply" | "reply" | "anomaly")
    };
    is_straight() || is_curly() || is_derived()
}

words! {
    /// Whether `word` joins a noun to what it is of: `spokesman for`, `head of`.
    links_noun: "at" "for" "from" "in" "of" "on" "with"
}

words! {
    /// The same, where nothing tells what follows.
    links_any_noun: "for" "of"
}

words! {
    /// Whether what follows `word` is no subject, but part of what is told of one: `vessels off the coast`.
    governs:
    "about" "across" "against" "along" "around" "behind" "beside" "between" "by" "into" "like"
    "near" "off" "onto" "outside" "over" "past" "through" "to" "toward" "towards" "under" "upon"
}

words! {
    /// Whether `word` tells when.
    is_time:
    "afternoon" "ago" "day" "days" "earlier" "evening" "hours" "later" "minutes" "month" "months"
    "morning" "night" "past" "recently" "then" "time" "today" "tomorrow" "tonight" "week"
    "weekend" "weeks" "year" "years" "yesterday"
}

words! {
    /// Whether `word` may stand before one that tells when.
    leads_time: "at" "early" "in" "last" "late" "next" "on" "over" "the" "this"
}

words! {
    /// Whether `word` is an occasion on which something is said.
    is_occasion:
    "ad" "address" "article" "blog" "briefing" "call" "column" "conference" "debate" "email"
    "essay" "event" "filing" "interview" "letter" "memo" "message" "note" "op-ed" "piece" "post"
    "rally" "release" "remarks" "report" "response" "show" "speech" "statement" "text" "tweet"
    "video" "webcast"
}

words! {
    /// Whether `word` may stand before an occasion.
    leads_occasion: "after" "at" "during" "in" "on" "through" "via"
}

words! {
    /// Whether `word` may open a sentence before its subject, and belongs to nothing.
    is_opening:
    "additionally" "afterward" "again" "also" "and" "but" "earlier" "elsewhere" "eventually"
    "finally" "furthermore" "however" "indeed" "later" "meanwhile" "moreover" "nevertheless"
    "nonetheless" "nor" "now" "or" "perhaps" "recently" "similarly" "so" "still" "that" "then"
    "thus" "today" "tonight" "ultimately" "yesterday" "yet"
}

words! {
    /// Whether `word` begins a phrase or a clause that stands before the subject of its sentence.
    is_introduction:
    "about" "according" "across" "after" "against" "although" "amid" "among" "as" "asked" "at"
    "because" "before" "besides" "beyond" "by" "citing" "despite" "during" "even" "following"
    "for" "from" "given" "if" "in" "inside" "instead" "like" "near" "of" "on" "once" "outside"
    "over" "pressed" "rather" "referring" "since" "speaking" "though" "through" "throughout" "to"
    "under" "unlike" "until" "upon" "when" "where" "while" "with" "within" "without"
}

words! {
    /// Whether a clause begins behind `word`.
    leads_clause:
    "after" "and" "as" "because" "before" "but" "if" "that" "what" "when" "where" "which"
    "while" "whom"
}

words! {
    /// Whether `word` makes what follows a clause of the sentence and no speaker.
    is_link: "although" "because" "if" "that" "though" "what" "when" "which" "while"
}

words! {
    /// Whether `word` begins a relative clause.
    is_relative: "which" "who" "whom" "whose"
}

words! {
    /// Whether the subject of the verb `word` has said something, whatever follows.
    is_stating:
    "announced" "insisted" "reported" "said" "say" "says" "stated" "stressed" "tells" "told"
    "tweeted" "warned"
}

words! {
    /// Whether `word` is of something that has a title.
    is_work:
    "album" "article" "book" "column" "documentary" "essay" "film" "memoir" "movie" "novel"
    "play" "series" "show" "song" "titled"
}

words! {
    /// Whether `word` is written small within a title.
    is_small_in_title: "" "a" "an" "and" "at" "for" "in" "of" "on" "the" "to" "with"
}

words! {
    /// Whether the verb `word` passes on the words of another, where `as saying` follows.
    passes_on: "cited" "cites" "citing" "quoted" "quotes" "quoting" "reported"
}

/// Whether `verb` says what somebody calls something.
pub(super) fn is_naming(verb: &str) -> bool {
    const STEMS: [&str; 7] = ["brand", "call", "deride", "describ", "dismiss", "label", "refer"];
    STEMS.iter().any(|stem| verb.starts_with(stem))
}

/// Whether `verb` tells what somebody thinks, and not what they say.
pub(super) fn is_of_mind(verb: &str) -> bool {
    ["believ", "feel", "felt", "think", "thought"].iter().any(|stem| verb.starts_with(stem))
}
