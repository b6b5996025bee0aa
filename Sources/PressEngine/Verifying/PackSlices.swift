import PressStage

/// Where the documents stand in a `pack.json` whose every other byte is JSON, so that the documents
/// can be read apart from each other.
struct PackSlices {
  /// Nil where there is no list of documents, or more than one.
  let documents: [Range<Int>]?
  /// All else, with a number in the place of each document.
  let rest: JSONValue

  init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    let lists = JSONSlices.members(of: bytes, bytes.indices).filter { $0.key == "documents" }
    guard lists.count == 1, let list = lists.first?.value else {
      rest = try JSONValue(parsing: bytes)
      documents = nil
      return
    }
    let ranges = JSONSlices.elements(of: bytes, list)
    // It must be JSON with as many numbers as there are documents.
    var rest: [UInt8] = []
    var end = 0
    for range in ranges {
      rest += bytes[end..<range.lowerBound]
      rest.append(UInt8(ascii: "0"))
      end = range.upperBound
    }
    rest += bytes[end...]
    self.rest = try JSONValue(parsing: rest)
    let same = (self.rest.members ?? []).filter { $0.key == "documents" }
    documents = same.count == 1 && same[0].value.array?.count == ranges.count ? ranges : nil
  }
}
