import Foundation
import Testing

@testable import PressHTML

/// html5lib's tree construction cases: bytes in, a drawn tree out.
@Suite(.enabled(if: Suites.areThere, "the html5lib suites are not there"))
struct TreeSuiteTests {
  @Test func allFiles() throws {
    var passed = 0
    var failures: [String] = []
    for file in Suites.files("tree-construction", "dat") {
      for (number, test) in Suites.cases(in: try Suites.bytes(of: file)).enumerated() {
        var modes = [false, true]
        if test["script-on"] != nil { modes = [true] }
        if test["script-off"] != nil { modes = [false] }
        let expected = Self.trimmed(test["document"] ?? [])
        let drawings = modes.map { Self.draw(test, isScripting: $0) }
        if drawings.allSatisfy({ $0 == expected }) {
          passed += 1
        } else {
          let data = String(decoding: test["data"] ?? [], as: UTF8.self)
          failures.append(
            "\(file.lastPathComponent) \(number + 1): \(data)\nexpected\n\(expected)\n"
              + "got\n\(drawings.first { $0 != expected } ?? "")")
        }
      }
    }
    print("tree construction: \(passed) of \(passed + failures.count)")
    if let path = ProcessInfo.processInfo.environment["HTML_FAILURES"] {
      try failures.joined(separator: "\n\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(passed >= 1788, "\(failures.prefix(5).joined(separator: "\n\n"))")
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    while bytes.last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func draw(_ test: [String: [UInt8]], isScripting: Bool) -> String {
    let data = test["data"] ?? []
    guard let context = test["document-fragment"] else {
      return Drawing.draw(HTMLTree.parse(data, isScripting: isScripting), fragment: false)
    }
    let words = String(decoding: context, as: UTF8.self).split(separator: " ")
    let namespace: HTMLNamespace =
      words.count < 2 ? .html : words[0] == "svg" ? .svg : .mathML
    let tree = HTMLTree.parseFragment(
      data, in: String(words.last ?? ""), namespace: namespace, isScripting: isScripting)
    return Drawing.draw(tree, fragment: true)
  }
}

/// A tree as the suites draw it.
enum Drawing {
  static func draw(_ tree: HTMLTree, fragment: Bool) -> String {
    let root = fragment ? tree.html ?? tree.document : tree.document
    var lines: [String] = []
    var depths = [root: -1]
    for node in tree.descendants(of: root) {
      let depth = (tree.parent(of: node).flatMap { depths[$0] } ?? -1) + 1
      depths[node] = depth
      let indent = "| " + String(repeating: "  ", count: depth)
      switch tree.kind(of: node) {
      case .doctype: lines.append(indent + doctype(tree))
      case .comment: lines.append(indent + "<!-- \(tree.text(of: node)) -->")
      case .text: lines.append(indent + "\"\(tree.text(of: node))\"")
      case .contents: lines.append(indent + "content")
      case .document: break
      case .element:
        let prefix = ["", "svg ", "math "][Int(tree.namespace(of: node).rawValue)]
        lines.append(indent + "<\(prefix)\(tree.name(of: node))>")
        let attributes = tree.attributes(of: node).map { attribute -> String in
          var name = attribute.nameString
          if let prefix = attribute.namespacePrefix {
            name = name == prefix ? "xmlns xmlns" : prefix + " " + name.dropFirst(prefix.count + 1)
          }
          return "\(name)=\"\(attribute.value)\""
        }
        for line in attributes.sorted(by: { $0.utf16.lexicographicallyPrecedes($1.utf16) }) {
          lines.append(indent + "  " + line)
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func doctype(_ tree: HTMLTree) -> String {
    guard let doctype = tree.doctype else { return "" }
    var text = "<!DOCTYPE \(doctype.name)"
    if !(doctype.publicID ?? "").isEmpty || !(doctype.systemID ?? "").isEmpty {
      text += " \"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\""
    }
    return text + ">"
  }
}
