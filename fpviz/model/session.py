"""What the panels of one window share: the document, the run of its experiment, the workspace that
they stand in, and what they ask of each other."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.model.bench.pins import Pins
from fpviz.model.bench.reading import DumpReader
from fpviz.model.bench.recent_values import RecentValues
from fpviz.model.bench.table_look import TableLook
from fpviz.model.document import Document
from fpviz.model.expression_requests import ExpressionRequests
from fpviz.model.files.scene import Scene
from fpviz.model.last_folder import LastFolder
from fpviz.model.present_workspace import PresentWorkspace
from fpviz.model.reader import Reader
from fpviz.model.runs import Runs
from fpviz.model.sheet_requests import SheetRequests
from fpviz.model.spotlight import Spotlight
from fpviz.model.tensors import Tensors
from fpviz.model.workspaces import VALUE


@dataclass(frozen=True, slots=True)
class Session:
    """The shared model of a window."""

    document: Document
    runs: Runs
    spotlight: Spotlight
    reader: Reader
    sheets: SheetRequests
    pins: Pins
    recent: RecentValues
    dump: DumpReader
    table_look: TableLook
    tensors: Tensors
    workspace: PresentWorkspace
    expressions: ExpressionRequests
    folder: LastFolder

    def close(self) -> None:
        """End all that is under way beside the window."""
        self.runs.close()
        self.dump.close()
        self.tensors.close()


def new_session(scene: Scene) -> Session:
    """A session on a scene."""
    document = Document(scene)
    dump = DumpReader(document)
    return Session(
        document,
        Runs(document),
        Spotlight(),
        Reader(document),
        SheetRequests(),
        Pins(document, lambda: dump.place),
        RecentValues(document),
        dump,
        TableLook(document),
        Tensors.of(document),
        PresentWorkspace(scene.workspace or VALUE),
        ExpressionRequests(),
        LastFolder(),
    )
