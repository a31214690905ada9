/// Words that columns of certain fields hold: enough to know such a column by, not to know them all.
enum Names {
  /// Common given names of the seven languages, folded.
  static let given: Set<String> = words(
    """
    adam adrian alain alan albert alberto alessandro alessia alex alexander alexandra alfredo alice \
    alina amelie ana andre andrea andreas andrew angela anita anja ann anna anne annette antoine \
    anton antonia antonio antony arthur astrid aurelie barbara bart beate beatriz ben benjamin \
    bernard bernd birgit brian bruno camille carla carlos carmen carolina caroline cecile celine \
    charles charlotte chiara chloe chris christian christina christine christoph christopher claire \
    clara claudia claudio cleo cristina daan daniel daniela david davide deborah denis diana diego \
    dieter dirk dominik dominique donald doris edith eduardo edward elena eleonora elias elisa \
    elisabeth elizabeth ella ellen emil emily emma enrico eric erik erika ernst esther eva fabian \
    fabio federica federico felix fernando filippo florence florian francesca francesco francisco \
    francois frank franz fred frederic friedrich gabriel gabriela gabriele george georg gerard \
    gerhard giorgia giovanni giulia giuseppe grace greta guido hanna hannah hans harald heike heinz \
    helen helena helga henri henry hugo ida ines ingrid irene isabel isabella isabelle jacques jakob \
    james jan jane janine jasmin javier jean jennifer jens jessica joan joao joachim joanna johan \
    johann johannes john jonas jorge jose josef joseph juan judith jules julia julian julie jurgen \
    karen karin karl karla katarina katharina kathrin katja kees kevin klaus kurt lara larissa lars \
    laura laurent lea lena leo leon leonardo lieke lina linda lisa lorenzo louis louise luca lucas \
    lucia lucie luis luisa lukas luuk magdalena manfred manuel marc marcel marco marcos margaret \
    maria marie marina mario marion mark markus marlene marta martha martin martina mary mateo \
    matteo matthias max maximilian melanie mia michael michel michele miguel mike monica monika \
    nadine natalie nathalie nick nicolas nicole niklas nina noah nora norbert olga oliver olivia \
    olivier oscar otto paola paolo pascal patricia patrick paul paula paulo pedro petra peter \
    philip philippe pia pierre pieter rachel rafael ralf raphael raquel rebecca regina renate \
    riccardo richard rita robert roberto roland rosa rosalind ruth sabine samuel sandra sara sarah \
    sebastian silvia simon simona simone sofia sonja sophia sophie stefan stefania stefano \
    stephan stephanie stephen susan susanne sven sylvie tanja teresa theo thibault thomas tim \
    tobias tom ulrich ulrike ursula uwe valentina valerie vanessa vera victor vincent wilhelm \
    willem william wolfgang yves yvonne
    """)

  static let salutations: Set<String> = words(
    "mr mrs ms miss mx dr prof herr frau hr fr divers m mme mlle monsieur madame sr sra srta don "
      + "dona sig signor signora signorina dott dottssa dhr mevr mevrouw meneer")

  static let currencies: Set<String> = words(
    "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN JPY CNY INR AUD CAD NZD BRL MXN ARS CLP TRY "
      + "ZAR SGD HKD KRW ILS AED")

  static let languages: Set<String> = words(
    "de en fr es it pt nl pl cs da sv fi no tr english german french spanish italian portuguese "
      + "dutch deutsch englisch franzosisch spanisch italienisch niederlandisch anglais allemand "
      + "francais espagnol espanol italiano portugues nederlands engels duits frans")

