/// An attachment in winmail.dat, as its attributes tell of it.
struct TNEFAttachment {
  /// The title, in the code page of the message.
  var title: [UInt8] = []
  var properties = MAPIProperties()
  var data = 0..<0
}
