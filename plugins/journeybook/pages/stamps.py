"""What pages show of a journey elsewhere, as one string each: equal strings, equal pages."""

from journeybook.catalogue import Opportunity, PainPoint, Step, Visit


def stage_stamp(visit: Visit) -> str:
    """What a card shows of a stage of a journey."""
    journey, stage = visit.journey, visit.stage
    return f"{journey.id}|{journey.title}|{stage.id}|{stage.satisfaction}|{len(stage.steps)}"


def step_stamp(visit: Visit) -> str:
    """What a row of steps shows of one, with its pain points and opportunities."""
    journey, stage, step = visit.journey, visit.stage, visit.step
    where = f"{journey.id}|{journey.title}|{journey.record.state}|{stage.id}|{stage.title}|{stage.satisfaction}"
    people = [f"{persona.id}={persona.title}" for persona in journey.personas]
    return f"{where}|{people}|{_step(step)}"


def _step(step: Step) -> str:
    record = step.record
    points = [f"{point.id}={point.title}" for point in step.touchpoints]
    pains = [_pain(pain) for pain in step.pain_points]
    chances = [_chance(chance) for chance in step.opportunities]
    return f"{step.id}|{step.title}|{step.satisfaction}|{record.moment_of_truth}|{points}|{pains}|{chances}"


def _pain(pain: PainPoint) -> str:
    return repr(pain.record)


def _chance(chance: Opportunity) -> str:
    return repr(chance.record)
