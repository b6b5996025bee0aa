/// What the elements around a container say, from itself to the root: made for every container of the
/// one around it, so that a page that is nested a hundred thousand deep costs no more than it is long.
struct ContainerPath {
  /// The nearest landmark, as `BlockFeatures` numbers them, and how many are of those before `header`.
  private(set) var landmark = 0
  private(set) var against = 0
  private(set) var hintsFor = 0
  private(set) var hintsAgainst = 0
  /// The nearest hint that is not 0.
  private(set) var near = 0
  /// The nearest article, -1 for none.
  private(set) var article = -1
  private(set) var isMain = false
  private(set) var isBody = false
  private(set) var leastWeight = 0
  private(set) var mostWeight = 0
  private(set) var weights = 0
  /// The nearest weight that is not 0.
  private(set) var nearWeight = 0

  /// One for each container, in their order.
  static func all(_ containers: HTMLContainers, _ words: HTMLClassWords) -> [ContainerPath] {
    var paths: [ContainerPath] = []
    paths.reserveCapacity(containers.all.count)
    for (place, container) in containers.all.enumerated() {
      var path = container.parent >= 0 ? paths[container.parent] : ContainerPath()
      path.enter(place, container, words)
      paths.append(path)
    }
    return paths
  }

  private mutating func enter(
    _ place: Int, _ container: HTMLContainer, _ words: HTMLClassWords
  ) {
    let mark = BlockFeatures.landmark(container.tag)
    if mark > 0 { landmark = mark }
    if mark > 0, mark < 5 { against += 1 }
    if container.tag == .article { article = place }
    if container.tag == .main { isMain = true }
    if words.isBody[place] { isBody = true }
    let hint = words.hints[place]
    if hint != 0 { near = hint }
    if hint > 0 { hintsFor += 1 } else if hint < 0 { hintsAgainst += 1 }
    let weight = words.weights[place]
    leastWeight = min(leastWeight, weight)
    mostWeight = max(mostWeight, weight)
    weights += weight
    if weight != 0 { nearWeight = weight }
  }
}
