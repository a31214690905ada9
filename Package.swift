// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings)
}

func system(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// One executable of about 20 lines over one library module. A released one carries Swift's
/// libraries in itself: it starts a third sooner, which `leadmill check` is measured by, and runs
/// where no Swift is installed.
func program(_ name: String, _ module: Target.Dependency) -> Target {
  .executableTarget(
    name: name, dependencies: [module, "StageKit"], swiftSettings: settings,
    linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["LeadmillTestSupport"], swiftSettings: settings)
}

let clibraries: [Target] = [
  system("CSQLite", "sqlite3", "libsqlite3-dev"),
  system("CLibCSV", nil, "libcsv-dev"),
  system("CXLSXWriter", "xlsxwriter", "libxlsxwriter-dev"),
  system("CISAL", nil, "libisal-dev"),
  system("CZlib", "zlib", "zlib1g-dev"),
  system("CZstd", "libzstd", "libzstd-dev"),
  system("CExpat", "expat", "libexpat1-dev"),
  system("CYAML", "yaml-0.1", "libyaml-dev"),
  system("CAres", "libcares", "libc-ares-dev"),
  system("CCurl", "libcurl", "libcurl4-openssl-dev"),
  system("CCrypto", "libcrypto", "libssl-dev"),
  system("CXXHash", nil, "libxxhash-dev"),
  system("CIDN", "libidn2", "libidn2-dev"),
  system("CChardet", "uchardet", "libuchardet-dev"),
  system("CMalloc", nil, "libc6-dev"),
  .target(name: "CPhone", exclude: ["README.md", "plans"]),
  .target(name: "CEmbeddedSQL", exclude: ["README.md", "migrations", "queries"]),
  .target(name: "CMailDomains", exclude: ["README.md", "generate", "data"]),
  .target(name: "CCities", exclude: ["README.md", "generate", "data"]),
  .target(
    name: "CPostcodes",
    exclude: [
      "README.md", "data", "further.py", "generate", "namesakes.py", "regions.py", "whereabouts.py",
    ]),
]

let values: [Target] = [
  library("LeadModel"),
  library("Bytes", ["LeadModel", "CCrypto", "CMailDomains", "CXXHash"]),
]

let edges: [Target] = [
  library(
    "Tabular",
    ["LeadModel", "Bytes", "CLibCSV", "CISAL", "CZlib", "CZstd", "CExpat", "CChardet"]),
  library("Workbook", ["LeadModel", "CXLSXWriter", "CZlib"]),
  library("Store", ["LeadModel", "Bytes", "CSQLite", "CEmbeddedSQL"]),
  library("Definitions", ["LeadModel", "Bytes", "CYAML"]),
  library("Resolver", ["LeadModel", "CAres"]),
  library("Delivery", ["LeadModel", "Bytes", "CCurl"]),
  library("Rejects", ["LeadModel", "Bytes", "Store", "Workbook"]),
  library("Export", ["LeadModel", "Bytes", "Store", "Workbook"]),
  library("Phone", ["LeadModel", "CPhone"]),
]

let kernels: [Target] = [
  library("Validation", ["LeadModel", "Bytes", "CCities", "CIDN", "CMailDomains", "CPostcodes"]),
  library("ColumnMapping", ["LeadModel", "Bytes"]),
  library("Matching", ["LeadModel", "Bytes"]),
  library("Enrichment", ["LeadModel", "Bytes", "CPhone"]),
  library("Scoring", ["LeadModel", "Bytes"]),
  library("Sequencing", ["LeadModel", "Bytes"]),
  library("Escalation", ["LeadModel"]),
  library("Governance", ["LeadModel"]),
  library("Forecasting", ["LeadModel"]),
]

let stages: [Target] = [
  library("CommandLineKit", ["LeadModel"]),
  library("StageKit", ["CommandLineKit", "Definitions", "Store", "LeadModel", "Bytes", "CMalloc"]),
  library(
    "ImportHistory",
    ["StageKit", "Definitions", "Store", "LeadModel", "Bytes", "Workbook"]),
  library(
    "UndoStage",
    ["StageKit", "CommandLineKit", "Store", "LeadModel", "Rejects", "ImportHistory"]),
  library(
    "IngestStage",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Tabular",
      "Rejects", "Export", "ColumnMapping", "Validation",
    ]
  ),
  library(
    "ValidateStage",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Validation",
      "Phone", "Resolver", "Rejects", "ImportHistory",
    ]),
  library(
    "DedupeStage",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Matching",
      "Export", "Workbook", "Rejects",
    ]),
  library(
    "EnrichStage",
    ["StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Enrichment"]),
  library(
    "ScoreStage",
    ["StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Scoring"]),
  library(
    "SendStage",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Sequencing",
      "Delivery", "Validation",
    ]),
  library(
    "EscalateStage",
    ["StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Escalation"]),
  library(
    "GovernStage",
    ["StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Governance"]),
  library(
    "ReportStage",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Workbook", "Forecasting",
    ]),
  library(
    "Driver",
    [
      "StageKit", "CommandLineKit", "Store", "Definitions", "LeadModel", "Bytes", "Tabular",
      "Export", "IngestStage", "ValidateStage", "DedupeStage", "EnrichStage", "ScoreStage",
      "SendStage", "EscalateStage", "GovernStage", "ReportStage", "UndoStage", "ImportHistory",
      "ColumnMapping", "Validation", "Matching",
    ]),
]

