"""Values as spreadsheets write them: what is read, and what is refused with both readings."""

import pytest

from journeybook.load.sheets.table import MAX_ROWS
from journeybook.load.sheets.values import read_values


def read(text: str) -> list[str]:
    """Each value with its day, then each message."""
    document = read_values("a.csv", "metrics/a.csv", text.encode())
    values = [f"{value.date} {value.by_month} {value.value}" for _, value in document.values]
    return values + [
        f"{finding.place.line}: {finding.message}" for finding in (*document.findings, *document.hints)
    ]


def test_a_german_spreadsheet_is_read() -> None:
    assert read("\ufeffdate;metric;value\r\n27.10.2026;m;4,3\r\n27.11.2026;m;4,4\r\n") == [
        "2026-10-27 False 4.3",
        "2026-11-27 False 4.4",
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("written", "is_read"),
    [
        ("2026-10-01", "2026-10-01 False"),
        ("2026-10", "2026-10-01 True"),
        ("01.10.2026", "2026-10-01 False"),
        ("10/2026", "2026-10-01 True"),
        ("20261001", "2026-10-01 False"),
        ("13/02/2026", "2026-02-13 False"),
        ("2026-10-01T14:22:05Z", "2026-10-01 False"),
        ("01.10.2026 14:22", "2026-10-01 False"),
    ],
)
def test_each_way_of_writing_a_day_is_read(mark: str, written: str, is_read: str) -> None:
    assert read(f"# made by hand\ndate{mark}metric{mark}value\n{written}{mark}m{mark}4\n") == [
        f"{is_read} 4.0"
    ]


def test_what_can_be_read_in_two_ways_is_refused_with_both() -> None:
    assert read("date;metric;value\n01/02/2026;m;4\n2026-10;m;1.234\n2026-11;m;1,234\n") == [
        "2: 'date' must be 2026-02-01 or 2026-01-02, whichever is meant, not '01/02/2026'.",
        "3: 'value' must be 1234 or 1.2340, whichever is meant, not '1.234'.",
        "4: 'value' must be 1234 or 1,2340, whichever is meant, not '1,234'.",
    ]
    assert read("date;metric;value\n2026-10;m;4,3\n2026-11;m;1.234\n2026-12;m;1,234\n") == [
        "2026-10-01 True 4.3",
        "2026-12-01 True 1.234",
        "3: 'value' must be 1234 or 1,234, whichever is meant, not '1.234'.",
    ]


@pytest.mark.parametrize("advice", ["1234", "1.2340", "1,2340"])
def test_what_is_advised_for_an_unclear_number_is_read(advice: str) -> None:
    assert read(f"date;metric;value\n2026-10;m;{advice}\n") == [
        f"2026-10-01 True {float(advice.replace(',', '.'))}"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date;metric;value;n\n2026-10;m;4,3;1;2\n", "2: This row has 5 cells, the first line has 4."),
        ("date,metric,value\n2026-10,m,4,3\n", "2: This row has 4 cells, the first line has 3."),
        ("date\tmetric\tvalue\n2026-10\tm\t4\t3\n", "2: This row has 4 cells, the first line has 3."),
    ],
)
def test_the_hint_on_a_row_with_more_cells_fits_the_separator(text: str, said: str) -> None:
    hint = {
        ";": " A text that has a semicolon in it stands in double quotes.",
        ",": " Write numbers with a point, as in 2.5.",
    }.get(text[4], "")
    assert read(text) == [said + hint]


def test_what_spreadsheets_add_is_left_out() -> None:
    assert read("sep=;\r\ndate;metric;value;;\r\n2026-10;m;4,3;;\r\n;;;;\r\n") == ["2026-10-01 True 4.3"]
    assert read("date,metric,value\n2026-10,m,4,\n") == [
        "2: This row has 4 cells, the first line has 3. Write numbers with a point, as in 2.5."
    ]
    assert read("date;metric;value;;\n2026-10;m;4,3;;x\n") == [
        "2: This row has 5 cells, the first line has 3. A text that has a semicolon in it stands in double quotes."
    ]


@pytest.mark.parametrize("text", ["Größe", "Café", "5 €", "„ja“"])
def test_what_excel_stores_in_its_own_encoding_is_read(text: str) -> None:
    written = f"# {text}\ndate;metric;value\n2026-10;m;4,3\n"
    found = read_values("x.csv", "x.csv", written.encode("cp1252"))
    assert [(value.metric, value.value) for _, value in found.values] == [("m", 4.3)]
    assert found.findings == ()
    assert [hint.rule for hint in found.hints] == ["older-encoding"]


