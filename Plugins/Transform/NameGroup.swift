import PressModel

/// The facts of several documents that are taken to be about one person or body.
struct NameGroup {
  /// How often each spelling is the name of a fact, in how many documents.
  private(set) var spellings: [String: Int] = [:]
  /// Offices and short forms as printed, in the order in which they were found.
  private(set) var labels: [String] = []
  /// The dates of the documents that print a label; those without a date of issue are left out.
  private(set) var dates: [String: [String]] = [:]
  private(set) var affiliation: String?
  /// Identifiers of documents and of facts, in the order of the documents.
  private(set) var documents: [String] = []
  private(set) var facts: [String] = []
  private(set) var mentions = 0
  private var knownDocuments: Set<String> = []

  mutating func add(
    _ name: String, labels printed: [String], affiliation body: String? = nil, mentions count: Int,
    fact: String, of document: Document
  ) {
    spellings[name, default: 0] += 1
    for label in printed {
      if dates[label] == nil { labels.append(label) }
      let day = document.metadata.published.map { [String($0.prefix(10))] } ?? []
      dates[label, default: []] += day
    }
    affiliation = affiliation ?? body
    if knownDocuments.insert(document.id).inserted { documents.append(document.id) }
    facts.append(fact)
    mentions += count
  }

  mutating func add(_ other: NameGroup) {
    for (name, count) in other.spellings { spellings[name, default: 0] += count }
    for label in other.labels {
      if dates[label] == nil { labels.append(label) }
      dates[label, default: []] += other.dates[label] ?? []
    }
    affiliation = affiliation ?? other.affiliation
    for document in other.documents where knownDocuments.insert(document).inserted {
      documents.append(document)
    }
    facts += other.facts
    mentions += other.mentions
  }

  /// The spellings, the best first: by `weight`, then in small letters where there are both, then
  /// the most frequent, then in the order of their bytes.
  func names(by weight: (String) -> Int) -> [String] {
    let ranked = spellings.map { name, count in
      (name: name, rank: (weight(name), name.utf8.contains { $0 >= 0x61 } ? 1 : 0, count))
    }
    return ranked.sorted {
      $0.rank != $1.rank
        ? $0.rank > $1.rank : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }.map(\.name)
  }

  /// A label behind the days of the documents that print it: "2009-01-06/2010-03-02: Senator".
  func dated(_ label: String) -> String? {
    guard let days = dates[label], let first = days.min(), let last = days.max() else { return nil }
    return (first == last ? first : "\(first)/\(last)") + ": \(label)"
  }
}
