"""Sections of OneNote (.one): an object space for the section and one for each page.

Sources: [MS-ONESTORE] 2.2 to 2.6, the store of revisions; [MS-ONE] 2.1 and 2.2, what its objects are.
"""

import random
import struct
import uuid
from dataclasses import dataclass, field

SECTION_FILE = uuid.UUID("{7B5C52E4-D88C-4DA7-AEB1-5378D02996D3}").bytes_le
STORE_FORMAT = uuid.UUID("{109ADD3F-911B-49F5-A5D0-1791EDC8AED8}").bytes_le
FILE_MARK = uuid.UUID("{BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC}").bytes_le
FILE_END = uuid.UUID("{71FBA722-0F79-4A0B-BB13-899256426B24}").bytes_le
LIST_MARK, LIST_END = 0xA4567AB1F5F7F4C4, 0x8BC215C38233BA4B
HEADER_LENGTH = 1024
NO_PLACE = struct.pack("<QI", 0xFFFFFFFFFFFFFFFF, 0)
NOTHING = bytes(20)

# Nodes of the lists.
MANIFEST_ROOT, MANIFEST_REFERENCE, MANIFEST_START = 0x004, 0x008, 0x00C
REVISIONS_REFERENCE, REVISIONS_START = 0x010, 0x014
REVISION_START, REVISION_END = 0x01E, 0x01C
GUIDS_START, GUID_ENTRY, GUIDS_END = 0x022, 0x024, 0x028
ROOT_OBJECT, FILE_DECLARATION = 0x05A, 0x072
FILES_REFERENCE, FILE_REFERENCE = 0x090, 0x094
DECLARATION, GROUP_REFERENCE, GROUP_START, GROUP_END = 0x0A4, 0x0B0, 0x0B4, 0x0B8
DATA, LIST = 1, 2

# Objects, by what they are.
SECTION, PAGE_SERIES, PAGE, OUTLINE, ELEMENT, TEXT = (
    0x00060007,
    0x00060008,
    0x0006000B,
    0x0006000C,
    0x0006000D,
    0x0006000E,
)
PAGE_METADATA, SECTION_METADATA = 0x00020030, 0x00020031
EMBEDDED_FILE, PAGE_MANIFEST, FILE_CONTAINER = 0x00060035, 0x00060037, 0x00080036
CONTENT_ROOT, METADATA_ROOT = 1, 2

# Properties; their type lies in the upper bits.
ELEMENT_CHILDREN, CONTENT_CHILDREN, PAGE_SPACES = 0x24001C20, 0x24001C1F, 0x2C001D63
UNICODE_TEXT, ASCII_TEXT, TITLE, SECTION_NAME = 0x1C001C22, 0x1C003498, 0x1C001CF3, 0x1C00349B
CONTAINER, FILE_NAME = 0x20001D9B, 0x1C001D9C


@dataclass
class Page:
    title: str
    paragraphs: list[str]
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


@dataclass
class Object:
    """An object by its number in its space, with numbers of others as the values of references."""

    number: int
    kind: int
    properties: list[tuple[int, str | int | list]]


class Store:
    """The bytes of the file behind its header, and what stands in the log of its transactions."""

    def __init__(self, source: random.Random):
        self.random = source
        self.bytes = bytearray(HEADER_LENGTH)
        self.lists: list[tuple[int, int]] = []

    def guid(self) -> bytes:
        return uuid.UUID(int=self.random.getrandbits(128), version=4).bytes_le

    def put(self, data: bytes) -> tuple[int, int]:
        self.bytes += bytes(-len(self.bytes) % 8)
        self.bytes += data
        return len(self.bytes) - len(data), len(data)

    def put_list(self, nodes: list[bytes]) -> tuple[int, int]:
        number = 0x10 + len(self.lists)
        self.lists.append((number, len(nodes)))
        body = b"".join(nodes)
        body += bytes(-len(body) % 8 + 4)
        head = struct.pack("<QII", LIST_MARK, number, 0)
        return self.put(head + body + NO_PLACE + struct.pack("<Q", LIST_END))


