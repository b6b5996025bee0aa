/// The name of an element, as a small integer that compares in one instruction.
///
/// The names below are the same number in every tree. Any other name gets a number of its own in
/// the tree it was read in (`HTMLTree.tag(named:)`), so numbers at or above `knownCount` mean
/// nothing in another tree. A tag does not tell HTML from SVG or MathML: see
/// `HTMLTree.namespace(of:)`.
public struct HTMLTag: RawRepresentable, Hashable, Sendable {
  /// The position of the name in the tree's table of names; 0 is the name of nothing.
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The tag of a node that is no element.
  @inlinable public static var none: HTMLTag { HTMLTag(rawValue: 0) }

  /// How many numbers are taken by element names known beforehand, `none` included.
  @inlinable public static var knownCount: Int { 169 }
}

extension HTMLTag {
  @inlinable public static var a: Self { Self(rawValue: 1) }
  @inlinable public static var abbr: Self { Self(rawValue: 2) }
  @inlinable public static var acronym: Self { Self(rawValue: 3) }
  @inlinable public static var address: Self { Self(rawValue: 4) }
  @inlinable public static var applet: Self { Self(rawValue: 5) }
  @inlinable public static var area: Self { Self(rawValue: 6) }
  @inlinable public static var article: Self { Self(rawValue: 7) }
  @inlinable public static var aside: Self { Self(rawValue: 8) }
  @inlinable public static var audio: Self { Self(rawValue: 9) }
  @inlinable public static var b: Self { Self(rawValue: 10) }
  @inlinable public static var base: Self { Self(rawValue: 11) }
  @inlinable public static var basefont: Self { Self(rawValue: 12) }
  @inlinable public static var bdi: Self { Self(rawValue: 13) }
  @inlinable public static var bdo: Self { Self(rawValue: 14) }
  @inlinable public static var bgsound: Self { Self(rawValue: 15) }
  @inlinable public static var big: Self { Self(rawValue: 16) }
  @inlinable public static var blink: Self { Self(rawValue: 17) }
  @inlinable public static var blockquote: Self { Self(rawValue: 18) }
  @inlinable public static var body: Self { Self(rawValue: 19) }
  @inlinable public static var br: Self { Self(rawValue: 20) }
  @inlinable public static var button: Self { Self(rawValue: 21) }
  @inlinable public static var canvas: Self { Self(rawValue: 22) }
  @inlinable public static var caption: Self { Self(rawValue: 23) }
  @inlinable public static var center: Self { Self(rawValue: 24) }
  @inlinable public static var cite: Self { Self(rawValue: 25) }
  @inlinable public static var code: Self { Self(rawValue: 26) }
  @inlinable public static var col: Self { Self(rawValue: 27) }
  @inlinable public static var colgroup: Self { Self(rawValue: 28) }
  @inlinable public static var data: Self { Self(rawValue: 29) }
  @inlinable public static var datalist: Self { Self(rawValue: 30) }
  @inlinable public static var dd: Self { Self(rawValue: 31) }
  @inlinable public static var del: Self { Self(rawValue: 32) }
  @inlinable public static var details: Self { Self(rawValue: 33) }
  @inlinable public static var dfn: Self { Self(rawValue: 34) }
  @inlinable public static var dialog: Self { Self(rawValue: 35) }
  @inlinable public static var dir: Self { Self(rawValue: 36) }
  @inlinable public static var div: Self { Self(rawValue: 37) }
  @inlinable public static var dl: Self { Self(rawValue: 38) }
  @inlinable public static var dt: Self { Self(rawValue: 39) }
  @inlinable public static var em: Self { Self(rawValue: 40) }
  @inlinable public static var embed: Self { Self(rawValue: 41) }
  @inlinable public static var fieldset: Self { Self(rawValue: 42) }
  @inlinable public static var figcaption: Self { Self(rawValue: 43) }
  @inlinable public static var figure: Self { Self(rawValue: 44) }
  @inlinable public static var font: Self { Self(rawValue: 45) }
  @inlinable public static var footer: Self { Self(rawValue: 46) }
  @inlinable public static var form: Self { Self(rawValue: 47) }
  @inlinable public static var frame: Self { Self(rawValue: 48) }
  @inlinable public static var frameset: Self { Self(rawValue: 49) }
  @inlinable public static var h1: Self { Self(rawValue: 50) }
  @inlinable public static var h2: Self { Self(rawValue: 51) }
  @inlinable public static var h3: Self { Self(rawValue: 52) }
  @inlinable public static var h4: Self { Self(rawValue: 53) }
  @inlinable public static var h5: Self { Self(rawValue: 54) }
  @inlinable public static var h6: Self { Self(rawValue: 55) }
  @inlinable public static var head: Self { Self(rawValue: 56) }
  @inlinable public static var header: Self { Self(rawValue: 57) }
  @inlinable public static var hgroup: Self { Self(rawValue: 58) }
  @inlinable public static var hr: Self { Self(rawValue: 59) }
  @inlinable public static var html: Self { Self(rawValue: 60) }
  @inlinable public static var i: Self { Self(rawValue: 61) }
  @inlinable public static var iframe: Self { Self(rawValue: 62) }
  @inlinable public static var image: Self { Self(rawValue: 63) }
  @inlinable public static var img: Self { Self(rawValue: 64) }
  @inlinable public static var input: Self { Self(rawValue: 65) }
  @inlinable public static var ins: Self { Self(rawValue: 66) }
  @inlinable public static var kbd: Self { Self(rawValue: 67) }
  @inlinable public static var keygen: Self { Self(rawValue: 68) }
  @inlinable public static var label: Self { Self(rawValue: 69) }
  @inlinable public static var legend: Self { Self(rawValue: 70) }
  @inlinable public static var li: Self { Self(rawValue: 71) }
  @inlinable public static var link: Self { Self(rawValue: 72) }
  @inlinable public static var listing: Self { Self(rawValue: 73) }
  @inlinable public static var main: Self { Self(rawValue: 74) }
  @inlinable public static var map: Self { Self(rawValue: 75) }
  @inlinable public static var mark: Self { Self(rawValue: 76) }
  @inlinable public static var marquee: Self { Self(rawValue: 77) }
  @inlinable public static var menu: Self { Self(rawValue: 78) }
  @inlinable public static var menuitem: Self { Self(rawValue: 79) }
  @inlinable public static var meta: Self { Self(rawValue: 80) }
  @inlinable public static var meter: Self { Self(rawValue: 81) }
  @inlinable public static var nav: Self { Self(rawValue: 82) }
  @inlinable public static var nobr: Self { Self(rawValue: 83) }
  @inlinable public static var noembed: Self { Self(rawValue: 84) }
  @inlinable public static var noframes: Self { Self(rawValue: 85) }
  @inlinable public static var noscript: Self { Self(rawValue: 86) }
  @inlinable public static var object: Self { Self(rawValue: 87) }
  @inlinable public static var ol: Self { Self(rawValue: 88) }
  @inlinable public static var optgroup: Self { Self(rawValue: 89) }
  @inlinable public static var option: Self { Self(rawValue: 90) }
  @inlinable public static var output: Self { Self(rawValue: 91) }
  @inlinable public static var p: Self { Self(rawValue: 92) }
  @inlinable public static var param: Self { Self(rawValue: 93) }
  @inlinable public static var picture: Self { Self(rawValue: 94) }
  @inlinable public static var plaintext: Self { Self(rawValue: 95) }
  @inlinable public static var pre: Self { Self(rawValue: 96) }
  @inlinable public static var progress: Self { Self(rawValue: 97) }
  @inlinable public static var q: Self { Self(rawValue: 98) }
  @inlinable public static var rb: Self { Self(rawValue: 99) }
  @inlinable public static var rp: Self { Self(rawValue: 100) }
  @inlinable public static var rt: Self { Self(rawValue: 101) }
  @inlinable public static var rtc: Self { Self(rawValue: 102) }
  @inlinable public static var ruby: Self { Self(rawValue: 103) }
  @inlinable public static var s: Self { Self(rawValue: 104) }
  @inlinable public static var samp: Self { Self(rawValue: 105) }
  @inlinable public static var script: Self { Self(rawValue: 106) }
  @inlinable public static var search: Self { Self(rawValue: 107) }
  @inlinable public static var section: Self { Self(rawValue: 108) }
  @inlinable public static var select: Self { Self(rawValue: 109) }
  @inlinable public static var selectedcontent: Self { Self(rawValue: 110) }
  @inlinable public static var slot: Self { Self(rawValue: 111) }
  @inlinable public static var small: Self { Self(rawValue: 112) }
  @inlinable public static var source: Self { Self(rawValue: 113) }
  @inlinable public static var span: Self { Self(rawValue: 114) }
  @inlinable public static var strike: Self { Self(rawValue: 115) }
  @inlinable public static var strong: Self { Self(rawValue: 116) }
  @inlinable public static var style: Self { Self(rawValue: 117) }
  @inlinable public static var sub: Self { Self(rawValue: 118) }
  @inlinable public static var summary: Self { Self(rawValue: 119) }
  @inlinable public static var sup: Self { Self(rawValue: 120) }
  @inlinable public static var table: Self { Self(rawValue: 121) }
  @inlinable public static var tbody: Self { Self(rawValue: 122) }
  @inlinable public static var td: Self { Self(rawValue: 123) }
  @inlinable public static var template: Self { Self(rawValue: 124) }
  @inlinable public static var textarea: Self { Self(rawValue: 125) }
  @inlinable public static var tfoot: Self { Self(rawValue: 126) }
  @inlinable public static var th: Self { Self(rawValue: 127) }
  @inlinable public static var thead: Self { Self(rawValue: 128) }
  @inlinable public static var time: Self { Self(rawValue: 129) }
  @inlinable public static var title: Self { Self(rawValue: 130) }
  @inlinable public static var tr: Self { Self(rawValue: 131) }
  @inlinable public static var track: Self { Self(rawValue: 132) }
  @inlinable public static var tt: Self { Self(rawValue: 133) }
  @inlinable public static var u: Self { Self(rawValue: 134) }
  @inlinable public static var ul: Self { Self(rawValue: 135) }
  @inlinable public static var `var`: Self { Self(rawValue: 136) }
  @inlinable public static var video: Self { Self(rawValue: 137) }
  @inlinable public static var wbr: Self { Self(rawValue: 138) }
  @inlinable public static var xmp: Self { Self(rawValue: 139) }
  @inlinable public static var svg: Self { Self(rawValue: 140) }
  @inlinable public static var math: Self { Self(rawValue: 141) }
  @inlinable public static var mi: Self { Self(rawValue: 142) }
  @inlinable public static var mo: Self { Self(rawValue: 143) }
  @inlinable public static var mn: Self { Self(rawValue: 144) }
  @inlinable public static var ms: Self { Self(rawValue: 145) }
  @inlinable public static var mtext: Self { Self(rawValue: 146) }
  @inlinable public static var mglyph: Self { Self(rawValue: 147) }
  @inlinable public static var malignmark: Self { Self(rawValue: 148) }
  @inlinable public static var annotationXml: Self { Self(rawValue: 149) }
  @inlinable public static var foreignObject: Self { Self(rawValue: 150) }
  @inlinable public static var desc: Self { Self(rawValue: 151) }
  @inlinable public static var circle: Self { Self(rawValue: 152) }
  @inlinable public static var clipPath: Self { Self(rawValue: 153) }
  @inlinable public static var defs: Self { Self(rawValue: 154) }
  @inlinable public static var ellipse: Self { Self(rawValue: 155) }
  @inlinable public static var g: Self { Self(rawValue: 156) }
  @inlinable public static var line: Self { Self(rawValue: 157) }
  @inlinable public static var linearGradient: Self { Self(rawValue: 158) }
  @inlinable public static var mask: Self { Self(rawValue: 159) }
  @inlinable public static var path: Self { Self(rawValue: 160) }
  @inlinable public static var polygon: Self { Self(rawValue: 161) }
  @inlinable public static var polyline: Self { Self(rawValue: 162) }
  @inlinable public static var rect: Self { Self(rawValue: 163) }
  @inlinable public static var stop: Self { Self(rawValue: 164) }
  @inlinable public static var symbol: Self { Self(rawValue: 165) }
  @inlinable public static var text: Self { Self(rawValue: 166) }
  @inlinable public static var tspan: Self { Self(rawValue: 167) }
  @inlinable public static var use: Self { Self(rawValue: 168) }
}
