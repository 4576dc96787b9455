"""Make the board pack, a presentation of the whole handbook for those who decide.

`told` says what stands on each slide, as plain text and numbers; `deck` has the values for that. `drawn` lays
them on the layouts of a template, whose sizes it measures: text that does not fit is set smaller, then cut,
and stands whole in the speaker's notes. `board_pack` does one after the other.
"""
