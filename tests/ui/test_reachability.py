"""What the system knows of the network."""

import subprocess
import sys

from PySide6.QtNetwork import QNetworkInformation

from reader.ui.reachability import Reachability

KINDS = QNetworkInformation.Reachability


def test_coming_back_is_told_once_and_being_there_from_the_start_is_not(qtbot):
    reachability = Reachability()
    came = []
    reachability.came_back.connect(lambda: came.append(1))
    told = (KINDS.Online, KINDS.Disconnected, KINDS.Local, KINDS.Disconnected, KINDS.Online, KINDS.Online)
    seen = []
    for each in told:
        reachability._on_changed(each)
        seen.append(reachability.is_online)
    assert seen == [True, False, None, False, True, True]
    assert came == [1]


def test_it_can_be_started_wherever_it_is(qtbot):
    reachability = Reachability()
    reachability.start()
    assert reachability.is_online in (None, True, False)


def test_the_window_starts_without_the_network_part_of_qt():
    code = "import sys, reader.ui.window; print('PySide6.QtNetwork' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "False"
