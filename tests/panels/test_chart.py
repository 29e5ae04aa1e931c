"""The chart of the elements of a dump."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from fpviz.core.formats import find_format
from fpviz.core.phrase import phrase
from fpviz.core.text import grouped
from fpviz.data.charting.measures import Odd
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session
from fpviz.model.views import ViewOfBench, ViewOfChart
from fpviz.panels.bench import BenchPanel
from fpviz.panels.chart import ChartPanel
from fpviz.widgets.chart.data import ExponentFrame
from fpviz.widgets.look.theme import DARK, LIGHT

FP16, FP32, FP128 = map(find_format, ("fp16", "fp32", "fp128"))


@pytest.fixture(scope="module")
def shown(qapp):
    """A panel that all tests share: windows are dear."""
    session = new_session(Scene())
    widget = ChartPanel(session, LIGHT)
    widget.build_late()
    widget.resize(900, 300)
    widget.show()
    yield widget
    session.close()
    delete(widget)


def delete(widget):
    """Delete a widget at once: other tests look at all that there are."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


@pytest.fixture
def panel(shown):
    """The panel on an empty bench, as it is at first."""
    shown.document.load(Scene(bench=Bench()), {})
    shown.document.undo_stack.clear()
    shown.session.table_look.show_view(ViewOfBench(errors="", filter=""))
    shown.restore_view(ViewOfChart(shows="value", axis="index", window=()))
    return shown


def settle(panel):
    panel.reader.reading.wait()
    panel.show_now()
    QTest.qWait(1)
    panel.show_now()


def open_codes(panel, codes, fmt=FP16):
    """Open a dump of codes."""
    text = " ".join(f"{code:0{fmt.width // 4}x}" for code in codes)
    panel.reader.open_text(text)
    panel.reader.reading.wait()
    read_as(panel, fmt)


def open_array(panel, path, values):
    """Open a file of float16, or of its codes."""
    path.write_bytes(values.tobytes())
    panel.reader.open_path(path)
    panel.reader.reading.wait()
    read_as(panel, FP16, Order.DCBA)


def read_as(panel, fmt, order=Order.ABCD):
    wanted = panel.reader.wanted
    layout = replace(wanted.layout, fmt=fmt, order=order)
    bench = panel.document.bench.with_dump(replace(wanted, layout=layout))
    panel.document.set_bench(phrase("read the dump in another way"), bench)
    settle(panel)


def heights(panel):
    """The heights of all spots, by their places."""
    bins = panel.plot.chart.bins
    return {spot.place: spot.height for each in bins for spot in each.spots}


def click_at(panel, place, height=None):
    plot, box = panel.plot, panel.plot._box
    y = box.viewRange()[1][0] if height is None else height
    at = box.mapViewToScene(QPointF(place, y)).toPoint() - QPoint(0, 0 if height else 20)
    QTest.mouseClick(plot._plot.viewport(), Qt.MouseButton.LeftButton, pos=at)


ROWS = [0x3C00, 0x4000, 0x7E00, 0x7E00, 0x4200, 0xFC00, 0x0000, 0x4400]


def test_an_empty_bench_says_where_elements_come_from(panel):
    panel.show_now()
    assert panel.page.isVisible()
    assert panel.page.text() == "The elements of the dump that is open on the bench are drawn here"


def test_values_stand_over_their_places_and_what_is_no_number_is_named(panel):
    open_codes(panel, ROWS)
    assert heights(panel) == {0: 1, 1: 2, 4: 3, 6: 0, 7: 4}
    assert [(run.kind, run.count, run.first) for run in panel.plot.runs] == [
        (Odd.NAN, 2, 2),
        (Odd.MINUS_INFINITE, 1, 5),
    ]
    assert panel.plot._tops.accessibleName() == "2 NaN at 2; −∞ at 5"
    assert panel._caption == "8 elements of FP16"


def test_the_line_has_gaps_where_there_is_no_number(panel):
    open_codes(panel, ROWS)
    ys = panel.plot._items.line.yData
    assert [math.isnan(y) for y in ys] == [False, False, True, True, False, True, False, False]


