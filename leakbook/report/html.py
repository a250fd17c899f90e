"""The answer as one page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from ..diagnosis.quantity_text import percent_text
from ..diagnosis.report import Diagnosis, Reason, Report
from ..diagnosis.summary import is_settled
from .plain import one_line
from .wording import (
    LARGEST,
    believed,
    commands_text,
    doubted,
    doubted_heading,
    forecast_text,
    headline_text,
    impact_text,
    kind_text,
    largest_text,
    place_text,
    steps_heading,
    sure_text,
    verdict_text,
    victim_text,
    weight_text,
)

_STYLE: Final = """
:root{color-scheme:light dark;--line:#8884;--soft:#8882;--leak:#c0392b;--suspect:#b9770e;--healthy:#1e8449;
--inconclusive:#2471a3}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:0 0 .25rem}h3{font-size:1rem;margin:1rem 0 .25rem}
section{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0}section>:last-child{margin-bottom:0}
.verdict{display:inline-block;color:#fff;border-radius:.3rem;padding:.05rem .6rem}
.verdict.leak{background:var(--leak)}.verdict.suspect{background:var(--suspect)}
.verdict.healthy{background:var(--healthy)}.verdict.inconclusive{background:var(--inconclusive)}
code,pre{font:13px/1.45 ui-monospace,monospace;background:var(--soft);border-radius:.25rem}
code{padding:.1rem .3rem;overflow-wrap:anywhere}pre{padding:.75rem;overflow-x:auto;tab-size:4}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
.at-once{border-left:.25rem solid var(--suspect);padding-left:.75rem}
.odds{white-space:nowrap;text-align:right}.muted{opacity:.75}
.run{white-space:pre-wrap;overflow-wrap:anywhere}summary{cursor:pointer}
.why td:first-child{white-space:nowrap}details{margin-top:.5rem}p,li{overflow-wrap:anywhere}
@media(max-width:40rem){body{padding:.75rem}section{padding:.75rem}pre{white-space:pre-wrap;tab-size:2}
.why tr:first-child{display:none}
.why tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line);padding:.25rem 0}
.why td{border:0;padding:.1rem 0}.why td:first-child{font-weight:600}
.why td:nth-child(2),.why td:nth-child(3){grid-column:1/-1}
.why .odds{grid-row:1;grid-column:2}.evidence tr,.evidence td{display:block}.evidence td{border:0;padding:.1rem 0}
.evidence tr{border-bottom:1px solid var(--line);padding:.25rem 0}}
""".strip()

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""For the page's own meta element; a service sends it as a header too."""


def report_html(report: Report) -> str:
    """The page. Everything from the evidence is escaped."""
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{_text(headline_text(report))}</title><style>{_STYLE}</style></head><body>",
            *_body(report),
            "</body></html>\n",
        ]
    )


def _text(value: object) -> str:
    return escape(one_line(str(value)))


def _code(value: str) -> str:
    return f"<code>{_text(value)}</code>"


def _body(report: Report) -> Iterator[str]:
    verdict = report.verdict.value
    service = f" {_text(report.subject.service)}" if report.subject.service else ""
    yield f'<h1><span class="verdict {verdict}">{verdict_text(report)}</span>{service}</h1>'
    yield f"<p>{_text(report.summary)}</p>"
    if report.at_once is not None:
        yield f'<p class="at-once"><strong>At once:</strong> {_text(report.at_once.says)}</p>'
    settled = is_settled(report)
    if not settled:
        yield from _steps(report)
    cured: dict[str, int] = {}
    for diagnosis in believed(report):
        yield from _diagnosis(diagnosis, cured)
        cured.setdefault(diagnosis.playbook, diagnosis.rank)
    if settled:
        yield from _steps(report)
    yield from _largest(report)
    yield from _doubted(report)
    yield from _memory(report)
    yield from _evidence(report)
    yield from _not_found(report)


def _diagnosis(one: Diagnosis, cured: Mapping[str, int]) -> Iterator[str]:
    """`cured` tells under which rank the code of a playbook stands already."""
    yield f"<section><h2>{one.rank}. {_text(one.title)}</h2>"
    yield f'<p class="muted">{_text(sure_text(one))} · severity {_text(one.severity)} · {_code(one.playbook)}</p><p>'
    culprit = one.culprit
    if culprit.function:
        place = place_text(culprit)
        yield f"In {_code(culprit.function)}" + (f" at {_code(place)}" if place else "")
    if culprit.created_by:
        yield f" started by {_code(culprit.created_by)}"
    yield "</p>"
    costs = impact_text(one)
    held = f"Held at this confidence: {one.capped}" if one.capped else None
    for said in (culprit.say, f"Costs: {costs}" if costs else None, held):
        if said:
            yield f"<p>{_text(said)}</p>"
    yield from _remediation(one, cured.get(one.playbook))
    yield from _reasons(one)
    if one.victims:
        yield "<h3>Only waiting for it</h3>"
        yield from _list(victim_text(victim, _code, _text) for victim in one.victims)
    yield from _references(one)
    yield "</section>"


