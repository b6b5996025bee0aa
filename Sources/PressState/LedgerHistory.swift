internal import GRDB

/// What the ledger knows of the packs that a new one is held against.
extension Ledger {
  /// The newest run of a pipeline that made a pack with this list of checksums, whether or not it
  /// came to its end.
  public func run(of pipeline: String, sums: String) throws(StateError) -> RunRow? {
    try runs(where: "pipeline = ? AND sums = ? ORDER BY id DESC LIMIT 1", [pipeline, sums]).first
  }

  /// Of some origins, those that earlier packs in other folders held, each with its rows of the
  /// newest run that packed it and that run's number. `last`: look at the newest such run alone.
  public func packed(
    _ pipeline: String, origins: [String], outside target: String, last: Bool
  ) throws(StateError) -> [(run: Int64, item: ItemRow)] {
    try read { database in
      let runs = "SELECT id FROM runs WHERE pipeline = ? AND outcome = 'published' AND target <> ?"
      let among = last ? "= (\(runs) ORDER BY id DESC LIMIT 1)" : "IN (\(runs))"
      let list = try database.makeStatement(
        sql: """
          WITH held AS (
            SELECT run, position, origin, document, sha256 FROM items
            WHERE run \(among) AND fate = 'packed'
              AND origin IN (SELECT value FROM json_each(?)))
          SELECT run, origin, document, sha256 FROM held
          WHERE run = (SELECT max(run) FROM held AS other WHERE other.origin = held.origin)
          ORDER BY origin, position
          """)
      let names = String(decoding: Self.array(of: origins), as: UTF8.self)
      return try Row.fetchAll(list, arguments: [pipeline, target, names]).map { row in
        let item = ItemRow(
          origin: row[1], document: row[2], sha256: row[3], fate: "packed", stage: nil, detail: nil)
        return (row[0], item)
      }
    }
  }

  /// Removes the lines of items of runs that began before a moment, where a later pack of the
  /// pipeline lists the same item with the same bytes; runs and their counts stay. Returns how many
  /// lines went. Nothing that later runs ask for is lost.
  public func compact(before moment: String) throws(StateError) -> Int {
    let count = try write { database in
      try database.execute(
        sql: """
          CREATE TEMP TABLE newest AS
            SELECT pipeline, origin, sha256, max(run) AS run FROM items JOIN runs ON runs.id = run
            WHERE outcome = 'published' GROUP BY pipeline, origin, sha256
          """)
      try database.execute(sql: "CREATE INDEX newest_by ON newest (pipeline, origin, sha256)")
      try database.execute(
        sql: """
          DELETE FROM items WHERE run IN (SELECT id FROM runs WHERE started < ?)
            AND run < (
              SELECT newest.run FROM newest JOIN runs ON runs.pipeline = newest.pipeline
              WHERE runs.id = items.run AND newest.origin = items.origin
                AND newest.sha256 = items.sha256)
          """, arguments: [moment])
      let count = database.changesCount
      try database.execute(sql: "DROP TABLE newest")
      return count
    }
    try vacuum()
    return count
  }

  /// Texts as an array of JSON.
  private static func array(of texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0..<0x20:
          let digits = Array("0123456789abcdef".utf8)
          bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    return bytes + [UInt8(ascii: "]")]
  }
}
