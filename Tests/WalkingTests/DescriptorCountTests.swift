import Glibc
import Testing

@testable import Walking

@Suite struct DescriptorCountTests {
  @Test func `is less than what the process may have`() {
    // Standard input, output and errors at least are open.
    #expect(DescriptorCount.free <= sysconf(Int32(_SC_OPEN_MAX)) - 3)
    #expect(DescriptorCount.free > 0)
  }
}