def _reasons(one: Diagnosis) -> Iterator[str]:
    rows = [*_rows("for", one.because), *_rows("against", one.against)]
    if rows:
        yield "<h3>Why</h3><table class=why><tr><th></th><th>Signal</th><th>Measured</th><th class=odds>Odds</th></tr>"
        yield from rows
        yield "</table>"
    if one.not_measured:
        yield f"<details><summary>{len(one.not_measured)} more that this evidence cannot show</summary>"
        yield from _list(_text(reason.says) for reason in one.not_measured)
        yield "</details>"


def _rows(side: str, reasons: Sequence[Reason]) -> Iterator[str]:
    for reason in reasons:
        cells = f"<td>{side}</td><td>{_text(reason.says)}</td><td>{_text(reason.observed or '')}</td>"
        yield f"<tr>{cells}<td class=odds>{_text(weight_text(reason))}</td></tr>"


def _remediation(one: Diagnosis, before: int | None) -> Iterator[str]:
    fix = one.remediation
    yield f"<h3>What to change</h3><p>{_text(fix.summary)}</p>"
    yield f"<ol>{''.join(f'<li>{_text(step.do)}</li>' for step in fix.steps)}</ol>"
    if before is not None:
        yield f"<p>The code before and after, and how to see that it worked, stand under {before}.</p>"
        return
    if fix.code:
        yield f"<h3>Before</h3><pre>{escape(fix.code.before)}</pre>"
        yield f"<h3>After</h3><pre>{escape(fix.code.after)}</pre>"
    if fix.libraries:
        yield "<h3>Libraries</h3>"
        yield from _list(f"{_code(library.name)}: {_text(library.purpose)}" for library in fix.libraries)
    yield "<h3>It worked when</h3>"
    yield from _list(_text(check) for check in fix.verify)


def _references(one: Diagnosis) -> Iterator[str]:
    links = [f'<a rel="noreferrer" href="{escape(url)}">{_text(title)}</a>' for title, url in one.references]
    if links:
        yield f"<p>{' · '.join(links)}</p>"


def _list(items: Iterable[str]) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _steps(report: Report) -> Iterator[str]:
    if report.next_evidence:
        yield f"<section><h2>{steps_heading(report)}</h2>"
        if names := commands_text(report):
            yield f"<p>{_text(names)}</p>"
        for step in report.next_evidence:
            yield f"<pre class=run>{escape(step.run)}</pre>"
            yield f"<p>{_text(step.because)} <span class=muted>Cost: {_text(step.cost)}</span></p>"
        yield "</section>"


def _largest(report: Report) -> Iterator[str]:
    if report.largest:
        yield f"<section><h2>{LARGEST}</h2>"
        yield from _list(largest_text(one, _code, _text) for one in report.largest)
        yield "</section>"


def _doubted(report: Report) -> Iterator[str]:
    """Without rank, cost and remedy, which would read as findings."""
    light = doubted(report)
    if not light:
        return
    yield f'<section class="doubted"><h2>{doubted_heading(report)}</h2>'
    for one in light:
        place = f", in {_code(one.culprit.function)}" if one.culprit.function else ""
        yield f"<details><summary>{percent_text(one.confidence)}: {_text(one.title)}{place}</summary>"
        yield f'<p class="muted">{_code(one.playbook)}</p>'
        yield from _reasons(one)
        yield "</details>"
    yield "</section>"


def _memory(report: Report) -> Iterator[str]:
    said = [report.memory.says] if report.memory is not None else []
    forecast = forecast_text(report)
    if forecast is not None:
        said.append(forecast)
    if said:
        yield f"<section><h2>Memory</h2>{''.join(f'<p>{_text(words)}</p>' for words in said)}</section>"


def _evidence(report: Report) -> Iterator[str]:
    yield "<section><h2>Evidence</h2><table class=evidence>"
    for piece in report.evidence:
        notes = "".join(f"<br><span class=muted>{_text(note)}</span>" for note in piece.notes)
        yield f"<tr><td>{_code(piece.name)}</td><td>{kind_text(piece)}</td><td>{_text(piece.summary)}{notes}</td></tr>"
    yield "</table>"
    if report.warnings:
        yield "<h3>Warnings</h3>"
        yield from _list(_text(warning) for warning in report.warnings)
    yield "</section>"


def _not_found(report: Report) -> Iterator[str]:
    if not report.ruled_out and not report.undetermined:
        return
    yield "<section><details><summary>Looked for and not diagnosed</summary><table>"
    for one in report.ruled_out:
        yield f"<tr><td>{_code(one.playbook)}</td><td>{_text(one.because)}</td></tr>"
    for blind in report.undetermined:
        yield f"<tr><td>{_code(blind.playbook)}</td><td>cannot tell; needs {_text(', '.join(blind.needs))}</td></tr>"
    yield "</table></details></section>"
