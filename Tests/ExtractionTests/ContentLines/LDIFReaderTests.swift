import Extraction
import Testing

@Suite struct LDIFReaderTests {
  @Test func `makes fields of the values of attributes`() {
    let export = DocumentRecording(
      of: Array(
        """
        version: 1
        # medewerkers
        dn: cn=Zo de Vries,ou=mensen,
         dc=voorbeeld,dc=example
        cn;lang-nl:: Wm/DqyBkZSBWcmllcw==
        mail: zoe@voorbeeld.exa
         mple
        employeeNumber: 999990019
        title;lang-nl: planner
        objectGUID:: AAECAwQFBgcICQoLDA0ODw==
        photo:< file:///tmp/z.jpg
        -

        """.utf8))
    #expect(
      export.fields() == [
        "version=1", "# medewerkers", "dn=cn=Zo de Vries,ou=mensen,dc=voorbeeld,dc=example",
        "cn=Zoë de Vries", "mail=zoe@voorbeeld.example", "employeeNumber=999990019",
        "title.job title=planner",
        "photo=file:///tmp/z.jpg",
      ])
    #expect(export.outcome == "ldif complete")
  }
}
