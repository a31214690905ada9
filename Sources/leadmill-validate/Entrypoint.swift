internal import ValidateStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(ValidateStage.declaration)
  }
}
