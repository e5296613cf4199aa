internal import AuditLog
internal import Glibc
internal import Reporting

extension AuditError {
  /// What the body gives; where the log fails, the command fails with the status of that.
  static func telling<Answer>(
    in language: ReportLanguage, _ body: () throws(AuditError) -> Answer
  ) throws -> Answer {
    do throws(AuditError) {
      return try body()
    } catch {
      throw CommandFailure(message: error.message(in: language), status: error.status)
    }
  }

  private var status: ExitStatus {
    switch self {
    case .absent: .storeAbsent
    case .otherKey: .keyRefused
    case .unreachable, .broken: .storeFailed
    }
  }

  private func message(in language: ReportLanguage) -> Message {
    switch self {
    case .absent(let path):
      language.choose(
        nl: "er is geen auditlogboek op \(path); noem het met --audit",
        en: "there is no audit log at \(path); name it with --audit")
    case .unreachable(let path, let number):
      language.choose(
        nl: "het auditlogboek \(path) kan niet worden geopend of geschreven: \(reason(number))",
        en: "the audit log \(path) cannot be opened or written: \(reason(number))")
    case .otherKey(let path):
      language.choose(
        nl:
          "het auditlogboek \(path) is met een andere sleutel geschreven; noem de juiste met --key",
        en: "the audit log \(path) was written under another key; name the right one with --key")
    case .broken(let path, let problem):
      language.choose(
        nl: "het auditlogboek \(path) is aan het einde veranderd (\(problem.text(in: .nl))); er is "
          + "niets gedaan; 'vindplaats audit verify' zegt meer, --audit noemt een ander logboek",
        en: "the end of the audit log \(path) was changed (\(problem.text(in: .en))); nothing was "
          + "done; 'vindplaats audit verify' says more, --audit names another log")
    }
  }

  private func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

extension AuditProblem {
  /// A clause without capital and full stop.
  func text(in language: ReportLanguage) -> String {
    switch self {
    case .changed(let line):
      language.choose(
        nl: "regel \(line) is veranderd", en: "line \(line) was changed")
    case .added(let line):
      language.choose(
        nl: "regel \(line) is toegevoegd of staat er twee keer",
        en: "line \(line) was added or stands twice")
    case .foreign(let line):
      language.choose(
        nl: "regel \(line) volgt niet op de regel ervoor: hij komt uit een ander logboek",
        en: "line \(line) does not follow from the one before: it is of another log")
    case .swapped(let line, let number):
      language.choose(
        nl: "regel \(line) staat op de verkeerde plaats: hij heeft nummer \(number)",
        en: "line \(line) stands at the wrong place: its number is \(number)")
    case .missing(let numbers):
      language.choose(
        nl: "\(Self.lines(numbers, .nl)) in het midden",
        en: "\(Self.lines(numbers, .en)) in between")
    case .cut(let numbers):
      language.choose(
        nl: "\(Self.lines(numbers, .nl)) aan het einde: het logboek is ingekort",
        en: "\(Self.lines(numbers, .en)) at the end: the log was cut")
    case .headMissing:
      language.choose(
        nl: "het bestand .head ernaast ontbreekt: of het einde er nog is, is niet te zeggen",
        en: "the file .head beside it is missing: whether the end is there cannot be told")
    case .headChanged:
      language.choose(
        nl: "het bestand .head ernaast is veranderd", en: "the file .head beside it was changed")
    case .headBehind(let number):
      language.choose(
        nl: "het bestand .head ernaast is oud: het kent maar \(number) regels",
        en: "the file .head beside it is old: it knows only \(number) lines")
    case .headOther(let number):
      language.choose(
        nl: "het bestand .head ernaast is van een ander logboek (regel \(number))",
        en: "the file .head beside it is of another log (line \(number))")
    }
  }

  private static func lines(_ numbers: ClosedRange<Int>, _ language: ReportLanguage) -> String {
    numbers.count == 1
      ? language.choose(
        nl: "regel \(numbers.lowerBound) ontbreekt", en: "line \(numbers.lowerBound) is missing")
      : language.choose(
        nl: "regels \(numbers.lowerBound) tot en met \(numbers.upperBound) ontbreken",
        en: "lines \(numbers.lowerBound) to \(numbers.upperBound) are missing")
  }
}
