"""The board pack: slides of any handbook on any template, with nothing over an edge."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pack
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Drawn
from pptx.text.text import TextFrame
from pptx.util import Pt

from core.handbooks import read
from core.slides import firm_templates
from journeybook.language import language
from journeybook.pages import Site
from journeybook.slides.board_pack import drawn_deck, told_deck
from journeybook.slides.deck import Deck, Slide, Tile
from journeybook.slides.drawn.box import POINT, Box
from journeybook.slides.drawn.layouts import box_of
from journeybook.slides.drawn.template import BadTemplate, firms_template, plain_template
from journeybook.slides.drawn.text_size import Face, height

DAY = date(2026, 11, 28)
LONG = "Die Rückgabebestätigung der Sendungsverfolgung kommt erst nach der Qualitätssicherungsprüfung an " * 2
TEMPLATES = {
    "plain": None,
    "narrow": firm_templates.narrow(),
    "wide": firm_templates.wide(),
    "bare": firm_templates.bare(),
}
STEP = "      - title: {title}\n        satisfaction: {{anna: {value}}}\n"
PAIN = "        pain_points:\n          - {{title: '{title}', severity: {severity}}}\n"


def journey(steps: str, head: str = "title: Kaufen") -> str:
    return f"---\n{head}\npersonas: anna\nowner: shop\nstages:\n  - stage: purchase\n    steps:\n{steps}---\n"


def step(title: str, value: int, pain: str = "") -> str:
    told = PAIN.format(title=pain, severity=4) if pain else ""
    return STEP.format(title=title, value=value) + told


STATES = {
    "one step": {"a.md": journey(step("Ich zahle", 2))},
    "sixty steps": {"a.md": journey("".join(step(f"Schritt {n} {LONG[:60]}", n % 5 + 1) for n in range(60)))},
    "long titles": {
        "a.md": journey(
            "".join(step(f"{LONG}{n}", 2, f"{LONG} Schmerz {n}") for n in range(9)), f"title: {LONG}"
        )
    },
    "one long word": {"a.md": journey(step("Donaudampfschifffahrtsgesellschaft" * 5, 1, "Ü" * 200))},
    "no satisfaction": {
        "a.md": journey("      - title: Ich zahle\n" + PAIN.format(title="Teuer", severity=3))
    },
    "neither": {"a.md": journey("      - title: Ich zahle\n")},
    "no pain points": {"a.md": journey(step("Ich zahle", 5))},
    "emoji": {"a.md": journey(step("Ich 👨‍👩‍👧 zahle 🎉 漢字", 1, "😡 " * 60))},
    "many pain points": {
        "a.md": journey("".join(step(f"Schritt {n}", 2, f"Schmerz {n}") for n in range(40)))
    },
    "planned": {"a.md": "---\ntitle: Später\nstatus: planned\n---\n"},
}
BETTER = journey(
    step("Ich zahle", 5) + step("Ich freue mich", 4), "title: Besser\nstate: future\ncompares_to: a"
)


def made(tmp_path: Path, files: dict[str, str], template: bytes | None = None, code: str = "de") -> bytes:
    found = read(tmp_path, files)
    spoken = language(code)
    site = Site(
        catalogue=found.catalogue, language=spoken, today=DAY, name="Lindner", url="https://x.example/"
    )
    pack = firms_template(template, "firm.pptx") if template else plain_template()
    return drawn_deck(told_deck(site), pack, DAY)[0]


def opened(data: bytes) -> Pack:
    return Presentation(BytesIO(data))


def texts(slide: Drawn) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def needed(frame: TextFrame, width: float) -> float:
    """The height that the paragraphs take, in points, each at its own size."""
    heights = (
        height([paragraph.text], max(size), Face(), width)
        for paragraph in frame.paragraphs
        if (size := [run.font.size.pt for run in paragraph.runs if run.font.size])
    )
    return sum(heights)


def over_edges(pack: Pack) -> Iterator[str]:
    """Yield what stands over the slide's edge, over its own, or over another's."""
    whole = Box(left=0, top=0, right=pack.slide_width or 9_144_000, bottom=pack.slide_height or 6_858_000)
    for number, slide in enumerate(pack.slides, 1):
        boxes = [
            (shape.name, box)
            for shape in slide.shapes
            if not _is_around(shape) and (box := box_of(shape)) is not None
        ]
        yield from (f"{number}: {name} over the slide" for name, box in boxes if box.within(whole) != box)
        yield from (
            f"{number}: {name} over {other}"
            for (name, box), (other, second) in combinations(boxes, 2)
            if box.meets(second)
        )
        yield from (f"{number}: {text} over its box" for text in _over_boxes(slide))


def _over_boxes(slide: Drawn) -> Iterator[str]:
    """Yield the texts that take more room than there is."""
    for shape in slide.shapes:
        for frame, width, room in _frames(shape):
            if needed(frame, width / POINT) > room / POINT + 0.5:
                yield frame.text[:40]


def _frames(shape: BaseShape) -> Iterator[tuple[TextFrame, int, int]]:
    """Yield the texts of a shape with the width and the height that each has."""
    if shape.has_text_frame:
        frame = shape.text_frame
        across, down = frame.margin_left + frame.margin_right, frame.margin_top + frame.margin_bottom
        yield frame, shape.width - across, shape.height - down
    for row in shape.table.rows if shape.has_table else ():
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            across, down = cell.margin_left + cell.margin_right, cell.margin_top + cell.margin_bottom
            yield cell.text_frame, column.width - across, row.height - down


def _is_around(shape: BaseShape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type.name in {"FOOTER", "SLIDE_NUMBER"}


EVERY_STATE = {f"{at}.md": files["a.md"] for at, files in enumerate(STATES.values())} | {
    "b.md": BETTER.replace("compares_to: a", f"compares_to: {list(STATES).index('one step')}")
}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("files", [EVERY_STATE, {}], ids=["every state", "nothing"])
def test_nothing_stands_over_an_edge(tmp_path: Path, files: dict[str, str], template: str) -> None:
    pack = opened(made(tmp_path, files, TEMPLATES[template]))

    assert list(over_edges(pack)) == []
    assert len(pack.slides) >= 2
    assert all(slide.has_notes_slide for slide in list(pack.slides)[1:])


@pytest.mark.parametrize("name", firm_templates.ODD)
def test_nothing_stands_over_an_edge_of_odd_templates(tmp_path: Path, name: str) -> None:
    files = {"a.md": journey("".join(step(f"Ich warte {n}", 2, f"Schmerz {n}") for n in range(12)))}
    pack = opened(made(tmp_path, files, firm_templates.odd(name)))

    assert list(over_edges(pack)) == []
    assert len(pack.slides) in {4, 5}
    assert all(slide.has_notes_slide for slide in pack.slides)


def test_the_measure_of_the_test_above_finds_what_stands_over_edges() -> None:
    pack = plain_template()
    slide = pack.slides.add_slide(pack.slide_layouts[6])
    for left in (0, 100, pack.slide_width):
        frame = slide.shapes.add_textbox(left, 0, 20 * POINT, 20 * POINT).text_frame
        frame.text = "Zu viele Wörter für so wenig Platz"
        frame.paragraphs[0].runs[0].font.size = Pt(12)

    assert [told.rpartition(" over ")[2] for told in over_edges(pack)] == [
        "the slide",
        "TextBox 2",
        "its box",
        "its box",
        "its box",
    ]


@pytest.mark.parametrize("template", [None, TEMPLATES["wide"]], ids=["plain", "wide"])
def test_the_same_handbook_makes_the_same_bytes(tmp_path: Path, template: bytes | None) -> None:
    first, second = (made(tmp_path / name, STATES["emoji"], template) for name in ("one", "two"))

    assert first == second


MESSAGES = {
    "one step": "„Ich zahle“ ist der Tiefpunkt (2,0)",
    "no satisfaction": "„Teuer“ schmerzt am meisten, wie sehr, ist nicht gemessen",
    "neither": "Wie zufrieden „Kaufen“ macht, ist noch nicht bekannt",
    "no pain points": "„Kaufen“ gefällt durchweg (5,0)",
}


@pytest.mark.parametrize("state", MESSAGES)
def test_the_title_of_a_journeys_slide_is_its_message(tmp_path: Path, state: str) -> None:
    pack = opened(made(tmp_path, STATES[state]))

    assert pack.slides[2].shapes.title.text == MESSAGES[state]


def test_the_future_stands_beside_today_in_one_chart(tmp_path: Path) -> None:
    now = journey(step("Ich zahle", 2, "Teuer") + step("Ich gehe", 3))
    pack = opened(made(tmp_path, {"a.md": now, "b.md": BETTER}, code="en"))
    slide = pack.slides[3]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)

    assert slide.shapes.title.text == "“Kaufen” shall rise from 2.5 to 4.5"
    assert list(chart.plots[0].categories) == ["1 Ich zahle", "2 Ich gehe", "3 Ich freue mich"]
    assert [(line.name, tuple(line.values)) for line in chart.plots[0].series] == [
        ("Future state", (5, None, 4)),
        ("Current state", (2, 3, None)),
    ]


def test_a_chart_is_editable_and_its_workbook_holds_no_formula(tmp_path: Path) -> None:
    files = {
        **STATES["one step"],
        "personas/anna.md": "---\ntitle: =1+1\n---\n",
    }
    data = made(tmp_path, files)
    with ZipFile(BytesIO(data)) as archive:
        name = next(item for item in archive.namelist() if item.endswith(".xlsx"))
        with ZipFile(BytesIO(archive.read(name))) as workbook:
            sheet = workbook.read("xl/worksheets/sheet1.xml").decode()
            shared = workbook.read("xl/sharedStrings.xml").decode()

    assert "<f>" not in sheet
    assert re.findall(r"<v>([^<]+)</v>", sheet)[-1] == "2"
    assert "“=1+1”" in shared
    assert "1 Ich zahle" in shared


def test_every_chart_and_table_has_words_for_it_and_every_slide_its_number(tmp_path: Path) -> None:
    pack = opened(made(tmp_path, STATES["many pain points"], TEMPLATES["narrow"]))
    graphics = [
        shape for slide in pack.slides for shape in slide.shapes if shape.has_chart or shape.has_table
    ]
    words = [next(shape.element.iter(qn("p:cNvPr"))).get("descr") for shape in graphics]
    fields = [
        [field.get("type") for field in slide.element.iter(qn("a:fld"))] for slide in list(pack.slides)[1:]
    ]

    assert len(graphics) == 3
    assert all(words)
    assert words[0].startswith("Zufriedenheitskurve von „Kaufen“: Schritt 0 2,0; Schritt 1 2,0")
    assert fields == [["slidenum"]] * len(fields)


def test_what_is_cut_stands_in_the_notes(tmp_path: Path) -> None:
    pack = opened(made(tmp_path, STATES["long titles"], TEMPLATES["narrow"]))
    slide = pack.slides[2]
    notes = slide.notes_slide.notes_text_frame.text

    assert slide.shapes.title.text.endswith(" …“ ist der Tiefpunkt (2,0)")
    assert f"{LONG}0" in notes
    assert "Schmerz 8" in notes
    assert "https://x.example/journeys/a/" in notes
    assert "Belege: keine" in notes


def test_a_firms_samples_are_gone_and_its_footer_stays(tmp_path: Path) -> None:
    data = made(tmp_path, STATES["one step"], TEMPLATES["wide"])
    pack = opened(data)
    with ZipFile(BytesIO(data)) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        everything = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))

    assert len(slides) == len(pack.slides)
    assert b"Muster" not in everything
    assert all(firm_templates.FOOTER in texts(slide) for slide in list(pack.slides)[1:])


def test_characters_that_no_slide_can_hold_are_left_out_and_counted() -> None:
    told = Slide(title="A\x07b", notes=("c\ufffe", "d\ud800", "e"), tiles=(Tile(value="1\x00", title="f"),))
    deck = Deck(title="g", language="de", slides=(told,))
    data, cleaned = drawn_deck(deck, plain_template(), DAY)
    (slide,) = opened(data).slides

    assert cleaned == 4
    assert texts(slide)[:2] == ["Ab", "1\nf"]
    assert slide.notes_slide.notes_text_frame.text == "Ab\nc\nd\ne"


def test_a_template_of_templates_is_taken_as_well(tmp_path: Path) -> None:
    data = _with(
        TEMPLATES["narrow"] or b"", "[Content_Types].xml", b"presentation.main+xml", b"template.main+xml"
    )

    assert len(opened(made(tmp_path, STATES["one step"], data)).slides) == 3


def _with(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """An archive with a change in one of its files."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(stream, "w") as copy:
        for item in archive.infolist():
            content = archive.read(item)
            copy.writestr(item.filename, content.replace(old, new) if item.filename == name else content)
    return stream.getvalue()


