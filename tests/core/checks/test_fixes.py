"""`check --fix`: what it fixes, and what it leaves."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from core.handbooks import ANNA, BODO, HANDBOOK
from journeybook.cli import main
from journeybook.fixes import Left, fix
from journeybook.kinds import ThingKind
from journeybook.load.document import read_document

KASSE = "---\ntitle: Kasse\nchannel: store\naliases: [Kassentisch, Tresen]\n---\n"
JOURNEY = "---\ntitle: X\npersona: [anna, bodo]\nowner: shop\nstages:\n  - stage: purchase\n    steps:\n{steps}---\n{body}"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "handbook.yml", HANDBOOK)
    put(tmp_path, "personas/anna.md", ANNA)
    put(tmp_path, "personas/bodo.md", BODO)
    put(tmp_path, "touchpoints/kasse.md", KASSE)
    return tmp_path


def put(root: Path, path: str, text: str) -> Path:
    file = root / "journeys" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def check_and_fix(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["check", "--fix", *arguments])
    return found.exit_code, found.stdout, found.stderr


def fixed(root: Path, text: str, path: str = "x.md") -> str:
    file = put(root, path, text)
    check_and_fix()
    return file.read_bytes().decode()


def steps(*lines: str, body: str = "") -> str:
    return JOURNEY.format(steps="".join(f"      {line}\n" for line in lines), body=body)


@pytest.mark.parametrize("name", ["Tresen", "'Tresen'", "tresen", "Kasse"])
def test_a_former_name_becomes_the_id(home: Path, name: str) -> None:
    quote = "'" if "'" in name else ""
    assert fixed(home, steps("- title: A", f"  touchpoints: [{name}]  # hier")) == steps(
        "- title: A", f"  touchpoints: [{quote}kasse{quote}]  # hier"
    )


@pytest.mark.parametrize(
    ("written", "new"),
    [
        (
            "Am [[touchpoint:Tresen]] und [[touchpoint: Kassentisch |dort]].",
            "Am [[touchpoint:kasse]] und [[touchpoint: kasse |dort]].",
        ),
        (
            "`[[touchpoint:Tresen]]` [[touchpoint:kase]] [[persona:Tresen]]  ",
            "`[[touchpoint:Tresen]]` [[touchpoint:kase]] [[persona:Tresen]]  ",
        ),
    ],
)
def test_a_former_name_in_a_link_becomes_the_id(home: Path, written: str, new: str) -> None:
    step = ("- title: A", "  touchpoints: kasse")
    assert fixed(home, steps(*step, body=f"{written}\n")) == steps(*step, body=f"{new}\n")


def test_a_former_name_of_two_things_stays(home: Path) -> None:
    put(home, "touchpoints/tresen.md", KASSE.replace("Kasse\n", "Theke\n"))
    text = steps("- title: A", "  touchpoints: Tresen")
    assert fixed(home, text) == text


def test_a_likely_name_stays(home: Path) -> None:
    text = steps("- title: A", "  touchpoints: kase")
    assert fixed(home, text) == text


def test_an_id_that_nothing_names_is_written_as_ids_are(home: Path) -> None:
    assert fixed(home, steps("- title: A", "  id: Größe wählen")) == steps(
        "- title: A", "  id: groesse-waehlen"
    )


@pytest.mark.parametrize("other", ["- {title: B, next: Größe wählen}", "- {title: B, id: groesse-waehlen}"])
def test_an_id_that_is_named_or_taken_stays(home: Path, other: str) -> None:
    text = steps("- title: A", "  id: Größe wählen", other)
    assert fixed(home, text) == text


def test_a_file_whose_name_is_no_id_gets_one(home: Path) -> None:
    assert fixed(home, ANNA, "personas/Große Anna.md") == f"---\nid: grosse-anna\n{ANNA[4:]}"


def test_spaces_at_the_ends_of_lines_go_from_the_header_alone(home: Path) -> None:
    block = "- title: |  ", "    A  ", "    B", "  satisfaction: 3   "
    kept = "- title: |", "    A  ", "    B", "  satisfaction: 3"
    assert fixed(home, steps(*block, body="Text  \n")) == steps(*kept, body="Text  \n")


def test_keys_are_put_in_order_with_their_comments(home: Path) -> None:
    text = (
        "---\nowner: shop\nstages:\n  - steps:\n      - satisfaction: 3\n        # so heißt er\n        title: A\n"
        "    stage: purchase\n# wer\npersona: anna\ntitle: X\n---\n"
    )
    assert fixed(home, text) == (
        "---\ntitle: X\n# wer\npersona: anna\nowner: shop\nstages:\n  - stage: purchase\n    steps:\n"
        "      - satisfaction: 3\n        # so heißt er\n        title: A\n---\n"
    )


@pytest.mark.parametrize(
    "header",
    [
        "owner: shop\n\ntitle: X\npersona: anna\n",
        "# Über alles\nowner: shop\ntitle: X\npersona: anna\n",
        "{owner: shop, title: X,\npersona: anna}\n",
    ],
)
def test_keys_whose_order_is_meant_or_unclear_stay(home: Path, header: str) -> None:
    text = f"---\n{header}---\n"
    assert fixed(home, text) == text


def test_line_ends_and_mark_stay(home: Path) -> None:
    text = "\ufeff" + steps("- title: A ", "  touchpoints: Tresen").replace("\n", "\r\n")
    assert fixed(home, text) == text.replace("A \r", "A\r").replace("Tresen", "kasse")


def test_keys_stay_where_lines_end_in_two_ways(home: Path) -> None:
    text = "---\r\nowner: shop\ntitle: X\r\npersona: anna\n---\n"
    assert fixed(home, text) == text


def test_a_value_in_an_unusual_form_is_left_and_told(home: Path) -> None:
    text = steps("- title: A", '  touchpoints: "Kassen\\', '    tisch"')
    file = put(home, "x.md", text)
    error = check_and_fix()[2].splitlines()
    assert file.read_text(encoding="utf-8") == text
    assert error[0] == (
        "journeys/x.md is left as it is. journeys/x.md:9:22: 'Kassentisch' is written in an unusual way here. "
        "Write it plainly, in one line."
    )


def test_what_is_left_is_checked(home: Path) -> None:
    put(home, "x.md", steps("- title: A", "  touchpoints: [Tresen, kase]"))
    code, out, error = check_and_fix()
    assert (code, error.splitlines()[0]) == (1, "1 file fixed.")
    assert out == (
        "journeys/x.md:9:29: unknown-touchpoint: No touchpoint 'kase'. Did you mean 'kasse'?\n"
    ) or out.startswith("journeys/handbook.yml")


def test_a_file_that_changed_since_it_was_checked_is_left() -> None:
    document = read_document("x.md", "x.md", ThingKind.JOURNEY, b"---\ntitle: A  \n---\n")
    assert fix(document, b"---\ntitle: B  \n---\n", ()) == Left(
        path="x.md", reason="It has changed while it was checked."
    )


def test_diff_shows_and_writes_nothing(home: Path) -> None:
    text = steps("- title: A", "  touchpoints: Tresen")
    file = put(home, "x.md", text)
    code, out, error = check_and_fix("--diff")
    assert (code, error) == (1, "1 file would change.\n")
    assert [line for line in out.splitlines() if line.startswith(("+", "-"))] == [
        "--- a/journeys/x.md",
        "+++ b/journeys/x.md",
        "-        touchpoints: Tresen",
        "+        touchpoints: kasse",
    ]
    assert file.read_text(encoding="utf-8") == text


def test_diff_of_a_handbook_in_order_is_empty() -> None:
    assert check_and_fix("--diff") == (0, "", "0 files would change.\n")


def test_diff_needs_fix() -> None:
    found = CliRunner().invoke(main, ["check", "--diff"])
    assert found.exit_code == 2
    assert "Error: --diff shows what --fix would change; give both." in found.stderr


STEP = ("- title: A", "  touchpoints: kasse")


@pytest.mark.parametrize(
    ("written", "new"),
    [
        ("\n# X\n\nText\n", "\nText\n"),
        ("# Anderes\n\nText\n", "## Anderes\n\nText\n"),
        ("## 1. Purchase\n\nText\n", "## Purchase\n\nText\n"),
        ("Das sind:\n- a\n- b\n", "Das sind:\n\n- a\n- b\n"),
        ("1) a\n2) b\n\nText\n\n• c\n• d) e\n", "1. a\n2. b\n\nText\n\n- c\n- d) e\n"),
        ("### Purchase\n", "### Purchase\n"),
        ("Anderes\n=======\n", "Anderes\n=======\n"),
    ],
)
def test_a_heading_or_a_list_becomes_what_was_meant(home: Path, written: str, new: str) -> None:
    assert fixed(home, steps(*STEP, body=written)) == steps(*STEP, body=new)
    text = steps(*STEP, body=written).replace("\n", "\r\n")
    assert fixed(home, text) == steps(*STEP, body=new).replace("\n", "\r\n")
