import Glibc
import LeadModel
import Matching
import StageKit

extension LinkModelFile {
  /// Where a model that was learnt is put, in the workspace.
  static func name(of model: LinkModel) -> String {
    "output/matching-model-v\(model.version).json"
  }

  /// Writes a model for people to read, and to keep among the definitions: whole or not at all.
  ///
  /// - Throws: `StageFailure` when it cannot be written.
  static func write(_ model: LinkModel, to workspace: Workspace) throws {
    let path = "\(workspace.root)/\(name(of: model))"
    let draft = path + ".part"
    mkdir(workspace.outputFolder, 0o777)
    guard let file = fopen(draft, "wb") else { throw failure(path) }
    let isWritten = fputs(model.json.text(indented: true) + "\n", file) >= 0
    guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
      let failure = failure(path)
      unlink(draft)
      throw failure
    }
  }

  private static func failure(_ path: String) -> StageFailure {
    StageFailure(
      .internalFault,
      "cannot write '\(path)': \(String(cString: strerror(errno))); "
        + "check the rights of the folder and the free space")
  }
}
