import pickle

from fpviz.core.phrase import Complaint, Phrase, in_a_row, phrase, teller, verbatim


def test_a_phrase_is_english_text_with_its_values_in_place() -> None:
    inner = phrase("the {which} neighbour", which="lower")
    outer = phrase("{format} takes {value}.", format="fp16", value=inner)
    assert str(outer) == "fp16 takes the lower neighbour."


def test_braces_in_a_value_are_only_braces() -> None:
    assert str(phrase("{text} is not understood", text="{oops}")) == "{oops} is not understood"


def test_a_complaint_is_an_error_whose_text_is_its_phrase() -> None:
    said = phrase("{text} is not complete", text="'1e-'")
    error = Complaint(said)
    assert isinstance(error, ValueError)
    assert error.phrase == said
    assert str(error) == "'1e-' is not complete"
    assert pickle.loads(pickle.dumps(error)).phrase == said


def test_sentences_stand_in_a_row_and_formulas_as_they_are() -> None:
    sentences = in_a_row(phrase("One."), phrase("{n} follow.", n="Two"), phrase("Three."))
    assert str(sentences) == "One. Two follow. Three."
    assert in_a_row(phrase("One.")) == phrase("One.")
    assert str(verbatim("{x} + √v")) == "{x} + √v"


def test_a_teller_says_templates_in_its_language_and_looks_each_up_once() -> None:
    asked: list[str] = []

    def german(each: Phrase) -> str:
        asked.append(each.template)
        return "{b} folgt auf {a}".format(**dict(each.values))

    tell = teller(german)
    assert tell("{a}, then {b}", a="eins", b="{zwei}") == "{zwei} folgt auf eins"
    assert tell("{a}, then {b}", a="zwei", b="drei") == "drei folgt auf zwei"
    assert asked == ["{a}, then {b}"]
