"""Messages and mailboxes, with attachments."""

import datetime
import email.policy
import random
from email.message import EmailMessage
from email.utils import formataddr

from builder.lists import ORGANISATIONS

from . import pst
from .cast import Person, plain
from .office import docx, xlsx
from .pages import pdf
from .plain import comma_separated, txt
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
