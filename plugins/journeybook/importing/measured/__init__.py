"""Read exports of analytics and surveys as measured values; answers are counted, never copied."""

from journeybook.importing.measured.reading import holds_answers, measured_in, read_measured, states_days

__all__ = ["holds_answers", "measured_in", "read_measured", "states_days"]
