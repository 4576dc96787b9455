"""Read CJML, the XML of the Customer Journey Modelling Language: phases, actors and touchpoints."""

from collections.abc import Iterator, Mapping

from journeybook.importing.brought_in import BroughtIn, KeyPath
from journeybook.importing.outlines.parts import DataJourney, DataLane, DataPart
from journeybook.importing.outlines.places import Parsed
from journeybook.importing.outlines.reading import read_data_journeys
from journeybook.workbooks import NotReadable
from journeybook.workbooks.markup import BadMarkup, Element, elements

_JOURNEYS = frozenset({"plannedJourney", "actualJourney"})
_ENDINGS = ("CommunicationPoint", "Action")
_SUMMARIES = ("journeyShortSummary", "journeyLongSummary")
_TOLD = {"comment": "note", "message": "message"}
"""Elements of a touchpoint that are lanes, with their names."""
_BEGINNING = 4000

_Actors = Mapping[str, tuple[str, bool]]
"""The name of each actor, and whether it is a user, by the id."""


def read_cjml(source: str, text: str) -> BroughtIn | None:
    """Read the journeys of CJML; nothing if the text is none, `NotReadable` if it is damaged."""
    if "<CJML" not in text[:_BEGINNING]:
        return None
    try:
        found = list(elements([text.encode()], whole=_JOURNEYS))
    except BadMarkup as error:
        raise NotReadable(f"The CJML {error}.") from error
    journeys = [_journey(element, number) for number, element in enumerate(found, 1)]
    return read_data_journeys(source, journeys, Parsed(data=None, address=_address)) if journeys else None


def _address(path: KeyPath) -> str:
    return " ".join(str(part) for part in path)


def _journey(element: Element, number: int) -> DataJourney:
    path: KeyPath = (_text(element, "journeyID") or f"journey {number}",)
    actors = dict(_actors(element))
    journey = DataJourney(path=path, title=_text(element, "journeyTitle") or str(path[0]))
    journey.personas = [name for name, is_user in actors.values() if is_user]
    if summaries := [said for name in _SUMMARIES if (said := _text(element, name))]:
        journey.facts["summary"] = DataLane(label="summary", entries=summaries, path=path)
    phases = dict(_phases(element, path))
    points = element.child("touchpoints")
    for point in _within(points):
        if point.tag.endswith(_ENDINGS):
            _phase_of(point, phases, journey).steps.append(_step(point, actors, path))
    journey.stages = list(phases.values())
    return journey


def _text(element: Element | None, *names: str) -> str:
    """The text at the end of a chain of elements, each directly in the one before."""
    for name in names:
        element = element.child(name) if element else None
    return " ".join(element.text.split()) if element else ""


def _within(element: Element | None) -> Iterator[Element]:
    return (item for item in (element.contents if element else ()) if isinstance(item, Element))


def _actors(journey: Element) -> Iterator[tuple[str, tuple[str, bool]]]:
    for actor in _within(journey.child("actors")):
        own = actor.attributes.get("actorID") or actor.attributes.get("actorIDref", "")
        name = _text(actor, "actorName") or _text(actor, "companyName") or own
        yield own, (name, actor.tag == "endUser")


def _phases(journey: Element, path: KeyPath) -> Iterator[tuple[str, DataPart]]:
    phases = journey.child("journeyPhases")
    for phase in phases.inside("journeyPhase") if phases else ():
        own = phase.attributes.get("phaseID", "").strip()
        part = DataPart(title=_text(phase, "phaseName") or own, path=(*path, "phase", own))
        if said := _text(phase, "phaseDescription"):
            part.lane("description", part.path).entries.append(said)
        yield own, part


def _phase_of(point: Element, phases: dict[str, DataPart], journey: DataJourney) -> DataPart:
    """The phase that a touchpoint belongs to; without one, it belongs to one called like the journey."""
    named = point.child("belongsTo")
    own = named.attributes.get("phaseIDref", "").strip() if named else ""
    return phases.setdefault(own, DataPart(title=own or journey.title, path=journey.path))


def _step(point: Element, actors: _Actors, path: KeyPath) -> DataPart:
    """Call a touchpoint by what the user does in it; what others do stands below."""
    step = DataPart(title="", path=(*path, _text(point, "touchpointID")))
    for side, label in (("initiator", "initiatorLabel"), ("receiver", "receiverLabel")):
        _side(step, point.child(side), label, actors)
    if not step.title:
        lane = step.lanes.get("frontstage")
        step.title = lane.entries[0] if lane else str(step.path[-1])
    _add(step, "channel", _text(point, "channel", "channelName"))
    for experience in ("touchpointExperience", "endUserExperience"):
        _add(step, "feelings", _text(point, experience, "experienceDescription"))
        _add(step, "satisfaction", _text(point, experience, "experienceRating"))
    for name, label in _TOLD.items():
        _add(step, label, _text(point, name))
    return step


def _side(step: DataPart, side: Element | None, label: str, actors: _Actors) -> None:
    refers = side.child("refersTo") if side else None
    own = refers.attributes.get("actorIDref", "") if refers else ""
    name, is_user = actors.get(own, (own, False))
    said = _text(side, label)
    if is_user and not step.title:
        step.title = said
    else:
        _add(step, "frontstage", said)
    if name and not is_user:
        _add(step, "actors", name)


def _add(step: DataPart, label: str, said: str) -> None:
    if said:
        step.lane(label, step.path).entries.append(said)
