"""What the system gives the running program, and the faces it takes from it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QTextLayout

from fpviz.app.preferences.appearance import usual_font
from fpviz.widgets.look.style import number_font, word_font

OPENED = """
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QFileOpenEvent
        from PySide6.QtWidgets import QApplication
        for opened in ({file!r}, QUrl("fpviz:fp32:0x3f8ccccd")):
            QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(opened))
            print(self.document.state.active.title, "shows", self.document.state.source.text)
        QApplication.exit(0)
"""


def test_a_file_and_a_link_from_the_desktop_are_opened_in_the_running_program(program, tmp_path):
    file = tmp_path / "a.fpviz"
    file.write_text('{"fpviz": 1, "source": "1.125", "formats": ["bf16"], "active": "bf16"}')
    status, printed = program(OPENED.format(file=str(file)))
    assert printed.splitlines()[-2:] == ["BF16 shows 1.125", "FP32 shows fp32:0x3f8ccccd"]
    assert status == 0


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("make", [word_font, number_font])
def test_chinese_has_a_chinese_face_where_there_is_one(qapp, make, bold):
    installed = {"Noto Sans CJK SC"} & set(QFontDatabase.families())
    used = set(faces(make(usual_font(), bold=bold), "直骨角"))
    assert used == installed or not installed
    assert not any("CJK" in face for face in faces(make(usual_font(), bold=bold), "Ab 1.5"))


def faces(font, text):
    """The faces that letters really come from."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [run.rawFont().familyName() for run in layout.glyphRuns()]
