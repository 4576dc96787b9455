"""`journeybook refs` and `journeybook rename`: every place that names a thing, and another id in all of them."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.handbooks import HANDBOOK
from journeybook import project
from journeybook.cli import main

ROOT = Path(__file__).parents[3]

RENAMINGS = [
    ("journey", "online-bestellen", "im-netz-bestellen"),
    ("persona", "anna", "berta"),
    ("touchpoint", "kasse", "bezahlen"),
    ("channel", "store", "filiale"),
    ("stage", "purchase", "kauf"),
    ("team", "filialen", "laeden"),
    ("metric", "kundenzufriedenheit", "csat"),
    ("step", "online-bestellen/zur-kasse", "online-bestellen/bezahlen"),
    ("pain-point", "online-bestellen/kontozwang", "online-bestellen/kein-gast"),
]
WALK = """\
---
title: Walk
personas: [anna, "bodo"]
owner: shop
stages:
  - stage: purchase
    steps:
      - title: First
        id: first
        satisfaction: {anna: 3, 'bodo': 4}
        touchpoints: 'kasse'
        actors: [shop, kasse]
        next: {to: first, when: again}
        pain_points:
          - {title: Slow, id: slow}
      - title: Then
        next: end
  - stage: awareness
    steps: Read
  - stage: purchase
    steps:
      - title: Again
        opportunities:
          - {title: Quick, solves: [slow, other/late]}
---

[[persona:anna]], [[ touchpoint:kasse ]], [[touchpoint: kasse |The till]], [[journey:walk/purchase-2]].
See [the till](touchpoints/kasse.md#top), ![](assets/kasse.md.png) and `[[touchpoint:kasse]]`.

## purchase-2

## Bewusstsein {#awareness}
"""
OTHER = """\
---
title: Other
id: other
persona: anna
parent: walk
stages:
  - stage: purchase
    steps:
      - title: Wait
        pain_points: {title: Late, id: late}
---
"""
VALUES = 'date,metric,value,touchpoint,stage\n2026-01-01,umsatz,1, kasse,"purchase"\n2026-01-02,umsatz,2,,\n'
PAGE = "# Page\n\n[[touchpoint:kasse]] [k](../touchpoints/kasse/index.md) [j](../journeys/walk/purchase/index.md#first)\n"
SITE = """\
site_name: S
plugins:
  - journeybook
  # Old addresses
  - redirects:
      redirect_maps:
        'old.md': 'touchpoints/kasse/index.md'  # moved
        touchpoints/till/index.md: index.md
"""
FILES = {
    "mkdocs.yml": SITE,
    "docs/guide/page.md": PAGE,
    "journeys/handbook.yml": HANDBOOK,
    "journeys/personas/anna.md": "---\ntitle: Anna\n---\n",
    "journeys/personas/bodo.md": "---\ntitle: Bodo\n---\n",
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\n---\n",
    "journeys/walk.md": WALK,
    "journeys/deep/file.md": OTHER,
    "journeys/metrics/values.csv": VALUES,
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def tree(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()
    }


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.stdout, found.stderr


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Of each file that changed, the lines that are new."""
    return {
        path: [line for line in text.decode().splitlines() if line not in old.splitlines()]
        for path, text in after.items()
        if (old := before.get(path, b"").decode()).encode() != text
    }


@pytest.mark.parametrize(("kind", "old", "new"), RENAMINGS)
def test_the_example_is_as_clean_as_before_and_the_way_back_restores_every_byte(
    place: Path, kind: str, old: str, new: str
) -> None:
    for name in ("journeys", "docs"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "mkdocs.yml", place)
    before, findings = tree(place), project.read(place / "journeys", "journeys").findings
    uses = run("refs", f"{kind}:{old}")[1].splitlines()

    code, out, err = run("rename", kind, old, new)

    assert (code, err.splitlines()[0].partition(":")[0]) == (
        0,
        f"The {kind.replace('-', ' ')} '{old}' is now '{new}'",
    )
    assert len(project.read(place / "journeys", "journeys").findings) == len(findings)
    assert run("refs", f"{kind}:{old}")[0] == 2
    assert len(run("refs", f"{kind}:{new}")[1].splitlines()) == len(uses)
    after = tree(place)
    assert {line.partition(" -> ")[0] for line in out.splitlines()} == {
        path for path, text in before.items() if after.get(path) != text
    }
    run("rename", kind, new, old)
    assert tree(place) == before


def test_refs_tells_each_place_in_words(place: Path) -> None:
    write(place, FILES)

    code, out, err = run("refs", "touchpoint:kasse")

    assert out.splitlines() == [
        "docs/guide/page.md:3:14: page: link",
        "docs/guide/page.md:3:26: page: path",
        "journeys/metrics/values.csv:2:22: values: touchpoint",
        "journeys/walk.md:11:22: journey 'walk', stage 'purchase', step 'First': touchpoints",
        "journeys/walk.md:27:33: journey 'walk': link",
        "journeys/walk.md:27:57: journey 'walk': link",
        "journeys/walk.md:28:16: journey 'walk': path",
    ]
    assert (code, err) == (0, "touchpoint:kasse: 7 uses\n")


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        ("touchpoint:kase", "No touchpoint 'kase'. Did you mean 'kasse'?"),
        ("team:x", "No team 'x'. There are: shop."),
        ("step:walk/frist", "No step 'walk/frist'. Did you mean 'walk/first'?"),
        (
            "kasse",
            (
                "'kasse' names nothing. Write KIND:ID; the kinds are journey, persona, touchpoint, channel, stage, "
                "team, metric, goal, segment, system, principle, term, group, lane, step, pain-point."
            ),
        ),
    ],
)
def test_refs_of_nothing_names_what_was_meant(place: Path, thing: str, message: str) -> None:
    write(place, FILES)

    assert run("refs", thing) == (2, "", f"Error: {message}\n")


