"""A window for tests of the whole program."""

from __future__ import annotations

import pytest

from fpviz.app.appearance import Appearance
from fpviz.app.launch import build_window, passing_settings
from fpviz.model.scene import Scene


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    """The main window on the first scene, complete and on screen."""
    main = build_window(Scene(), passing_settings(str(tmp_path)), Appearance(qapp, "light"))
    qtbot.addWidget(main)
    main.resize(1440, 900)
    main.show()
    qtbot.waitExposed(main)
    main.build_late()
    main.arrange()
    qapp.processEvents()
    return main
