"""The language: chosen by the system at first, changed while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from fpviz.app import dialogs
from fpviz.app.cli.main import main
from fpviz.app.preferences.language import (
    language_for,
    missing_letters,
    system_language,
)
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import phrase
from fpviz.model.files.scene import Setup
from fpviz.model.languages import LANGUAGES
from fpviz.model.runs import KeptRun
from fpviz.model.settings import LANGUAGE
from fpviz.panels import PANELS
from fpviz.widgets.translated import said
from tests.strides import one_in

FP16 = find_format("fp16")


def speak(window, qapp, language):
    window.menus.languages.choose(language)
    qapp.processEvents()


def is_chinese(text):
    return any("一" <= letter <= "鿿" for letter in text)


def menu_titles(window):
    return [action.text() for action in window.menuBar().actions()]


def panel_titles(window):
    return [frame.windowTitle() for frame in window.frames.values()]


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hans-SG", "zh"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "en"),
        (["de-DE", "de", "zh-CN", "en"], "zh_CN"),
        (["en-GB", "en", "zh-CN"], "en"),
        (["de-DE", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_language_at_first_is_one_that_people_here_read(tags, language):
    assert language_for(tags) == language


def test_the_choices_are_the_same_everywhere(capsys):
    assert LANGUAGE.choices == ("system", *LANGUAGES)
    assert main(["--lang", "tlh"]) == 2
    assert str([*LANGUAGES, "system"])[1:-1] in capsys.readouterr().err


def test_every_language_but_english_has_its_translations(qapp, language):
    for name in LANGUAGES:
        language.choose(name)
        assert language.present == name
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        view = QCoreApplication.translate("Menus", "&View")
        assert (cancel == "Cancel", view == "&View") == (name == "en",) * 2


def test_the_window_speaks_another_language_and_the_first_again(window, qapp):
    english = menu_titles(window), panel_titles(window)
    speak(window, qapp, "zh_CN")
    assert all(map(is_chinese, (*menu_titles(window), *panel_titles(window))))
    assert window.settings.get(LANGUAGE) == "zh_CN"
    speak(window, qapp, "en")
    assert (menu_titles(window), panel_titles(window)) == english


def test_nothing_is_lost_by_it(window, qapp, qtbot):
    window.document.set_source(parse_literal("1/3"))
    window.document.toggle_bit(FP16, 3)
    window.document.set_setup(Setup("counting"))
    window.session.runs.wait()
    window.panels["updates"].keep_run()
    window.panels["updates"].plot.show_part((5.0, 25.5, 0.25, 0.75))
    window.panels["updates"].show_stage("table")
    window.panels["number-line"].axes.button("log2").click()
    window.panels["bits"].arrangement.button("packed").click()
    scene, kept = window.shown.scene(), window.session.runs.kept
    undo = window.document.undo_stack.count()

    speak(window, qapp, "zh_CN")

    assert window.shown.scene() == scene
    assert window.document.undo_stack.count() == undo
    assert window.session.runs.kept == kept
    for _ in range(2):  # the experiment, then the bit
        window.document.undo_stack.undo()
    assert window.document.state.source == parse_literal("1/3")
    assert window.value_bar.entry.edit.text() == "1/3"


def test_the_layout_stays(window, qapp):
    def sizes():
        return {name: each.size() for name, each in window.frames.items() if each.isVisible()}

    window.frames["why"].hide()
    window.guide.show_guide()
    qapp.processEvents()
    window.resizeDocks([window.frames["bits"]], [300], Qt.Orientation.Vertical)
    window.resizeDocks([window.frames["guide"]], [430], Qt.Orientation.Horizontal)
    qapp.processEvents()
    before = sizes()
    for spoken in ("zh_CN", "en"):  # other signs may make the menu bar a little taller
        speak(window, qapp, spoken)
        assert sizes().keys() == before.keys()
    assert sizes() == before


def test_the_file_and_its_name_stay(window, qapp, tmp_path):
    window.files.take(tmp_path / "mine.fpviz")
    window.document.toggle_bit(FP16, 0)
    speak(window, qapp, "zh_CN")
    assert window.windowTitle().startswith("mine")
    assert window.isWindowModified()
    window.files.take(None)  # or closing would ask


@pytest.mark.sweep
def test_a_floating_panel_floats_on_and_tabs_stay_chosen(window, qapp):
    window.frames["decoded"].setFloating(True)
    window.frames["decoded"].move(QPoint(60, 70))
    window.frames["steps"].raise_()
    qapp.processEvents()
    speak(window, qapp, "zh_CN")
    assert window.frames["decoded"].isFloating()
    assert window.frames["decoded"].pos() == QPoint(60, 70)
    assert not window.frames["steps"].visibleRegion().isEmpty()
    assert window.frames["updates"].visibleRegion().isEmpty()
    window.frames["decoded"].setFloating(False)  # or it would outlive the window on the screen


def test_the_keyboard_stays_where_it_is(window, qapp):
    document = window.document
    document.move_format(FP16, 2)
    window.panels["bits"].grid.focus_bit(FP16, 9)
    speak(window, qapp, "zh_CN")
    assert window.panels["bits"].grid.focused_bit == (FP16, 9)

    window.panels["number-line"].update_field.setFocus()
    speak(window, qapp, "en")
    assert window.focusWidget() is window.panels["number-line"].update_field


def test_a_value_that_is_half_typed_stays(window, qapp, qtbot):
    edit = window.value_bar.entry.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "1e-")
    speak(window, qapp, "zh_CN")
    edit = window.value_bar.entry.edit
    assert edit.text() == "1e-"
    assert window.focusWidget() is edit
    qtbot.keyClicks(edit, "3")
    assert window.document.state.source.text == "1e-3"


def test_the_old_widgets_are_gone_and_the_new_ones_hear_once(window, qapp, monkeypatch):
    def widgets():
        return len(window.findChildren(QWidget)), len(qapp.topLevelWidgets())

    speak(window, qapp, "zh_CN")
    speak(window, qapp, "en")
    counted = widgets()
    speak(window, qapp, "zh_CN")
    speak(window, qapp, "en")
    assert widgets() == counted

    heard = []
    for panel_id in PANELS:
        window.panels[panel_id].caption_changed.connect(lambda _, name=panel_id: heard.append(name))
    window.document.toggle_bit(FP16, 0)
    assert len(heard) == len(set(heard))


def test_changes_of_every_kind_reach_only_what_is_there(window, qapp):
    """A slot of a panel that is gone would raise."""
    speak(window, qapp, "zh_CN")
    window.document.toggle_bit(FP16, 0)
    window.document.set_setup(Setup("accumulation"))
    window.session.runs.wait()
    window.session.runs.keep(KeptRun("a", window.session.runs.run))
    window.session.runs.look_at(3)
    window.menus.themes.choose("dark")
    window.panels["bits"].arrangement.button("packed").click()
    window.document.undo_stack.undo()
    qapp.processEvents()
    assert window.panels["why"].theme.name == "dark"


def test_the_system_is_followed_again(window, qapp, monkeypatch):
    monkeypatch.setattr("fpviz.app.preferences.language.system_language", lambda: "zh_CN")
    speak(window, qapp, "system")
    assert window.language.present == "zh_CN"
    assert all(map(is_chinese, menu_titles(window)))


@pytest.mark.sweep
def test_the_menu_names_each_language_in_itself(window, qapp):
    for spoken in LANGUAGES:
        speak(window, qapp, spoken)
        (ticked,) = (
            {action.text(): action.isChecked() for action in menu.actions()[1:]}
            for menu in window.menuBar().findChildren(QMenu)
            if "简体中文" in [action.text() for action in menu.actions()]
        )
        assert ticked == {name: key == spoken for key, name in LANGUAGES.items()}


@pytest.mark.parametrize("spoken", one_in(2, LANGUAGES, start=1))
def test_no_two_entries_of_a_menu_have_the_same_key(window, qapp, spoken):
    speak(window, qapp, spoken)
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(keys) == len(set(keys)), texts


def test_pictures_are_drawn_in_each_language_that_fonts_here_can_write(qapp, tmp_path, capsys):
    for name in LANGUAGES:
        path = tmp_path / f"{name}.svg"
        words = ["render", "1/3", "--panel", "number-line", "--lang", name, "-o", str(path)]
        lacking = missing_letters(name)
        assert main(words) == (2 if lacking else 0)
        assert [each for each in lacking if each not in capsys.readouterr().err] == []
        assert path.exists() == (not lacking)
        if path.exists():
            assert is_chinese(path.read_text("utf-8")) == (name == "zh_CN")


def test_without_chinese_fonts_it_is_refused_and_the_system_gets_english(monkeypatch, capsys):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    monkeypatch.setattr("fpviz.app.preferences.language.language_for", lambda tags: "zh_CN")
    assert system_language() == "en"
    assert main(["render", "1", "--lang", "zh_CN", "-o", "never.png"]) == 2
    err = capsys.readouterr().err
    assert "简体中文" in err
    assert err.count("\n") == 1


def test_undo_says_what_it_undoes_in_the_language_of_now(window, qapp):
    history = window.menus.history
    assert (history.undo.text(), history.undo.isEnabled()) == ("Undo", False)
    window.document.toggle_bit(FP16, 0)
    window.document.remove_format(FP16)
    assert history.undo.text() == "Undo: remove FP16"
    history.undo.trigger()
    assert history.undo.text() == "Undo: toggle a bit"
    assert history.redo.text() == "Redo: remove FP16"
    speak(window, qapp, "zh_CN")
    history = window.menus.history
    assert said(phrase("toggle a bit")) in history.undo.text()
    assert all(map(is_chinese, (history.undo.text(), history.redo.text())))
    history.redo.trigger()
    assert said(phrase("remove {format}", format="FP16")) in history.undo.text()


def test_readings_are_copied_in_the_language_and_steps_are_exported_in_none(
    window, qapp, tmp_path, monkeypatch, capsys
):
    window.document.set_source(parse_literal("0.1+0.2"))
    names = [word for fmt in window.document.state.formats for word in ("-f", fmt.name)]
    assert main(["show", "0.1+0.2", *names]) == 0
    copied, exported = {}, {}
    for language in ("en", "zh_CN"):
        speak(window, qapp, language)
        window.menus.actions["copy-snapshot"].trigger()
        copied[language] = QGuiApplication.clipboard().text()
        path = tmp_path / f"{language}.csv"
        monkeypatch.setattr(dialogs, "ask_save", lambda *_, path=path: path)
        window.menus.experiments.export_csv()
        exported[language] = path.read_bytes()
    assert copied["en"] + "\n" == capsys.readouterr().out
    assert "类别          规格化数，不精确" in copied["zh_CN"]
    assert exported["zh_CN"] == exported["en"]
