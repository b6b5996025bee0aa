import PressStage

/// `publish:` as it is written.
struct PublishKeys: SettingGroup {
  @Setting("Folder of a pack, relative to the project's root", example: "Reports/${pipeline}")
  var dir = StagePath("Reports/${pipeline}")
  @Setting("Whether a link 'latest' beside the packs leads to the newest") var latest = false
  @Setting("How many packs to keep; 0 keeps all", range: 0...100_000) var keep = 0
  @Setting("Whether the raw bytes of the items are kept in the pack") var sources = true
  @Setting("all: every document that the sources give; new: those that no earlier pack was made of")
  var documents = Publication.Documents.all
}

/// One element of `checks:` as it is written.
struct CheckKeys: SettingGroup {
  @Setting("What is counted", required: true, example: "facts.quotes") var metric = ""
  @Setting("The least that will do") var min: Int? = nil
  @Setting("The most that will do") var max: Int? = nil
  @Setting("What it is divided by", example: "items") var of: String? = nil
  @Setting(
    "last: it is divided by its value in the last pack; weekday: by its median of the same weekday")
  var against: Check.Reference? = nil
  @Setting("The least share that will do; only with 'of' or 'against'", example: "0.5")
  var minRatio: Double? = nil
  @Setting("The greatest share that will do; only with 'of' or 'against'", example: "2")
  var maxRatio: Double? = nil
  @Setting("fail: the pack is not published; warn: the run says so")
  var severity = Check.Severity.fail
}

/// `quarantine:` as it is written.
struct QuarantineKeys: SettingGroup {
  @Setting("How many items may fail; more, and nothing is published") var max: Int? = nil
  @Setting("Which share of the items may fail", example: "5%") var maxRatio: Percentage? = nil
}

/// `embargo:` as it is written.
struct EmbargoKeys: SettingGroup {
  @Setting("Whether documents under embargo are held back") var hold = true
  @Setting(
    "Offset from UTC of a time that names no zone; without it, the last place on earth",
    example: "\"-05:00\"")
  var zone: String? = nil
}

/// One variable of `vars:` as it is written.
struct VariableKeys: SettingGroup {
  @Setting("What values it takes") var type = VariableType.text
  @Setting("The value where a caller gives none") var `default`: String? = nil
  @Setting("What it is for, in one line") var help: String? = nil
  @Setting("Whether a caller must give the value") var required = false
}
