"""Labels, dates and numbers as each language writes them, and which language a site gets."""

from datetime import date

import pytest

from journeybook.language import UnknownRegion, language
from journeybook.model import Metric

ENGLISH, GERMAN = language("en"), language("de")
DAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "de"),
        ("de-CH", "de"),
        ("de_AT", "de"),
        ("DE", "de"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("zh-Hant", "en"),
        ("../de", "en"),
        ("", "en"),
    ],
)
def test_a_site_gets_its_language_or_english(code: str, expected: str) -> None:
    assert language(code).code == expected
    assert str(language(code).locale) == expected
    assert language(code).text("Stages") == {"de": "Phasen", "en": "Stages"}[expected]


@pytest.mark.parametrize(
    ("code", "region", "day", "number"),
    [
        ("en", "en-GB", "14 March 2026", "1,234.5"),
        ("en", "en_US", "March 14, 2026", "1,234.5"),
        ("en", "en", "March 14, 2026", "1,234.5"),
        ("en", "", "March 14, 2026", "1,234.5"),
        ("de", "de-DE", "14. März 2026", "1.234,5"),
    ],
)
def test_dates_and_numbers_are_written_as_a_region_does(
    code: str, region: str, day: str, number: str
) -> None:
    found = language(code, region)

    assert (found.date(DAY), found.number(1234.5, 1)) == (day, number)
    assert (found.code, found.text("Stages")) == (code, language(code).text("Stages"))


@pytest.mark.parametrize("region", ["en-XX", "de-AT", "GB", "en-", "x y", "../en"])
def test_a_region_of_no_such_name_or_of_another_language_is_refused(region: str) -> None:
    with pytest.raises(UnknownRegion):
        language("en", region)


def test_messages_take_values() -> None:
    assert ENGLISH.text("Paths: %(title)s", title="100 %") == "Paths: 100 %"
    assert GERMAN.text("Paths: %(title)s", title="100 %") == "Wege: 100 %"


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [(0, "0 steps", "0 Schritte"), (1, "1 step", "1 Schritt"), (1234, "1,234 steps", "1.234 Schritte")],
)
def test_messages_depend_on_numbers(number: int, english: str, german: str) -> None:
    for tongue, expected in ((ENGLISH, english), (GERMAN, german)):
        assert tongue.plural("%(num)s step", "%(num)s steps", number) == expected


def test_days_and_months() -> None:
    assert (ENGLISH.date(DAY), GERMAN.date(DAY)) == ("March 14, 2026", "14. März 2026")
    assert (ENGLISH.month(DAY), GERMAN.month(DAY)) == ("March 2026", "März 2026")


@pytest.mark.parametrize(
    ("number", "digits", "english", "german"),
    [
        (1234, 0, "1,234", "1.234"),
        (3.5, 1, "3.5", "3,5"),
        (1234.56, 2, "1,234.56", "1.234,56"),
        (0, 0, "0", "0"),
    ],
)
def test_numbers(number: float, digits: int, english: str, german: str) -> None:
    assert (ENGLISH.number(number, digits), GERMAN.number(number, digits)) == (english, german)


@pytest.mark.parametrize(
    ("score", "english", "german"), [(3, "3", "3"), (2.5, "2.5", "2,5"), (10 / 3, "3.3", "3,3")]
)
def test_scores(score: float, english: str, german: str) -> None:
    assert (ENGLISH.satisfaction(score), GERMAN.satisfaction(score)) == (english, german)


def metric(**fields: str) -> Metric:
    return Metric.model_validate({"id": "m", "title": "M", "direction": "up", **fields})


@pytest.mark.parametrize(
    ("number", "fields", "english", "german"),
    [
        (6, {"unit": "percent"}, "6%", "6\xa0%"),
        (6.25, {"unit": "percent"}, "6.25%", "6,25\xa0%"),
        (1234, {"unit": "count"}, "1,234", "1.234"),
        (4.25, {"unit": "score"}, "4.25", "4,25"),
        (1234.5, {"unit": "currency"}, "€1,234.50", "1.234,50\xa0€"),
        (1234.5, {"unit": "currency", "currency": "CHF"}, "CHF1,234.50", "1.234,50\xa0CHF"),
        (5, {"unit": "currency", "currency": "Taler 'alt'"}, "5.00\xa0Taler 'alt'", "5,00\xa0Taler 'alt'"),
        (3.5, {"unit": "duration", "duration_unit": "minutes"}, "3.5 minutes", "3,5 Minuten"),
        (1, {"unit": "duration"}, "1 day", "1 Tag"),
        (2, {"unit": "duration"}, "2 days", "2 Tage"),
    ],
)
def test_values_with_their_units(number: float, fields: dict[str, str], english: str, german: str) -> None:
    assert ENGLISH.measured(number, metric(**fields)) == english
    assert GERMAN.measured(number, metric(**fields)) == german


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("2026-09-20", "20. September 2026", "September 20, 2026"),
        ("2026-13-20", "2026-13-20", "2026-13-20"),
        ("2.5", "2,5", "2.5"),
        ("2", "2", "2"),
        ("Kasse 2.5.1", "Kasse 2.5.1", "Kasse 2.5.1"),
    ],
)
def test_days_and_decimals_are_written_as_the_language_does(text: str, german: str, english: str) -> None:
    assert (language("de").written(text), language("en").written(text)) == (german, english)
