"""Answers the system's own dialog for saving a file: types a path and presses Enter, as a hand does.

usage: answer_save_dialog.py TITLE PATH (and DISPLAY); the path in ASCII
"""
import sys
import time

from Xlib import XK, X, display, error
from Xlib.ext import xtest

PATIENCE = 60
NAMES = {"/": "slash", "-": "minus", ".": "period", "_": "underscore"}


def below(window):
    for child in window.query_tree().children:
        yield child
        yield from below(child)


def titled(screen, title):
    """The window of that title, once it is on the screen."""
    name = screen.intern_atom("_NET_WM_NAME")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for window in below(screen.screen().root):
            try:
                said = window.get_full_property(name, X.AnyPropertyType)
                shown = window.get_attributes().map_state == X.IsViewable
            except error.BadWindow:
                continue  # gone while it was looked at
            if shown and said is not None and title in said.value.decode():
                return window
        time.sleep(0.1)
    sys.exit(f"no window is called {title}")


def press(screen, key, *held):
    codes = [screen.keysym_to_keycode(XK.string_to_keysym(name)) for name in (*held, key)]
    for code in codes:
        xtest.fake_input(screen, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(screen, X.KeyRelease, code)
    screen.sync()


def main(title, path):
    screen = display.Display()
    window = titled(screen, title)
    # Nobody here gives a new window the keyboard.
    window.set_input_focus(X.RevertToParent, X.CurrentTime)
    screen.sync()
    time.sleep(0.3)
    press(screen, "a", "Control_L")
    for letter in path:
        shift = ["Shift_L"] if letter.isupper() or letter == "_" else []
        press(screen, NAMES.get(letter, letter), *shift)
    press(screen, "Return")


main(*sys.argv[1:])
