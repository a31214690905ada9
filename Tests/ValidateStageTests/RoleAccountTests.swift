import Definitions
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("Names before the @ that belong to a role")
struct RoleAccountTests {
  private static func isRole(_ name: String) throws -> Bool {
    var name = name
    let policy = try PolicyFile.read(
      DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml"))
    return name.withUTF8 { policy.roleAccounts.isRole($0) }
  }

  @Test("every mailbox of RFC 2142 is a role's")
  func standard() throws {
    for name in """
    info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster
    www uucp ftp
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      #expect(try Self.isRole(String(name)), "\(name)")
    }
  }

  @Test(
    "those of the languages of ingest are, in any case and with marks, numbers and places",
    arguments: [
      "enquiries", "CustomerService", "customer-service", "accounts.payable", "no_reply", "Info",
      "verkauf", "rechnung", "Empfang", "datenschutz", "geschaeftsleitung", "büro", "bewerbungen",
      "direction", "comptabilite", "achats", "service.client", "ressources-humaines", "rrhh",
      "administracion", "atencion.al.cliente", "compras", "amministrazione", "acquisti",
      "segreteria", "ufficio.stampa", "geral", "financeiro", "atendimento", "verkoop", "inkoop",
      "klantenservice", "info+fair", "info2", "sales01", "info-24", "sales.de", "uk-sales",
      "info.berlin", "office.vienna", "sales-team", "kontakt_nord", "hr-recruiting",
    ])
  func roles(name: String) throws {
    #expect(try Self.isRole(name))
  }

  @Test("names of people are none, alone, with an initial and beside another name")
  func people() throws {
    let given = """
      anna peter maria hans jean marie jose carmen luca giulia joao ana jan sophie john mary dean mark
      grace hope will bill rob pat sam max kai jo ida ola bo alexa paris job dev beta chase major
      earl duke bishop price page art rich gene ray rose ruby may june april dawn summer
      """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    let family = """
      smith mueller schmidt koch bauer schneider kaufmann winkel vogt richter lehmann kaiser martin
      bernard petit moreau garcia lopez carreras rossi russo silva santos devries dejong bakker
      chambers banks marshall cook church guest gast schade stage hall house field
      """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    for name in given + family { #expect(try !Self.isRole(name), "\(name)") }
    for (first, last) in zip(given, family) {
      for name in [
        "\(first).\(last)", "\(first.prefix(1)).\(last)", "\(first)_\(last)", "\(last)2",
      ] {
        #expect(try !Self.isRole(name), "\(name)")
      }
    }
    for name in ["anna.post", "p.post", "jo.post", "maria.sales", "m-sales", "20.info", "a", ""] {
      #expect(try !Self.isRole(name), "\(name)")
    }
  }
}
