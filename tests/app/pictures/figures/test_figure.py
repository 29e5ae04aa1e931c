"""Figures: complete, at their size, the same each time, with their scene in them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollBar

from fpviz.app.cli.main import main
from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.files.writing import image, pdf, png, svg
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.size import Size, Unit, parse_size
from fpviz.app.session.opening import load, scene_from
from fpviz.core.formats import find_format
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.files.scene import Scene
from fpviz.panels import PANELS
from fpviz.panels.panel import Panel
from tests.checkout import ROOT
from tests.strides import one_in

SVG = "{http://www.w3.org/2000/svg}"
PAGE = 605
"""The pixels of 160 mm."""

PANEL = pytest.mark.parametrize("panel", PANELS)
SUFFIX = pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])


def made(panel, size=None, theme="print", scene="first-start", scale=1.0):
    size = None if size is None else parse_size(size)
    return figure(scene_from(scene)[0], PictureLook(panel, size, scale, theme))


def has_to_scroll(widget):
    bars = [bar for bar in widget.findChildren(QScrollBar) if bar.parentWidget().isVisible()]
    return any(bar.maximum() > 0 for bar in bars)


def tool(name, *words, data=b""):
    """What a program for PDFs prints, or a skipped test where it is not at hand."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *words], input=data, capture_output=True, check=True)
    return done.stdout.decode()


@PANEL
def test_a_panel_is_whole_in_its_figure_and_drawn_in_shapes(qapp, panel):
    with made(panel, "160mm") as it:
        assert not has_to_scroll(it.picture.widget)
        shapes, page = svg(it.picture).decode(), pdf(it.picture)
        needed = it.picture.widget.findChild(Panel).figure_room(PAGE).width
        assert (it.shrunk == 1) == (needed <= PAGE)  # wide letters alone make it smaller
    look_at_svg(shapes)
    look_at_pdf(page, 160, it.picture.size.height)


LAYOUT = DumpLayout(find_format("fp16"))
CODES = OpenDump(DumpOrigin(text="3c00 4000 7e00 4200"), "hex", LAYOUT)
DUMP = Scene(bench=Bench(dump=CODES), workspace="bench")


def test_the_chart_of_a_dump_is_drawn_in_shapes(qapp):
    with figure(DUMP, PictureLook("chart", parse_size("160mm"), 1.0, "print")) as it:
        shapes = svg(it.picture).decode()
        assert shapes == svg(it.picture).decode()
    look_at_svg(shapes)
    assert "NaN at 2" in {node.text for node in ET.fromstring(shapes).iter(f"{SVG}text")}


def test_what_is_worked_out_beside_a_window_is_in_its_picture(qapp):
    with figure(DUMP, PictureLook("", None, 1.0, "light")) as it:
        panels = it.picture.widget.panels
        assert panels["bench"].table.elements.count == 4
        assert panels["bench"].strip.cards
        assert panels["chart"].plot.chart.count == 4


def look_at_svg(text):
    """It has real text, with faces to fall back on, and nothing but shapes beside it."""
    root = ET.fromstring(text)
    assert root.attrib["width"] == "160mm"
    assert root.attrib["height"].endswith("mm")
    assert [node.tag for node in root.iter(f"{SVG}image")] == []
    texts = [node for node in root.iter(f"{SVG}text") if (node.text or "").strip()]
    assert texts
    for node in texts:
        faces = node.attrib["font-family"].split(", ")
        assert len(faces) > 2
        assert faces[-1] in ("sans-serif", "monospace")
        assert len(node.text.strip()) < 2 or float(node.attrib["textLength"]) > 0
    assert "non-scaling-stroke" not in text


def look_at_pdf(data, width, height):
    """Its page is as large as it should be, its table of offsets right, and it has no pixels."""
    left, bottom, right, top = map(float, re.search(rb"/MediaBox \[(.*?)\]", data)[1].split())
    assert (right - left) / 72 * 25.4 == pytest.approx(width, abs=1e-4)
    assert (top - bottom) / 72 * 25.4 == pytest.approx(height, abs=1e-4)
    assert b"Date (" not in data
    table = int(re.search(rb"startxref\s+(\d+)", data)[1])
    offsets = re.findall(rb"(\d{10}) 00000 n", data[table:])
    for number, offset in enumerate(offsets, 1):
        assert data[int(offset) :].startswith(b"%d 0 obj" % number)
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize("panel", ["bits", "decoded", "steps"])
@pytest.mark.parametrize("size", [None, "84x50mm"])
def test_all_of_a_panel_is_in_its_figure_at_any_size(qapp, panel, size):
    with made(panel, size) as it:
        assert not has_to_scroll(it.picture.widget)
        assert (it.shrunk > 1) == (size is not None)


