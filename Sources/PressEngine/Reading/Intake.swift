public import PressModel
public import PressStage

/// Why an item did not become a document.
public struct ItemFailure: Error, Hashable, CustomStringConvertible {
  /// The YAML name of the stage, or `sources`.
  public var stage: String
  public var reason: String
  /// What was known by then of a document that is under embargo.
  var metadata: Metadata?

  /// The stage of items whose bytes could not be had.
  public static let sources = "sources"

  public var description: String { "\(stage): \(reason)" }

  public init(stage: String, reason: String) {
    self.stage = stage
    self.reason = reason
  }
}

/// Turns one raw item into a document with its facts: chooses the reader, runs the extractors, and
/// checks every span before it is believed.
public struct Intake: Sendable {
  /// How a reader is chosen among those that can read some bytes.
  public enum Choice: Sendable {
    /// The first in the list: a pipeline's author decides.
    case first
    /// The one that suits best; the first in the list among equals.
    case best
  }

  public struct Step: Sendable {
    public var extractor: any Extractor
    public var onError: OnError

    public init(_ extractor: any Extractor, onError: OnError = .quarantine) {
      self.extractor = extractor
      self.onError = onError
    }
  }

  /// What an extractor's failure does to the document.
  public enum OnError: Hashable, Sendable {
    case fail
    case quarantine
    /// The document is filtered out, for this reason.
    case drop(reason: String)
  }

  public enum Outcome: Sendable {
    case document(Document)
    case quarantined(ItemFailure)
    /// The document is left out by a rule of the pipeline.
    case filtered(Document, rule: String)
    /// The whole run must stop.
    case failed(ItemFailure)
  }

  private let readers: [any Reader]
  private let steps: [Step]
  private let choice: Choice

  public init(readers: [any Reader], steps: [Step], choice: Choice) {
    self.readers = readers
    self.steps = steps
    self.choice = choice
  }

  /// Reads one item whose bytes are there. `raw.path` is the path that the document will name.
  public func take(_ raw: RawBytes) -> Outcome {
    var builder = DocumentBuilder(source: raw.bytes, context: .engine)
    return take(raw, &builder)
  }

  /// The same, and what became of each block of the source.
  public func explain(_ raw: RawBytes) -> (Outcome, [BlockDecision]) {
    var builder = DocumentBuilder(source: raw.bytes, context: .engine)
    builder.explains = true
    let outcome = take(raw, &builder)
    return (outcome, builder.decisions)
  }

  private func take(_ raw: RawBytes, _ builder: inout DocumentBuilder) -> Outcome {
    do throws(ItemFailure) {
      let reader = try read(raw, into: &builder)
      var document = document(raw, from: builder, reader)
      let workspace = Workspace()
      for step in steps {
        do throws(ItemFailure) {
          try run(step.extractor, on: &document, raw.bytes, workspace)
        } catch {
          switch step.onError {
          case .fail: return .failed(error)
          case .quarantine:
            var failure = error
            if document.metadata.evidence["embargo"] != nil || document.metadata.embargo != nil {
              failure.metadata = document.metadata
            }
            return .quarantined(failure)
          case .drop(let reason): return .filtered(document, rule: reason)
          }
        }
      }
      return .document(document)
    } catch {
      return .quarantined(error)
    }
  }

  /// Returns the name of the reader that was chosen.
  private func read(
    _ raw: RawBytes, into builder: inout DocumentBuilder
  ) throws(ItemFailure) -> String {
    guard let reader = chooseReader(for: raw) else {
      throw ItemFailure(
        stage: "extract",
        reason: "no reader takes these bytes (\(raw.mediaType), \(raw.bytes.count) bytes)")
    }
    let name = type(of: reader).name
    do {
      try reader.read(raw, into: &builder)
    } catch {
      throw ItemFailure(stage: name, reason: "\(error)")
    }
    return name
  }

