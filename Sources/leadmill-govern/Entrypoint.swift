internal import GovernStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(GovernStage.declaration)
  }
}
