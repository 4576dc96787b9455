import json
from typing import Any

import pytest

from core.importing.cases import documents, told
from journeybook.importing.boards import read_board, read_notes
from journeybook.importing.boards.html_text import text_of_html
from journeybook.importing.brought_in import BroughtIn
from journeybook.workbooks import NotReadable, Sheet, SheetCell


def _note(number: int, note: list[Any], **more: Any) -> dict[str, Any]:
    x, y, text, *size = note
    width, height = (*size, 100, 100)[0], (*size[1:], 100)[0]
    return {
        "id": str(number),
        "type": "sticky_note",
        "data": {"content": text},
        "position": {"x": x, "y": y, "origin": "center", "relativeTo": "canvas_center"},
        "geometry": {"width": width, "height": height},
        **more,
    }


def _read(data: Any, source: str = "tafel.json") -> BroughtIn | None:
    return read_board(source, json.dumps(data))


@pytest.mark.parametrize("case", documents("boards"), ids=lambda case: case["name"])
def test_boards_become_the_tables_that_people_laid_out(case: dict[str, Any]) -> None:
    items = [_note(number, note) for number, note in enumerate(case["notes"])]
    found = told(lambda: _read({"board": {"name": "Schuhe"}, "items": items}))
    expected = {key: value for key, value in case.items() if key not in {"name", "notes"}}
    for unasked in {"taken", "guessed"} - expected.keys():
        found.pop(unasked, None)
    assert found == expected


