import Extract

/// The candidates for a page's title, day of issue and author, for `fit_head.py`.
struct HeadFeatures: Encodable {
  struct Candidate: Encodable {
    var texts: [String]
    var features: [String]
    var row: [Int32]
  }

  var id: String
  /// The names of the numbers of a title's row.
  var titleNumbers = PageHeadSample.titleNumbers
  var title: [Candidate]
  var date: [Candidate]
  var author: [Candidate]

  init(_ id: String, _ bytes: [UInt8]) throws {
    self.id = id
    let sample = try PageHeadSample(ofPage: bytes)
    func list(_ field: String) -> [Candidate] {
      (sample.candidates[field] ?? []).map {
        Candidate(texts: $0.texts, features: $0.features, row: $0.row)
      }
    }
    title = list("title")
    date = list("date")
    author = list("author")
  }
}
