"""From a theme to what Qt wants: palette, fonts, and the few style sheets that there are."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette

from fpviz.widgets.look.theme import Theme


def palette(theme: Theme) -> QPalette:
    """The palette of the whole application in a theme."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.panel,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.overflow,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.dim,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.panel,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.dim,
        QPalette.ColorRole.Shadow: theme.line,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.dim))
    return result


def number_font(base: QFont, factor: float = 1.0, *, bold: bool = False) -> QFont:
    """The system's fixed-pitch face at ``factor`` times the size of ``base``; what letters it lacks
    come from where ``base`` has them."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if others := base.families()[1:]:
        font.setFamilies([QFontInfo(font).family(), *others])
    return _sized(font, base, factor, bold)


def word_font(base: QFont, factor: float = 1.0, *, bold: bool = False) -> QFont:
    """``base`` at ``factor`` times its size."""
    return _sized(QFont(base), base, factor, bold)


def _sized(font: QFont, base: QFont, factor: float, bold: bool) -> QFont:
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(base.pixelSize() * factor)))
    font.setBold(bold)
    return font


def em(font: QFont) -> float:
    """The height of a line of text, in pixels: what sizes are measured in."""
    return QFontMetricsF(font).height()


def frame_sheet(theme: Theme) -> str:
    """Style of a panel's header: title, caption, and segmented buttons."""
    return f"""
    #frameHeader {{ background: {theme.panel}; border-bottom: 1px solid {theme.line}; }}
    #frameHeader[focused="true"] {{ border-bottom-color: {theme.accent}; }}
    #frameTitle {{ font-weight: 600; color: {theme.ink}; }}
    #frameCaption {{ color: {theme.dim}; }}
    {button_sheet(theme)}
    """


def button_sheet(theme: Theme) -> str:
    """Style of small outlined buttons; a checked one is filled with the accent."""
    return f"""
    QToolButton {{ background: {theme.panel}; color: {theme.ink};
        border: 1px solid {theme.line}; border-radius: 4px; padding: 2px 8px; }}
    QToolButton:hover {{ border-color: {theme.accent}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton:checked {{ background: {theme.accent}; color: {theme.accent_ink};
        border-color: {theme.accent}; }}
    QToolButton:checked:focus {{ border-color: {theme.ink}; }}
    QToolButton:disabled {{ color: {theme.dim}; }}
    QToolButton:checked:disabled {{ background: {theme.line}; color: {theme.dim};
        border-color: {theme.line}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#quiet {{ border-color: transparent; color: {theme.dim}; padding: 2px 4px; }}
    QToolButton#quiet:hover {{ color: {theme.ink}; border-color: {theme.line}; }}
    QToolButton#quiet:focus {{ border-color: {theme.accent}; }}
    """


def tabs_sheet(theme: Theme) -> str:
    """Style of a slim row of tabs, that in front underlined with the accent."""
    return f"""
    QTabBar::tab {{ background: transparent; color: {theme.dim}; padding: 1px 16px;
        border: 1px solid transparent; border-bottom: 2px solid transparent; }}
    QTabBar::tab:last {{ margin-right: 8px; }}
    QTabBar::tab:hover {{ color: {theme.ink}; }}
    QTabBar::tab:selected {{ color: {theme.accent}; font-weight: 600;
        border-bottom-color: {theme.accent}; }}
    QTabBar::tab:selected:focus {{ border-color: {theme.accent}; }}
    """


def scroll_sheet(theme: Theme) -> str:
    """Style of slim scroll bars."""
    return f"""
    QScrollBar:vertical {{ background: {theme.panel}; width: 9px; margin: 0; border: none; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 4px;
        min-height: 24px; margin: 1px; }}
    QScrollBar:horizontal {{ background: {theme.panel}; height: 9px; margin: 0; border: none; }}
    QScrollBar::handle:horizontal {{ background: {theme.line}; border-radius: 4px;
        min-width: 24px; margin: 1px; }}
    QScrollBar::handle:hover {{ background: {theme.dim}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    """


def page_sheet(theme: Theme, rule: int) -> str:
    """Style of a page of text between two lines, which say that it has the keyboard."""
    return f"""
    QTextBrowser {{ background: {theme.panel}; border: none;
        border-top: {rule}px solid {theme.line}; border-bottom: {rule}px solid {theme.line}; }}
    QTextBrowser:focus {{ border-color: {theme.accent}; }}
    {scroll_sheet(theme)}
    """


def line_sheet(theme: Theme, frame: str, focused: str) -> str:
    """Style of a line edit in a frame of a colour, and of another while it has the keyboard."""
    return f"""
    QLineEdit {{ background: {theme.panel}; color: {theme.ink};
        border: 1px solid {frame}; border-radius: 5px; padding: 3px 8px; }}
    QLineEdit:focus {{ border: 2px solid {focused}; padding: 2px 7px; }}
    """