def test_a_touchpoint_takes_its_file_links_paths_rows_and_redirects_along(place: Path) -> None:
    write(place, FILES)
    before = tree(place)

    code, out, err = run("rename", "touchpoint", "kasse", "till")

    after = tree(place)
    assert code == 0
    assert out.splitlines() == [
        "docs/guide/page.md",
        "journeys/metrics/values.csv",
        "journeys/touchpoints/kasse.md -> journeys/touchpoints/till.md",
        "journeys/walk.md",
        "mkdocs.yml",
    ]
    assert err == "The touchpoint 'kasse' is now 'till': 10 places in 5 files.\n"
    assert after["journeys/touchpoints/till.md"] == before["journeys/touchpoints/kasse.md"]
    assert "journeys/touchpoints/kasse.md" not in after
    del after["journeys/touchpoints/till.md"]
    assert changes(before, after) == {
        "docs/guide/page.md": [
            "[[touchpoint:till]] [k](../touchpoints/till/index.md) [j](../journeys/walk/purchase/index.md#first)"
        ],
        "journeys/metrics/values.csv": ['2026-01-01,umsatz,1, till,"purchase"'],
        "journeys/walk.md": [
            "        touchpoints: 'till'",
            (
                "[[persona:anna]], [[ touchpoint:till ]], [[touchpoint: till |The till]], "
                "[[journey:walk/purchase-2]]."
            ),
            "See [the till](touchpoints/till.md#top), ![](assets/kasse.md.png) and `[[touchpoint:kasse]]`.",
        ],
        "mkdocs.yml": [
            "        'old.md': 'touchpoints/till/index.md'  # moved",
            "        touchpoints/kasse/index.md: touchpoints/till/index.md",
        ],
    }


def test_a_stage_takes_links_headings_pages_and_rows_along(place: Path) -> None:
    write(place, FILES)
    before = tree(place)

    assert run("rename", "stage", "purchase", "kauf")[0] == 0

    assert changes(before, tree(place)) == {
        "docs/guide/page.md": [
            "[[touchpoint:kasse]] [k](../touchpoints/kasse/index.md) [j](../journeys/walk/kauf/index.md#first)"
        ],
        "journeys/deep/file.md": ["  - stage: kauf"],
        "journeys/handbook.yml": ["  - {id: kauf, title: Kauf}"],
        "journeys/metrics/values.csv": ['2026-01-01,umsatz,1, kasse,"kauf"'],
        "journeys/walk.md": [
            "  - stage: kauf",
            "  - stage: kauf",
            (
                "[[persona:anna]], [[ touchpoint:kasse ]], [[touchpoint: kasse |The till]], "
                "[[journey:walk/kauf-2]]."
            ),
            "## kauf-2",
        ],
        "mkdocs.yml": [
            "        stages/purchase/index.md: stages/kauf/index.md",
            "        journeys/other/purchase/index.md: journeys/other/kauf/index.md",
            "        journeys/walk/purchase/index.md: journeys/walk/kauf/index.md",
            "        journeys/walk/purchase-2/index.md: journeys/walk/kauf-2/index.md",
        ],
    }


