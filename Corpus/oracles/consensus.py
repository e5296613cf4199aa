"""What the tools agree on in a document and in everything that is nested in it."""

import hashlib
from pathlib import Path

from .containers import UNPACKERS
from .readers import READERS, decoded
from .tokens import Tokens, agreed, tokens, union
from .tools import scratch

DEPTH = 6
# Many archives hold the same documents.
known: dict[tuple[str, str], "Consensus"] = {}


def consensus(path: Path, depth: int = 0) -> "Consensus":
    key = hashlib.sha256(path.read_bytes()).hexdigest(), path.name
    if key not in known:
        known[key] = Consensus(path, depth)
    return known[key]


class Consensus:
    """The tokens of a document, and whether a part of it was read by one tool alone."""

    def __init__(self, path: Path, depth: int = 0):
        self.is_alone = False
        self.tokens = self._read(path, depth)

    def _read(self, path: Path, depth: int) -> Tokens:
        ending = ending_of(path)
        found = []
        readers = READERS.get(ending, ())
        if not readers and ending not in UNPACKERS:
            readers = (plain,)
        texts = [tokens(attempt(read, path) or "") for read in readers]
        # Who finds nothing at all has not read it.
        texts = [text for text in texts if any(text.values())]
        if texts:
            self._count(len(texts))
            found.append(agreed(texts))
        ways = []
        for unpack in UNPACKERS.get(ending, ()) if depth < DEPTH else ():
            folder = scratch()
            own = attempt(unpack, path, folder)
            if own is None:
                continue
            ways.append(union([tokens(own), *(self._inner(member, depth)
                                              for member in sorted(folder.rglob("*"))
                                              if member.is_file())]))
        if ways:
            # A document is read for itself as well; only what has no other text counts its ways.
            if not readers:
                self._count(len(ways))
            found.append(agreed(ways))
        return union(found)

    def _inner(self, member: Path, depth: int) -> Tokens:
        inner = consensus(member, depth + 1)
        self.is_alone = self.is_alone or inner.is_alone
        return inner.tokens

    def _count(self, tools: int) -> None:
        self.is_alone = self.is_alone or tools == 1


def plain(path: Path) -> str:
    """A member whose name says nothing, where it is a text."""
    data = path.read_bytes()
    return data.decode("utf-8") if b"\0" not in data else ""


def ending_of(path: Path) -> str:
    parts = path.name.split(".")
    pair = ".".join(parts[-2:])
    return pair if pair in UNPACKERS else parts[-1].lower()


def attempt(tool, *arguments: Path) -> str | None:
    """What a tool returns; None where it cannot read the document."""
    try:
        return tool(*arguments)
    except Exception:  # noqa: BLE001: tools fail in every way
        return None
