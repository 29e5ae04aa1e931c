"""The panel of lessons, on pages of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication

from fpviz.model.views import ViewOfGuide
from fpviz.panels.guide import GuidePanel
from fpviz.widgets.look.theme import DARK, LIGHT

START = (
    "# Start\n\nSee [the second](lesson:second), [a scene](scene:swamped), [a value](value:1/3).\n"
)
SECOND = """# The second

Text with `65504`, a link to [Bits](panel:bits) and **bold** words.

> You may have read: “x.”

| a | b |
|---|---|
| 1 | 2 |

```
1.01
```

""" + "\n\n".join(f"Paragraph {n}." for n in range(60))


@pytest.fixture
def folder(tmp_path):
    pages = tmp_path / "guide" / "en"
    pages.mkdir(parents=True)
    (pages / "00-start.md").write_text(START)
    (pages / "01-second.md").write_text(SECOND)
    return tmp_path


@pytest.fixture
def panel(session, qtbot, folder):
    widget = GuidePanel(session, LIGHT)
    widget.read_from(folder, "en")
    qtbot.addWidget(widget)
    widget.resize(400, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_it_reads_nothing_before_it_is_seen(session, qtbot, folder):
    widget = GuidePanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.read_from(folder, "en")
    assert widget.page is None
    widget.restore_view(ViewOfGuide("second"))
    assert widget.view() == ViewOfGuide("second")
    widget.show()
    assert widget.page.name == "second"


def test_one_goes_from_lesson_to_lesson(panel, qtbot):
    captions = []
    panel.caption_changed.connect(captions.append)
    assert panel.page.title == "Start"
    assert not panel.previous.isEnabled()
    qtbot.mouseClick(panel.further, Qt.MouseButton.LeftButton)
    assert panel.page.title == panel.text.accessibleDescription() == "The second"
    assert captions == ["lesson 1 of 1"]
    assert not panel.next.isEnabled()
    assert not panel.further.isVisible()
    panel.go_on()
    assert panel.page.name == "second"
    qtbot.keyClick(panel.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert panel.page.name == "start"
    qtbot.keyClick(panel.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert panel.page.name == "second"
    panel.lessons.activated.emit(0)
    assert panel.page.name == "start"


def test_a_long_title_makes_no_panel_wide(session, qtbot, folder):
    least = []
    title = "A title " * 12
    for name in ("Short", title):
        (folder / "guide" / "en" / "01-second.md").write_text(f"# {name}\n")
        panel = GuidePanel(session, LIGHT)
        qtbot.addWidget(panel)
        panel.read_from(folder, "en")
        panel.show()
        least.append(panel.minimumSizeHint().width())
    assert least[0] == least[1]
    panel.resize(least[0], 500)
    qtbot.waitUntil(lambda: panel.further.y() > panel.load.y())  # it goes below
    assert panel.further.text().startswith("A title")
    assert panel.further.text().endswith("›")
    assert "…" in panel.further.text()
    assert title.strip() in panel.further.accessibleName()
    panel.resize(panel.further.sizeHint().width() + 400, 500)
    qtbot.waitUntil(lambda: panel.further.y() == panel.load.y())
    assert panel.further.text() == f"{title.strip()}  ›"
    corner = panel.further.mapTo(panel, panel.further.rect().bottomRight())
    assert corner.x() > panel.width() - 20


def test_links_are_reached_and_followed_by_keyboard(panel, qtbot):
    scenes = []
    panel.scene_wanted.connect(scenes.append)
    panel.text.setFocus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        qtbot.keyClick(panel.text, key)
    assert scenes == ["swamped"]
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel.document.state.source.text == "1/3"
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not panel.text


def test_the_controls_are_reached_in_reading_order(panel, qtbot):
    panel.go_on()
    panel.go_back()
    panel.lessons.setFocus()
    reached = []
    for _ in range(8):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
    text = [panel.text] * 4  # once for itself, and for each of its links
    assert reached == [panel.lessons, panel.next, *text, panel.load, panel.further]


def test_a_link_is_clicked(panel, qtbot):
    cursor = panel.text.document().find("the second")
    spot = panel.text.cursorRect(QTextCursor(cursor)).center() - QPoint(8, 0)
    qtbot.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.page.name == "second"


def test_a_link_that_is_no_value_is_said(panel):
    said = []
    panel.status_changed.connect(said.append)
    state = panel.document.state
    panel.follow("value:1..2")
    panel.follow("fpviz:1?in=fp17")
    assert "'1..2'" in said[0]
    assert "fp17" in said[1]
    assert panel.document.state == state


def test_a_value_keeps_the_formats_and_a_link_brings_its_own(panel):
    formats = panel.document.state.formats
    panel.follow("value:bf16:0x3f90")
    assert panel.document.state.formats == formats
    assert panel.document.state.active.name == "bf16"
    panel.follow("fpviz:2^-14?in=fp16,e3m2ieee&rounding=upward")
    state = panel.document.state
    assert [fmt.name for fmt in state.formats] == ["fp16", "e3m2ieee"]
    assert state.rules.rounding.value == "upward"


def test_the_button_asks_for_the_scene_of_the_lesson(panel, qtbot):
    scenes, panels = [], []
    panel.scene_wanted.connect(scenes.append)
    panel.panel_wanted.connect(panels.append)
    panel.go_on()
    qtbot.mouseClick(panel.load, Qt.MouseButton.LeftButton)
    panel.follow("panel:bits")
    assert (scenes, panels) == (["second"], ["bits"])
    assert "Undo" in panel.load.toolTip()


def test_what_is_read_stays_in_sight(panel, qapp):
    panel.go_on()
    panel.text.scroll_to(0.5)
    for change in (
        lambda: panel.set_theme(DARK),
        lambda: panel.resize(320, 400),
    ):
        change()
        qapp.processEvents()
        assert panel.text.scrolled() == pytest.approx(0.5, abs=0.02)
    view = panel.view()
    panel.go_back()
    assert panel.text.scrolled() == 0
    panel.restore_view(view)
    assert panel.view() == view
    panel.restore_view(ViewOfGuide("none", zoom=3))
    assert panel.view() == view


def letters(document):
    """How each run of words of the page is set."""
    found = {}
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            found[walk.fragment().text()] = walk.fragment().charFormat()
            walk += 1
        block = block.next()
    return found


def colours(document):
    """The colours in which words of the page are set."""
    return {text: form.foreground().color().name() for text, form in letters(document).items()}


def test_what_is_stressed_is_slanted_in_latin_letters_and_bold_in_chinese(panel):
    panel.text.show_text("A *float* is a *浮点数*.")
    forms = letters(panel.text.document())
    latin, chinese = forms["float"], forms["浮点数"]
    assert (latin.fontItalic(), latin.font().bold()) == (True, False)
    assert (chinese.fontItalic(), chinese.font().bold()) == (False, True)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_page_is_set_in_the_colours_of_the_theme(panel, theme):
    panel.go_on()
    panel.set_theme(theme)
    document = panel.text.document()
    assert colours(document)["Text with "] == theme.ink
    assert colours(document)["Bits"] == theme.accent
    frames = document.rootFrame().childFrames()
    box, table = sorted(frames, key=lambda frame: isinstance(frame, QTextTable))
    assert box.frameFormat().background().color().name() == theme.accent_soft
    assert document.findBlock(box.firstPosition()).text().startswith("You may have read")
    assert isinstance(table, QTextTable)


def test_a_figure_is_the_whole_page_and_nothing_to_press(panel, qapp):
    panel.go_on()
    panel.become_figure()
    panel.resize(480, panel.figure_room(480).best)
    qapp.processEvents()
    assert not panel.load.isVisible()
    assert not panel.lessons.isVisible()
    assert panel.text.verticalScrollBar().maximum() == 0
    panel.resize(480, panel.height() - 40)
    qapp.processEvents()
    assert panel.text.verticalScrollBar().maximum() > 0
