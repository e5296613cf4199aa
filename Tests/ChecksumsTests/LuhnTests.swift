import Testing

@testable import Checksums
