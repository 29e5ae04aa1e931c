"""The open dump in scenes: written and read back, refused where it is not sound."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source
from fpviz.core.phrase import Phrase
from fpviz.core.reading import State
from fpviz.data.edits import Edit
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.syntaxes import KEYS
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.files.dump_in_scene import LONGEST_TEXT
from fpviz.model.files.scene import Scene, SceneError, dump_scene, parse_scene

FORMATS = st.sampled_from([find_format(name) for name in ("fp16", "fp32", "posit16", "q15")])
PLACES = st.integers(0, 1 << 40)
LAYOUTS = st.builds(
    DumpLayout, FORMATS, st.sampled_from(Order), st.sampled_from([16, 32, 64]), PLACES, PLACES
)
EDITS = LAYOUTS.flatmap(
    lambda each: st.builds(Edit, st.just(each), PLACES, st.integers(0, (1 << each.fmt.width) - 1))
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
ORIGINS = st.one_of(
    st.builds(DumpOrigin, text=TEXTS),
    st.builds(DumpOrigin, path=TEXTS.filter(bool), fingerprint=TEXTS),
)
DUMPS = st.builds(
    OpenDump,
    ORIGINS,
    st.sampled_from(KEYS),
    LAYOUTS,
    st.sampled_from([None, 8, 16, 32]),
    st.lists(EDITS, max_size=3).map(tuple),
    st.one_of(st.none(), PLACES),
)
DUMP = {
    "text": "3f800000",
    "syntax": "hex",
    "layout": {"format": "fp32", "order": "abcd", "word": 16},
}


@settings(max_examples=60)
@given(DUMPS)
def test_a_dump_comes_back_from_a_scene(dump: OpenDump) -> None:
    state = State().with_source(code_source(dump.layout.fmt, 1))
    back = parse_scene(dump_scene(Scene(state, bench=Bench(dump=dump))))
    assert back.bench == Bench(dump=dump)


def test_a_long_text_is_not_kept() -> None:
    dump = OpenDump(DumpOrigin(text="0" * LONGEST_TEXT), "hex", DumpLayout(find_format("fp32")))
    assert "dump" in json.loads(dump_scene(Scene(bench=Bench(dump=dump))))
    longer = replace(dump, origin=DumpOrigin(text="0" * (LONGEST_TEXT + 1)))
    assert "dump" not in json.loads(dump_scene(Scene(bench=Bench(dump=longer))))


LAYOUT = DUMP["layout"]
WRONG = [
    (3, "the dump is no object"),
    (DUMP | {"colour": 1}, "'colour' in the dump is unknown to this fpviz"),
    ({**DUMP, "file": "a"}, "the dump is neither of a file nor of a text, or of both"),
    ({"syntax": "hex", "layout": LAYOUT}, "the dump is neither of a file nor of a text"),
    (DUMP | {"text": 1}, "the dump has no 'text', or a wrong one"),
    (DUMP | {"text": "0" * (LONGEST_TEXT + 1)}, "longer than a scene keeps"),
    ({"file": "a", "syntax": "hex", "layout": LAYOUT}, "the dump has no 'fingerprint'"),
    (DUMP | {"syntax": "klingon"}, "no syntax 'klingon' of dumps is known"),
    (DUMP | {"unit": 12}, "unit of the dump is no number that it may be"),
    (DUMP | {"unit": "8"}, "unit of the dump is no number that it may be"),
    (DUMP | {"layout": LAYOUT | {"format": "fp17"}}, "fp17"),
    (DUMP | {"layout": LAYOUT | {"order": "acbd"}}, "no order 'acbd'"),
    (DUMP | {"layout": LAYOUT | {"word": 17}}, "word of the layout of a dump is no number"),
    (DUMP | {"layout": LAYOUT | {"offset": -1}}, "offset of the layout of a dump is no number"),
    (DUMP | {"layout": LAYOUT | {"stride": True}}, "stride of the layout of a dump is no number"),
    (DUMP | {"edits": 1}, "the edits of a dump are no list"),
    (DUMP | {"edits": [{"index": 0, "code": "xyz"}]}, "code of an edit of a dump is no number"),
    (DUMP | {"edits": [{"index": 0, "code": "0x123456789"}]}, "'0x123456789' is no code of fp32"),
    (DUMP | {"edits": [{"code": "0x1"}]}, "index of an edit of a dump is no number"),
    (DUMP | {"row": 0}, "the row of the dump is the source, which is no code of its format"),
]


@pytest.mark.parametrize(("dump", "reason"), WRONG, ids=[reason for _, reason in WRONG])
def test_a_dump_that_is_not_sound_is_refused_or_left_out(dump: object, reason: str) -> None:
    text = json.dumps({"fpviz": 2, "source": "0.1", "dump": dump})
    with pytest.raises(SceneError) as caught:
        parse_scene(text)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    left_out: list[Phrase] = []
    assert parse_scene(text, left_out).bench == Bench()
    assert len(left_out) == 1
