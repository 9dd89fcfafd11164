"""Where MATH-500's texts come from: files, the environment, a hub; and what is said where they do not fit."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pandas
import pytest
from conftest import BIN, MATH500, execute, harness

from gap_tasks import core
from gap_tasks.math500 import texts
from gap_tasks.math500.functionalizer import functionalizers
from gap_tasks.math500.probe import usable

PROBE = core.probe("gap_math500")
NEEDS_DATA = pytest.mark.skipif(not MATH500.exists(), reason=f"MATH-500 is not at {MATH500}")


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in MATH500.read_text(encoding="utf-8").splitlines()]


def written(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_the_list_of_items_is_math_500() -> None:
    entries = texts.entries()
    assert len(entries) == 500
    assert len({entry.sha256 for entry in entries.values()}) == 500
    assert set(functionalizers()) <= set(entries)


def test_without_data_the_run_ends_before_a_model_is_loaded(tmp_path: Path) -> None:
    for program in (("lm_eval", "run"), ("lm-gap", "run")):
        arguments = ("--model", "hf", "--model_args", "pretrained=no-such-model", "--tasks", "gap_math,gap_math500")
        run = harness(
            tmp_path, *arguments, program=program, LM_GAP_MATH500="", HF_HOME=str(tmp_path), HF_HUB_OFFLINE="1"
        )
        assert run.code != 0
        for way in ("Hugging Face hub", '--metadata \'{"math500": "PATH"}\'', "LM_GAP_MATH500=PATH"):
            assert way in run.output
        assert "no-such-model is not" not in run.output
        assert "cannot be reached" in run.output


def test_a_bad_option_too_ends_the_run_before_a_model_is_loaded(tmp_path: Path) -> None:
    arguments = ("--model", "hf", "--model_args", "pretrained=no-such-model", "--tasks", "gap_math")
    run = harness(tmp_path, *arguments, "--metadata", '{"snapshots": 0}', program=("lm_eval", "run"))
    assert run.code != 0
    assert "option 'snapshots' is 0; expected an integer from 1 to 100" in run.output
    assert "no-such-model" not in run.output.split("Traceback")[-1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: no text in the field `problem`"),
        ('{"problem": "?"}', "line 2: no text in the field `answer`, nor in `solution`"),
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = written(tmp_path / "x.jsonl", [{"problem": "?", "answer": "1"}, line])
    with pytest.raises(core.DataError, match=re.escape(message)):
        texts.load(str(path))


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", [{"problem": "?", "answer": "1"}])
    with pytest.raises(core.DataError, match="has the text of no MATH-500 item"):
        texts.load(str(path))
    with pytest.raises(core.DataError, match="cannot be read"):
        texts.load(str(tmp_path / "none.jsonl"))


@NEEDS_DATA
def test_other_texts_and_answers_are_said_and_left_out(
    tmp_path: Path, rows: list[dict[str, Any]], caplog: pytest.LogCaptureFixture
) -> None:
    ours = [row for row in rows if row["unique_id"] in functionalizers()]
    missing, other_text, other_answer, *rest = ours
    path = written(
        tmp_path / "x.jsonl",
        [{**other_text, "problem": other_text["problem"] + " "}, {**other_answer, "answer": "123456789"}, *rest],
    )
    kept = usable(texts.load(str(path)))
    assert set(kept) == {row["unique_id"] for row in rest}
    for row, what in (
        (other_text, "text is another"),
        (missing, "text is missing"),
        (other_answer, "answer is another"),
    ):
        assert f"1 left out, whose {what} in {path}: {row['unique_id']}" in caplog.text
    assert f"{len(rest)} of {len(ours)} items match and run" in caplog.text


@NEEDS_DATA
def test_ids_are_not_needed_and_answers_are_read_from_solutions(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    bare = [{"problem": row["problem"], "solution": row["solution"]} for row in rows]
    found = texts.load(str(written(tmp_path / "x.jsonl", bare)))
    assert set(found.rows) == set(texts.entries())
    assert set(usable(found)) == set(functionalizers())


@NEEDS_DATA
def test_the_option_wins_over_the_environment(
    tmp_path: Path, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "x.jsonl", rows[:40])
    monkeypatch.setenv(texts.VARIABLE, str(path))
    assert len(texts.load().rows) == 40
    assert len(texts.load(str(MATH500)).rows) == 500


class _Hub(BaseHTTPRequestHandler):
    """The part of the hub's protocol that a download uses, over files held in memory."""

    files: dict[str, bytes]

    def _head(self) -> bytes | None:
        body = self.files.get(self.path.split("?", maxsplit=1)[0])
        self.send_response(200 if body is not None else 404)
        if body is not None:
            self.send_header("ETag", f'"{hashlib.sha256(body).hexdigest()}"')
            self.send_header("X-Repo-Commit", "0" * 40)
            self.send_header("Content-Length", str(len(body)))
        else:
            self.send_header("X-Error-Code", "EntryNotFound")
            self.send_header("Content-Length", "0")
        self.end_headers()
        return body

    def do_HEAD(self) -> None:
        self._head()

    def do_GET(self) -> None:
        self.wfile.write(self._head() or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[tuple[str, dict[str, bytes]]]:
    files: dict[str, bytes] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Hub", (_Hub,), {"files": files}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", files
    server.shutdown()
    server.server_close()


SHOW = ["show", "gap_math500", "--families", "1"]


def shown(address: str, home: Path, **env: str) -> str:
    environment = {"LM_GAP_MATH500": "", "HF_ENDPOINT": address, "HF_HOME": str(home), "HF_HUB_OFFLINE": "0", **env}
    done = execute([BIN / "lm-gap", *SHOW], **environment)
    assert done.returncode == 0, done.stdout
    return done.stdout.strip().splitlines()[-1]


@NEEDS_DATA
def test_texts_come_from_the_hub_and_then_from_its_cache(
    hub: tuple[str, dict[str, bytes]], tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    address, files = hub
    files["/datasets/HuggingFaceH4/MATH-500/resolve/main/test.jsonl"] = MATH500.read_bytes()
    last = shown(address, tmp_path)
    assert last.startswith(f"{len(functionalizers())} families, snapshot")
    assert shown("http://127.0.0.1:9", tmp_path, HF_HUB_OFFLINE="1") == last


@NEEDS_DATA
def test_the_fallback_is_matched_by_its_texts(
    hub: tuple[str, dict[str, bytes]], tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    address, files = hub
    for config in texts.CONFIGS:
        own = [row for row in rows if re.sub(r"\W+", "_", row["subject"].lower()).replace("___", "_and_") == config]
        own += [{"subject": config, "problem": "another", "solution": r"\boxed{1}"}]
        if config == "counting_and_probability":
            own += [row for row in rows if row["subject"].startswith("Counting")]
        frame = pandas.DataFrame([{"problem": row["problem"], "solution": row["solution"]} for row in own])
        path = tmp_path / "part.parquet"
        frame.to_parquet(path)
        files[f"/datasets/EleutherAI/hendrycks_math/resolve/main/{config}/test-00000-of-00001.parquet"] = (
            path.read_bytes()
        )
    last = shown(address, tmp_path / "home")
    assert last.startswith(f"{len(functionalizers())} families, snapshot")


@pytest.mark.parametrize(
    ("solution", "answer"),
    [
        (r"so \boxed{\frac{1}{2}}.", r"\frac{1}{2}"),
        (r"\boxed{1} and \fbox{2}", "2"),
        (r"\boxed{1", ""),
        ("none", ""),
    ],
)
def test_the_answer_of_a_solution_is_its_last_box(solution: str, answer: str) -> None:
    assert texts.boxed(solution) == answer