def node(kind: int, data: bytes, place: tuple[int, int] | None = None, base: int = 0) -> bytes:
    """A node of a list; a place is written with 4 bytes each for where and how long."""
    if place:
        data = struct.pack("<II", *place) + data
    return struct.pack("<I", kind | len(data) + 4 << 10 | 1 << 23 | base << 27 | 1 << 31) + data


def extended(guid: bytes, number: int = 1) -> bytes:
    return guid + struct.pack("<I", number)


def compact(number: int, guid: int = 0) -> bytes:
    return struct.pack("<I", number | guid << 8)


def counted(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def property_set(made: Object) -> bytes:
    """The references to objects and to spaces, then the properties with their data."""
    objects, spaces, kinds, data = b"", b"", b"", b""
    for kind, value in made.properties:
        kinds += struct.pack("<I", kind)
        if isinstance(value, str):
            coded = value.encode("ascii" if kind == ASCII_TEXT else "utf-16-le")
            coded += b"" if kind == ASCII_TEXT else b"\0\0"
            data += struct.pack("<I", len(coded)) + coded
        elif isinstance(value, int):
            objects += compact(value)
        elif kind == PAGE_SPACES:
            data += struct.pack("<I", len(value))
            # The spaces stand behind the own one in the table of GUIDs.
            spaces += b"".join(compact(1, index) for index in value)
        else:
            data += struct.pack("<I", len(value))
            objects += b"".join(map(compact, value))
    streams = struct.pack("<I", len(objects) // 4 | (0 if spaces else 1 << 31)) + objects
    if spaces:
        streams += struct.pack("<I", len(spaces) // 4) + spaces
    out = streams + struct.pack("<H", len(made.properties)) + kinds + data
    return out + bytes(-len(out) % 8)


def put_space(
    store: Store,
    space: bytes,
    objects: list[Object],
    roots: dict[int, int],
    others: list[bytes],
    files: dict,
) -> bytes:
    """Writes a space with one revision; returns the node that refers to it."""
    guids = [space, *others]
    group = [node(GROUP_START, extended(space, 900)), node(GUIDS_START, b"")]
    group += [node(GUID_ENTRY, struct.pack("<I", index) + guid) for index, guid in enumerate(guids)]
    group.append(node(GUIDS_END, b""))
    for made in objects:
        identity = compact(made.number) + struct.pack("<I", made.kind)
        if made.kind == FILE_CONTAINER:
            name = "<ifndf>{" + str(uuid.UUID(bytes_le=files[made.number])).upper() + "}"
            group.append(node(FILE_DECLARATION, identity + b"\1" + counted(name) + counted(".bin")))
            continue
        flags = any(isinstance(v, (int, list)) for k, v in made.properties if k != PAGE_SPACES)
        flags |= 2 * any(k == PAGE_SPACES for k, _ in made.properties)
        place = store.put(property_set(made))
        group.append(node(DECLARATION, identity + bytes([flags, 1]), place, DATA))
    group.append(node(GROUP_END, b""))
    group_place = store.put_list(group)
    revision = [
        node(REVISIONS_START, extended(space) + bytes(4)),
        node(REVISION_START, extended(store.guid()) + NOTHING + struct.pack("<IH", 1, 0)),
        node(GROUP_REFERENCE, extended(space, 900), group_place, LIST),
    ]
    for role, number in roots.items():
        revision.append(node(ROOT_OBJECT, extended(space, number) + struct.pack("<I", role)))
    revision.append(node(REVISION_END, b""))
    revisions_place = store.put_list(revision)
    place = store.put_list(
        [
            node(MANIFEST_START, extended(space)),
            node(REVISIONS_REFERENCE, b"", revisions_place, LIST),
        ]
    )
    return node(MANIFEST_REFERENCE, extended(space), place, LIST)


def page_objects(page: Page) -> list[Object]:
    """The manifest, the title, the page, its outline, and a paragraph or a file in each element."""
    elements, below = [], []
    number = 5

    def add(made: Object) -> None:
        elements.append(number)
        below.extend([Object(number, ELEMENT, [(CONTENT_CHILDREN, [number + 1])]), made])

    for text in page.paragraphs:
        kind = ASCII_TEXT if text.isascii() else UNICODE_TEXT
        add(Object(number + 1, TEXT, [(kind, text)]))
        number += 2
    for name, _ in page.attachments:
        add(Object(number + 1, EMBEDDED_FILE, [(CONTAINER, number + 2), (FILE_NAME, name)]))
        below.append(Object(number + 2, FILE_CONTAINER, []))
        number += 3
    return [
        Object(1, PAGE_MANIFEST, [(CONTENT_CHILDREN, [3])]),
        Object(2, PAGE_METADATA, [(TITLE, page.title)]),
        Object(3, PAGE, [(ELEMENT_CHILDREN, [4])]),
        Object(4, OUTLINE, [(ELEMENT_CHILDREN, elements)]),
        *below,
    ]


def put_file(store: Store, content: bytes) -> tuple[int, int]:
    head = FILE_MARK + struct.pack("<QIQ", len(content), 0, 0)
    return store.put(head + content + bytes(-len(content) % 8) + FILE_END)


def section(name: str, pages: list[Page], source: random.Random) -> bytes:
    store = Store(source)
    root, spaces = store.guid(), [store.guid() for _ in pages]
    file_nodes, nodes = [], []
    for page, space in zip(pages, spaces):
        objects, files = page_objects(page), {}
        containers = [made.number for made in objects if made.kind == FILE_CONTAINER]
        for number, (_, content) in zip(containers, page.attachments):
            files[number] = store.guid()
            file_nodes.append(node(FILE_REFERENCE, files[number], put_file(store, content), DATA))
        roots = {CONTENT_ROOT: 1, METADATA_ROOT: 2}
        nodes.append(put_space(store, space, objects, roots, [], files))
    objects = [
        Object(1, SECTION, [(ELEMENT_CHILDREN, [3])]),
        Object(2, SECTION_METADATA, [(SECTION_NAME, name)]),
        Object(3, PAGE_SERIES, [(PAGE_SPACES, list(range(1, len(pages) + 1)))]),
    ]
    roots = {CONTENT_ROOT: 1, METADATA_ROOT: 2}
    nodes.insert(0, put_space(store, root, objects, roots, spaces, {}))
    nodes.append(node(MANIFEST_ROOT, extended(root)))
    if file_nodes:
        nodes.append(node(FILES_REFERENCE, b"", store.put_list(file_nodes), LIST))
    root_list = store.put_list(nodes)
    # One transaction, that made all lists; 1 marks its end.
    entries = b"".join(struct.pack("<II", *entry) for entry in store.lists)
    log = store.put(entries + struct.pack("<II", 1, 0) + NO_PLACE)
    return header(store, root_list, log)


def header(store: Store, root_list: tuple[int, int], log: tuple[int, int]) -> bytes:
    head = SECTION_FILE + store.guid() + bytes(16) + STORE_FORMAT
    head += struct.pack("<4I", 0x2A, 0x2A, 0x2A, 0x2A)
    nothing = struct.pack("<II", 0xFFFFFFFF, 0)
    head += bytes(8) + nothing + struct.pack("<IIQ", 1, 0, 0) + nothing + bytes(8)
    head += bytes(16) + bytes(4) + NO_PLACE
    head += struct.pack("<QI", *log) + struct.pack("<QI", *root_list) + NO_PLACE
    head += struct.pack("<QQ", len(store.bytes), 0) + store.guid() + struct.pack("<Q", 1)
    head += bytes(16) + bytes(4) + NO_PLACE + NO_PLACE
    store.bytes[:HEADER_LENGTH] = head.ljust(HEADER_LENGTH, b"\0")
    return bytes(store.bytes)
