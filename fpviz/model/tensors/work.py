"""Files of tensors read, and tensors counted: jobs that are done beside the window."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.census.census import Census, Question, grid_of
from fpviz.data.census.counts import KeyCounts
from fpviz.data.census.fates import SCALES, Scaling, scaling
from fpviz.data.census.quality import Quality, quality
from fpviz.data.files import file_content
from fpviz.data.tensors.files import read_tensors, tensor_paths
from fpviz.data.tensors.tensor import Tensor
from fpviz.model.background import Report
from fpviz.model.bench.opening import fingerprint
from fpviz.model.files.errors import of_file
from fpviz.model.files.resources import resource, resources
from fpviz.model.tensors.records import COMES_WITH, Losses, Named, OpenFile, TensorSummary


def opened(paths: Sequence[Path], report: Report) -> tuple[OpenFile, ...]:
    """The files that some paths stand for, each read or refused. Raises Complaint for none."""
    parts = [part for path in paths for part in _parts(path)]
    if not parts:
        raise Complaint(phrase("there are no tensors"))
    return tuple(_each(parts, report))


def _parts(path: Path) -> list[Path]:
    """The files of a folder or of an index; what is neither, itself. Raises Complaint."""
    try:
        return [Path(os.path.abspath(each)) for each in tensor_paths(path)]  # noqa: PTH100 - a link stays one
    except OSError as error:
        raise Complaint(of_file(path, error)) from None
    except Complaint as error:
        raise Complaint(_of_path(path, error)) from None


def _each(parts: Sequence[Path], report: Report) -> Iterator[OpenFile]:
    for at, path in enumerate(parts):
        report(at / len(parts))
        yield read_file(Named(_written(path), ""))


def reopened(names: Sequence[Named], report: Report) -> tuple[OpenFile, ...]:
    """Files that were open once, each read again or refused."""
    found = []
    for at, named in enumerate(names):
        report(at / len(names))
        found.append(read_file(named))
    return tuple(found)


def read_file(named: Named) -> OpenFile:
    """A file, read, unless it is another one by now than its fingerprint says."""
    path = Path(named.path)
    try:
        path = path_of(named)
        mark = fingerprint(file_content(path))
        if named.fingerprint not in ("", mark):
            raise Complaint(phrase("it has changed since it was read"))
        return OpenFile(Named(named.path, mark), read_tensors(path))
    except OSError as error:
        return OpenFile(named, refusal=of_file(path, error))
    except Complaint as error:
        return OpenFile(named, refusal=_of_path(path, error))


def _of_path(path: Path, error: Complaint) -> Phrase:
    return phrase("{file}: {reason}", file=path.name, reason=error.phrase)


def path_of(named: Named) -> Path:
    """Where a file stands. Raises OSError for one that does not come with fpviz after all."""
    name = named.path.removeprefix(COMES_WITH)
    if name == named.path:
        return Path(name)
    try:
        return resource(name)
    except ValueError as error:
        raise FileNotFoundError(str(error)) from None


def _written(path: Path) -> str:
    """A path as it is remembered."""
    if path.is_relative_to(resources()):
        return COMES_WITH + path.relative_to(resources()).as_posix()
    return str(path)


def census_of(
    path: Path, tensor: Tensor, formats: Iterable[Format], rules: Rules, report: Report
) -> Census:
    """What is true of the elements of a tensor, without errors of rounding. Raises Complaint."""
    formats = tuple(formats)
    grid = grid_of(tensor.known_format, Question(formats, rules))
    counts = KeyCounts.of(grid, tensor.codes(0, 0))
    for codes in tensor.blocks():
        report(counts.total / max(1, tensor.count))
        counts += KeyCounts.of(grid, codes)
    scalings = {fmt: scaling(counts, fmt, rules) for fmt in formats}
    return Census(path, tensor, counts, scalings)


def summary_of(census: Census) -> TensorSummary:
    """What a list says of a tensor."""
    losses = {fmt: _losses(found) for fmt, found in census.scalings.items()}
    return TensorSummary(census.exponents, census.counts.zero, losses)


def _losses(found: Scaling) -> Losses:
    fates = [found.at(scale) for scale in SCALES]
    return Losses(tuple(f.flushed for f in fates), tuple(f.overflow for f in fates))


def qualities_of(
    tensor: Tensor, formats: Sequence[Format], scale: int, rules: Rules, report: Report
) -> dict[Format, Quality]:
    """How far off the elements are in each format at a scale; without formats whose values
    binary64 does not hold. Raises Complaint."""
    source, done = tensor.known_format, 0
    found: dict[Format, Quality] = {}
    for codes in tensor.blocks():
        for fmt in formats:
            report(done / max(1, tensor.count))
            try:
                each = quality(source, codes, fmt, scale, rules)
            except ValueError:
                continue
            found[fmt] = found.get(fmt, Quality()) + each
        done += len(codes)
    return found