_ITEMS = [
    _note(1, [0, 0, "Steps", 80, 30]),
    _note(2, [200, 0, "Look"]),
    _note(3, [400, 0, "Pay"]),
    _note(4, [0, 200, "Pains", 80, 30]),
    _note(5, [400, 200, "dear"]),
]
_WIDGETS = [
    {
        **item,
        **item["position"],
        **item["geometry"],
        "type": "sticker",
        "text": f"<p>{item['data']['content']}</p>",
    }
    for item in _ITEMS
]
_IN_FRAME = [
    {
        "id": "F",
        "type": "frame",
        "data": {"title": "Frame"},
        "position": {"x": 1000, "y": 1000},
        "geometry": {"width": 2000, "height": 2000},
    },
    *(
        {
            **item,
            "parent": {"id": "F"},
            "position": {
                **item["position"],
                "x": item["position"]["x"] + 100,
                "y": item["position"]["y"] + 100,
                "relativeTo": "parent_top_left",
            },
        }
        for item in _ITEMS
    ),
]
FORMS = {
    "pages of the API": [
        {"data": _ITEMS[:2], "total": 5, "size": 2, "cursor": "2", "type": "cursor-list"},
        {"data": _ITEMS[2:], "total": 5, "size": 3, "type": "cursor-list"},
    ],
    "a plain list": _ITEMS,
    "a board with items": {"id": "b", "name": "B", "items": _ITEMS, "connectors": []},
    "the first API": {
        "type": "collection",
        "data": [
            {key: value for key, value in widget.items() if key not in {"data", "position", "geometry"}}
            for widget in _WIDGETS
        ],
    },
    "a frame, in whose corner items count from": _IN_FRAME,
    "twice the same": [*_ITEMS, *_ITEMS],
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_items_are_found_in_every_form_of_export(data: Any) -> None:
    brought = _read(data)
    assert brought is not None
    [stage] = brought.drafts[-1].header["stages"]
    assert stage["steps"] == [{"title": "Look"}, {"title": "Pay", "pain_points": [{"title": "dear"}]}]


def test_notes_without_a_height_are_square_and_texts_a_line_high() -> None:
    def item(number: int, kind: str, x: int, y: int, text: str, **size: int) -> dict[str, Any]:
        note = _note(number, [x, y, text])
        return {**note, "type": kind, "geometry": size}

    heads = [
        item(at, "shape", 400 + at * 400, 50, name, width=380, height=60)
        for at, name in enumerate(["Look", "Buy"])
    ]
    names = [
        item(at + 5, "text", 100, 150 + at * 150, name, width=160)
        for at, name in enumerate(["Doing", "Pains", "Ideas"])
    ]
    notes = [
        item(8, "sticky_note", 330, 150, "searches", width=120),
        item(9, "sticky_note", 800, 310, "dear", width=120),
    ]
    brought = _read([*heads, *names, *notes])
    assert brought is not None
    assert [stage["steps"] for stage in brought.drafts[-1].header["stages"]] == [
        [{"title": "Look", "actions": ["searches"]}],
        [{"title": "Buy", "pain_points": [{"title": "dear"}]}],
    ]


def test_every_value_is_called_by_its_note() -> None:
    brought = _read(_ITEMS)
    assert brought is not None
    origins = brought.drafts[-1].origins
    assert origins["stages", 0, "steps", 1, "pain_points", 0] == "item 'dear' at 400,200"


def test_what_is_no_note_is_told() -> None:
    others = [
        {
            "id": "c",
            "type": "connector",
            "startItem": {"id": "2"},
            "endItem": {"id": "3"},
            "captions": [{"content": "then"}],
        },
        {"id": "i", "type": "image", "data": {"imageUrl": "https://x"}, "position": {"x": 0, "y": 0}},
        {"id": "n", "type": "text", "data": {"content": "nowhere"}, "position": {"x": 1e300, "y": 0}},
    ]
    assert told(lambda: _read([*_ITEMS, *others]))["left"] == [
        "item c: A line between notes says “then”.",
        "item 'nowhere': The file does not say where this lies: “nowhere”.",
        ": Items of the kind 'image' that hold no text: 1.",
    ]


def test_frames_that_are_stages_make_one_table() -> None:
    frames = [
        {
            "id": f"F{at}",
            "type": "frame",
            "title": name,
            "x": 500 + at * 600,
            "y": 400,
            "width": 560,
            "height": 900,
        }
        for at, name in enumerate(["Aware", "Buy"])
    ]
    lanes = ["Actions", "Pain points", "Opportunities"]
    notes = [
        {
            "id": f"n{at}{row}",
            "type": "sticky_note",
            "content": f"{lane[:2]}{at}",
            "x": 280,
            "y": 200 + row * 200,
            "width": 90,
            "height": 90,
            "parentId": f"F{at}",
            "relativeTo": "parent_top_left",
        }
        for at in range(2)
        for row, lane in enumerate(lanes)
    ]
    names = [
        {
            "id": f"l{row}",
            "type": "text",
            "content": lane,
            "x": 50,
            "y": 150 + row * 200,
            "width": 120,
            "height": 30,
        }
        for row, lane in enumerate(lanes)
    ]
    brought = _read([*frames, *notes, *names])
    assert brought is not None
    assert [stage["stage"] for stage in brought.drafts[-1].header["stages"]] == ["Aware", "Buy"]
    assert brought.drafts[-1].header["stages"][1]["steps"] == [
        {
            "title": "Buy",
            "actions": ["Ac1"],
            "pain_points": [{"title": "Pa1"}],
            "opportunities": [{"title": "Op1"}],
        }
    ]


def test_frames_in_a_circle_lie_nowhere_and_nothing_breaks() -> None:
    circle = [
        {"id": "a", "type": "frame", "title": "a", "x": 0, "y": 0, "parentId": "b"},
        {"id": "b", "type": "frame", "title": "b", "x": 0, "y": 0, "parentId": "a"},
    ]
    assert _read([*circle, *_ITEMS]) is not None


@pytest.mark.parametrize(
    ("source", "text"),
    [("board.rtb", "PK\3\4"), ("a.json", '{"type": "x", "widgetData": [], "canvasedObjectData": []}')],
)
def test_backups_are_refused(source: str, text: str) -> None:
    with pytest.raises(NotReadable, match=r"^A backup of a board \(RTB\) is read by Miro alone\."):
        read_board(source, text)


@pytest.mark.parametrize("text", ["", "# Text", '{"a": 1}', '{"stages": [{"type": "x", "id": 1}]}', "[]"])
def test_other_files_are_no_boards(text: str) -> None:
    assert read_board("a.json", text) is None


HTML = {
    "<p>one</p><p>two<br>three</p>": "one\ntwo\nthree",
    "<ul><li>a</li><li><strong>b</strong></li></ul>": "- a\n- b",
    '<a href="https://x.org/a?b=1&amp;c">here</a>': "here (https://x.org/a?b=1&c)",
    '<a href="https://x.org">x.org</a>': "x.org",
    '<a href="JavaScript:alert(1)">go</a><script>x()</script>': "go",
    "a &lt;b&gt; &amp;amp; c": "a <b> &amp; c",
    "plain\n\n text  here": "plain\ntext here",
    "<p>&nbsp;</p>": "",
    "a\u202eb\x00": "ab",
    "<<<<" * 1000: "<<<<" * 1000,
}


@pytest.mark.parametrize(("html", "text"), HTML.items(), ids=range(len(HTML)))
def test_html_becomes_text(html: str, text: str) -> None:
    assert text_of_html(html) == text


def _sheet(rows: list[list[str]]) -> Sheet:
    cells = {
        (row, column): SheetCell(row=row, column=column, text=text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    return Sheet(name="", cells=cells, lines={row: row for row in range(1, len(rows) + 1)})


def test_notes_in_csv_are_an_inbox() -> None:
    rows = [
        ["Text", "BG Color", "Area"],
        ["Schlange", "red", "Kasse"],
        ["lang\nlaut", "red", ""],
        ["Licht", "", "Kasse"],
    ]
    assert told(lambda: read_notes("a.csv", _sheet(rows), "Tafel")) == {
        "inbox": "# Tafel\n\n- [ ] lang\n  laut\n\n## Kasse\n\n- [ ] Schlange\n- [ ] Licht\n",
        "left": ["line 1: These columns say nothing of what the notes say, and are left out: BG Color."],
        "guessed": [": The notes are in the inbox, for people to sort; none became a step."],
    }
