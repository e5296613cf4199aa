"""Recordings of sound and film with names and numbers in their tags, by ffmpeg, mutagen, mido and mkvmerge."""

import subprocess

import mido
import mutagen
from mutagen import apev2, flac, id3, mp4

from .images import METADATA, described, picture
from .plants import Document, Documents

SOUND = ("-f", "lavfi", "-i", "sine=440:r=8000:d=0.1")
FILM = ("-f", "lavfi", "-i", "color=black:s=16x16:r=5:d=0.4", "-c:v", "mpeg4", "-q:v", "31")
SUBTITLES = "subtitles"
# By the ending of a file, what ffmpeg is asked for.
FORMS = {
    "mp3": (*SOUND, "-c:a", "libmp3lame", "-b:a", "8k"),
    "mp4": FILM, "mov": FILM, "3gp": FILM, "avi": FILM, "mkv": FILM,
    "m4a": (*SOUND, "-c:a", "aac", "-b:a", "8k"),
    "wav": (*SOUND, "-c:a", "adpcm_ima_wav", "-write_bext", "1"),
    "wma": (*SOUND, "-c:a", "wmav1", "-b:a", "24k"),
    "ogg": (*SOUND, "-c:a", "libvorbis"), "opus": (*SOUND, "-c:a", "libopus", "-b:a", "6k"),
    "flac": (*SOUND, "-c:a", "flac"),
    "aiff": (*SOUND, "-c:a", "pcm_s8", "-write_id3v2", "1"),
    "aac": (*SOUND, "-c:a", "aac", "-b:a", "8k", "-write_id3v2", "1"),
    "flv": (*FILM[:4], "-c:v", "flv", "-q:v", "31"),
}


def recording(document: Document, *options: str, **texts: str) -> None:
    """Writes a recording with these texts; nobody listens to it."""
    form = FORMS[document.path.suffix[1:]]
    told = [word for name, text in texts.items() for word in ("-metadata", f"{name}={text}")]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *form, "-bitexact", *options, *told,
                    document.path], check=True)
    document.unread("", "not-transcribed")


def texts(document: Document, people) -> dict[str, str]:
    """A title, an artist and a comment, each with a value."""
    first, second, third = people
    return {
        "title": f"Gesprek BSN {document.plant(METADATA, 'bsn', first.bsn, 'high')}",
        "artist": document.plant(METADATA, "email", second.email),
        "comment": f"IBAN {document.plant(METADATA, 'iban', third.iban, 'high')}",
    }


def cover(documents: Documents, person) -> Document:
    document = documents.aside("omslag.jpg")
    picture().save(document.path)
    described(document, f"-EXIF:Artist={document.plant(METADATA, 'email', person.email)}")
    return document


def mp3s(documents: Documents, people) -> None:
    document = documents.new("mp3/dictaat.mp3")
    recording(document, "-id3v2_version", "0", "-write_xing", "0")
    tag = id3.ID3()
    number = document.plant(METADATA, "bsn", people[0].bsn, "high")
    tag.add(id3.TIT2(encoding=1, text=f"Dictaat één, BSN {number}"))
    tag.add(id3.POPM(email=document.plant(METADATA, "email", people[1].email), rating=1))
    words = document.plant(METADATA, "iban", people[2].iban, "high")
    tag.add(id3.USLT(encoding=3, lang="nld", desc="", text=f"Het gaat om\nIBAN {words}"))
    own = document.plant(METADATA, "bsn", people[3].bsn, "high")
    tag.add(id3.TXXX(encoding=3, desc="BSN", text=own))
    picture_path = document.add(cover(documents, people[4]), "omslag")
    tag.add(id3.APIC(encoding=3, mime="image/jpeg", type=3, desc="omslag",
                     data=picture_path.read_bytes()))
    tag.save(document.path, v1=0)
    document = documents.new("mp3/oud.mp3")
    recording(document, "-id3v2_version", "0", "-write_xing", "0")
    tag = id3.ID3()
    tag.add(id3.TIT2(text=f"BSN {document.plant(METADATA, 'bsn', people[5].bsn, 'high')}"))
    # The tag at the end alone.
    tag.save(document.path, v1=2)
    id3.delete(document.path, delete_v1=False)
    document = documents.new("mp3/ape.mp3")
    recording(document, "-id3v2_version", "0", "-write_xing", "0")
    tag = apev2.APEv2()
    tag["Comment"] = f"IBAN {document.plant(METADATA, 'iban', people[6].iban, 'high')}"
    tag.save(document.path)


def boxes(documents: Documents, people) -> None:
    for number, name in enumerate(("mp4/intake.mp4", "mov/intake.mov", "3gp/intake.3gp")):
        document = documents.new(name)
        recording(document, **texts(document, people[number:number + 3]))
    document = documents.new("mov/telefoon.mov")
    author = document.plant(METADATA, "email", people[7].email)
    recording(document, "-movflags", "use_metadata_tags",
              **{"com.apple.quicktime.author": author})
    document = documents.new("m4a/memo.m4a")
    recording(document, **texts(document, people[8:11]))
    tag = mp4.MP4(document.path)
    number = document.plant(METADATA, "bsn", people[11].bsn, "high")
    tag["----:com.apple.iTunes:BSN"] = [number.encode()]
    tag["covr"] = [mp4.MP4Cover(document.add(cover(documents, people[0]), "cover").read_bytes())]
    tag.save()


