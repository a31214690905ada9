internal import ScoreStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(ScoreStage.declaration)
  }
}
