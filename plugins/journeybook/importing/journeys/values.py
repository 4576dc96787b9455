"""Put the cells of a table into the steps and stages that they speak of."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.cells import entries_of, names_of_cell, without_quotes
from journeybook.importing.journeys.grid import GridCell
from journeybook.importing.journeys.listed import Listed
from journeybook.importing.journeys.parts import DraftPart, DraftStage, DraftStep, SaidValue
from journeybook.importing.journeys.rows import LANE, TableRow
from journeybook.importing.journeys.scoring import Scoring
from journeybook.importing.journeys.sources import source_of
from journeybook.importing.journeys.times import handbook_time
from journeybook.importing.words.labels import is_among, says_nothing
from journeybook.importing.words.scales import score_of_word
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.model.journey import JourneyStage

TAKEN = N_("Taken as %(field)s of “%(of)s”.")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+")
_LEVEL_BEHIND = re.compile(r"\s*[(\[](?P<level>[^()\[\]]{1,20})[)\]]\s*$")
_VALUE_BEHIND = re.compile(
    r"\s*[:=≤≥<>~]?\s*(?:ca\.\s*)?[+\-−]?\d[\d.,\s]*\s*(?:%|€|\$|s|min|h|d|Tage|days|[A-Za-z]{0,4}\.?)?\s*$"
)
_SCORES = frozenset({"severity", "impact", "effort"})
_PER_STEP = frozenset({"satisfaction", "channel", "moment_of_truth", "optional", *_SCORES})
_ONCE = frozenset({"opportunities", "pain_points", "goal", "impact", "effort", "severity"})
_STAGES_ONLY = frozenset({"goal", "content", "principles"})


@dataclass
class Filling:
    """One filling of a journey's parts."""

    account: Account
    listed: Listed
    scorings: Mapping[int, Scoring] = field(default_factory=dict)
    """The scores of a line, by its first line."""
    unit: str = ""
    """The unit of times that the name of the line states."""

    def put(
        self, spot: GridCell, row: TableRow, stages: Sequence[DraftStage], steps: Sequence[DraftStep]
    ) -> None:
        """Put a cell of a line into the steps over which it stands, or into their stage."""
        scoring = self.scorings.get(row.lines[0])
        if says_nothing(spot.text) and not (scoring and spot.key in scoring.marks):
            self.account.take(spot, N_("“%(text)s” says that there is nothing."), text=spot.text)
            return
        parts = _parts(row, stages, steps)
        for part in parts:
            self._put(part, spot, row)
        if not self.account.is_told(spot):
            self._tell(spot, row, parts)

    def _tell(self, spot: GridCell, row: TableRow, parts: Sequence[DraftPart]) -> None:
        name = row.lane or row.field
        if len(parts) > 1:
            message = N_("Taken as %(field)s of each of %(of)s, over which it stands.")
            self.account.guess(spot, message, field=name, of=", ".join(f"“{part.name}”" for part in parts))
        else:
            self.account.take(spot, TAKEN, field=name, of=parts[0].called)

    def _put(self, part: DraftPart, spot: GridCell, row: TableRow) -> None:
        field = row.field
        if scoring := self.scorings.get(row.lines[0]):
            self._put_score(part, spot, row, scoring)
        elif field == LANE:
            found = entries_of(spot.text) if spot.number is None else [spot.text]
            from_it = part.lanes.setdefault(row.lane, [])
            from_it.extend(_said(value, spot) for value in found)
        elif putter := _PUTTERS.get(field):
            putter(self, part, spot)
        else:
            for entry in entries_of(spot.text):
                value = {"text": entry, "persona": row.persona} if row.persona else entry
                part.add(field, value, spot.address)

    def _put_score(self, part: DraftPart, spot: GridCell, row: TableRow, scoring: Scoring) -> None:
        score, rest = scoring.score(spot), scoring.rest(spot)
        if row.persona and score is not None:
            by_persona = part.said.setdefault("satisfaction", [SaidValue({}, spot.address)])
            by_persona[0].value[row.persona] = score
            return
        target = "satisfaction" if row.field not in _SCORES else row.field
        if score is None:
            if row.field in _SCORES or spot.number is not None:
                message = N_("“%(text)s” lies outside of the scale of its line.")
                self.account.leave(spot, message, text=in_short(spot.text))
                return
            rest = rest or spot.text
        elif row.field in _SCORES:
            part.said.setdefault(target, []).append(SaidValue(score, spot.address, spot.place))
        elif not part.add(target, score, spot.address):
            self.account.leave(spot, N_("“%(of)s” has a score already."), of=part.name)
        if rest:
            self.put_texts(part, "feelings", rest, spot)

    def put_texts(self, part: DraftPart, name: str, text: str, spot: GridCell) -> None:
        """Add what a cell says besides its score, and tell so."""
        for entry in entries_of(text):
            part.add(name, entry, spot.address)
        message = N_("“%(text)s” is taken as %(field)s of “%(of)s”.")
        self.account.guess(spot, message, text=in_short(text), field=name, of=part.name)

    def put_quotes(self, part: DraftPart, spot: GridCell) -> None:
        """Add quotes without the marks around them."""
        for entry in entries_of(spot.text):
            part.add("quotes", without_quotes(entry), spot.address)

    def put_channels(self, part: DraftPart, spot: GridCell) -> None:
        """Add channels; which of them is that of the step is decided when all are known."""
        for name in names_of_cell(spot.text):
            part.said.setdefault("channels", []).append(_said(name, spot))
            self.listed.add_channel(name, spot.address)

    def put_owner(self, part: DraftPart, spot: GridCell) -> None:
        """Add the team that answers for it; the others take part."""
        first, *others = names_of_cell(spot.text) or [spot.text]
        if not part.add("owner", first, spot.address):
            others.insert(0, first)
        else:
            self.listed.add(ThingKind.TEAM, first, spot.address)
        for other in others:
            part.add("actors", other, spot.address)
        if others:
            message = N_("“%(first)s” is the owner of “%(of)s”, and %(others)s are its actors.")
            owner = str(part.values("owner")[0].value)
            self.account.guess(spot, message, first=owner, of=part.name, others=", ".join(others))

    def put_pain_points(self, part: DraftPart, spot: GridCell) -> None:
        """Add pain points; a level in brackets at their end is their severity."""
        for entry in entries_of(spot.text):
            found = _LEVEL_BEHIND.search(entry)
            severity = score_of_word(found["level"], "level") if found else None
            if found and severity is not None and entry[: found.start()].strip():
                value = {"title": entry[: found.start()].strip(), "severity": severity}
                part.add("pain_points", value, spot.address, spot.place)
                message = N_("“%(text)s” is taken as a severity of %(severity)s.")
                self.account.guess(spot, message, text=found["level"], severity=str(severity))
            else:
                part.add("pain_points", {"title": entry}, spot.address, spot.place)

    def put_opportunities(self, part: DraftPart, spot: GridCell) -> None:
        """Add opportunities."""
        for entry in entries_of(spot.text):
            part.add("opportunities", {"title": entry}, spot.address, spot.place)

    def put_flag(self, part: DraftPart, spot: GridCell) -> None:
        """Mark a moment of truth, or say why it is one."""
        if is_among(spot.text, "no"):
            self.account.take(spot, N_("“%(text)s” says that it is none."), text=spot.text)
        else:
            text = " ".join(entries_of(spot.text))
            part.add("moment_of_truth", True if is_among(spot.text, "yes") else text, spot.address)

    def put_optional(self, part: DraftPart, spot: GridCell) -> None:
        """Mark what may be skipped."""
        if is_among(spot.text, "yes"):
            part.add("optional", value=True, address=spot.address)
        elif is_among(spot.text, "no"):
            self.account.take(spot, N_("“%(text)s” says that it is none."), text=spot.text)
        else:
            self.account.leave(spot, N_("“%(text)s” is neither yes nor no."), text=in_short(spot.text))

    def put_time(self, part: DraftPart, spot: GridCell, name: str) -> None:
        """Add a time as it is header_of in a handbook."""
        time = handbook_time(spot.text, self.unit)
        if not time:
            message = N_("“%(text)s” is no time such as 15 min, 2 h or 3–5 d.")
            self.account.leave(spot, message, text=in_short(spot.text))
        elif not part.add(name, time, spot.address):
            self.account.leave(spot, N_("“%(of)s” has a time already."), of=part.name)

    def put_metrics(self, part: DraftPart, spot: GridCell) -> None:
        """Add the names of metrics; a value without a day is told."""
        left = []
        for entry in names_of_cell(spot.text):
            found = _VALUE_BEHIND.search(entry)
            name = entry[: found.start()].strip(" :") if found else entry
            if not name:
                left.append(entry)
                continue
            if found:
                left.append(entry[found.start() :].strip(" :="))
            part.add("metrics", name, spot.address)
            self.listed.add_metric(name, spot.address, entry)
        if left:
            message = N_("%(values)s of “%(of)s” has no day, so it is no measured value.")
            self.account.leave(spot, message, values=", ".join(f"“{value}”" for value in left), of=part.name)

    def put_evidence(self, part: DraftPart, spot: GridCell) -> None:
        """Add what it rests on."""
        for entry in entries_of(spot.text):
            part.add("evidence", source_of(entry), spot.address)

    def put_titles(self, part: DraftPart, spot: GridCell, name: str, key: str) -> None:
        """Add entries that have a title, or another first field."""
        for entry in entries_of(spot.text):
            part.add(name, {key: entry}, spot.address)

    def put_links(self, part: DraftPart, spot: GridCell) -> None:
        """Add links; documents without an address are texts of no link."""
        for entry in entries_of(spot.text):
            found = _ADDRESS.search(entry)
            if found:
                title = entry.replace(found.group(), "").strip(" :–-()") or found.group()
                part.add("links", {"title": title, "url": found.group()}, spot.address)
            else:
                message = N_("“%(text)s” is no link, as it has no address.")
                self.account.leave(spot, message, text=in_short(entry))

    def put_goal(self, part: DraftPart, spot: GridCell) -> None:
        """Add the goal of a stage; entries of several steps are one text."""
        known = part.values("goal")
        text = "; ".join(entries_of(spot.text))
        if known and text not in str(known[0].value):
            part.said["goal"] = [_said(f"{known[0].value}; {text}", spot)]
            self.account.guess(spot, N_("The goals of “%(of)s” are taken as one."), of=part.called)
        elif not known:
            part.add("goal", text, spot.address)

    def put_names(self, part: DraftPart, spot: GridCell, name: str) -> None:
        """Add names, which commas part."""
        for each in names_of_cell(spot.text):
            part.add(name, each, spot.address)

    def put_principles(self, part: DraftPart, spot: GridCell) -> None:
        """Add principles, which handbook.yml lists."""
        for entry in entries_of(spot.text):
            part.add("principles", entry, spot.address)
            self.listed.add(ThingKind.PRINCIPLE, entry, spot.address)


