import PressHTML

extension BlockFeatures {
  /// Tags by what they say of their words, likely furniture first: nearby numbers are cut alike.
  static func number(_ tag: HTMLTag) -> Int {
    switch tag {
    case .nav: 1
    case .footer: 2
    case .aside: 3
    case .form, .fieldset, .legend: 4
    case .header, .hgroup: 5
    case .menu, .dir, .ul, .ol: 6
    case .li: 7
    case .dl, .dt, .dd: 8
    case .td, .th: 9
    case .tr, .tbody, .thead, .tfoot, .table: 10
    case .address, .summary, .details: 11
    case .figcaption, .caption, .figure: 12
    case .body, .html: 13
    case .div: 14
    case .section: 15
    case .center: 16
    case .main, .article: 17
    case .h6, .h5: 18
    case .h4: 19
    case .h3: 20
    case .h2: 21
    case .h1: 22
    case .pre: 23
    case .blockquote: 24
    case .p: 25
    default: 0
    }
  }

  static func type(_ block: HTMLBlock) -> Int {
    switch block.type {
    case .heading: block.level ?? 6
    case .listItem: 6 + (block.level ?? 1)
    case .tableRow: 13
    case .caption: 14
    case .blockquote: 15
    case .preformatted: 16
    default: 17
    }
  }

  static func landmark(_ tag: HTMLTag) -> Int {
    switch tag {
    case .nav: 1
    case .footer: 2
    case .aside: 3
    case .form: 4
    case .header: 5
    case .figure: 6
    case .article: 7
    case .main: 8
    case .section: 9
    default: 0
    }
  }
}
