package import ScanModel

/// Files in one directory that the program writes itself.
package struct OwnFiles: Hashable, Sendable {
  package let directory: FileIdentity
  package let names: [[UInt8]]

  package init(directory: FileIdentity, names: [[UInt8]]) {
    self.directory = directory
    self.names = names
  }

  func holds(_ name: Span<UInt8>, in directory: FileIdentity) -> Bool {
    self.directory == directory
      && names.contains { own in
        own.count == name.count && own.indices.allSatisfy { own[$0] == name[$0] }
      }
  }
}
