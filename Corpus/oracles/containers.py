"""Takes members out of archives, mail, and documents under a password, with tools that are not ours.

Each unpacker takes a path and an empty folder, fills it, and returns what is text of the container
itself; it may raise anything, which means that it cannot.
"""

import bz2
import email
import email.policy
import gzip
import lzma
import mailbox
import re
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from .tools import PASSWORDS, Unreadable, note_library, run

Unpacker = Callable[[Path, Path], str]


def named(folder: Path, number: int, name: str) -> Path:
    """A path in the folder that no other member has."""
    inner = folder / str(number)
    inner.mkdir()
    return inner / (Path(name.replace("\\", "/")).name or "member")


def bsdtar(path: Path, folder: Path) -> str:
    return run("bsdtar", "-tf", path) + run("bsdtar", "-xf", path, "-C", folder)


def seven_zip(path: Path, folder: Path) -> str:
    for password in PASSWORDS:
        try:
            run("7z", "x", "-y", f"-p{password}", f"-o{folder}", path)
        except Unreadable:
            shutil.rmtree(folder)
            folder.mkdir()
        else:
            return "\n".join(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    raise Unreadable


def python_zip(path: Path, folder: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        for password in PASSWORDS:
            try:
                archive.extractall(folder, pwd=password.encode())
                return "\n".join([*archive.namelist(), archive.comment.decode("cp437")])
            except RuntimeError:
                continue
    raise Unreadable


def python_tar(path: Path, folder: Path) -> str:
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")
        return "\n".join(archive.getnames())


def cpio(path: Path, folder: Path) -> str:
    return run("cpio", "-idm", "--quiet", data=path.read_bytes(), folder=folder)


def binutils(path: Path, folder: Path) -> str:
    run("ar", "x", path, "--output", folder)
    return run("ar", "t", path)


def debian(path: Path, folder: Path) -> str:
    run("dpkg-deb", "-R", path, folder)
    return run("dpkg-deb", "-c", path)


def red_hat(path: Path, folder: Path) -> str:
    run("cpio", "-idm", "--quiet", data=subprocess.run(
        ["rpm2cpio", path], check=True, capture_output=True).stdout, folder=folder)
    return run("rpm", "-qlp", path)


def lhasa(path: Path, folder: Path) -> str:
    return run("lhasa", f"xfw={folder}", path)


def packed(unpack: Callable[[bytes], bytes]) -> Unpacker:
    """For what holds a single file without its name."""
    def unpacker(path: Path, folder: Path) -> str:
        named(folder, 0, path.stem).write_bytes(unpack(path.read_bytes()))
        return ""
    return unpacker


def by_program(program: str) -> Unpacker:
    def unpacker(path: Path, folder: Path) -> str:
        target = named(folder, 0, path.stem)
        # Copied, since some programs want the ending or take away the file.
        copy = target.parent / path.name
        shutil.copy(path, copy)
        run(program, "-d", "-q", copy, *([target] if program == "lz4" else []))
        copy.unlink(missing_ok=True)
        return ""
    return unpacker


def headers(message: email.message.Message) -> list[str]:
    return [str(message.get(name, "")) for name in
            ("Subject", "From", "To", "Cc", "Bcc", "Reply-To", "Sender")]


def python_mail(path: Path, folder: Path) -> str:
    with path.open("rb") as file:
        return message_parts(email.message_from_binary_file(file, policy=email.policy.default), folder)


def python_mbox(path: Path, folder: Path) -> str:
    texts = []
    factory = lambda file: email.message_from_binary_file(file, policy=email.policy.default)  # noqa: E731
    for number, message in enumerate(mailbox.mbox(path, factory=factory)):
        inner = folder / f"message{number}"
        inner.mkdir()
        texts.append(message_parts(message, inner))
    return "\n".join(texts)


def message_parts(message: email.message.Message, folder: Path) -> str:
    texts = []
    for number, part in enumerate(message.walk()):
        texts += headers(part)
        if part.is_multipart():
            continue
        ending = {"text/html": "html", "text/plain": "txt"}.get(part.get_content_type(), "bin")
        name = part.get_filename()
        texts.append(name or "")
        target = named(folder, number, name or f"part.{ending}")
        if part.get_content_maintype() == "text" and not name:
            target.write_text(part.get_content(), "utf-8-sig")
        else:
            target.write_bytes(part.get_payload(decode=True) or b"")
    return "\n".join(texts)


def mime_tools(path: Path, folder: Path) -> str:
    """Perl's MIME::Parser, which has nothing to do with Python's."""
    script = """
        use MIME::Parser; use MIME::WordDecoder; use open qw(:std :utf8);
        my $parser = MIME::Parser->new; $parser->output_under($ARGV[1]);
        $parser->extract_nested_messages(1);
        my @parts = $parser->parse_open($ARGV[0]);
        while (my $part = shift @parts) {
          push @parts, $part->parts;
          for (qw(Subject From To Cc Bcc Reply-To Sender)) {
            my $text = $part->head->get($_); print mime_to_perl_string($text), "\\n" if $text;
          }
        }
    """
    return run("perl", "-e", script, path, folder)


def message_attachments(path: Path, folder: Path) -> str:
    import extract_msg

    note_library("extract-msg")
    names = []
    with extract_msg.openMsg(path) as message:
        for number, attachment in enumerate(message.attachments):
            name = attachment.longFilename or attachment.shortFilename or ""
            names.append(name)
            if isinstance(attachment.data, bytes):
                named(folder, number, name).write_bytes(attachment.data)
            else:
                texts = (attachment.data.subject, attachment.data.body, attachment.data.sender)
                named(folder, number, "bericht.txt").write_text("\n".join(filter(None, texts)))
    return "\n".join(names)


def undbx(path: Path, folder: Path) -> str:
    """The messages of a folder of Outlook Express, those that were deleted among them; or the names of
    folders."""
    if path.name == "Folders.dbx":
        return run("strings", path)
    run("undbx", "--safe-mode", path, folder / "messages")
    run("undbx", "--safe-mode", "--recover", path, folder / "all")
    return ""


def pdf_attachments(path: Path, folder: Path) -> str:
    for password in PASSWORDS:
        try:
            return run("pdfdetach", "-upw", password, "-saveall", "-o", folder, path)
        except Unreadable:
            continue
    raise Unreadable


def office_password(path: Path, folder: Path) -> str:
    import msoffcrypto

    note_library("msoffcrypto-tool")
    for password in PASSWORDS[1:]:
        try:
            with path.open("rb") as source, (folder / path.name).open("wb") as target:
                document = msoffcrypto.OfficeFile(source)
                if not document.is_encrypted():
                    raise Unreadable
                document.load_key(password=password)
                document.decrypt(target)
                return ""
        except msoffcrypto.exceptions.InvalidKeyError:
            continue
    raise Unreadable


def office_embeddings(path: Path, folder: Path) -> str:
    """The files that a package of Office embeds."""
    with zipfile.ZipFile(path) as package:
        for number, name in enumerate(package.namelist()):
            if re.search("embeddings/", name) and name.endswith((".xlsx", ".docx", ".pptx")):
                named(folder, number, name).write_bytes(package.read(name))
    return ""


ARCHIVE = (bsdtar, seven_zip)
UNPACKERS: dict[str, tuple[Unpacker, ...]] = {
    "zip": (bsdtar, seven_zip, python_zip), "7z": ARCHIVE, "iso": ARCHIVE,
    "ar": (bsdtar, binutils), "deb": (debian, bsdtar), "rpm": (bsdtar, red_hat),
    "cab": ARCHIVE, "lzh": (*ARCHIVE, lhasa),
    "tar": (bsdtar, python_tar), "tgz": (bsdtar, python_tar), "cpio": (*ARCHIVE, cpio),
    "tar.gz": (bsdtar, python_tar), "tar.bz2": (bsdtar, python_tar), "tar.xz": (bsdtar, python_tar),
    "tar.zst": (bsdtar,), "tar.lz4": (bsdtar,), "tar.Z": (bsdtar,),
    "gz": (packed(gzip.decompress), by_program("gzip")),
    "bz2": (packed(bz2.decompress), by_program("bzip2")),
    "xz": (packed(lzma.decompress), by_program("xz")),
    "lzma": (packed(lzma.decompress), by_program("xz")),
    "zst": (by_program("zstd"),), "lz4": (by_program("lz4"),),
    "eml": (python_mail, mime_tools), "mht": (python_mail, mime_tools), "mbox": (python_mbox,),
    "msg": (message_attachments,), "dbx": (undbx,), "pdf": (pdf_attachments,),
    "docx": (office_embeddings, office_password), "pptx": (office_embeddings, office_password),
    "xlsx": (office_password,), "xls": (office_password,),
}
