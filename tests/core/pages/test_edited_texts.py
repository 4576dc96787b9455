"""Texts and lists in which two versions can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from journeybook.edited import EditedText, added, edited, gone, is_gone
from journeybook.language import language
from journeybook.pages.review.lists import merged
from journeybook.pages.review.past import text_edits

WORDS = st.lists(st.sampled_from(["ich", "zahle", "an", "der", "<b>Kasse", "bar", "&"]), max_size=9).map(
    " ".join
)


@pytest.mark.parametrize(
    ("old", "now", "html"),
    [
        ("Ich zahle bar", "Ich zahle bar", "Ich zahle bar"),
        ("Ich zahle bar", "Ich zahle mit Karte", "Ich zahle <del>bar</del> <ins>mit Karte</ins>"),
        ("Ich zahle", "Ich zahle sofort", "Ich zahle <ins>sofort</ins>"),
        ("Ich zahle sofort", "Ich zahle", "Ich zahle <del>sofort</del>"),
        ("Die Kasse ist zu", "Niemand hat Zeit", "<del>Die Kasse ist zu</del> <ins>Niemand hat Zeit</ins>"),
        (
            "eins zwei drei vier fünf sechs",
            "eins 2 drei 4 fünf sechs",
            "eins <del>zwei drei vier</del> <ins>2 drei 4</ins> fünf sechs",
        ),
        ("a < b", "a < c", "a &lt; <del>b</del> <ins>c</ins>"),
    ],
)
def test_a_text_shows_word_by_word_what_has_changed(old: str, now: str, html: str) -> None:
    shown = edited(old, now)
    assert (str(escape(shown)), shown) == (html, now)


@given(WORDS, WORDS)
def test_each_version_can_be_read_out_of_both(old: str, now: str) -> None:
    html = str(escape(edited(old, now)))
    read = [re.sub(rf"<{tag}>.*?</{tag}>|</?(?:ins|del)>", "", html) for tag in ("ins", "del")]
    assert [text.split() for text in read] == [str(escape(text)).split() for text in (old, now)]


def test_what_is_gone_or_new_keeps_its_mark_between_soft_hyphens() -> None:
    german = language("de")
    assert str(escape(german.hyphenated(gone("Warenkorbabbruch")))).startswith("<del>Waren\N{SOFT HYPHEN}")
    assert str(escape(german.hyphenated(added("Warenkorbabbruch")))).startswith("<ins>Waren\N{SOFT HYPHEN}")
    assert [is_gone(text) for text in (gone("Kasse"), added("Kasse"), edited("a", "b"), "Kasse")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("olds", "news", "shown"),
    [
        (["a", "b"], ["a", "b"], ["a", "b"]),
        (["a", "b", "c"], ["a", "c"], ["a", "<del>b</del>", "c"]),
        (["a"], ["b", "a"], ["<ins>b</ins>", "a"]),
        (["a", "b"], ["b", "a"], ["b", "a"]),
        (["Ich zahle bar"], ["Ich zahle mit Karte"], ["Ich zahle <del>bar</del> <ins>mit Karte</ins>"]),
        (["Es regnet"], ["Ich zahle"], ["<ins>Ich zahle</ins>", "<del>Es regnet</del>"]),
        ([], [], []),
    ],
)
def test_lists_are_laid_into_each_other(olds: list[str], news: list[str], shown: list[str]) -> None:
    assert [str(escape(item)) for item in merged(olds, news)] == shown


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_nothing_of_either_list_is_lost(olds: list[str], news: list[str]) -> None:
    both = merged(olds, news)
    left = [item for item in both if not is_gone(item)]
    assert [item.split() for item in left] == [item.split() for item in news]
    told = " ".join(str(escape(item)) for item in both)
    missing = [
        text for text in olds if not set(str(escape(text)).split()) <= set(re.split(r"\s+|</?\w+>", told))
    ]
    assert missing == []


def test_a_narrative_tells_its_changed_paragraphs_below_their_headings() -> None:
    old = "Es regnet.\n\n## Kauf {#kauf}\n\nAn der Kasse steht ein Stuhl.\n\nBar geht auch."
    now = "Es regnet.\n\n## Kauf {#kauf}\n\nAn der Kasse steht kein Stuhl.\n\nBar geht auch.\n\nUnd Karte."
    assert [(edit.heading, str(escape(edit.text))) for edit in text_edits(old, now)] == [
        ("Kauf", "An der Kasse steht <del>ein</del> <ins>kein</ins> Stuhl."),
        ("", "<ins>Und Karte.</ins>"),
    ]
    assert all(isinstance(edit.text, EditedText) for edit in text_edits(old, now))
    assert text_edits(old, old.replace("Es regnet.", "Es   regnet.")) == ()
