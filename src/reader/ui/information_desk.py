"""What the tab 信息 shows and does besides the metadata: reprints, pictures, attachments, versions, corrections."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.arrivals import Arrivals
from reader.ui.attachment_desk import AttachmentDesk
from reader.ui.panel.reposts import RepostSection
from reader.ui.panel.side_panel import SidePanel
from reader.ui.panel.versions import VersionsSection
from reader.ui.picture_desk import PictureDesk
from reader.ui.reading.images import ImageProvider
from reader.ui.reading.pane import ReaderPane
from reader.ui.reading_desk import ReadingDesk
from reader.ui.repost_desk import RepostDesk
from reader.ui.revising_desk import RevisingDesk
from reader.ui.saving import Saving
from reader.ui.version_desk import VersionDesk
from reader.ui.workspace import Workspace


class InformationDesk(QObject):
    """The desks of the open article that have a section in the tab; they hear of it from the reading desk."""

    article_requested = Signal(str)
    """(id): show this article."""
    source_requested = Signal(str)
    """(address): add this."""

    def __init__(
        self,
        work: Workspace,
        pane: ReaderPane,
        panel: SidePanel,
        reading: ReadingDesk,
        arrivals: Arrivals,
        image: ImageProvider,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.reprints, versions = RepostSection(work.themes, read_only=work.session.read_only), VersionsSection()
        panel.info.add_section(self.reprints)
        self.reposts = RepostDesk(work, self.reprints, self)
        saving = Saving(work, window)
        self.pictures = PictureDesk(work, pane, panel, image, saving)
        self.attachments = AttachmentDesk(work, panel, saving, arrivals, window)

        def opened() -> str:
            return reading.article.id if reading.article else ""

        self.versions = VersionDesk(work, opened, versions, window)
        panel.info.add_section(versions)
        self.revising = RevisingDesk(work, opened, window)
        self._connect(reading)

    def _connect(self, reading: ReadingDesk) -> None:
        reading.opened.connect(lambda _article: self.versions.show_versions())
        reading.opened.connect(self.reposts.open)
        reading.opened.connect(self.pictures.show_article)
        reading.opened.connect(self.attachments.show_article)
        reading.attachment_chosen.connect(self.attachments.offer)
        self.attachments.article_added.connect(self.article_requested)
        self.attachments.open_requested.connect(reading.open_link)
        self.reprints.article_requested.connect(self.article_requested)
        self.reprints.open_requested.connect(reading.open_link)
        self.reprints.add_requested.connect(self.source_requested)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of these desks do."""
        return {**self.revising.slots(), **self.versions.slots()}
