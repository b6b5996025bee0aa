/// A module of stages, as the build registers it.
public struct StageModule: Sendable {
  public let name: String
  public let stages: [any Stage.Type]

  public init(_ name: String, _ stages: [any Stage.Type]) {
    self.name = name
    self.stages = stages
  }
}

/// The stages that are compiled into a program, by section and YAML name: a reader and a renderer
/// may both be named `markdown`, since a pipeline lists them in different sections.
public struct StageRegistry: Sendable {
  public struct Entry: Sendable {
    public let name: String
    public let module: String
    public let role: StageRole
    public let type: any Stage.Type
  }

  /// Two stages with one name in one section, or a type that is no stage.
  public struct Conflict: Error, CustomStringConvertible {
    public let description: String
  }

  /// By section, role and name.
  public let entries: [Entry]
  private let byName: [Key: Entry]

  private struct Key: Hashable {
    var section: StageSection
    var name: String
  }

  /// Throws `Conflict` for two stages of one name in one section, naming both modules.
  public init(_ modules: [StageModule]) throws(Conflict) {
    var byName: [Key: Entry] = [:]
    for module in modules {
      for type in module.stages {
        guard let role = StageRole(of: type) else {
          throw Conflict(
            description: "'\(type.name)' of module \(module.name) conforms to none of Source, "
              + "Reader, Extractor, Transformer, Renderer")
        }
        let entry = Entry(name: type.name, module: module.name, role: role, type: type)
        let key = Key(section: role.section, name: entry.name)
        if let other = byName[key] {
          throw Conflict(
            description: "two stages are named '\(entry.name)': one in module \(other.module), "
              + "one in module \(module.name); rename one of the types")
        }
        byName[key] = entry
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

  /// The stage of a name in a section.
  public subscript(name: String, section: StageSection) -> Entry? {
    byName[Key(section: section, name: name)]
  }

  /// The stages of a name in all sections, in the order of the sections.
  public subscript(name: String) -> [Entry] {
    StageSection.allCases.compactMap { self[name, $0] }
  }

  public func entries(_ role: StageRole) -> [Entry] { entries.filter { $0.role == role } }
}
