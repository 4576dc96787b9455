"""The formats of a report: what they say, that others can read them, and that no text of a stranger breaks out."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from journeybook.checks import Ignored
from journeybook.findings import Finding, Place, Severity
from journeybook.kinds import ThingKind
from journeybook.report import FORMATS, Report
from journeybook.report.findings import summary
from journeybook.rules import RULES

SARIF = Draft4Validator(
    json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    alphabet="`@#[]()<>:,%*_|\\\n\r\x1b\u2028!~&;{}\"'a/."
)
ERROR = Finding(
    place=Place(path="journeys/x y.md", line=5, column=3), rule="unknown-team", message="No team 'shopp'."
)
HINT = Finding(
    place=Place(path="./journeys/c.md", line=2, column=8),
    rule="unused-persona",
    message="Nothing refers to the persona 'c'.",
    severity=Severity.INFO,
)
SEVERITIES = st.sampled_from(list(Severity))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    return Finding(
        place=Place(
            path=f"journeys/{draw(TEXTS)}", line=draw(st.integers(1, 99)), column=draw(st.integers(1, 99))
        ),
        rule=draw(st.sampled_from(sorted(RULES))),
        message=draw(TEXTS),
        severity=draw(SEVERITIES),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    found = tuple(draw(st.lists(findings(), max_size=4)))
    lines = {item.place: draw(TEXTS) for item in found}
    ignored = tuple(Ignored(finding=item, reason=draw(TEXTS)) for item in found[:1])
    return Report(findings=found, lines=lines, ignored=ignored, fail_on=draw(SEVERITIES))


def text(line: str, column: int, message: str = "No.") -> list[str]:
    finding = Finding(place=Place(path="a.md", line=7, column=column), rule="wrong-type", message=message)
    return FORMATS["text"](Report(findings=(finding,), lines={finding.place: line})).splitlines()


def test_text_shows_the_line_and_a_caret_below_the_column() -> None:
    assert text("owner: shopp", 8) == [
        "a.md:7:8: wrong-type: No.",
        "     7 | owner: shopp",
        "       |        ^",
    ]


@pytest.mark.parametrize(
    ("line", "column", "visible", "caret"),
    [
        ("日本: x", 5, "日本: x", 6),
        ("👟: x", 4, "👟: x", 4),
        ("👩‍👩‍👧: x", 8, "👩‍👩‍👧: x", 4),
        ("e\u0301: x", 5, "e\u0301: x", 3),
        ("\tx", 2, "    x", 4),
        ("\x1b[31mx", 6, "\\x1b[31mx", 8),
        ("a\u202eb", 3, "a\\u202eb", 7),
        ("x", 40, "x", 1),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_below_its_character(line: str, column: int, visible: str, caret: int) -> None:
    assert text(line, column)[1:] == [f"     7 | {visible}", f"       | {' ' * caret}^"]


@given(st.integers(1, 300))
def test_a_long_line_is_cut_around_the_column(column: int) -> None:
    line = "".join(chr(0x100 + number) for number in range(300))
    _, shown, caret = text(line, column)
    assert len(shown) <= 112
    assert shown[len(caret) - 1] == line[column - 1]


def test_marks_tell_what_is_no_error_and_what_can_be_fixed() -> None:
    report = Report(findings=(ERROR, HINT), fixable=frozenset({ERROR}))
    assert FORMATS["text"](report) == (
        "journeys/x y.md:5:3: unknown-team: No team 'shopp'. [error, fixable]\n"
        "./journeys/c.md:2:8: unused-persona: Nothing refers to the persona 'c'. [info]\n"
    )


@given(reports())
def test_each_finding_is_one_line_and_no_text_drives_the_terminal(report: Report) -> None:
    written = FORMATS["text"](report)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", written)
    lines = written.split("\n")[:-1]
    assert len([line for line in lines if not line.startswith(" ")]) == len(report.findings)
    assert len(lines) == 3 * len(report.findings)


def test_colors_are_the_only_control_characters() -> None:
    report = Report(findings=(ERROR,), has_color=True)
    assert FORMATS["text"](report) == (
        "\x1b[1mjourneys/x y.md:5:3:\x1b[0m \x1b[31munknown-team\x1b[0m: No team 'shopp'.\n"
    )


def test_github_says_where_and_what_with_the_worst_first() -> None:
    assert FORMATS["github"](Report(findings=(HINT, ERROR))).splitlines() == [
        (
            "::error file=journeys/x y.md,line=5,col=3,"
            "title=A reference to a team that does not exist (unknown-team)::No team 'shopp'."
        ),
        (
            "::notice file=journeys/c.md,line=2,col=8,"
            "title=Nothing refers to this persona (unused-persona)::Nothing refers to the persona 'c'."
        ),
    ]


def test_github_says_how_many_annotations_it_will_not_show() -> None:
    last = FORMATS["github"](Report(findings=(ERROR,) * 12 + (HINT,) * 11)).splitlines()[-1]
    assert last == "GitHub shows 10 annotations of each kind; 3 more of these 23 stand here."


@given(reports())
def test_github_gets_one_command_a_finding_and_no_other(report: Report) -> None:
    written = FORMATS["github"](report)
    lines = re.split(r"\r\n|\r|\n|\x85|\u2028|\u2029|\x0b|\x0c", written)[:-1]
    assert len(lines) == len(report.findings)
    for line in lines:
        command = re.fullmatch(
            r"::(error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::(?P<message>.*)", line
        )
        assert command
        assert "##[" not in line
        assert re.fullmatch("([^%]|%25)*", command["message"])


def sarif(report: Report) -> Any:
    log = json.loads(FORMATS["sarif"](report))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    return log["runs"][0]


def test_sarif_places_a_result_and_names_its_rule() -> None:
    run = sarif(Report(findings=(ERROR,), fingerprints={ERROR: "abc"}))
    number = list(RULES).index("unknown-team")
    assert run["results"] == [
        {
            "ruleId": "unknown-team",
            "ruleIndex": number,
            "level": "error",
            "message": {"text": "No team 'shopp'."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "journeys/x%20y.md"},
                        "region": {"startLine": 5, "startColumn": 3},
                    }
                }
            ],
            "partialFingerprints": {"journeybook/v1": "abc"},
        }
    ]
    assert run["tool"]["driver"]["rules"][number]["id"] == "unknown-team"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)


def test_sarif_keeps_what_is_ignored_as_suppressed_with_the_reason() -> None:
    run = sarif(Report(ignored=(Ignored(finding=HINT, reason="Kommt im März"),)))
    assert [(result["level"], result["suppressions"]) for result in run["results"]] == [
        ("note", [{"kind": "inSource", "justification": "Kommt im März"}])
    ]


@given(reports())
def test_sarif_is_valid_whatever_it_says(report: Report) -> None:
    log = json.loads(FORMATS["sarif"](report))
    results = log["runs"][0]["results"]
    log["runs"][0]["tool"]["driver"]["rules"].clear()  # the same in every log, and looked at above
    assert [error.message for error in SARIF.iter_errors(log)] == []
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", uri)
        assert "](" not in result["message"]["text"]


def test_junit_has_a_case_for_each_rule_of_a_file_and_skips_what_does_not_fail() -> None:
    written = FORMATS["junit"](Report(findings=(HINT, ERROR, ERROR)))
    root = ET.fromstring(written.encode())
    assert root.attrib == {
        "name": "journeybook",
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "time": "0",
    }
    assert [(case.get("classname"), case.get("name"), case[0].tag) for case in root.iter("testcase")] == [
        ("journeys/c.md", "unused-persona: Nothing refers to this persona", "skipped"),
        ("journeys/x y.md", "unknown-team: A reference to a team that does not exist", "failure"),
    ]
    assert [suite.attrib for suite in root.iter("testsuite")] == [
        {"name": "journeys/c.md", "tests": "1", "failures": "0", "skipped": "1", "errors": "0", "time": "0"},
        {
            "name": "journeys/x y.md",
            "tests": "1",
            "failures": "1",
            "skipped": "0",
            "errors": "0",
            "time": "0",
        },
    ]
    line = "journeys/x y.md:5:3: No team 'shopp'."
    assert next(root.iter("failure")).text == f"{line}\n{line}"


def test_junit_of_a_clean_handbook_is_a_case_that_passes() -> None:
    root = ET.fromstring(FORMATS["junit"](Report()).encode())
    assert [(case.get("name"), list(case)) for case in root.iter("testcase")] == [("check", [])]


@given(reports())
def test_junit_is_xml_whatever_it_says(report: Report) -> None:
    root = ET.fromstring(FORMATS["junit"](report).encode())
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
    }


def test_markdown_lists_files_with_the_worst_first() -> None:
    assert FORMATS["markdown"](Report(findings=(HINT, ERROR))) == (
        "### Journeybook: 1 error, 1 hint\n"
        "\n#### `journeys/x y.md`: 1 error\n\n"
        "- ❌ error, line 5: `No team 'shopp'.` (`unknown-team`)\n"
        "\n#### `journeys/c.md`: 1 hint\n\n"
        "- 💡 hint, line 2: `Nothing refers to the persona 'c'.` (`unused-persona`)\n"
    )


def test_markdown_of_a_clean_handbook_is_one_line() -> None:
    assert FORMATS["markdown"](Report()) == "### Journeybook: no problems\n"


@given(reports())
def test_markdown_says_what_strangers_wrote_in_code_alone(report: Report) -> None:
    tokens = [
        child
        for token in MarkdownIt("commonmark").parse(FORMATS["markdown"](report))
        for child in (token, *(token.children or ()))
    ]
    kinds = {token.type for token in tokens}
    assert kinds <= {
        *("heading_open", "heading_close", "inline", "text", "code_inline", "softbreak"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("paragraph_open", "paragraph_close"),
    }
    words = " ".join(token.content for token in tokens if token.type == "text")
    assert re.fullmatch(r"[\w :,()❌⚠️💡]*", words)
    assert sum(token.type == "list_item_open" for token in tokens) == len(report.findings)


def test_markdown_is_cut_after_a_whole_entry() -> None:
    long = Finding(place=ERROR.place, rule=ERROR.rule, message="x" * 500)
    written = FORMATS["markdown"](Report(findings=(long,) * 200))
    entries = written.count("\n- ")
    assert len(written) < 65_536
    assert written.endswith(f"\n\n… and {200 - entries} more findings. `journeybook check` shows all.\n")


def test_the_summary_names_families_where_there_are_many() -> None:
    report = Report(findings=(ERROR, *((HINT,) * 10)), fixable=frozenset({ERROR}))
    assert list(
        summary.lines(
            [(ThingKind.JOURNEY, 1)], report, known=2, fixed=1, write_it="journeybook check --write-baseline"
        )
    ) == [
        "1 journey: 1 error, 10 hints (2 known, 1 fixable with --fix)",
        "By family: coverage 10 (unused-persona 10), reference 1 (unknown-team 1)",
        "1 entry of the baseline is fixed; write it anew: journeybook check --write-baseline",
    ]
