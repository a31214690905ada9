/// What is wrong with what was asked for, in words that say what to do.
package struct ExportError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
