"""Text in Mermaid source: cleaning and escaping, without the library."""

import html
import re

import pytest
from diagram_pages import Entry

from journeybook.diagrams.text import Slot, clean, escape

SLOTS: tuple[Slot, ...] = ("title", "section", "task", "actor", "label")
ALLOWED: dict[Slot, str] = {
    "title": r"[A-Za-z0-9 \-.,()!?/'+]",
    "section": r"[A-Za-z0-9 \-.,()!?/'+]",
    "task": r"[A-Za-z0-9 \-.,()!?/'+]",
    "actor": r"[^#;:,<>%&\x00-\x1f\x7f]",
    "label": r"[A-Za-z0-9 \-.,()!?/'+]",
}


def shown(escaped: str) -> str:
    """Return what a reader sees of escaped text."""
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", escaped.replace("&", "&amp;")))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("  zwei   Wörter ", "zwei Wörter"),
        ("eins\r\nzwei\u2028drei\tvier", "eins zwei drei vier"),
        ("a\x00b\x1bc\x85d\x9fe\ufefff\ud800g\ufffeh\U0001ffffi", "abc defghi"),
        ("10\u00a0€", "10\u00a0€"),
        ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"),
    ],
)
def test_clean_gives_one_line_without_control_characters(text: str, line: str) -> None:
    assert clean(text) == line


@pytest.mark.parametrize(
    ("text", "slot", "escaped"),
    [
        ("„Zitat“: Hilfe; #1, 100%", "task", "„Zitat“#58; Hilfe#59; #35;1, 100#37;"),
        ("Journeyübersicht", "task", "#74;ourneyübersicht"),
        ("accTitle: hack", "task", "#97;ccTitle#58; hack"),
        ("Journeyübersicht", "section", "Journeyübersicht"),
        ("Meier, Eva", "actor", "Meier#44; Eva"),
        ("Meier, Eva", "title", "Meier, Eva"),
        ("me@example.org", "actor", "me@example.org"),
        ("me@example.org", "task", "me#64;example.org"),
        ("__proto__", "actor", "#95;_proto__"),
        ("__init__", "actor", "__init__"),
        ("10\u00a0€ \u202eevil", "actor", "10#160;€ #8238;evil"),
        ("a direction LR b", "label", "a #100;irection LR b"),
        ("a direction LR b", "task", "a direction LR b"),
        ("ﬂ°58¶ß", "label", "#64258;#8288;°58#182;#8288;ß"),
        ("ﬂ°58¶ß", "task", "#64258;°58#182;ß"),
        ("", "task", "–"),
        ("\u00a0", "actor", "–"),
        ("\n", "label", "–"),
    ],
)
def test_escape_by_slot(text: str, slot: Slot, escaped: str) -> None:
    assert escape(text, slot) == escaped


@pytest.mark.parametrize("slot", SLOTS)
def test_escape_writes_only_what_the_lexer_takes_as_text(slot: Slot, strings: list[Entry]) -> None:
    form = re.compile(rf"(?:{ALLOWED[slot]}|[^\x00-\x7f]|#\d+;)+")
    written = [escape(entry.input, slot) for entry in strings]
    assert [text for text in written if not form.fullmatch(text)] == []


@pytest.mark.parametrize("slot", SLOTS)
def test_escape_loses_nothing(slot: Slot, strings: list[Entry]) -> None:
    seen = {entry.id: shown(escape(entry.input, slot)).replace("\u2060", "") for entry in strings}
    assert seen == {
        entry.id: ((entry.intended.strip() and entry.intended) or "–").replace("\u2060", "")
        for entry in strings
    }


def test_no_entity_names_a_character_that_html_remaps() -> None:
    every = "".join(map(chr, range(0x300)))
    numbers = {int(number) for number in re.findall(r"#(\d+);", escape(every, "title"))}
    assert [number for number in numbers if number < 32 or 127 <= number < 160] == []
