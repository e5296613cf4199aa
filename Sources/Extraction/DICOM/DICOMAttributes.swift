/// What the standard calls the attributes that tell of people and what was done to them.
///
/// Their names are labels, and in a data set without them their forms are known from here.
enum DICOMAttributes {
  /// The name of an attribute and how its values are written.
  struct Attribute {
    let name: [UInt8]
    let form: DICOMForm
  }

  /// Nil for an attribute whose name says nothing of people.
  static func attribute(_ tag: UInt32) -> Attribute? { byTag[tag] }

  private static let byTag: [UInt32: Attribute] = {
    var attributes: [UInt32: Attribute] = [:]
    for entry in entries.split(separator: ";") {
      let parts = entry.split(separator: " ")
      guard parts.count == 3, let tag = UInt32(parts[0], radix: 16) else { continue }
      let letters = Array(parts[1].utf8)
      if let form = DICOMForm(letters[0], letters[1]) {
        attributes[tag] = Attribute(name: Array(parts[2].utf8), form: form)
      }
    }
    return attributes
  }()

  /// `tag form name;` for each, in the order of their tags.
  ///
  /// Source: DICOM PS3.6, registry of data elements.
  private static let entries = """
    00080020 DA StudyDate;00080021 DA SeriesDate;00080022 DA AcquisitionDate;\
    00080023 DA ContentDate;0008002A DT AcquisitionDateTime;00080050 SH AccessionNumber;\
    00080080 LO InstitutionName;00080081 ST InstitutionAddress;00080090 PN ReferringPhysicianName;\
    00080092 ST ReferringPhysicianAddress;00080094 SH ReferringPhysicianTelephoneNumbers;\
    0008009C PN ConsultingPhysicianName;00080104 LO CodeMeaning;\
    0008030C UC PrivateDataElementName;0008030E UT PrivateDataElementDescription;\
    00081010 SH StationName;00081030 LO StudyDescription;0008103E LO SeriesDescription;\
    00081040 LO InstitutionalDepartmentName;00081048 PN PhysiciansOfRecord;\
    00081050 PN PerformingPhysicianName;00081060 PN NameOfPhysiciansReadingStudy;\
    00081070 PN OperatorsName;00081080 LO AdmittingDiagnosesDescription;00081190 UR RetrieveURL;\
    00082111 ST DerivationDescription;00084000 LT IdentifyingComments;00100010 PN PatientName;\
    00100020 LO PatientID;00100021 LO IssuerOfPatientID;00100030 DA PatientBirthDate;\
    00100033 LO PatientBirthDateInAlternativeCalendar;\
    00100034 LO PatientDeathDateInAlternativeCalendar;00100040 CS PatientSex;\
    00100212 UC StrainDescription;00100213 LO StrainNomenclature;00100214 LO StrainStockNumber;\
    00100217 LO StrainSource;00100218 UT StrainAdditionalInformation;\
    00100222 UC GeneticModificationsDescription;00100223 LO GeneticModificationsNomenclature;\
    00101000 LO OtherPatientIDs;00101001 PN OtherPatientNames;00101005 PN PatientBirthName;\
    00101010 AS PatientAge;00101040 LO PatientAddress;00101050 LO InsurancePlanIdentification;\
    00101060 PN PatientMotherBirthName;00101080 LO MilitaryRank;00101081 LO BranchOfService;\
    00101090 LO MedicalRecordLocator;00102000 LO MedicalAlerts;00102110 LO Allergies;\
    00102150 LO CountryOfResidence;00102152 LO RegionOfResidence;\
    00102154 SH PatientTelephoneNumbers;00102155 LT PatientTelecomInformation;\
    00102160 SH EthnicGroup;00102180 SH Occupation;001021B0 LT AdditionalPatientHistory;\
    001021D0 DA LastMenstrualDate;001021F0 LO PatientReligiousPreference;\
    00102201 LO PatientSpeciesDescription;00102292 LO PatientBreedDescription;\
    00102295 LO BreedRegistrationNumber;00102297 PN ResponsiblePerson;\
    00102299 LO ResponsibleOrganization;00104000 LT PatientComments;\
    00120040 LO ClinicalTrialSubjectID;00120041 LO IssuerOfClinicalTrialSubjectID;\
    00120042 LO ClinicalTrialSubjectReadingID;00120043 LO IssuerOfClinicalTrialSubjectReadingID;\
    00140104 PN SecondaryReviewerName;00142006 PN EvaluatorName;0016004D UT CameraOwnerName;\
    00181000 LO DeviceSerialNumber;00181030 LO ProtocolName;00184000 LT AcquisitionComments;\
    00203406 LO ModifiedImageDescription;00204000 LT ImageComments;00209158 LT FrameComments;\
    00320012 LO StudyIDIssuer;00320032 DA StudyVerifiedDate;00320034 DA StudyReadDate;\
    00321000 DA ScheduledStudyStartDate;00321010 DA ScheduledStudyStopDate;\
    00321020 LO ScheduledStudyLocation;00321030 LO ReasonForStudy;00321032 PN RequestingPhysician;\
    00321033 LO RequestingService;00321040 DA StudyArrivalDate;00321050 DA StudyCompletionDate;\
    00321060 LO RequestedProcedureDescription;00321066 UT ReasonForVisit;\
    00321070 LO RequestedContrastAgent;00324000 LT StudyComments;00380010 LO AdmissionID;\
    00380011 LO IssuerOfAdmissionID;00380016 LO RouteOfAdmissions;\
    0038001A DA ScheduledAdmissionDate;0038001C DA ScheduledDischargeDate;\
    0038001E LO ScheduledPatientInstitutionResidence;00380020 DA AdmittingDate;\
    00380030 DA DischargeDate;00380040 LO DischargeDiagnosisDescription;00380050 LO SpecialNeeds;\
    00380060 LO ServiceEpisodeID;00380061 LO IssuerOfServiceEpisodeID;\
    00380062 LO ServiceEpisodeDescription;00380102 LO ResourceDescription;\
    00380300 LO CurrentPatientLocation;00380400 LO PatientInstitutionResidence;\
    00380500 LO PatientState;00384000 LT VisitComments;\
    00400006 PN ScheduledPerformingPhysicianName;00400007 LO ScheduledProcedureStepDescription;\
    00400254 LO PerformedProcedureStepDescription;00400255 LO PerformedProcedureTypeDescription;\
    00400280 ST CommentsOnThePerformedProcedureStep;00400310 ST CommentsOnRadiationDose;\
    00400400 LT CommentsOnTheScheduledProcedureStep;0040050A LO SpecimenAccessionNumber;\
    00400512 LO ContainerIdentifier;0040051A LO ContainerDescription;\
    00400551 LO SpecimenIdentifier;00400556 ST AcquisitionContextDescription;\
    00400600 LO SpecimenShortDescription;00400602 UT SpecimenDetailedDescription;\
    00401001 SH RequestedProcedureID;00401002 LO ReasonForTheRequestedProcedure;\
    00401003 SH RequestedProcedurePriority;00401004 LO PatientTransportArrangements;\
    00401005 LO RequestedProcedureLocation;00401006 SH PlacerOrderNumberProcedure;\
    00401007 SH FillerOrderNumberProcedure;00401010 PN NamesOfIntendedRecipientsOfResults;\
    00401102 ST PersonAddress;00401103 LO PersonTelephoneNumbers;\
    00401104 LT PersonTelecomInformation;00401400 LT RequestedProcedureComments;\
    00402001 LO ReasonForTheImagingServiceRequest;00402004 DA IssueDateOfImagingServiceRequest;\
    00402006 SH PlacerOrderNumberImagingServiceRequestRetired;\
    00402007 SH FillerOrderNumberImagingServiceRequestRetired;00402008 PN OrderEnteredBy;\
    00402009 SH OrderEntererLocation;00402010 SH OrderCallbackPhoneNumber;\
    00402011 LT OrderCallbackTelecomInformation;\
    00402016 LO PlacerOrderNumberImagingServiceRequest;\
    00402017 LO FillerOrderNumberImagingServiceRequest;00402400 LT ImagingServiceRequestComments;\
    00403001 LO ConfidentialityConstraintOnPatientDataDescription;\
    00404036 LO HumanPerformerOrganization;00404037 PN HumanPerformerName;\
    0040A027 LO VerifyingOrganization;0040A067 PN DocumentAuthorTrial;\
    0040A075 PN VerifyingObserverName;0040A120 DT DateTime;0040A121 DA Date;\
    0040A123 PN PersonName;0040A160 UT TextValue;0040A307 PN CurrentObserverTrial;\
    0040A352 PN VerbalSourceTrial;0040A353 ST AddressTrial;0040A354 LO TelephoneNumberTrial;\
    0040A492 LO CompletionFlagDescription;00420010 ST DocumentTitle;\
    00700006 ST UnformattedTextValue;00700081 LO ContentDescription;\
    00700084 PN ContentCreatorName;0072006A PN SelectorPNValue;0074100A UR ContactURI;\
    0074100C LO ContactDisplayName;00880904 LO TopicTitle;00880906 ST TopicSubject;\
    00880910 LO TopicAuthor;00880912 LO TopicKeywords;20300020 LO TextString;21000160 SH OwnerID;\
    22000002 UT LabelText;22000005 LT BarcodeValue;30020002 SH RTImageLabel;\
    30020004 ST RTImageDescription;30060002 SH StructureSetLabel;30060004 LO StructureSetName;\
    30060006 ST StructureSetDescription;300600A6 PN ROIInterpreter;300A0002 SH RTPlanLabel;\
    300A0003 LO RTPlanName;300A0004 ST RTPlanDescription;300A000E ST PrescriptionDescription;\
    300A0183 LO PatientSetupLabel;300E0008 PN ReviewerName;40004000 LT TextComments;\
    40080040 SH ResultsID;40080042 LO ResultsIDIssuer;40080100 DA InterpretationRecordedDate;\
    40080102 PN InterpretationRecorder;40080103 LO ReferenceToRecordedSound;\
    40080108 DA InterpretationTranscriptionDate;4008010A PN InterpretationTranscriber;\
    4008010B ST InterpretationText;4008010C PN InterpretationAuthor;\
    40080112 DA InterpretationApprovalDate;40080114 PN PhysicianApprovingInterpretation;\
    40080115 LT InterpretationDiagnosisDescription;40080119 PN DistributionName;\
    4008011A LO DistributionAddress;40080200 SH InterpretationID;\
    40080202 LO InterpretationIDIssuer;40080300 ST Impressions;40084000 ST ResultsComments;
    """
}
