/// The sets of elements that the tree builder asks for in the stack of open elements: a lane each
/// of `OpenElement.nearest`.
struct Lanes: OptionSet, Sendable {
  let rawValue: UInt8

  /// Ends "has an element in scope" (section 13.2.4.2), and the other four scopes.
  static var scope: Lanes { Lanes(rawValue: 1) }
  static var buttonScope: Lanes { Lanes(rawValue: 2) }
  static var listScope: Lanes { Lanes(rawValue: 4) }
  static var tableScope: Lanes { Lanes(rawValue: 8) }
  /// The special elements.
  static var special: Lanes { Lanes(rawValue: 16) }
  /// The special elements but `address`, `div` and `p`: where the search for an `li`, `dd` or
  /// `dt` to close stops.
  static var itemBarrier: Lanes { Lanes(rawValue: 32) }
  /// The elements that "reset the insertion mode appropriately" looks at.
  static var modal: Lanes { Lanes(rawValue: 64) }
  /// Elements of the HTML namespace.
  static var html: Lanes { Lanes(rawValue: 128) }

  /// All bits set in the places of the lanes.
  @inline(__always)
  var mask: SIMD8<Int32> {
    // Without a comparison, which the compiler would take lane by lane.
    let bits =
      SIMD8<Int32>(repeating: Int32(rawValue)) & SIMD8(1, 2, 4, 8, 16, 32, 64, 128)
    return (0 &- bits) &>> 31
  }

  static var anyScope: Lanes { [.scope, .buttonScope, .listScope] }
  static var barrier: Lanes { [.special, .itemBarrier] }
}

/// What a start tag does in the body (section 13.2.6.4.7).
enum StartRule: UInt8 {
  case ordinary, html, head, body, frameset, block, heading, preformatted, form, listItem
  case definition, plaintext, button, anchor, formatting, nobr, marker, table, voidFormatting
  case input, voidPlain, rule, image, textarea, xmp, iframe, noembed, noscript, select, optgroup
  case option, rubyBase, rubyText, math, svg, ignored
}

/// What an end tag does in the body.
enum EndRule: UInt8 {
  case ordinary, template, body, html, block, form, paragraph, listItem, definition, heading
  case formatting, marker, lineBreak
}

/// What the tree builder must know of an element by its name.
struct TagTraits: Sendable {
  var lanes: Lanes = [.html]
  var start = StartRule.ordinary
  var end = EndRule.ordinary
  var isFormatting = false
  /// Closed by "generate implied end tags".
  var isImpliedEnd = false
  /// Closed by "generate all implied end tags thoroughly" as well.
  var isThoroughImpliedEnd = false
  /// `table`, `tbody`, `tfoot`, `thead` or `tr`: text and strange elements do not belong there.
  var isTableContext = false

  /// The traits of the known elements, by tag; then those of any other.
  static let table: ContiguousArray<TagTraits> = makeTable()

  private static func makeTable() -> ContiguousArray<TagTraits> {
    var table = ContiguousArray(repeating: TagTraits(), count: HTMLTag.knownCount)
    func set(_ tags: [HTMLTag], _ change: (inout TagTraits) -> Void) {
      for tag in tags { change(&table[Int(tag.rawValue)]) }
    }
    set(special) { $0.lanes.formUnion(.barrier) }
    set([.address, .div, .p]) { $0.lanes.remove(.itemBarrier) }
    // A block in every other way, but not special.
    set([.dialog]) { $0.lanes.subtract(.barrier) }
    set([.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template]) {
      $0.lanes.formUnion(.anyScope)
    }
    set([.button]) { $0.lanes.insert(.buttonScope) }
    set([.ol, .ul]) { $0.lanes.insert(.listScope) }
    set([.html, .table, .template]) { $0.lanes.insert(.tableScope) }
    set([
      .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup, .table, .template, .head, .body,
      .frameset, .html,
    ]) { $0.lanes.insert(.modal) }
    set([.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc]) { $0.isImpliedEnd = true }
    set([.caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr]) {
      $0.isThoroughImpliedEnd = true
    }
    set([.table, .tbody, .tfoot, .thead, .tr]) { $0.isTableContext = true }
    set([
      .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u,
    ]) {
      $0.isFormatting = true
      $0.start = .formatting
      $0.end = .formatting
    }
    setStartRules(set)
    setEndRules(set)
    return table
  }

  private typealias Setter = ([HTMLTag], (inout TagTraits) -> Void) -> Void

  private static func setStartRules(_ set: Setter) {
    let rules: [(StartRule, [HTMLTag])] = [
      (.html, [.html]),
      (
        .head,
        [.base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title]
      ),
      (.body, [.body]), (.frameset, [.frameset]),
      (.block, blocks + [.p]),
      (.heading, headings),
      (.preformatted, [.pre, .listing]), (.form, [.form]), (.listItem, [.li]),
      (.definition, [.dd, .dt]), (.plaintext, [.plaintext]), (.button, [.button]),
      (.anchor, [.a]), (.nobr, [.nobr]), (.marker, [.applet, .marquee, .object]),
      (.table, [.table]), (.voidFormatting, [.area, .br, .embed, .img, .keygen, .wbr]),
      (.input, [.input]), (.voidPlain, [.param, .source, .track]), (.rule, [.hr]),
      (.image, [.image]), (.textarea, [.textarea]), (.xmp, [.xmp]), (.iframe, [.iframe]),
      (.noembed, [.noembed]), (.noscript, [.noscript]), (.select, [.select]),
      (.optgroup, [.optgroup]), (.option, [.option]), (.rubyBase, [.rb, .rtc]),
      (.rubyText, [.rp, .rt]), (.math, [.math]), (.svg, [.svg]),
      (
        .ignored,
        [.caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr]
      ),
    ]
    for (rule, tags) in rules { set(tags) { $0.start = rule } }
  }

  private static func setEndRules(_ set: Setter) {
    let rules: [(EndRule, [HTMLTag])] = [
      (.template, [.template]), (.body, [.body]), (.html, [.html]),
      (.block, blocks + [.button, .listing, .pre, .select]),
      (.form, [.form]), (.paragraph, [.p]), (.listItem, [.li]), (.definition, [.dd, .dt]),
      (.heading, headings), (.marker, [.applet, .marquee, .object]), (.lineBreak, [.br]),
    ]
    for (rule, tags) in rules { set(tags) { $0.end = rule } }
  }

  private static let headings: [HTMLTag] = [.h1, .h2, .h3, .h4, .h5, .h6]

  private static let blocks: [HTMLTag] = [
    .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
    .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .search,
    .section, .summary, .ul,
  ]

  private static let special: [HTMLTag] =
    blocks + headings + [
      .applet, .area, .base, .basefont, .bgsound, .body, .br, .button, .caption, .col, .colgroup,
      .dd, .dt, .embed, .form, .frame, .frameset, .head, .hr, .html, .iframe, .img, .input,
      .keygen, .li, .link, .listing, .marquee, .meta, .noembed, .noframes, .noscript, .object, .p,
      .param, .plaintext, .pre, .script, .select, .source, .style, .table, .tbody, .td, .template,
      .textarea, .tfoot, .th, .thead, .title, .tr, .track, .wbr, .xmp,
    ]
}
