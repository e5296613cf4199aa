"""Pictures of a few pixels with what people write into them: EXIF, XMP, IPTC and comments.

Sources: CIPA DC-008 (Exif); TIFF 6.0; ISO 16684-1 (XMP); IPTC IIM 4.2; PNG, GIF89a, JFIF, WebP, JPEG 2000
(ISO/IEC 15444-1), HEIF (ISO/IEC 23008-12) and Adobe Photoshop file formats.
"""

import base64
import random
import struct
import zlib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .packages import section
from .scenes import Scenes
from .tree import File

# Two by two grey pixels, as other programs pack them.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i"
    "Z2hnPk1xeXBkeFxlZ2P/wAALCAACAAIBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
    "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOkr/9k="
)
JPEG_HEAD_LENGTH = 20
WEBP_PIXELS = base64.b64decode("LwFAAAAHUOQiF7n/gYjofwA=")
JP2 = base64.b64decode(
    "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAAgAAAAIAAQcHAAAAAAAPY29scgEAAAAA"
    "ABEAAACJanAyY/9P/1EAKQAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAAQcBAf9SAAwAAAABAAEEBAAB/1wAB0BA"
    "SEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAAAFAAB/5PPtAgET4D/2Q=="
)
XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
IMAGE_DESCRIPTION, ARTIST, XMP_TAG, IPTC_TAG = 0x010E, 0x013B, 0x02BC, 0x83BB


@dataclass
class Texts:
    """What is written into a picture; `comment` is for what a format has beside EXIF and XMP."""

    description: str
    artist: str
    title: str
    caption: str
    comment: str

    def exif(self, *more: tuple[int, int, bytes]) -> bytes:
        """As a TIFF file with one directory and no pixels; `more` are entries with type and value."""
        entries = [
            (IMAGE_DESCRIPTION, 2, self.description.encode() + b"\0"),
            (ARTIST, 2, self.artist.encode() + b"\0"),
            *more,
        ]
        entries.sort()
        table, values = struct.pack("<H", len(entries)), b""
        place = 8 + 2 + 12 * len(entries) + 4
        for tag, kind, value in entries:
            count = len(value) // {1: 1, 2: 1, 3: 2, 4: 4, 7: 1}[kind]
            table += struct.pack("<HHI", tag, kind, count)
            if len(value) <= 4:
                table += value.ljust(4, b"\0")
                continue
            table += struct.pack("<I", place + len(values))
            values += value + bytes(len(value) % 2)
        return b"II*\0" + struct.pack("<I", 8) + table + bytes(4) + values

    @property
    def xmp(self) -> bytes:
        def alternatives(name: str, text: str) -> str:
            item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
            return f"<dc:{name}><rdf:Alt>{item}</rdf:Alt></dc:{name}>"

        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
            ' rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"{alternatives('title', self.title)}{alternatives('description', self.caption)}"
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        ).encode()

    @property
    def iptc(self) -> bytes:
        """In UTF-8, which the first data set says."""
        caption = self.comment.encode()
        out = b"\x1c\x01\x5a" + struct.pack(">H", 3) + b"\x1b%G"
        return out + b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption


def picture(write):
    """A writer of pictures of the format that `write` makes of texts."""

    def make(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        person = scenes.focus() or scenes.bystander(None)
        where = section("metadata")
        forms = scenes.forms
        texts = Texts(
            description="",
            artist="",
            title="Foto " + file.take(forms.name(person, ("first", "initials", "sorted")), where),
            caption=file.take(scenes.about(person), where),
            comment="",
        )
        if write is not gif:
            artist = forms.name(scenes.bystander(None), ("first", "initials"))
            texts.description = file.take(scenes.about(person), where)
            texts.artist = file.take(artist, where)
        if write in WITH_COMMENT:
            texts.comment = file.take(scenes.about(scenes.focus() or person), where)
        return write(texts)

    return make


def png(texts: Texts) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    def text(keyword: bytes, value: bytes, packs: bool) -> bytes:
        value = zlib.compress(value) if packs else value
        return chunk(b"iTXt", keyword + bytes([0, packs, 0, 0, 0]) + value)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
        + text(b"XML:com.adobe.xmp", texts.xmp, False)
        + text(b"Comment", texts.comment.encode(), True)
        + chunk(b"eXIf", texts.exif())
        + chunk(b"IDAT", zlib.compress(b"\0\x80\x80" * 2))
        + chunk(b"IEND", b"")
    )


def photoshop_resources(texts: Texts) -> bytes:
    out = b""
    for number, data in ((0x0404, texts.iptc), (0x0424, texts.xmp)):
        out += b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + bytes(len(data) % 2)
    return out


