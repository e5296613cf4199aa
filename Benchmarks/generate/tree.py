"""A share of an office: many small files of six formats in folders of one to four deep."""

from pathlib import Path

from density import Density, Spacing
from export import Export
from logs import Log
from planting import KEYS, Planter
from prose import Prose

# Share of the files of each sort on the file servers of offices, in percent.
SORTS = (("txt", 34), ("csv", 18), ("html", 14), ("json", 12), ("xml", 12), ("log", 10))
# Share of the files that hold planted values, in percent.
PLANTED_SHARE = 30
SMALLEST, LARGEST = 2 << 10, 40 << 10
DEEPEST = 4


class Tree:
    def __init__(self, planter: Planter, prose: Prose, density: Density):
        self.planter, self.prose, self.random = planter, prose, planter.random
        self.density = density

    def write(self, root: Path, file_count: int, folder_count: int) -> None:
        folders = self._folders(root, folder_count)
        sorts = [sort for sort, share in SORTS for _ in range(share)]
        for number in range(file_count):
            sort = self.random.choice(sorts)
            is_planted = self.random.randrange(100) < PLANTED_SHARE
            goal = self.random.randint(SMALLEST, LARGEST)
            folder = self.random.choice(folders)
            (folder / f"document {number}.{sort}").write_text(self.file(sort, goal, is_planted))

    def _folders(self, root: Path, count: int) -> list[Path]:
        folders = [root]
        while len(folders) < count:
            parent = self.random.choice(folders)
            if len(parent.relative_to(root).parts) < DEEPEST:
                folders.append(parent / f"map {len(folders)}")
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        return folders

    def file(self, sort: str, goal: int, is_planted: bool) -> str:
        """A file of about `goal` bytes; without `is_planted` it holds no value of any kind."""
        density = self.density if is_planted else Density(0, self.density.bytes_per_candidate)
        if sort == "csv":
            export = Export(self.planter, self.prose, density)
            return self._until(goal, export.header, lambda: export.row(""), "")
        if sort == "log":
            return self._until(goal, "", Log(self.planter, self.prose, density).line, "")
        hits = Spacing(self.random, density.bytes_per_hit)
        begin, part, end = FORMATS[sort]
        return self._until(goal, begin, lambda: part(self, hits), end)

    def _until(self, goal: int, begin: str, part, end: str) -> str:
        parts, length = [begin], len(begin) + len(end)
        while length < goal:
            parts.append(part())
            length += len(parts[-1].encode())
        return "".join(parts) + end

    def _paragraph(self, hits: Spacing) -> str:
        text = self.prose.text(self.random.randint(300, 600))
        values = [self.planter.phrase() for _ in range(hits.due(len(text)))]
        return " ".join([text, *values])

    def _record(self, hits: Spacing) -> list[tuple[str, str]]:
        text = self.prose.text(200)
        kinds = {self.planter.kind() for _ in range(hits.due(len(text)))}
        fields = [(KEYS[kind], self.planter.value(kind)) for kind in sorted(kinds)]
        return [*fields, ("tekst", text)]

    def _text(self, hits: Spacing) -> str:
        return self._paragraph(hits) + "\n\n"

    def _html(self, hits: Spacing) -> str:
        return f"<p>{self._paragraph(hits)}</p>\n"

    def _json(self, hits: Spacing) -> str:
        fields = (f'"{name}": "{value}"' for name, value in self._record(hits))
        return "{" + ", ".join(fields) + "},\n"

    def _xml(self, hits: Spacing) -> str:
        fields = (f"<{name}>{value}</{name}>" for name, value in self._record(hits))
        return f"<record>{''.join(fields)}</record>\n"


# By sort, how a file begins, what it repeats and how it ends.
FORMATS = {
    "txt": ("", Tree._text, ""),
    "html": (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Verslag</title></head><body>\n",
        Tree._html,
        "</body></html>\n",
    ),
    "json": ('{"records": [\n', Tree._json, "{}]}\n"),
    "xml": ('<?xml version="1.0" encoding="UTF-8"?>\n<export>\n', Tree._xml, "</export>\n"),
}
