"""The shared state of a window: Document, undo, settings, scenes. Qt without widgets."""
