internal import ReportStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(ReportStage.declaration)
  }
}
