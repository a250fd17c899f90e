"""What is known for a secret by its form: parts of URLs, e-mail addresses, keys and tokens, words that look drawn.

Each pattern begins with what can be searched for fast, looks back over a bounded stretch, and takes runs as a whole,
so that nothing is looked at more than a few times.
"""

from __future__ import annotations

import math
import re
from typing import Final

from .names import PSEUDONYM, Naming

# A password may hold a slash, but then `host:8080/x/@v` must not look like one.
_USERINFO: Final = (
    rb"[^\s/\"'<>`?#\\:@]{0,256}:(?!\d{1,5}(?:/|\b(?!@)))[^\s\"'<>`?#\\]{1,4096}|[^\s/\"'<>`?#\\]{1,4096}"
)
_URL = re.compile(rb"://(?:(" + _USERINFO + rb")@)?([^\s\"'<>`?#\\@]*+)(\?[^\s\"'<>`\\]++)?")
_DSN = re.compile(rb"(?<![^\s\"'=])([^\s\"'=:@/]{1,128}+:[^\s\"'@]{1,256}+)@(?=(?:tcp|unix)\()")
_DOMAIN = re.compile(rb"@(?!v\d)((?:[A-Za-z0-9-]{1,63}+\.){1,10})([A-Za-z]{2,24}+)(?![A-Za-z0-9-])")
_LOCAL: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-"
_LONGEST_LOCAL: Final = 256