def chunks(documents: Documents, people) -> None:
    document = documents.new("wav/overleg.wav")
    number = document.plant(METADATA, "bsn", people[3].bsn, "high")
    recording(document, description=f"Overleg over BSN {number}", **texts(document, people[:3]))
    document = documents.new("avi/film.avi")
    recording(document, **texts(document, people[4:7]))
    document = documents.new("wma/dictaat.wma")
    recording(document, **texts(document, people[7:10]))
    tag = mutagen.File(document.path)
    tag["BSN"] = document.plant(METADATA, "bsn", people[10].bsn, "high")
    tag.save()


def comments(documents: Documents, people) -> None:
    for number, name in enumerate(("ogg/memo.ogg", "opus/memo.opus", "flac/memo.flac")):
        document = documents.new(name)
        recording(document, **texts(document, people[number:number + 3]))
    block = flac.Picture()
    block.data = document.add(cover(documents, people[6]), "omslag").read_bytes()
    block.mime, block.desc, block.type = "image/jpeg", "omslag", 3
    tag = flac.FLAC(document.path)
    tag.add_picture(block)
    tag.save(padding=lambda _: 16)


def matroska(documents: Documents, people) -> None:
    """A film with a letter in it."""
    film = documents.aside("film.mkv")
    document = documents.new("mkv/film.mkv")
    recording(film, **texts(film, people[:3]))
    document.plants = list(film.plants)
    letter = documents.aside("brief.txt")
    letter.path.write_text(f"Geachte heer,\nUw BSN is {letter.plant('', 'bsn', people[5].bsn, 'high')}.\n")
    subprocess.run(["mkvmerge", "-q", "-o", document.path, "--attachment-mime-type", "text/plain",
                    "--attach-file", document.add(letter, "brief.txt"), film.path], check=True)


def captions(documents: Documents, people) -> None:
    """Films with captions in two languages; a number and what it is may stand in different ones."""
    for number, (name, codec) in enumerate((("mp4", "mov_text"), ("mov", "mov_text"), ("mkv", "srt"),
                                            ("mkv", "ass"), ("webm", "webvtt"))):
        document = documents.new(f"{name}/ondertiteld-{codec}.{name}")
        first, second, third, fourth = (people[(number + place) % len(people)] for place in range(4))
        plants = [
            f"U spreekt met {first.surname},\n"
            f"BSN {document.plant(SUBTITLES, 'bsn', first.bsn, 'high')}.",
            "Het rekeningnummer is", document.plant(SUBTITLES, "iban", second.iban),
            f"Mail <i>{document.plant(SUBTITLES, 'email', third.email)}</i>",
        ]
        other = [f"My citizen service number is {document.plant(SUBTITLES, 'bsn', fourth.bsn)}"]
        options = []
        for track, lines in enumerate((plants, other)):
            text = documents.aside(f"{track}.srt")
            text.path.write_text("\n".join(
                f"{line + 1}\n00:00:00,{line}00 --> 00:00:00,{line}90\n{words}\n"
                for line, words in enumerate(lines)), "utf-8")
            options += ["-i", text.path]
        film = ("-c:v", "libvpx" if name == "webm" else "mpeg4", "-q:v", "31")
        maps = ("-map", "0", "-map", "1", "-map", "2")
        written = document.path if name != "mkv" else documents.aside("film.mkv").path
        subprocess.run(["ffmpeg", "-v", "error", "-y", *FILM[:4], *options, *maps, *film, "-c:s", codec,
                        "-bitexact", written], check=True)
        if name == "mkv":
            # mkvmerge packs captions.
            subprocess.run(["mkvmerge", "-q", "-o", document.path, written], check=True)
        document.unread("", "not-transcribed")


def sounds(documents: Documents, people) -> None:
    """Sounds and films with tags of ID3, values and lyrics."""
    for number, name in enumerate(("aiff/dictaat.aiff", "aac/dictaat.aac", "flv/film.flv")):
        recording(documents.new(name), **texts(documents.made[-1], people[number:number + 3]))
    document = documents.new("mid/lied.mid")
    song, track = mido.MidiFile(type=0), mido.MidiTrack()
    song.tracks.append(track)
    number = document.plant(METADATA, "bsn", people[3].bsn, "high")
    track.append(mido.MetaMessage("track_name", name=f"Lied voor BSN {number}"))
    email = document.plant(METADATA, "email", people[4].email)
    track.append(mido.MetaMessage("copyright", text=email))
    iban = document.plant(METADATA, "iban", people[5].iban, "high")
    for syllable in ("Mijn ", "reke", "ning ", iban[:6], iban[6:12], iban[12:]):
        track.append(mido.MetaMessage("lyrics", text=syllable, time=10))
    document.path.parent.mkdir(parents=True, exist_ok=True)
    song.save(document.path)
    document.unread("", "not-transcribed")


def make(documents: Documents) -> None:
    for family in (mp3s, boxes, chunks, comments, matroska, captions, sounds):
        family(documents, documents.people)
