"""The words of marks, badges and heads elsewhere, and those that explain them."""

from journeybook.messages import N_
from journeybook.pages.glossary import examples
from journeybook.pages.glossary.method_word import MethodWord

MARK_WORDS = (
    MethodWord(
        id="action",
        title=N_("Action"),
        definition=N_("What a team does to seize an opportunity, with who does it and until when."),
        example=examples.open_action,
    ),
    MethodWord(
        id="category",
        title=N_("Category"),
        definition=N_(
            "The common cause that a pain point belongs to, such as channels that do not know of each other."
        ),
        example=examples.step_with(
            lambda visit: any(pain.record.category for pain in visit.step.pain_points)
        ),
    ),
    MethodWord(
        id="channel",
        title=N_("Channel"),
        definition=N_(
            "The way on which %(customers)s and the organisation meet: a shop, a website, the telephone. A "
            "channel holds many touchpoints."
        ),
        example=examples.first(lambda catalogue: catalogue.channels.values()),
    ),
    MethodWord(
        id="current-state",
        title=N_("Current state"),
        definition=N_("A journey as %(customers)s live it today."),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.mapped if each.record.state == "current")
        ),
    ),
    MethodWord(
        id="effort",
        title=N_("Effort"),
        definition=N_("What an opportunity costs, from 1 (done in a day) to 5 (a project)."),
        example=examples.best_opportunity,
    ),
    MethodWord(
        id="evidence-marks",
        title=N_("Evidence marks"),
        definition=N_(
            "How far a statement is proven: ● measured or researched, ◐ single voices or a workshop, ○ "
            "assumed or without evidence, ⌛ the evidence has expired."
        ),
        example=examples.proven_pain,
    ),
    MethodWord(
        id="expectations-met",
        title=N_("Expectations met"),
        definition=N_(
            "How well a touchpoint keeps what %(customers)s expect of it, from 1 to 5, as the organisation "
            "judges it."
        ),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.touchpoints.values() if each.record.rating)
        ),
    ),
    MethodWord(
        id="future-state",
        title=N_("Future state"),
        definition=N_(
            "A journey as it is meant to become. It is compared with the one of today, step by step."
        ),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.mapped if each.record.state == "future")
        ),
    ),
    MethodWord(
        id="goal",
        title=N_("Goal"),
        definition=N_(
            "What the organisation wants to reach, with the metric that tells of it, a target and a day. "
            "Journeys and opportunities serve it."
        ),
        example=examples.first(lambda catalogue: catalogue.goals.values()),
    ),
    MethodWord(
        id="group",
        title=N_("Group"),
        definition=N_("What sort of touchpoint it is, such as website, email, sales or support."),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.touchpoints.values() if each.record.group)
        ),
    ),
    MethodWord(
        id="impact",
        title=N_("Impact"),
        definition=N_("How much %(customers)s would feel an opportunity, from 1 (hardly) to 5 (it decides)."),
        example=examples.best_opportunity,
    ),
    MethodWord(
        id="importance",
        title=N_("Importance"),
        definition=N_(
            "How much a touchpoint counts for %(customers)s, from 1 to 5. What matters much and disappoints "
            "is worked on first."
        ),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.touchpoints.values() if each.record.importance)
        ),
    ),
    MethodWord(
        id="journey",
        title=N_("Journey"),
        definition=N_(
            "The way that %(customers)s take to a goal, step by step, through all channels and teams."
        ),
        example=examples.first(lambda catalogue: catalogue.mapped),
    ),
    MethodWord(
        id="journey-map",
        title=N_("Journey map"),
        definition=N_(
            "The picture of a journey: stages and steps as columns, and in the rows what %(customers)s do, "
            "feel and need and what the organisation does."
        ),
        example=examples.first(lambda catalogue: catalogue.mapped),
    ),
    MethodWord(
        id="line-of-visibility",
        title=N_("Line of visibility"),
        definition=N_(
            "The line between what %(customers)s see (frontstage) and what they do not (backstage)."
        ),
        example=examples.step_with(
            lambda visit: visit.step.record.frontstage and visit.step.record.backstage
        ),
    ),
    MethodWord(
        id="low-point",
        title=N_("Low point"),
        definition=N_("The step of a journey at which a persona is most unhappy."),
        example=examples.worst_step,
    ),
    MethodWord(
        id="micro-conversion",
        title=N_("Micro-conversion"),
        definition=N_("The small yes that leads to the big one, such as trying on before buying."),
        example=examples.step_with(lambda visit: visit.step.record.micro_conversion),
    ),
    MethodWord(
        id="optional",
        title=N_("Optional step"),
        definition=N_("A step that %(customers)s may skip; on the map it has a dashed edge."),
        example=examples.step_with(lambda visit: visit.step.record.optional),
    ),
    MethodWord(
        id="owner",
        title=N_("Owner"),
        definition=N_("The team that answers for a journey, a stage, a step or a touchpoint."),
        example=examples.first(
            lambda catalogue: (each.owner for each in catalogue.journeys.values() if each.owner)
        ),
    ),
    MethodWord(
        id="persona",
        title=N_("Persona"),
        definition=N_("An invented person who stands for many %(customers)s with the same goals and needs."),
        example=examples.first(lambda catalogue: catalogue.personas.values()),
    ),
    MethodWord(
        id="planned",
        title=N_("Planned"),
        definition=N_("A journey that nobody has mapped yet. It is in no average and is not due for review."),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.journeys.values() if each.is_planned)
        ),
    ),
    MethodWord(
        id="principle",
        title=N_("Principle"),
        definition=N_("What every experience with the organisation must be like."),
        example=examples.first(lambda catalogue: catalogue.principles.values()),
    ),
    MethodWord(
        id="review",
        title=N_("Review"),
        definition=N_(
            "The look at a journey with those who know it, to see whether it still holds. Whoever has one "
            "behind the handbook's rhythm sees “due again”."
        ),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.journeys.values() if each.record.reviewed)
        ),
    ),
    MethodWord(
        id="segment",
        title=N_("Segment"),
        definition=N_(
            "A group of %(customers)s who need the same, with its size and what they are promised."
        ),
        example=examples.first(lambda catalogue: catalogue.segments.values()),
    ),
    MethodWord(
        id="severity",
        title=N_("Severity"),
        definition=N_(
            "How much a pain point hurts, from 1 (a nuisance) to 5 (%(customers)s leave). Five bars show it."
        ),
        example=examples.severest_pain,
    ),
    MethodWord(
        id="stage",
        title=N_("Stage"),
        definition=N_(
            "A part of what %(customers)s live through with the organisation, such as purchase or support. "
            "All journeys share the same stages."
        ),
        example=examples.first(lambda catalogue: catalogue.stages.values()),
    ),
    MethodWord(
        id="step",
        title=N_("Step"),
        definition=N_("One thing that %(customers)s do on a journey, in their own words."),
        example=examples.step_with(lambda _: True),
    ),
    MethodWord(
        id="trust",
        title=N_("Proven"),
        definition=N_("How many statements of a stage rest on evidence that still holds."),
        example=examples.proven_pain,
    ),
    MethodWord(
        id="variant",
        title=N_("Variant"),
        definition=N_("The same journey in another country, another shop or with another product."),
        example=examples.first(
            lambda catalogue: (each for each in catalogue.journeys.values() if each.record.variant_of)
        ),
    ),
)
"""Every other word of the method."""
