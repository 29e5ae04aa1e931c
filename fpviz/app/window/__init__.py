"""The main window: value bar, docks, menus, actions, and where the keyboard goes."""
