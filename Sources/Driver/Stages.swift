import DedupeStage
import EnrichStage
import EscalateStage
import GovernStage
import IngestStage
import ReportStage
import ScoreStage
import SendStage
import StageKit
import UndoStage
import ValidateStage

/// The stages that pipelines are made of. A new stage is added here and in the package.
enum Stages {
  /// In the order of the line; what is off it comes last.
  static let all: [StageDeclaration] = [
    IngestStage.declaration,
    ValidateStage.declaration,
    DedupeStage.declaration,
    EnrichStage.declaration,
    ScoreStage.declaration,
    SendStage.declaration,
    EscalateStage.declaration,
    GovernStage.declaration,
    ReportStage.declaration,
    UndoStage.declaration,
  ]
}
