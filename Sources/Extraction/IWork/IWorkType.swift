/// The types of the objects of iWork that are read; below 100 each app has its own.
///
/// Source: the tables of types that numbers-parser and keynote-parser have read from the apps.
enum IWorkType {
  // Numbers
  static let sheet = 2
  // Keynote
  static let show = 2
  static let slides = 5...6
  // All
  static let storages: Set = [2001, 2005]
  static let hyperlink = 2032
  static let comment = 3056
  static let tableInfo = 6000
  static let table = 6001
}
