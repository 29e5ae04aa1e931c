"""Measurements, each beside something to compare it with: ``python -m tests.benchmarks``.

Every module of the table in ``__main__`` has a function ``report()`` that measures and prints.
"""
