internal import SendStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(SendStage.declaration)
  }
}
