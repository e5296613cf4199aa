internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

extension StoreError {
  /// What the body gives; where the store fails, the command fails with the status of that.
  static func telling<Answer>(
    in language: ReportLanguage, _ body: () throws(StoreError) -> Answer
  ) throws -> Answer {
    do throws(StoreError) {
      return try body()
    } catch {
      throw error.failure(in: language)
    }
  }

  /// How a command ends that cannot go on without the store.
  func failure(in language: ReportLanguage) -> CommandFailure {
    CommandFailure(message: message(in: language), status: status)
  }

  private var status: ExitStatus {
    switch self {
    case .absent: .storeAbsent
    case .locked: .storeLocked
    case .key: .keyRefused
    case .damaged, .full, .unreachable: .storeFailed
    case .networkFileSystem: .storeRemote
    case .newer: .storeNewer
    }
  }

  func message(in language: ReportLanguage) -> Message {
    switch self {
    case .absent(let path):
      language.choose(
        nl: "er is geen opslag op \(path); scan eerst, of noem hem met --store",
        en: "there is no store at \(path); scan first, or name it with --store")
    case .locked(let path):
      language.choose(
        nl:
          "een andere opdracht schrijft in de opslag \(path); wacht daarop, of "
          + "neem een andere met --store",
        en: "another command writes to the store \(path); wait for it, or take "
          + "another with --store")
    case .networkFileSystem(let path):
      language.choose(
        nl:
          "de opslag \(path) ligt op een netwerkschijf, waar hij beschadigd kan "
          + "raken; kies met --store een plaats op deze machine",
        en:
          "the store \(path) lies on a network drive, where it can be damaged; "
          + "choose a place on this machine with --store")
    case .newer(let path, let version):
      language.choose(
        nl:
          "de opslag \(path) is van een nieuwere vindplaats (vorm \(version)); "
          + "gebruik die, of een andere opslag met --store",
        en:
          "the store \(path) was made by a newer vindplaats (form \(version)); "
          + "use that one, or another store with --store")
    case .damaged(let path):
      language.choose(
        nl:
          "de opslag \(path) is beschadigd of is geen opslag; hij blijft zoals "
          + "hij is; begin een andere met --store",
        en:
          "the store \(path) is damaged or no store; it is left as it is; begin "
          + "another with --store")
    case .full(let path):
      language.choose(
        nl: "de schijf met de opslag \(path) is vol; wat erin staat is geldig; "
          + "maak ruimte en geef dezelfde opdracht nog eens",
        en:
          "the disk of the store \(path) is full; what it holds is valid; make "
          + "room and give the same command again")
    case .unreachable(let path, let number):
      language.choose(
        nl: "de opslag \(path) kan niet worden geopend: \(reason(number))",
        en: "the store \(path) cannot be opened: \(reason(number))")
    case .key(let path, let problem): message(of: problem, path, language)
    }
  }

  private func message(
    of problem: KeyProblem, _ path: FilePath, _ language: ReportLanguage
  ) -> Message {
    switch problem {
    case .missing:
      language.choose(
        nl: "de sleutel \(path) van de opslag ontbreekt; zonder sleutel is de opslag onbruikbaar; "
          + "noem hem met --key, of begin een andere opslag",
        en: "the key \(path) of the store is missing; without it the store is of no use; name it "
          + "with --key, or begin another store")
    case .malformed:
      language.choose(
        nl: "\(path) is geen sleutel: die heeft 32 bytes", en: "\(path) is no key: it has 32 bytes")
    case .other:
      language.choose(
        nl: "de opslag is met een andere sleutel gemaakt dan \(path); noem de juiste met --key",
        en: "the store was made with another key than \(path); name the right one with --key")
    case .readableByOthers:
      language.choose(
        nl: "anderen kunnen de sleutel \(path) lezen; neem hun dat recht af (chmod 400)",
        en: "others can read the key \(path); take that right from them (chmod 400)")
    case .besideStore:
      language.choose(
        nl: "de sleutel \(path) zou in de map van de opslag liggen, en in de reservekopie\u{EB}n "
          + "daarvan; kies een andere plaats met --key",
        en: "the key \(path) would lie in the folder of the store, and in its backups; choose "
          + "another place with --key")
    case .unreachable(let number):
      language.choose(
        nl: "de sleutel \(path) kan niet worden gelezen of gemaakt: \(reason(number))",
        en: "the key \(path) cannot be read or made: \(reason(number))")
    }
  }

  private func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
