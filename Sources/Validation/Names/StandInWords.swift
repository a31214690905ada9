import Bytes

/// What people write into a field that they are asked for, and that it is not: folded, in the languages
/// of ingest.
enum StandInWords {
  static func of(_ field: StandIn.Field) -> Set<String> {
    switch field {
    case .company: companies
    case .jobTitle: jobTitles
    case .city: cities
    case .street: streets
    }
  }

  /// Those of several words: what begins as they do is looked at more closely.
  static let phrases = all.filter { $0.contains(" ") }.union(trials)

  /// Those of one word, folded and as people write them.
  static let single = WordSet(all.filter { !$0.contains(" ") } + unfolded)

  private static let all = companies.union(jobTitles).union(cities).union(streets)

  /// Written with other letters than they are folded to.
  private static let unfolded = [
    "selbstständig", "selbständig", "selbstständige", "selbständige", "selbstständiger",
    "selbständiger", "privé", "privée", "étudiant", "étudiante", "indépendant", "indépendante",
    "autónomo", "autónoma", "autônomo", "société", "città", "straße", "função", "libérale",
    "zelfständig", "anónimo", "ocupação", "profissão", "profesión", "ocupación", "función",
    "self-employed", "auto-entrepreneur", "Étudiant", "Étudiante", "Élève", "élève",
    "localité", "población", "località", "organización", "organisação", "organização",
  ]

  /// Words of an example: with a legal form behind them they are one too.
  static let trials: Set<String> = [
    "muster", "musterfirma", "musterunternehmen", "mustermann", "test", "testfirma", "testcompany",
    "testing", "demo", "example", "sample", "dummy", "fake", "beispiel", "beispielfirma", "exemple",
    "ejemplo", "esempio", "exemplo", "voorbeeld", "acmetest", "foo", "foobar", "company", "firma",
    "firmenname",
  ]

  /// The name of the field, no company's, and what somebody is who has none.
  private static let companies: Set<String> = [
    "firma", "firm", "firmen name", "name der firma", "unternehmen", "unternehmensname", "betrieb",
    "arbeitgeber", "employer", "organisation", "organization", "organizacion", "organizacao",
    "business", "business name", "my company", "meine firma", "entreprise", "societe",
    "nom de l entreprise", "empresa", "mi empresa", "nombre de la empresa", "azienda", "ditta",
    "societa", "nome azienda", "nome da empresa", "minha empresa", "bedrijf", "bedrijfsnaam",
    "keine firma", "ohne firma", "kein unternehmen", "keine angaben", "no business",
    "without company",
    "sans entreprise", "aucune", "aucune entreprise", "sin empresa", "ninguna", "senza azienda",
    "nessuna", "nessuna azienda", "sem empresa", "nenhuma", "geen bedrijf", "geen",
    "privat", "private", "privatperson", "private person", "private individual", "privatkunde",
    "privatkundin", "privater", "privatier", "individual", "personal", "consumer", "particulier",
    "particuliers", "prive", "privee", "particular", "particolare", "privato", "privata", "privado",
    "privada", "pessoa fisica", "persona fisica", "persona particular", "natural person",
    "selbststandig", "selbstandig", "selbststandige", "selbstandige", "selbststandiger",
    "selbstandiger", "self employed", "selfemployed", "freelance", "freelancer", "freiberufler",
    "freiberuflich", "freiberuflerin", "freier mitarbeiter", "independent", "independant",
    "independante", "a mon compte", "auto entrepreneur", "autoentrepreneur", "autonomo", "autonoma",
    "libero professionista", "profissional liberal", "zelfstandig", "zelfstandige", "zzp", "zzper",
    "student", "studentin", "students", "studierende", "studierender", "etudiant", "etudiante",
    "estudiante", "studente", "studentessa", "estudante", "scholar", "pupil", "eleve", "schuler",
    "schulerin",
    "retired", "retiree", "pensioner", "rentner", "rentnerin", "pensioniert", "pensionar",
    "retraite", "retraitee", "jubilado", "jubilada", "pensionato", "pensionata", "aposentado",
    "aposentada", "gepensioneerd", "unemployed", "jobless", "arbeitslos", "arbeitssuchend",
    "ohne arbeit", "between jobs", "looking for work", "sans emploi", "au chomage", "desempleado",
    "desempleada", "disoccupato", "disoccupata", "desempregado", "desempregada", "werkloos",
    "housewife", "hausfrau", "homemaker", "none of your business", "nunya", "not your business",
    "geht sie nichts an", "geht dich nichts an", "geheim", "secret", "confidential", "vertraulich",
    "myself", "ich", "ich selbst", "me", "moi", "moi meme", "yo", "yo mismo", "io", "eu", "ikzelf",
    "home", "zuhause", "zu hause", "guest", "gast",
  ]

  /// The name of the field.
  private static let jobTitles: Set<String> = [
    "job", "title", "titel", "job title", "jobtitle", "your job title", "position", "positions",
    "your position", "role", "your role", "rolle", "function", "funktion", "beruf",
    "berufsbezeichnung",
    "stelle", "stellenbezeichnung", "tatigkeit", "occupation", "profession", "poste", "fonction",
    "metier", "intitule du poste", "puesto", "cargo", "cargo actual", "funcion", "profesion",
    "ocupacion", "ruolo", "posizione", "professione", "mansione", "qualifica", "lavoro", "funcao",
    "profissao", "ocupacao", "functie", "functietitel", "beroep", "rol", "baan",
  ]

  /// The name of the field, or a place that is nowhere.
  private static let cities: Set<String> = [
    "city", "your city", "town", "stadt", "ort", "wohnort", "deine stadt",
    "ihre stadt",
    "musterstadt", "musterort", "musterhausen", "musterdorf", "beispielstadt", "teststadt",
    "anytown", "any town", "anycity", "sometown", "somewhere", "nowhere", "irgendwo", "nirgendwo",
    "ville", "votre ville", "localite", "ciudad", "tu ciudad", "poblacion", "localidad", "citta",
    "localita", "cidade", "sua cidade", "localidade", "stad", "plaats", "woonplaats",
    "test city", "teststad", "villetest",
  ]

  private static let streets: Set<String> = [
    "street", "your street", "street address", "address", "your address", "strasse", "strasse nr",
    "strasse hausnummer", "hausnummer", "adresse", "anschrift", "rue", "votre adresse", "calle",
    "direccion", "via", "indirizzo", "rua", "endereco", "straat", "straatnaam", "adres",
    "beispielstrasse", "beispielstrasse 1", "teststrasse", "teststrasse 1",
  ]
}
