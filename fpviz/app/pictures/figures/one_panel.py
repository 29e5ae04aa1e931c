"""A panel on a sheet of its own, built from a session, a theme and a language: without a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fpviz.app.pictures.figures.fitting_in import Fitted, fit, settle
from fpviz.app.pictures.figures.off_screen import deleted_after
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.size import Size
from fpviz.model.document import Views
from fpviz.model.files.resources import resources
from fpviz.model.session import Session
from fpviz.panels import PANELS
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.frame.figure_sheet import FigureSheet
from fpviz.widgets.look.theme import THEMES

_ANY_HEIGHT = 400
"""Pixels, until it is known how high the panel has to be."""


@contextmanager
def one_panel(
    session: Session, views: Views, look: PictureLook, language: str
) -> Iterator[tuple[FigureSheet, Fitted]]:
    """The panel that ``look`` names, laid out."""
    for panel_id, view in views.items():
        if panel_id in PANELS:
            PANELS[panel_id].kind.tell_session(session, view)
    entry = PANELS[look.panel]
    panel = entry.kind(session, THEMES[look.theme])
    panel.read_from(resources(), language)
    sheet = FigureSheet(panel, entry.title, THEMES[look.theme])
    with deleted_after(sheet):
        panel.caption_changed.connect(sheet.set_caption)
        panel.restore_view(views.get(look.panel, panel.view()).over(panel.view()))
        panel.build_late()
        panel.show_now()  # what it needs to know how wide it wants to be
        if caption := panel.figure_caption():
            panel.caption_changed.disconnect(sheet.set_caption)
            sheet.set_caption(caption)
        panel.become_figure()
        yield sheet, _laid_out(sheet, panel, look.size)


def _laid_out(sheet: FigureSheet, panel: Panel, size: Size | None) -> Fitted:
    """The sheet at its size; by its nature, where none is wanted."""
    first = size or Size(panel.figure_width())
    sheet.resize(round(first.pixels[0]), _ANY_HEIGHT)
    sheet.show()
    settle(sheet)
    # some widths are known only when all is there
    fitted = fit(size or Size(panel.figure_width()), lambda width: _room(sheet, panel, width))
    sheet.resize(*fitted.layout)
    return fitted


def _room(sheet: FigureSheet, panel: Panel, width: int) -> Room:
    rest, room = sheet.rest(width), panel.figure_room(width)
    return Room(room.width, room.least + rest, room.best + rest)
