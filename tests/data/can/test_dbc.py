"""A DBC file as tools write it: frames, signals, switches, floats."""

from __future__ import annotations

import pytest

from fpviz.core.phrase import Complaint
from fpviz.data.can.dbc import signals_of_dbc, text_of_dbc
from fpviz.data.can.frames import CanFrame
from fpviz.data.can.signals import SignalCoding

DBC = """\
VERSION ""
NS_ :
\tSIG_VALTYPE_
BU_: ECU Gateway

BO_ 291 Temperatures: 8 ECU
 SG_ Hot : 0|32@1- (1,0) [-100|100] "\u00b0C" Gateway
 SG_ Cold : 32|32@1- (1,0) [0|0] "" Gateway

BO_ 2566869221 Switched: 8 ECU
 SG_ Kind M : 0|8@1+ (1,0) [0|255] "" Gateway
 SG_ Volts m17 : 15|12@0- (0.125,-10) [0|0] "V" Gateway
 SG_ Amperes m18 : 15|12@0- (1E-003,0) [0|0] "A" Gateway,Other

CM_ SG_ 291 Hot "SG_ in a comment";
SIG_VALTYPE_ 291 Hot : 1;
"""


def test_signals_of_all_frames():
    signals = {signal.name: signal for signal in signals_of_dbc(DBC)}
    assert list(signals) == ["Hot", "Cold", "Kind", "Volts", "Amperes"]
    assert signals["Hot"].coding is SignalCoding.FLOATING
    assert (signals["Hot"].unit, signals["Hot"].frame) == ("°C", (291, False))
    assert signals["Cold"].coding is SignalCoding.SIGNED
    assert signals["Volts"].frame == (0x18FF50E5, True)
    assert not signals["Volts"].is_intel


def test_a_switch_says_which_signals_are_there():
    signals = signals_of_dbc(DBC)
    for kind, names in ((17, ["Kind", "Volts"]), (18, ["Kind", "Amperes"]), (0, ["Kind"])):
        frame = CanFrame("", 0x18FF50E5, True, bytes([kind, 0xFF, 0xF0, 0, 0, 0, 0, 0]))
        assert [signal.name for signal in signals if signal.is_in(frame)] == names
    volts = next(signal for signal in signals if signal.name == "Volts")
    assert volts.value_text(volts.code(bytes([17, 0xFF, 0xF0]))) == "-10.125"
    same_number = CanFrame("", 291, True, bytes(8))
    assert not any(signal.is_in(same_number) for signal in signals)


def test_files_of_western_europe():
    assert text_of_dbc("\u00b0C".encode("cp1252")) == text_of_dbc("\u00b0C".encode()) == "\u00b0C"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("VERSION", "there is no signal in it"),
        ("BO_ 1 A: 8 B\n SG_ C : 0|8 (1,0)", "line 2 is no signal: SG_ C : 0|8 (1,0)"),
        ("BO_ 1 A: 8 B\n SG_ C : 0|99@1+ (1,0)", "the signal C has 99 bits"),
        (
            "BO_ 1 A: 8 B\n SG_ C : 0|16@1- (1,0)\nSIG_VALTYPE_ 1 C : 1;",
            "the signal C has 16 bits and can only have 32",
        ),
    ],
)
def test_what_cannot_be_read(text, said):
    with pytest.raises(Complaint) as caught:
        signals_of_dbc(text)
    assert said in str(caught.value)
