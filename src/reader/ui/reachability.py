"""Whether the system says that there is a network: known on most desktops, and only once somebody asks."""

from PySide6.QtCore import QObject, Signal


class Reachability(QObject):
    """Follows what the system knows of the network, once started; without a source of knowledge it stays silent."""

    came_back = Signal()
    """There is a network again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_online: bool | None = None
        """None: not known."""

    def start(self) -> None:
        """Begin to follow it. On the UI thread, after the window is seen: loading Qt's part for it takes 20 ms."""
        try:
            from PySide6.QtNetwork import QNetworkInformation as Information
        except ImportError:  # a slimmed package or a system without the libraries it needs
            return
        if not Information.loadBackendByFeatures(Information.Feature.Reachability):
            return
        information = Information.instance()
        information.reachabilityChanged.connect(self._on_changed)
        self._on_changed(information.reachability())

    def _on_changed(self, reachability: object) -> None:
        from PySide6.QtNetwork import QNetworkInformation as Information

        kinds = Information.Reachability
        was = self.is_online
        # Local and Site are no Internet, but a portal of one's own office may be reached: not known.
        known = {kinds.Online: True, kinds.Disconnected: False}
        self.is_online = known.get(reachability)  # type: ignore[call-overload]
        if self.is_online and was is False:
            self.came_back.emit()