def test_exponents_have_a_row_for_zeros(panel):
    open_codes(panel, ROWS)
    panel.views.button("exponent").click()
    settle(panel)
    assert heights(panel) == {0: 0, 1: 1, 4: 1, 7: 2}
    assert panel.plot.chart.frame == ExponentFrame(-2.0)
    xs, ys = panel.plot._items.dots.getData()
    assert (6.0, -2.0) in set(zip(xs, ys, strict=True))
    axis = panel.plot._plot.getAxis("left")
    ticks = axis.tickValues(-3, 3, 300)[0][1]
    assert axis.tickStrings(ticks, 1, 1) == ["2⁻¹", "2⁰", "2¹", "2²", "2³", "0"]


def test_errors_are_those_of_the_table_or_else_of_the_active_format(panel):
    open_codes(panel, [0x3F800000, 0x3F800001, 0x7F7FFFFF, 0x7F800000], FP32)
    panel.document.activate(FP16)
    panel.views.button("error").click()
    settle(panel)
    assert heights(panel) == {0: 0, 1: -(2.0**-13)}
    assert [run.kind for run in panel.plot.runs] == [Odd.LOST, Odd.INFINITE]
    assert panel.plot.chart.name == "ulps of FP16"
    panel.session.table_look.show_view(ViewOfBench(errors="bf16"))
    settle(panel)
    assert heights(panel) == {0: 0, 1: -(2.0**-16)}
    assert panel.plot.chart.name == "ulps of BF16"


def test_what_the_table_of_the_bench_shows_is_shown(panel):
    bench, look = BenchPanel(panel.session, LIGHT), panel.session.table_look
    bench.restore_view(ViewOfBench(errors="fp16"))
    assert look.errors == FP16
    bench.restore_view(ViewOfBench(errors=""))
    assert look.errors is None
    bench.search.filter_by("range", "2 3")
    assert look.filter.kind.key == "range"
    bench.search.filter_by("", "")
    assert look.filter is None
    delete(bench)


def test_what_the_table_is_filtered_by_is_marked(panel):
    open_codes(panel, ROWS)
    panel.session.table_look.show_view(ViewOfBench(filter="range 2 3"))
    settle(panel)
    xs, _ = panel.plot._items.marks.getData()
    assert xs.tolist() == [1, 4]
    panel.session.table_look.show_view(ViewOfBench(filter=""))
    settle(panel)
    assert not panel.plot._items.marks.getData()[0].size


def test_a_click_makes_an_element_the_source_and_the_row_is_marked(panel):
    open_codes(panel, ROWS)
    click_at(panel, 4)
    assert panel.document.bench.dump.row == 4
    assert panel.document.state.source.code == 0x4200
    assert panel.plot._items.row.isVisible()
    assert panel.plot._items.row.value() == 4
    assert panel.plot.accessibleDescription() == "element 4 at 0x0004: 0x4200 = 3"
    panel.document.undo_stack.undo()
    assert not panel.plot._items.row.isVisible()


def test_a_click_on_a_bar_goes_to_what_is_no_number(panel, tmp_path):
    values = np.ones(100_000, np.float16)
    values[60_001] = np.nan
    open_array(panel, tmp_path / "log.bin", values)
    click_at(panel, 60_001)
    assert panel.document.bench.dump.row == 60_001


def test_keys_go_from_element_to_element(panel):
    open_codes(panel, ROWS)
    plot = panel.plot
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 7),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 7),
    ):
        QTest.keyClick(plot, key)
        assert panel.document.bench.dump.row == row


def test_what_is_thinned_is_said_and_looked_at_closer_when_it_is_nearer(panel, tmp_path):
    codes = np.arange(1 << 15, dtype=np.uint16)
    codes = np.concatenate([codes, codes])
    open_array(panel, tmp_path / "codes.bin", codes)
    assert {len(each.places) for each in panel.plot.chart.bins} == {32}
    said = "thinned: every 32 values are one line, from least to greatest"
    assert panel._caption == f"{grouped(65536)} elements of FP16 · {said}"
    panel.plot.show_part((1000, 2000, 0, 1))
    settle(panel)
    assert panel.plot.chart.bin_at(1500).places == range(1500, 1501)
    assert len(panel.plot.chart.bin_at(40_000).places) == 32
    assert panel._caption == f"{grouped(65536)} elements of FP16"
    ends = [each.places for each in panel.plot.chart.bins]
    assert ends[0].start == 0
    assert ends[-1].stop == len(codes)
    QTest.keyClick(panel.plot, Qt.Key.Key_0)
    assert panel.plot.part is None


