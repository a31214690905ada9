import Testing

@testable import Sequencing

@Suite struct MessageTemplateTests {
  private let values: [Placeholder: String] = [
    .firstName: " Ana\r\nBcc: x ", .companyName: "M&S <b>", .city: "  ",
  ]

  @Test(
    "values, defaults and braces are put in",
    arguments: [
      ("Hi {first_name}", "Hi Ana Bcc: x"),
      ("Hi {first_name|there},", "Hi Ana Bcc: x,"),
      ("{last_name|there}", "there"), ("{last_name|}!", "!"), ("{city|Berlin}", "Berlin"),
      ("{last_name|a|b}", "a|b"), ("{{first_name}}", "{first_name}"), ("{{{city|x}}}", "{x}"),
      ("", ""), ("plain", "plain"),
    ])
  func render(source: String, expected: String) throws {
    #expect(try MessageTemplate(source).render(values) == expected)
  }

  @Test("values are escaped for HTML, the template is not")
  func html() throws {
    let template = try MessageTemplate("<p>{company_name}</p>{last_name|<i>&</i>}")
    #expect(
      try template.render(values, form: .html)
        == "<p>M&amp;S &lt;b&gt;</p>&lt;i&gt;&amp;&lt;/i&gt;")
  }

  @Test("a value that is missing or blank and has no default is said")
  func missing() throws {
    let template = try MessageTemplate("{first_name} {city}")
    #expect(template.requiredPlaceholders == [.firstName, .city])
    #expect(throws: MessageTemplate.MissingValue(placeholder: .city)) {
      try template.render(values)
    }
  }

  @Test(
    "what cannot be a template is refused with its line",
    arguments: [
      ("a\n{frist_name}", TemplateError(problem: .unknownPlaceholder("frist_name"), line: 2)),
      ("{}", TemplateError(problem: .unknownPlaceholder(""), line: 1)),
      ("{ first_name }", TemplateError(problem: .unknownPlaceholder(" first_name "), line: 1)),
      ("a {first_name", TemplateError(problem: .unclosed, line: 1)),
      ("a {first_name\n}", TemplateError(problem: .unclosed, line: 1)),
      ("{first_name{city}}", TemplateError(problem: .unclosed, line: 1)),
      ("a\n\nb } c", TemplateError(problem: .strayBrace, line: 3)),
    ])
  func refused(source: String, expected: TemplateError) {
    #expect(throws: expected) { try MessageTemplate(source) }
  }
}
