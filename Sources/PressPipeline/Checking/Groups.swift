import PressStage

/// `publish:` as it is written.
struct PublishKeys: SettingGroup {
  @Setting("Folder of a pack, relative to the project's root", example: "Reports/${pipeline}")
  var dir = StagePath("Reports/${pipeline}")
  @Setting("Whether a link 'latest' beside the packs leads to the newest") var latest = false
  @Setting("How many packs to keep; 0 keeps all", range: 0...100_000) var keep = 0
  @Setting("Whether the raw bytes of the items are kept in the pack") var sources = true
}

/// One element of `checks:` as it is written.
struct CheckKeys: SettingGroup {
  @Setting("What is counted", required: true, example: "facts.quotes") var metric = ""
  @Setting("The least that will do") var min: Int? = nil
  @Setting("The most that will do") var max: Int? = nil
  @Setting("fail: the pack is not published; warn: the run says so")
  var severity = Check.Severity.fail
}

/// One variable of `vars:` as it is written.
struct VariableKeys: SettingGroup {
  @Setting("What values it takes") var type = VariableType.text
  @Setting("The value where a caller gives none") var `default`: String? = nil
  @Setting("What it is for, in one line") var help: String? = nil
  @Setting("Whether a caller must give the value") var required = false
}
