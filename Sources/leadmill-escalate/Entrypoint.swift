internal import EscalateStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(EscalateStage.declaration)
  }
}
