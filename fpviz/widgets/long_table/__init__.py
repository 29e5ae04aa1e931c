"""Tables of more rows than Qt can count: a window of those in view, moved over the others."""
