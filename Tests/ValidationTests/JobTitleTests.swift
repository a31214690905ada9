import Bytes
import Testing

struct JobTitleTests {
  @Test(
    "a job title tells seniority and department in seven languages",
    arguments: [
      "CEO|chief|management", "Projektleiter|manager|-",
      "Teamleiterin Service|manager|service", "Product Owner|specialist|research",
      "Chef de projet|manager|-", "Data Protection Officer|-|legal",
      "DRH|head|people", "DSI|head|technology", "GF|chief|management", "Werkstudent|trainee|-",
      "Werksleiter|head|operations",
      "Chief Financial Officer|chief|-", "CFO|chief|finance",
      "CTO|chief|technology", "CIO|chief|technology", "CMO|chief|marketing", "COO|chief|operations",
      "Geschäftsführer|chief|management", "Geschäftsführerin|chief|management",
      "Managing Director|chief|management", "Vorstand|chief|management",
      "Directeur général|chief|management", "Director General|chief|management",
      "Direttore generale|chief|management", "Algemeen directeur|chief|management",
      "Diretor Geral|chief|management", "Inhaber|owner|management", "Founder|owner|management",
      "Eigenaar|owner|management", "Titolare|owner|management", "Fundadora|owner|management",
      "Head of Sales|head|sales", "VP Marketing|head|marketing", "Vertriebsleiter|head|sales",
      "Einkaufsleiterin|head|purchasing", "Leiter IT|head|technology",
      "Leiterin Personal|head|people",
      "Directeur commercial|head|sales", "Directrice marketing|head|marketing",
      "Responsable des achats|head|purchasing", "Responsabile vendite|head|sales",
      "Director de Compras|head|purchasing", "Jefe de Ventas|head|sales",
      "Diretor Financeiro|head|finance", "Hoofd Inkoop|head|purchasing",
      "Sales Director|head|sales",
      "Vice President Finance|head|finance", "Marketing Manager|manager|marketing",
      "Account Manager|manager|sales", "Teamlead Software|manager|technology",
      "Gerente de Ventas|manager|sales", "HR Manager|manager|people",
      "Supply Chain Manager|manager|operations", "Legal Counsel|-|legal",
      "Software Engineer|specialist|technology", "Softwareentwickler|specialist|technology",
      "Buchhalter|specialist|finance", "Comptable|specialist|finance",
      "Einkäufer|specialist|purchasing",
      "Ingénieur logiciel|specialist|-", "Customer Success Manager|manager|service",
      "Data Scientist|specialist|technology", "Forschungsleiter|head|research",
      "Assistant to the CEO|assistant|-", "Sekretärin|assistant|-", "Sachbearbeiter|assistant|-",
      "Praktikantin|trainee|-", "Stagiaire marketing|trainee|marketing", "Werkstudent|trainee|-",
      "PA to CEO|assistant|-", "Director's Assistant|assistant|-",
      "Marketing Manager Intern|trainee|-",
      "former CEO|-|-", "Ex-CEO|-|-", "ehemaliger Geschäftsführer|-|-", "Prokurist|head|-",
      "Chief Engineer|head|-", "Chief of Staff|head|-", "Lead Generation Specialist|specialist|-",
      "Chairman|chief|management", "Board Member|chief|management", "President|chief|management",
      "Vice President|head|-", "Engineering Manager|manager|technology",
      "Assistant Manager|manager|-",
      "Intern|trainee|-", "Apprenti|trainee|-", "Becario|trainee|-", "Gardener|-|-", "|-|-",
    ])
  func title(line: String) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let title = JobTitle(cells[0])
    #expect(title.seniority?.rawValue ?? "-" == cells[1])
    // What the table leaves open is not asked for.
    if cells[2] != "-" { #expect(title.department?.rawValue == cells[2]) }
  }

  @Test("a title of a megabyte says nothing at once")
  func megabyte() {
    let title = JobTitle(String(repeating: "CEO ", count: 1 << 18))
    #expect(title.seniority == nil)
    #expect(title.department == nil)
  }
}
