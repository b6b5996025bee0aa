/// Which documents of two packs are one document: by identifier, else by where they are from, else
/// by their bytes, else by a name that only one of either side has.
struct DocumentPairing {
  typealias Entry = PublishedPack.Entry

  private(set) var pairs: [(old: Entry, new: Entry)] = []
  private(set) var gone: [Entry]
  private(set) var new: [Entry]

  init(_ old: [Entry], _ new: [Entry]) {
    gone = old
    self.new = new
    pair { $0.id }
    pair { $0.origin }
    pair { $0.sha256 }
    pair(onlyUnique: true) { Self.stem($0.id) + "\n" + ($0.title ?? "") }
  }

  /// Those of one key, in the order in which they stand.
  private mutating func pair(onlyUnique: Bool = false, by key: (Entry) -> String) {
    guard !gone.isEmpty, !new.isEmpty else { return }
    let waiting = Dictionary(grouping: gone, by: key)
    let arrived = Dictionary(grouping: new, by: key)
    func isPaired(_ entry: Entry, _ index: Int) -> Bool {
      let key = key(entry)
      guard !key.isEmpty, let left = waiting[key], let right = arrived[key] else { return false }
      return onlyUnique
        ? left.count == 1 && right.count == 1 : index < min(left.count, right.count)
    }
    var seen: [String: Int] = [:]
    func number(_ entry: Entry) -> Int {
      defer { seen[key(entry), default: 0] += 1 }
      return seen[key(entry), default: 0]
    }
    var kept: [Entry] = []
    for entry in gone {
      let index = number(entry)
      if isPaired(entry, index), let other = arrived[key(entry)]?[index] {
        pairs.append((entry, other))
      } else {
        kept.append(entry)
      }
    }
    seen = [:]
    new = new.filter { !isPaired($0, number($0)) }
    gone = kept
  }

  /// An identifier without the digits that stand for place and bytes.
  private static func stem(_ id: String) -> String {
    id.lastIndex(of: "-").map { String(id[..<$0]) } ?? id
  }
}
