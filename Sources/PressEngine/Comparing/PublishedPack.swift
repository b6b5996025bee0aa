import PressModel
import PressStage

/// A published pack as it lies on the disk: what tells its documents apart is read at once, the
/// rest of a document when it is asked for.
public struct PublishedPack {
  /// What `pack.json` says of a document before its text.
  public struct Entry: Hashable, Sendable {
    public var id: String
    /// Its path or URL.
    public var origin: String
    public var sha256: String
    public var title: String?
    public var reader: String
    /// Where it stands in `pack.json`.
    var range: Range<Int>
  }

  /// Why a folder cannot be read as a pack, in a lower-case sentence.
  public struct Unreadable: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  public let folder: String
  public let pipeline: String
  public let title: String
  public let run: RunRecord
  public let entries: [Entry]
  let bytes: [UInt8]
  let tables: JSONValue
  /// How each item ended.
  let ledger: [LedgerLine]
  /// What it says was corrected since the packs before it.
  let corrections: [Correction]
  /// The hash of every file, by its path in the pack; empty where the list is missing.
  let hashes: [String: String]

  struct LedgerLine {
    var document: String
    var origin: String
    var fate: String
    var detail: String?
  }

  public init(folder: String) throws(Unreadable) {
    self.folder = folder
    do {
      bytes = try Disk.read(Path.join(folder, "pack.json"))
    } catch {
      throw Unreadable(description: error.reason)
    }
    let sums = try? Disk.read(Path.join(folder, Checksums.file))
    hashes = sums.flatMap { Checksums(parsing: $0)?.hashes } ?? [:]
    let bytes = bytes
    var values: [String: JSONValue] = [:]
    var documents: [Range<Int>] = []
    for member in JSONSlices.members(of: bytes, bytes.indices) {
      if member.key == "documents" {
        documents = JSONSlices.elements(of: bytes, member.value)
      } else {
        values[member.key] = try Self.value(bytes, member.value, folder)
      }
    }
    guard let run = values["run"] else {
      throw Unreadable(description: "'\(Path.join(folder, "pack.json"))' is no pack")
    }
    pipeline = values["pipeline"]?.string ?? ""
    title = values["title"]?.string ?? ""
    self.run = RunRecord(json: run)
    tables = values["tables"] ?? .object([])
    ledger = (values["ledger"]?.array ?? []).map { line in
      LedgerLine(
        document: line["document"]?.string ?? "", origin: line["origin"]?.string ?? "",
        fate: line["fate"]?.string ?? "", detail: line["detail"]?.string)
    }
    corrections = (values["corrected"]?.array ?? []).compactMap { Correction(json: $0) }
    var entries: [Entry] = []
    entries.reserveCapacity(documents.count)
    for range in documents { entries.append(try Self.entry(bytes, range, folder)) }
    self.entries = entries
  }

  private static func value(
    _ bytes: [UInt8], _ range: Range<Int>, _ folder: String
  ) throws(Unreadable) -> JSONValue {
    do {
      return try JSONValue(parsing: Array(bytes[range]))
    } catch {
      let file = Path.join(folder, "pack.json")
      throw Unreadable(description: "'\(file)' from byte \(range.lowerBound): \(error)")
    }
  }

  private static func entry(
    _ bytes: [UInt8], _ range: Range<Int>, _ folder: String
  ) throws(Unreadable) -> Entry {
    var head: [String: JSONValue] = [:]
    // Nothing behind the text is needed, which is most of a document.
    for member in JSONSlices.members(of: bytes, range, until: { $0 == "title" })
    where ["id", "source", "reader", "title"].contains(member.key) {
      head[member.key] = try value(bytes, member.value, folder)
    }
    guard let id = head["id"]?.string, let source = head["source"] else {
      throw Unreadable(description: "'\(Path.join(folder, "pack.json"))' has a broken document")
    }
    return Entry(
      id: id, origin: source["url"]?.string ?? source["path"]?.string ?? "",
      sha256: source["sha256"]?.string ?? "", title: head["title"]?.string,
      reader: head["reader"]?.string ?? "", range: range)
  }

  /// All of a document.
  func document(_ entry: Entry) throws(Unreadable) -> JSONValue {
    try Self.value(bytes, entry.range, folder)
  }

  /// The raw bytes of a document; nil where the pack has not kept them.
  func source(_ entry: Entry) -> [UInt8]? { source(ofHash: entry.sha256) }

  func source(ofHash hash: String) -> [UInt8]? {
    guard hash.utf8.count == 64, hash.utf8.allSatisfy({ $0 != 0x2F }) else { return nil }
    return try? Disk.read(Path.join(folder, "sources/\(hash)"))
  }

  /// The name of the pipeline that made a pack, without reading its documents.
  public static func pipeline(of folder: String) throws(DiskError) -> String? {
    let bytes = try Disk.read(Path.join(folder, "pack.json"))
    let members = JSONSlices.members(of: bytes, bytes.indices, until: { $0 == "pipeline" })
    guard let value = members.last, value.key == "pipeline" else { return nil }
    return (try? JSONValue(parsing: Array(bytes[value.value])))?.string
  }

  /// What the run of a pack was, without reading its documents.
  static func run(of folder: String) throws(DiskError) -> RunRecord? {
    let bytes = try Disk.read(Path.join(folder, "pack.json"))
    let members = JSONSlices.members(of: bytes, bytes.indices, until: { $0 == "run" })
    guard let value = members.last, value.key == "run" else { return nil }
    return (try? JSONValue(parsing: Array(bytes[value.value]))).map(RunRecord.init(json:))
  }

  /// The packs among the folders in a folder, in the order of their names, without links such as
  /// `latest`.
  public static func folders(in parent: String) -> [String] {
    let names = (try? Disk.names(in: parent)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { Path.join(parent, $0) }
      .filter { Disk.isRealFolder($0) && Disk.exists(Path.join($0, "pack.json")) }
  }
}

extension RunRecord {
  init(json: JSONValue) {
    let stages = (json["stages"]?.array ?? []).map { stage in
      StageUse(
        section: stage["section"]?.string ?? "", name: stage["use"]?.string ?? "",
        version: stage["version"]?.integer ?? 0, settings: stage["settings"]?.string ?? "",
        reads: (stage["reads"]?.array ?? []).compactMap(\.string),
        adds: (stage["adds"]?.array ?? []).compactMap(\.string))
    }
    self.init(
      presswork: json["presswork"]?.string ?? "", asOf: json["asOf"]?.string, stages: stages)
  }
}
