internal import Erasure
internal import FindingStore

/// What the two verifications of a plan share.
protocol EraseVerification: TellingCommand {
  var options: EraseVerifyOptions { get }
}

extension EraseVerification {
  var messages: MessageOptions { options.messages }
  var keyFile: KeyFile? { options.key.keyFile }

  func verify(_ moment: VerificationReport.Moment, holds: String? = nil) throws {
    try EraseRun(moment: moment, options: options, holds: holds, logPaths: logPaths).run()
  }
}
