"""Asks the program's window to close, as the cross of its frame does: the display of a test has nobody who draws frames.

usage: ask_to_close.py TITLE (and DISPLAY)
"""
import sys

from Xlib import X, display
from Xlib.protocol import event


def below(window):
    for child in window.query_tree().children:
        yield child
        yield from below(child)


def main(title):
    screen = display.Display()
    protocols, delete = screen.intern_atom("WM_PROTOCOLS"), screen.intern_atom("WM_DELETE_WINDOW")
    name = screen.intern_atom("_NET_WM_NAME")
    asked = 0
    for window in below(screen.screen().root):
        said = window.get_full_property(name, X.AnyPropertyType)
        if said is None or title not in said.value.decode() or delete not in (window.get_wm_protocols() or []):
            continue
        wish = event.ClientMessage(window=window, client_type=protocols, data=(32, [delete, X.CurrentTime, 0, 0, 0]))
        window.send_event(wish)
        asked += 1
    screen.sync()
    if asked != 1:
        sys.exit(f"{asked} windows are called {title}")


main(sys.argv[1])
