"""Formats as a whole: their facts in a table or a card, and a dialog that makes one."""
