"""Runs first in the frozen program: stands in for Qt's modules for OpenGL.

They are called only if a view is asked to draw by OpenGL, which fpviz never does. With their
libraries they are 10 MB.
"""

# WORKAROUND pyqtgraph 0.14.0: it imports both and names one class of theirs whether they are wanted
# or not; not reported.

import sys
from types import ModuleType


class QOpenGLWidget:
    """Is there to be named."""


drawing, widgets = ModuleType("PySide6.QtOpenGL"), ModuleType("PySide6.QtOpenGLWidgets")
widgets.QOpenGLWidget = QOpenGLWidget  # type: ignore[attr-defined] # a module made here
sys.modules.update({module.__name__: module for module in (drawing, widgets)})