  private func document(
    _ raw: RawBytes, from builder: DocumentBuilder, _ reader: String
  ) -> Document {
    let hash = sha256(raw.bytes)
    let source = SourceReference(
      path: raw.path, url: raw.url, mediaType: raw.mediaType, sha256: hash, bytes: raw.bytes.count)
    var document = builder.build(
      id: Self.identifier(for: raw, hash), source: source, reader: reader)
    withdrawUnprovenEvidence(of: &document, raw.bytes)
    return document
  }

  /// Evidence and links that name bytes of the source are kept only where those bytes say their
  /// words: nothing is claimed that `presswork verify` could not prove.
  private func withdrawUnprovenEvidence(of document: inout Document, _ bytes: [UInt8]) {
    let encoding = document.source.encoding
    func holds(_ words: String, _ range: Span) -> Bool {
      SourceWords.are(words, at: range, of: bytes, encoding: encoding)
    }
    for (field, evidence) in document.metadata.evidence {
      guard let range = evidence.source else { continue }
      if !holds(evidence.text, range) { document.metadata.evidence[field]?.source = nil }
    }
    document.links.removeAll { !holds($0.target, $0.source) }
  }

  private func chooseReader(for raw: RawBytes) -> (any Reader)? {
    var best: (suitability: Suitability, reader: any Reader)?
    for reader in readers {
      let suitability = reader.suitability(of: raw)
      guard suitability != .none else { continue }
      if choice == .first { return reader }
      if suitability > best?.suitability ?? .none { best = (suitability, reader) }
    }
    return best?.reader
  }

  private func run(
    _ extractor: any Extractor, on document: inout Document, _ bytes: [UInt8],
    _ workspace: Workspace
  ) throws(ItemFailure) {
    let stage = type(of: extractor)
    var findings = Findings(for: document, workspace: workspace)
    do {
      try extractor.extract(from: document, into: &findings)
    } catch {
      throw ItemFailure(stage: stage.name, reason: "\(error)")
    }
    for kind in stage.kinds { document.facts.declare(kind) }
    var check = FactCheck(document.text, source: (bytes, document.source.encoding))
    for fact in findings.facts {
      if let fault = check.fault(in: fact) {
        throw ItemFailure(stage: stage.name, reason: fault)
      }
      document.facts.append(fact)
    }
    if let span = findings.sentences.first(where: { !document.text.holds($0) }) {
      throw ItemFailure(
        stage: stage.name, reason: "a sentence at \(span.start)..<\(span.end) is not in the text")
    }
    for (field, evidence) in findings.metadata.evidence.sorted(by: { $0.key < $1.key }) {
      guard let span = evidence.span else { continue }
      let mention = Mention(span: span, text: evidence.text)
      if let fault = FactCheck.fault(in: mention, of: document.text) {
        throw ItemFailure(stage: stage.name, reason: "evidence of \(field): \(fault)")
      }
    }
    document.sentences = findings.sentences
    document.metadata = findings.metadata
  }

  /// The name of the file and twelve hexadecimal digits that stand for where it is from and what is
  /// in it.
  static func identifier(for raw: RawBytes, _ hash: String) -> String {
    let origin = raw.url ?? raw.path ?? ""
    let mark = sha256(Array("\(origin)\n\(hash)".utf8)).prefix(12)
    let file = Path.name(of: origin)
    let stem = file.lastIndex(of: ".").map { $0 > file.startIndex ? file[..<$0] : file[...] }
    var slug = ""
    for character in (stem ?? file[...]).lowercased().unicodeScalars {
      let isPlain = character.isASCII && character.properties.isAlphabetic
      if isPlain || ("0"..."9").contains(character) {
        slug.unicodeScalars.append(character)
      } else if !slug.hasSuffix("-"), !slug.isEmpty {
        slug.append("-")
      }
      if slug.utf8.count >= 60 { break }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? String(mark) : "\(slug)-\(mark)"
  }
}
