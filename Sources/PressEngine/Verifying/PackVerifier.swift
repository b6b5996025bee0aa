import PressModel
import PressStage

/// Checks a published pack against its own words and against the raw sources that it keeps.
///
/// 1. Every file has the checksum that the pack lists.
/// 2. In `pack.json` every mention's words stand at its offsets of the document's text.
/// 3. Every stretch of that text leads to bytes of the raw source that say the same.
public struct PackVerifier {
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// What does not hold: a fact's identifier, a document's, or a file's name.
    public var subject: String
    /// In a lower-case sentence.
    public var reason: String

    public var description: String { "\(subject): \(reason)" }
  }

  /// What was looked at, and what does not hold.
  public struct Report: Sendable {
    public var documents = 0
    public var facts = 0
    public var mentions = 0
    /// Documents whose raw bytes the pack was told not to keep: their text was not checked against
    /// the source.
    public var unproven = 0
    /// Documents of which words were taken out of a binary format: they were checked against the
    /// text alone, and the source's bytes for being the same.
    public var extracted = 0
    public var faults: [Fault] = []
  }

  private let folder: String
  private var report = Report()
  private var sums: Checksums?

  public init(folder: String) {
    self.folder = folder
  }

  /// Throws where there is no pack to check.
  public consuming func verify() throws(DiskError) -> Report {
    let bytes = try Disk.read(Path.join(folder, "pack.json"))
    sums = Checksums(parsing: try Disk.read(Path.join(folder, Checksums.file)))
    do throws(JSONSyntaxError) {
      let pack = try JSONValue(parsing: bytes)
      for document in pack["documents"]?.array ?? [] { check(document) }
      if pack["documents"]?.array == nil {
        report.faults.append(Fault(subject: "pack.json", reason: "it has no list of documents"))
      }
    } catch {
      report.faults.append(Fault(subject: "pack.json", reason: "\(error)"))
    }
    try checkSums()
    return report
  }

  private mutating func checkSums() throws(DiskError) {
    guard let sums else {
      report.faults.append(
        Fault(subject: Checksums.file, reason: "it is no list of checksums"))
      return
    }
    for (file, hash) in sums.hashes.sorted(by: { $0.key < $1.key }) {
      guard Disk.exists(Path.join(folder, file)) else {
        report.faults.append(Fault(subject: file, reason: "the file is missing"))
        continue
      }
      if sha256(try Disk.read(Path.join(folder, file))) != hash {
        report.faults.append(
          Fault(subject: file, reason: "the file has changed since it was published"))
      }
    }
    for file in try Disk.files(below: folder)
    where file != Checksums.file && sums.hashes[file] == nil {
      report.faults.append(Fault(subject: file, reason: "the file is none of the pack's"))
    }
  }

  private mutating func check(_ value: JSONValue) {
    report.documents += 1
    let id = value["id"]?.string ?? "document \(report.documents)"
    guard let check = DocumentCheck(of: value, id, readSource(of: value, id)) else {
      report.faults.append(Fault(subject: id, reason: DocumentCheck.noText))
      return
    }
    if check.source != nil, check.map.isExtracted(Span(0, check.text.count)) {
      report.extracted += 1
    }
    report.facts += check.facts
    report.mentions += check.mentions
    report.faults += check.faults
  }

  /// What does not hold in one document, as `DocumentJSON` writes it, against its raw bytes.
  public static func faults(of document: JSONValue, source: [UInt8]) -> [Fault] {
    let id = document["id"]?.string ?? "document"
    return DocumentCheck(of: document, id, source)?.faults
      ?? [Fault(subject: id, reason: DocumentCheck.noText)]
  }

  /// The raw bytes; nil, with a fault, where the pack has not kept them or they have changed.
  private mutating func readSource(of document: JSONValue, _ id: String) -> [UInt8]? {
    guard let hash = document["source"]?["sha256"]?.string else {
      report.faults.append(Fault(subject: id, reason: "the hash of its source is missing"))
      return nil
    }
    if let sums, sums.hashes["sources/\(hash)"] == nil {
      report.unproven += 1
      return nil
    }
    guard let bytes = try? Disk.read(Path.join(folder, "sources/\(hash)")) else {
      report.faults.append(
        Fault(subject: id, reason: "its source 'sources/\(hash)' is missing from the pack"))
      return nil
    }
    if sha256(bytes) != hash {
      report.faults.append(
        Fault(subject: id, reason: "its source 'sources/\(hash)' has other bytes than it had"))
    }
    return bytes
  }
}

extension SourceMap {
  /// Reads the map as `DocumentJSON` writes it; nil where it does not cover the text.
  init?(json: JSONValue?, _ text: String) {
    let offsets = ScalarOffsets(Text(text))
    var pieces: [Piece] = []
    for row in json?.array ?? [] {
      let numbers = (row.array ?? []).compactMap(\.integer)
      guard numbers.count == 5, let start = offsets.byte(numbers[0]),
        let end = offsets.byte(numbers[1]), Rule.allCases.indices.contains(numbers[4]),
        start == pieces.last?.text.end ?? 0, end >= start, numbers[2] >= 0,
        numbers[3] >= numbers[2]
      else { return nil }
      let rule = Rule.allCases[numbers[4]]
      let source = Span(numbers[2], numbers[3])
      pieces.append(Piece(text: Span(start, end), source: source, rule: rule))
    }
    guard pieces.last?.text.end ?? 0 == text.utf8.count else { return nil }
    self.init(pieces: pieces)
  }
}
