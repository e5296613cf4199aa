"""Writes the recordings of this folder into the working directory. All people are made up."""

import base64
import subprocess
from pathlib import Path

import eyed3
import mido
from mutagen import apev2, asf, flac, id3, mp4, oggvorbis, wave

TEXTS = {"title": "Gesprek mevrouw Vliet", "artist": "Wietske Vliet", "album": "Dossier 999990019",
         "comment": "Bel Çiğdem op w.vliet@voorbeeld.nl", "copyright": "Gemeente Goes",
         "genre": "Speech", "date": "2024"}
SOUND = ("-f", "lavfi", "-i", "sine=440:r=8000:d=0.1")
FILM = ("-f", "lavfi", "-i", "color=black:s=16x16:r=5:d=0.4")


def ffmpeg(path, *options, texts=TEXTS):
    told = [word for pair in texts.items() for word in ("-metadata", "=".join(pair))]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *options, "-bitexact", *told, path], check=True)


def exiftool(path, *options):
    subprocess.run(["exiftool", "-q", "-overwrite_original", *options, path], check=True)


def cover():
    """A picture of few pixels that names who made it."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "color=black:s=8x8", "-frames:v",
                    "1", "-bitexact", "omslag.png"], check=True)
    exiftool("omslag.png", "-PNG:Author=Sanne Smit")
    data = Path("omslag.png").read_bytes()
    Path("omslag.png").unlink()
    return data


COVER = cover()


def picture():
    block = flac.Picture()
    block.data, block.mime, block.desc, block.type = COVER, "image/png", "omslag", 3
    return block


def frames(tag):
    tag.add(id3.TIT2(encoding=3, text=["Gesprek mevrouw Vliet", "tweede titel"]))
    tag.add(id3.TPE1(encoding=1, text="Wietske Vliet"))
    tag.add(id3.TALB(encoding=2, text="Dossier 999990019"))
    tag.add(id3.TCOP(encoding=0, text="Gemeente Goes, Jörg"))
    tag.add(id3.COMM(encoding=1, lang="nld", desc="notitie", text="Bel Çiğdem"))
    tag.add(id3.USLT(encoding=3, lang="nld", desc="", text="Goedemorgen mevrouw\nde Boer"))
    tag.add(id3.TXXX(encoding=1, desc="Client", text="Sanne Smit"))
    tag.add(id3.WXXX(encoding=1, desc="dossier", url="https://voorbeeld.nl/dossier"))
    tag.add(id3.WOAR(url="https://voorbeeld.nl/vliet"))
    tag.add(id3.POPM(email="w.vliet@voorbeeld.nl", rating=200, count=3))
    tag.add(id3.OWNE(encoding=1, price="EUR1", date="20240501", seller="Kees de Koper"))
    tag.add(id3.PRIV(owner="XMP", data=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>Xander Maker</d></x:xmpmeta>"))
    tag.add(id3.SYLT(encoding=3, lang="nld", format=2, type=1, desc="",
                     text=[("Ik bel ", 10), ("met Anja", 20)]))
    tag.add(id3.CHAP(element_id="een", start_time=0, end_time=100, start_offset=0, end_offset=0,
                     sub_frames=[id3.TIT2(encoding=3, text="Intake Bo")]))
    tag.add(id3.APIC(encoding=1, mime="image/png", type=3, desc="omslag", data=COVER))
    tag.add(id3.GEOB(encoding=3, mime="text/plain", filename="brief.txt", desc="bijlage",
                     data=b"Geachte heer Bakker, BSN 999990019"))


def mp3():
    options = (*SOUND, "-c:a", "libmp3lame", "-b:a", "8k", "-write_xing", "0", "-id3v2_version", "0")
    for version in (3, 4):
        path = f"id3v2{version}.mp3"
        ffmpeg(path, *options, texts={})
        tag = id3.ID3()
        frames(tag)
        people = [["verslag", "Petra Puk"], ["techniek", "Tom Toon"]]
        if version == 3:
            tag.add(id3.IPLS(encoding=1, people=people))
            tag.update_to_v23()
        else:
            tag.add(id3.TIPL(encoding=3, people=people))
            tag.add(id3.TMCL(encoding=3, people=[["piano", "Pien Pret"]]))
        tag.save(path, v1=0, v2_version=version, padding=lambda _: 16)
    ffmpeg("id3v1.mp3", *options, texts={})
    old = eyed3.load("id3v1.mp3")
    old.initTag(version=eyed3.id3.ID3_V1_1)
    old.tag.title, old.tag.artist, old.tag.album = "Gesprek", "Wietske Vliet", "Dossier 999990019"
    old.tag.track_num = 3
    old.tag.comments.set("Bel Jan")
    old.tag.save(version=eyed3.id3.ID3_V1_1)
    ffmpeg("ape.mp3", *options, texts={})
    tag = apev2.APEv2()
    tag["Artist"] = ["Wietske Vliet", "Sanne Smit"]
    tag["Comment"] = "Bel Çiğdem"
    tag["Cover Art (Front)"] = apev2.APEValue(b"omslag.png\0" + COVER, apev2.BINARY)
    tag.save("ape.mp3")
    ffmpeg("id3.flac", *SOUND, "-c:a", "flac", texts={"artist": "Wietske Vliet"})
    tag = id3.ID3()
    tag.add(id3.TIT2(encoding=3, text="Gesprek"))
    tag.save("id3.flac", v1=0)


def boxes():
    place = {"location": "+52.3731-004.8922/"}
    film = (*FILM, "-c:v", "mpeg4", "-q:v", "31")
    ffmpeg("film.mp4", *film, texts=TEXTS | place)
    exiftool("film.mp4", "-XMP-dc:Creator=Xander Maker")
    ffmpeg("film.mov", *film, "-metadata:s:v", "handler_name=Camera van Bo", texts=TEXTS | place)
    ffmpeg("keys.mov", *film, "-movflags", "use_metadata_tags+faststart", texts={
        "com.apple.quicktime.author": "Wietske Vliet", "com.apple.quicktime.title": "Gesprek",
        "com.apple.quicktime.location.ISO6709": "+52.3731-004.8922/", "dossier": "999990019"})
    ffmpeg("fragments.mp4", *film, "-movflags", "frag_keyframe+empty_moov")
    ffmpeg("film.3gp", *film, "-f", "3gp", texts=TEXTS | place)
    exiftool("film.3gp", "-UserData:Author=Wietske Vliet", "-UserData:LocationInformation="
             "Stadhuis Role=shooting Lat=52.3731 Lon=-4.8922 Alt=1 Body=aarde Notes=kamer van Bo")
    ffmpeg("sound.m4a", *SOUND, "-c:a", "aac", "-b:a", "8k")
    tag = mp4.MP4("sound.m4a")
    tag["ownr"], tag["\xa9lyr"] = "Eva Eigenaar", "Goedemorgen mevrouw\nde Boer"
    tag["----:com.apple.iTunes:Client"] = [b"Sanne Smit"]
    tag["covr"] = [mp4.MP4Cover(COVER, mp4.MP4Cover.FORMAT_PNG)]
    tag.save()


def riff():
    ffmpeg("sound.wav", *SOUND, "-c:a", "adpcm_ima_wav", "-write_bext", "1", texts=TEXTS | {
        "description": "Overleg met mevrouw Vliet", "originator": "Kees Klok",
        "originator_reference": "999990019", "coding_history": "A=PCM,T=recorder van Bo"})
    ffmpeg("rf64.wav", *SOUND, "-c:a", "pcm_u8", "-rf64", "always")
    ffmpeg("id3.wav", *SOUND, "-c:a", "adpcm_ima_wav", texts={})
    tag = wave.WAVE("id3.wav")
    tag.add_tags()
    tag.tags.add(id3.TPE1(encoding=3, text="Wietske Vliet"))
    tag.save()
    ffmpeg("film.avi", *FILM, "-c:v", "mpeg4", "-q:v", "31", "-metadata:s:v", "title=Camera van Bo")


def windows():
    ffmpeg("sound.wma", *SOUND, "-c:a", "wmav1", "-b:a", "24k")
    tag = asf.ASF("sound.wma")
    tag["Author"], tag["WM/Conductor"] = ["Wietske Vliet", "Sanne Smit"], "Kees Klok"
    tag["Lang"] = asf.ASFUnicodeAttribute("w.vliet@voorbeeld.nl", stream=1)
    tag["Dossier"] = asf.ASFUnicodeAttribute("999990019", language=1)
    description = "omslag".encode("utf-16-le") + b"\0\0"
    tag["WM/Picture"] = asf.ASFByteArrayAttribute(
        b"\3" + len(COVER).to_bytes(4, "little") + "image/png".encode("utf-16-le") + b"\0\0"
        + description + COVER)
    tag.save()


def ogg():
    ffmpeg("sound.ogg", *SOUND, "-c:a", "libvorbis", "-q:a", "-1")
    tag = oggvorbis.OggVorbis("sound.ogg")
    tag["metadata_block_picture"] = [base64.b64encode(picture().write()).decode()]
    tag["lyrics"] = "Goedemorgen mevrouw de Boer\n" * 250
    tag.save()
    ffmpeg("klank.wav", *SOUND, texts={})
    subprocess.run(["opusenc", "--quiet", "--bitrate", "6", "--title", "Gesprek mevrouw Vliet", "--artist",
                    "Wietske Vliet", "--comment", "DOSSIER=999990019", "klank.wav", "sound.opus"],
                   check=True)
    Path("klank.wav").unlink()
    ffmpeg("sound.spx", *SOUND, "-c:a", "libspeex")
    ffmpeg("sound.oga", *SOUND, "-c:a", "flac", "-f", "ogg")
    chain = Path("sound.opus").read_bytes() + Path("sound.oga").read_bytes()
    Path("chain.ogg").write_bytes(chain)
    ffmpeg("sound.flac", *SOUND, "-c:a", "flac")
    tag = flac.FLAC("sound.flac")
    tag.add_picture(picture())
    tag.save(padding=lambda _: 16)


XML = "<?xml version=\"1.0\"?>\n"
TAGS = XML + """<Tags><Tag><Simple><Name>ARTIST</Name><String>Wietske Vliet</String>
<Simple><Name>EMAIL</Name><String>w.vliet@voorbeeld.nl</String></Simple></Simple></Tag></Tags>"""
CHAPTERS = XML + """<Chapters><EditionEntry><ChapterAtom><ChapterTimeStart>00:00:00.0</ChapterTimeStart>
<ChapterDisplay><ChapterString>Intake Bo</ChapterString></ChapterDisplay></ChapterAtom>
</EditionEntry></Chapters>"""


def matroska():
    ffmpeg("klank.mkv", *FILM, "-c:v", "mpeg4", "-q:v", "31", texts={})
    aside = {"tags.xml": TAGS, "hoofdstukken.xml": CHAPTERS, "brief.txt": "Geachte heer Bakker"}
    for name, text in aside.items():
        Path(name).write_text(text, "utf-8")
    subprocess.run(["mkvmerge", "-q", "-o", "film.mkv", "--title", "Gesprek mevrouw Vliet",
                    "--global-tags", "tags.xml", "--chapters", "hoofdstukken.xml", "--track-name",
                    "0:Camera van Bo", "--attachment-name", "brief.txt", "--attachment-description",
                    "brief aan Bakker", "--attachment-mime-type", "text/plain", "--attach-file",
                    "brief.txt", "klank.mkv"], check=True)
    for name in (*aside, "klank.mkv"):
        Path(name).unlink()
    live = subprocess.run(["ffmpeg", "-v", "error", *SOUND, "-c:a", "libopus", "-b:a", "6k", "-metadata",
                           "title=Gesprek mevrouw Vliet", "-bitexact", "-f", "webm", "-live", "1",
                           "pipe:"], check=True, capture_output=True)
    Path("live.webm").write_bytes(live.stdout)


# What is said, in a caption each; the second line of the first is a number.
CAPTIONS = ("<i>Mijn naam is Wietske Vliet</i>,\ndossier 999990019",
            "mail w.vliet@voorbeeld.nl & \u00c7i\u011fdem")
SCRIPT = """[Script Info]
Title: Gesprek mevrouw Vliet
Original Script: Sanne Smit
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.05,0:00:00.15,Default,Bo Bakker,0,0,0,,{\\i1}Mijn naam is Wiets{\\b1}ke{\\b0} Vliet,\\Ndossier 999990019
Dialogue: 0,0:00:00.20,0:00:00.30,Default,,0,0,0,,mail w.vliet@voorbeeld.nl
"""
WEBVTT = """WEBVTT

