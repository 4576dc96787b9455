"""Templates are read as easily as code, and their layout does not reach the pages."""

import re
from pathlib import Path
from statistics import median

import jinja2
import pytest

import journeybook
from journeybook.pages.frame.line_breaks import LineBreaks

PACKAGE = Path(journeybook.__path__[0])
TEMPLATES = sorted(
    file
    for folder in ("templates", "report")
    for file in (PACKAGE / folder).rglob("*.*")
    if file.suffix in {".html", ".svg"}
)
WIDTH = 110
MOST_LINES = 80
USUAL_LINES = 20
_BLOCK = re.compile(
    "<(?:article|blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|header|li|nav|ol|p|pre|section|summary|table|tbody|"
    r"td|tfoot|th|thead|tr|ul)\b"
)
_WORK = re.compile(r"\|\s*(?:sort|groupby|dictsort)\b|\burl\([^)]*~")


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("<ul>\n  <li>\n    {{ x }}\n  </li>\n</ul>\n", "<ul><li>1</li></ul>"),
        ("{% if x %}\n  <b>a</b>\n  <i>b</i>\n{% endif %}\n", "<b>a</b><i>b</i>"),
        ("<b>a</b> <i>b</i>{% if x %} c{% endif %}", "<b>a</b> <i>b</i> c"),
        ('<a\n  href="{{ x }}"\n  {%- if x %} id="i"{% endif %}\n  >a</a>', '<a href="1" id="i">a</a>'),
        ("<p>one\n  two</p>", "<p>one\n  two</p>"),
        (
            "<pre><code>---\n{{ x }}\n  <b>b</b>\n</code></pre>\n<p>\n",
            "<pre><code>---\n1\n  <b>b</b>\n</code></pre><p>",
        ),
        ("{# what it is given #}\n<p>{{ x }}\n{{ x }}</p>", "<p>11</p>"),
    ],
    ids=["elements", "blocks", "blanks", "attributes", "words", "pre", "values"],
)
def test_a_line_break_beside_a_tag_is_layout(template: str, html: str) -> None:
    assert (
        jinja2.Environment(extensions=[LineBreaks], autoescape=True).from_string(template).render(x=1) == html
    )


def _name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("file", TEMPLATES, ids=_name)
def test_template_is_short_and_tells_its_context(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()

    assert text.startswith("{#")
    assert len(lines) <= MOST_LINES or "<style>" in text
    assert [line for line in lines if len(line) > WIDTH] == []


def test_most_templates_are_read_at_a_glance() -> None:
    assert median(len(file.read_text(encoding="utf-8").splitlines()) for file in TEMPLATES) <= USUAL_LINES


def test_each_macro_is_called_by_a_name_that_no_other_file_has() -> None:
    names = [file.stem for file in TEMPLATES if "macros" in file.parts]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", TEMPLATES, ids=_name)
def test_template_has_one_element_a_line(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if len(_BLOCK.findall(line)) > 1] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=_name)
def test_template_neither_sorts_nor_makes_addresses(file: Path) -> None:
    assert _WORK.findall(file.read_text(encoding="utf-8")) == []


def test_pages_are_framed_by_one_macro() -> None:
    framing = [_name(file) for file in TEMPLATES if 'class="jb-section' in file.read_text(encoding="utf-8")]

    assert framing == ["templates/journey/chart.html", "templates/macros/frame.html"]
