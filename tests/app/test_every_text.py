"""No text of the window is left in English where the language is another.

Everything that is looked up comes back in other letters; then all that a user can see, point at or
hear is read, and what still has an English word in it was never looked up.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSysInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

from fpviz.app import dialogs
from fpviz.app.dialogs.about import AboutDialog
from fpviz.app.dialogs.crash import CrashDialog
from fpviz.app.launch import on_screen
from fpviz.app.pictures.export_dialog import ExportDialog
from fpviz.app.preferences.language import Language
from fpviz.core.arithmetic.hardware import Hardware
from fpviz.core.arithmetic.operations import OPERANDS, Operation
from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.literals import parse_literal
from fpviz.experiments import EXPERIMENTS
from fpviz.model.files.scene import Setup
from fpviz.widgets.formats.custom_format import CustomFormatDialog
from tests.app.kept_window import OpenWindow
from tests.strides import one_in, strided

# -- another language ---------------------------------------------------------------------------

_UNTOUCHED = re.compile(r"\{\w*\}|<[^>]*>|&\w+;")
_LETTERS = {ord(a) + i: ord(b) + i for a, b in (("a", "а"), ("A", "А")) for i in range(26)}


def foreign(text):
    """``text`` in Cyrillic letters, but for the places of values, and tags."""
    pieces, at = [], 0
    for kept in _UNTOUCHED.finditer(text):
        pieces += [text[at : kept.start()].translate(_LETTERS), kept[0]]
        at = kept.end()
    return "".join([*pieces, text[at:].translate(_LETTERS)])


class Foreign(QTranslator):
    """Answers for every text of ours, and for the buttons of Qt's dialogs.

    Other texts of Qt's, whose contexts are its classes, are left to it: it reads keys by them.
    """

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        is_ours = not context.startswith("Q") or context == "QPlatformTheme"
        return foreign(source) if is_ours else None


# -- what is English all the same ---------------------------------------------------------------

NAMES = (
    "fpviz|English|IEEE|NaN|nan|inf|C|Rust|Python|numpy|PyTorch|MindSpore|Verilog|LaTeX|Markdown|"
    "RISC-V|SSE|AVX|Arm|AArch64|CUDA|GradScaler|DynamicLossScaleManager|DynamicLossScaler|apex|Megatron-LM|PSF|clause|ml_dtypes|gfloat|gmpy2|apytypes|en_dtypes|rms-vax|ibm2ieee|gcc|posit-playground|lr|eps|PNG|SVG|PDF|MIT|BSD|LGPL|Qt|PySide6|MPFR|pyqtgraph"
)
_FORMATS = sorted((n for fmt in CATALOGUE for n in (fmt.title, fmt.name)), key=len, reverse=True)
_SOURCES = sorted((each.rule.source for each in Hardware), key=len, reverse=True)
_OPERATIONS = sorted(
    {*OPERANDS}
    | {
        text
        for each in Operation
        for rule in (each.rule,)
        for text in (
            rule.written.replace(" - ", " − ").format(*"abc"),
            *(str(said) for said in (rule.name, rule.remark) if said and said.template == "{text}"),
        )
    },
    key=len,
    reverse=True,
)
"""What operations are called in the standard and on the command line, and how they are written."""
_CALLED = {name for each in Operation for name in re.findall(r"(\w+)\(", each.rule.written)}
_TECHNICAL = re.compile(
    "|".join(
        (
            *map(re.escape, _SOURCES),
            *(rf"\b{name}\(" for name in _CALLED),
            *(re.escape(name) for name in _OPERATIONS if re.search("[A-Za-z]{2}", name)),
            *map(re.escape, _FORMATS),
            r"0?x[0-9a-f.p+\-…_]+",
            r"nan\(\w+\)",
            r"\d(e[+-]?\d+)",
            r"round(Ties|Toward)\w+",
            r"fpviz:\S+",
            r"\$.*\$|^.*\$$",  # LaTeX
            r"log₂",
            r"((Ctrl|Shift|Alt)\+)*(Ctrl|Shift|Alt|Home|End|Space|PgUp|PgDown|Enter|Up|Down|F\d+)\b",
            rf"\b({NAMES})\b",
            r"<[^>]*>",
            r"\t.*",  # the keys of a menu entry, or what it copies
        )
    )
)


_COMPUTER = (QSysInfo.prettyProductName(), QSysInfo.currentCpuArchitecture(), "offscreen")


@cache  # most of a window's texts are read again for every state of it
def is_english(text):
    """Whether a text has a word that stands for itself."""
    for name in _COMPUTER:
        text = text.replace(name, "")
    return bool(re.search("[A-Za-z]{2}", _TECHNICAL.sub(" ", text)))


# -- what there is to read ----------------------------------------------------------------------

_READ = (
    *("text", "toolTip", "accessibleName", "accessibleDescription", "windowTitle"),
    *("placeholderText", "title", "suffix", "toPlainText"),
)


def property_of(widget, name):
    """A text of a widget; empty where it has no such property."""
    value = getattr(widget, name, "")
    value = value() if callable(value) else value
    return value if isinstance(value, str) else ""


def words_of(widget):
    """What one widget says by itself."""
    yield from (said for name in _READ if (said := property_of(widget, name)))
    if isinstance(widget, QComboBox):
        for at in range(widget.count()):
            yield widget.itemText(at)
            yield str(widget.itemData(at, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(widget, QTabBar):
        yield from map(widget.tabText, range(widget.count()))
    elif isinstance(widget, QTableView) and widget.model() is not None:
        yield from cells(widget.model())
    elif isinstance(widget, QMenu):
        widget.aboutToShow.emit()
    for action in widget.actions():
        yield action.text()
        yield action.toolTip()


def cells(model):
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    for column in range(model.columnCount()):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(3, model.rowCount())):
                yield str(model.index(row, column).data(role) or "")


def painted(widget):
    """What can be read in a picture of a widget."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    with QPainter(generator) as painter:
        widget.render(painter, QPoint())
    svg = ET.fromstring(bytes(buffer.data().data()))
    return ["".join(node.itertext()) for node in svg.iter() if node.tag.endswith("text")]


