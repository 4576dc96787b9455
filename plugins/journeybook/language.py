"""Speak the language of a handbook: labels from gettext catalogues, dates and numbers from Babel."""

import re
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - `date` is a method of Language
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from math import inf

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from journeybook.catalogue.mean import rounded
from journeybook.hyphenation import hyphenation
from journeybook.links import LinkedText
from journeybook.messages import N_
from journeybook.model import Metric

SOURCE = "en"
"""The language in which messages are written in code and templates."""

_CUSTOMERS = "%(customers)s"
"""Where a message names those for whom the organisation is there."""
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL = re.compile(r"\d+\.\d+")
_UNITS_OF_TIME = (
    (120, "minute", 1),
    (48 * 60, "hour", 60),
    (90 * 24 * 60, "day", 24 * 60),
    (inf, "month", 30 * 24 * 60),
)
"""Below how many minutes a unit is used, and how many it has."""
_MOMENTS = {"day": "MMMd", "month": "yMMM", "year": "y"}
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
"""Fits no narrow column."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language: its labels and its way of writing dates and numbers."""

    code: str
    """Two small letters, such as `de`."""
    locale: Locale
    """Whose way of writing dates and numbers holds, with a region where a site names one."""
    region: str
    """The locale by its name, such as `en_GB`."""
    translations: NullTranslations
    customers: str = ""
    """What a handbook calls those for whom the organisation is there; else the language's word."""

    def text(self, message: str, **values: object) -> str:
        """Translate a message and fill in its `%(name)s` places."""
        translated = self.translations.gettext(message)
        if _CUSTOMERS in translated:
            values["customers"] = self.customers or self.translations.gettext(N_("customers"))
        return translated % values if values else translated

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message that depends on a number, which fills `%(num)s`."""
        return self.translations.ngettext(one, many, number) % {"num": self.number(number), **values}

    def date(self, day: Day) -> str:
        """Write a day, such as 14. März 2026."""
        return _day(day, self.region)

    def month(self, day: Day) -> str:
        """Write the month of a day, such as März 2026."""
        return _month(day, self.region)

    def moment(self, day: Day, unit: str) -> str:
        """Write the `day`, `month` or `year` that an axis names, in few letters: 14. März, Okt. 2026."""
        return format_skeleton(_MOMENTS[unit], day, locale=self.locale)

    def number(self, number: float, digits: int = 0) -> str:
        """Write a number with a fixed count of decimals; a half is rounded up."""
        pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
        return _decimal(rounded(number, digits), pattern, self.region)

    def figure(self, number: float) -> str:
        """Write a number with a decimal, where it is no whole one."""
        return self.number(number, 0 if float(number).is_integer() else 1)

    def percent(self, share: float) -> str:
        """Write a share of 0 to 100, or more, in whole percents; nearly all is not written as all."""
        shown = round(share) if share == 0 or share >= 100 else min(99, max(1, round(share)))  # noqa: PLR2004
        return format_percent(shown / 100, locale=self.locale)

    def written(self, text: str) -> str:
        """Write a text that is a day or a decimal number as the language does; any other text as it is."""
        if _DECIMAL.fullmatch(text):
            return self.number(float(text), len(text.partition(".")[2]))
        try:
            return self.date(Day.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text
        except ValueError:
            return text

    def satisfaction(self, satisfaction: float) -> str:
        """Write a satisfaction of 1 to 5: whole numbers as they are, means with one decimal."""
        return self.number(satisfaction, 0 if satisfaction == int(satisfaction) else 1)

    def length(self, low: float, high: float) -> str:
        """Write a time in minutes, or a range of it, in the unit that suits its size; whole, or to a half."""
        unit, minutes = next(
            ((unit, size) for most, unit, size in _UNITS_OF_TIME if high < most), _UNITS_OF_TIME[-1][1:]
        )
        first, last = (self._halves(value / minutes) for value in (low, high))
        text = format_unit(round(high / minutes * 2) / 2, f"duration-{unit}", "long", "#,##0.#", self.locale)
        text = text if first == last else f"{first}\N{EN DASH}{text}"
        is_exact = all((value / minutes * 2).is_integer() for value in (low, high))
        return text if is_exact else self.text("about %(time)s", time=text)

    def _halves(self, number: float) -> str:
        return format_decimal(round(number * 2) / 2, format="#,##0.#", locale=self.locale)

    def hyphenated(self, text: str) -> str:
        """Put soft hyphens into long words, for narrow columns; not every browser has a dictionary."""
        if type(text) is not str and isinstance(text, LinkedText):
            return text.with_words(self.hyphenated)
        return _hyphenated(text, self.code)

    def measured(self, number: float, metric: Metric) -> str:
        """Write a value of a metric with its unit; 6 percent is given as 6."""
        match metric.unit:
            case "percent":
                pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
                return format_percent(number / 100, format=pattern, locale=self.locale)
            case "currency":
                return self._money(number, metric.currency)
            case "duration":
                unit = f"duration-{metric.duration_unit.removesuffix('s')}"
                return format_unit(number, unit, "long", format="#,##0.##", locale=self.locale)
        return format_decimal(number, format="#,##0.##", locale=self.locale)

    def difference(self, number: float, metric: Metric) -> str:
        """Write by how much a metric changed; two percentages differ by percentage points."""
        if metric.unit != "percent":
            return self.measured(number, metric)
        text = self.translations.ngettext(
            "%(num)s percentage point", "%(num)s percentage points", 1 if number == 1 else 2
        )
        return text % {"num": format_decimal(number, format="#,##0.##", locale=self.locale)}

    def _money(self, number: float, currency: str) -> str:
        if currency in self.locale.currencies:
            return format_currency(number, currency, locale=self.locale)
        # Babel reads other text as a part of its pattern.
        return f"{self.number(number, 2)}\N{NO-BREAK SPACE}{currency}"


@lru_cache(maxsize=4096)
def _decimal(number: float, pattern: str, region: str) -> str:
    """Write a number; pages repeat the same few thousands of times."""
    return format_decimal(number, format=pattern, locale=region)


@lru_cache(maxsize=16384)
def _hyphenated(text: str, code: str) -> str:
    """Part the long words of a text; pages repeat the same titles many times."""
    return _LONG_WORD.sub(lambda word: _parted(word[0], code), text)


@lru_cache(maxsize=16384)
def _parted(word: str, code: str) -> str:
    return hyphenation(code).parted(word, "\N{SOFT HYPHEN}")


@lru_cache(maxsize=4096)
def _day(day: Day, region: str) -> str:
    return format_date(day, "long", locale=region)


@lru_cache(maxsize=1024)
def _month(day: Day, region: str) -> str:
    return format_skeleton("yMMMM", day, locale=region)


class UnknownRegion(Exception):  # noqa: N818 - it says what is the matter with the name
    """Nobody is known to write the language as a site wants it written."""


@cache
def language(code: str, region: str = "") -> Language:
    """Load a language by its code, such as `de` or `de-CH`; English where there is no catalogue.

    Dates and numbers are written as in the language, or as a region such as `en-GB` does; `UnknownRegion`
    where there is none of that name.
    """
    short = code.replace("_", "-").partition("-")[0].lower()
    if short == SOURCE or not has_language(short):
        short, translations = SOURCE, NullTranslations()
    else:
        translations = _translations(_catalogue(short), short)
    locale = _locale(short, region or short)
    return Language(code=short, locale=locale, region=str(locale), translations=translations)


@cache
def has_language(short: str) -> bool:
    """Whether a language is one that handbooks can be published in."""
    return short == SOURCE or _catalogue(short).is_file()


def _catalogue(short: str) -> Traversable:
    return files("journeybook") / "locale" / f"{short}.po"


@lru_cache(maxsize=4)
def with_customers(spoken: Language, customers: str) -> Language:
    """Let a language speak of an organisation's customers as the organisation does, in one line."""
    return replace(spoken, customers=" ".join(customers.split()))


def _locale(short: str, name: str) -> Locale:
    try:
        locale = Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownRegion from error
    if locale.language != short:
        raise UnknownRegion
    return locale


def _translations(catalogue: Traversable, short: str) -> NullTranslations:
    compiled = BytesIO()
    with catalogue.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=short))
    compiled.seek(0)
    return GNUTranslations(compiled)