def test_pages_by_hand_with_the_same_address_move_along_and_keep_their_place_in_the_navigation(
    place: Path,
) -> None:
    pages = {"docs/personas/anna.md": "# Anna\n", "docs/journeys/walk/index.md": "# Walk\n"}
    nav = "nav:\n  - Home: [index.md]\n  - Who:\n    - personas/anna.md  # first\n    - personas/anna/index.md\n"
    write(place, {**FILES, **pages, "mkdocs.yml": SITE + nav})

    code, out, _ = run("rename", "persona", "anna", "berta")
    run("rename", "journey", "walk", "stroll")

    assert code == 0
    assert "docs/personas/anna.md -> docs/personas/berta.md" in out.splitlines()
    after = tree(place)
    assert after["docs/personas/berta.md"] == b"# Anna\n"
    assert after["docs/journeys/stroll/index.md"] == b"# Walk\n"
    assert after["mkdocs.yml"].decode().partition("nav:")[1:] == ("nav:", nav[4:].replace("anna", "berta"))


def test_the_site_may_be_some_folders_above_the_journeys(place: Path) -> None:
    moved = {path.replace("journeys/", "content/journeys/", 1): text for path, text in FILES.items()}
    write(place, {**moved, "docs/guide/page.md": "[[persona:bodo]]\n"})

    code, out, _ = run("rename", "persona", "bodo", "ben", "--journeys-dir", "content/journeys")

    assert (code, out.splitlines()) == (
        0,
        [
            "content/journeys/personas/bodo.md -> content/journeys/personas/ben.md",
            "content/journeys/walk.md",
            "docs/guide/page.md",
            "mkdocs.yml",
        ],
    )


@pytest.mark.linux
def test_journeys_within_docs_are_named_once_and_links_out_of_it_are_not_followed(place: Path) -> None:
    within = {path.replace("journeys/", "docs/journeys/", 1): text for path, text in FILES.items()}
    write(place, {**within, "outside.md": "[[persona:bodo]]\n"})
    (place / "docs/link.md").symlink_to("../outside.md")

    code, out, _ = run("refs", "persona:bodo", "--journeys-dir", "docs/journeys")
    run("rename", "persona", "bodo", "ben", "--journeys-dir", "docs/journeys")

    assert (code, [line.partition(" ")[0] for line in out.splitlines()]) == (
        0,
        ["docs/journeys/walk.md:3:18:", "docs/journeys/walk.md:10:33:"],
    )
    assert (place / "outside.md").read_text(encoding="utf-8") == "[[persona:bodo]]\n"
    assert (place / "docs/journeys/personas/ben.md").is_file()


def test_a_journey_with_a_written_id_keeps_its_file(place: Path) -> None:
    write(place, FILES)
    before = tree(place)

    assert run("rename", "journey", "other", "more")[0] == 0

    assert changes(before, tree(place)) == {
        "journeys/deep/file.md": ["id: more"],
        "journeys/walk.md": ["          - {title: Quick, solves: [slow, more/late]}"],
        "mkdocs.yml": [
            "        journeys/other/index.md: journeys/more/index.md",
            "        journeys/other/purchase/index.md: journeys/more/purchase/index.md",
        ],
    }


@pytest.mark.parametrize(
    ("kind", "old", "new", "lines"),
    [
        (
            "persona",
            "bodo",
            "ben",
            ['personas: [anna, "ben"]', "        satisfaction: {anna: 3, 'ben': 4}"],
        ),
        ("team", "shop", "laden", ["owner: laden", "        actors: [laden, kasse]"]),
        (
            "step",
            "walk/first",
            "walk/start",
            ["        id: start", "        next: {to: start, when: again}"],
        ),
        (
            "pain-point",
            "walk/slow",
            "walk/queue",
            [
                "          - {title: Slow, id: queue}",
                "          - {title: Quick, solves: [queue, other/late]}",
            ],
        ),
        (
            "pain-point",
            "other/late",
            "other/slow",
            ["          - {title: Quick, solves: [slow, other/slow]}"],
        ),
    ],
)
def test_references_of_a_header_keep_their_form(
    place: Path, kind: str, old: str, new: str, lines: list[str]
) -> None:
    write(place, FILES)
    before = tree(place)

    assert run("rename", kind, old, new)[0] == 0

    assert changes(before, tree(place))["journeys/walk.md"] == lines


