package import LeadModel

/// What a workbook says about itself (File > Info).
package struct WorkbookProperties: Sendable {
  package let title: String
  package let subject: String
  package let author: String
  package let comments: String
  /// Stored as the creation time, so that the same content gives the same bytes.
  package let asOf: Timestamp

  /// The as-of time is the run's; no workbook carries the time of day at which it was made.
  package init(
    title: String, subject: String = "", author: String = "Leadmill", comments: String = "",
    asOf: Timestamp
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.comments = comments
    self.asOf = asOf
  }
}