def test_the_text_of_a_pdf_can_be_selected_and_its_faces_are_in_it(qapp, tmp_path):
    path = tmp_path / "line.pdf"
    with made("number-line", scene="1/3") as it:
        path.write_bytes(pdf(it.picture))
    assert "FP16" in tool("pdftotext", str(path), "-")
    faces = tool("pdffonts", str(path)).splitlines()[2:]
    assert faces
    assert all(line.split()[-5] == "yes" for line in faces)  # embedded


def test_a_png_says_how_large_it_is_in_print(qapp):
    with made("why", "80x40mm", scale=3.0) as it:
        read = QImage.fromData(png(it.picture))
    assert (read.width(), read.height()) == (round(80 / 25.4 * 96 * 3), round(40 / 25.4 * 96 * 3))
    assert read.width() / read.dotsPerMeterX() * 1000 == pytest.approx(80, abs=0.05)


def test_a_height_follows_from_a_width(qapp):
    with made("bits", "160mm") as wide, made("bits", "120mm") as narrow:
        sizes = [it.picture.size for it in (wide, narrow)]
    assert [size.width for size in sizes] == [160, 120]
    assert all(size.unit is Unit.MM and size.height > 20 for size in sizes)


def test_a_window_of_its_size_is_not_shrunk_and_a_small_one_is(qapp):
    with made("", "1100x700", "light") as it:
        assert (it.shrunk, it.picture.widget.width()) == (1, 1100)
    with made("", "120x75mm") as it:
        assert it.shrunk > 2
        assert image(it.picture).width() == round(120 / 25.4 * 96)


def test_a_theme_is_that_of_the_figure_alone(qapp):
    before = QApplication.palette()
    with made("decoded", theme="dark") as it:
        assert image(it.picture).pixelColor(2, 2).lightnessF() < 0.3
        assert QApplication.palette() == before
    assert QApplication.palette() == before


def test_on_paper_a_window_has_no_controls(qapp):
    with made("", "300x200mm") as it:
        window = it.picture.widget
        assert not has_to_scroll(window)
        assert window.menuBar().isHidden()
        assert window.statusBar().isHidden()
        assert not window.value_bar.isVisible()
        assert not any(
            tab.isVisible() for tab in window.tabifiedDockWidgets(window.frames["steps"])
        )
        assert image(it.picture).pixelColor(3, 3).name() == "#ffffff"


def test_an_svg_of_the_window_has_its_menus_and_all_else_that_is_written_on_it(qapp):
    with made("", theme="light") as it:
        root = ET.fromstring(svg(it.picture))
    texts = {(node.text or "").strip() for node in root.iter(f"{SVG}text")}
    assert {"Number line", "FP16", "value"} <= texts
    assert any("File" in text or text in ("F", "ile") for text in texts)


# -- the scene inside ---------------------------------------------------------------------------


@SUFFIX
def test_a_picture_is_a_scene_and_can_be_made_again(qapp, tmp_path, suffix, capsys):
    first, again, other = (tmp_path / f"{name}{suffix}" for name in ("a", "b", "c"))
    look = ["--panel", "bits", "--size", "150mm", "--theme", "print", "--scale", "2"]
    assert main(["render", "pending-update", *look, "-o", str(first)]) == 0
    assert load(first) == scene_from("pending-update")[0]
    assert main(["render", str(first), "-o", str(again)]) == 0
    assert again.read_bytes() == first.read_bytes()
    words = ["--panel", "why", "--theme", "dark", "-o", str(other)]
    assert main(["render", str(first), *words]) == 0
    assert load(other) == load(first)
    assert other.read_bytes() != first.read_bytes()
    assert capsys.readouterr().err == ""


def test_a_picture_without_a_scene_is_refused_in_one_line(tmp_path, capsys):
    path = tmp_path / "photo.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for words in (["render", str(path), "-o", str(tmp_path / "a.png")], [str(path)]):
        assert main(words) == 2
        err = capsys.readouterr().err
        assert "photo.svg: there is no scene" in err
        assert err.count("\n") == 1


def test_what_has_no_room_is_said_and_drawn_smaller(qapp, tmp_path, capsys):
    path = tmp_path / "small.png"
    words = ["--panel", "decoded", "--size", "300x100", "-o", str(path)]
    assert main(["render", "first-start", *words]) == 0
    err = capsys.readouterr().err
    assert "%" in err
    assert err.count("\n") == 1
    assert QImage(str(path)).width() == 300


