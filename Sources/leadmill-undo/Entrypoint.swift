internal import UndoStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(UndoStage.declaration)
  }
}
