"""One file a panel: joins a widget to the Document. Panels never import each other."""
