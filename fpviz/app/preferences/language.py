"""The language of the window, or that of the system."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from fpviz.app.platform_check import PlatformError, lacking
from fpviz.app.preferences.choice import Preference
from fpviz.model.files.resources import resource
from fpviz.model.languages import CHINESE, ENGLISH, LANGUAGES

_LETTERS = {CHINESE: (QFontDatabase.WritingSystem.SimplifiedChinese, "fonts-noto-cjk")}
"""What languages need beyond the letters that every font has, and Debian's package of a font."""


class Language(Preference[str]):
    """The language of the application, one of ``LANGUAGES``."""

    def __init__(self, app: QApplication, choice: str) -> None:
        super().__init__(app, choice, ENGLISH)
        self._app = app
        self._translators: list[QTranslator] = []
        self.follow()

    def _wanted(self) -> str:
        return self.choice if self.choice in LANGUAGES else system_language()

    def _put_into_force(self, value: str) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = [] if value == ENGLISH else _translators(value)
        for translator in self._translators:
            self._app.installTranslator(translator)


def system_language() -> str:
    """Of our languages, the one that people read and fonts can write here, else English."""
    language = language_for(QLocale.system().uiLanguages())
    return ENGLISH if missing_letters(language) else language


def missing_letters(language: str) -> dict[str, str]:
    """The fonts that one of our languages lacks here, each with Debian's package of it."""
    if language not in _LETTERS:
        return {}
    writing, package = _LETTERS[language]
    known = QFontDatabase.families(writing)
    return {} if known else {f"fonts for {LANGUAGES[language]}": package}


def check_letters(language: str) -> None:
    """See that what a person asks for can be written. Raises PlatformError."""
    if fonts := missing_letters(language):
        raise PlatformError(lacking(fonts))


def language_for(tags: list[str]) -> str:
    """Of our languages, the first that is among the tags, such as ``zh-Hans-CN`` or ``en``.

    >>> language_for(["de-DE", "de", "zh-CN", "en"]), language_for(["de-DE", "de"])
    ('zh_CN', 'en')
    """
    for tag in tags:
        locale = QLocale(tag)
        if locale.language() is QLocale.Language.English:
            return ENGLISH
        if locale.language() is QLocale.Language.Chinese:
            simplified = locale.script() is QLocale.Script.SimplifiedHanScript
            return CHINESE if simplified else ENGLISH
    return ENGLISH


def _translators(language: str) -> list[QTranslator]:
    """Qt's words in a language, for the buttons of its dialogs, and ours."""
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = (f"{of_qt}/qtbase_{language}.qm", resource(f"translations/fpviz_{language}.qm"))
    translators = []
    for file in files:
        translator = QTranslator()
        if translator.load(str(file)):
            translators.append(translator)
    return translators
