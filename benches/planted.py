#!/usr/bin/env python3
"""How many slips of typing are found: single ones, planted in good copy.

    benches/planted.py target/release/wiredesk

The copy is that of the tests, and of the manual of rules where it shows good copy. In a sentence of it one thing is done wrong, as fingers
do it: a letter dropped, doubled or swapped with the next, a little word dropped or doubled. The sentence is checked as a
draft; the slip is found if there is a finding at its place that the good sentence has not. Prints what was found of each
sort. The same slips are planted every time. Needs Python 3.9.
"""
import argparse, json, random, re, subprocess, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LITTLE = {"a", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
# The fewest letters of a word with a slip in it, and the fewest words of a sentence.
LETTERS, WORDS = 5, 8


def sentences():
    manual = (ROOT / "src/rules/MANUAL.md").read_text()
    blocks = re.findall(r"```text\n(.*?)```", manual, re.S)
    lines = [line for block in blocks if "^" not in block for line in block.splitlines()]
    lines += [line.strip() for copy in sorted((ROOT / "tests/copy").glob("*.txt")) for line in copy.read_text().splitlines()]
    found = [part for line in lines for part in re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", line)]
    return sorted({line for line in found if len(line.split()) >= WORDS and re.fullmatch(r"[A-Z][^\"“”„]*[.]", line)})


def words(sentence, is_wanted):
    return [m.span() for m in re.finditer(r"(?<![\w'’@/.-])[a-z]+(?![\w'’@/-]|\.\w)", sentence) if is_wanted(m.group())]


def long(word):
    return len(word) >= LETTERS and word not in LITTLE


def dropped_letter(sentence, span, die):
    at = die.randrange(span[0] + 1, span[1])
    return sentence[:at] + sentence[at + 1:], span[0], span[1] - 1


def doubled_letter(sentence, span, die):
    at = die.choice([at for at in range(*span) if sentence[at] not in sentence[at - 1] + sentence[at + 1]] or [span[0]])
    return sentence[:at] + sentence[at] + sentence[at:], span[0], span[1] + 1


def swapped_letters(sentence, span, die):
    places = [at for at in range(span[0], span[1] - 1) if sentence[at] != sentence[at + 1]]
    at = die.choice(places)
    return sentence[:at] + sentence[at + 1] + sentence[at] + sentence[at + 2:], *span


def dropped_word(sentence, span, die):
    return sentence[:span[0]] + sentence[span[1] + 1:], max(0, span[0] - 12), span[0] + 12


def doubled_word(sentence, span, die):
    word = sentence[slice(*span)]
    return sentence[:span[1]] + " " + word + sentence[span[1]:], span[0], span[1] + len(word) + 1


SORTS = {
    "a letter dropped": (dropped_letter, long),
    "a letter doubled": (doubled_letter, long),
    "two letters swapped": (swapped_letters, long),
    "a little word dropped": (dropped_word, LITTLE.__contains__),
    "a little word doubled": (doubled_word, LITTLE.__contains__),
}


def plant(count, die):
    """Slips: of each its sort, the good sentence, the one with it, and where it stands there."""
    all_sentences, planted = sentences(), []
    for sort, (slip, is_wanted) in SORTS.items():
        places = [(s, span) for s in all_sentences for span in words(s, is_wanted) if span[0] > 0]
        for sentence, span in die.sample(places, count // len(SORTS)):
            planted.append((sort, sentence, *slip(sentence, span, die)))
    return planted


def check(binary, texts):
    """What is found in each of `texts`: rules with where they begin and end, in characters."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(Path(folder) / f"{number:05}.txt")
            paths[-1].write_text(text + "\n")
        done = subprocess.run([binary, "check", "--draft", "--format", "jsonl", *paths], capture_output=True)
    found = [[] for _ in texts]
    for line in done.stdout.splitlines():
        one = json.loads(line)
        number = int(Path(one["file"]).stem)
        place = lambda at: len(texts[number].encode()[: one[at]["byte"] - 1].decode(errors="ignore"))
        found[number].append((one["rule"], place("start"), place("end")))
    return found


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("wiredesk", type=Path)
    a.add_argument("--slips", type=int, default=300)
    a.add_argument("--missed", action="store_true", help="print what was not found")
    o = a.parse_args()
    planted = plant(o.slips, random.Random(1))
    before = check(o.wiredesk.resolve(), [good for _, good, *_ in planted])
    after = check(o.wiredesk.resolve(), [bad for _, _, bad, *_ in planted])
    all_found = 0
    for sort in SORTS:
        own = [number for number, one in enumerate(planted) if one[0] == sort]
        found = 0
        for number in own:
            _, _, bad, start, end = planted[number]
            old = {rule for rule, *_ in before[number]}
            is_found = any(rule not in old and first <= end and start <= last for rule, first, last in after[number])
            found += is_found
            if o.missed and not is_found:
                print(f"  {sort}: {bad}")
        all_found += found
        print(f"{sort:24} {found:4} of {len(own)}")
    print(f"{'all':24} {all_found:4} of {len(planted)}")


main()
