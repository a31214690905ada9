/// Where the bytes of an XML document come from, from its beginning to its end, once.
protocol XMLSource: AnyObject {
  /// What to call the document in errors.
  var name: String { get }

  /// - Returns: bytes read; 0 at the end.
  /// - Throws: `TabularError` for damage or a limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int
}

extension ZipPart: XMLSource {}
