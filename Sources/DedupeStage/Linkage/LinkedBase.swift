import Matching
import Store

/// What the model knows of a base at a moment, for single records to be compared with it.
struct LinkedBase {
  let database: Database
  let model: LinkModel
  let weights: ModelWeights
  let reader: LinkReader
  var pages: BlockPages

  init(database: Database, model: LinkModel, reader: LinkReader) {
    self.database = database
    self.model = model
    self.reader = reader
    weights = ModelWeights(model)
    pages = BlockPages(database: database)
  }
}