PLAIN = firm_templates.bare()
REFUSED = {
    "text": (b"# Notes", "'firm.pptx' is no presentation. Name a file of the format .pptx or .potx."),
    "locked": (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        "The template 'firm.pptx' has a password, or is of the old format PPT. Save it as .pptx without a password.",
    ),
    "macros": (
        _with(
            PLAIN,
            "[Content_Types].xml",
            b"openxmlformats-officedocument.presentationml.presentation.main",
            b"ms-powerpoint.presentation.macroEnabled.main",
        ),
        "The template 'firm.pptx' has macros. Save it as .pptx or .potx, without them.",
    ),
    "another archive": (
        _with(PLAIN, "nothing", b"", b"").replace(b"ppt/presentation.xml", b"doc/presentation.xml"),
        "'firm.pptx' is no presentation. Name a file of the format .pptx or .potx.",
    ),
    "broken": (
        _with(PLAIN, "ppt/presentation.xml", b"<p:sldSz", b"<p:sldSz <"),
        "The template 'firm.pptx' cannot be read: it is broken. Save it anew in your program.",
    ),
    "no layouts": (
        firm_templates.without_layouts(),
        "The template 'firm.pptx' has no layouts. Name one that has.",
    ),
    "cut": (PLAIN[:4000], "'firm.pptx' is no presentation. Name a file of the format .pptx or .potx."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_is_none_is_told_in_a_sentence(name: str) -> None:
    data, message = REFUSED[name]

    with pytest.raises(BadTemplate) as refused:
        firms_template(data, "firm.pptx")

    assert str(refused.value) == message