def test_a_dry_run_shows_a_diff_and_changes_nothing(place: Path) -> None:
    write(place, {path: text.replace("\n", "\r\n") for path, text in FILES.items()})
    before = tree(place)

    code, out, err = run("rename", "metric", "umsatz", "erloes", "--dry-run")

    assert tree(place) == before
    assert (code, err) == (0, "The metric 'umsatz' would be 'erloes': 4 places in 3 files.\n")
    assert [
        line.rstrip() for line in out.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    ] == [
        "-  - {id: umsatz, title: Umsatz, unit: currency, direction: up}",
        "+  - {id: erloes, title: Umsatz, unit: currency, direction: up}",
        '-2026-01-01,umsatz,1, kasse,"purchase"',
        "-2026-01-02,umsatz,2,,",
        '+2026-01-01,erloes,1, kasse,"purchase"',
        "+2026-01-02,erloes,2,,",
        "+        metrics/umsatz/index.md: metrics/erloes/index.md",
    ]


def test_line_ends_and_marks_stay(place: Path) -> None:
    write(place, {path: "\ufeff" + text.replace("\n", "\r\n") for path, text in FILES.items()})
    before = tree(place)

    assert run("rename", "persona", "anna", "berta")[0] == 0

    after = tree(place)
    assert {
        path.replace("berta", "anna"): text.replace(b"berta", b"anna")
        for path, text in after.items()
        if path != "mkdocs.yml"
    } == {path: text for path, text in before.items() if path != "mkdocs.yml"}


def test_without_redirects_the_lines_to_add_are_shown(place: Path) -> None:
    settings = "site_name: S\nplugins: [search, journeybook]\n"
    write(place, {**FILES, "mkdocs.yml": settings})

    code, _, err = run("rename", "persona", "bodo", "ben")

    assert (place / "mkdocs.yml").read_text(encoding="utf-8") == settings
    assert (code, err) == (
        0,
        (
            "The persona 'bodo' is now 'ben': 2 places in 2 files.\n"
            "Links from elsewhere to the old address break. If the handbook is published, install mkdocs-redirects "
            "and add this to the plugins in mkdocs.yml:\n"
            "  - redirects:\n      redirect_maps:\n        personas/bodo/index.md: personas/ben/index.md\n\n"
        ),
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("persona", "ana", "x"), "No persona 'ana'. Did you mean 'anna'?"),
        (
            ("persona", "anna", "Änne"),
            "'Änne' is no id; expected small letters a-z, digits and single dashes.",
        ),
        (("persona", "anna", "null"), "'null' cannot be an id: YAML takes it for nothing."),
        (("persona", "anna", "bodo"), "There is a persona 'bodo' already: 'journeys/personas/bodo.md'."),
        (("step", "walk/first", "first"), "'first' is no id; expected walk/new-id."),
        (("step", "walk/first", "walk/end"), "'end' cannot be an id: a journey ends there."),
    ],
)
def test_what_cannot_be_renamed_is_refused(place: Path, arguments: tuple[str, ...], message: str) -> None:
    write(place, FILES)
    before = tree(place)

    assert run("rename", *arguments) == (2, "", f"Error: {message}\n")
    assert tree(place) == before


def test_files_that_may_hide_a_use_are_listed_and_nothing_is_changed(place: Path) -> None:
    broken = {
        "journeys/broken.md": "---\ntitle: [\n---\n",
        "journeys/metrics/bad.csv": "date,metric\n",
        "docs/latin.md": "ok\n",
    }
    write(place, {**FILES, **broken})
    (place / "docs/latin.md").write_bytes(b"\xfc\n")
    before = tree(place)

    assert run("rename", "persona", "anna", "berta") == (
        2,
        "",
        (
            "Error: These files have problems and may hide a use; fix them first:\n"
            "  docs/latin.md\n  journeys/broken.md\n  journeys/metrics/bad.csv\n"
        ),
    )
    assert tree(place) == before


def test_a_file_in_the_way_is_not_overwritten(place: Path) -> None:
    write(place, {**FILES, "journeys/personas/berta.md": "---\ntitle: B\nid: b\n---\n"})
    before = tree(place)

    code, out, err = run("rename", "persona", "anna", "berta")

    assert (code, out, err) == (
        2,
        "",
        "Error: There is a file 'journeys/personas/berta.md' already. Nothing is written.\n",
    )
    assert tree(place) == before


def test_the_stages_that_every_handbook_has_are_listed_first(place: Path) -> None:
    write(place, {"journeys/personas/anna.md": FILES["journeys/personas/anna.md"]})

    assert run("rename", "stage", "purchase", "kauf") == (
        2,
        "",
        (
            "Error: The stage 'purchase' is one that every handbook has. List the stages in 'handbook.yml' first, "
            "and then give them ids of your own.\n"
        ),
    )


