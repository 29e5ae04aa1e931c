"""What is said of what is under the mouse: in the status line, and in a tooltip."""

from __future__ import annotations

from fpviz.core.markup import in_html
from fpviz.widgets.formats.facts import card
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.hits import Hit
from fpviz.widgets.number_line.layout.boxes import Layout

_BETWEEN = " · "


def remark(layout: Layout, hit: Hit) -> str:
    """One line about it; empty where nothing is."""
    picture = layout.picture
    if hit.pins:
        return _BETWEEN.join(map(words.pin_text, hit.pins))
    if hit.bar is not None:
        return words.bar_text(hit.bar)
    if hit.named is not None:
        return words.window_text(hit.named, picture.view)
    if hit.lane is None:
        return ""
    if hit.place is not None:
        return words.tick_text(hit.lane, hit.place)
    return words.hover_text(picture, hit.lane, hit.value, layout.pixel)


def tooltip(layout: Layout, hit: Hit) -> str:
    """The same on several lines; of a format, its facts."""
    if hit.pins:  # their notes are people's, and may look like marks of HTML
        return in_html("\n".join(map(words.pin_text, hit.pins)))
    text = remark(layout, hit).replace(_BETWEEN, "\n")
    if hit.named is not None:
        return card(hit.named.format, layout.picture.rules, text.split("\n", 1)[1])
    return text
