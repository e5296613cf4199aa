import Foundation

/// Checks values against the part of JSON Schema 2020-12 that the published schema uses: `type`,
/// `const`, `enum`, `required`, `properties`, `additionalProperties`, `items`, `oneOf`, `$ref`.
package struct JSONSchema {
  package typealias Object = [String: Any]

  private let root: Object

  /// The schema of this name in Documentation/schema.
  package init(named name: String) throws {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    try self.init(
      contentsOf: url.appendingPathComponent("Documentation/schema/\(name).schema.json"))
  }

  private init(contentsOf url: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? Object ?? [:]
  }

  /// What is wrong with the value, one line for each fault; empty where it obeys.
  package func faults(in value: Any) -> [String] {
    faults(value, root, "$")
  }

  private func faults(_ value: Any, _ schema: Object, _ at: String) -> [String] {
    var faults: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties":
        break
      case "$ref": faults += self.faults(value, definition(rule), at)
      case "type":
        let names = rule as? [String] ?? [rule as? String ?? ""]
        if !names.contains(where: { isOf($0, value) }) { faults.append("\(at): not \(names)") }
      case "const":
        if !isEqual(value, rule) { faults.append("\(at): not \(rule)") }
      case "enum":
        let values = rule as? [Any] ?? []
        if !values.contains(where: { isEqual(value, $0) }) { faults.append("\(at): not listed") }
      case "oneOf":
        let passing = (rule as? [Object] ?? []).filter { self.faults(value, $0, at).isEmpty }
        if passing.count != 1 { faults.append("\(at): fits \(passing.count) of oneOf") }
      case "items":
        for (index, item) in (value as? [Any] ?? []).enumerated() {
          faults += self.faults(item, rule as? Object ?? [:], "\(at)[\(index)]")
        }
      case "properties": break
      default: faults.append("\(at): the validator does not know \(keyword)")
      }
    }
    if let object = value as? Object { faults += members(of: object, schema, at) }
    return faults
  }

  private func members(of object: Object, _ schema: Object, _ at: String) -> [String] {
    let properties = schema["properties"] as? Object ?? [:]
    var faults = (schema["required"] as? [String] ?? [])
      .filter { object[$0] == nil }.map { "\(at): \($0) is missing" }
    for (name, member) in object {
      if let rule = properties[name] as? Object {
        faults += self.faults(member, rule, "\(at).\(name)")
      } else if let rule = schema["additionalProperties"] as? Object {
        faults += self.faults(member, rule, "\(at).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(at): \(name) is not foreseen")
      }
    }
    return faults
  }

  private func definition(_ reference: Any) -> Object {
    let name = (reference as? String)?.split(separator: "/").last.map(String.init) ?? ""
    return (root["$defs"] as? Object)?[name] as? Object ?? ["const": "no definition"]
  }

  private func isOf(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "null": value is NSNull
    case "boolean": value is Bool
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": value is NSNumber
    case "string": value is String
    case "array": value is [Any]
    case "object": value is Object
    default: false
    }
  }

  private func isEqual(_ left: Any, _ right: Any) -> Bool {
    (left as? NSObject)?.isEqual(right) ?? false
  }
}
