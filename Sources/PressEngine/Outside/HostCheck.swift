internal import Glibc
import PressStage

/// Where a host's name leads, and whether a program that reads addresses from feeds may go there.
enum HostCheck {
  /// The host's addresses, as numbers. Throws `WebFailure` where there are none, or one of them is
  /// not a public one and `isAllowed` does not say that it may be.
  static func addresses(of host: String, isAllowed: Bool) throws(WebFailure) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_family = AF_UNSPEC
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &list)
    guard status == 0 else {
      throw WebFailure("the host '\(host)' is not known: \(String(cString: gai_strerror(status)))")
    }
    defer { freeaddrinfo(list) }
    var found: [String] = []
    var next = list
    while let entry = next {
      next = entry.pointee.ai_next
      guard let address = entry.pointee.ai_addr else { continue }
      let bytes = bytes(of: address, Int32(entry.pointee.ai_family))
      guard isAllowed || isPublic(bytes) else {
        throw WebFailure(
          "the host '\(host)' is at a private address; allow_hosts may name it", isLocal: true)
      }
      var text = [CChar](repeating: 0, count: 64)
      let length = entry.pointee.ai_addrlen
      guard getnameinfo(address, length, &text, 64, nil, 0, NI_NUMERICHOST) == 0 else { continue }
      let name = String(
        decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      // A scope is for addresses of this machine's own networks.
      if !found.contains(name), !name.contains("%") { found.append(name) }
    }
    guard !found.isEmpty else { throw WebFailure("the host '\(host)' has no address") }
    return found
  }

  private static func bytes(of address: UnsafeMutablePointer<sockaddr>, _ family: Int32) -> [UInt8]
  {
    let raw = UnsafeRawPointer(address)
    if family == AF_INET {
      let value = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      return withUnsafeBytes(of: value) { Array($0) }
    }
    guard family == AF_INET6 else { return [] }
    let value = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
    return withUnsafeBytes(of: value) { Array($0) }
  }

  /// Whether an address of 4 or 16 bytes is one of the public Internet (the registries of special
  /// addresses, RFC 6890 and its updates).
  static func isPublic(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 4 { return isPublicIPv4(bytes) }
    guard bytes.count == 16 else { return false }
    // 2000::/3 is all that is given out; it holds neither ::1, mapped, local nor multicast ones.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    // Tunnels that lead to an address of IPv4 (6to4, Teredo), documentation, and benchmarks.
    if bytes[0] == 0x20, bytes[1] == 0x02 { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 0x02 { return false }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    return true
  }

  private static func isPublicIPv4(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    default: true
    }
  }
}
