/// An address of the web (RFC 3986), as far as fetching needs it: `http` and `https` alone.
public struct WebAddress: Hashable, Sendable {
  public var scheme: String
  /// In lower case, an IPv6 address without its brackets.
  public var host: String
  public var port: Int
  /// From the first `/`, with the query and without the fragment.
  public var target: String
  private var hasPort: Bool

  /// Nil for anything but an absolute address, for one that holds a user or a password, and for one
  /// with spaces or control characters.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https", text[colon...].hasPrefix("://") else { return nil }
    let rest = text[text.index(colon, offsetBy: 3)...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@") else { return nil }
    var path = String(rest[authority.endIndex...])
    if !path.hasPrefix("/") { path = "/" + path }
    target = path
    var name = authority
    var number: Substring?
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      name = authority[authority.index(after: authority.startIndex)..<end]
      let after = authority[authority.index(after: end)...]
      guard after.isEmpty || after.hasPrefix(":") else { return nil }
      number = after.isEmpty ? nil : after.dropFirst()
    } else if let mark = authority.lastIndex(of: ":") {
      name = authority[..<mark]
      number = authority[authority.index(after: mark)...]
    }
    while name.hasSuffix(".") { name = name.dropLast() }
    guard !name.isEmpty, name.utf8.count <= 253 else { return nil }
    host = name.lowercased()
    hasPort = number?.isEmpty == false
    guard hasPort else {
      port = scheme == "https" ? 443 : 80
      return
    }
    guard let value = number.flatMap({ UInt16($0) }), value > 0 else { return nil }
    port = Int(value)
  }

  /// The host and, where it is given, the port, as a Host header has them.
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return hasPort ? "\(name):\(port)" : name
  }

  public var text: String { "\(scheme)://\(authority)\(target)" }

  /// The path without the query.
  public var path: Substring { target.prefix { $0 != "?" } }

  /// What a reference in a document at this address leads to; nil for other schemes.
  public func resolve(_ reference: String) -> WebAddress? {
    let reference = String(reference.prefix { $0 != "#" })
    if reference.isEmpty { return self }
    if reference.hasPrefix("//") { return WebAddress("\(scheme):\(reference)") }
    if let colon = reference.firstIndex(of: ":"),
      !reference[..<colon].contains(where: { "/?".contains($0) })
    {
      return WebAddress(reference)
    }
    let root = "\(scheme)://\(authority)"
    if reference.hasPrefix("?") { return WebAddress("\(root)\(path)\(reference)") }
    let query = reference.drop { $0 != "?" }
    let way = reference.prefix { $0 != "?" }
    let folder = reference.hasPrefix("/") ? "" : path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
    var parts: [Substring] = []
    let names = "\(folder)/\(way)".split(separator: "/", omittingEmptySubsequences: false)
    for (index, name) in names.dropFirst().enumerated() where index > 0 || !name.isEmpty || true {
      if name == ".." {
        _ = parts.popLast()
      } else if name != "." {
        if name.isEmpty, index + 2 < names.count, parts.isEmpty { continue }
        parts.append(name)
      }
    }
    if way.hasSuffix("/.") || way.hasSuffix("/..") || way == "." || way == ".." { parts.append("") }
    return WebAddress("\(root)/\(parts.joined(separator: "/"))\(query)")
  }
}