def is_ours(widget, without):
    """Whether a widget speaks for us: not a part of Qt's or of pyqtgraph's, not a lesson's page."""
    above = widget
    while above is not None:
        if above in without or property_of(above, "title") == "Plot Options":
            return False
        above = above.parent() if isinstance(above.parent(), QWidget) else None
    return not widget.objectName().startswith(("qt_", "ScrollLeft", "ScrollRight"))


def english_in(top, without=()):
    """The texts of a widget, and of all inside it, that were never looked up."""
    inside = [each for each in (top, *top.findChildren(QWidget)) if is_ours(each, without)]
    said = {text for each in inside for text in words_of(each)}
    return sorted(filter(is_english, said))


# -- the tests ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    """One window for all tests here, complete, in the other language."""
    translator = Foreign()
    qapp.installTranslator(translator)
    own = OpenWindow(tmp_path_factory.mktemp("settings"), Language(qapp, "en"))
    yield own.window
    qapp.removeTranslator(translator)
    own.close()


def english_of(window, *names):
    """What is English in some panels, or in all of a window but for the pages of the Guide."""
    guide = window.panels["guide"]
    pages = (guide.text, guide.lessons, guide.further)
    parts = [window.frames[name] for name in names] or [window]
    words = [text for part in parts for text in english_in(part, pages)]
    return words + [text for part in parts for text in painted(part) if is_english(text)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (foreign("Save the {0} as <b>&file</b>…").format("FP16"), False),
        (foreign("rounds to {value}").format(value="0x3c7c, 1.5e-07, -inf, nan(0x12)"), False),
        ("Numbers", True),
        (foreign("to {0}").format("the largest"), True),
        ("FP16 " + foreign("code") + " becomes", True),
    ],
)
def test_english_is_seen(text, english):
    assert is_english(text) == english


