import Foundation
import Testing

@testable import PressHTML

/// html5lib's tokenizer cases. Parse errors are not compared: the tokenizer reports none.
@Suite(.enabled(if: Suites.areThere, "the html5lib suites are not there"))
struct TokenizerSuiteTests {
  @Test func allFiles() throws {
    var passed = 0
    var failures: [String] = []
    for file in Suites.files("tokenizer", "test") {
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let tests = (json as? [String: [[String: Any]]])?.values.first ?? []
      let coerces = file.lastPathComponent == "xmlViolation.test"
      for test in tests {
        for state in test["initialStates"] as? [String] ?? ["Data state"] {
          let (expected, got) = Self.run(test, state: state, coerces: coerces)
          if expected == got {
            passed += 1
          } else {
            let name = "\(file.lastPathComponent), \(test["description"] ?? ""), \(state)"
            failures.append("\(name)\n  expected \(expected)\n  got      \(got)")
          }
        }
      }
    }
    print("tokenizer: \(passed) of \(passed + failures.count)")
    #expect(failures.isEmpty, "\(failures.prefix(20).joined(separator: "\n"))")
    #expect(passed >= 7036)
  }

  private static func run(
    _ test: [String: Any], state: String, coerces: Bool
  ) -> ([String], [String]) {
    let isEscaped = test["doubleEscaped"] as? Bool ?? false
    func text(_ value: Any?) -> String {
      let string = value as? String ?? ""
      return isEscaped ? unescaped(string) : string
    }
    var expected: [String] = []
    for case let token as [Any] in test["output"] as? [Any] ?? [] {
      switch token.first as? String {
      case "StartTag":
        let attributes = (token[2] as? [String: Any] ?? [:])
          .map { "\(text($0))=\(text($1))" }.sorted()
        expected.append("<\(text(token[1])) \(attributes)\(token.count > 3 ? "/" : "")>")
      case "EndTag": expected.append("</\(text(token[1]))>")
      case "Comment": expected.append("<!--\(text(token[1]))-->")
      case "Character": expected.append("'\(text(token[1]))'")
      case "DOCTYPE":
        let parts = token[1...3].map { $0 is NSNull ? "-" : "\"\(text($0))\"" }
        let quirks = token[4] as? Bool ?? false ? "" : " quirks"
        expected.append("<!DOCTYPE \(parts.joined(separator: " "))\(quirks)>")
      default: expected.append("?")
      }
    }
    let got = tokens(
      Array(text(test["input"]).utf8), state: state, last: test["lastStartTag"] as? String,
      coerces: coerces)
    return (expected, got)
  }

  /// Lone surrogates have no UTF-8; they come as U+FFFD, on both sides.
  private static func unescaped(_ string: String) -> String {
    var units: [UInt16] = []
    var rest = Substring(string)
    while let character = rest.popFirst() {
      let digits = rest.dropFirst().prefix(4)
      if character == "\\", rest.first == "u", digits.count == 4,
        let unit = UInt16(digits, radix: 16)
      {
        units.append(unit)
        rest = rest.dropFirst(5)
      } else {
        units.append(contentsOf: String(character).utf16)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func tokens(
    _ bytes: [UInt8], state: String, last: String?, coerces: Bool
  ) -> [String] {
    bytes.withUnsafeBufferPointer { source in
      let survey = SourceSurvey(source)
      var lexer = Tokenizer(
        source, from: 0, isDirty: survey.hasNUL || !survey.isWellFormed)
      lexer.content = states[state] ?? .data
      if let last {
        let name = Array(last.utf8)
        lexer.lastStartTag = name.withUnsafeBufferPointer { lexer.names.intern($0, 0, $0.count) }
      }
      let drawing = TokenDrawing(source: source, coerces: coerces)
      var tokens: [String] = []
      var text = ""
      while true {
        let kind = lexer.next()
        if kind == .text {
          text += drawing.text(lexer)
          continue
        }
        if !text.isEmpty { tokens.append("'\(text)'") }
        text = ""
        guard kind != .endOfFile else { return tokens }
        tokens.append(drawing.token(kind, lexer))
      }
    }
  }

  private static let states: [String: ContentModel] = [
    "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata,
    "RAWTEXT state": .rawText, "Script data state": .script, "CDATA section state": .cdata,
  ]
}

/// Tokens as the suite writes them, with the coercions of its XML cases where asked for: they are
/// a consumer's work, not the tokenizer's.
private struct TokenDrawing {
  let source: UnsafeBufferPointer<UInt8>
  let coerces: Bool

  func text(_ lexer: borrowing Tokenizer) -> String {
    let text = decoded(
      lexer.start..<lexer.stop, lexer.isLiteral ? .none : .text, keepsNUL: !lexer.replacesNUL)
    return coerces ? text.replacing("\u{0C}", with: " ") : text
  }

  func token(_ kind: TokenKind, _ lexer: borrowing Tokenizer) -> String {
    let name = String(decoding: lexer.names.bytes(of: lexer.name), as: UTF8.self)
    switch kind {
    case .startTag:
      var attributes: [String] = []
      for attribute in lexer.attributes[lexer.firstAttribute...] {
        let name = String(decoding: lexer.names.bytes(of: attribute.name), as: UTF8.self)
        let value = decoded(Int(attribute.valueStart)..<Int(attribute.valueStop), .attribute)
        attributes.append("\(name)=\(value)")
      }
      return "<\(name) \(attributes.sorted())\(lexer.isSelfClosing ? "/" : "")>"
    case .endTag:
      return "</\(name)>"
    case .comment:
      let data = decoded(lexer.dataStart..<lexer.dataStop, .none)
      return "<!--\(coerces ? data.replacing("--", with: "- -") : data)-->"
    default:
      return doctype(lexer.doctype)
    }
  }

  private func doctype(_ doctype: DoctypeRecord) -> String {
    let name = doctype.name.map { range in
      decoded(range, .none).map { $0.isASCII ? $0.lowercased() : String($0) }.joined()
    }
    let ids = [doctype.publicID, doctype.systemID].map { id in id.map { decoded($0, .none) } }
    let parts = ([name] + ids).map { $0.map { "\"\($0)\"" } ?? "-" }
    return "<!DOCTYPE \(parts.joined(separator: " "))\(doctype.forcesQuirks ? " quirks" : "")>"
  }

  private func decoded(
    _ range: Range<Int>, _ references: PieceReader.References, keepsNUL: Bool = false
  ) -> String {
    var reader = PieceReader(
      source, range.lowerBound, range.upperBound, references: references, keepsNUL: keepsNUL)
    var bytes: [UInt8] = []
    while let piece = reader.next() { piece.append(to: &bytes, from: source) }
    let text = String(decoding: bytes, as: UTF8.self)
    return coerces ? text.replacingOccurrences(of: "\u{FFFF}", with: "\u{FFFD}") : text
  }
}
