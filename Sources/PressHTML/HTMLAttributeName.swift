/// The name of an attribute, in lower case, as a small integer.
///
/// The names below are the same number in every tree; any other name has a number in its own tree
/// only (`HTMLTree.attributeName(_:)`).
public struct HTMLAttributeName: RawRepresentable, Hashable, Sendable {
  /// The position of the name in the tree's table of names.
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

extension HTMLAttributeName {
  @inlinable public static var abbr: Self { Self(rawValue: 2) }
  @inlinable public static var acceptCharset: Self { Self(rawValue: 169) }
  @inlinable public static var action: Self { Self(rawValue: 170) }
  @inlinable public static var align: Self { Self(rawValue: 171) }
  @inlinable public static var alt: Self { Self(rawValue: 172) }
  @inlinable public static var ariaDescribedby: Self { Self(rawValue: 173) }
  @inlinable public static var ariaExpanded: Self { Self(rawValue: 174) }
  @inlinable public static var ariaHidden: Self { Self(rawValue: 175) }
  @inlinable public static var ariaLabel: Self { Self(rawValue: 176) }
  @inlinable public static var ariaLabelledby: Self { Self(rawValue: 177) }
  @inlinable public static var async: Self { Self(rawValue: 178) }
  @inlinable public static var background: Self { Self(rawValue: 179) }
  @inlinable public static var bgcolor: Self { Self(rawValue: 180) }
  @inlinable public static var border: Self { Self(rawValue: 181) }
  @inlinable public static var cellpadding: Self { Self(rawValue: 182) }
  @inlinable public static var cellspacing: Self { Self(rawValue: 183) }
  @inlinable public static var charset: Self { Self(rawValue: 184) }
  @inlinable public static var checked: Self { Self(rawValue: 185) }
  @inlinable public static var cite: Self { Self(rawValue: 25) }
  @inlinable public static var `class`: Self { Self(rawValue: 186) }
  @inlinable public static var clear: Self { Self(rawValue: 187) }
  @inlinable public static var color: Self { Self(rawValue: 188) }
  @inlinable public static var cols: Self { Self(rawValue: 189) }
  @inlinable public static var colspan: Self { Self(rawValue: 190) }
  @inlinable public static var content: Self { Self(rawValue: 191) }
  @inlinable public static var contenteditable: Self { Self(rawValue: 192) }
  @inlinable public static var controls: Self { Self(rawValue: 193) }
  @inlinable public static var coords: Self { Self(rawValue: 194) }
  @inlinable public static var crossorigin: Self { Self(rawValue: 195) }
  @inlinable public static var d: Self { Self(rawValue: 196) }
  @inlinable public static var data: Self { Self(rawValue: 29) }
  @inlinable public static var dataId: Self { Self(rawValue: 197) }
  @inlinable public static var dataSrc: Self { Self(rawValue: 198) }
  @inlinable public static var dataType: Self { Self(rawValue: 199) }
  @inlinable public static var dataUrl: Self { Self(rawValue: 200) }
  @inlinable public static var datetime: Self { Self(rawValue: 201) }
  @inlinable public static var `defer`: Self { Self(rawValue: 202) }
  @inlinable public static var dir: Self { Self(rawValue: 36) }
  @inlinable public static var disabled: Self { Self(rawValue: 203) }
  @inlinable public static var draggable: Self { Self(rawValue: 204) }
  @inlinable public static var encoding: Self { Self(rawValue: 205) }
  @inlinable public static var enctype: Self { Self(rawValue: 206) }
  @inlinable public static var face: Self { Self(rawValue: 207) }
  @inlinable public static var fill: Self { Self(rawValue: 208) }
  @inlinable public static var `for`: Self { Self(rawValue: 209) }
  @inlinable public static var form: Self { Self(rawValue: 47) }
  @inlinable public static var headers: Self { Self(rawValue: 210) }
  @inlinable public static var height: Self { Self(rawValue: 211) }
  @inlinable public static var hidden: Self { Self(rawValue: 212) }
  @inlinable public static var href: Self { Self(rawValue: 213) }
  @inlinable public static var hreflang: Self { Self(rawValue: 214) }
  @inlinable public static var httpEquiv: Self { Self(rawValue: 215) }
  @inlinable public static var id: Self { Self(rawValue: 216) }
  @inlinable public static var integrity: Self { Self(rawValue: 217) }
  @inlinable public static var itemid: Self { Self(rawValue: 218) }
  @inlinable public static var itemprop: Self { Self(rawValue: 219) }
  @inlinable public static var itemref: Self { Self(rawValue: 220) }
  @inlinable public static var itemscope: Self { Self(rawValue: 221) }
  @inlinable public static var itemtype: Self { Self(rawValue: 222) }
  @inlinable public static var label: Self { Self(rawValue: 69) }
  @inlinable public static var lang: Self { Self(rawValue: 223) }
  @inlinable public static var language: Self { Self(rawValue: 224) }
  @inlinable public static var loading: Self { Self(rawValue: 225) }
  @inlinable public static var longdesc: Self { Self(rawValue: 226) }
  @inlinable public static var mask: Self { Self(rawValue: 159) }
  @inlinable public static var maxlength: Self { Self(rawValue: 227) }
  @inlinable public static var media: Self { Self(rawValue: 228) }
  @inlinable public static var method: Self { Self(rawValue: 229) }
  @inlinable public static var name: Self { Self(rawValue: 230) }
  @inlinable public static var nonce: Self { Self(rawValue: 231) }
  @inlinable public static var onclick: Self { Self(rawValue: 232) }
  @inlinable public static var onload: Self { Self(rawValue: 233) }
  @inlinable public static var pattern: Self { Self(rawValue: 234) }
  @inlinable public static var placeholder: Self { Self(rawValue: 235) }
  @inlinable public static var points: Self { Self(rawValue: 236) }
  @inlinable public static var poster: Self { Self(rawValue: 237) }
  @inlinable public static var prefix: Self { Self(rawValue: 238) }
  @inlinable public static var preload: Self { Self(rawValue: 239) }
  @inlinable public static var property: Self { Self(rawValue: 240) }
  @inlinable public static var readonly: Self { Self(rawValue: 241) }
  @inlinable public static var rel: Self { Self(rawValue: 242) }
  @inlinable public static var required: Self { Self(rawValue: 243) }
  @inlinable public static var rev: Self { Self(rawValue: 244) }
  @inlinable public static var role: Self { Self(rawValue: 245) }
  @inlinable public static var rows: Self { Self(rawValue: 246) }
  @inlinable public static var rowspan: Self { Self(rawValue: 247) }
  @inlinable public static var scope: Self { Self(rawValue: 248) }
  @inlinable public static var selected: Self { Self(rawValue: 249) }
  @inlinable public static var shape: Self { Self(rawValue: 250) }
  @inlinable public static var size: Self { Self(rawValue: 251) }
  @inlinable public static var sizes: Self { Self(rawValue: 252) }
  @inlinable public static var slot: Self { Self(rawValue: 111) }
  @inlinable public static var span: Self { Self(rawValue: 114) }
  @inlinable public static var src: Self { Self(rawValue: 253) }
  @inlinable public static var srcset: Self { Self(rawValue: 254) }
  @inlinable public static var start: Self { Self(rawValue: 255) }
  @inlinable public static var stroke: Self { Self(rawValue: 256) }
  @inlinable public static var style: Self { Self(rawValue: 117) }
  @inlinable public static var summary: Self { Self(rawValue: 119) }
  @inlinable public static var tabindex: Self { Self(rawValue: 257) }
  @inlinable public static var target: Self { Self(rawValue: 258) }
  @inlinable public static var text: Self { Self(rawValue: 166) }
  @inlinable public static var title: Self { Self(rawValue: 130) }
  @inlinable public static var transform: Self { Self(rawValue: 259) }
  @inlinable public static var type: Self { Self(rawValue: 260) }
  @inlinable public static var usemap: Self { Self(rawValue: 261) }
  @inlinable public static var valign: Self { Self(rawValue: 262) }
  @inlinable public static var value: Self { Self(rawValue: 263) }
  @inlinable public static var version: Self { Self(rawValue: 264) }
  @inlinable public static var viewBox: Self { Self(rawValue: 265) }
  @inlinable public static var vocab: Self { Self(rawValue: 266) }
  @inlinable public static var width: Self { Self(rawValue: 267) }
  @inlinable public static var x: Self { Self(rawValue: 268) }
  @inlinable public static var xmlns: Self { Self(rawValue: 269) }
  @inlinable public static var y: Self { Self(rawValue: 270) }
}
