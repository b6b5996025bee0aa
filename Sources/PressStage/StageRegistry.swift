/// A module of stages, as the build registers it.
public struct StageModule: Sendable {
  public let name: String
  public let stages: [any Stage.Type]

  public init(_ name: String, _ stages: [any Stage.Type]) {
    self.name = name
    self.stages = stages
  }
}

/// The stages that are compiled into a program, by their YAML names.
public struct StageRegistry: Sendable {
  public struct Entry: Sendable {
    public let name: String
    public let module: String
    public let role: StageRole
    public let type: any Stage.Type
  }

  /// Two stages with one name, or a type that is no stage.
  public struct Conflict: Error, CustomStringConvertible {
    public let description: String
  }

  /// By section, role and name.
  public let entries: [Entry]
  private let byName: [String: Entry]

  /// Throws `Conflict` for two stages of one name, naming both modules.
  public init(_ modules: [StageModule]) throws(Conflict) {
    var byName: [String: Entry] = [:]
    for module in modules {
      for type in module.stages {
        guard let role = StageRole(of: type) else {
          throw Conflict(
            description: "'\(type.name)' of module \(module.name) conforms to none of Source, "
              + "Reader, Extractor, Transformer, Renderer")
        }
        let entry = Entry(name: type.name, module: module.name, role: role, type: type)
        if let other = byName[entry.name] {
          throw Conflict(
            description: "two stages are named '\(entry.name)': one in module \(other.module), "
              + "one in module \(module.name); rename one of the types")
        }
        byName[entry.name] = entry
      }
    }
    self.byName = byName
    entries = byName.values.sorted { left, right in
      let order = StageRole.allCases
      let ranks = (order.firstIndex(of: left.role) ?? 0, order.firstIndex(of: right.role) ?? 0)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.name < right.name
    }
  }

  /// Without any stage.
  public static let empty = StageRegistry()

  private init() {
    entries = []
    byName = [:]
  }

  public subscript(name: String) -> Entry? { byName[name] }

  public func entries(_ role: StageRole) -> [Entry] { entries.filter { $0.role == role } }
}
