internal import DedupeStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(DedupeStage.declaration)
  }
}
