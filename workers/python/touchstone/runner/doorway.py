"""The way to a learner's service: connections to its Unix socket, made from outside.

The folder of the socket is opened before any of the learner's code runs, and the socket is reached
through it without following a link, so that nothing that he renames or plants leads elsewhere.
"""

from __future__ import annotations

import os
import socket
import stat

from touchstone.inside.isolate import WORK
from touchstone.inside.program import SOCKET


class QueueFull(Exception):
    """Somebody listens, and has not accepted those who wait already."""


class Doorway:
    """Open connections with `connect`; `close` forgets the folder."""

    def __init__(self, pid: int) -> None:
        self._folder = os.open(f"/proc/{pid}/root{WORK}", os.O_PATH | os.O_DIRECTORY)

    def connect(self) -> socket.socket | None:
        """A connection, or None where nothing listens. Raises QueueFull."""
        try:
            entry = os.open(SOCKET, os.O_PATH | os.O_NOFOLLOW, dir_fd=self._folder)
        except OSError:
            return None
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.setblocking(False)
        try:
            if not stat.S_ISSOCK(os.fstat(entry).st_mode):
                raise FileNotFoundError
            connection.connect(f"/proc/self/fd/{entry}")
        except BlockingIOError as error:
            connection.close()
            raise QueueFull from error
        except OSError:
            connection.close()
            return None
        finally:
            os.close(entry)
        return connection

    def close(self) -> None:
        os.close(self._folder)
