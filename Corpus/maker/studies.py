"""Data sets of DICOM: studies in the ways that they are written, a report and a document, by pydicom."""

import io

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import (
    UID,
    BasicTextSRStorage,
    DeflatedExplicitVRLittleEndian,
    EncapsulatedPDFStorage,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    SecondaryCaptureImageStorage,
)
from reportlab.pdfgen import canvas

from .plants import Document, Documents

WAYS = (
    ("expliciet", ExplicitVRLittleEndian),
    ("impliciet", ImplicitVRLittleEndian),
    ("omgekeerd", ExplicitVRBigEndian),
    ("ingepakt", DeflatedExplicitVRLittleEndian),
)
# A picture that is too small for text.
ROWS, COLUMNS = 16, 24


def data_set(document: Document, person, storage: UID, syntax: UID) -> FileDataset:
    """Who the patient is."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = storage
    meta.MediaStorageSOPInstanceUID = "1.2.826.0.1.3680043.8.498.1"
    meta.TransferSyntaxUID = syntax
    data = FileDataset(
        None, {}, file_meta=meta, preamble=bytes(128), is_implicit_VR=syntax.is_implicit_VR,
        is_little_endian=syntax.is_little_endian)
    data.SOPClassUID, data.SOPInstanceUID = storage, meta.MediaStorageSOPInstanceUID
    data.SpecificCharacterSet = "ISO_IR 192"
    data.StudyDate, data.StudyDescription = "20230704", "Thorax"
    document.plant("", "name", person.reversed.lower(), "high")
    data.PatientName = person.reversed.replace(", ", "^")
    data.PatientID = document.plant("", "bsn", person.bsn, "medium")
    data.IssuerOfPatientID = "NLMINBIZA"
    data.PatientBirthDate = document.plant("", "date-of-birth", person.born, "high").replace("-", "")
    return data


def study(document: Document, people, syntax: UID) -> None:
    """A small picture, and people in sequences and in an element of a maker."""
    data = data_set(document, people[0], SecondaryCaptureImageStorage, syntax)
    data.PatientComments = f"mail naar {document.plant('', 'email', people[1].email)}"
    other = Dataset()
    other.PatientID = document.plant("", "bsn", people[2].bsn, "medium")
    other.IssuerOfPatientID = "NLMINBIZA"
    data.OtherPatientIDsSequence = [other]
    block = data.private_block(0x0009, "KLINIEK", create=True)
    block.add_new(0x01, "LO", f"BSN {document.plant('', 'bsn', people[3].bsn, 'high')}")
    data.Rows, data.Columns, data.SamplesPerPixel = ROWS, COLUMNS, 1
    data.BitsAllocated = data.BitsStored = 8
    data.HighBit, data.PixelRepresentation = 7, 0
    data.PhotometricInterpretation = "MONOCHROME2"
    data.add_new(0x7FE00010, "OB", bytes(ROWS * COLUMNS))
    data.save_as(document.path, enforce_file_format=True)


def named(concept: str) -> Dataset:
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "1", "99KLINIEK", concept
    return code


def content(kind: str, concept: str, **values) -> Dataset:
    item = Dataset()
    item.RelationshipType, item.ValueType = "CONTAINS", kind
    item.ConceptNameCodeSequence = [named(concept)]
    for name, value in values.items():
        setattr(item, name, value)
    return item


def report(document: Document, people) -> None:
    """A structured report: contents in contents."""
    data = data_set(document, people[4], BasicTextSRStorage, ExplicitVRLittleEndian)
    born = document.plant("", "date-of-birth", people[5].born, "high").replace("-", "")
    bsn = document.plant("", "bsn", people[6].bsn, "high")
    data.ValueType = "CONTAINER"
    data.ConceptNameCodeSequence = [named("Radiologieverslag")]
    data.ContentSequence = [
        content("DATE", "Geboortedatum", Date=born),
        content("CONTAINER", "Bevindingen", ContentSequence=[
            content("TEXT", "Bevinding", TextValue=f"Verwisseld met BSN: {bsn}.\r\nGeen afwijking."),
        ]),
    ]
    data.save_as(document.path, enforce_file_format=True)


def letter(document: Document, people) -> None:
    data = data_set(
        document, people[7], EncapsulatedPDFStorage, ExplicitVRLittleEndian)
    page = io.BytesIO()
    sheet = canvas.Canvas(page, invariant=1)
    bsn = document.plant("EncapsulatedDocument » page 1", "bsn", people[8].bsn, "high")
    sheet.drawString(72, 720, f"BSN: {bsn}")
    sheet.save()
    data.MIMETypeOfEncapsulatedDocument = "application/pdf"
    data.EncapsulatedDocument = page.getvalue() + bytes(len(page.getvalue()) % 2)
    data.save_as(document.path, enforce_file_format=True)


def make(documents: Documents) -> None:
    people = documents.people
    for name, syntax in WAYS:
        study(documents.new(f"dcm/{name}.dcm"), people, syntax)
    report(documents.new("dcm/verslag.dcm"), people)
    letter(documents.new("dcm/brief.dcm"), people)
