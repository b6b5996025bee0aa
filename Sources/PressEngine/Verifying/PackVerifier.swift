import PressModel
import PressStage

/// Checks a published pack against its own words and against the raw sources that it keeps.
///
/// 1. Every file has the checksum that the pack lists.
/// 2. In `pack.json` every mention's words stand at its offsets of the document's text.
/// 3. Every stretch of that text leads to bytes of the raw source that say the same.
public struct PackVerifier: Sendable {
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
  private let jobs: Int

  /// `jobs`: how many documents are looked at once.
  public init(folder: String, jobs: Int = 1) {
    self.folder = folder
    self.jobs = jobs
  }

  /// Throws where there is no pack to check.
  public func verify() throws(DiskError) -> Report {
    let bytes = try Disk.read(Path.join(folder, "pack.json"))
    let sums = Checksums(parsing: try Disk.read(Path.join(folder, Checksums.file)))
    var report = Report()
    var hashes: [String: String] = [:]
    do throws(JSONSyntaxError) {
      let slices = try PackSlices(bytes)
      let corrections = CorrectionCheck(slices.rest["corrected"])
      if slices.documents == nil {
        report.faults.append(Fault(subject: "pack.json", reason: "it has no list of documents"))
      }
      let ranges = slices.documents ?? []
      let parts = parallelMap(ranges.count, width: jobs, stretch: 16) { numbers in
        PackPart(folder: folder, sums: sums, corrections: corrections)
          .checked(bytes, ranges[numbers], from: numbers.lowerBound)
      }
      for part in parts {
        report.add(part.report)
        hashes.merge(part.hashes) { first, _ in first }
      }
      report.faults += corrections.faults(ids: Set(parts.flatMap(\.ids))) { hash in
        sums?.hashes["sources/\(hash)"].flatMap { _ in
          try? Disk.read(Path.join(folder, "sources/\(hash)"))
        }
      }
    } catch {
      report.faults.append(Fault(subject: "pack.json", reason: "\(error)"))
    }
    report.faults += try FileCheck(
      folder: folder, jobs: jobs, hashes: hashes, bytes: ["pack.json": bytes]
    ).faults(sums)
    return report
  }

  /// What does not hold in one document, as `DocumentJSON` writes it, against its raw bytes.
  public static func faults(of document: JSONValue, source: [UInt8]) -> [Fault] {
    let id = document["id"]?.string ?? "document"
    return DocumentCheck(of: document, id, source)?.faults
      ?? [Fault(subject: id, reason: DocumentCheck.noText)]
  }
}

extension PackVerifier.Report {
  fileprivate mutating func add(_ other: PackVerifier.Report) {
    documents += other.documents
    facts += other.facts
    mentions += other.mentions
    unproven += other.unproven
    extracted += other.extracted
    faults += other.faults
  }
}

/// The documents of a pack that one thread checks.
private struct PackPart {
  typealias Fault = PackVerifier.Fault

  let folder: String
  let sums: Checksums?
  let corrections: CorrectionCheck
  private(set) var ids: [String] = []
  /// Of the sources that were read.
  private(set) var hashes: [String: String] = [:]
  private(set) var report = PackVerifier.Report()

  init(folder: String, sums: Checksums?, corrections: CorrectionCheck) {
    self.folder = folder
    self.sums = sums
    self.corrections = corrections
  }

  /// Documents that stand in `pack.json` at some ranges; `from`: the number of the first.
  consuming func checked(
    _ bytes: [UInt8], _ ranges: ArraySlice<Range<Int>>, from number: Int
  ) -> PackPart {
    for (offset, range) in ranges.enumerated() {
      do throws(JSONSyntaxError) {
        check(try JSONValue(parsing: Array(bytes[range])), number + offset + 1)
      } catch {
        report.faults.append(
          Fault(subject: "pack.json", reason: "from byte \(range.lowerBound): \(error)"))
      }
    }
    return self
  }

  private mutating func check(_ value: JSONValue, _ number: Int) {
    report.documents += 1
    let id = value["id"]?.string ?? "document \(number)"
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
    ids.append(id)
    report.faults += corrections.faults(
      in: check.text, of: id, sha256: value["source"]?["sha256"]?.string ?? "")
  }

  /// The raw bytes; nil, with a fault, where the pack has not kept them or they have changed.
  private mutating func readSource(of document: JSONValue, _ id: String) -> [UInt8]? {
    guard let hash = document["source"]?["sha256"]?.string else {
      report.faults.append(Fault(subject: id, reason: "the hash of its source is missing"))
      return nil
    }
    let file = "sources/\(hash)"
    if let sums, sums.hashes[file] == nil {
      report.unproven += 1
      return nil
    }
    guard let bytes = try? Disk.read(Path.join(folder, file)) else {
      report.faults.append(
        Fault(subject: id, reason: "its source '\(file)' is missing from the pack"))
      return nil
    }
    let found = sha256(bytes)
    hashes[file] = found
    if found != hash {
      report.faults.append(
        Fault(subject: id, reason: "its source '\(file)' has other bytes than it had"))
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
