"""Tensors drawn: their list, exponents over the zones of a format, the scale between them."""
