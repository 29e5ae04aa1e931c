"""The one shared state of a running window: Document, undo, settings, scenes. Qt without widgets."""
