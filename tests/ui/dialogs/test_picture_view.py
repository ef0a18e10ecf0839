"""Zooming and moving one picture, with the wheel, the keys and the mouse."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.ui.dialogs.picture_view import LARGEST_ZOOM, PictureView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, icons):
    """A picture of 1,000 × 500 in a window of 532 × 332."""
    view = PictureView(icons)
    qtbot.addWidget(view)
    view.resize(532, 332)
    view.show()
    image = QImage(1000, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    view.show_picture(image, QSize(1000, 500))
    return view


def wheel(view, place: QPoint, turns: int) -> None:
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        QPointF(place), QPointF(view.mapToGlobal(place)), QPoint(), QPoint(0, 120 * turns), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_all_of_it_is_shown_and_never_larger_than_it_is(view):
    assert view.zoom == 0.5 and view.fits
    assert view.picture_rect().getRect() == (16, 41, 500, 250)
    small = QImage(40, 30, QImage.Format.Format_RGB32)
    view.show_picture(small, QSize(40, 30))
    assert view.zoom == 1.0 and view.picture_rect().center() == QPointF(266, 166)


def test_the_wheel_zooms_about_the_pointer(view):
    place = QPoint(116, 91)  # a fifth of the way across, a fifth down
    before = view.picture_rect()
    share = (place.x() - before.x()) / before.width()
    for _ in range(6):
        wheel(view, place, 1)
    after = view.picture_rect()
    assert view.zoom > 1.5
    assert (place.x() - after.x()) / after.width() == pytest.approx(share, abs=0.01)
    wheel(view, place, -30)
    assert view.fits


def test_dragging_moves_it_and_no_strip_is_left_empty(view):
    view.show_natural()
    assert view.cursor().shape() is Qt.CursorShape.OpenHandCursor
    start = view.picture_rect().topLeft()
    QTest.mousePress(view, LEFT, pos=QPoint(200, 200))
    assert view.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseMove(view, QPoint(150, 180))
    assert view.picture_rect().topLeft() == start + QPointF(-50, -20)
    QTest.mouseMove(view, QPoint(3000, 3000))
    QTest.mouseRelease(view, LEFT, pos=QPoint(3000, 3000))
    assert view.picture_rect().topLeft() == QPointF(0, 0)


def test_keys(view):
    steps: list[int] = []
    view.step_requested.connect(steps.append)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert steps == [1, -1]
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.zoom == pytest.approx(1.0)
    left = view.picture_rect().left()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.picture_rect().left() < left and steps == [1, -1], "a large picture is moved first"
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.25)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.fits


def test_a_double_click_goes_to_its_own_size_and_back(view):
    QTest.mouseDClick(view, LEFT, pos=QPoint(266, 166))
    assert view.zoom == pytest.approx(1.0)
    QTest.mouseDClick(view, LEFT, pos=QPoint(266, 166))
    assert view.fits


def test_finer_is_asked_for_when_it_is_shown_larger_than_decoded(view, qtbot):
    view.refine(QImage(500, 250, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(view.finer_wanted):
        view.zoom_by(1.5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0.1, 10), st.integers(-900, 900), st.integers(-900, 900)), max_size=8))
def test_however_it_is_moved_it_stays_in_sight(view, moves):
    for factor, x, y in moves:
        view.zoom_by(factor, QPointF(abs(x) % 532, abs(y) % 332))
        view.move_by(x, y)
        rect = view.picture_rect()
        assert 0 < view.zoom <= LARGEST_ZOOM
        for low, high, room in ((rect.left(), rect.right(), 532), (rect.top(), rect.bottom(), 332)):
            inside = high - low <= room + 1
            assert (abs(low + high - room) < 2) if inside else (low <= 1 and high >= room - 1)
    view.fit()
