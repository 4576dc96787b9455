"""A handbook as tables, one a kind of thing, whose ids join them: for spreadsheets and analysts."""
