import PressHTML

/// What the names of a page's elements say of them (class, id, itemprop, rel and address), and the
/// elements that speak of the page, all found in one pass over the tree.
struct HTMLMarks {
  struct Kind: OptionSet {
    let rawValue: UInt32
    static let author = Kind(rawValue: 1 << 0)
    static let byline = Kind(rawValue: 1 << 1)
    static let date = Kind(rawValue: 1 << 2)
    static let published = Kind(rawValue: 1 << 3)
    static let updated = Kind(rawValue: 1 << 4)
    static let headline = Kind(rawValue: 1 << 5)
    static let breadcrumb = Kind(rawValue: 1 << 6)
    static let comment = Kind(rawValue: 1 << 7)
    static let teaser = Kind(rawValue: 1 << 8)
    static let bio = Kind(rawValue: 1 << 9)
    static let reviewer = Kind(rawValue: 1 << 10)
    static let event = Kind(rawValue: 1 << 11)
    static let relAuthor = Kind(rawValue: 1 << 12)
    static let itemAuthor = Kind(rawValue: 1 << 13)
    static let itemPublished = Kind(rawValue: 1 << 14)
    static let itemModified = Kind(rawValue: 1 << 15)
    static let authorLink = Kind(rawValue: 1 << 16)
    static let time = Kind(rawValue: 1 << 17)
    static let furniture = Kind(rawValue: 1 << 18)
    static let meta = Kind(rawValue: 1 << 19)
    static let name = Kind(rawValue: 1 << 20)

    /// Those that hold for words a few elements below.
    static let near: Kind = [
      .author, .byline, .date, .published, .updated, .headline, .reviewer, .bio, .relAuthor,
      .itemAuthor, .itemPublished, .itemModified, .authorLink, .time, .meta, .name,
    ]
    /// Those that hold for all that stands in the element.
    static let far: Kind = [.breadcrumb, .comment, .teaser, .event, .furniture]
  }

  private let tree: HTMLTree
  private var own: [Kind]
  private(set) var metas: [HTMLNode] = []
  private(set) var scripts: [HTMLNode] = []
  /// Elements that give a date in an attribute.
  private(set) var dated: [HTMLNode] = []
  private(set) var title: HTMLNode?
  /// The address of the page itself.
  private(set) var canonical: HTMLAttribute?

  init(_ tree: HTMLTree) {
    self.tree = tree
    own = [Kind](repeating: [], count: tree.nodeCount)
    tree.source.withUnsafeBufferPointer { source in
      for node in tree.descendants(of: tree.document) where tree.isElement(node) {
        take(node, tree.tag(of: node), source)
      }
    }
  }

  private mutating func take(
    _ node: HTMLNode, _ tag: HTMLTag, _ source: UnsafeBufferPointer<UInt8>
  ) {
    var kind: Kind = []
    switch tag {
    case .html, .body: return
    case .meta: metas.append(node)
    case .script: scripts.append(node)
    case .title where title == nil && tree.namespace(of: node) == .html: title = node
    case .time: kind = .time
    case .nav, .footer, .aside: kind = .furniture
    default: break
    }
    var isDated = tag == .time
    var isCanonical = false
    for attribute in tree.attributes(of: node) {
      let words = UnsafeBufferPointer(rebasing: source[attribute.range])
      switch attribute.name {
      case .class, .id: kind.formUnion(NameWords.kinds(of: words))
      case .itemprop:
        kind.formUnion(NameWords.property(words))
        isDated = isDated || !kind.isDisjoint(with: [.itemPublished, .itemModified])
      case .rel:
        if words.elementsEqual("author".utf8) { kind.insert(.relAuthor) }
        isCanonical = tag == .link && words.elementsEqual("canonical".utf8)
      case .href where tag == .a && NameWords.leadsToAuthor(words): kind.insert(.authorLink)
      default: break
      }
    }
    if isDated, tag != .meta { dated.append(node) }
    if isCanonical, canonical == nil { canonical = tree.attribute(.href, of: node) }
    own[node.position] = kind
  }

  /// The marks of the elements around a text: those of the four nearest, and those of all that say
  /// what a whole part of the page is.
  func around(_ node: HTMLNode) -> Kind {
    var result: Kind = []
    var current = tree.parent(of: node)
    var depth = 0
    while let element = current, depth < 16 {
      let marks = own[element.position]
      result.formUnion(marks.intersection(depth < 4 ? [.near, .far] : .far))
      depth += 1
      current = tree.parent(of: element)
    }
    return result
  }

  func own(_ node: HTMLNode) -> Kind { own[node.position] }

