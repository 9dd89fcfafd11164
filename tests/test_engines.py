"""Real engines end to end: transformers, vLLM in process, and vLLM behind its OpenAI-compatible server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ALL_TASKS, BIN, OFFLINE, RUNNABLE, Run, harness, succeeded
from tiny_llama import CONTEXT, save_tiny_llama

pytestmark = pytest.mark.engine
pytest.importorskip("torch", reason="engines need the extra [hf]")

TOKENS = 24
FAMILIES = 4
TASKS = ("--tasks", ALL_TASKS, "--limit", str(FAMILIES), "--gen_kwargs", f"max_gen_toks={TOKENS}")
VLLM_ENV = {"VLLM_CPU_KVCACHE_SPACE": "1", "VLLM_LOGGING_LEVEL": "WARNING", "VLLM_NO_USAGE_STATS": "1"}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_llama(tmp_path_factory.mktemp("tiny-llama"))


@pytest.fixture(scope="module")
def hf(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    arguments = ("--model", "hf", "--model_args", f"pretrained={model},dtype=float32", "--batch_size", "1")
    return succeeded(harness(tmp_path_factory.mktemp("hf"), *arguments, "--device", "cpu", *TASKS))


@pytest.fixture(scope="module")
def vllm(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    pytest.importorskip("vllm", reason="vLLM is not installed")
    arguments = f"pretrained={model},dtype=float32,enforce_eager=True,max_model_len={CONTEXT}"
    folder = tmp_path_factory.mktemp("vllm")
    return succeeded(harness(folder, "--model", "vllm", "--model_args", arguments, *TASKS, **VLLM_ENV))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _server(model: Path, log: Path) -> Iterator[str]:
    """`vllm serve` on a free loopback port; ends with the test, its children too."""
    port = _free_port()
    command = [BIN / "vllm", "serve", str(model), "--host", "127.0.0.1", "--port", str(port), "--dtype", "float32"]
    command += ["--enforce-eager", "--max-model-len", str(CONTEXT), "--served-model-name", "tiny"]
    with log.open("w") as out:
        server = subprocess.Popen(
            [str(part) for part in command],
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **OFFLINE, **VLLM_ENV},
            start_new_session=True,
        )
        try:
            _wait_until_healthy(server, port, log)
            yield f"http://127.0.0.1:{port}/v1/completions"
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait(30)


def _wait_until_healthy(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"vllm serve ended with {server.returncode}:\n{log.read_text()[-4000:]}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    pytest.fail(f"vllm serve did not answer in time:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="module")
def served(model: Path, vllm: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("served")
    with _server(model, folder / "server.log") as url:
        arguments = f"model=tiny,base_url={url},tokenizer={model},max_length={CONTEXT},num_concurrent=4"
        return succeeded(harness(folder / "out", "--model", "local-completions", "--model_args", arguments, *TASKS))


def _replies(run: Run) -> dict[tuple[str, int], tuple[str, str]]:
    """(family, request) -> (prompt, reply)."""
    found = {}
    for task in RUNNABLE:
        for row in run.samples(task):
            for index, (reply,) in enumerate(row["resps"]):
                prompt = row["arguments"][f"gen_args_{index}"]["arg_0"]
                found[row["doc"]["family"], index] = (prompt, reply)
    return found


@pytest.mark.parametrize("engine", ["hf", "vllm", "served"])
def test_every_probe_is_measured(engine: str, request: pytest.FixtureRequest) -> None:
    run: Run = request.getfixturevalue(engine)
    for name, probe in RUNNABLE.items():
        rows = run.samples(name)
        assert len(rows) == FAMILIES
        # random weights answer nothing, and whatever they say must be graded without a crash
        assert all("score" in item for row in rows for item in row["doc"]["items"])
        asked = {item["condition"] for row in rows for item in row["doc"]["items"]}
        assert set(probe.variants) - asked <= {"number_words"}  # the one that does not apply to every family
        for variant in asked & set(probe.variants):
            assert -1 <= run.metric(name, f"gap_{variant}") <= 1


@pytest.mark.parametrize("engine", ["vllm", "served"])
def test_engines_agree_on_greedy_replies(hf: Run, engine: str, request: pytest.FixtureRequest) -> None:
    ours, other = _replies(hf), _replies(request.getfixturevalue(engine))
    assert {key: prompt for key, (prompt, _) in ours.items()} == {key: prompt for key, (prompt, _) in other.items()}
    # random bytes may end inside a character, of which vLLM prints nothing and transformers a replacement mark
    texts = [{key: reply.rstrip("\ufffd").strip() for key, (_, reply) in run.items()} for run in (ours, other)]
    different = [key for key in ours if texts[0][key] != texts[1][key]]
    assert not different, f"{len(different)} of {len(ours)}: " + repr(
        [(ours[k][1], other[k][1]) for k in different[:3]]
    )


@pytest.mark.parametrize("engine", ["hf", "vllm", "served"])
def test_truncated_replies_are_told_from_wrong_ones(engine: str, request: pytest.FixtureRequest) -> None:
    """The tiny model never ends by itself: a reply without an answer was cut, as the engine or its length says."""
    run: Run = request.getfixturevalue(engine)
    scores = [item["score"] for task in RUNNABLE for row in run.samples(task) for item in row["doc"]["items"]]
    statuses = {score["status"] for score in scores}
    assert "truncated" in statuses
    assert "no_answer" not in statuses
    assert all(f"max_gen_toks={TOKENS}" in score["why"] for score in scores if score["status"] == "truncated")


def test_chat_template_and_few_shot(model: Path, tmp_path: Path) -> None:
    arguments = ("--model", "hf", "--model_args", f"pretrained={model}", "--device", "cpu", "--batch_size", "8")
    limits = ("--tasks", "gap_math", "--limit", "2", "--gen_kwargs", "max_gen_toks=8")
    run = succeeded(harness(tmp_path, *arguments, *limits, "--apply_chat_template", "--num_fewshot", "2"))
    for row in run.samples("gap_math"):
        prompts = [argument["arg_0"] for argument in row["arguments"].values()]
        assert all(prompt.count("<|user|>") == 3 and prompt.endswith("<|assistant|>\n") for prompt in prompts)


def test_prompts_that_do_not_fit_stop_the_run_before_the_first_request(model: Path, tmp_path: Path) -> None:
    arguments = ("--model", "hf", "--model_args", f"pretrained={model}", "--device", "cpu", "--tasks", "gap_math")
    run = harness(tmp_path, *arguments)
    assert run.code != 0
    assert "--gen_kwargs max_gen_toks=" in run.output
    assert str(CONTEXT) in run.output
    assert "Running generate_until" not in run.output
    assert not list(tmp_path.rglob("results_*"))
