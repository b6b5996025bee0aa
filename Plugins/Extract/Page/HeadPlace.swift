import PressHTML
import PressModel
import PressText

/// Where the blocks of a page stand towards its title and its article.
struct HeadPlace {
  /// The block of the title, if it is printed.
  let title: Int?
  /// The first line of the article's prose, and its last line.
  let start: Int
  let end: Int
  let article: [Bool]

  init(_ lines: PageLines, article: [Bool], title: Int?) {
    self.title = title
    self.article = article
    let isProse = { (index: Int) in article[index] && lines.isProse[index] }
    start = article.indices.first(where: isProse) ?? article.firstIndex(of: true) ?? 0
    end = article.lastIndex(of: true) ?? 0
  }

  /// A feature a place: how far below the title, or above; before, in or after the article.
  enum Feature: Int, CaseIterable {
    case title0, title1, title2, title3, title4, titleFar, above1, above2, aboveFar, noTitle
    case beforeProse, inArticle, inGap, afterEnd, far
  }

  /// From the lines above the title to a few lines below it.
  static func isNear(_ places: [Feature]) -> Bool {
    let near: [Feature] = [.title0, .title1, .title2, .title3, .above1, .above2]
    return places.contains(where: near.contains)
      || places.contains(.noTitle) && places.contains(.beforeProse)
  }

  func features(of block: Int) -> [Feature] {
    var result: [Feature] = []
    if let title {
      switch block - title {
      case ..<(-6): result.append(.aboveFar)
      case -6 ... -3: result.append(.above2)
      case -2 ... -1: result.append(.above1)
      case 0: result.append(.title0)
      case 1: result.append(.title1)
      case 2...3: result.append(.title2)
      case 4...6: result.append(.title3)
      case 7...12: result.append(.title4)
      default: result.append(.titleFar)
      }
    } else {
      result.append(.noTitle)
    }
    if block < start {
      result.append(.beforeProse)
    } else if block <= end {
      result.append(article[block] ? .inArticle : .inGap)
    } else {
      result.append(block <= end + 5 ? .afterEnd : .far)
    }
    return result
  }
}
