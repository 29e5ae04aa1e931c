"""The menus of the window and the actions in them; ``menu_bar`` puts them together."""
