"""Values as spreadsheets write them: what is read, and what is refused with both readings."""

import pytest

from journeybook.load.values import MAX_ROWS, read_values


def read(text: str) -> list[str]:
    """Each value with its day, then each message."""
    document = read_values("a.csv", "metrics/a.csv", text.encode())
    values = [f"{value.date} {value.by_month} {value.value}" for _, value in document.values]
    return values + [f"{finding.place.line}: {finding.message}" for finding in document.findings]


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
    ],
)
def test_each_way_of_writing_a_day_is_read(mark: str, written: str, is_read: str) -> None:
    assert read(f"# made by hand\ndate{mark}metric{mark}value\n{written}{mark}m{mark}4\n") == [
        f"{is_read} 4.0"
    ]


def test_what_can_be_read_in_two_ways_is_refused_with_both() -> None:
    assert read("date;metric;value\n01/02/2026;m;4\n2026-10;m;1.234\n2026-11;m;1,234\n") == [
        "2: 'date' must be clear: 2026-02-01 or 2026-01-02, not '01/02/2026'.",
        "3: 'value' must be clear: 1234 or 1.234 (with decimals as in the rest of the file), not '1.234'.",
        "4: 'value' must be clear: 1234 or 1.234 (with decimals as in the rest of the file), not '1,234'.",
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
