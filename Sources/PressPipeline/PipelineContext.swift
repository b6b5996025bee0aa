/// What a pipeline file may name that does not stand in it.
public struct PipelineContext: Sendable {
  /// Values for the file's `vars` by name, as text; they take the place of the defaults.
  public var variables: [String: String]
  /// The environment, for `${env:NAME}`; nil for a name that is not set.
  public var environment: @Sendable (String) -> String?
  /// What `${run.date}` and `${run.as_of}` stand for.
  public var run: RunMoment
  /// Whether a required variable without a value is an error. Say no to check a file without
  /// running it: what refers to such a variable is then not checked, and must not be run.
  public var requiresValues: Bool

  public init(
    variables: [String: String] = [:],
    environment: @escaping @Sendable (String) -> String? = { _ in nil },
    run: RunMoment = .placeholder, requiresValues: Bool = true
  ) {
    self.variables = variables
    self.environment = environment
    self.run = run
    self.requiresValues = requiresValues
  }
}

/// The moment that a run stands for.
public struct RunMoment: Hashable, Sendable {
  /// `YYYY-MM-DD`.
  public var date: String
  /// ISO 8601 with time and offset.
  public var asOf: String

  public init(date: String, asOf: String) {
    self.date = date
    self.asOf = asOf
  }

  /// For a check of a file without a run.
  public static let placeholder = RunMoment(date: "2000-01-01", asOf: "2000-01-01T00:00:00Z")
}
