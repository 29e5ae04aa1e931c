"""The pages speak of the window in the window's own words, in every language."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from fpviz.app.launch import build_window
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.experiments import EXPERIMENTS
from fpviz.model.files.resources import resource
from fpviz.model.files.scene import Scene
from fpviz.model.guide import read_pages
from fpviz.model.languages import LANGUAGES
from fpviz.model.settings import passing_settings
from fpviz.model.workspaces import WORKSPACES
from fpviz.widgets.translated import said


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request, qapp, tmp_path_factory):
    """A language, what is written on the controls of the window in it, and its panels' names."""
    language = Language(qapp, request.param)
    settings = passing_settings(str(tmp_path_factory.mktemp("window")))
    window = build_window(Scene(), settings, Appearance(qapp, "light"), language)
    window.resize(1440, 900)
    window.show()
    window.later.complete()
    panels = {}
    for workspace in reversed(WORKSPACES):
        window.session.workspace.choose(workspace)
        window.later.complete()
        panels |= {name: frame.windowTitle() for name, frame in window.frames.items()}
    written = _written(window)
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    language.choose("en")
    return request.param, written, panels


def _written(window):
    """What is written on controls, in menus and in lists, and the keys of actions."""
    words = {
        control.text().replace("&", "")
        for kind in (QAbstractButton, QLabel)
        for control in window.findChildren(kind)
    }
    for action in window.findChildren(QAction):
        words |= {key.toString() for key in action.shortcuts()}
    for box in window.findChildren(QComboBox):
        words |= {box.itemText(at) for at in range(box.count())}
    for experiment in EXPERIMENTS:
        words |= {said(parameter.label) for parameter in experiment.parameters}
    return words | {re.sub(r"\(.\)$", "", word) for word in words}  # a Chinese word's letter key


def _pages(language):
    return read_pages(resource("guide"), language)


def test_what_is_bold_is_written_in_the_window(words):
    """A page sets in bold what the reader looks for: words on controls, and keys."""
    language, written, _ = words
    bold = {
        (page.name, text)
        for page in _pages(language)
        for text in re.findall(r"\*\*(.+?)\*\*", page.text)
    }
    assert len(bold) > 20
    assert {(name, text) for name, text in bold if text not in written} == set()


def test_panels_are_called_what_the_window_calls_them(words):
    language, _, panels = words
    named = {
        (page.name, text, panel)
        for page in _pages(language)
        for text, panel in re.findall(r"\[([^\]]+)\]\(panel:([\w-]+)\)", page.text)
    }
    assert {each for each in named if panels[each[2]] != each[1]} == set()
