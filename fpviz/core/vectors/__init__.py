"""Checking a unit: lines of operands and results, held against what the rules give.

A file is read line by line (``text_lines``). Each line is taken apart by one of the ``line_forms``
and its words are read as codes (``words``); what it then says is a ``Vector`` (``vector``).
``checking`` works each one out and compares. A result that is wrong is a ``Trial`` for the
``hypotheses``: other rules, and mistakes that units make, under which it would be right. What all
of them have in common stands in the ``summary``.
"""