@pytest.mark.parametrize(
    ("words", "named"),
    [(["--size", "160mmx90mm"], "160mmx90mm"), (["--theme", "neon"], "neon")],
)
def test_a_wrong_look_is_said_in_one_line(tmp_path, capsys, words, named):
    assert main(["render", "first-start", *words, "-o", str(tmp_path / "a.png")]) == 2
    err = capsys.readouterr().err
    assert named in err
    assert err.count("\n") == 1


# -- the same each time -------------------------------------------------------------------------

DRAW = """
import sys
from fpviz.app.cli.main import main
folder, scene, panel = sys.argv[1:]
for suffix in ("png", "svg", "pdf"):
    output = f"{folder}/{panel}.{suffix}"
    assert main(["render", scene, "--panel", panel, "--theme", "print", "-o", output]) == 0
"""


@pytest.mark.parametrize(
    ("scene", "panel"),
    one_in(3, [("first-start", "updates"), ("first-start", "bits"), ("spacing", "window")]),
)
def test_two_processes_make_the_same_files(tmp_path, scene, panel):
    files = []
    for name, zone in (("a", "UTC"), ("b", "Asia/Shanghai")):
        folder = tmp_path / name
        folder.mkdir()
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(files))}
        words = [sys.executable, "-c", DRAW, str(folder), scene, panel]
        subprocess.run(words, env=environment, cwd=ROOT, check=True, timeout=200)
        files.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(files[0]) == 3
    assert files[0] == files[1]


def test_sizes_are_those_of_the_page(qapp):
    with made("why", "80mm") as it:
        assert it.picture.size == Size(80, it.picture.size.height, Unit.MM)
        assert it.picture.origin.size == "80mm"  # the height is found anew when it is made again


def test_a_picture_of_a_panel_builds_no_window(tmp_path):
    draw = (
        "import sys; from fpviz.app.cli.main import main; "
        "done = [main(['render', 'first-start', '--panel', panel, '-o', f'{sys.argv[1]}/a.svg']) "
        "for panel in ('why', 'bits')]; "
        "sys.exit(any(done) or 'fpviz.app.window.main_window' in sys.modules)"
    )
    words = [sys.executable, "-c", draw, str(tmp_path)]
    subprocess.run(words, cwd=ROOT, check=True, timeout=100)


def test_a_picture_of_a_panel_loads_no_other_panel_and_no_experiment(tmp_path):
    draw = (
        "import sys; from fpviz.app.cli.main import main; "
        "main(['render', '1.1', '--panel', 'bits', '-o', f'{sys.argv[1]}/a.png']); "
        "rooms = ('fpviz.panels.', 'fpviz.experiments.'); "
        "print(*sorted(name for name in sys.modules if name.startswith(rooms)))"
    )
    words = [sys.executable, "-c", draw, str(tmp_path)]
    done = subprocess.run(
        words, cwd=ROOT, check=True, timeout=100, stdout=subprocess.PIPE, text=True
    )
    loaded = [name for name in done.stdout.split() if ".engine" not in name]
    assert loaded == ["fpviz.panels.bits", "fpviz.panels.panel"]


@pytest.mark.parametrize(
    ("words", "width", "dots"),
    [
        (["--size", "60mm"], round(60 / 25.4 * 300), 300),
        (["--size", "60mm", "--scale", "1"], round(60 / 25.4 * 96), 96),
        (["--size", "400x200"], 400, 96),
    ],
)
def test_a_png_in_millimetres_is_for_paper(qapp, tmp_path, words, width, dots):
    path = tmp_path / "a.png"
    assert main(["render", "a-tenth", "--panel", "bits", *words, "-o", str(path)]) == 0
    image = QImage(str(path))
    assert abs(image.width() - width) <= 1
    assert image.dotsPerMeterX() == pytest.approx(dots / 0.0254, abs=1)


LESSON = "which-format-holds-these-gradients"


def test_a_census_is_drawn_whole_and_the_same_each_time(qapp):
    drawn = []
    for _ in range(2):
        with made("census", "160mm", scene=LESSON) as it:
            drawn.append(svg(it.picture))
    assert drawn[0] == drawn[1]
    assert "967" in drawn[0].decode()
    assert "73.8" in drawn[0].decode()


def test_tensors_that_are_others_by_now_are_not_drawn(tmp_path, capsys):
    path = tmp_path / "s.fpviz"
    text = (ROOT / "resources" / "guide" / "scenes" / f"{LESSON}.fpviz").read_text()
    path.write_text(text.replace("58264-", "58265-"))
    out = tmp_path / "census.svg"
    assert main(["render", str(path), "-o", str(out), "--panel", "census"]) == 2
    assert "mlp-digits-gradients.safetensors: it has changed since it was read" in (
        capsys.readouterr().err
    )
    assert not out.exists()
