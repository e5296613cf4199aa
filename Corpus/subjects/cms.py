"""Signed messages (S/MIME): content with nobody's signature in the Cryptographic Message Syntax.

Sources: RFC 5652, SignedData; X.690 for the encoding.
"""

DATA, SIGNED_DATA = "2a864886f70d010701", "2a864886f70d010702"
SEQUENCE, SET, OCTETS, CONSTRUCTED_OCTETS, FIRST = 0x30, 0x31, 0x04, 0x24, 0xA0
CHUNK = 1000


def element(tag: int, *content: bytes) -> bytes:
    body = b"".join(content)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(length)]) + length + body


def open_element(tag: int, *content: bytes) -> bytes:
    """Of a length that was not known when it was begun."""
    return bytes([tag, 0x80]) + b"".join(content) + b"\0\0"


def name(digits: str) -> bytes:
    return element(0x06, bytes.fromhex(digits))


def signed(content: bytes, streams: bool) -> bytes:
    """In one piece, or as programs write what they have not read to its end."""
    if streams:
        make = open_element
        pieces = [content[i : i + CHUNK] for i in range(0, len(content), CHUNK)]
        octets = open_element(CONSTRUCTED_OCTETS, *(element(OCTETS, piece) for piece in pieces))
    else:
        make, octets = element, element(OCTETS, content)
    return make(
        SEQUENCE,
        name(SIGNED_DATA),
        make(
            FIRST,
            make(
                SEQUENCE,
                element(0x02, b"\1"),
                element(SET),
                make(SEQUENCE, name(DATA), make(FIRST, octets)),
                element(SET),
            ),
        ),
    )


def signature() -> bytes:
    """What stands beside a message that everybody can read."""
    return element(
        SEQUENCE,
        name(SIGNED_DATA),
        element(
            FIRST,
            element(
                SEQUENCE,
                element(0x02, b"\1"),
                element(SET),
                element(SEQUENCE, name(DATA)),
                element(SET),
            ),
        ),
    )
