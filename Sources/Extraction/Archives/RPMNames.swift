/// What the values of an RPM package are called that people write.
enum RPMNames {
  /// Source: RPM tags (rpmtag.h), 1000 to 1099.
  static let labels: [Int: String] = [
    1000: "Name", 1004: "Summary", 1005: "Description", 1007: "BuildHost", 1010: "Distribution",
    1011: "Vendor", 1014: "License", 1015: "Packager", 1016: "Group", 1020: "URL",
    1023: "PreInstall", 1024: "PostInstall", 1025: "PreUninstall", 1026: "PostUninstall",
    1044: "SourcePackage", 1081: "ChangelogName", 1082: "ChangelogText",
  ]
}
