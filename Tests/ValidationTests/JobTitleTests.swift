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
      "Founding Engineer|specialist|-", "Founding Designer|specialist|-",
      "Founding Partner|owner|management", "Founding Member|owner|management",
      "Founding CEO|chief|management", "Founding Account Executive|-|sales",
      "Betriebsrat|-|-", "Betriebsratsvorsitzender|-|-", "Betriebswirtin|-|-",
      "Betriebsleiter|head|operations", "Leiter Betrieb|head|operations",
      "Non-Executive Director|chief|management", "Verwaltungsrat|chief|management",
      "Verwaltungsratspräsident|chief|management", "Executive Director|head|-",
      "Gruppenleiter|manager|-", "Teamleiter|manager|-", "Schichtleiterin|manager|-",
      "Abteilungsleiter|head|-", "Team Leader|manager|-", "Chef d'équipe|manager|-",
      "Teamleider|manager|-", "Afdelingshoofd|head|-", "DAF|head|finance", "RAF|head|finance",
      "Zaakvoerder|owner|management", "Zaakvoerster|owner|management",
      "Inkoper|specialist|purchasing", "Inkoopmanager|manager|purchasing",
      "Acheteuse|specialist|purchasing", "Proprietor|owner|management",
      "Mitinhaberin|owner|management", "Chef d'entreprise|owner|management",
      "Dueña|owner|management", "Unternehmer|owner|management", "Imprenditrice|owner|management",
      "Ondernemer|owner|management", "HRBP|specialist|people", "RH|-|people",
      "CPA|specialist|finance", "Bookkeeper|specialist|finance", "Boekhouder|specialist|finance",
      "Ragioniere|specialist|finance", "Wirtschaftsprüferin|-|finance", "Tesorero|-|finance",
      "Pressesprecher|-|marketing", "Press Officer|-|marketing", "Porte-parole|-|marketing",
      "Portavoz|-|marketing", "Woordvoerder|-|marketing", "Subdirector|head|-",
      "Vicedirettore|head|-", "Entwicklungsingenieurin|specialist|-", "SDR|specialist|sales",
      "Receptionist|assistant|-", "Vertriebsmanagerin|manager|sales",
      "former CEO|-|-", "Ex-CEO|-|-", "ehemaliger Geschäftsführer|-|-", "Prokurist|head|-",
      "Chief Engineer|head|-", "Chief of Staff|head|-", "Lead Generation Specialist|specialist|-",
      "Chairman|chief|management", "Board Member|chief|management", "President|chief|management",
      "Vice President|head|-", "Engineering Manager|manager|technology",
      "Assistant Manager|manager|-",
      "HR Business Partner|specialist|people", "Sales Partner Manager|manager|sales",
      "Partner Sales Manager|manager|sales", "People Partner|specialist|people",
      "Partner|owner|management", "Managing Partner|owner|management", "Tax Partner|owner|finance",
      "Partner, Sales Manager|owner|sales", "Partner & Consultant|owner|management",
      "Process Owner|specialist|-", "Data Owner|specialist|technology", "Co-Owner|owner|management",
      "Owner, Process Engineering|owner|-", "Business Owner|owner|management",
      "CEO / Owner|chief|management", "Process Owner Assistant|assistant|-",
      "Vorstandsassistent|assistant|-", "Vorstandsassistentin|assistant|-",
      "Geschäftsführungsassistenz|assistant|-", "Vorstandsvorsitzender|chief|management",
      "Vorstandsmitglied|chief|management", "Vertriebsassistent|assistant|sales",
      "Mitglied der Geschäftsleitung|chief|management", "Geschäftsleiterin|chief|management",
      "Vorsitzende des Vorstands|chief|management", "Referent des Vorstands|specialist|-",
      "Mitarbeiter der Geschäftsleitung|-|-", "Sekretariat Geschäftsführung|assistant|-",
      "ehem. Geschäftsführer|-|-", "CEO a.D.|-|-", "Vorstand i. R.|-|-", "Head of I.R.|head|-",
      "Student Advisor|specialist|-", "Student Success Manager|manager|-", "Student|trainee|-",
      "Student, Services Marketing|trainee|marketing", "PhD Student|trainee|-",
      "Secretary General|chief|management", "Generalsekretärin|chief|management",
      "Secrétaire générale|chief|management", "Secretary to the Director General|assistant|-",
      "Company Secretary|head|legal", "Executive Secretary|assistant|-", "Secretary|assistant|-",
      "Marketingleiter|head|marketing", "Marketingleitung|head|marketing",
      "IT-Leiter|head|technology", "Technischer Leiter|head|technology",
      "Technical Director|head|technology", "Technical Support Manager|manager|service",
      "Betreuerin für Behindertenbegleitung|-|-", "Abteilungsleitung|head|-",
      "Chef de vente|head|sales",
      "Responsable du service après-vente|head|service",
      "Kaufmännischer Leiter|head|finance", "Projektleitung|manager|-",
      "Gerente general|chief|management", "GM|chief|management", "CDO|chief|management",
      "Präsidentin|chief|management", "Vizepräsident|head|-", "Vice Chair|head|-", "AVP|head|-",
      "Regional Sales Mgr|manager|sales", "Dir. of Ops|head|operations",
      "General Counsel|head|legal", "Head Nurse|manager|-", "Chef cuisinier|specialist|-",
      "Chief Petty Officer|specialist|-", "Administrador|chief|management",
      "Administrador e especialista de conceção de base de dados|specialist|-",
      "Intern|trainee|-", "Apprenti|trainee|-", "Becario|trainee|-", "Gardener|-|-", "|-|-",
    ])
  func title(line: String) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let title = JobTitle(cells[0])
    #expect(title.seniority?.rawValue ?? "-" == cells[1])
    // What the table leaves open is not asked for.
    if cells[2] != "-" { #expect(title.department?.rawValue == cells[2]) }
  }

  @Test(
    "a controller is of finance unless what stands before it is no money",
    arguments: [
      ("Controller", JobTitle.Department.finance), ("Financial Controller", .finance),
      ("Leiter Controlling", .finance), ("Plant Controller", .finance),
      ("Air Traffic Controller", nil), ("Document Controller", nil),
      ("Quality Controller", .operations), ("Traffic, Controller", .finance),
    ] as [(String, JobTitle.Department?)])
  func controller(title: String, department: JobTitle.Department?) {
    #expect(JobTitle(title).department == department)
  }

  @Test(
    "words of a department are of none beside others",
    arguments: [
      ("Personal assistant", nil), ("Personal trainer", nil), ("Leiter Personal", .people),
      ("Tourist information centre manager", nil), ("Information Officer", .technology),
      ("Building services engineer", nil), ("Services Engineer", .service),
      ("Communications engineer", nil), ("Communications Manager", .marketing),
      ("assistant de service social", nil), ("Health service manager", nil),
    ] as [(String, JobTitle.Department?)])
  func bound(title: String, department: JobTitle.Department?) {
    #expect(JobTitle(title).department == department)
  }

  @Test("a title of a megabyte says nothing at once")
  func megabyte() {
    let title = JobTitle(String(repeating: "CEO ", count: 1 << 18))
    #expect(title.seniority == nil)
    #expect(title.department == nil)
  }
}
