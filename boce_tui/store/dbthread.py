"""The one database thread: every statement runs there, in the order in which it was asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from queue import SimpleQueue
from typing import Any, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
_Job = tuple[Callable[[], Any], "Future[Any]"]


class End(Protocol):
    """Ends a session: keeps the work or drops it."""

    def __call__(self, *, keep: bool) -> None:  # noqa: D102
        ...


class Abandoned(Exception):
    """The caller's block raised: the transaction has to go back."""


class Session:
    """A stretch of the database thread that belongs to one caller, so that nobody comes in between."""

    def __init__(self) -> None:
        self.inbox: SimpleQueue[_Job | None] = SimpleQueue()
        self.started: Future[None] = Future()
        self.abandoned = False

    def unless_started(self, _whole: Future[None]) -> None:
        """Let the caller go on when the session ended before it began."""
        if not self.started.done():
            self.started.set_result(None)

    def serve(self) -> None:
        """Run what the caller sends until they are done; on the database thread."""
        self.started.set_result(None)
        while (job := self.inbox.get()) is not None:
            fn, future = job
            try:
                future.set_result(fn())
            except BaseException as exc:  # noqa: BLE001 - handed to the caller
                future.set_exception(exc)
        if self.abandoned:
            raise Abandoned


class DbThread:
    """Runs functions on one thread; callers wait, unless they ask for a future."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="boce-db")
        self._ident = self._pool.submit(threading.get_ident).result()
        self._sessions: dict[int, Session] = {}
        self._asked = 0
        self._counting = threading.Lock()

    @property
    def idle(self) -> bool:
        """True when everything that was asked for is done."""
        return not self._asked

    def _submit(self, fn: Callable[[], R]) -> Future[R]:
        def counted() -> R:
            try:
                return fn()
            finally:
                with self._counting:
                    self._asked -= 1

        with self._counting:
            self._asked += 1
        try:
            return self._pool.submit(counted)
        except BaseException:  # it was stopped
            with self._counting:
                self._asked -= 1
            raise

    @property
    def here(self) -> bool:
        """True when the caller is on the database thread already."""
        return threading.get_ident() == self._ident

    def run(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run and wait. Inside the caller's own session it runs there."""
        if self.here:
            return fn(*args, **kwargs)
        session = self._sessions.get(threading.get_ident())
        if session is None:
            return self.later(fn, *args, **kwargs).result()
        future: Future[Any] = Future()
        context = copy_context()
        session.inbox.put((lambda: context.run(fn, *args, **kwargs), future))
        return cast(R, future.result())

    def later(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run when its turn comes, without holding up the caller; in the language the caller speaks."""
        context = copy_context()
        return self._submit(lambda: context.run(fn, *args, **kwargs))

    @property
    def in_session(self) -> bool:
        """True when the calling thread holds the database thread."""
        return threading.get_ident() in self._sessions

    def begin(self, around: Callable[[Callable[[], None]], None]) -> End:
        """Give the database thread to the calling thread until the returned function is called.

        Args:
            around: Called on the database thread with what serves the session; puts a transaction around it.
        """
        session = Session()
        whole = self._submit(lambda: around(session.serve))
        whole.add_done_callback(session.unless_started)
        session.started.result()
        if whole.done():  # the transaction could not even begin
            whole.result()
        me = threading.get_ident()
        self._sessions[me] = session

        def end(*, keep: bool) -> None:
            del self._sessions[me]
            session.abandoned = not keep
            session.inbox.put(None)
            with suppress(Abandoned):
                whole.result()

        return end

    def stop(self) -> None:
        """Finish what was asked for and end the thread."""
        self._pool.shutdown(wait=True)
