"""What pages show of a journey elsewhere, as one string each: equal strings, equal pages."""

from journeybook.catalogue import Step, Touchpoint, Visit


def stage_stamp(visit: Visit) -> str:
    """What a card shows of a stage of a journey."""
    journey, stage = visit.journey, visit.stage
    return f"{journey.id}|{journey.title}|{stage.id}|{stage.satisfaction}|{len(stage.steps)}"


def step_stamp(visit: Visit) -> str:
    """What a row of steps shows of one, with its pain points and opportunities."""
    journey, stage, step = visit.journey, visit.stage, visit.step
    where = (
        f"{journey.id}|{journey.title}|{journey.record.state}|{stage.id}|{stage.title}|{stage.satisfaction}"
    )
    people = "|".join([persona.title for persona in journey.personas])
    return f"{where}|{people}|{_step(step)}"


def _point(point: Touchpoint) -> str:
    return f"{point.id},{point.title},{point.record.channel},{point.record.lifecycle}"


def _step(step: Step) -> str:
    moment = step.record.moment_of_truth
    points = "|".join([_point(point) for point in step.touchpoints])
    notes = (
        f"{step.record.pain_points!r}{step.record.opportunities!r}"
        if step.pain_points or step.opportunities
        else ""
    )
    return f"{step.id}|{step.title}|{step.satisfaction}|{moment}|{points}|{notes}"
