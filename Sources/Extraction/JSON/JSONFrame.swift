/// An object or array that is open.
struct JSONFrame {
  /// What comes next in it if it is well-formed.
  enum Expected {
    case key, colon, value, separator
  }

  let isObject: Bool
  /// The names under which it stands: the key before it, and the one that holds that.
  let parent: Int32
  let name: Int32
  /// The latest key of an object.
  var key = TreeNames.none
  /// How many commas there were: the index of the current element.
  var elementIndex = 0
  /// The labels by column of the rows in it, empty where they are not known.
  var columns: [Int32] = []

  init(isObject: Bool, parent: Int32 = TreeNames.none, name: Int32 = TreeNames.none) {
    self.isObject = isObject
    self.parent = parent
    self.name = name
  }

  /// What comes first in it, and behind each comma.
  var expectedFirst: Expected { isObject ? .key : .value }

  /// The frame of an object or array that begins as a value in this one.
  func child(isObject: Bool) -> JSONFrame {
    guard self.isObject else {
      return JSONFrame(isObject: isObject, parent: parent, name: name)
    }
    var child = JSONFrame(isObject: isObject, parent: name, name: key)
    if !isObject { child.columns = columns }
    return child
  }
}
