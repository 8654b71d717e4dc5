//! Who says the quotations of the corpora.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;
use wiredesk::proof::speaker::{self, Quoted};
use wiredesk::proof::{Proof, Story};

use super::{corpora, judged, seed};

/// The line of a quotation, its first words, who says it as printed, and who that is in full.
fn told(proof: &Proof, story: &Story, quoted: &Quoted) -> [String; 4] {
    let entry = story.paragraphs.get(quoted.paragraph).unwrap();
    let words = proof.copy(&entry, quoted.quotation.span);
    let words: Vec<&str> = words.split(' ').take(2).collect();
    let printed = quoted.said.and_then(|said| speaker::printed(proof, story, &said));
    let named = quoted.person().and_then(|person| story.name(story.naming(person)?));
    let named = named.map(|(entry, name)| proof.copy(&entry, name.span));
    let line = entry.start.lines + 1;
    [line.to_string(), words.join(" "), printed.unwrap_or_default(), named.unwrap_or_default()]
}

#[test]
fn the_seed_has_its_speakers() {
    let Some(corpora) = corpora() else { return };
    let (proof, _) = judged(&seed(&corpora));
    let story = &proof.stories[0];
    let quoted = speaker::quotations(&proof, story, 0..usize::MAX);
    let told: Vec<[String; 4]> = quoted.iter().map(|quoted| told(&proof, story, quoted)).collect();
    let told: Vec<[&str; 4]> =
        told.iter().map(|told| told.each_ref().map(String::as_str)).collect();
    let wanted = [
        ["9", "'Pressure on", "", ""],
        ["10", "\"Russia uses", "Zelensky", "Volodymyr Zelensky"],
        ["12", "\"Unfortunately we", "he", "Dmitry Peskov"],
        ["13", "\"derail\"", "Kirill Dmitriev", "Kirill Dmitriev"],
        ["19", "\"coalition of", "", ""],
        ["19", "\"reassurance force\"", "", ""],
        ["20", "'Review progress'", "", ""],
        ["21", "\"review progress", "Macron's office", ""],
        ["25", "\"permanent peace\"", "Witkoff", "Steve Witkoff"],
        ["26", "\"emerging\"", "Witkoff", "Steve Witkoff"],
        ["27", "\"good progress\"", "Zelensky", "Volodymyr Zelensky"],
        ["29", "\"very angry,", "Trump", "Donald Trump"],
        ["32", "\"the war", "A French diplomatic source", ""],
    ];
    assert_eq!(told, wanted);
}

/// What annotators marked in one article.
struct Article {
    copy: String,
    /// Who says what, by where the words begin and end, without their marks, in bytes.
    speakers: HashMap<(usize, usize), Option<String>>,
}

fn articles(corpora: &Path) -> Vec<Article> {
    let folder = corpora.join("quotations/polnear");
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).unwrap();
    let article = |line: &str| {
        let gold: Value = serde_json::from_str(line).unwrap();
        let name = gold["file"].as_str().unwrap();
        let copy = std::fs::read_to_string(folder.join("texts").join(name)).unwrap();
        // Places are given in characters.
        let mut bytes: Vec<usize> = copy.char_indices().map(|(at, _)| at).collect();
        bytes.push(copy.len());
        let quotes = gold["quotes"].as_array().unwrap().iter();
        let speakers = quotes.map(|quote| {
            let at = |key: &str| bytes[quote[key].as_u64().unwrap() as usize];
            let speaker = quote["speaker"]["text"].as_str().map(str::to_owned);
            (bare(&copy, at("start"), at("end")), speaker)
        });
        let speakers = speakers.collect();
        Article { copy, speakers }
    };
    gold.lines().map(article).collect()
}

/// Where the words between two bytes stand without the marks and spaces around them.
fn bare(copy: &str, start: usize, end: usize) -> (usize, usize) {
    let is_mark = |c: char| c.is_whitespace() || "\"“”'‘’«»".contains(c);
    let words = &copy[start..end];
    let from = start + words.len() - words.trim_start_matches(is_mark).len();
    (from, from + words.trim_matches(is_mark).len())
}

/// Whether two speakers as printed are one: a word of one that tells is a word of the other.
fn is_one(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase().replace('’', "'").replace("'s", "");
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let last = |words: &[String]| words.iter().rfind(|word| !word.is_empty()).cloned();
    last(&one).is_some_and(|word| other.contains(&word))
        || last(&other).is_some_and(|word| one.contains(&word))
}

#[test]
fn nine_speakers_of_ten_are_found_and_nine_of_ten_are_right() {
    let Some(corpora) = corpora() else { return };
    let (mut said, mut claimed, mut right) = (0, 0, 0);
    for article in articles(&corpora) {
        let (proof, _) = judged(&article.copy);
        let story = &proof.stories[0];
        said += article.speakers.values().flatten().count();
        for quoted in speaker::quotations(&proof, story, 0..usize::MAX) {
            let Some(by) = quoted.said else { continue };
            let entry = story.paragraphs.get(quoted.paragraph).unwrap();
            let place = proof.place(&entry, quoted.quotation.span);
            let place = bare(&article.copy, place.start as usize, place.end as usize);
            let Some(speaker) = article.speakers.get(&place) else { continue };
            claimed += 1;
            let printed = speaker::printed(&proof, story, &by).unwrap();
            right += usize::from(speaker.as_ref().is_some_and(|it| is_one(it, &printed)));
        }
    }
    assert!(said > 2_800, "{said} are said");
    assert!(right * 100 >= claimed * 90, "{right} of {claimed} are right");
    assert!(right * 100 >= said * 88, "{right} of {said} are found");
}
