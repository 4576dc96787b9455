"""Read lists that are no journeys: personas, touchpoints, opportunities and pain points in sheets."""

from journeybook.importing.lists.reading import (
    OPPORTUNITY_LIST,
    PAIN_POINT_LIST,
    PERSONA_LIST,
    TOUCHPOINT_LIST,
    ListKind,
    read_list,
)

__all__ = ["OPPORTUNITY_LIST", "PAIN_POINT_LIST", "PERSONA_LIST", "TOUCHPOINT_LIST", "ListKind", "read_list"]