_PUTTERS: Mapping[str, Callable[[Filling, DraftPart, GridCell], None]] = {
    "quotes": Filling.put_quotes,
    "channel": Filling.put_channels,
    "owner": Filling.put_owner,
    "pain_points": Filling.put_pain_points,
    "opportunities": Filling.put_opportunities,
    "moment_of_truth": Filling.put_flag,
    "optional": Filling.put_optional,
    "metrics": Filling.put_metrics,
    "evidence": Filling.put_evidence,
    "links": Filling.put_links,
    "goal": Filling.put_goal,
    "principles": Filling.put_principles,
    "duration": lambda filling, part, spot: filling.put_time(part, spot, "duration"),
    "wait": lambda filling, part, spot: filling.put_time(part, spot, "wait"),
    "content": lambda filling, part, spot: filling.put_titles(part, spot, "content", "title"),
    "recovery": lambda filling, part, spot: filling.put_titles(part, spot, "recovery", "failure"),
    "touchpoints": lambda filling, part, spot: filling.put_names(part, spot, "touchpoints"),
    "systems": lambda filling, part, spot: filling.put_names(part, spot, "systems"),
    "devices": lambda filling, part, spot: filling.put_names(part, spot, "devices"),
    "actors": lambda filling, part, spot: filling.put_names(part, spot, "actors"),
    "persona": lambda filling, part, spot: filling.put_names(part, spot, "personas"),
}


def _parts(
    row: TableRow, stages: Sequence[DraftStage], steps: Sequence[DraftStep]
) -> Sequence[DraftStage | DraftStep]:
    """The parts that a cell speaks of: a step, a stage whose steps it stands over, or each of several."""
    if row.field in _STAGES_ONLY:
        return stages
    whole = [stage for stage in stages if all(step in steps for step in stage.steps)]
    is_for_stages = len(steps) > 1 and sum(len(stage.steps) for stage in whole) == len(steps)
    can_be = row.field == LANE or (row.field in JourneyStage.model_fields and row.field not in _PER_STEP)
    if is_for_stages and can_be and any(len(stage.steps) > 1 for stage in whole):
        return [stage if len(stage.steps) > 1 else stage.steps[0] for stage in whole][
            : 1 if row.field in _ONCE else None
        ]
    return steps[:1] if row.field in _ONCE else steps


def _said(value: object, spot: GridCell) -> SaidValue:
    return SaidValue(value, spot.address)
