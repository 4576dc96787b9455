"""Settle what only shows when all lines of a journey are read: channels, levels, persons."""

from collections.abc import Sequence

from journeybook.importing.brought_in import Telling
from journeybook.importing.journeys.account import Account
from journeybook.importing.journeys.cells import names_of_cell
from journeybook.importing.journeys.listed import Listed
from journeybook.importing.journeys.parts import DraftJourney, DraftPart, SaidValue
from journeybook.importing.words.scales import score_of_word
from journeybook.kinds import ThingKind
from journeybook.messages import N_


def finish(journey: DraftJourney, listed: Listed, account: Account) -> None:
    """Settle the parts of a journey, and list what they name."""
    _name_stages(journey, account)

    for part in journey.parts:
        _settle_channels(part, listed, account)
        _settle_levels(part, account)
    _score_feelings(journey, account)
    for stage in journey.stages:
        listed.add(ThingKind.STAGE, stage.name, stage.address)


def _name_stages(journey: DraftJourney, account: Account) -> None:
    """Give steps that no stage holds one with the name of the journey."""
    for stage in journey.stages:
        if not stage.name:
            stage.name = journey.name
            address = stage.steps[0].address if stage.steps else ""
            message = N_("No line names stages, so that all steps belong to the stage “%(name)s”.")
            account.say(Telling.GUESSED, address, message, name=stage.name)


def take_personas(journey: DraftJourney) -> None:
    """Take the persona of all steps for that of the journey."""
    said = [step.values("personas") for stage in journey.stages for step in stage.steps]
    names = {str(each.value).casefold(): each for found in said for each in found}
    for each in names.values():
        journey.add("personas", each.value, each.address)
    if len({tuple(str(each.value).casefold() for each in found) for found in said}) == 1:
        for stage in journey.stages:
            for step in stage.steps:
                step.said.pop("personas", None)


def _settle_channels(part: DraftPart, listed: Listed, account: Account) -> None:
    """Say which channel is that of the step, and which are those of its touchpoints."""
    channels, touchpoints = part.said.pop("channels", []), part.values("touchpoints")
    if len(channels) == 1:
        part.add("channel", channels[0].value, channels[0].address)
    elif channels and len(channels) == len(touchpoints):
        _pair_channels(part, touchpoints, channels, listed, account)
        return
    elif channels:
        _meet_on_channels(part, touchpoints, channels, listed, account)
    only = str(channels[0].value) if len(channels) == 1 else ""
    for touchpoint in touchpoints:
        listed.add_touchpoint(str(touchpoint.value), only, touchpoint.address)


def _pair_channels(
    part: DraftPart,
    touchpoints: Sequence[SaidValue],
    channels: Sequence[SaidValue],
    listed: Listed,
    account: Account,
) -> None:
    for touchpoint, channel in zip(touchpoints, channels, strict=True):
        listed.add_touchpoint(str(touchpoint.value), str(channel.value), touchpoint.address)
    message = N_("The channels of “%(of)s” are those of its touchpoints, one by one.")
    account.say(Telling.GUESSED, channels[0].address, message, of=part.name)


def _meet_on_channels(
    part: DraftPart,
    touchpoints: Sequence[SaidValue],
    channels: Sequence[SaidValue],
    listed: Listed,
    account: Account,
) -> None:
    """A step has one channel: the others become touchpoints of their name."""
    known = {str(touchpoint.value).casefold() for touchpoint in touchpoints}
    for channel in channels:
        name = str(channel.value)
        if name.casefold() not in known:
            part.add("touchpoints", name, channel.address)
        listed.add_touchpoint(name, name, channel.address)
    names = ", ".join(f"“{channel.value}”" for channel in channels)
    message = N_("A step has one channel: %(names)s are touchpoints of “%(of)s”.")
    account.say(Telling.GUESSED, channels[0].address, message, names=names, of=part.name)


_LEVELS = {"severity": "pain_points", "impact": "opportunities", "effort": "opportunities"}


def _settle_levels(part: DraftPart, account: Account) -> None:
    """Give pain points and opportunities the levels that lines of their own name."""
    for level, things in _LEVELS.items():
        for said in part.said.pop(level, []):
            found = part.values(things)
            beside = [each for each in found if each.place == said.place] or found
            for each in beside:
                each.value.setdefault(level, said.value)
            if not found:
                message = N_("“%(of)s” has no %(things)s that could have a %(level)s.")
                account.say(Telling.LEFT, said.address, message, of=part.name, things=things, level=level)


def _score_feelings(journey: DraftJourney, account: Account) -> None:
    """Take feelings for a satisfaction, where no line of scores says it and all of them have one."""
    steps = [step for stage in journey.stages for step in stage.steps]
    if any(step.values("satisfaction") for step in steps):
        return
    feeling = [step for step in steps if step.values("feelings")]
    scores = [_mean([str(each.value) for each in step.values("feelings")]) for step in feeling]
    if not scores or any(score is None for score in scores):
        return
    turned = {}
    for step, score in zip(feeling, scores, strict=True):
        first = step.values("feelings")[0]
        step.add("satisfaction", score, first.address)
        turned[str(first.value)] = score
    message = N_("No line holds scores, so that feelings are taken for them: %(turned)s.")
    told = ", ".join(f"{said} → {score}" for said, score in turned.items())
    account.say(Telling.GUESSED, feeling[0].values("feelings")[0].address, message, turned=told)


def _mean(feelings: Sequence[str]) -> int | None:
    """The score of feelings, if each of them has one."""
    words = [word for feeling in feelings for word in names_of_cell(feeling)]
    scores = [score_of_word(word, "satisfaction") for word in words]
    known = [score for score in scores if score is not None]
    if not known or len(known) < len(scores):
        return None
    total = 2 * sum(known) + len(known)
    return total // (2 * len(known))
