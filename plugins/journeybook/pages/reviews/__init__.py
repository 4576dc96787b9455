"""What comes round: the page of reviews, the agenda of the meeting, calendars and feeds."""
