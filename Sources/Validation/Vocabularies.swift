extension Vocabulary {
  /// Answers to "may we contact you", in the languages that forms come in.
  package static let consentStatus = Vocabulary([
    (
      "granted",
      [
        "yes", "y", "true", "1", "ja", "j", "oui", "o", "si", "s", "sim", "opted in", "opt in",
        "optin", "given", "accepted", "agreed", "confirmed", "consented", "subscribed", "erteilt",
        "einwilligung erteilt", "zugestimmt", "accepté", "accordé", "aceptado", "concedido",
        "wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar", "x", "on", "double opt in",
        "bestätigt", "ok",
      ]
    ),
    (
      "declined",
      [
        "no", "n", "false", "0", "nein", "non", "nao", "nee", "refused", "rejected", "denied",
        "opted out", "opt out", "optout", "abgelehnt", "verweigert", "refusé", "rechazado",
        "falsch", "faux", "falso", "onwaar", "off",
      ]
    ),
    (
      "withdrawn",
      [
        "revoked", "unsubscribed", "unsubscribe", "cancelled", "canceled", "widerrufen",
        "abgemeldet", "retiré", "révoqué", "retirado", "revocado", "removed", "unsub", "stop",
        "widerruf", "widerspruch", "widersprochen", "abmeldung", "abbestellt", "gesperrt", "sperre",
        "werbesperre", "désabonné", "désinscrit", "désinscription", "opposition", "retrait", "baja",
        "dado de baja", "dada de baja", "desuscrito", "oposición", "disiscritto", "disiscrizione",
        "cancellato", "revocato", "revoca", "uitgeschreven", "afgemeld", "ingetrokken",
        "descadastrado", "descadastrada", "cancelado", "revogado", "do not contact", "do not email",
        "do not mail", "do not call", "dnc", "blocked", "blocklisted", "blacklisted", "suppressed",
        "objected", "objection", "right to be forgotten", "art 17", "gdpr delete request",
        "deletion request", "erasure request", "delete me", "löschanfrage", "löschantrag",
        "robinson", "deceased", "verstorben", "décédé", "fallecido", "deceduto",
        "falecido", "overleden",
      ]
    ),
    (
      "not_asked",
      [
        "not asked", "unknown", "pending", "none", "na", "unbekannt", "nicht gefragt",
        "keine angabe", "inconnu", "desconocido", "null",
      ]
    ),
    (
      "expired",
      [
        "lapsed", "ended", "outdated", "no longer valid", "abgelaufen", "erloschen", "ausgelaufen",
        "expiré", "caducado", "vencido", "expirado", "scaduto", "verlopen",
      ]
    ),
  ])

  package static let channel = Vocabulary([
    ("email", ["e-mail", "mail", "newsletter", "courriel", "correo"]),
    ("sms", ["text", "text message"]),
    ("whatsapp", ["wa"]),
    ("phone", ["call", "calls", "telephone", "telefon", "téléphone", "teléfono", "voice", "tps"]),
    ("any", ["all", "alle", "tous", "todos", "every"]),
  ])

  package static let dealStatus = Vocabulary([
    ("open", ["offen", "active", "in progress", "ouvert", "abierto", "new"]),
    ("won", ["closed won", "gewonnen", "gagné", "ganado", "win"]),
    ("lost", ["closed lost", "verloren", "perdu", "perdido", "loss", "abandoned"]),
  ])

  /// Whether a user or a product is still there.
  package static let presence = Vocabulary([
    (
      "active",
      [
        "yes", "y", "true", "1", "enabled", "on", "current", "aktiv", "ja", "wahr", "actif", "oui",
        "vrai", "activo", "si", "attivo", "ativo", "sim", "actief",
      ]
    ),
    (
      "inactive",
      [
        "no", "n", "false", "0", "disabled", "off", "left", "former", "retired", "discontinued",
        "inaktiv", "nein", "falsch", "ausgeschieden", "inactif", "non", "faux", "inactivo",
        "inattivo", "inativo", "nao", "inactief", "nee",
      ]
    ),
  ])

  package static let billing = Vocabulary([
    ("one_time", ["one time", "once", "one off", "einmalig", "unique", "licence", "perpetual"]),
    ("monthly", ["month", "per month", "mtl", "monatlich", "mensuel", "mensual", "mensile"]),
    (
      "annual",
      ["annually", "yearly", "year", "per year", "jährlich", "annuel", "anual", "annuale"]
    ),
  ])

  /// What two leads are to each other.
  package static let linkDecision = Vocabulary([
    ("same", ["same person", "accept", "yes", "match", "gleich", "ja", "même", "mismo", "stesso"]),
    (
      "different",
      ["not the same", "reject", "no", "no match", "verschieden", "nein", "différent", "distinto"]
    ),
    ("unsure", ["not sure", "unknown", "maybe", "unsicher", "unklar"]),
  ])

  package static let forecastCategory = Vocabulary([
    ("pipeline", ["open pipeline"]),
    ("best_case", ["upside", "best"]),
    ("commit", ["committed", "most likely"]),
    ("closed", ["closed won", "won"]),
    ("omitted", ["omit", "none", "excluded"]),
  ])

  package static let taskStatus = Vocabulary([
    (
      "open", ["offen", "todo", "to do", "new", "pending", "in progress", "not started", "started"]
    ),
    ("done", ["completed", "complete", "closed", "finished", "erledigt", "terminé", "hecho"]),
    ("cancelled", ["canceled", "abgebrochen", "annulé", "cancelado", "dropped", "deferred"]),
  ])

  package static let priority = Vocabulary([
    ("low", ["niedrig", "gering", "basse", "baja", "4", "p4"]),
    ("normal", ["medium", "mittel", "normale", "media", "standard", "3", "p3"]),
    ("high", ["hoch", "haute", "alta", "important", "2", "p2"]),
    ("urgent", ["critical", "dringend", "urgente", "kritisch", "highest", "1", "p1"]),
  ])

  package static let activityType = Vocabulary([
    ("call", ["phone", "phone call", "anruf", "telefonat", "appel", "llamada"]),
    ("meeting", ["demo", "visit", "termin", "besuch", "reunion", "réunion", "appointment"]),
    ("email", ["e-mail", "mail", "courriel", "correo"]),
    ("note", ["notiz", "comment", "memo", "nota"]),
    ("other", ["sonstiges", "misc", "autre", "otro", "task", "letter", "event"]),
  ])

  package static let engagementEvent = Vocabulary([
    ("delivered", ["delivery", "accepted"]),
    ("open", ["opened", "opens", "view", "read"]),
    ("click", ["clicked", "clicks", "link click"]),
    ("reply", ["replied", "replies", "response", "answer"]),
    (
      "bounce",
      [
        "bounced", "hard bounce", "soft bounce", "dropped", "failed", "bounced email",
        "email bounced", "cleaned", "invalid email", "blocked", "rebote", "rimbalzo", "rebond",
        "rückläufer", "undelivered",
        "undeliverable",
      ]
    ),
    (
      "unsubscribe",
      [
        "unsubscribed", "unsub", "opt out", "optout", "opted out", "group unsubscribe",
        "list unsubscribe", "stop", "suppressed", "suppression", "subscription change",
        "subscriptionchange", "abmeldung", "abgemeldet", "désabonnement", "désabonné",
        "désinscription", "désinscrit", "baja", "disiscrizione", "disiscritto", "afmelding",
        "afgemeld", "uitgeschreven", "cancelamento", "descadastrado", "withdrawn", "revoked",
        "remove me", "remove", "cancel", "quit", "end", "stopall", "cancelación", "cancellazione",
        "arrêt", "dnc", "cancelar inscrição", "avslutt", "one click", "not interested", "stopp",
      ]
    ),
    (
      "complaint",
      [
        "complained", "spam", "spam report", "spamreport", "spam complaint", "spamcomplaint",
        "marked as spam", "abuse", "abuse report", "junk", "fbl", "feedback loop", "beschwerde",
        "plainte", "queja", "reclamo", "klacht", "junk report",
      ]
    ),
  ])

  /// GDPR Article 6(1) (a) to (f).
  package static let lawfulBasis = Vocabulary([
    (
      "consent",
      [
        "einwilligung", "consentement", "consentimiento", "consenso", "consentimento",
        "toestemming", "explicit consent", "express consent", "a",
      ]
    ),
    (
      "contract",
      [
        "vertrag", "contrat", "contrato", "contratto", "overeenkomst", "vertragserfüllung",
        "performance of a contract", "exécution du contrat", "b",
      ]
    ),
    (
      "legal_obligation",
      [
        "legal", "rechtliche verpflichtung", "gesetzliche pflicht", "obligation légale",
        "obligación legal", "obbligo legale", "obrigação legal", "wettelijke verplichting", "c",
      ]
    ),
    (
      "vital_interests",
      [
        "vital interest", "lebenswichtige interessen", "intérêts vitaux", "intereses vitales",
        "interessi vitali", "interesses vitais", "vitale belangen", "d",
      ]
    ),
    (
      "public_task",
      [
        "public interest", "öffentliches interesse", "öffentliche aufgabe", "intérêt public",
        "mission d'intérêt public", "interés público", "interesse pubblico", "interesse público",
        "algemeen belang", "e",
      ]
    ),
    (
      "legitimate_interests",
      [
        "legitimate interest", "berechtigtes interesse", "berechtigte interessen",
        "intérêt légitime", "intérêts légitimes", "interés legítimo", "intereses legítimos",
        "legittimo interesse", "interesse legittimo", "interesse legítimo", "interesses legítimos",
        "legítimo interesse", "gerechtvaardigd belang", "gerechtvaardigde belangen", "li",
        "soft opt in", "f",
      ]
    ),
  ])
}
