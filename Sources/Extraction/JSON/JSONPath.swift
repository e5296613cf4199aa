import ScanModel

/// Where in a document a scanner of JSON is: the open objects and arrays and their columns.
struct JSONPath {
  /// The deepest nesting that is followed.
  static let depthLimit = 1000
  /// The columns that a list of rows has at most.
  static let columnLimit = 1024
  /// How far up an end without a beginning is looked for.
  private static let searchDepth = 64

  private(set) var frames: [JSONFrame] = []
  /// How many objects and arrays are open beyond the limit.
  private(set) var excessDepth = 0
  /// The names in the array that may turn out to be a row of column names.
  private var columnCandidates: [Int32] = []
  /// The number of frames while that array is the innermost, 0 for none.
  private var candidateDepth = 0

  /// Whether nothing is open.
  var isOutside: Bool { frames.isEmpty && excessDepth == 0 }
  /// Whether the innermost frame is an object whose keys are told from values.
  var isInObject: Bool { excessDepth == 0 && last >= 0 && frames[last].isObject }
  /// Whether the innermost frame is an array in an array.
  var isInRow: Bool {
    excessDepth == 0 && last > 0 && !frames[last].isObject && !frames[last - 1].isObject
  }
  /// Whether the innermost frame is an array that has had an element.
  var isBehindElement: Bool {
    excessDepth == 0 && last >= 0 && !frames[last].isObject && frames[last].elementIndex > 0
  }
  /// Whether the strings here may turn out to be column names.
  var mayNameColumns: Bool {
    candidateDepth > 0 && candidateDepth == frames.count && excessDepth == 0
  }

  /// What comes next in the innermost frame; always a value outside of all frames.
  ///
  /// No frame needs its own: behind what was opened in it a separator follows.
  var expected: JSONFrame.Expected {
    get { excessDepth == 0 && last >= 0 ? expectedInside : .value }
    set { if excessDepth == 0, last >= 0 { expectedInside = newValue } }
  }
  private var expectedInside = JSONFrame.Expected.value

  private var last: Int { frames.count &- 1 }

  /// Opens an object or array; `keyNamesColumns` where it stands under a key like `columns`.
  ///
  /// Returns false where it is too deep to be followed.
  mutating func open(isObject: Bool, keyNamesColumns: Bool) -> Bool {
    guard excessDepth == 0, frames.count < Self.depthLimit else {
      excessDepth += 1
      return false
    }
    let isFirstRow =
      frames.last.map { !$0.isObject && $0.elementIndex == 0 && $0.columns.isEmpty } ?? false
    if candidateDepth == frames.count { candidateDepth = 0 }
    let frame = frames.last?.child(isObject: isObject) ?? JSONFrame(isObject: isObject)
    frames.append(frame)
    expectedInside = frame.expectedFirst
    if !isObject, keyNamesColumns || isFirstRow {
      candidateDepth = frames.count
      columnCandidates.removeAll(keepingCapacity: true)
    }
    return true
  }

  /// Closes the innermost object or array, or the nearest one of that sort around it.
  ///
  /// Returns false where others had to be closed too, or there was nothing to close.
  mutating func close(isObject: Bool, in text: inout TreeText) -> Bool {
    if excessDepth > 0 {
      excessDepth -= 1
      return true
    }
    guard let index = innermost(isObject: isObject) else { return false }
    let isInnermost = index == frames.count - 1
    if isInnermost && mayNameColumns { nameColumns(in: &text) }
    frames.removeSubrange(index...)
    candidateDepth = candidateDepth > frames.count ? 0 : candidateDepth
    expected = .separator
    return isInnermost
  }

  mutating func closeAll() {
    frames.removeAll(keepingCapacity: true)
    excessDepth = 0
    candidateDepth = 0
  }

  /// Goes on to the next element of an array or the next key of an object.
  mutating func advance() {
    guard excessDepth == 0, last >= 0 else { return }
    let last = self.last
    frames[last].elementIndex += 1
    expectedInside = frames[last].expectedFirst
  }

  /// Puts the value that comes next under a key.
  mutating func setKey(_ name: Int32) {
    guard isInObject else { return }
    frames[frames.count - 1].key = name
    expectedInside = .colon
  }

  /// Puts the value that comes next under a key whose colon was passed, in an object.
  mutating func setKeyAndColon(_ name: Int32) {
    let last = self.last
    frames[last].key = name
    expectedInside = .value
  }

  /// Takes a value of the innermost array as a column name, or nil for one that cannot be.
  mutating func addColumn(_ name: Int32?) {
    guard mayNameColumns else { return }
    if let name, columnCandidates.count < Self.columnLimit {
      columnCandidates.append(name)
    } else {
      candidateDepth = 0
    }
  }

  /// The label of a value here.
  func label(in text: inout TreeText) -> Int32 {
    guard excessDepth == 0, last >= 0 else { return TextLayout.noLabel }
    if frames[last].isObject {
      // `geboorte.datum.datum`: a name that comes again says nothing more.
      let isRepeated = frames[last].name == frames[last].key
      return text.label(isRepeated ? frames[last].parent : frames[last].name, frames[last].key)
    }
    if isInRow, frames[last].elementIndex < frames[last - 1].columns.count {
      return frames[last - 1].columns[frames[last].elementIndex]
    }
    return text.label(frames[last].parent, frames[last].name)
  }

  /// The label of the innermost object or array as a whole.
  func containerLabel(in text: inout TreeText) -> Int32 {
    guard excessDepth == 0, let frame = frames.last else { return TextLayout.noLabel }
    return text.label(frame.parent, frame.name)
  }

  private func innermost(isObject: Bool) -> Int? {
    if frames.last?.isObject == isObject { return frames.count - 1 }
    return frames.suffix(Self.searchDepth).lastIndex { $0.isObject == isObject }
  }

  private mutating func nameColumns(in text: inout TreeText) {
    let isRow = isInRow
    guard columnCandidates.count >= (isRow ? 2 : 1), frames.count > 1 else { return }
    frames[frames.count - 2].columns = columnCandidates.map {
      text.label(TreeNames.none, $0)
    }
  }
}
