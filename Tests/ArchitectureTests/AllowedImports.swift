/// Which module may import which: the arrows of the design, held here because the package manager
/// lets a transitive import through. Change it together with the design, not to make a test pass.
enum AllowedImports {
  private static let values = ["LeadModel", "Bytes"]
  private static let stage = ["StageKit", "CommandLineKit", "Store", "Definitions"] + values

  static let table: [String: [String]] = [
    // Values: no clock, file, network or database.
    "LeadModel": [],
    "Bytes": ["LeadModel", "CCrypto", "CMailDomains", "CXXHash"],
    // Edges: one C library or two each.
    "Tabular": values + ["CLibCSV", "CISAL", "CZlib", "CZstd", "CExpat", "CChardet"],
    "Workbook": ["LeadModel", "CXLSXWriter", "CZlib"],
    "Store": values + ["CSQLite", "CEmbeddedSQL"],
    "Definitions": values + ["CYAML"],
    "Resolver": ["LeadModel", "CAres"],
    "Delivery": values + ["CCurl"],
    "Rejects": values + ["Store", "Workbook"],
    "Export": values + ["Store", "Workbook"],
    "Phone": ["LeadModel", "CPhone"],
    // Kernels: functions from values to values.
    "Validation": values + ["CCities", "CIDN", "CMailDomains", "CPostcodes"],
    "ColumnMapping": values,
    "Matching": values,
    "Enrichment": values + ["CPhone"],
    "Scoring": values,
    "Sequencing": values,
    "Escalation": ["LeadModel"],
    "Governance": ["LeadModel"],
    "Forecasting": ["LeadModel"],
    // The stage contract.
    "CommandLineKit": ["LeadModel"],
    "StageKit": ["CommandLineKit", "Definitions", "Store", "CMalloc"] + values,
    // What several stages do to imports that are taken back.
    "ImportHistory": ["StageKit", "Definitions", "Store", "Workbook"] + values,
    // Stages: the contract, one kernel, the edges they need; never another stage.
    "IngestStage": stage + ["ColumnMapping", "Validation", "Tabular", "Rejects", "Export"],
    "ValidateStage": stage + ["Validation", "Phone", "Resolver", "Rejects", "ImportHistory"],
    "DedupeStage": stage + ["Matching", "Export", "Workbook", "Rejects"],
    "EnrichStage": stage + ["Enrichment"],
    "ScoreStage": stage + ["Scoring"],
    "SendStage": stage + ["Sequencing", "Delivery", "Validation"],
    "EscalateStage": stage + ["Escalation"],
    "GovernStage": stage + ["Governance"],
    "ReportStage": stage + ["Workbook", "Forecasting"],
    "UndoStage": stage + ["Rejects", "ImportHistory"],
    // The driver knows the stages' declarations, and runs them as programs.
    "Driver": stage + [
      "ColumnMapping", "Validation", "Matching", "Tabular", "Export", "ImportHistory",
    ]
      + stages,
    "LeadmillTestSupport": values + ["Store", "Foundation"],
  ]

  static let kernels = [
    "Validation", "ColumnMapping", "Matching", "Enrichment", "Scoring", "Sequencing", "Escalation",
    "Governance",
    "Forecasting",
  ]
  static let stages = [
    "IngestStage", "ValidateStage", "DedupeStage", "EnrichStage", "ScoreStage", "SendStage",
    "EscalateStage", "GovernStage", "ReportStage", "UndoStage",
  ]

  /// What a module may import, nil when the table does not know it.
  static func of(_ module: String) -> [String]? {
    if module == "leadmill" { return ["Driver"] }
    if module.hasPrefix("leadmill-") {
      let stage = module.dropFirst("leadmill-".count)
      return ["StageKit", "\(stage.prefix(1).uppercased())\(stage.dropFirst())Stage"]
    }
    return table[module].map { $0 + ["Glibc", "Synchronization"] }
  }
}
