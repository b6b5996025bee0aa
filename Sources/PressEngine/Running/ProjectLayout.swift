/// Where a pipeline's paths start from.
public struct ProjectLayout: Hashable, Sendable {
  /// The pipeline's file, absolute.
  public let file: String
  /// The folder of the pipeline's file: relative paths in it start here.
  public let folder: String
  /// The folder that holds `Pipelines/`, or the file's own where there is none: packs are published
  /// below it, and documents are named by their path from it.
  public let root: String

  /// `file`: absolute.
  public init(file: String) {
    self.file = Path.clean(file)
    folder = Path.parent(of: self.file)
    var root = folder
    var candidate = folder
    while candidate != "/", candidate != "." {
      if Path.name(of: candidate) == Self.pipelinesFolder {
        root = Path.parent(of: candidate)
        break
      }
      candidate = Path.parent(of: candidate)
    }
    self.root = root
  }

  static let pipelinesFolder = "Pipelines"

  /// The folder that holds `Pipelines/`, at or above a folder; nil where there is none.
  public static func root(above folder: String) -> String? {
    var candidate = folder
    while true {
      if Disk.isFolder(Path.join(candidate, pipelinesFolder)) { return candidate }
      guard candidate != "/", candidate != "." else { return nil }
      candidate = Path.parent(of: candidate)
    }
  }

  /// The named pipelines below a root, as absolute paths of their files, by name.
  public static func pipelines(below root: String) throws(DiskError) -> [String] {
    let folder = Path.join(root, pipelinesFolder)
    return try Disk.names(in: folder)
      .filter { name in
        let isPipeline = [".yaml", ".yml"].contains { ending in
          name.hasSuffix(ending) && !name.hasSuffix(".tests\(ending)")
        }
        return isPipeline && !name.hasPrefix(".")
      }
      .map { Path.join(folder, $0) }
  }

  /// The path of an item as documents name it: from the root where it lies below it, or where the
  /// pipeline says by a relative path where it lies: no folder above the project shows. An absolute
  /// path to elsewhere stays as the pipeline gives it.
  func name(of path: String) -> String {
    let whole = Path.join(folder, path)
    return path.hasPrefix("/") ? Path.relative(whole, to: root) : Path.route(whole, from: root)
  }
}
