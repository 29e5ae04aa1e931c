"""The spacing of values: ulp(x), and ulp(x)/x, against the magnitude of x for every format."""

from fpviz.widgets.spacing_plot.paint import paint
from fpviz.widgets.spacing_plot.picture import SpacingPicture, Window
from fpviz.widgets.spacing_plot.widget import SpacingPlot

__all__ = ["SpacingPicture", "SpacingPlot", "Window", "paint"]
