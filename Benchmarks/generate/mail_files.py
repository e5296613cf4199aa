"""Messages: as files of the internet, as boxes of them, and as Outlook saves them."""

import mailbox
import struct
from email.message import EmailMessage
from pathlib import Path

from document_texts import Texts

MESSAGE = 4 << 10
# Flags of a property: it can be read and written.
READ_WRITE = 6


def message(texts: Texts, byte_count: int) -> EmailMessage:
    """A body in quoted-printable and a table attached in Base64, a third of the bytes."""
    made = EmailMessage()
    made["From"] = f"Afzender <{texts.value('email')}>"
    made["To"] = texts.value("email")
    made["Subject"] = texts.prose.compound().capitalize()
    made["Date"] = "Mon, 03 Jun 2024 10:00:00 +0200"
    made.set_content("\n\n".join(texts.paragraphs(byte_count * 2 // 3)), cte="quoted-printable")
    table = "\n".join(";".join(row) for row in texts.rows(byte_count // 3))
    made.add_attachment(
        table.encode(), maintype="text", subtype="csv", filename="export.csv", cte="base64"
    )
    return made


def write_eml(path: Path, texts: Texts, byte_count: int) -> None:
    path.write_bytes(message(texts, byte_count).as_bytes())


def write_mbox(path: Path, texts: Texts, byte_count: int) -> None:
    box = mailbox.mbox(path)
    length = 0
    while length < byte_count:
        made = mailbox.mboxMessage(message(texts, MESSAGE))
        made.set_from("afzender", (2024, 6, 3, 10, 0, 0, 0, 155, 0))
        box.add(made)
        length += MESSAGE
    box.close()


def write_msg(path: Path, texts: Texts, byte_count: int) -> None:
    """Streams as MS-OXMSG has them: a body, an address of the sender, one recipient."""
    from extract_msg.ole_writer import OleWriter

    out = OleWriter(rootClsid=bytes.fromhex("0b0d020000000000c000000000000046"))
    body = "\r\n\r\n".join(texts.paragraphs(byte_count))
    sender, receiver = texts.value("email"), texts.value("email")
    storage(
        out,
        [],
        32,
        {
            0x001A: "IPM.Note",
            0x0037: texts.prose.compound().capitalize(),
            0x1000: body,
            0x0C1A: "Afzender",
            0x0C1E: "SMTP",
            0x0C1F: sender,
            0x0E04: "Ontvanger",
        },
        {0x340D: 0x40000},
        struct.pack("<8xIIII8x", 1, 0, 1, 0),
    )
    storage(
        out,
        ["__recip_version1.0_#00000000"],
        8,
        {
            0x3001: "Ontvanger",
            0x3002: "SMTP",
            0x3003: receiver,
        },
        {0x0C15: 1},
        bytes(8),
    )
    for name in ("00020102", "00030102", "00040102"):
        out.addEntry(["__nameid_version1.0", f"__substg1.0_{name}"], b"")
    out.write(str(path))


def storage(
    out, folder: list[str], head_size: int, texts: dict, numbers: dict, head: bytes
) -> None:
    """Adds text and number properties, and the stream that lists them."""
    assert len(head) == head_size
    listed = [head]
    for tag, number in numbers.items():
        listed.append(struct.pack("<HHIII", 0x0003, tag, READ_WRITE, number, 0))
    for tag, text in texts.items():
        data = text.encode("utf-16-le")
        out.addEntry([*folder, f"__substg1.0_{tag:04X}001F"], data)
        listed.append(struct.pack("<HHIII", 0x001F, tag, READ_WRITE, len(data) + 2, 0))
    out.addEntry([*folder, "__properties_version1.0"], b"".join(listed))


WRITERS = {"eml": write_eml, "mbox": write_mbox, "msg": write_msg}
