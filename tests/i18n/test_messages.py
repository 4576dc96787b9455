"""Every message is translated, no translation is left over, and no template says anything of its own."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from messages import PACKAGE, TEMPLATES, all_said, catalogue, literal, places, strings, texts

CODES = sorted(path.stem for path in (PACKAGE / "locale").glob("*.po"))


def test_german_is_there() -> None:
    assert CODES == ["de"]


def test_messages_are_found_in_code_and_templates() -> None:
    said = all_said()
    assert {("Journeys",), ("Awareness",), ("Copied",), ("%(num)s step", "%(num)s steps")} <= said
    assert len(said) > 200


@pytest.mark.parametrize("code", CODES)
def test_every_message_has_a_translation_and_every_translation_a_message(code: str) -> None:
    found = catalogue(code)
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in found if message.id}
    said = {message[0] for message in all_said()}
    assert (said - known, known - said) == (set(), set())


@pytest.mark.parametrize("code", CODES)
def test_plurals_are_plurals_in_both(code: str) -> None:
    found = {texts(message.id) for message in catalogue(code) if message.id}
    plural = {message for message in all_said() if len(message) > 1}
    assert {message for message in found if len(message) > 1} == plural


@pytest.mark.parametrize("code", CODES)
def test_no_translation_is_empty_or_unsure(code: str) -> None:
    for message in catalogue(code):
        if message.id:
            assert all(text.strip() == text != "" for text in texts(message.string)), message.id
            assert not message.fuzzy, message.id
            assert len(texts(message.string)) == len(texts(message.id)), message.id
    assert catalogue(code).obsolete == {}


@pytest.mark.parametrize("code", CODES)
def test_translations_fill_the_same_places(code: str) -> None:
    for message in catalogue(code):
        if message.id:
            for own, translated in zip(texts(message.id), texts(message.string), strict=True):
                assert places(translated) == places(own), own


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_translated_twice(code: str) -> None:
    lines = (PACKAGE / "locale" / f"{code}.po").read_text(encoding="utf-8").splitlines()
    ids = [line for line in lines if line.startswith("msgid ")]
    assert [line for line in set(ids) if ids.count(line) > 1] == []


def _name(template: Path) -> str:
    return template.relative_to(PACKAGE / "templates").as_posix()


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_a_template_holds_no_text_of_its_own(template: Path) -> None:
    assert literal(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_a_template_hands_on_no_text_of_its_own(template: Path) -> None:
    assert spoken(strings(template.read_text(encoding="utf-8"))) == []


def spoken(texts: Iterable[str]) -> list[str]:
    """The texts that people read: they begin with a capital, which names of fields and classes do not."""
    return [text for text in texts if re.match("[A-ZÄÖÜ][a-zäöüß]", text)]


def test_text_that_a_template_hands_on_is_recognised() -> None:
    template = "{{ m.h2('all_steps', 'Steps') }}{{ m.empty(_('Nothing yet')) }}{% set x = 'So viel' %}"
    assert spoken(strings(template)) == ["Steps", "So viel"]


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Hallo</p>", ["Hallo"]),
        ("<p>{{ _('Hello') }} · 3 → ★</p>", []),
        ("{# Hallo #}{% if x %}<b class='Hallo'>{{ x }}</b>{% endif %}", []),
        ('<p aria-label="Hallo"></p>', ["Hallo"]),
        ('<p aria-label="{{ x }} von"></p>', ["von"]),
        ('<img alt="{{ x }}"><code>title: anna</code><pre>x</pre>', []),
        ("{% for x in y %}und {% endfor %}", ["und"]),
    ],
)
def test_text_of_a_template_is_recognised(template: str, found: list[str]) -> None:
    assert literal(template) == found
