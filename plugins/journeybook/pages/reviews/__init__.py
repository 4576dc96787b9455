"""Pages and files of what comes round: reviews, the agenda of the meeting, calendars and feeds."""
