import Testing

@testable import PressPipeline

/// What libyaml reads and YAML 1.2 does not allow or reads otherwise.
struct LayoutCheckTests {
  @Test(arguments: [
    ("a: [b]#c", 1, 7), ("a: [b,#c\n  d]", 1, 7), ("a: \"b\"#c", 1, 7), ("a: >#c\n  b", 1, 5),
    ("%YAML 1.2#c\n---\na: b", 1, 10), ("a: {?b: c}", 1, 5), ("[?a]", 1, 2), ("[a, -]", 1, 5),
    ("a: [b,\nc]", 2, 1), ("a: \"b\nc\"", 2, 1), ("a: 'b\n\tc'", 2, 1), ("- [\n\tb]", 2, 1),
    ("a:\n|\n  b", 2, 1), ("-\n>+\n  b", 2, 1), ("a: >\n \n  \n # b\n", 3, 1),
    ("- \"a\n# b\"", 2, 1),
  ])
  func isRefused(_ text: String, _ line: Int, _ column: Int) {
    let found = compose(text).1
    #expect(found.map(\.code) == [.syntax])
    #expect(found.first?.place.line == line)
    #expect(found.first?.place.column == column)
  }

  @Test(arguments: [
    "a: [b] #c", "a: b#c", "a: [\n  b\n]", "a: {\n  b: c,\n}", "- [\n  b\n  ]", "a: [ # c\n  b]",
    "a: |  # c\n  b\n", "a: |2\n   b", "a: |\n\n   \nb: c", "[a-, -b]", "a: \"b\n\n c\"",
    "a: ?b", "- |\n# c\n- d", "a: [b,\n# c\n  d]", "a: 'b\n  # c'", "\"b\nc\"", "- - [a,\n    b]",
  ])
  func isRead(_ text: String) {
    let found = compose(text).1
    #expect(found.isEmpty, "\(found.map { $0.rendered() })")
  }
}
