import pytest

from journeybook.importing.json_text import MOST_JSON_VALUES, read_json
from journeybook.importing.text_file import foreign_text
from journeybook.workbooks import NotReadable
from journeybook.workbooks.limits import MAX_FILE_BYTES

READ = [
    ('{"a": [1, 2.5, null, true]}', {"a": [1, 2.5, None, True]}),
    ('["\\ud83d\\ude00", "\\\\ud83d"]', ["😀", "\\ud83d"]),
    ("[" * 64 + "]" * 64, None),
    ('{"a": {"b": 1}, "b": {"a": 1}}', {"a": {"b": 1}, "b": {"a": 1}}),
    ("1.5e3", 1500.0),
]


@pytest.mark.parametrize(("text", "values"), READ, ids=[text[:20] for text, _ in READ])
def test_json_gives_its_values(text: str, values: object) -> None:
    assert values is None or read_json(text) == values
    read_json(text)


REFUSED = {
    "nothing": ("", "Line 1, column 1: This is not valid JSON: expecting value."),
    "a forgotten colon": (
        '{"a": 1,\n "b" 2}',
        "Line 2, column 6: This is not valid JSON: expecting ':' delimiter.",
    ),
    "a tab in a text": ('["a\tb"]', "Line 1, column 4: This is not valid JSON: invalid control character."),
    "not a number": ('{"a":\n NaN}', "Line 2, column 2: 'NaN' is no number."),
    "infinity": ("[1,\n\n-Infinity]", "Line 3, column 1: '-Infinity' is no number."),
    "too large": ("[1,\n  1e400]", "Line 2, column 3: The number '1e400' is too large."),
    "too long": (f"[{'9' * 5000}]", "Line 1, column 2: A number has too many digits."),
    "a key again": (
        '{"a": 1,\n "b": {"a": 2}, "a": 3}',
        "Line 2, column 17: The key 'a' stands here a second time.",
    ),
    "half of a character": (
        '{"a":\n "x\\ud83d"}',
        "Line 2, column 2: A text holds half of a character. Export the file anew.",
    ),
    "half of one in a key": (
        '{"\\udc00": 1}',
        "Line 1, column 2: A text holds half of a character. Export the file anew.",
    ),
    "65 levels": ("[" * 65 + "]" * 65, "Line 1, column 65: Values are nested deeper than 64 levels."),
    "10,000 levels": ('{"a":' * 10_000, "Line 1, column 321: Values are nested deeper than 64 levels."),
    "many values": (f"[{'[],' * MOST_JSON_VALUES}[]]", "The file holds more than 1,000,000 values."),
    "a key again in a long file": (
        f'["{"x" * 9_000_000}", {{"a": 1, "a": 2}}]',
        "A key stands a second time in its group.",
    ),
    "no number in a long file": (f'["{"x" * 9_000_000}", NaN]', "'NaN' is no number."),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_other_json_is_refused_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(NotReadable) as refused:
        read_json(text)
    assert str(refused.value) == sentence


DECODED = {
    "utf-8": ("Kühl".encode(), "Kühl"),
    "utf-8 with a mark": (b"\xef\xbb\xbfa", "a"),
    "utf-16": ("Kühl".encode("utf-16"), "Kühl"),
    "Windows": (b"K\xfchl", "Kühl"),
    "ends of lines": (b"a\r\nb\rc\x0bd", "a\nb\nc\nd"),
    "control and direction": ("a\x07b\u202ec\u2028d".encode(), "abc\nd"),
}


@pytest.mark.parametrize(("raw", "text"), DECODED.values(), ids=DECODED)
def test_files_become_text_that_a_file_of_ours_may_hold(raw: bytes, text: str) -> None:
    assert foreign_text(raw) == text


NO_TEXT = {
    "too large": (b" " * (MAX_FILE_BYTES + 1), "The file is larger than 50 MB."),
    "a picture": (b"\x89PNG\x00\x00", "The file is no text."),
    "another encoding": (b"\x81\x8d", "The file is stored in an unknown encoding. Save it as UTF-8."),
}


@pytest.mark.parametrize(("raw", "sentence"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_refused(raw: bytes, sentence: str) -> None:
    with pytest.raises(NotReadable, match=f"^{sentence}$"):
        foreign_text(raw)
