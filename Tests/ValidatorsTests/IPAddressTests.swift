import Testing

@testable import Validators

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("145.100.0.1", "145.100.0.1"),
    ("2400:C401::5054:FF:FE1B:B031", "2400:c401::5054:ff:fe1b:b031"),
    ("2a00:0:0:1:0:0:0:1", "2a00:0:0:1::1"), ("2A00:0:1:0:1:0:1:0", "2a00:0:1:0:1:0:1:0"),
    ("2a00:0:0:1:1:0:0:1", "2a00::1:1:0:0:1"), ("::ffff:145.100.0.1", "::ffff:9164:1"),
    ("2a00::", "2a00::"), ("2a00:1:2:3:4:5:6::", "2a00:1:2:3:4:5:6:0"),
  ])
  func `accepts public addresses and gives their normal form`(text: String, address: String) {
    #expect(Validator.ipAddress.verdict(on: text) == .valid([]))
    #expect(Validator.ipAddress.normalForm(of: text) == address)
  }

  @Test(arguments: [
    "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.1.1",
    "192.0.2.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255", "0.0.0.0",
    "100.64.0.1", "::", "::1", "fe80::1%eth0", "fd00::1", "ff02::1", "2001:db8::1",
    "::ffff:192.168.1.1",
  ])
  func `notes addresses that are not of the internet`(text: String) {
    #expect(Validator.ipAddress.verdict(on: text) == .valid(.notPublicAddress))
  }

  @Test(arguments: [
    "172.15.0.1", "172.32.0.1", "100.63.0.1", "11.0.0.1", "192.169.0.1", "2001:db9::1",
  ])
  func `takes neighbours of special ranges for public`(text: String) {
    #expect(Validator.ipAddress.verdict(on: text) == .valid([]))
  }

  @Test(arguments: [
    "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.04", "1..2.3", "1.2.3.", ".1.2.3.4",
    "1:2:3:4", ":::", "2001::25de::cade", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:", "12345::", "std::cout", "::ffff:256.0.0.1", "1:2:3:4:5:6:7:1.2.3.4",
    "fe80::1%", "fe80::1%eth 0", "fe80::1text",
  ])
  func `rejects what is no address`(text: String) {
    #expect(Validator.ipAddress.verdict(on: text) == .invalid(.structure))
  }

  @Test func `rejects an empty text for its length`() {
    #expect(Validator.ipAddress.verdict(on: "") == .invalid(.length))
  }

  @Test func `keeps the zone`() {
    #expect(Validator.ipAddress.normalForm(of: "FE80::1%eth0") == "fe80::1%eth0")
  }
}
