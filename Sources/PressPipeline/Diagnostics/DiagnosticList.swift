import PressStage

/// The problems of one file, while it is checked.
struct DiagnosticList {
  /// How many problems of a file are shown.
  static let limit = 500
  /// How many are kept while a file is read; the rest is counted.
  private static let capacity = 10_000

  private let file: String
  private let source: SourceText
  private var found: [Diagnostic] = []
  private var surplus = 0
  private var lines: [Int: String] = [:]

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  /// Whether further problems are only counted, so that nothing need be worked out for them.
  var isFull: Bool { found.count >= Self.capacity }

  mutating func add(
    _ code: DiagnosticCode, at place: Place, _ message: String, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    guard !isFull else {
      surplus += 1
      return
    }
    var line = lines[place.line]
    if line == nil {
      line = source.line(place.line)
      lines[place.line] = line
    }
    found.append(
      Diagnostic(
        code, file: file, at: place, shortened(message, 300), suggestion: hint, notes: notes,
        sourceLine: line))
  }

  /// The problems in the order of the file, none twice, and none of `unknown` places but why
  /// they are unknown.
  func sorted(without unknown: Set<Place> = []) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in found.sorted() where diagnostic != result.last {
      let follows = !diagnostic.code.explainsUnknown && unknown.contains(diagnostic.place.point)
      if !follows { result.append(diagnostic) }
    }
    let more = result.count - Self.limit
    guard more > 0 else { return result }
    result.removeLast(more)
    result[Self.limit - 1].notes.append(.init("and \(more + surplus) more problems"))
    return result
  }
}

/// A value for a message: its start where it is long.
func shortened(_ text: String, _ limit: Int = 60) -> String {
  guard text.unicodeScalars.count > limit else { return text }
  var start = String.UnicodeScalarView()
  start.append(contentsOf: text.unicodeScalars.prefix(limit - 1))
  return String(start) + "…"
}
