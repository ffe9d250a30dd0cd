"""What is always called the same: what sources leave unsaid, and what each basis means."""

NOT_STATED = "not stated"
NOT_STATED_THEN = f"{NOT_STATED} for this day"
LEFT_OPEN = "left open by the source"
ESTIMATED = "estimated"
BASIS_WORDS = {
    "stated": "stated",
    "implied": "implied: follows from the words",
    "shown": "only shown on a chart or list",
    "inferred": "our inference, in no document",
}
"""What each basis means."""
WITH_OUR_INFERENCE = "With our inference, which no document states: "
"""What stands before the heading of something that holds only if our own inference does."""
