/// What a site's robots.txt allows this program (RFC 9309).
struct Robots {
  /// The name that the program goes by.
  static let agent = "presswork"

  /// A path's beginning, with `*` and `$`, and whether it may be fetched.
  private var rules: [(pattern: [UInt8], allows: Bool)] = []
  /// Seconds between two requests, where the file asks for them.
  private(set) var delay: Double?

  static let all = Robots()
  static let nothing: Robots = {
    var robots = Robots()
    robots.rules = [(Array("/".utf8), false)]
    return robots
  }()

  private init() {}

  init(_ file: [UInt8]) {
    var groups: [(agents: [String], rules: [(pattern: [UInt8], allows: Bool)], delay: Double?)] = []
    var isOpen = false
    for line in file.prefix(512_000).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line.prefix { $0 != 0x23 }, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(text[..<colon]).lowercased()
      let value = Self.trimmed(text[text.index(after: colon)...])
      switch key {
      case "user-agent":
        if !isOpen { groups.append(([], [], nil)) }
        isOpen = true
        groups[groups.count - 1].agents.append(value.lowercased())
      case "allow", "disallow":
        isOpen = false
        guard !groups.isEmpty, !value.isEmpty else { continue }
        groups[groups.count - 1].rules.append((Array(value.utf8), key == "allow"))
      case "crawl-delay":
        isOpen = false
        guard !groups.isEmpty, let seconds = Double(value), seconds.isFinite, seconds >= 0 else {
          continue
        }
        groups[groups.count - 1].delay = seconds
      default: continue
      }
    }
    let own = groups.filter { $0.agents.contains(Self.agent) }
    for group in own.isEmpty ? groups.filter({ $0.agents.contains("*") }) : own {
      rules += group.rules
      delay = group.delay ?? delay
    }
  }

  /// By the longest rule that matches; one that allows wins over one as long that does not.
  func allows(_ target: String) -> Bool {
    let target = Array(target.utf8)
    if target == Array("/robots.txt".utf8) { return true }
    var best: (length: Int, allows: Bool) = (-1, true)
    for rule in rules where rule.pattern.count >= best.length {
      guard Self.matches(target, rule.pattern) else { continue }
      if rule.pattern.count > best.length || rule.allows {
        best = (rule.pattern.count, rule.allows)
      }
    }
    return best.allows
  }

  /// `*` stands for anything, a last `$` for the end.
  private static func matches(_ target: [UInt8], _ pattern: [UInt8]) -> Bool {
    var pattern = pattern[...]
    let isWhole = pattern.last == 0x24
    if isWhole { pattern = pattern.dropLast() } else { pattern.append(0x2A) }
    var (at, with) = (0, pattern.startIndex)
    var star: (at: Int, with: Int)?
    while at < target.count {
      if with < pattern.endIndex, pattern[with] == 0x2A {
        star = (at, with)
        with += 1
      } else if with < pattern.endIndex, pattern[with] == target[at] {
        (at, with) = (at + 1, with + 1)
      } else if let back = star {
        star = (back.at + 1, back.with)
        (at, with) = (back.at + 1, back.with + 1)
      } else {
        return false
      }
    }
    return pattern[with...].allSatisfy { $0 == 0x2A }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return String(start.dropLast(end))
  }
}
