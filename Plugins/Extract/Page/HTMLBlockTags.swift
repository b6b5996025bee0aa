import PressHTML

/// What an element does to the blocks of a page, by its tag: one look-up for each of the tags that
/// `PressHTML` knows.
struct HTMLBlockTags {
  enum Effect: UInt8 {
    /// Its text belongs to the block around it.
    case inline
    case block
    /// A cell of a table: a block only where its row holds blocks.
    case cell
    case leftOut
  }

  private let effects: [UInt8]

  static let standard = HTMLBlockTags()

  private init() {
    var effects = [UInt8](repeating: Effect.inline.rawValue, count: HTMLTag.knownCount)
    for tag in Self.blocks { effects[Int(tag.rawValue)] = Effect.block.rawValue }
    for tag in [HTMLTag.td, .th] { effects[Int(tag.rawValue)] = Effect.cell.rawValue }
    for tag in Self.leftOut { effects[Int(tag.rawValue)] = Effect.leftOut.rawValue }
    self.effects = effects
  }

  subscript(tag: HTMLTag) -> Effect {
    let number = Int(tag.rawValue)
    guard number < effects.count else { return .inline }
    return Effect(rawValue: effects[number]) ?? .inline
  }

  private static let blocks: [HTMLTag] = [
    .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .dir, .div,
    .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6,
    .header, .hgroup, .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section,
    .summary, .table, .tbody, .tfoot, .thead, .tr, .ul, .caption,
  ]

  private static let leftOut: [HTMLTag] = [
    .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .math, .select, .option,
    .textarea, .head, .canvas, .audio, .video, .datalist, .button, .input, .label, .noframes,
  ]
}