  /// Words of positions in companies. German ones are written together, so that their ends count.
  private static let jobs: Set<String> = words(
    """
    accountant administrator advisor analyst architect assistant associate attorney buyer ceo cfo \
    chairman chef chief cio cmo cofounder consultant controller coo coordinator cto designer \
    developer director doctor engineer executive founder head lawyer lead manager nurse officer \
    owner partner planner president principal procurement professor recruiter representative \
    researcher secretary specialist strategist supervisor teacher technician trainee vp \
    geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin leiter leiterin vorstand prokurist \
    assistentin assistent berater beraterin referent referentin einkaufer einkauferin verkaufer \
    ingenieur meister sachbearbeiter techniker \
    directeur directrice gerant gerante responsable charge chargee chef ingenieur assistante \
    president fondateur fondatrice acheteur acheteuse comptable consultante pdg dirigeant \
    conseiller conseillere commercial \
    director directora gerente jefe jefa propietario propietaria tecnico tecnica ingeniero \
    administrador administradora consultor consultora comprador contable socio socia presidente \
    direttore direttrice responsabile titolare amministratore impiegato impiegata consulente \
    tecnico ingegnere geometra contabile socio acquisti addetto addetta fondatore \
    diretor diretora gerente coordenador coordenadora analista proprietario engenheiro engenheira \
    contador contadora assistente presidente socio socia \
    directeur eigenaar hoofd inkoper bedrijfsleider adviseur boekhouder projectleider medewerker \
    secretaresse bestuurder zaakvoerder verkoper accountmanager marketingmanager
    """)

  private static let jobEndings = [
    "leiter", "leiterin", "fuhrer", "fuhrerin", "ingenieur", "ingenieurin", "assistent",
    "assistentin", "referent", "referentin", "manager", "managerin", "leider", "medewerker",
    "beauftragter", "beauftragte", "techniker", "entwickler", "berater", "beraterin",
  ]

  /// Whether a folded word is one of a position.
  static func isJobWord(_ word: Substring) -> Bool {
    if jobs.contains(String(word)) { return true }
    return word.utf8.count >= 10 && jobEndings.contains { word.hasSuffix($0) }
  }

  static let statuses: Set<String> = Set(
    """
    active|inactive|new|open|closed|pending|unsubscribed|subscribed|bounced|deleted|archived|\
    enabled|disabled|contacted|not contacted|qualified|unqualified|converted|assigned|in progress|\
    won|lost|draft|cancelled|canceled|approved|declined|unconfirmed|confirmed|cleaned|removed|\
    aktiv|inaktiv|neu|offen|geschlossen|abgemeldet|geloscht|zugewiesen|kontaktiert|qualifiziert|\
    umgewandelt|in arbeit|gewonnen|verloren|erledigt|angemeldet|bestatigt|\
    actif|active|inactif|nouveau|nouvelle|ouvert|ouverte|ferme|fermee|desabonne|abonne|contacte|\
    qualifie|converti|assigne|en cours|gagne|perdu|supprime|\
    activo|activa|inactivo|nuevo|nueva|abierto|abierta|cerrado|cerrada|baja|alta|contactado|\
    calificado|convertido|asignado|en curso|ganado|perdido|\
    attivo|inattivo|nuovo|nuova|aperto|aperta|chiuso|chiusa|disiscritto|contattato|qualificato|\
    convertito|assegnato|in corso|vinto|perso|\
    ativo|ativa|inativo|novo|nova|aberto|aberta|fechado|fechada|removido|descadastrado|contatado|\
    qualificado|atribuido|em andamento|ganho|\
    actief|inactief|nieuw|gesloten|afgemeld|aangemeld|gecontacteerd|gekwalificeerd|toegewezen|\
    in behandeling|gewonnen|verloren
    """.split(separator: "|").map(String.init))

  static let consents: Set<String> = Set(
    """
    granted|declined|withdrawn|pending|subscribed|unsubscribed|opt in|opt out|optin|optout|\
    opted in|opted out|implied|express|explicit|given|accepted|agreed|consented|confirmed|\
    double opt in|single opt in|never subscribed|not subscribed|checked|erteilt|widerrufen|\
    zugestimmt|abgemeldet|angemeldet|accepte|refuse|aceptado|rechazado|accettato|rifiutato|aceito|\
    recusado|akkoord|geweigerd|1|0
    """.split(separator: "|").map(String.init))

  static let socialHosts = [
    "linkedin.com", "facebook.com", "twitter.com", "xing.com", "instagram.com", "youtube.com",
    "github.com", "://x.com",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
