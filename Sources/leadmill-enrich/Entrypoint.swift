internal import EnrichStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(EnrichStage.declaration)
  }
}
