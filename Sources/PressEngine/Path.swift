/// Paths as texts: joined, cut and cleaned without asking the file system.
public enum Path {
  /// The second path, where it is absolute; else the two joined. `.` and `..` are worked out.
  public static func join(_ folder: String, _ path: String) -> String {
    clean(path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)")
  }

  /// Without `.`, `..` and doubled slashes, as far as the text itself tells.
  public static func clean(_ path: String) -> String {
    var path = path
    return path.withUTF8 { isClean($0) ? nil : cleaned($0) } ?? path
  }

  private static let slash = UInt8(ascii: "/")
  private static let stop = UInt8(ascii: ".")

  /// Almost every path is clean already, and a run over a large inbox asks for thousands.
  private static func isClean(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = path.last, last != slash || path.count == 1 else { return false }
    var start = 0
    for end in 0...path.count where end == path.count || path[end] == slash {
      let isRoot = end == 0 || (path.count == 1 && end == 1)
      if !isRoot, isIdle(path[start..<end]) || isBack(path[start..<end]) { return false }
      start = end + 1
    }
    return true
  }

  private static func isIdle(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    part.isEmpty || (part.count == 1 && part.first == stop)
  }

  private static func isBack(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    part.count == 2 && part.allSatisfy { $0 == stop }
  }

  private static func cleaned(_ path: UnsafeBufferPointer<UInt8>) -> String {
    let isAbsolute = path.first == slash
    let cleaned = String(unsafeUninitializedCapacity: path.count) { bytes in
      var count = 0
      if isAbsolute {
        bytes[0] = slash
        count = 1
      }
      let root = count
      /// Where the names end that no `..` takes away again: each of them is one.
      var kept = root
      var end = -1
      while end < path.count {
        let start = end + 1
        end = path[start...].firstIndex(of: slash) ?? path.count
        let part = path[start..<end]
        if isIdle(part) { continue }
        if isBack(part) {
          if count > kept {
            while count > kept, bytes[count - 1] != slash { count -= 1 }
            if count > root { count -= 1 }
            continue
          }
          if isAbsolute { continue }
        }
        if count > root {
          bytes[count] = slash
          count += 1
        }
        for byte in part {
          bytes[count] = byte
          count += 1
        }
        if isBack(part) { kept = count }
      }
      return count
    }
    return cleaned.isEmpty ? "." : cleaned
  }

  /// The folder that a path stands in; `.` for a bare name, `/` for the root.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// A path as seen from a folder, where it lies in it; else unchanged. Both must be absolute or
  /// both relative to the same place.
  public static func relative(_ path: String, to folder: String) -> String {
    let folder = folder == "." ? "" : folder
    if folder.isEmpty { return path }
    guard path.hasPrefix("\(folder)/") else { return path }
    return String(path[path.utf8.index(path.startIndex, offsetBy: folder.utf8.count + 1)...])
  }

  /// The way to an absolute path from an absolute folder, up where it must be: `../Desk/a.txt`.
  static func route(_ path: String, from folder: String) -> String {
    let below = relative(path, to: folder)
    guard below == path else { return below }
    let (to, from) = (path.split(separator: "/"), folder.split(separator: "/"))
    let shared = zip(to.dropLast(), from).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let up = [Substring](repeating: "..", count: from.count - shared)
    return (up + to[shared...]).joined(separator: "/")
  }
}

extension String {
  /// Whether its bytes come before those of another text: an order that no locale changes.
  func precedes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { left.lexicographicallyPrecedes($0) }
    }
    return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