def test_many_columns_that_are_not_read_are_told_once() -> None:
    names = ",".join(f"spalte{number}" for number in range(9))
    assert read(f"date,metric,value,{names}\n2026-10,m,4{',1' * 9}\n") == [
        "2026-10-01 True 4.0",
        "1: Not read of this file: 'spalte0', 'spalte1', 'spalte2', 'spalte3', 'spalte4', 'spalte5', … (9).",
    ]


def test_one_file_writes_its_numbers_in_one_way() -> None:
    assert read("date;metric;value\n2026-10;m;4,3\n2026-11;m;1,234\n2026-12;m;4.3\n") == [
        "2026-10-01 True 4.3",
        "2026-11-01 True 1.234",
        "4: 'value' must be a number with a comma, as in the rest of the file, not '4.3'.",
    ]
    assert read("date,metric,value\n2026-10,m,1.234\n") == ["2026-10-01 True 1.234"]


def test_a_file_of_too_many_rows_is_refused_with_what_to_do() -> None:
    assert read("date,metric,value\n" + "2026-10,m,1\n" * MAX_ROWS) == [
        "1: The file has more than 100,000 rows. Sum up what was measured by day or month, or part the file."
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Okt 26", "2026-10"), ("Oct-26", "2026-10"), ("März 2026", "2026-03"), ("01.10.26", "2026-10-01")],
)
def test_a_day_that_a_spreadsheet_shortened_is_refused_with_how_to_write_it(written: str, meant: str) -> None:
    assert read(f"date;metric;value\n{written};m;4\n") == [f"2: 'date' must be {meant}, not '{written}'."]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.234,50", "1234,50"),
        ("1,234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1 234,5", "1234,5"),
        ("1\u00a0234", "1234"),
        ("12'345.6", "12345.6"),
    ],
)
def test_thousands_that_are_parted_are_refused_with_the_number(written: str, meant: str) -> None:
    assert read(f"date;metric;value\n2026-10;m;{written}\n") == [
        f"2: 'value' must be {meant}, without a mark between thousands, not '{written.replace(chr(0xA0), ' ')}'."
    ]


@pytest.mark.parametrize("written", ["4,3%", "4,3 %", "4,3\u00a0%"])
def test_a_sign_for_percent_is_left_away(written: str) -> None:
    assert read(f"date;metric;value\n2026-10;m;{written}\n2026-11;m;5,1\n") == [
        "2026-10-01 True 4.3",
        "2026-11-01 True 5.1",
    ]


def test_what_is_no_number_is_refused_in_the_way_that_the_file_writes_them() -> None:
    assert read("date;metric;value\n2026-10;m;4,3\n2026-11;m;12,50 €\n") == [
        "2026-10-01 True 4.3",
        "3: 'value' must be a number with a comma, such as 2,5, not '12,50 €'.",
    ]


def test_a_column_of_scores_is_that_of_the_values_where_there_is_none() -> None:
    assert read("date;metric;score\n2026-10;m;9\n2026-11;m;x\n") == [
        "2026-10-01 True 9.0",
        "3: 'score' must be a number with a point, such as 2.5, not 'x'.",
    ]
    assert read("date;metric;value;score\n2026-10;m;9;1\n") == [
        "2026-10-01 True 9.0",
        "1: Not read of this file: 'score'.",
    ]


def test_a_bad_cell_is_told_with_its_column() -> None:
    text = 'date;metric;value;n\n"2026-10";m;"1.234,5";12\n2026-10;m;4;-1\n'
    document = read_values("a.csv", "metrics/a.csv", text.encode())

    assert [str(finding.place) for finding in document.findings] == ["a.csv:2:14", "a.csv:3:13"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_refused_with_what_to_do(encoding: str) -> None:
    raw = "date;metric;value\n2026-10;m;4\n".encode(encoding)
    document = read_values("a.csv", "metrics/a.csv", raw)

    assert [finding.message for finding in document.findings] == [
        "The file is stored as UTF-16. Save it as UTF-8."
    ]


def test_lines_without_content_before_the_first_are_left_out() -> None:
    assert read("# Bericht\n;;\n\ndate;metric;value\n2026-10;m;4\n") == ["2026-10-01 True 4.0"]


def test_empty_cells_behind_the_last_column_are_left_out() -> None:
    assert read("date;metric;value\n2026-10;m;4;;\n") == ["2026-10-01 True 4.0"]


def test_our_names_of_columns_may_be_written_with_capitals() -> None:
    assert read("Date;Metric;Value;N\n2026-10;m;4;x\n") == [
        "2: 'N' must be a whole number of at least 0, not 'x'."
    ]
    assert read("Date;METRIC;Score\n2026-10;m;4\n") == ["2026-10-01 True 4.0"]
    assert read("date;metric;value;Score\n2026-10;m;4;5\n") == [
        "2026-10-01 True 4.0",
        "1: Not read of this file: 'Score'.",
    ]