def jpeg(texts: Texts) -> bytes:
    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    resources = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(texts.iptc)) + texts.iptc
    return (
        JPEG[:JPEG_HEAD_LENGTH]
        + segment(0xE1, b"Exif\0\0" + texts.exif())
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + texts.xmp)
        + segment(0xED, b"Photoshop 3.0\0" + resources + bytes(len(texts.iptc) % 2))
        + JPEG[JPEG_HEAD_LENGTH:]
    )


def gif(texts: Texts) -> bytes:
    data = texts.comment.encode()
    blocks = b"".join(
        bytes([len(data[i : i + 255])]) + data[i : i + 255] for i in range(0, len(data), 255)
    )
    # A trailer of 256 bytes lets readers that know no XMP skip it.
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0)
        + b"\0\0\0\xff\xff\xff"
        + b"\x21\xff\x0bXMP DataXMP"
        + texts.xmp
        + trailer
        + b"\x21\xfe"
        + blocks
        + b"\0"
        + b"\x2c"
        + struct.pack("<HHHHB", 0, 0, 1, 1, 0)
        + b"\x02\x02\x44\x01\0;"
    )


def tiff(texts: Texts) -> bytes:
    """One grey pixel, whose strip is the first bytes of the file."""
    short, long = (lambda n: struct.pack("<H", n)), (lambda n: struct.pack("<I", n))
    return texts.exif(
        (0x0100, 3, short(1)),
        (0x0101, 3, short(1)),
        (0x0102, 3, short(8)),
        (0x0103, 3, short(1)),
        (0x0106, 3, short(1)),
        (0x0111, 4, long(0)),
        (0x0115, 3, short(1)),
        (0x0116, 3, short(1)),
        (0x0117, 4, long(1)),
        (XMP_TAG, 1, texts.xmp),
        (IPTC_TAG, 7, texts.iptc),
    )


def webp(texts: Texts) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)

    # With EXIF and XMP, of two by two pixels.
    canvas = bytes([0x0C, 0, 0, 0]) + b"\1\0\0" * 2
    body = b"WEBP" + chunk(b"VP8X", canvas) + chunk(b"VP8L", WEBP_PIXELS)
    body += chunk(b"EXIF", texts.exif()) + chunk(b"XMP ", texts.xmp)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full_box(kind: bytes, version: int, *content: bytes) -> bytes:
    return box(kind, struct.pack(">I", version << 24), *content)


def jp2(texts: Texts) -> bytes:
    return JP2 + box(b"uuid", XMP_BOX, texts.xmp) + box(b"uuid", b"JpgTiffExif->JP2", texts.exif())


def psd(texts: Texts) -> bytes:
    resources = photoshop_resources(texts)
    exif = texts.exif()
    resources += b"8BIM" + struct.pack(">HHI", 0x0422, 0, len(exif)) + exif + bytes(len(exif) % 2)
    return (
        b"8BPS"
        + struct.pack(">H6xHIIHH", 1, 1, 2, 2, 8, 1)
        + bytes(4)
        + struct.pack(">I", len(resources))
        + resources
        + bytes(4)
        + struct.pack(">H", 0)
        + b"\x80" * 4
    )


def heic(texts: Texts) -> bytes:
    """With the items of EXIF and XMP; of the picture itself there is no more than its size."""
    items = [
        (2, b"Exif\0", struct.pack(">I", 0) + texts.exif()),
        (3, b"mime\0application/rdf+xml\0", texts.xmp),
    ]
    listed = full_box(b"infe", 2, struct.pack(">HH", 1, 0), b"hvc1\0")
    for number, kind, _ in items:
        listed += full_box(b"infe", 2, struct.pack(">HH", number, 0), kind)
    start = box(b"ftyp", b"heic", bytes(4), b"mif1heic")

    def meta(place: int) -> bytes:
        places = struct.pack(">BBH", 0x44, 0, len(items))
        for number, _, content in items:
            places += struct.pack(">HHHII", number, 0, 1, place, len(content))
            place += len(content)
        size = full_box(b"ispe", 0, struct.pack(">II", 2, 2))
        return full_box(
            b"meta",
            0,
            full_box(b"hdlr", 0, bytes(4), b"pict", bytes(13)),
            full_box(b"pitm", 0, struct.pack(">H", 1)),
            full_box(b"iinf", 0, struct.pack(">H", 1 + len(items)), listed),
            full_box(b"iloc", 0, places),
            box(
                b"iprp", box(b"ipco", size), full_box(b"ipma", 0, struct.pack(">IHBB", 1, 1, 1, 1))
            ),
        )

    length = len(start) + len(meta(0)) + 8
    return start + meta(length) + box(b"mdat", *(content for _, _, content in items))


# The others have only EXIF and XMP.
WITH_COMMENT = (png, jpeg, gif, tiff, psd)
