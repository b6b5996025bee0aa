import PressModel
import PressText

/// The organizations of a text, each with its aliases and how often it is named: "Harbor Office = HO 3".
func namedBodies(in text: String) -> [String] {
  Names(Tokens(Text(text))).organizations.map { body in
    ([body.name] + body.aliases).joined(separator: " = ") + " \(body.mentions.count)"
  }
}
