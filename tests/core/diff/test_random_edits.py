"""Random handbooks: a new id is one sentence, however they are typed is none, and backwards the same is told."""

import unicodedata
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, reject
from hypothesis import strategies as st

from core.changed_handbooks import difference_of, told, write
from core.diff.mirrors import seen
from core.editions.first_edition import states
from journeybook.catalogue import build_catalogue
from journeybook.load import read_folder
from journeybook.load.beside import Beside
from journeybook.naming import named_things
from journeybook.scaffold import NotPossible, rename_thing

NOTHING_BESIDE = Beside(folder=Path(), docs=Path(), pages=(), unread=(), settings=None)
HANDBOOKS = st.integers(0, 4999)


@given(HANDBOOKS, HANDBOOKS)
def test_of_any_two_handbooks_the_same_is_told_from_either_side(one: int, other: int) -> None:
    before, after = states(one)[0], states(other)[0]
    there, back = difference_of(before, after), difference_of(after, before)

    assert seen(there.changes) == seen(back.changes, backwards=True)


@given(HANDBOOKS, st.randoms(use_true_random=False))
def test_a_new_id_of_anything_is_one_sentence(number: int, random: Random) -> None:
    before = states(number)[0]
    with TemporaryDirectory() as folder:
        catalogue = build_catalogue(read_folder(write(Path(folder), before), "journeys"), {})
        thing = random.choice([thing for thing in named_things(catalogue) if thing.document])
        try:
            renaming = rename_thing(catalogue, NOTHING_BESIDE, thing.kind, thing.id, f"{thing.id}-neu")
        except NotPossible:
            reject()
    after = dict(before)
    for change in renaming.changes:
        del after[change.path.removeprefix("journeys/")]
        after[(change.to or change.path).removeprefix("journeys/")] = change.after

    found = [told(change) for change in difference_of(before, after).changes]

    assert len(found) == 1, (thing.kind, thing.id, found)


@given(HANDBOOKS, st.randoms(use_true_random=False))
def test_another_way_of_typing_the_same_is_no_change(number: int, random: Random) -> None:
    before = states(number)[0]
    after = {path: typed_otherwise(text, random) for path, text in before.items()}

    assert [told(change) for change in difference_of(before, after).changes] == []


def typed_otherwise(text: str, random: Random) -> str:
    """The text of a file in another style: of lists, quotes, order of keys, line ends, umlauts."""
    has_body = text.startswith("---")
    _, header, body = text.split("---\n", 2) if has_body else ("", text, "")
    written = yaml.dump(
        _in_another_order(yaml.load(header, yaml.CBaseLoader), random),
        Dumper=yaml.CDumper,
        default_flow_style=random.choice((True, False, None)),
        default_style=random.choice(("'", '"', None)),
        width=random.choice((40, 80, 1000)),
        allow_unicode=random.choice((True, False)),
        sort_keys=False,
    )
    body = body.replace(" und ", "\nund ") if random.random() < 0.5 else body
    found = f"---\n# neu getippt\n{written}---\n{body}" if has_body else written
    found = unicodedata.normalize(random.choice(("NFC", "NFD")), found)
    return found.replace("\n", random.choice(("\n", "\r\n")))


def _in_another_order(value: Any, random: Random) -> Any:
    if isinstance(value, list):
        return [_in_another_order(item, random) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    random.shuffle(keys)
    return {key: _in_another_order(value[key], random) for key in keys}
