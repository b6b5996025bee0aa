/// Paths as texts: joined, cut and cleaned without asking the file system.
public enum Path {
  /// The second path, where it is absolute; else the two joined. `.` and `..` are worked out.
  public static func join(_ folder: String, _ path: String) -> String {
    clean(path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)")
  }

  /// Without `.`, `..` and doubled slashes, as far as the text itself tells.
  public static func clean(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/\(joined)" : joined.isEmpty ? "." : joined
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
    return path.hasPrefix("\(folder)/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }
}
