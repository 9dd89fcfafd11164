"""Optional last stage for the scorer "math": a computer algebra system looks at answers that could not be read.

Off unless used explicitly, since it is the one stage whose verdict can depend on a clock (`timeout`):

    with CasStage() as cas:
        score = cas.settle(grade(reply, gold, "math"), gold)

Only a score "unparseable" is looked at, so nothing that was judged is ever overridden, and every verdict of this
stage says so in its source. Not for the other scorers: what they call unparseable, such as arithmetic left undone,
they refuse on purpose. sympy runs in a process of its own with a memory limit, which is killed when a formula takes
too long and replaced by a new one; how it reads text is told in `scorers.formula`. Needs sympy and a POSIX system.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from scorers.extract import MAX_ANSWER
from scorers.score import Score, Status

START_SECONDS = 120.0
MAX_REPLY_BYTES = 10_000
_VERDICTS: dict[str, Status] = {"equal": "correct", "different": "incorrect", "timeout": "timeout", "limit": "limit"}
_RUN = "import sys; sys.path[:] = sys.argv[1:]; from scorers.cas_worker import main; main({}, {}, {})"


class CasStage:
    """A worker process, started on entering and ended on leaving; may be shared by threads, which take turns.

    seconds: wall time for one answer. memory: address space of the worker [MB]. Entering raises ModuleNotFoundError
    without sympy and RuntimeError where the worker cannot be started.
    """

    def __init__(self, seconds: float = 2.0, memory: int = 512) -> None:
        self.seconds = seconds
        self.memory = memory
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def __enter__(self) -> CasStage:
        if importlib.util.find_spec("sympy") is None:
            raise ModuleNotFoundError("the CAS stage needs sympy: pip install sympy")
        with self._lock:
            self._live_worker()
        atexit.register(self.close)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker; entering or `settle` starts a new one."""
        atexit.unregister(self.close)
        with self._lock:
            self._drop()

    @property
    def worker_pid(self) -> int | None:
        """Process id of the worker that runs now, None between two of them."""
        return None if self._worker is None else self._worker.process.pid

    def settle(self, score: Score, gold: str) -> Score:
        """The score itself unless it is "unparseable"; then the CAS's, or the old one with why the CAS had none."""
        if score.status != "unparseable" or score.extracted is None or len(gold) > MAX_ANSWER:
            return score
        with self._lock:
            verdict, why = self._ask(score.extracted, gold)
        why = f"{score.why} {why[:1].upper()}{why[1:]}."
        status = _VERDICTS.get(verdict)
        if status is None:
            return replace(score, why=why)
        return Score(status, score.extracted, f"{score.source}, CAS", why)

    def _ask(self, answer: str, gold: str) -> tuple[str, str]:
        try:
            worker = self._live_worker()
        except RuntimeError as error:
            return "undecided", str(error)
        try:
            reply = worker.ask({"answer": answer, "gold": gold}, self.seconds)
        except TimeoutError:
            self._drop()
            return "timeout", f"the CAS took longer than {self.seconds:g} s"
        except OSError:
            return self._post_mortem()
        if reply["verdict"] == "limit":
            self._drop()  # its memory may be nearly full
        return reply["verdict"], reply["why"]

    def _post_mortem(self) -> tuple[str, str]:
        """Why the worker ended by itself: its processor time or its memory."""
        code = self._drop()
        if code == -signal.SIGXCPU:
            return "timeout", "the CAS used up its processor time"
        return "limit", f"the CAS process ended with status {code}, as it does out of memory"

    def _live_worker(self) -> _Worker:
        if self._worker is not None and self._worker.owner != os.getpid():
            self._worker = None  # after a fork it is the parent's: not ours to talk to or to end
        if self._worker is None:
            self._worker = _start(self.seconds, self.memory)
        return self._worker

    def _drop(self) -> int | None:
        worker, self._worker = self._worker, None
        return None if worker is None or worker.owner != os.getpid() else worker.end()


@dataclass(frozen=True)
class _Worker:
    process: subprocess.Popen[bytes]
    connection: socket.socket
    owner: int

    def ask(self, request: dict[str, str], seconds: float) -> dict[str, str]:
        """Reply to one request; raises TimeoutError, or another OSError where the worker has ended."""
        deadline = time.monotonic() + seconds
        self.connection.settimeout(seconds)
        self.connection.sendall(json.dumps(request).encode() + b"\n")
        return self.receive(deadline)

    def receive(self, deadline: float) -> dict[str, str]:
        """One line of JSON; raises as `ask` does."""
        line = b""
        while not line.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self.connection.settimeout(left)
            piece = self.connection.recv(MAX_REPLY_BYTES)
            if not piece:
                raise ConnectionResetError
            line += piece
        reply: dict[str, str] = json.loads(line)
        return reply

    def end(self) -> int:
        """Exit status, after killing the process if it still runs."""
        self.connection.close()
        self.process.kill()
        return self.process.wait()


def _start(seconds: float, memory: int) -> _Worker:
    ours, theirs = socket.socketpair()
    path = [str(Path(entry).absolute()) for entry in dict.fromkeys((str(Path(__file__).parents[1]), *sys.path))]
    code = _RUN.format(theirs.fileno(), float(seconds), int(memory) * 2**20)
    try:
        process = subprocess.Popen(  # noqa: S603 - this interpreter, and no text from outside
            [sys.executable, "-c", code, *path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for the run, which then closes the socket
        )
    except OSError as error:
        ours.close()
        raise RuntimeError(f"the CAS worker could not be started ({error})") from error
    finally:
        theirs.close()
    worker = _Worker(process, ours, os.getpid())
    try:
        worker.receive(time.monotonic() + START_SECONDS)
    except OSError:
        status = worker.end()
        raise RuntimeError(f"the CAS worker could not be started (status {status})") from None
    return worker