NOTE opgenomen door Sanne Smit

intake-bo
00:00:00.050 --> 00:00:00.150 align:start
<v Bo Bakker>Mijn naam is Wietske Vliet,
dossier <c.geel>999990019</c></v>

00:00:00.200 --> 00:00:00.300
mail w.vliet@voorbeeld.nl &amp; \u00c7i\u011fdem
"""
VIDEO = (*FILM, "-c:v", "mpeg4", "-q:v", "31")


def big(number, count=4):
    return number.to_bytes(count, "big")


def box(name, content):
    return big(len(content) + 8) + name.encode("latin-1") + content


def cues():
    """A film of one track of WebVTT, which ffmpeg does not write."""
    first = box("iden", b"intake-bo") + box("sttg", b"align:start") + box(
        "payl", "<v Bo Bakker>Mijn naam is Wietske Vliet,\ndossier 999990019</v>".encode())
    samples = (box("vtte", b""), box("vttc", first),
               box("vttc", box("payl", "mail w.vliet@voorbeeld.nl &amp; \u00c7i\u011fdem".encode()))
               + box("vtta", b"opgenomen door Sanne Smit"))
    entry = box("wvtt", bytes(7) + b"\1" + box("vttC", b"WEBVTT"))
    head = box("ftyp", b"iso6\0\0\0\0iso6") + box("mdat", b"".join(samples))
    table = (box("stsd", bytes(4) + big(1) + entry)
             + box("stts", bytes(4) + big(1) + big(3) + big(100))
             + box("stsc", bytes(4) + big(1) + big(1) + big(3) + big(1))
             + box("stsz", bytes(8) + big(3) + b"".join(big(len(sample)) for sample in samples))
             + box("co64", bytes(4) + big(1) + big(28, 8)))
    media = (box("mdhd", bytes(12) + big(1000) + big(300) + bytes(4))
             + box("hdlr", bytes(8) + b"text" + bytes(13)) + box("minf", box("stbl", table)))
    track = box("tkhd", bytes(12) + big(1) + bytes(68)) + box("mdia", media)
    movie = box("mvhd", bytes(12) + big(1000) + big(300) + bytes(80)) + box("trak", track)
    Path("cues.mp4").write_bytes(head + box("moov", movie))


def subtitles():
    times = ("00:00:00,050 --> 00:00:00,150", "00:00:00,200 --> 00:00:00,300")
    lines = [f"{number + 1}\n{times[number]}\n{text}\n" for number, text in enumerate(CAPTIONS)]
    aside = {"nl.srt": "\n".join(lines), "nl.ass": SCRIPT, "nl.vtt": WEBVTT,
             "en.srt": f"1\n{times[0]}\nMy name is Wietske Vliet\n"}
    for name, text in aside.items():
        Path(name).write_text(text, "utf-8")
    two = ("-i", "nl.srt", "-i", "en.srt", "-map", "0", "-map", "1", "-map", "2", "-c:s", "mov_text")
    ffmpeg("captions.mp4", *FILM, *two, *VIDEO[4:], texts={})
    ffmpeg("captions.mov", *FILM, "-i", "nl.srt", *VIDEO[4:], "-c:s", "mov_text", texts={})
    for name, flags in (("base.mp4", ""), ("moof.mp4", "+default_base_moof")):
        ffmpeg(name, *FILM, "-i", "nl.srt", *VIDEO[4:], "-c:s", "mov_text", "-movflags",
               "frag_keyframe+empty_moov" + flags, texts={})
    ffmpeg("ttml.mp4", *FILM, "-i", "nl.srt", *VIDEO[4:], "-c:s", "ttml", texts={})
    ffmpeg("captions.webm", *FILM, "-i", "nl.vtt", "-c:v", "libvpx", "-c:s", "copy", texts={})
    cues()
    ffmpeg("film.mkv.part", *VIDEO, "-f", "matroska", texts={})
    subprocess.run(["mkvmerge", "-q", "-o", "captions.mkv", "film.mkv.part", "nl.srt", "--compression",
                    "0:none", "nl.ass", "nl.vtt"], check=True)
    for name in (*aside, "film.mkv.part"):
        Path(name).unlink()


def chunk(name, content):
    return name + big(len(content)) + content + bytes(len(content) % 2)


def sounds():
    ffmpeg("sound.aiff", *SOUND, "-c:a", "pcm_s8", "-write_id3v2", "1")
    ffmpeg("kort.aiff", *SOUND, "-c:a", "pcm_s8", "-f", "aiff", texts={})
    sound = Path("kort.aiff").read_bytes()[12:]
    Path("kort.aiff").unlink()
    comment = b"Bel Jan van Bo"
    more = (chunk(b"NAME", b"Gesprek mevrouw Vliet") + chunk(b"AUTH", b"Wietske Vliet")
            + chunk(b"(c) ", b"Gemeente Goes") + chunk(b"ANNO", b"Dossier 999990019")
            + chunk(b"COMT", big(1, 2) + big(0) + big(0, 2) + big(len(comment), 2) + comment)
            + chunk(b"MARK", big(1, 2) + big(1, 2) + big(0) + b"\x09Intake Bo"))
    Path("texts.aiff").write_bytes(chunk(b"FORM", b"AIFF" + sound + more))
    ffmpeg("sound.aac", *SOUND, "-c:a", "aac", "-b:a", "8k", "-write_id3v2", "1")
    ffmpeg("film.flv", *FILM, "-c:v", "flv", "-q:v", "31")
    ffmpeg("stream.ts", *FILM, "-c:v", "mpeg2video", "-f", "mpegts")
    ffmpeg("stream.mpg", *FILM, "-c:v", "mpeg2video", "-r", "25", "-f", "mpeg")
    # A frame of AMR of the highest rate.
    Path("voice.amr").write_bytes(b"#!AMR\n\x3c" + bytes(31))
    song = mido.MidiFile(type=1)
    track = mido.MidiTrack()
    song.tracks.append(track)
    for name, text in (("track_name", "Gesprek mevrouw Vliet"), ("copyright", "Gemeente Goes"),
                       ("text", "Dossier 999990019"), ("marker", "Intake Bo")):
        track.append(mido.MetaMessage(name, **{"name" if name == "track_name" else "text": text}))
    for syllable in ("Wiet", "ske ", "Vliet\r", "zingt"):
        track.append(mido.MetaMessage("lyrics", text=syllable))
        track.append(mido.Message("note_on", note=60, time=10))
        track.append(mido.Message("note_off", note=60, time=10))
    words = mido.MidiTrack()
    song.tracks.append(words)
    for text in ("@TLied van Bo", "\\Goede", "morgen ", "/mevrouw"):
        words.append(mido.MetaMessage("text", text=text))
    song.save("song.mid")


if __name__ == "__main__":
    for make in (mp3, boxes, riff, windows, ogg, matroska, subtitles, sounds):
        make()
