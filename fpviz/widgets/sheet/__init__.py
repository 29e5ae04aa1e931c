"""The worked sheet of an operation: digits in columns, a short sentence a step.

``layout`` says where everything stands (no painter), ``paint`` draws it, ``view`` scrolls it.
"""

from fpviz.widgets.sheet.view import SheetView

__all__ = ["SheetView"]
