"""The number line: a lane a format on one axis, exact at every scale."""

from fpviz.widgets.number_line.painting.whole import paint
from fpviz.widgets.number_line.picture import Lane, Picture, PinMark, Subject
from fpviz.widgets.number_line.widget import NumberLine

__all__ = ["Lane", "NumberLine", "Picture", "PinMark", "Subject", "paint"]