let programs: [Target] = [
  program("leadmill", "Driver"),
  program("leadmill-ingest", "IngestStage"),
  program("leadmill-validate", "ValidateStage"),
  program("leadmill-dedupe", "DedupeStage"),
  program("leadmill-enrich", "EnrichStage"),
  program("leadmill-score", "ScoreStage"),
  program("leadmill-send", "SendStage"),
  program("leadmill-escalate", "EscalateStage"),
  program("leadmill-govern", "GovernStage"),
  program("leadmill-report", "ReportStage"),
  program("leadmill-undo", "UndoStage"),
  library("LeadmillTestSupport", ["LeadModel", "Bytes", "Store"]),
]

let testTargets: [Target] = [
  .executableTarget(
    name: "tabular-dump", dependencies: ["Tabular", "Bytes"], path: "Tests/TabularDump",
    swiftSettings: settings),
  .target(
    name: "CPhoneReference", dependencies: ["CPhone"], path: "Tests/CPhoneReference",
    linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("protobuf")]),
  tests("LeadModelTests", ["LeadModel", "Bytes"]),
  tests("TabularTests", ["CZlib", "CZstd", "Tabular", "Workbook", "LeadModel", "Bytes", "CISAL"]),
  tests("WorkbookTests", ["Workbook", "Tabular", "LeadModel"]),
  tests("ExportTests", ["Export", "Store", "LeadModel", "Bytes"]),
  tests("StoreTests", ["Store", "LeadModel", "Bytes"]),
  tests("DefinitionsTests", ["Definitions", "LeadModel", "Bytes"]),
  tests("ResolverTests", ["Resolver", "LeadModel"]),
  tests("DeliveryTests", ["Delivery", "LeadModel", "Bytes"]),
  tests(
    "ValidationTests",
    ["Validation", "Phone", "CPhone", "CPhoneReference", "LeadModel", "Bytes"]),
  tests("ValidateStageTests", ["ValidateStage", "Validation", "Definitions", "LeadModel"]),
  .testTarget(
    name: "ColumnMappingTests",
    dependencies: ["ColumnMapping", "LeadModel", "Bytes", "LeadmillTestSupport"],
    exclude: ["Headers"], swiftSettings: settings),
  tests("MatchingTests", ["Matching", "LeadModel", "Bytes"]),
  tests("EnrichmentTests", ["Enrichment", "LeadModel", "Bytes"]),
  tests("ScoringTests", ["Scoring", "LeadModel", "Bytes"]),
  tests("SequencingTests", ["Sequencing", "LeadModel", "Bytes"]),
  tests("EscalationTests", ["Escalation", "LeadModel"]),
  tests("GovernanceTests", ["Governance", "LeadModel"]),
  tests("ForecastingTests", ["Forecasting", "LeadModel"]),
  tests(
    "ReportStageTests",
    [
      "ReportStage", "Forecasting", "Workbook", "Tabular", "Store", "Definitions", "LeadModel",
      "Bytes",
    ]
  ),
  tests("CommandLineKitTests", ["CommandLineKit", "LeadModel"]),
  tests("StageKitTests", ["StageKit", "CommandLineKit", "Store", "LeadModel", "Definitions"]),
  tests(
    "EndToEndTests",
    ["Store", "LeadModel", "Bytes"] + programs.dropLast().map { .byName(name: $0.name) }),
  tests("ArchitectureTests", []),
]

/// Built only by Tests/Benchmarks/validators.
let measureTargets: [Target] =
  Context.environment["LEADMILL_MEASURE"] == nil
  ? []
  : [
    .executableTarget(
      name: "validator-times",
      dependencies: ["ValidateStage", "Validation", "Definitions", "LeadModel", "Bytes"],
      path: "Tests/Benchmarks/Validators", swiftSettings: settings)
  ]

/// Built only by Tests/Fuzz/run: everything in it is instrumented.
let fuzzTargets: [Target] =
  Context.environment["LEADMILL_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz-readers",
      dependencies: ["Tabular", "Bytes", "CISAL", "LeadModel", "ValidateStage"],
      path: "Tests/Fuzz/Targets",
      swiftSettings: settings, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
  ]

let package = Package(
  name: "Leadmill",
  targets: clibraries + values + edges + kernels + stages + programs + testTargets + measureTargets
    + fuzzTargets,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
