"""Messages of Outlook as it sends them to others: winmail.dat (TNEF).

Sources: [MS-OXTNEF]; [MS-OXCDATA] 2.11.1; [MS-OXPROPS].
"""

import struct
from dataclasses import dataclass, field

SIGNATURE, KEY = 0x223E9F78, 0x0102
MESSAGE, ATTACHMENT = 1, 2
VERSION, CODE_PAGE = 0x00089006, 0x00069007
MESSAGE_CLASS, SUBJECT, BODY = 0x00078008, 0x00018004, 0x0002800C
PROPERTIES, RECIPIENTS = 0x00069003, 0x00069004
RENDER_DATA, TITLE, CONTENT, ATTACHED = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
LONG, UNICODE = 0x0003, 0x001F
PR_SUBJECT, PR_SENDER_NAME, PR_SENDER_ADDRESS, PR_BODY = 0x0037, 0x0C1A, 0x0C1F, 0x1000
PR_DISPLAY_NAME, PR_ADDRESS_TYPE, PR_ADDRESS, PR_RECIPIENT_TYPE = 0x3001, 0x3002, 0x3003, 0x0C15
PR_ATTACH_NUMBER, PR_ATTACH_LONG_NAME = 0x0E21, 0x3707


@dataclass
class Mail:
    subject: str
    body: str
    # Name and address.
    sender: tuple[str, str]
    receivers: list[tuple[str, str]]
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


def attribute(level: int, kind: int, data: bytes) -> bytes:
    checksum = struct.pack("<H", sum(data) & 0xFFFF)
    return struct.pack("<BII", level, kind, len(data)) + data + checksum


def text(content: str) -> bytes:
    """As the code page of the message has it."""
    return content.encode("cp1252", "replace") + b"\0"


def properties(values: list[tuple[int, str | int]]) -> bytes:
    out = struct.pack("<I", len(values))
    for number, value in values:
        if isinstance(value, int):
            out += struct.pack("<HHI", LONG, number, value)
            continue
        data = value.encode("utf-16-le") + b"\0\0"
        out += struct.pack("<HHII", UNICODE, number, 1, len(data))
        out += data.ljust(-(-len(data) // 4) * 4, b"\0")
    return out


def winmail(mail: Mail, has_properties: bool) -> bytes:
    """With the properties of MAPI, as Outlook writes it, or with the old attributes alone."""
    out = struct.pack("<IH", SIGNATURE, KEY)
    out += attribute(MESSAGE, VERSION, struct.pack("<I", 0x00010000))
    out += attribute(MESSAGE, CODE_PAGE, struct.pack("<II", 1252, 0))
    out += attribute(MESSAGE, MESSAGE_CLASS, b"IPM.Microsoft Mail.Note\0")
    if has_properties:
        rows = [
            properties(
                [
                    (PR_DISPLAY_NAME, name),
                    (PR_ADDRESS_TYPE, "SMTP"),
                    (PR_ADDRESS, address),
                    (PR_RECIPIENT_TYPE, 1),
                ]
            )
            for name, address in mail.receivers
        ]
        out += attribute(MESSAGE, RECIPIENTS, struct.pack("<I", len(rows)) + b"".join(rows))
        name, address = mail.sender
        out += attribute(
            MESSAGE,
            PROPERTIES,
            properties(
                [
                    (PR_SUBJECT, mail.subject),
                    (PR_SENDER_NAME, name),
                    (PR_SENDER_ADDRESS, address),
                    (PR_BODY, mail.body),
                ]
            ),
        )
    else:
        out += attribute(MESSAGE, SUBJECT, text(mail.subject))
        out += attribute(MESSAGE, BODY, text(mail.body))
    for number, (name, content) in enumerate(mail.attachments):
        # A file, nowhere in the text.
        out += attribute(ATTACHMENT, RENDER_DATA, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 0, 0, 0))
        out += attribute(ATTACHMENT, TITLE, text(name))
        out += attribute(ATTACHMENT, CONTENT, content)
        if has_properties:
            known = [(PR_ATTACH_NUMBER, number), (PR_ATTACH_LONG_NAME, name)]
            out += attribute(ATTACHMENT, ATTACHED, properties(known))
    return out
