"""Post captures to a running service and print the ranked answer for a terminal: `./dev demo`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 100
WAIT = 30


def main(arguments: list[str]) -> int:
    """Post the files named, and say what came back. Status 1 when there is no answer."""
    files = [Path(argument) for argument in arguments]
    missing = [str(file) for file in files if not file.is_file()]
    if not files or missing:
        print(f"demo: no such capture: {', '.join(missing) or '(none given)'}", file=sys.stderr)
        return 1
    url = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8080')}"
    started = None if answers(url) else start_service(url)
    try:
        print(f"POST {', '.join(file.name for file in files)} to {url}/v1/diagnoses?wait={WAIT}\n")
        began = time.monotonic()
        answer = post(url, files)
        print(terminal_text(answer, url, time.monotonic() - began))
        return 0 if answer.get("status") == "succeeded" else 1
    finally:
        if started is not None:
            started.terminate()
            started.wait()


def answers(url: str) -> bool:
    """Whether a Leakbook answers there."""
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=3) as response:
            return "playbooks" in json.load(response)
    except (urllib.error.URLError, OSError, ValueError):
        return False


def start_service(url: str) -> subprocess.Popen[bytes]:
    """Start one for the time of the demo. Raises RuntimeError when it does not come up."""
    print("No service runs there; starting one for the demo.")
    log_file = ROOT / "var" / "demo.log"
    log_file.parent.mkdir(exist_ok=True)
    with log_file.open("wb") as log:
        process = subprocess.Popen([sys.executable, "tools/run.py"], cwd=ROOT, stderr=log, stdout=log)
    deadline = time.monotonic() + 60
    while not answers(url):
        if process.poll() is not None or time.monotonic() > deadline:
            process.terminate()
            raise RuntimeError(f"the service did not start:\n{log_file.read_text()[-2000:]}")
        time.sleep(0.1)
    return process


def post(url: str, files: list[Path]) -> dict[str, Any]:
    """All files as one multipart request; the answer, or the problem."""
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="evidence"; filename='
    body = b"".join(
        f'{head}"{file.parent.name}/{file.name}"\r\n\r\n'.encode() + file.read_bytes() + b"\r\n" for file in files
    )
    query = urllib.parse.urlencode({"service": "demo", "wait": WAIT})
    request = urllib.request.Request(f"{url}/v1/diagnoses?{query}", body + f"--{boundary}--\r\n".encode())
    request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
    if os.environ.get("LEAKBOOK_KEY"):
        request.add_header("Authorization", f"Bearer {os.environ['LEAKBOOK_KEY']}")
    try:
        with urllib.request.urlopen(request, timeout=WAIT + 10) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as error:
        answer = json.load(error)
    return answer


def terminal_text(answer: dict[str, Any], url: str, seconds: float) -> str:
    """The answer in lines."""
    if "verdict" not in answer:
        return json.dumps(answer, indent=2)
    lines = [f"{answer['verdict'].upper()}   ({seconds * 1000:.0f} ms)", *wrapped(answer["summary"], ""), ""]
    for diagnosis in answer["diagnoses"]:
        lines += diagnosis_lines(diagnosis)
    for step in answer["next_evidence"][:3]:
        lines += wrapped(f"Next: {step['run']}  ({step['because']})", "")
    lines += ["", f"{url}{answer['links']['self']}  (as a page: open it in a browser)"]
    return "\n".join(lines)


def diagnosis_lines(diagnosis: dict[str, Any]) -> list[str]:
    """One ranked explanation."""
    culprit = diagnosis["culprit"]
    place = f"{culprit.get('file') or ''}:{culprit.get('line') or ''}".strip(":")
    lines = [f"{diagnosis['rank']}. {diagnosis['title']}  [{diagnosis['playbook']}, {diagnosis['confidence']:.2f}]"]
    lines += wrapped(f"at {culprit.get('function') or culprit.get('say') or 'unknown'} {place}", "   ")
    for reason in diagnosis["because"]:
        lines += wrapped(f"+ {reason['says']} {reason.get('observed') or ''}", "   ")
    for reason in diagnosis["against"]:
        lines += wrapped(f"- {reason['says']} {reason.get('observed') or ''}", "   ")
    lines += wrapped(f"Fix: {diagnosis['remediation']['summary']}", "   ")
    return [*lines, ""]


def wrapped(text: str, indent: str) -> list[str]:
    """Lines that fit a terminal."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ") or [""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
