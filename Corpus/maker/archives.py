"""Archives and compressed files by the tools of Debian and Python."""

import gzip
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import py7zr
import pyzipper

from .mails import attachments
from .plants import MOMENT, Document, Documents


UNNAMED = "(no name)"


def run(*command, folder: Path, text: str = "") -> bytes:
    """Runs a tool in `folder`; returns what it writes."""
    return subprocess.run(
        list(map(str, command)), cwd=folder, check=True, input=text.encode(),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def zipped(document: Document, members: list[tuple[str, Document]],
           method: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(document.path, "w", method) as file:
        for name, member in members:
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = method
            file.writestr(entry, document.add(member, name).read_bytes())


def locked_zip(document: Document, members, password: str) -> None:
    """A zip in WinZip's AES."""
    with pyzipper.AESZipFile(document.path, "w", compression=pyzipper.ZIP_DEFLATED,
                             encryption=pyzipper.WZ_AES) as file:
        file.setpassword(password.encode())
        for name, member in members:
            file.writestr(name, document.add(member, name).read_bytes())


def tarred(document: Document, members, mode: str, form: int = tarfile.PAX_FORMAT) -> None:
    with tarfile.open(document.path, f"w:{mode}" if mode else "w", format=form) as file:
        for name, member in members:
            file.add(document.add(member, name), name)


def packed(document: Document, member: Document, folder: Path, *options: str) -> None:
    """A zip of one file by 7-Zip."""
    document.path.unlink(missing_ok=True)
    run("7z", "a", "-bd", "-tzip", *options, document.path, member.path.name, folder=folder)
    document.add(member, member.path.name)


def tree(documents: Documents, members) -> Path:
    """The members as files in an empty folder."""
    folder = documents.scratch / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    for name, member in members:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(member.path, path)
    return folder


def compressed(documents: Documents, text: Document) -> None:
    """One file compressed by each tool."""
    content = text.path.read_bytes()
    # Of these only gzip notes the name of what it packs.
    folder = tree(documents, [("brief.txt", text)])
    for extension, command in (
        ("gz", ["gzip", "-c"]), ("bz2", ["bzip2", "-c"]), ("xz", ["xz", "-c"]),
        ("zst", ["zstd", "-q", "-c"]), ("lz4", ["lz4", "-q", "-c"]),
        ("lzma", ["xz", "--format=lzma", "-c"]),
    ):
        document = documents.new(f"{extension}/brief.txt.{extension}")
        document.path.write_bytes(run(*command, "brief.txt", folder=folder))
        document.add(text, "brief.txt" if extension == "gz" else UNNAMED)


def others(documents: Documents, members) -> None:
    """7z, LHA, cpio and images of discs."""
    folder = tree(documents, members)
    names = [name for name, _ in members]
    for extension, command in (
        ("7z", ["7z", "a", "-bd"]), ("7z", ["7z", "a", "-bd", "-m0=bzip2"]),
    ):
        name = "bundel.7z" if len(command) == 3 else "bundel-bzip2.7z"
        document = documents.new(f"{extension}/{name}")
        document.path.unlink(missing_ok=True)
        run(*command, document.path, *names, folder=folder)
        for name, member in members:
            document.add(member, name)
    document = documents.new("lzh/bundel.lzh")
    document.path.unlink(missing_ok=True)
    run("jlha", "cvo6", document.path, *names, folder=folder)
    for name, member in members:
        document.add(member, name)
    for form in ("newc", "odc"):
        document = documents.new(f"cpio/bundel-{form}.cpio")
        run("cpio", "-o", "-H", form, "-O", document.path, folder=folder, text="\n".join(names))
        for name, member in members:
            document.add(member, name)
    for name, command in (("joliet", ["genisoimage", "-quiet", "-J", "-R"]),
                          ("xorriso", ["xorriso", "-as", "mkisofs", "-R"])):
        image = documents.aside(f"images/{name}.iso")
        run(*command, "-o", image.path, ".", folder=folder)
        document = documents.new(f"iso/{name}.iso.gz")
        document.path.write_bytes(gzip.compress(image.path.read_bytes(), 9, mtime=0))
        for member_name, member in members:
            image.add(member, member_name)
        document.add(image, UNNAMED)


CONTROL = """Package: brief
Version: 1.0
Architecture: all
Maintainer: Beheer <{email}>
Description: brieven
"""
SPEC = """Name: brief
Version: 1.0
Release: 1
Summary: brieven
License: EUPL
BuildArch: noarch
Packager: Beheer <{email}>
%description
brieven
%files
/srv
"""


def packages(documents: Documents, members) -> None:
    """Packages of Debian and of Red Hat, and a plain archive of ar."""
    scratch = documents.scratch / "packages"
    person = documents.people[0]
    for name in ("deb/bundel.deb", "rpm/bundel.rpm"):
        shutil.rmtree(scratch, ignore_errors=True)
        document = documents.new(name)
        shutil.copytree(tree(documents, members), scratch / "root/srv")
        if name.startswith("deb"):
            control = scratch / "root/DEBIAN/control"
            control.parent.mkdir()
            control.write_text(CONTROL.format(
                email=document.plant("control.tar.xz » ./control", "email", person.email)))
            run("dpkg-deb", "--root-owner-group", "-Zxz", "-b", "root", document.path, folder=scratch)
            prefix = "data.tar.xz » ./srv/"
        else:
            (scratch / "brief.spec").write_text(SPEC.format(
                email=document.plant("properties", "email", person.email)))
            run("rpmbuild", "--quiet", "-bb", "--define", f"_topdir {scratch}/top", "--define",
                "_binary_payload w7.xzdio", "--define", "_buildhost bouw.voorbeeld.nl", "--define",
                "__spec_install_pre %{nil}", "--define", "__spec_install_post %{nil}",
                "--define", "_build_id_links none", "--buildroot", scratch / "root", "brief.spec",
                folder=scratch)
            shutil.copyfile(scratch / "top/RPMS/noarch/brief-1.0-1.noarch.rpm", document.path)
            prefix = "./srv/"
        for member_name, member in members:
            document.add(member, prefix + member_name)
    document = documents.new("ar/bundel.ar")
    document.path.unlink(missing_ok=True)
    folder = tree(documents, members)
    run("ar", "rcD", document.path, *(name for name, _ in members), folder=folder)
    for name, member in members:
        document.add(member, Path(name).name)


def locked_7z(documents: Documents, members) -> None:
    for name, header in (("versleuteld", False), ("versleuteld-met-namen", True)):
        document = documents.new(f"7z/{name}.7z")
        with py7zr.SevenZipFile(document.path, "w", password="geheim",
                                header_encryption=header) as file:
            for member_name, member in members:
                file.write(document.add(member, member_name), member_name)


def make(documents: Documents) -> None:
    made = {document.path.name: document for document in documents.made}
    text = documents.aside("archives/brief.txt")
    lines = [f"{p.title} {p.surname}, BSN: {text.plant('', 'bsn', p.bsn, 'high')}, rekening "
             f"{text.plant('', 'iban', p.iban, 'high')}" for p in documents.people]
    text.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    members = [("map/brief.txt", text), ("lijst.docx", made["lijst.docx"])]
    compressed(documents, text)
    zipped(documents.new("zip/post.zip"), [("brief.docx", made["brief.docx"]),
                                          ("calc.xlsx", made["calc.xlsx"])])
    zipped(documents.new("zip/stored.zip"), members, zipfile.ZIP_STORED)
    short = documents.aside("archives/kort.txt")
    bsn = short.plant("", "bsn", documents.people[0].bsn, "high")
    short.path.write_text(f"BSN: {bsn}\n")
    folder = tree(documents, [("kort.txt", short)])
    for method in ("Deflate64", "BZip2", "LZMA", "PPMd"):
        packed(documents.new(f"zip/{method.lower()}.zip"), short, folder, f"-mm={method}")
    packed(documents.new("zip/versleuteld-zipcrypto.zip"), short, folder, "-pwelkom01")
    packed(documents.new("zip/versleuteld-aes128.zip"), short, folder, "-pgeheim", "-mem=AES128")
    locked_zip(documents.new("zip/versleuteld-aes256.zip"), [("kort.txt", short)], "geheim")
    sealed = documents.new("zip/onbekend-wachtwoord.zip")
    locked_zip(sealed, members[:1], "niemand-weet-het")
    sealed.plants.clear()
    sealed.unread("map/brief.txt", "encrypted")
    for name, mode, form in (("bundel.tar", "", tarfile.PAX_FORMAT), ("gnu.tar.gz", "gz",
                             tarfile.GNU_FORMAT), ("bundel.tar.bz2", "bz2", tarfile.USTAR_FORMAT),
                             ("bundel.tar.xz", "xz", tarfile.PAX_FORMAT)):
        tarred(documents.new(f"tar/{name}"), members, mode, form)
    packed_tar = documents.aside("archives/bundel.tar")
    tarred(packed_tar, members, "")
    document = documents.new("tar/bundel.tar.zst")
    document.path.write_bytes(run("zstd", "-q", "-c", packed_tar.path, folder=documents.scratch))
    document.plants = list(packed_tar.plants)
    long_name = "/".join(["een map met een lange naam", *(f"deel {n}" for n in range(20)), "x.txt"])
    for name, form in (("lange-naam-gnu", tarfile.GNU_FORMAT), ("lange-naam", tarfile.PAX_FORMAT)):
        tarred(documents.new(f"tar/{name}.tgz"), [(long_name, text)], "gz", form)
    others(documents, members)
    packages(documents, members)
    locked_7z(documents, members)
    nested(documents, made, members)


def nested(documents: Documents, made: dict[str, Document], members) -> None:
    """zip in tar in zip; a message with an archive with a document."""
    inner = documents.aside("archives/binnen.zip")
    zipped(inner, [("diep/brief.docx", made["brief.docx"])])
    middle = documents.aside("archives/midden.tar")
    tarred(middle, [("binnen.zip", inner), ("map/brief.txt", members[0][1])], "")
    zipped(documents.new("zip/genest.zip"), [("midden.tar", middle),
                                            ("bijlagen.eml", made["bijlagen.eml"])])
    attachments(documents.new("eml/zip-in-bericht.eml"), [("binnen.zip", inner)],
                documents.people)