def test_english_is_seen_in_a_widget_and_in_its_picture(qapp):
    label = QLabel("Plain words")
    label.setToolTip(foreign("Plain words"))
    label.resize(200, 30)
    assert english_in(label) == ["Plain words"]
    assert painted(label) == ["Plain words"]


def test_the_window_as_it_opens(window):
    assert english_of(window) == []


@pytest.mark.parametrize(
    "text", one_in(2, ["nan", "-inf", "1e-7", "-0", "fp16:0x0001", "1e30", "7 +", "1/3"])
)
def test_values_of_every_class(window, qapp, text):
    window.value_bar.entry.edit.setText(text)
    window.value_bar.entry.edit.textEdited.emit(text)
    qapp.processEvents()
    assert english_of(window) == []


@pytest.mark.parametrize("name", ["fp16", "bf16"])
def test_where_daz_acts_and_where_it_will(window, qapp, name):
    window.document.set_source(parse_literal("fp16:0x0001"))
    window.document.set_rules(Rules(daz=True))
    window.document.activate(find_format(name))
    qapp.processEvents()
    assert english_of(window) == []
    window.document.set_rules(Rules())


@strided(6)
@pytest.mark.parametrize("rounding", list(Rounding))
def test_every_rounding_as_a_sheet(window, qapp, rounding, stride):
    window.document.set_source(parse_literal("1.1"))
    window.document.set_rules(Rules(rounding, flush=True))
    window.frames["steps"].raise_()
    steps = window.panels["steps"]
    some = slice(list(Rounding).index(rounding), None, len(Rounding))
    names = ("convert", "add", "divide", "sqrt", *list(OPERANDS)[some])
    for name in names[list(Rounding).index(rounding) % stride :: stride]:
        steps.form.operation.show_name(name)
        steps.form.operation.activated.emit(steps.form.operation.currentIndex())
        qapp.processEvents()
        assert english_of(window, "steps") == []
    window.document.set_rules(Rules())


@strided(3)
@pytest.mark.parametrize("name", [experiment.name for experiment in EXPERIMENTS])
def test_every_experiment_in_every_view(window, qapp, name, stride):
    window.document.set_setup(Setup(name))
    window.session.runs.wait()
    window.frames["updates"].raise_()
    stages = ("plot", "table", "results")
    first = [each.name for each in EXPERIMENTS].index(name) % stride
    for stage in stages[first::stride]:
        window.panels["updates"].show_stage(stage)
        qapp.processEvents()
        assert english_of(window, "updates", "why") == []
    window.panels["updates"].show_stage("plot")


@pytest.mark.parametrize("shown", ["line", "spacing", "both"])
@pytest.mark.parametrize("axis", ["linear", "log2", "ordinal"])
def test_every_view_of_the_number_line(window, qapp, shown, axis):
    line = window.panels["number-line"]
    line.axes.button(axis).click()
    line.show_views(shown)
    for update in ("0.0001", "1//2", ""):
        line.update_field.setText(update)
        line.update_field.textEdited.emit(update)
        qapp.processEvents()
        assert english_of(window, "number-line") == []


def test_menus_of_panels(window):
    fmt = window.document.state.active
    menus = [window.panels["bits"].row_menu(fmt), window.panels["updates"].results.menu()]
    assert [english_in(menu) for menu in menus] == [[], []]


