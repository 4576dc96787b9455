"""Steps that were written anew are found again by where they stand and what else they say."""

from pathlib import Path

import pytest

from core.changed_handbooks import base, difference, told

HEADER = "---\ntitle: Kauf\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n"
FIRST, LAST = "{title: Ich gehe hinein}", "{title: Ich gehe hinaus, satisfaction: 4}"


def sentences(root: Path, old: list[str], new: list[str]) -> list[str]:
    """What is told of steps that take the place of others."""
    before, after = (
        {**base(), "neu.md": HEADER + "".join(f"      - {step}\n" for step in steps) + "---\n"}
        for steps in (old, new)
    )
    found = difference(root, before, after)
    assert not found.unread
    return [told(change) for change in found.changes]


def reworded(old: str, new: str) -> str:
    return f"step-reworded: Kauf › {new}: The step was reworded from '{old}' to '{new}'."


def test_translated_titles_are_reworded(tmp_path: Path) -> None:
    old = [
        "{title: Ich bezahle, satisfaction: 3, touchpoints: kasse}",
        "{title: Ich packe, satisfaction: 4}",
        "Ich gehe",
    ]
    new = ["{title: We pay, satisfaction: 3, touchpoints: kasse}", "{title: Bagging, satisfaction: 4}", "Off"]

    found = sentences(tmp_path, old, new)

    assert found == [
        reworded("Ich bezahle", "We pay"),
        reworded("Ich packe", "Bagging"),
        reworded("Ich gehe", "Off"),
    ]


def test_two_neighbours_are_reworded_and_one_of_them_falls(tmp_path: Path) -> None:
    old = [
        "{title: Ich frage nach der Größe, satisfaction: 3}",
        "{title: Ich warte auf Antwort, satisfaction: 2}",
    ]
    new = ["{title: Die Größe wird erfragt, satisfaction: 3}", "{title: Warten, satisfaction: 1}"]

    assert sentences(tmp_path, [FIRST, *old, LAST], [FIRST, *new, LAST]) == [
        "satisfaction-fell: Kauf › Warten: The satisfaction of Anna fell from 2 to 1.",
        reworded("Ich frage nach der Größe", "Die Größe wird erfragt"),
        reworded("Ich warte auf Antwort", "Warten"),
    ]


@pytest.mark.parametrize(
    "new",
    [
        pytest.param("{title: Kino, satisfaction: 2, touchpoints: regal}", id="takes place elsewhere"),
        pytest.param("{title: Kino, satisfaction: 5}", id="nothing in common"),
    ],
)
def test_what_has_nothing_in_common_is_another_step(tmp_path: Path, new: str) -> None:
    old = "{title: Ich bezahle, satisfaction: 2, touchpoints: kasse}"

    found = sentences(tmp_path, [FIRST, old, LAST], [FIRST, new, LAST])

    assert found == [
        "step-removed: Kauf: Step 'Ich bezahle' was removed.",
        "step-added: Kauf: Step 'Kino' was added.",
    ]


def test_ids_of_authors_keep_steps_apart(tmp_path: Path) -> None:
    old, new = (
        "{title: Ich bezahle, id: zahlen, satisfaction: 2}",
        "{title: Kino, id: kino, satisfaction: 2}",
    )

    assert len(sentences(tmp_path, [FIRST, old, LAST], [FIRST, new, LAST])) == 2


def test_where_one_more_step_stands_nothing_is_guessed(tmp_path: Path) -> None:
    old, new = (
        ["{title: Ich bezahle, satisfaction: 2}"],
        ["{title: Kino, satisfaction: 2}", "{title: Bus, satisfaction: 3}"],
    )

    assert len(sentences(tmp_path, [FIRST, *old, LAST], [FIRST, *new, LAST])) == 3
