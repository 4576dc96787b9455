"""Nothing that a command prints gives a command to the runner that keeps its log, whoever wrote it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from core.repositories import git, write
from journeybook.characters import unheard
from journeybook.cli import main
from journeybook.report.encoded import as_json, in_markup

MARKERS = (
    "##[add-mask]kasse",
    "##[GROUP]x",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[buildStop]",
    "::stop-commands::t",
    "x\n::stop-commands::t",
    "x\r::add-mask::kasse",
    "\t::set-env name=a::b",
)
CHECKS = ("text", "json", "sarif", "github", "junit", "markdown")
COMPARISONS = ("text", "json", "html", "markdown")
ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::")


def commands(text: str) -> list[str]:
    """The lines that a runner would obey: split and stripped as runners do, wherever it looks for markers."""
    lines = re.split(r"[\r\n\v\f\x85\u2028\u2029]", text)
    return [
        line
        for line in lines
        if line.lstrip().startswith("::") or re.search(r"##[a-z]*\[", line, re.IGNORECASE)
    ]


def handbook(marker: str) -> dict[str, str]:
    """Files that name a text wherever authors may write one, in values, keys, ids, names of files and bodies."""
    text = json.dumps(marker)
    line = marker.replace("\n", " ").replace("\r", " ").strip()
    named = line.replace(" ", "").replace("/", "").replace("\t", "")
    return {
        "handbook.yml": f"teams:\n  - {{id: laden, title: {text}}}\nchannels: [{{id: {text}, title: x, setting: online}}]\n",
        "personas/anna.md": f"---\ntitle: {text}\nquote: {text}\n---\n{line}\n\n[a]({line})\n",
        "personas/andere.md": f"---\ntitle: Andere\ntitel: {text}\n{text}: 1\n{text}: 2\n---\n",
        f"{named}.md": f"---\ntitle: {text}\npersona: {text}\nowner: {text}\n---\n",
        "schuhe.md": (
            f"---\ntitle: {text}\nsummary: {text}\npersona: anna\nowner: laden\nstages:\n"
            f"  - stage: purchase\n    steps:\n      - title: {text}\n        satisfaction: 2\n"
            f"        thoughts: [{text}]\n        pain_points: [{text}]\n        opportunities: [{text}]\n"
            f"        touchpoints: [{text}]\n---\n{line}\n\n:::\n[[team:{line}]]\n"
        ),
    }


@pytest.fixture(params=MARKERS)
def hostile(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A repository with such files in two versions; names of authors and subjects of commits are hostile too."""
    marker: str = request.param
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "config", "user.name", "x")
    for number, version in enumerate(({}, handbook(marker), handbook(f"a{marker}"))):
        write(tmp_path / "journeys", {"personas/otto.md": f"---\ntitle: Otto {number}\n---\n", **version})
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "-m", marker)
    monkeypatch.chdir(tmp_path)
    return marker


def said(*arguments: str) -> str:
    """What a command prints, on both streams."""
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code in {0, 1, 2}, ended.exception
    return ended.output


def test_no_format_of_check_is_obeyed(hostile: str) -> None:
    for form in CHECKS:
        written = said("check", "--source", "--format", form)
        assert len(written) > 200, hostile
        assert [line for line in commands(written) if not ANNOTATION.match(line)] == [], form
    assert commands(said("check", "--fix", "--diff")) == []
    missing = said("check", "journeys", "--baseline", hostile.strip())
    assert commands(missing) == []


def test_no_format_of_diff_and_log_is_obeyed(hostile: str) -> None:
    for base in ("HEAD~1", "HEAD~2"):
        for form in COMPARISONS:
            written = said("diff", base, "--format", form)
            assert len(written) > 200, hostile
            assert commands(written) == [], form
    for form in ("text", "json"):
        assert commands(said("log", "--format", form)) == [], form


def test_no_other_command_is_obeyed(hostile: str) -> None:
    for arguments in (
        ("refs", "persona:anna"),
        ("refs", f"team:{hostile}"),
        ("rename", "persona", "anna", "berta", "--dry-run"),
        ("schema", "journey", "--journeys-dir", "journeys"),
        ("diff", hostile),
        ("explain", hostile),
        ("new", "journey", hostile),
        ("check", hostile),
    ):
        assert commands(said(*arguments)) == [], arguments


def test_a_page_of_changes_has_no_tabs_and_no_carriage_returns(tmp_path: Path) -> None:
    journey = "---\ntitle: {}\npersona: anna\nstages: [{{stage: purchase, steps: [A]}}]\n---\n"
    for folder, title in (("old", '"a\\tb\\nc"'), ("new", '"a\\td\\ne"')):
        write(
            tmp_path / folder, {"x.md": journey.format(title), "personas/anna.md": "---\ntitle: Anna\n---\n"}
        )
    written = said("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "html")
    assert "a b c" in written
    assert re.findall(r"[^\n -\ud7ff\ue000-\U0010ffff]", written) == []


ANY = st.text(alphabet='#:[ab \n\r\t\\"<&', max_size=20)


@given(ANY)
def test_text_is_never_obeyed_and_else_stays(text: str) -> None:
    assert commands(unheard(text)) == []
    assert unheard(text).replace(" ", "") == text.replace(" ", "")


@given(ANY)
def test_json_and_xml_say_what_they_said(text: str) -> None:
    assert commands(as_json({text: [text]})) == []
    assert json.loads(as_json({text: [text]})) == {text: [text]}
    element = ET.Element("a", b=text)
    element.text = text
    plain = ET.tostring(element, encoding="unicode")
    assert commands(in_markup(plain)) == []
    read: Callable[[str], list[object]] = lambda xml: [ET.fromstring(xml).text, ET.fromstring(xml).attrib]  # noqa: E731
    assert read(in_markup(plain)) == read(plain)
