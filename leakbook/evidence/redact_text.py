"""Text without what looks like a secret, line structure and everything that is read from it untouched.

::

    goroutine 7 [select] {user: "ann@x.example"}:       labels: values replaced, keys kept
    main.(*Shop).pay(0xc0000b4000, 0x1f4, {0x3e8?})     the first word, a receiver or lock, is kept; the others are not
    panic: no account 4711                              replaced, unless it is one of the runtime's own messages
    GET https://ann:pw@db.example/x?token=abc           user, password and query replaced
    password=..., Bearer ..., eyJ..., AKIA...           by name or by form
    W9x2kPq7Zr4LmT8vBn3Y...                             by looking random: words that stand alone, never parts of paths

Works on bytes: every form is ASCII, and text in any encoding that has ASCII passes through. Patterns begin at a border
(a lookbehind) and repeat one class at a time, so that time is linear in the text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from .redact_names import Pseudonyms

PIECE_BYTES: Final = 2**18
LONGEST_PIECE: Final = 2**20

# A password may hold a slash, but then `host:8080/x/@v` must not look like one.
_USERINFO: Final = rb"[^\s/\"'<>`?#\\:@]{0,256}:(?!\d{1,5}(?:/|\b(?!@)))[^\s\"'<>`?#\\]{1,512}|[^\s/\"'<>`?#\\]{1,512}"
_URL = re.compile(
    rb"(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{1,20}://)(?:(" + _USERINFO + rb")@)?"
    rb"([^\s\"'<>`?#\\@]{0,2048})(\?[^\s\"'<>`\\]{1,8192})?"
)
_DSN = re.compile(rb"(?<![^\s\"'=])([^\s\"'=:@/]{1,128}:[^\s\"'@]{1,256})@(?=(?:tcp|unix)\()")
_EMAIL = re.compile(
    rb"(?<![A-Za-z0-9._%+-])(?!redacted-)[A-Za-z0-9._%+-]{1,64}@(?!v\d)(?:[A-Za-z0-9-]{1,63}\.){1,10}[A-Za-z]{2,24}(?![A-Za-z0-9-])"
)
_PEM = re.compile(
    rb"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^-]|-(?!----))*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?"
)
_KEYS: Final = (
    re.compile(rb"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{4,8192}(?:\.[A-Za-z0-9_-]{0,4096})?"),
    re.compile(rb"(?<![A-Za-z0-9])(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
    re.compile(
        rb"(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{30,255}|glpat-[\w-]{16,64}"
        rb"|xox[abeprs]-[A-Za-z0-9-]{10,255}|AIza[\w-]{35}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,128}"
        rb"|whsec_[A-Za-z0-9+/=]{16,128}|npm_[A-Za-z0-9]{30,64}|ya29\.[\w-]{20,512})"
    ),
    re.compile(rb"(?<=[Bb]earer )(?!redacted-)[A-Za-z0-9._~+/=-]{8,4096}"),
    re.compile(rb"(?<=[Bb]asic )(?!redacted-)[A-Za-z0-9+/]{8,4096}={0,2}(?![A-Za-z0-9+/])"),
)
_KEY_MARKS: Final = (
    (b"eyJ",),
    (b"AKIA", b"ASIA", b"AGPA", b"AIDA", b"AROA", b"AIPA", b"ANPA", b"ANVA"),
    (
        b"ghp_",
        b"gho_",
        b"ghu_",
        b"ghs_",
        b"ghr_",
        b"github_pat_",
        b"glpat-",
        b"xox",
        b"AIza",
        b"k_live_",
        b"k_test_",
        b"whsec_",
        b"npm_",
        b"ya29.",
    ),
    (b"earer ",),
    (b"asic ",),
)
"""What each of the forms cannot be without: finding out that it is absent is a hundred times faster."""

_NAMES: Final = (
    rb"passw(?:or)?d|passphrase|pwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|auth[_-]?token"
    rb"|token|credentials?|session[_-]?id|set-cookie|cookie|authorization|dsn"
)
_NAME_MARKS: Final = (b"pass", b"pwd", b"secret", b"key", b"token", b"cred", b"session", b"cookie", b"auth", b"dsn")
_PLAIN = rb"(?!-?[\d.]{1,40}(?:[,\s}\])]|$)|(?:true|false|null|nil)\b|[{\[]|redacted-)"
_NAMED = re.compile(
    rb"(?i)((?:" + _NAMES + rb")s?\\{0,2}[\"']?[ \t]{0,3}[:=][ \t]{0,3})"
    rb"(?:(\\{0,2}[\"'])((?:(?:bearer|basic|digest|token)[ ])?)([^\"'\\\n\r]{1,4096})"
    rb"|((?:(?:bearer|basic|digest|token)[ ])?)" + _PLAIN + rb"([^\s\"',;&}\])\\]{1,4096}))"
)
_FLAG = re.compile(
    rb"(?i)(--?[a-z0-9_-]{0,40}(?:"
    + _NAMES
    + rb")s?(?:[ \t]{1,4}|\"[ \t]?,[ \t]{0,4}\"|\0))([^\s\"'\0-][^\s\"'\0]{0,4095})"
)

_ARGUMENTS = re.compile(rb"\((?:\{{0,8}(?:0x[0-9a-fA-F]{1,16}\??|\.\.\.|_)\}{0,8}(?:, ?)?){2,64}(?:\)|(?=[\r\n]|\Z))")
_TAIL = re.compile(rb"(?m)^[ \t]*(?:\{{0,8}0x[0-9a-fA-F]{1,16}\??\}{0,8}(?:, ?)?){1,64}(?:, ?\.\.\.)?\)[ \t]*\r?$")
_WORD = re.compile(rb"0x[0-9a-fA-F]{1,16}\??")
_REGISTER = re.compile(
    rb"(?m)^((?:r[a-z0-9]{1,5}|e[a-z]{2,5}|[c-gs]s|x\d{1,2}|lr|fault)[ \t]+)0x[0-9a-f]{1,16}(?=[ \t]*\r?$)"
)

_HEADER_LABELS = re.compile(rb"(goroutine \d{1,19}[^\n\[\]]{0,80}\[[^\[\]\n{}]{1,200}\] ?\{)([^\n]*)")
_TEXT_LABELS = re.compile(rb"(labels: ?\{)([^\n]*)")
_LABELS_END = re.compile(rb"\}:?[ \t]*\r?\Z")
_LABEL = re.compile(rb'("(?:[^"\\]|\\.)*"|[^":,{}\s]+)(: ?)("(?:[^"\\]|\\.)*"|[^",{}]*?)(?:, |$)')

_PANIC = re.compile(
    rb"(?m)((?:^|[\t ])panic: )(?!runtime error: |close of |send on closed channel|all goroutines are asleep"
    rb"|assignment to entry in nil map|sync: |redacted-)([^\n]+)((?:\n\t[^\n]*)*)"
)
_PANIC_END = re.compile(rb"(?: \[recovered[^\]\n]{0,40}\])?[ \t]*\r?\Z")
_SERVING = re.compile(rb"(panic serving [^\s]{1,100}: )(?!runtime error: |redacted-)([^\n\r]{1,16384})")

_EDGE: Final = rb"[^\s\"'`,;=:()\[\]{}<>|&?]"
_ALONE = re.compile(rb"(?<!" + _EDGE + rb")[A-Za-z0-9_+/-]{20,}={0,2}(?!" + _EDGE + rb")")
_SPOKEN = re.compile(rb"[a-z]{4,}")
_DIGIT_RUNS = re.compile(rb"\d+")


class TextRedaction:
    """The rules over pieces of text, with the pseudonyms of one request."""

    def __init__(self, names: Pseudonyms) -> None:
        """`names` counts what is replaced, too."""
        self._names = names

    def stream(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The text in pieces that end with a line, whatever pieces it came in."""
        held = b""
        for piece in pieces:
            held += piece
            while len(held) >= PIECE_BYTES and (cut := _line_end(held)):
                yield self.piece(held[:cut])
                held = held[cut:]
        if held:
            yield self.piece(held)

    def whole(self, text: bytes) -> bytes:
        """All of it."""
        return b"".join(self.stream(text[at : at + PIECE_BYTES] for at in range(0, len(text), PIECE_BYTES)))

    def piece(self, text: bytes) -> bytes:
        """Whole lines. Each rule is asked only where its mark is in the text at all."""
        for rule in (self._labels, self._panics, self._urls, self._forms, self._named, self._random, self._words):
            text = rule(text)
        return text

    def _put(self, sort: str) -> Callable[[re.Match[bytes]], bytes]:
        return lambda found: self._names.of(sort, found[0])

    def _labels(self, text: bytes) -> bytes:
        if b"] {" in text or b"]{" in text:
            text = _HEADER_LABELS.sub(self._label_set, text)
        return _TEXT_LABELS.sub(self._label_set, text) if b"labels:" in text else text

    def _label_set(self, found: re.Match[bytes]) -> bytes:
        """What the readers take for labels, anew; what they leave out is left out."""
        end = _LABELS_END.search(found[2][-20:])
        if end is None:
            return found[0]
        told = _LABEL.findall(found[2][: len(found[2]) - len(end[0])])
        pairs = [(key, colon, self._names.of("label", _bare(value))) for key, colon, value in told]
        return found[1] + b", ".join(b'%s%s"%s"' % pair for pair in pairs) + end[0]

    def _panics(self, text: bytes) -> bytes:
        if b"panic: " in text:
            text = _PANIC.sub(self._panic, text)
        if b"panic serving " in text:
            text = _SERVING.sub(lambda m: m[1] + self._names.of("panic", m[2]), text)
        return text

    def _panic(self, found: re.Match[bytes]) -> bytes:
        """The message with its further lines, which the runtime indents; that it was recovered is kept."""
        end = _PANIC_END.search(found[2][-60:])
        kept = end[0] if end else b""
        return found[1] + self._names.of("panic", found[2].removesuffix(kept) + found[3]) + kept

    def _urls(self, text: bytes) -> bytes:
        if b"://" in text:
            text = _URL.sub(self._url, text)
        if b"@tcp(" in text or b"@unix(" in text:
            text = _DSN.sub(lambda m: self._names.of("userinfo", m[1]) + b"@", text)
        return _EMAIL.sub(self._put("email"), text) if b"@" in text else text

    def _url(self, found: re.Match[bytes]) -> bytes:
        scheme, userinfo, place, query = found.groups()
        told = scheme if userinfo is None else scheme + self._names.of("userinfo", userinfo) + b"@"
        return told + place + (b"?" + self._names.of("query", query) if query else b"")

    def _forms(self, text: bytes) -> bytes:
        if b"PRIVATE KEY-----" in text:
            text = _PEM.sub(self._put("key"), text)
        for marks, form in zip(_KEY_MARKS, _KEYS, strict=True):
            if any(mark in text for mark in marks):
                text = form.sub(self._put("key"), text)
        return text

    def _named(self, text: bytes) -> bytes:
        lowered = text.lower()
        if not any(mark in lowered for mark in _NAME_MARKS):
            return text
        return _FLAG.sub(lambda m: m[1] + self._names.of("secret", m[2]), _NAMED.sub(self._value, text))

    def _value(self, found: re.Match[bytes]) -> bytes:
        name, quote, quoted_scheme, quoted, plain_scheme, plain = found.groups()
        value = quoted if plain is None else plain
        if value.startswith(b"redacted-"):
            return found[0]
        kept = name + (quote or b"") + (quoted_scheme or plain_scheme or b"")
        return kept + self._names.of("secret", value)

    def _random(self, text: bytes) -> bytes:
        return _ALONE.sub(lambda m: self._names.of("token", m[0]) if looks_random(m[0]) else m[0], text)

    def _words(self, text: bytes) -> bytes:
        if b"0x" not in text:
            return text
        text = _ARGUMENTS.sub(lambda m: self._blank(m[0], keep=1), text)
        text = _TAIL.sub(lambda m: self._blank(m[0], keep=0), text)
        return _REGISTER.sub(rb"\g<1>0x0", text)

    def _blank(self, arguments: bytes, *, keep: int) -> bytes:
        first = _WORD.match(arguments.lstrip(b"({ \t"))
        kept = len(arguments) - len(arguments.lstrip(b"({ \t")) + (len(first[0]) if first and keep else 0)
        blanked, count = _WORD.subn(b"_", arguments[kept:])
        self._names.replaced["word"] += count
        return arguments[:kept] + blanked


