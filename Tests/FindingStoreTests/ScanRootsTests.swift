import ScanModel
import Testing

@testable import FindingStore

@Suite struct ScanRootsTests {
  private func roots(_ pairs: (String, String)...) -> ScanRoots {
    ScanRoots(pairs.map { ScanRoots.Root(given: FilePath($0.0), real: FilePath($0.1)) })
  }

  @Test(arguments: [
    ("share/a/b.txt", "/srv/share/a/b.txt"), ("share", "/srv/share"),
    ("link/x", "/data/x"), ("link", "/data"),
  ])
  func `leads from what a scan says to where it is, and back`(given: String, real: String) {
    let roots = roots(("share", "/srv/share"), ("link", "/data"))
    #expect(roots.real(FilePath(given)).lossyText == real)
    #expect(roots.given(FilePath(real)).lossyText == given)
  }

  @Test func `knows a root with a slash behind it`() {
    let roots = roots(("share/", "/srv/share"))
    #expect(roots.real(FilePath("share/a")).lossyText == "/srv/share/a")
    #expect(roots.given(FilePath("/srv/share/a")).lossyText == "share/a")
  }

  @Test func `knows the root of the file system`() {
    let roots = roots(("/", "/"))
    #expect(roots.real(FilePath("/etc/a")).lossyText == "/etc/a")
    #expect(roots.given(FilePath("/etc/a")).lossyText == "/etc/a")
    #expect(roots.contain(Array("/etc/a".utf8)))
  }

  @Test func `leads a relative root to the root of the file system`() {
    let roots = roots(("..", "/"))
    #expect(roots.real(FilePath("../etc/a")).lossyText == "/etc/a")
    #expect(roots.given(FilePath("/etc/a")).lossyText == "../etc/a")
  }

  @Test func `keeps nested roots apart and counts them once`() {
    let roots = roots(("s", "/srv/s"), ("s/inner", "/srv/s/inner"), ("again", "/srv/s"))
    #expect(roots.realPaths.map(\.lossyText) == ["/srv/s"])
    #expect(roots.real(FilePath("s/inner/a")).lossyText == "/srv/s/inner/a")
    #expect(roots.contain(Array("/srv/s/inner/a".utf8)))
    #expect(!roots.contain(Array("/srv/sx".utf8)))
  }

  @Test func `orders its real paths, however they were given`() {
    #expect(
      roots(("b", "/b"), ("a", "/a")).realPaths == roots(("a", "/a"), ("b", "/b")).realPaths)
  }
}