def test_a_row_out_of_view_is_brought_into_view(panel, tmp_path):
    open_array(panel, tmp_path / "log.bin", np.ones(10_000, np.float16))
    panel.plot.show_part((100, 200, 0, 2))
    panel.document.choose_row(5000, FP16, 0x3C00)
    places = panel.plot.places_in_view()
    assert 5000 in places
    assert 90 < len(places) < 110


def test_an_edit_is_drawn_in_the_part_in_view(panel):
    open_codes(panel, ROWS)
    panel.plot.show_part((2, 6, 0, 2))
    panel.document.edit_row(4, FP16, 0x4800)
    settle(panel)
    assert heights(panel)[4] == 8
    assert panel.plot.part[:2] == (2, 6)


def test_the_heights_in_view_stay_when_an_edit_goes_far_beyond(panel):
    open_codes(panel, ROWS)
    box = panel.plot._box
    panel.plot.show_part((2, 6, 0, 1))
    before = [panel.plot.chart.frame.value(end) for end in box.viewRange()[1]]
    panel.document.edit_row(4, FP16, 0xFBFF)
    settle(panel)
    after = [panel.plot.chart.frame.value(end) for end in box.viewRange()[1]]
    assert [float(end) for end in after] == pytest.approx([float(end) for end in before])
    assert min(heights(panel).values()) == -65504


def test_addresses_are_told_in_place_of_indices(panel):
    panel.reader.open_text("00000100: 0000 803f 0000 c03f cdcc cc3d 0040 edc2  ................\n")
    panel.reader.reading.wait()
    read_as(panel, FP32, Order.DCBA)
    panel.axes.button("address").click()
    settle(panel)
    assert panel.plot.place_text(3) == "0x10c"
    axis = panel.plot._plot.getAxis("bottom")
    ticks = axis.tickValues(-0.5, 3.5, 800)[0][1]
    assert axis.tickStrings(ticks, 1, 1) == ["0x100", "0x104", "0x108", "0x10c"]


def test_what_is_under_the_mouse_is_told(panel):
    open_codes(panel, ROWS)
    heard = []
    panel.status_changed.connect(heard.append)
    panel.plot.hovered.emit(4)
    panel.plot.hovered.emit(None)
    assert heard == ["element 4 at 0x0004: 0x4200 = 3", ""]
    panel.status_changed.disconnect(heard.append)


def test_values_beyond_float64_stand_where_they_are(panel):
    largest = FP128.largest_code
    open_codes(panel, [largest, largest ^ 1 << 127, 0], FP128)
    ys = panel.plot._items.line.yData
    assert ys[0] > ys[2] > ys[1]
    assert ys[0] - ys[2] == pytest.approx(ys[2] - ys[1])


def test_an_edit_may_go_farther_than_float64(panel):
    one = 0x3FFF << 112
    open_codes(panel, [one, one + 1, one + 2], FP128)
    panel.document.edit_row(1, FP128, FP128.largest_code)
    settle(panel)
    open_codes(panel, ROWS)
    assert heights(panel)[7] == 4


def test_the_view_is_restored(panel):
    open_codes(panel, ROWS)
    part = (1.0, 4.0, 0.5, 1.0)
    wanted = ViewOfChart(shows="exponent", axis="address", window=part)
    panel.restore_view(wanted)
    settle(panel)
    assert panel.view() == wanted
    panel.restore_view(ViewOfChart(window=()))
    settle(panel)
    assert panel.view() == ViewOfChart(shows="exponent", axis="address", window=())


def test_what_is_long_under_way_can_be_cancelled_and_begun_again(panel, monkeypatch):
    monkeypatch.setattr("fpviz.panels.chart.element_bins.AT_ONCE", 0)
    panel.reader.open_text("3c00 4000 4200")
    panel.reader.reading.wait()
    panel.present()
    panel.progress.cancelled.emit()
    if not panel.bins.work.is_busy and panel.page.isVisible():
        assert panel.page.text() == "Cancelled; “fit” looks at the elements again"
    panel.fit.click()
    settle(panel)
    assert panel.plot.isVisible()


def test_a_figure_is_complete_when_it_is_shown(qapp):
    dump = OpenDump(DumpOrigin(text="3c00 4000 7e00"), "hex", DumpLayout(FP16))
    session = new_session(Scene(bench=Bench(dump=dump)))
    figure = ChartPanel(session, DARK)
    figure.build_late()
    figure.show_now()
    assert heights(figure) == {0: 1, 1: 2}
    figure.become_figure()
    session.close()
    delete(figure)
