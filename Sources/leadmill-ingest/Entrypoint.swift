internal import IngestStage
internal import StageKit

@main
enum Entrypoint {
  static func main() {
    StageProgram.main(IngestStage.declaration)
  }
}
