"""What both stages of the panel "Expression" say."""

from fpviz.core.phrase import phrase

UNDER_WAY = phrase("This is being worked out; shown is what was asked for before.")
ENDED = phrase("It was ended before it was worked out.")