def test_every_remark_and_complaint(window, qapp, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(dialogs, "complain", lambda _parent, *words: said.extend(words))
    for content in ("{", '{"fpviz": 99}', '{"fpviz": 1, "source": "9^9^9"}'):
        path = tmp_path / "1.fpviz"
        path.write_text(content)
        window.files.open_path(path)
    window.files.open_path(tmp_path / "2.fpviz")
    for act in ("copy-picture", "copy-link", "copy-snapshot", "paste-value"):
        QGuiApplication.clipboard().setText("?") if act == "paste-value" else None
        window.menus.actions[act].trigger()
        said.append(window.status.remark.text())
    window.document.set_setup(Setup())
    window.document.set_parameter("steps", "0")
    said.append(window.panels["updates"].form.fields["steps"].complaint.text())
    window.document.undo_stack.undo()
    assert all(said)
    assert list(filter(is_english, said)) == []


_COMMANDS = re.compile(
    r"fpviz (trace|show|eval) [^'”]*|--json"  # to be typed
    r"|\\\w+(\{verbatim\})?"  # LaTeX
    r"|^adam  .*|\w+=\S+|^ *[\w.]+\.[\w-]+\t"  # names in the JSON of a run
)
"""What is copied in no language."""


def english_copied(act):
    """The lines with English words that are on the clipboard after ``act``."""
    QGuiApplication.clipboard().clear()
    act()
    text = QGuiApplication.clipboard().text()
    assert text
    return [line for line in text.splitlines() if is_english(_COMMANDS.sub(" ", line))]


@pytest.mark.parametrize("text", ["0.1+0.2", "snan(0x12345)", "fp64:0x1", "1e400", "fp16:0x0001"])
@pytest.mark.parametrize("rules", [Rules(), Rules(Rounding.STOCHASTIC, flush=True)])
def test_readings_that_are_copied(window, text, rules):
    window.document.set_source(parse_literal(text))
    window.document.set_rules(rules)
    found = english_copied(window.menus.actions["copy-snapshot"].trigger)
    found += english_copied(window.menus.copy_as.action("markdown").trigger)
    window.document.set_rules(Rules())
    assert found == []


def test_what_panels_copy(window, qapp):
    window.document.set_source(parse_literal("0.1"))
    window.document.set_setup(Setup("adam"))
    window.session.runs.wait()
    line, updates = window.panels["number-line"], window.panels["updates"]
    line.show_views("both")
    for stage in ("results", "table"):
        updates.show_stage(stage)
    window.panels["formats"].compare((find_format("fp16"), find_format("posit16")))
    for name in ("updates", "steps", "formats", "number-line"):
        window.frames[name].raise_()
        qapp.processEvents()
    of_panels = [window.panels[name].copy_menu for name in ("steps", "formats")]
    for menu in of_panels:
        menu.aboutToShow.emit()
    menus = [[act for act in menu.actions() if act.isEnabled()] for menu in of_panels]
    views = (line.line, line.spacing)
    menus += [[a for a in view.actions() if foreign("Copy") in a.text()] for view in views]
    doors = {
        "run": window.menus.experiments.copy_text,
        "results": updates.results.copy_all,
        "rows": lambda: updates.table.copy_rows(range(3)),
        **{f"{at} {act.text()}": act.trigger for at, some in enumerate(menus) for act in some},
    }
    assert len(doors) == 3 + 3 + 3 + 3 + 3
    found = {door: english_copied(act) for door, act in doors.items()}
    assert {door: lines for door, lines in found.items() if lines} == {}


@pytest.mark.parametrize("kind", ["about", "crash", "export", "format", "shortcuts"])
def test_dialogs(window, qapp, monkeypatch, kind):
    found = []
    if kind == "shortcuts":
        monkeypatch.setattr(QDialog, "exec", lambda self: found.extend(english_in(self)))
        window.menus.actions["show-shortcuts"].trigger()
    else:
        make = {
            "about": lambda: AboutDialog(window),
            "crash": lambda: CrashDialog(foreign("what"), foreign("kept"), "", window),
            "export": lambda: ExportDialog(on_screen(window), "bits"),
            "format": lambda: CustomFormatDialog(window.appearance.theme, window),
        }
        dialog = make[kind]()
        dialog.show()
        qapp.processEvents()
        found = english_in(dialog)
        dialog.deleteLater()
    assert found == []
