"""Post captures to a running service and print its answer as it gives it to anybody: `./dev demo`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WAIT = 30
WHY = {
    HTTPStatus.UNAUTHORIZED: "the service asks for a key: LEAKBOOK_KEY=… ./dev demo",
    HTTPStatus.FORBIDDEN: "the key of LEAKBOOK_KEY may not submit and read",
}


def main(arguments: list[str]) -> int:
    """Post the files named, and say what came back. Status 1 when there is no answer."""
    files = [Path(argument) for argument in arguments]
    missing = [str(file) for file in files if not file.is_file()]
    if not files or missing:
        print(f"demo: no such capture: {', '.join(missing) or '(none given)'}", file=sys.stderr)
        return 1
    url = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8080')}"
    try:
        started = None if answers(url) else start_service(url)
    except RuntimeError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    try:
        print(f"POST {', '.join(file.name for file in files)} to {url}/v1/diagnoses?wait={WAIT}\n")
        began = time.monotonic()
        status, text, location = post(url, files)
        seconds = time.monotonic() - began
    finally:
        if started is not None:
            started.terminate()
            started.wait()
    print(text)
    if status != HTTPStatus.OK:
        print(f"demo: {WHY.get(status, 'no answer yet')}, HTTP status {status}", file=sys.stderr)
        return 1
    print(f"That took {seconds * 1000:.0f} ms. {page_hint(f'{url}{location}', kept_running=started is None)}")
    return 0


def page_hint(page: str, *, kept_running: bool) -> str:
    """How to see the same answer in a browser."""
    if kept_running:
        return f"The same as a page: open {page}"
    port = os.environ.get("PORT")
    run = f"PORT={port} ./dev run" if port else "./dev run"
    return (
        "The service ran for this demo only and is stopped again. "
        f"For the same as a page start {run} (the answer is kept), then open\n{page}"
    )


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


def post(url: str, files: list[Path]) -> tuple[int, str, str]:
    """All files as one multipart request: the status, the answer as text or the problem, and where it is kept."""
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="evidence"; filename='
    body = b"".join(
        f'{head}"{file.parent.name}/{file.name}"\r\n\r\n'.encode() + file.read_bytes() + b"\r\n" for file in files
    )
    query = urllib.parse.urlencode({"service": "demo", "wait": WAIT})
    request = urllib.request.Request(f"{url}/v1/diagnoses?{query}", body + f"--{boundary}--\r\n".encode())
    request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
    request.add_header("Accept", "text/plain")
    if os.environ.get("LEAKBOOK_KEY"):
        request.add_header("Authorization", f"Bearer {os.environ['LEAKBOOK_KEY']}")
    try:
        with urllib.request.urlopen(request, timeout=WAIT + 10) as response:
            return response.status, response.read().decode(), response.headers.get("Location", "")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
