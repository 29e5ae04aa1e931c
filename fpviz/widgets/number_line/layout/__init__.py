"""Where everything on a number line stands, in pixels."""
