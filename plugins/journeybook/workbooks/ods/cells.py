"""Read one cell of an OpenDocument spreadsheet as people see it."""

import re
from datetime import date
from typing import Any

from journeybook.workbooks.building import number_of, tidied
from journeybook.workbooks.formats import exact, plain_digits
from journeybook.workbooks.markup import Element
from journeybook.workbooks.ods.styles import OdsStyles
from journeybook.workbooks.ods.texts import ods_text

_FAILED = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]+")
_DIGITS = re.compile(r"[0-9.,'\s+-]*")
_DAY = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?P<time>[0-9]{2}:[0-9]{2}))?.*")
_MIDNIGHT = "00:00"


def ods_cell(item: Element, style: str, styles: OdsStyles) -> dict[str, Any]:
    """The content of a cell by the fields of `SheetCell`; an empty text of an empty one."""
    kind = item.attributes.get("value-type", "")
    rich = ods_text(item, styles.striking)
    text, struck = map(tidied, rich)
    if "formula" in item.attributes and (not kind or _FAILED.fullmatch(text)):
        return {"text": text, "is_error": True} if text else {"text": "", "is_unvalued": True}
    content = _value(item, kind, text, is_month=style in styles.months)
    if content == {"text": text} and text != rich.text:
        content["typed"] = rich.text
    return {**content, "struck": content["text"] if style in styles.striking else struck}


def _value(item: Element, kind: str, text: str, *, is_month: bool) -> dict[str, Any]:
    number = number_of(item.attributes.get("value", ""))
    if kind == "percentage" and number is not None:
        percent = exact(number * 100)
        return {"text": f"{plain_digits(percent)} %", "number": percent, "is_percent": True}
    if kind in {"float", "currency"} and number is not None:
        # with a point, unless people see more than digits: a sign of money, a smiley
        seen = plain_digits(number) if _DIGITS.fullmatch(text) else text
        return {"text": seen, "number": number}
    if kind == "date":
        return _of_day(item.attributes.get("date-value", ""), text, is_month=is_month)
    if kind == "boolean":
        return {"text": item.attributes.get("boolean-value", text).upper()}
    return {"text": text}


def _of_day(value: str, text: str, *, is_month: bool) -> dict[str, Any]:
    found = _DAY.fullmatch(value)
    try:
        day = date.fromisoformat(found["day"]) if found else None
    except ValueError:
        day = None
    if day is None or found is None:
        return {"text": text or value}
    time = "" if found["time"] in {None, _MIDNIGHT} else f" {found['time']}"
    return {"text": f"{day:%Y-%m}" if is_month else f"{day}{time}", "day": day}
