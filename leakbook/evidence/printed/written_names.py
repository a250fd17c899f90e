"""Functions as people write them into prose, where names of hosts and of files look alike.

::

    shop/ledger.(*Book).Append   main.load   runtime.malg      only Go has these
    json.Marshal   desk.load                                   may be of any language
    db.example.com   app.yaml   main.go:31   gcr.io/shop:1.2   none
"""

from __future__ import annotations

import re
from typing import Final

from ..dump.lines import is_symbol
from ..names import normalise, package_of
from ..packages import is_stdlib

_ENDINGS: Final = frozenset(
    """
    7z MD PDF TXT ZIP a avi bak bin bmp bz2 c cc cfg conf cpp crt css csv dat db deb dll doc docx env exe gif go gz h
    hpp htm html ico img ini iso jar java jpeg jpg js json jsx key lock log lz4 md mod mp3 mp4 o parquet pb pdf pem php
    png pprof prof properties proto py rar rb rpm rs sh so sock sql sqlite sum svg swp tar tgz tmp toml ts tsv tsx ttf
    txt vue war wasm webp whl xls xlsx xml xz yaml yml zip zst
    """.split()
)
"""What follows the last dot of a file's name. A function may be called so, too; it is lost then, not accused."""
_DOMAINS: Final = frozenset(
    """
    ai app arpa biz ch cloud cluster cn co com consul corp de dev edu eu example fr gov home info intern internal
    invalid io jp lan local localdomain localhost net nl org ru svc test uk us
    """.split()
)
"""What follows the last dot of a host's name: domains that are common, reserved or usual inside a network."""
_HOST: Final = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$")
_COUNTRY: Final = re.compile(r"\.[^.]+\.[a-z]{2}$")
_POSITION: Final = re.compile(r":\d{1,6}$")
"""A line of a file or the port of a host."""
_OF_THE_COMPILER: Final = re.compile(r"-fm$|-range\d{1,4}$")
PLACE: Final = re.compile(r"(?<![\w./@+~-])([\w./@+~-]{1,400}\.go):(\d{1,7})")
"""A file of Go's with its line, in the middle of words or alone."""
_OF_MAIN: Final = re.compile(r"main\.\w+$")
_ONLY_GO: Final = re.compile(r"\.\(\*\w|\.(?:func|gowrap)\d|^main\.|/[^/.]+(?:\.v\d{1,3})?\.[A-Z]\w*")
"""A pointer's method, a closure, the program's package, an exported name of a package with a path."""


def function_in(word: str) -> str | None:
    """The function that a word names, its parentheses left off; None for hosts, files, figures and words."""
    bare = word.removesuffix("()")
    if "." not in bare.strip(".") or not is_symbol(bare) or bare[0].isdigit():
        return None
    name = normalise(bare)
    within = name.removeprefix(package_of(name)).lstrip(".")
    if not within or within[0].isdigit() or _is_of_a_file(name) or _is_of_a_host(name):
        return None
    return name


def is_only_go(function: str) -> bool:
    """Whether no other language and no other thing has such a name."""
    return _ONLY_GO.search(function) is not None or is_stdlib(package_of(function))


def _is_of_a_file(name: str) -> bool:
    return "(" not in name and _POSITION.sub("", name).rpartition(".")[2] in _ENDINGS


def _is_of_a_host(name: str) -> bool:
    bare = _POSITION.sub("", name)
    if _HOST.match(bare) is None or _OF_MAIN.match(bare) is not None:
        return False
    named = bare.rpartition(".")[2] in _DOMAINS or _COUNTRY.search(bare) is not None
    return named or ("-" in bare and _OF_THE_COMPILER.search(bare) is None)
