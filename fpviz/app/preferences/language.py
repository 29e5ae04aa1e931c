"""The language of the window, or that of the system: one controller that tells everyone."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from fpviz.app.assets import resource
from fpviz.app.platform_check import PlatformError, lacking
from fpviz.model.languages import ENGLISH, LANGUAGES

_LETTERS = {"zh_CN": (QFontDatabase.WritingSystem.SimplifiedChinese, "fonts-noto-cjk")}
"""What languages need beyond the letters that every font has, and Debian's package of a font."""


class Language(QObject):
    """The language of the application.

    Signals:
        changed(str): the texts are to be said in another language, one of ``LANGUAGES``.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, choice: str) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._present = ENGLISH
        self._translators: list[QTranslator] = []
        self._take(self._wanted())

    @property
    def present(self) -> str:
        """The language that is spoken, one of ``LANGUAGES``."""
        return self._present

    @property
    def choice(self) -> str:
        """``system``, or one of ``LANGUAGES``."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take a language by name, or the system's."""
        self._choice = choice
        self._take(self._wanted())

    def _wanted(self) -> str:
        return self._choice if self._choice in LANGUAGES else system_language()

    def _take(self, language: str) -> None:
        if language == self._present:
            return
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = [] if language == ENGLISH else _translators(language)
        for translator in self._translators:
            self._app.installTranslator(translator)
        self._present = language
        self.changed.emit(language)


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
            return "zh_CN" if simplified else ENGLISH
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
