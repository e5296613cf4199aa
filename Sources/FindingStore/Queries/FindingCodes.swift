internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

/// Makes the letters of findings; knows the recipes of a store.
struct FindingCodes {
  private let hasher: ValueHasher
  /// Digests by id.
  private let recipes: [Int64: [UInt8]]

  init(_ hasher: ValueHasher, _ database: Database) throws {
    self.hasher = hasher
    let rows = try Row.fetchAll(database, sql: "SELECT id, digest FROM recipe")
    recipes = Dictionary(
      rows.map { ($0[0], Array($0[1] as Data)) }, uniquingKeysWith: { $1 })
  }

  /// Of what was found in a content, by its keyed digest; in a file whose content has none, by its path.
  func code(ofContent digest: Data?, at path: FilePath, recipe: Int64) -> FindingCode {
    guard let digest else { return code(of: path, recipe: recipe) }
    return FindingCode(digest: digest, recipe: recipes[recipe] ?? [])
  }

  /// Of what was found in a path.
  func code(of path: FilePath, recipe: Int64) -> FindingCode {
    FindingCode(digest: hasher.code(of: path.bytes, for: "path"), recipe: recipes[recipe] ?? [])
  }

  /// Whether the letters for the recipe in the code are those of this one.
  func isCode(_ code: FindingCode, of recipe: Int64) -> Bool {
    code.isOf(recipe: recipes[recipe] ?? [])
  }
}