  /// The names of classes, ids and properties, read as bytes.
  private enum NameWords {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private static let table: [[(word: [UInt8], kind: Kind)]] = {
      let words: [(String, Kind)] = [
        ("author", .author), ("writer", .author), ("contributor", .author), ("reporter", .author),
        ("creator", .author), ("byline", .byline), ("attribution", .byline), ("date", .date),
        ("timestamp", .date), ("time ", .date), ("pubdate", [.date, .published]),
        ("publish", .published), ("posted", .published), ("update", .updated),
        ("modified", .updated), ("changed", .updated), ("headline", .headline),
        ("title ", .headline), ("breadcrumb", .breadcrumb), ("crumb", .breadcrumb),
        ("comment", .comment), ("disqus", .comment), ("related", .teaser),
        ("recommend", .teaser), ("teaser", .teaser), ("sidebar", .teaser), ("widget", .teaser),
        ("recent", .teaser), ("popular", .teaser), ("trending", .teaser), ("latest", .teaser),
        ("bio", .bio), ("reviewe", .reviewer), ("event", .event), ("meta ", .meta),
        ("name ", .name),
      ]
      var table = [[(word: [UInt8], kind: Kind)]](repeating: [], count: 26)
      for (word, kind) in words {
        let bytes = Array(word.utf8)
        guard let first = bytes.first else { continue }
        table[Int(first) - 0x61].append((bytes, kind))
      }
      return table
    }()

    /// Whether a word of the table starts with two letters, by 26 times the first and the second.
    private static let openings: [Bool] = {
      var openings = [Bool](repeating: false, count: 26 * 26)
      for entry in table.joined() {
        openings[Int(entry.word[0] - 0x61) * 26 + Int(entry.word[1] - 0x61)] = true
      }
      return openings
    }()

    @inline(__always)
    private static func opens(_ name: Bytes, _ offset: Int, _ count: Int) -> Bool {
      guard offset + 1 < count else { return false }
      let (first, second) = (name[offset] | 0x20, name[offset + 1] | 0x20)
      return second >= 0x61 && second <= 0x7A
        && openings[Int(first - 0x61) * 26 + Int(second - 0x61)]
    }

    /// A space at the end of a word of the table: no letter may follow.
    static func kinds(of name: Bytes) -> Kind {
      var kinds: Kind = []
      var wasLetter = false
      var wasUpper = false
      let count = min(name.count, 240)
      for offset in 0..<count {
        let byte = name[offset]
        let small = byte | 0x20
        let isLetter = small >= 0x61 && small <= 0x7A
        let isUpper = isLetter && byte < 0x61
        defer { (wasLetter, wasUpper) = (isLetter, isUpper) }
        guard isLetter, !wasLetter || (isUpper && !wasUpper), opens(name, offset, count) else {
          continue
        }
        for entry in table[Int(small) - 0x61] where starts(name, offset, count, entry.word) {
          kinds.formUnion(entry.kind)
        }
      }
      return kinds
    }

    private static func starts(_ name: Bytes, _ offset: Int, _ count: Int, _ word: [UInt8]) -> Bool
    {
      for (index, letter) in word.enumerated() {
        let place = offset + index
        if letter == 0x20 { return place >= count || name[place] < 0x61 || name[place] > 0x7A }
        guard place < count, name[place] | 0x20 == letter else { return false }
      }
      return true
    }

    static func property(_ words: Bytes) -> Kind {
      var kind: Kind = []
      for word in words.split(separator: 0x20) {
        let small = word.map { $0 | 0x20 }
        if small.elementsEqual("author".utf8) { kind.insert(.itemAuthor) }
        if small.elementsEqual("headline".utf8) { kind.insert(.headline) }
        if small.elementsEqual("name".utf8) { kind.insert(.name) }
        if small.starts(with: "datepublished".utf8) || small.starts(with: "datecreated".utf8)
          || small.starts(with: "published-date".utf8)
        {
          kind.insert(.itemPublished)
        }
        if small.starts(with: "datemodified".utf8) { kind.insert(.itemModified) }
      }
      return kind
    }

    /// "/author/jane", "/staff/jane": the address of a person's page.
    static func leadsToAuthor(_ address: Bytes) -> Bool {
      for (offset, byte) in address.prefix(200).enumerated() where byte == 0x2F {
        let rest = address[(offset + 1)...]
        for place in places where rest.starts(with: place) && rest.count > place.count + 1 {
          return true
        }
      }
      return false
    }

    private static let places = [
      "author", "contributor", "writer", "staff/", "people/", "profile/", "team/", "by/", "bio/",
      "reporter", "our-team/", "journalist", "columnist", "experts/", "users/", "user/",
    ].map { Array($0.utf8) }
  }
}