def looks_random(word: bytes) -> bool:
    """Whether a word that stands alone is more likely drawn than named.

    Hexadecimal of 32 digits or more; one case of letters mixed with digits all through, from 24; else upper case,
    lower case and digits, of which little is runs of four lower-case letters or more, as words have them.
    """
    if word.startswith((b"0x", b"redacted-", b"/")):
        return False
    digits, runs = sum(48 <= c <= 57 for c in word), len(_DIGIT_RUNS.findall(word))
    lower, upper = sum(97 <= c <= 122 for c in word), sum(65 <= c <= 90 for c in word)
    if digits + lower + upper == len(word) and not (lower and upper):
        if len(word) >= 32 and all(c in b"0123456789abcdefABCDEF" for c in word):
            return digits >= 4 and lower + upper >= 4
        return len(word) >= 24 and runs >= 4 and 0.15 <= digits / len(word) <= 0.7
    spoken = sum(map(len, _SPOKEN.findall(word)))
    return min(digits, upper, lower) >= 2 and spoken < 0.35 * len(word) and entropy(word) >= 3.5


def entropy(word: bytes) -> float:
    """Shannon's, in bits a character."""
    return -sum(n / len(word) * math.log2(n / len(word)) for n in Counter(word).values())


def _bare(text: bytes) -> bytes:
    return text[1:-1] if len(text) >= 2 and text[:1] == text[-1:] == b'"' else text


def _line_end(text: bytes) -> int:
    """Where to cut: behind the last line that no tab goes on with; anywhere in an endless line; 0 for not yet."""
    at = len(text)
    while (at := text.rfind(b"\n", 0, at)) >= 0:
        if text[at + 1 : at + 2] not in (b"\t", b""):
            return at + 1
    return len(text) if len(text) >= LONGEST_PIECE else 0
