import PressModel
import PressText

/// A text with the names that people, or agreeing programs, labelled in it.
public struct LabelledText: Sendable {
  /// The file that it comes from, without its ending.
  public var set: String
  public var text: String
  /// Byte ranges.
  public var names: [(range: Range<Int>, kind: NameKind)]

  /// Joins the tokens of sentences to a text as it was printed: no space before a full stop or behind
  /// an opening bracket; a sentence that ends in no mark ends its line.
  init(set: String, sentences: [[(word: String, label: String)]], isByLine: Bool) {
    self.set = set
    text = ""
    names = []
    var size = 0
    func put(_ part: String) {
      text += part
      size += part.utf8.count
    }
    for sentence in sentences {
      if let last = text.last { put(isByLine || !".!?\"”:)".contains(last) ? "\n" : " ") }
      var isQuoted = false
      var isGlued = true
      var open: (range: Range<Int>, label: Substring)?
      for (index, (word, label)) in sentence.enumerated() {
        var hasSpace = !isGlued && !LabelledText.closes(word)
        isGlued = LabelledText.opening.contains(word)
        if word == "\"" {
          if isQuoted { hasSpace = false } else { isGlued = true }
          isQuoted.toggle()
        } else if word == "-" || word == "/", index > 0, index + 1 < sentence.count,
          sentence[index - 1].word.last?.isLetterOrDigit == true,
          sentence[index + 1].word.first?.isLetterOrDigit == true
        {
          hasSpace = false
          isGlued = true
        }
        if hasSpace, index > 0 { put(" ") }
        let start = size
        put(word)
        let kind = label.dropFirst(2)
        if label.hasPrefix("I"), let name = open, name.label == kind {
          open?.range = name.range.lowerBound..<size
        } else {
          close(&open)
          if kind != "" { open = (start..<size, kind) }
        }
      }
      close(&open)
    }
  }

  private mutating func close(_ open: inout (range: Range<Int>, label: Substring)?) {
    if let name = open, let kind = LabelledText.kinds[String(name.label)] {
      let bytes = Array(text.utf8)[name.range]
      var start = name.range.lowerBound
      for article in ["the ", "The ", "a ", "A ", "an ", "An "]
      where bytes.starts(with: article.utf8) {
        start += article.utf8.count
      }
      if start < name.range.upperBound { names.append((start..<name.range.upperBound, kind)) }
    }
    open = nil
  }

  private static let kinds: [String: NameKind] = [
    "PER": .person, "ORG": .organization, "LOC": .place,
  ]
  private static let opening: Set<String> = ["(", "[", "{", "“", "‘", "$", "£", "€", "#"]
  private static let endings: Set<String> = [
    "'s", "’s", "'S", "’S", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m", "'t",
    "’t", "n't", "n’t", "'", "’",
  ]

  private static func closes(_ word: String) -> Bool {
    endings.contains(word) || word.allSatisfy { ".,;:!?%)]}”’…".contains($0) }
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

/// Reads texts in which each line holds a word, a tab and its label (`B-PER`, `I-ORG`, `O`), a blank
/// line ends a sentence, and a line `# doc NAME` begins a document.
public enum LabelledFile {
  /// - Parameter set: the name of the file without its ending. Sentences of `wnut17` are messages of
  ///   their own, a line each; a file that names no documents is cut after every 40 sentences.
  public static func read(_ content: String, set: String) -> [LabelledText] {
    var documents: [[[(word: String, label: String)]]] = []
    var sentence: [(word: String, label: String)] = []
    var isNamed = false
    var document: [[(word: String, label: String)]] = []
    func endSentence() {
      if !sentence.isEmpty { document.append(sentence) }
      sentence = []
    }
    func endDocument() {
      endSentence()
      if !document.isEmpty { documents.append(document) }
      document = []
    }
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# doc") {
        isNamed = true
        endDocument()
      } else if line.isEmpty {
        endSentence()
        if !isNamed, document.count == 40 { endDocument() }
      } else if let tab = line.lastIndex(of: "\t") {
        sentence.append((String(line[..<tab]), String(line[line.index(after: tab)...])))
      }
    }
    endDocument()
    return documents.map { LabelledText(set: set, sentences: $0, isByLine: set == "wnut17") }
  }
}
