"""Every text can be looked up, and every translation can stand for its text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fpviz_packaging import catalogue, texts
from tests.checkout import ROOT

FILES = sorted((ROOT / "resources" / "translations").glob("*.ts"))


@pytest.fixture
def package(tmp_path):
    """Writes the files of a package and returns its folder."""

    def write(**files):
        for name, code in files.items():
            (tmp_path / "some").mkdir(exist_ok=True)
            (tmp_path / "some" / f"{name}.py").write_text(code, encoding="utf-8")
        return tmp_path / "some"

    return write


HELPER = 'def said(text):\n    "Doc."\n    return QCoreApplication.translate("Words", text)\n'


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('class A:\n def f(self): return self.tr("a {0}").format(1)', {("A", "a {0}")}),
        ('class A:\n class B:\n  def f(self): return self.tr("b" "c")', {("B", "bc")}),
        ('QCoreApplication.translate("C", "d")', {("C", "d")}),
        ('translate("C", "d" if x else "e")', {("C", "d"), ("C", "e")}),
        ('T = (QT_TRANSLATE_NOOP("C", "&f…"),)\ntranslate(CONTEXT, T[0])', {("C", "&f…")}),
        (f'{HELPER}x = said("g")', {("Words", "g")}),
        ('phrase("h {a}", a=phrase("i"))', {("Phrase", "h {a}"), ("Phrase", "i")}),
        ('T = template("j")\nphrase(T)\nPhrase(T, ())\nphrase(TABLE[T])', {("Phrase", "j")}),
        ('"k".translate(TABLE)', set()),
    ],
)
def test_texts_are_found_with_their_contexts(package, code, found):
    read = texts.texts_of(package(one=code))
    assert {(text.context, text.source) for text in read} == found


def test_a_helper_keeps_its_context_in_other_modules(package):
    user = 'from some.words import said as tell\ntell("far")'
    (text,) = texts.texts_of(package(words=HELPER, user=user))
    assert (text.context, text.source, text.place) == ("Words", "far", "some/user.py:2")


@pytest.mark.parametrize(
    "code",
    [
        'class A:\n def f(self): return self.tr(f"{self} is lost")',
        "class A:\n def f(self, x): return self.tr(x)",
        'class A:\n def f(self): return self.tr("a" + "b")',
        'class A:\n def f(self): return self.tr("%n lost", "", 3)',
        'class A:\n def f(self, other): return other.tr("lost")',
        'tr("lost")',
        'translate("C", text)',
        'translate(CONTEXT, "lost")',
        'phrase("lost {0}".format(1))',
        'phrase(f"lost {x}")',
        f"{HELPER}x = said(x)",
    ],
)
def test_a_text_that_nobody_could_look_up_is_an_error_with_its_place(package, code):
    with pytest.raises(texts.TextError, match=r"some/one\.py:\d"):
        texts.texts_of(package(one=code))


def test_a_catalogue_is_read_as_it_was_written(tmp_path):
    entries = {
        ("A", 'say "a" & <b>\nto {0}'): catalogue.Entry("说 “甲”\n& <乙> {0}", finished=True),
        ("A", "open"): catalogue.Entry(),
        ("B", "open"): catalogue.Entry("开", finished=False),
    }
    path = tmp_path / "a.ts"
    path.write_text(catalogue.written(entries, "zh_CN"), encoding="utf-8")
    assert catalogue.read(path) == entries
    assert list(catalogue.read(path)) == list(entries)


def test_an_update_keeps_drops_adds_and_guesses():
    kept = catalogue.Entry("留", finished=True)
    moved = catalogue.Entry("移", finished=True)
    before = {("A", "kept"): kept, ("A", "gone"): kept, ("A", "moved"): moved}
    keys = [("B", "moved"), ("A", "new"), ("A", "kept"), ("A", "kept")]
    assert catalogue.updated(before, keys) == {
        ("A", "kept"): kept,
        ("A", "new"): catalogue.Entry(),
        ("B", "moved"): catalogue.Entry("移", finished=False),
    }
    assert list(catalogue.updated(before, keys)) == sorted(catalogue.updated(before, keys))


@pytest.mark.parametrize(
    ("source", "good", "bad"),
    [
        ("{a} of {b}", "{b} 的 {a}", "{b} 的 {c}"),
        ("{0} bits", "{0} 位", "位"),
        ("&File", "文件(&F)", "文件"),
        ("Save & go", "保存 & 继续", "保存 &继续"),
        ("&Open…", "打开(&O)…", "打开(&O)"),
        ("Close", "关闭", "关闭…"),
        (" and ", " 和 ", "和"),
    ],
)
def test_a_translation_that_cannot_stand_for_its_text_is_a_fault(source, good, bad):
    for text, count in ((good, 0), (bad, 1)):
        entries = {("A", source): catalogue.Entry(text, finished=True)}
        assert len(list(catalogue.faults(entries))) == count, text


@pytest.mark.sweep  # which texts there are, the last test here finds out, too
def test_every_text_of_the_program_can_be_looked_up():
    assert len(texts.texts_of(ROOT / "fpviz")) > 500


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_translation_can_stand_for_its_text(path):
    assert list(catalogue.faults(catalogue.read(path))) == []


def test_everything_is_translated_and_up_to_date():
    """The last gate: what is listed here is still to be translated.

    After a change of texts, ``packaging/translate`` updates the files.
    """
    words = [sys.executable, ROOT / "packaging" / "translate", "--check"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)
