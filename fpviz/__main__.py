"""``python -m fpviz`` is the command ``fpviz``."""

import sys

from fpviz.app.cli.main import main

sys.exit(main())
