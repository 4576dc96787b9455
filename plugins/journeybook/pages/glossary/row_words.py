"""The words that are heads of rows of the map."""

from journeybook.messages import N_
from journeybook.pages.glossary import examples
from journeybook.pages.glossary.method_word import MethodWord

ROW_WORDS = (
    MethodWord(
        id="actors",
        title=N_("Actors"),
        definition=N_("Who else takes part in a step: teams, partners, neighbours."),
        example=examples.step_with(lambda visit: visit.step.actors),
        lanes=("actors",),
    ),
    MethodWord(
        id="backstage",
        title=N_("Backstage"),
        definition=N_("What staff do for a step without %(customers)s seeing it."),
        example=examples.text_of("backstage"),
        lanes=("backstage",),
    ),
    MethodWord(
        id="content",
        title=N_("Content"),
        definition=N_("What is published for a stage: guides, campaigns, e-mails, each with its status."),
        example=examples.content,
        lanes=("content",),
    ),
    MethodWord(
        id="customer-actions",
        title=N_("Customer actions"),
        definition=N_("What %(customers)s do in a step, as somebody could watch it."),
        example=examples.text_of("actions"),
        lanes=("actions",),
    ),
    MethodWord(
        id="devices",
        title=N_("Devices"),
        definition=N_("What %(customers)s hold in their hands in a step, such as a telephone."),
        example=examples.value_of("devices"),
        lanes=("devices",),
    ),
    MethodWord(
        id="documents",
        title=N_("Documents and links"),
        definition=N_("Forms, guides and pages that belong to a step."),
        example=examples.step_with(lambda visit: visit.step.record.links),
        lanes=("links",),
    ),
    MethodWord(
        id="doubts",
        title=N_("Doubts"),
        definition=N_("What makes %(customers)s hesitate. A doubt that nothing answers costs the decision."),
        example=examples.text_of("doubts"),
        lanes=("doubts",),
    ),
    MethodWord(
        id="evidence",
        title=N_("Evidence"),
        definition=N_(
            "What shows that a statement is true: interviews, observations, surveys, figures. It has a date "
            "and may expire."
        ),
        example=examples.step_with(lambda visit: visit.step.record.evidence),
        lanes=("evidence",),
    ),
    MethodWord(
        id="expectations",
        title=N_("Expectations"),
        definition=N_("What %(customers)s take for granted in a step, and miss when it is not there."),
        example=examples.text_of("expectations"),
        lanes=("expectations",),
    ),
    MethodWord(
        id="feelings",
        title=N_("Feelings"),
        definition=N_("How %(customers)s feel in a step, in a word or two."),
        example=examples.text_of("feelings"),
        lanes=("feelings",),
    ),
    MethodWord(
        id="frontstage",
        title=N_("Frontstage"),
        definition=N_("What staff do for a step where %(customers)s see it."),
        example=examples.text_of("frontstage"),
        lanes=("frontstage",),
    ),
    MethodWord(
        id="metric",
        title=N_("Metric"),
        definition=N_("What is measured regularly to see whether it gets better, with a target."),
        example=examples.first(lambda catalogue: catalogue.metrics.values()),
        lanes=("metrics",),
    ),
    MethodWord(
        id="moment-of-truth",
        title=N_("Moment of truth"),
        definition=N_("A step that decides whether %(customers)s stay. It is marked by a star (★)."),
        example=examples.worst_moment,
        lanes=("moments",),
    ),
    MethodWord(
        id="motivations",
        title=N_("Motivations"),
        definition=N_("What drives %(customers)s to go on."),
        example=examples.text_of("motivations"),
        lanes=("motivations",),
    ),
    MethodWord(
        id="needs",
        title=N_("Needs"),
        definition=N_("What %(customers)s need in a step, whether they say so or not."),
        example=examples.text_of("needs"),
        lanes=("needs",),
    ),
    MethodWord(
        id="opportunity",
        title=N_("Opportunity"),
        definition=N_("An idea that would make a journey better, judged by its impact and its effort."),
        example=examples.best_opportunity,
        lanes=("opportunities",),
    ),
    MethodWord(
        id="pain-point",
        title=N_("Pain point"),
        definition=N_("A problem that holds %(customers)s back or annoys them in a step."),
        example=examples.severest_pain,
        lanes=("pain_points",),
    ),
    MethodWord(
        id="quotes",
        title=N_("Quotes"),
        definition=N_("What %(customers)s said, in their own words."),
        example=examples.text_of("quotes"),
        lanes=("quotes",),
    ),
    MethodWord(
        id="recovery",
        title=N_("When it fails"),
        definition=N_("What goes wrong in a step, and how it is made good."),
        example=examples.step_with(lambda visit: visit.step.record.recovery),
        lanes=("recovery",),
    ),
    MethodWord(
        id="satisfaction",
        title=N_("Satisfaction"),
        definition=N_(
            "How satisfied a persona is at a step: 1 very unhappy, 3 neutral, 5 delighted. Faces and colours "
            "show it; that of stages and journeys is the mean."
        ),
        example=examples.worst_step,
        lanes=("satisfaction",),
    ),
    MethodWord(
        id="systems",
        title=N_("Systems"),
        definition=N_("The software and devices that staff work with in a step."),
        example=examples.system,
        lanes=("systems",),
    ),
    MethodWord(
        id="thoughts",
        title=N_("Thoughts"),
        definition=N_("What %(customers)s think in a step."),
        example=examples.text_of("thoughts"),
        lanes=("thoughts",),
    ),
    MethodWord(
        id="time",
        title=N_("Time"),
        definition=N_("How long %(customers)s are busy in a step, and how long they wait on top of that."),
        example=examples.step_with(lambda visit: visit.step.record.wait),
        lanes=("time",),
    ),
    MethodWord(
        id="touchpoint",
        title=N_("Touchpoint"),
        definition=N_(
            "A place where %(customers)s meet the organisation: the checkout, a page, an e-mail, a "
            "conversation."
        ),
        example=examples.first(lambda catalogue: catalogue.touchpoints.values()),
        lanes=("touchpoints",),
    ),
)
"""Every word of the method that a row of the map is called by."""
