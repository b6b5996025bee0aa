/// The names that have a number in every tree, in the order of their numbers, from 1.
///
/// Element names stand first, so that tables about elements are short. The constants of `HTMLTag`
/// and `HTMLAttributeName` hold these numbers; a test keeps the three together.
enum KnownNames {
  static let count = 270

  static let text: StaticString = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
    blink blockquote body br button canvas caption center cite code col colgroup data datalist
    dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
    frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd
    keygen label legend li link listing main map mark marquee menu menuitem meta meter nav nobr
    noembed noframes noscript object ol optgroup option output p param picture plaintext pre
    progress q rb rp rt rtc ruby s samp script search section select selectedcontent slot small
    source span strike strong style sub summary sup table tbody td template textarea tfoot th
    thead time title tr track tt u ul var video wbr xmp svg math mi mo mn ms mtext mglyph
    malignmark annotation-xml foreignobject desc circle clippath defs ellipse g line
    lineargradient mask path polygon polyline rect stop symbol text tspan use accept-charset
    action align alt aria-describedby aria-expanded aria-hidden aria-label aria-labelledby async
    background bgcolor border cellpadding cellspacing charset checked class clear color cols
    colspan content contenteditable controls coords crossorigin d data-id data-src data-type
    data-url datetime defer disabled draggable encoding enctype face fill for headers height
    hidden href hreflang http-equiv id integrity itemid itemprop itemref itemscope itemtype lang
    language loading longdesc maxlength media method name nonce onclick onload pattern
    placeholder points poster prefix preload property readonly rel required rev role rows
    rowspan scope selected shape size sizes src srcset start stroke tabindex target transform
    type usemap valign value version viewbox vocab width x xmlns y
    """
}