_TOKENS: Final = (
    ((b"eyJ",), rb"eyJ(?<![A-Za-z0-9_-]eyJ)[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{4,}+(?:\.[A-Za-z0-9_-]*+){0,3}+"),
    (
        (b"AKIA", b"ASIA", b"AGPA", b"AIDA", b"AROA", b"AIPA", b"ANPA", b"ANVA"),
        rb"A(?:[KS]IA|[GIN]PA|IDA|ROA|NVA)(?<![A-Za-z0-9]A...)[A-Z0-9]{16}(?![A-Za-z0-9])",
    ),
    ((b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_"), rb"gh[pousr]_(?<![A-Za-z0-9]gh._)[A-Za-z0-9]{30,}+"),
    ((b"github_pat_",), rb"github_pat_(?<![A-Za-z0-9]github_pat_)\w{30,}+"),
    ((b"glpat-",), rb"glpat-(?<![A-Za-z0-9]glpat-)[\w-]{16,}+"),
    ((b"xox",), rb"xox[abeprs]-(?<![A-Za-z0-9]xox.-)[A-Za-z0-9-]{10,}+"),
    ((b"AIza",), rb"AIza(?<![A-Za-z0-9]AIza)[\w-]{35}"),
    ((b"k_live_", b"k_test_"), rb"[sr]k_(?:live|test)_(?<![A-Za-z0-9].k_....._)[A-Za-z0-9]{10,}+"),
    ((b"whsec_",), rb"whsec_(?<![A-Za-z0-9]whsec_)[A-Za-z0-9+/=]{16,}+"),
    ((b"npm_",), rb"npm_(?<![A-Za-z0-9]npm_)[A-Za-z0-9]{30,}+"),
    ((b"ya29.",), rb"ya29\.(?<![A-Za-z0-9]ya29\.)[\w-]{20,}+"),
    ((b"earer ",), rb"earer (?<=[Bb]earer )[A-Za-z0-9._~+/=-]{8,}+"),
    ((b"asic ",), rb"asic (?<=[Bb]asic )[A-Za-z0-9+/]{8,}+={0,2}+(?![A-Za-z0-9+/])"),
)
"""What each form cannot be without, which is searched for first, and the form."""
_FORMS: Final = tuple((marks, re.compile(form)) for marks, form in _TOKENS)

_EDGE: Final = rb"[\s\"'`,;=:()\[\]{}<>|&?]"
_WORD: Final = rb"([A-Za-z0-9_+/-]{20,}+={0,2}+)(?=" + _EDGE + rb"|\Z)"
_ALONE = re.compile(_EDGE + _WORD)
_ALONE_AT_START = re.compile(_WORD)
_HEXADECIMAL: Final = b"0123456789abcdefABCDEF"
_CLASSES: Final = bytes(
    ord("d" if chr(code).isdigit() else "u" if chr(code).isupper() else "l" if chr(code).islower() else "o")
    for code in range(128)
).ljust(256, b"o")
"""Of each byte: a digit, an upper or lower case letter of ASCII, or another."""
_MEASURED: Final = 1024
_N_LOG_N: Final = (0.0, *(n * math.log2(n) for n in range(1, _MEASURED + 1)))
_SPOKEN = re.compile(rb"[a-z]{4,}+")
_DIGIT_RUNS = re.compile(rb"\d++")


def redact_forms(text: bytes, names: Naming) -> bytes:
    """Keys and tokens of well-known forms."""
    for marks, form in _FORMS:
        if any(mark in text for mark in marks):
            text = form.sub(lambda found: _key(found[0], names), text)
    return text


def _key(found: bytes, names: Naming) -> bytes:
    """`Bearer ` and `Basic ` stay before what is replaced."""
    scheme, blank, key = found.rpartition(b" ")
    return found if PSEUDONYM.fullmatch(key) else scheme + blank + names.of("key", key)


def redact_urls(text: bytes, names: Naming) -> bytes:
    """Users, passwords and queries of URLs and DSNs, e-mail addresses."""
    if b"://" in text:
        text = _URL.sub(lambda found: _url(found, names), text)
    if b"@" not in text:
        return text
    if b"@tcp(" in text or b"@unix(" in text:
        text = _DSN.sub(lambda found: names.of("userinfo", found[1]) + b"@", text)
    return _without_mails(text, names)


def _url(found: re.Match[bytes], names: Naming) -> bytes:
    userinfo, place, query = found.groups()
    told = b"://" if userinfo is None else b"://" + names.of("userinfo", userinfo) + b"@"
    return told + place + (b"?" + names.of("query", query) if query else b"")


def _without_mails(text: bytes, names: Naming) -> bytes:
    """The part before the at sign is found backwards from it."""
    told: list[bytes] = []
    done = 0
    for found in _DOMAIN.finditer(text):
        at, end = found.span()
        before = text[max(at - _LONGEST_LOCAL, done) : at]
        local = before[len(before.rstrip(_LOCAL)) :]
        if local and not (local.startswith(b"redacted-") and PSEUDONYM.fullmatch(local)):
            start = at - len(local)
            told += (text[done:start], names.of("email", text[start:end]))
            done = end
    return b"".join((*told, text[done:])) if told else text


def redact_random(text: bytes, names: Naming) -> bytes:
    """Words that stand alone and look drawn."""

    def replaced(found: re.Match[bytes]) -> bytes:
        if not looks_random(found[1]):
            return found[0]
        return found[0][: found.start(1) - found.start()] + names.of("token", found[1])

    first = _ALONE_AT_START.match(text)
    head = replaced(first) if first else b""
    return head + _ALONE.sub(replaced, text[first.end() :] if first else text)


def looks_random(word: bytes) -> bool:
    """Whether a word that stands alone is more likely drawn than named.

    Hexadecimal of 32 digits or more; one case of letters mixed with digits all through, from 24; else upper case,
    lower case and digits, of which little is runs of four lower-case letters or more, as words have them.
    """
    if word.startswith((b"0x", b"redacted-", b"/")):
        return False
    length = len(word)
    classes = word.translate(_CLASSES)
    digits, upper, lower = classes.count(b"d"), classes.count(b"u"), classes.count(b"l")
    if digits + lower + upper == length and not (lower and upper):
        if length >= 32 and not word.translate(None, _HEXADECIMAL):
            return digits >= 4 and lower + upper >= 4
        return length >= 24 and 0.15 <= digits / length <= 0.7 and len(_DIGIT_RUNS.findall(word)) >= 4
    if min(digits, upper, lower) < 2:
        return False
    return sum(map(len, _SPOKEN.findall(word))) < 0.35 * length and _is_mixed(word[:_MEASURED])


def _is_mixed(word: bytes) -> bool:
    """Whether its entropy is 3.5 bits or more; measured only where the number of its characters does not tell."""
    length, characters = len(word), len(set(word))
    if characters < 2**3.5:
        return False
    # At the least: all but one character come once.
    least = (_N_LOG_N[length] - _N_LOG_N[length - characters + 1]) / length
    return least > 3.5 + 1e-9 or entropy(word) >= 3.5


def entropy(word: bytes) -> float:
    """Shannon's, in bits a character; of the first `_MEASURED` bytes."""
    word = word[:_MEASURED]
    return math.log2(len(word)) - sum(map(_N_LOG_N.__getitem__, map(word.count, set(word)))) / len(word)
