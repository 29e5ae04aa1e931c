"""What holds for every panel."""

from __future__ import annotations

import pytest

from fpviz.model.views import VIEWS, PanelView
from fpviz.panels import PANELS
from fpviz.widgets.look.theme import LIGHT


@pytest.mark.parametrize("kind", [entry.kind for entry in PANELS.values()], ids=PANELS)
def test_what_a_panel_remembers_is_kept_in_scenes(qtbot, session, kind):
    panel = kind(session, LIGHT)
    qtbot.addWidget(panel)
    assert type(panel.view()) is VIEWS.get(kind.ID, PanelView)


def test_each_panel_stands_in_the_table_under_its_id():
    assert list(PANELS) == [entry.kind.ID for entry in PANELS.values()]