def test_a_value_in_an_unusual_form_is_named(place: Path) -> None:
    write(place, {**FILES, "journeys/deep/file.md": OTHER.replace("persona: anna", "persona: >-\n  anna")})
    before = tree(place)

    assert run("rename", "persona", "anna", "berta") == (
        2,
        "",
        (
            "Error: journeys/deep/file.md:4:10: 'anna' is written in an unusual way here. "
            "Write it plainly, in one line.\n"
        ),
    )
    assert tree(place) == before


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_are_renamed_whatever_parts_their_cells(place: Path, mark: str) -> None:
    row = mark.join(("2026-01", "umsatz", "1", "kasse"))
    text = f"# by hand\n{mark.join(('date', 'metric', 'value', 'touchpoint'))}\n{row}\n"
    write(place, {**FILES, "journeys/metrics/values.csv": text})
    assert run("rename", "touchpoint", "kasse", "till")[0] == 0
    written = (place / "journeys/metrics/values.csv").read_text(encoding="utf-8")
    assert written == text.replace("kasse", "till")


def test_the_column_of_an_export_is_renamed_with_the_metric_whose_id_it_is(place: Path) -> None:
    write(place, {**FILES, "journeys/metrics/export.csv": "# umsatz\nDatum;umsatz\n01.10.2026;4,5\n"})
    assert run("rename", "metric", "umsatz", "erloes")[0] == 0
    written = (place / "journeys/metrics/export.csv").read_text(encoding="utf-8")
    assert written == "# umsatz\nDatum;erloes\n01.10.2026;4,5\n"


def test_a_file_in_an_older_encoding_is_not_written(place: Path) -> None:
    write(place, FILES)
    file = place / "journeys/metrics/values.csv"
    file.write_bytes("# Käufe\ndate,metric,value,touchpoint\n2026-01,umsatz,1,kasse\n".encode("cp1252"))
    before = tree(place)
    assert run("refs", "touchpoint:kasse")[1].splitlines()[2].startswith("journeys/metrics/values.csv:3:18:")
    code, _, err = run("rename", "touchpoint", "kasse", "till")
    assert (code, err.splitlines()[-1]) == (2, "  journeys/metrics/values.csv")
    assert tree(place) == before


TRANSLATIONS = {
    "journeys/walk.en.md": WALK.replace("title: Walk", "title: A walk").replace(
        "[[persona:anna]]", "With [[persona:anna]]"
    ),
    "journeys/personas/bodo.en.md": "---\ntitle: Bodo B.\n---\n",
    "journeys/handbook.en.yml": HANDBOOK.replace("title: Kauf", "title: Purchase"),
}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("persona", "bodo", "ben"),
        ("touchpoint", "kasse", "till"),
        ("stage", "purchase", "kauf"),
        ("channel", "store", "filiale"),
        ("step", "walk/first", "walk/begin"),
        ("pain-point", "walk/slow", "walk/late"),
        ("journey", "walk", "stroll"),
    ],
)
def test_translations_are_renamed_with_their_originals(place: Path, kind: str, old: str, new: str) -> None:
    write(place, {**FILES, **TRANSLATIONS})
    before = project.read(Path("journeys"), "journeys").findings
    was = tree(place)
    used = len(run("refs", f"{kind}:{old}")[1].splitlines())

    assert run("rename", kind, old, new)[0] == 0
    renamed = {
        translation: translation.replace("/walk.", "/stroll.")
        if kind == "journey"
        else translation.replace("/bodo.", "/ben.")
        if kind == "persona"
        else translation
        for translation in TRANSLATIONS
    }

    assert set(renamed.values()) <= set(tree(place))
    assert len(project.read(Path("journeys"), "journeys").findings) == len(before)
    assert len(run("refs", f"{kind}:{new}")[1].splitlines()) == used
    assert run("rename", kind, new, old)[0] == 0
    assert {**tree(place), "mkdocs.yml": b""} == {**was, "mkdocs.yml": b""}


def test_uses_in_translations_are_listed_and_renamed(place: Path) -> None:
    write(place, {**FILES, **TRANSLATIONS})
    listed = [line.split(":")[0] for line in run("refs", "touchpoint:kasse")[1].splitlines()]
    run("rename", "persona", "bodo", "ben")

    assert listed.count("journeys/walk.en.md") == listed.count("journeys/walk.md") > 3
    assert '[anna, "ben"]' in Path("journeys/walk.en.md").read_text("utf-8")
    assert Path("journeys/personas/ben.en.md").is_file()
    assert not Path("journeys/personas/bodo.en.md").exists()
