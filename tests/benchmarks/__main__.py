"""``python -m tests.benchmarks [NAME ...]``: runs these benchmarks, or all."""

from __future__ import annotations

import argparse
from importlib import import_module

BENCHMARKS = ("window", "number_line", "arrays", "dumps", "census", "experiments", "expressions")
"""Modules of this package, in the order in which they run; each is imported when its turn comes."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    names = parser.parse_args().names
    for name in names:
        if name not in BENCHMARKS:
            parser.error(f"no benchmark '{name}'; there are {', '.join(BENCHMARKS)}")
    for name in names or BENCHMARKS:
        import_module(f"{__package__}.{name}").report()


if __name__ == "__main__":
    main()
