"""Words are parted as Pyphen parts them, which reads the same dictionaries."""

import re
from pathlib import Path

import pyphen
import pytest

from journeybook.hyphenation import hyphenation

ROOT = Path(__file__).parents[3]


def words() -> set[str]:
    """All words of the documentation and of the example, and some that are none."""
    files = (path for name in ("docs", "journeys") for path in (ROOT / name).rglob("*.md"))
    found = {word for path in files for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))}
    return found | {word.upper() for word in found} | {"", "ab", "Straßenbahnhaltestelle", "ﬁnden", "x" * 60}


def misread(code: str) -> set[str]:
    """The letters of patterns with two digits in a row, after which Pyphen counts one letter too many."""
    dictionary = Path(pyphen.LANGUAGES[pyphen.language_fallback(code)])
    encoding = dictionary.read_bytes().partition(b"\n")[0].decode()
    lines = dictionary.read_text(encoding).splitlines()
    return {re.sub(r"\d", "", line) for line in lines if re.search(r"[a-zäöü]\d\d", line)}


@pytest.mark.parametrize("code", ["de", "en"])
def test_words_are_parted_as_by_pyphen(code: str) -> None:
    ours, theirs = hyphenation(code), pyphen.Pyphen(lang=code, left=3, right=3)
    wrong = misread(code)
    parted = {
        word: ours.parted(word, "-") for word in words() if not any(part in word.lower() for part in wrong)
    }
    assert len(parted) > 10_000
    assert parted == {word: theirs.inserted(word, hyphen="-") for word in parted}


def test_a_word_is_parted_where_readers_part_it() -> None:
    assert hyphenation("de").parted("Ablageort", "-") == "Abla-ge-ort"
    assert hyphenation("de").parted("Kundenzufriedenheit", "-") == "Kun-den-zu-frie-den-heit"
    assert hyphenation("en").parted("satisfaction", "-") == "sat-is-fac-tion"
