"""Messages and mailboxes, with attachments."""

import datetime
import email.policy
import random
from email.message import EmailMessage
from email.utils import formataddr

from builder.lists import ORGANISATIONS

from . import cms, onenote, pst, tnef
from .cast import Person, plain
from .office import docx, xlsx
from .pages import pdf
from .plain import comma_separated, txt, webpage
from .scenes import Scenes
from .tree import File

HEADERS = ("section", "mail-headers")
ATTACHMENTS = (
    (
        "brief.docx",
        docx,
        "application",
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("lijst.xlsx", xlsx, "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("dossier.pdf", pdf, "application", "pdf"),
    ("export.csv", comma_separated, "text", "csv"),
    ("notitie.txt", txt, "text", "plain"),
)


def address(file: File, scenes: Scenes, p: Person, *part) -> str:
    """`Jan de Vries <jan.devries@example.nl>`."""
    forms = scenes.forms
    name = file.take(forms.name(p, ("first", "initials", "sorted")), *part)
    return formataddr((name, file.take(forms.email_plain(p), *part)))


def message(file: File, scenes: Scenes, source: random.Random, attaches: bool) -> bytes:
    """A message; the steps to it are those of `file`."""
    forms = scenes.forms
    subject = scenes.focus()
    main = subject or scenes.bystander(None)
    organisation, domain = source.choice(ORGANISATIONS)
    mail = EmailMessage(policy=email.policy.SMTP)
    clerk = f"{plain(organisation.split()[0]).lower()}@{domain}"
    person = address(file, scenes, main, HEADERS)
    mail["From"], mail["To"] = source.choice(((clerk, person), (person, clerk)))
    if source.random() < 0.3:
        mail["Cc"] = address(file, scenes, scenes.bystander(subject), HEADERS)
    title = source.choice(("Uw aanvraag", "Afspraak", "Dossier", "Vraag", "Re: bezwaar"))
    if source.random() < 0.4:
        title += " " + file.take(forms.name(main, ("initials", "first", "first-initial")), HEADERS)
    mail["Subject"] = title
    mail["Date"] = f"Tue, {source.randint(1, 28)} Mar 2023 10:00:00 +0100"
    lines = [
        source.choice(
            (f"Geachte heer/mevrouw {forms.salutation(main)},", "Beste collega,", "Goedemorgen,")
        ),
        "",
        scenes.about(main),
        scenes.of_other(scenes.bystander(subject)),
        "",
        "Met vriendelijke groet,",
        forms.name(main, ("first", "initials", "firsts")),
    ]
    if source.random() < 0.3:
        lines += ["", "> " + scenes.about(main)]
    body = file.take("\n".join(lines) + "\n")
    if source.random() < 0.25:
        mail.set_content(
            "<html><body>"
            + "".join(
                f"<p>{line.replace('>', '&gt;').replace('<', '&lt;')}</p>"
                for line in body.split("\n")
            )
            + "</body></html>",
            subtype="html",
            cte=source.choice(("quoted-printable", "base64")),
        )
    else:
        mail.set_content(body, cte=source.choice(("8bit", "quoted-printable", "base64")))
    if attaches:
        for name, write, major, minor in source.sample(ATTACHMENTS, source.choice((1, 1, 2))):
            inner = Scenes(scenes.cast, source, "cp1252") if write is pdf else scenes
            data = write(file.member(name), inner, source, "utf-8")
            mail.add_attachment(data, maintype=major, subtype=minor, filename=name)
    if mail.is_multipart():
        # Else another one is drawn on each run.
        mail.set_boundary(f"{source.getrandbits(96):x}")
    return mail.as_bytes()


def single(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return message(file, scenes, source, source.random() < 0.4)


def mailbox(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    out = []
    for number in range(1, source.randint(4, 14) + 1):
        inner = file.within(("message", number))
        content = message(inner, scenes, source, source.random() < 0.15).replace(b"\r\n", b"\n")
        lines = [
            b">" + line if line.startswith(b"From ") else line for line in content.split(b"\n")
        ]
        out.append(b"From x@example.nl Tue Mar 14 10:00:00 2023\n" + b"\n".join(lines) + b"\n")
    return b"\n".join(out)


def letter(file: File, scenes: Scenes) -> tuple[str, str, tuple[str, str]]:
    """Subject, body and receiver of a message of Outlook."""
    forms = scenes.forms
    subject = scenes.focus() or scenes.bystander(None)
    body = "\r\n".join(
        file.take(text)
        for text in (
            f"Geachte {forms.formal(subject)},",
            scenes.about(subject),
            scenes.of_other(scenes.bystander(None)),
            scenes.about(subject),
        )
    )
    title = f"Dossier {file.take(forms.name(subject, ('initials', 'first')), HEADERS)}"
    address = file.take(forms.email_plain(subject), HEADERS)
    return title, body, (file.take(forms.name(subject, ("first", "sorted")), HEADERS), address)


def attached(file: File, scenes: Scenes, source: random.Random) -> list[tuple[str, bytes]]:
    """Nothing or one document."""
    if source.random() < 0.5:
        return []
    name, write, *_ = source.choice(ATTACHMENTS)
    drawn = Scenes(scenes.cast, source, "cp1252") if write is pdf else scenes
    return [(name, write(file.member(name), drawn, source, "utf-8"))]


def winmail(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """With the properties of MAPI, which hold every letter, or in the code page without receivers."""
    has_properties = source.random() < 0.7
    if has_properties:
        title, body, receiver = letter(file, scenes)
    else:
        narrow = Scenes(scenes.cast, source, "cp1252")
        person = narrow.focus() or narrow.bystander(None)
        title = f"Dossier {file.take(narrow.forms.name(person, ('initials', 'first')), HEADERS)}"
        lines = (
            narrow.about(person),
            narrow.of_other(narrow.bystander(None)),
            narrow.about(person),
        )
        body, receiver = "\r\n".join(map(file.take, lines)), ("", "")
    sender = ("Afdeling", "afdeling@example.org")
    attachments = attached(file, scenes, source)
    return tnef.winmail(tnef.Mail(title, body, sender, [receiver], attachments), has_properties)


def bare(source: random.Random) -> EmailMessage:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"] = "afdeling@example.org", "loket@example.org"
    mail["Subject"] = source.choice(("Doorgestuurd bericht", "Dossier", "Ter info"))
    mail["Date"] = f"Tue, {source.randint(1, 28)} Mar 2023 10:00:00 +0100"
    return mail


def with_winmail(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """As a server that knows Outlook only sends it to others."""
    mail = bare(source)
    mail.set_content("Zie bijlage.\n")
    data = winmail(file.member("winmail.dat"), scenes, source, encoding)
    mail.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    mail.set_boundary(f"{source.getrandbits(96):x}")
    return mail.as_bytes()


def signed(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Within the signature, or beside it."""
    mail = bare(source)
    if source.random() < 0.5:
        content = message(file.member("smime.p7m"), scenes, source, False)
        mail.set_content(
            cms.signed(content, source.random() < 0.5),
            maintype="application",
            subtype="pkcs7-mime",
            filename="smime.p7m",
            params={"smime-type": "signed-data"},
        )
        return mail.as_bytes()
    person = scenes.focus() or scenes.bystander(None)
    mail.set_content(file.take(scenes.about(person)) + "\n", cte="quoted-printable")
    mail.make_mixed()
    mail.add_attachment(
        cms.signature(), maintype="application", subtype="pkcs7-signature", filename="smime.p7s"
    )
    mail.set_boundary(f"{source.getrandbits(96):x}")
    mail.set_type("multipart/signed")
    return mail.as_bytes()


def web_archive(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A page as browsers save it with its pictures (MHTML)."""
    page = webpage(file, scenes, source, "utf-8").decode()
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = "<Saved by Browser>"
    mail["Subject"] = "Intranet"
    mail["Date"] = f"Tue, {source.randint(1, 28)} Mar 2023 10:00:00 +0100"
    mail.set_content(page, subtype="html", cte=source.choice(("quoted-printable", "base64")))
    mail["Content-Location"] = "https://intranet.example.org/dossier.html"
    mail.add_related(
        b"body { margin: 0 }",
        maintype="text",
        subtype="css",
        headers=["Content-Location: https://intranet.example.org/stijl.css"],
    )
    mail.set_boundary(f"{source.getrandbits(96):x}")
    return mail.as_bytes()


def notebook(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A section of OneNote; the files in it are known by their numbers."""
    made, count = [], 0
    for _ in range(source.randint(1, 4)):
        prose, main = scenes.prose((2, 6))
        title = file.take(f"{prose.title} {scenes.forms.name(main, ('initials', 'first'))}")
        texts = [f"{label}: {value}" for label, value in prose.fields] + prose.paragraphs
        page = onenote.Page(title, [file.take(text) for text in texts])
        if source.random() < 0.3:
            count += 1
            name, write, *_ = source.choice(ATTACHMENTS)
            drawn = Scenes(scenes.cast, source, "cp1252") if write is pdf else scenes
            page.attachments.append((name, write(file.member(f"{count}"), drawn, source, "utf-8")))
        made.append(page)
    return onenote.section("Cliënten", made, source)


def outlook_store(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    folders = []
    for name in ("Postvak IN", "Verzonden items", "Cliënten/2023")[: source.randint(1, 3)]:
        folder = file.within(("folder", "Bovenste map"), ("folder", name))
        listed = []
        for number in range(1, source.randint(2, 8) + 1):
            inner = folder.within(("message", number))
            title, body, receiver = letter(inner, scenes)
            attachments = []
            if source.random() < 0.3:
                attached, write, *_ = source.choice(ATTACHMENTS)
                drawn = Scenes(scenes.cast, source, "cp1252") if write is pdf else scenes
                content = write(inner.member(attached), drawn, source, "utf-8")
                attachments.append((attached, content))
            moment = datetime.datetime(2023, 3, source.randint(1, 28), 10)
            sender = ("Afdeling", "afdeling@example.org")
            listed.append(pst.Mail(title, body, sender, [receiver], moment, attachments))
        folders.append(pst.Folder(name, listed))
    return pst.store(folders)
