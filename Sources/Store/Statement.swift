internal import CSQLite

/// A prepared statement. Bind, step to the end (or reset), use again.
///
/// Parameters count from 1, columns from 0, as in SQLite. A failed binding is reported by the next
/// `step`. Not Sendable: it belongs to the task that owns the database.
package final class Statement {
  private let handle: OpaquePointer
  /// What error messages call the statement: a query's name, or its text.
  private let label: String
  private var bindingError: Int32 = SQLITE_OK
  /// Which of the first 64 parameters are not NULL, a bit each: what is NULL already is not bound
  /// again, and most values of most rows are.
  private var bound: UInt64 = 0

  init(handle: OpaquePointer, label: String) {
    self.handle = handle
    self.label = label
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: Binding

  package func bind(_ index: Int, _ value: Int64) {
    noteBound(index)
    note(sqlite3_bind_int64(handle, Int32(index), value))
  }

  package func bind(_ index: Int, _ value: Int) { bind(index, Int64(value)) }

  package func bind(_ index: Int, _ value: Double) {
    noteBound(index)
    note(sqlite3_bind_double(handle, Int32(index), value))
  }

  package func bind(_ index: Int, _ value: String) {
    var value = value
    value.withUTF8 { bindText(index, $0) }
  }

  package func bind(_ index: Int, _ value: String?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  package func bind(_ index: Int, _ value: Int64?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  package func bind(_ index: Int, _ value: SQLValue) {
    switch value {
    case .null: bindNull(index)
    case .int(let number): bind(index, number)
    case .real(let number): bind(index, number)
    case .text(let text): bind(index, text)
    }
  }

  /// Binds bytes; SQLite takes a copy.
  package func bindBlob(_ index: Int, _ bytes: [UInt8]) {
    noteBound(index)
    bytes.withUnsafeBytes {
      note(
        sqlite3_bind_blob64(
          handle, Int32(index), $0.baseAddress, UInt64($0.count),
          unsafeBitCast(-1, to: sqlite3_destructor_type.self)))
    }
  }

  package func bindNull(_ index: Int) {
    let bit = Self.bit(index)
    if bit != 0, bound & bit == 0 { return }
    bound &= ~bit
    note(sqlite3_bind_null(handle, Int32(index)))
  }

  /// Binds UTF-8 text; SQLite takes a copy.
  package func bindText(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    bindText(index, text, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  /// Binds UTF-8 text that the caller keeps alive and unchanged until the statement has been reset.
  package func bindTextWithoutCopy(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    bindText(index, text, nil)
  }

  private func bindText(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ destructor: sqlite3_destructor_type?
  ) {
    noteBound(index)
    let start = text.baseAddress.map(UnsafeRawPointer.init)
    // A null pointer would bind NULL; an empty text is not NULL.
    let bytes = (start ?? UnsafeRawPointer(bitPattern: 1))?.assumingMemoryBound(to: CChar.self)
    note(
      sqlite3_bind_text64(
        handle, Int32(index), bytes, UInt64(text.count), destructor, UInt8(SQLITE_UTF8)))
  }

  /// Position of a named parameter such as `:email`, from 1; 0 when there is none.
  package func index(of name: String) -> Int {
    Int(sqlite3_bind_parameter_index(handle, name))
  }

  // MARK: Running

  /// Runs to the next row.
  ///
  /// - Returns: whether there is a row to read; at the end the statement is reset.
  /// - Throws: `DatabaseError`.
  package func step() throws -> Bool {
    guard bindingError == SQLITE_OK else {
      let code = bindingError
      reset()
      throw DatabaseError(
        code: code, message: String(cString: sqlite3_errstr(code)), action: "bind to \(label)")
    }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let error = lastError()
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Makes the statement ready to be run again and forgets its bindings.
  package func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    bound = 0
    bindingError = SQLITE_OK
  }

  /// Binds all parameters in order and runs to the end.
  package func run(_ values: SQLValue...) throws {
    bindAll(values)
    while try step() {}
  }

  /// Binds parameters by name (`":email"`) and runs to the end.
  package func run(named values: [String: SQLValue]) throws {
    try bindAll(named: values)
    while try step() {}
  }

  /// Binds all parameters in order and hands each row to the closure.
  package func rows(_ values: SQLValue..., body: (Statement) throws -> Void) throws {
    bindAll(values)
    do {
      while try step() { try body(self) }
    } catch {
      reset()
      throw error
    }
  }

  /// Binds all parameters in order and reads the first row, if there is one.
  package func first<R>(_ values: SQLValue..., read: (Statement) throws -> R) throws -> R? {
    bindAll(values)
    defer { reset() }
    return try step() ? try read(self) : nil
  }

  package func bindAll(_ values: [SQLValue]) {
    reset()
    for (offset, value) in values.enumerated() { bind(offset + 1, value) }
  }

  package func bindAll(named values: [String: SQLValue]) throws {
    reset()
    for (name, value) in values {
      let index = index(of: name)
      guard index > 0 else {
        throw DatabaseError(.other, "no parameter '\(name)'", action: "bind to \(label)")
      }
      bind(index, value)
    }
  }

  // MARK: Reading

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  package func columnName(_ column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  package func int(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  package func optionalInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }

  package func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  package func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }

  /// The column as text, empty for NULL.
  package func text(_ column: Int) -> String {
    withTextBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Reads a text column in place: the bytes live until the next step. Empty for NULL.
  package func withTextBytes<R>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The bytes of a blob; empty for NULL.
  package func blob(_ column: Int) -> [UInt8] {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return start.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) } ?? []
  }

  package func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .int(int(column))
    case SQLITE_FLOAT: .real(double(column))
    default: .text(text(column))
    }
  }

  // MARK: Errors

  private func noteBound(_ index: Int) { bound |= Self.bit(index) }

  /// The bit of a parameter, counted from 1; 0 for none.
  private static func bit(_ index: Int) -> UInt64 {
    index > 0 && index <= UInt64.bitWidth ? 1 << UInt64(index - 1) : 0
  }

  private func note(_ code: Int32) {
    if code != SQLITE_OK { bindingError = code }
  }

  private func lastError() -> DatabaseError {
    let connection = sqlite3_db_handle(handle)
    return DatabaseError(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)), action: label)
  }
}
