typealias Field = FieldDeclaration

/// Fields that several kinds have, and those of the kinds that are not in files of their own.
enum FieldCatalog {
  static let externalID = Field(
    "external_id", .text, "the supplier's own id of the record; a row with a known id updates it",
    synonyms: ["id", "leadid", "recordid", "externalid", "crmid", "kennung"])
  static let email = Field(
    "email", .email, "e-mail address",
    synonyms: ["email", "emailaddress", "mail", "emailadresse", "courriel", "correo", "workemail"])
  static let phone = Field(
    "phone", .phone, "telephone number in any spelling",
    synonyms: [
      "phone", "phonenumber", "telephone", "tel", "telefon", "telefono", "mobile", "handy",
    ])
  static let fullName = Field(
    "full_name", .text, "whole name of the person",
    synonyms: ["name", "fullname", "contactname", "ansprechpartner"])
  static let firstName = Field(
    "first_name", .text, "given name",
    synonyms: ["firstname", "givenname", "vorname", "prenom", "nombre"])
  static let lastName = Field(
    "last_name", .text, "family name",
    synonyms: ["lastname", "surname", "familyname", "nachname", "nom", "apellido"])
  static let jobTitle = Field(
    "job_title", .text, "role of the person",
    synonyms: ["jobtitle", "title", "position", "role", "funktion"])
  static let country = Field(
    "country", .country, "country by name or ISO 3166 code",
    synonyms: ["country", "countrycode", "land", "pays", "pais"])
  static let numberCountry = Field(
    "country", .country,
    "country that a number without a code is of; without it, a refusal counts for all that are dialled "
      + "so",
    synonyms: country.synonyms, isKept: false)
  static let currency = Field(
    "currency", .text, "ISO 4217 code", synonyms: ["currency", "waehrung"])
  static let owner = Field(
    "owner", .text, "user responsible",
    synonyms: ["owner", "assignedto", "salesrep", "besitzer"])
  static let at = Field(
    "at", .timestamp, "when it happened", required: true,
    synonyms: ["at", "date", "timestamp", "time", "occurredat", "eventtime"])
  static let birthDate = Field(
    "born_on", .date, "date of birth, for the age from which somebody consents alone")
  static let guardianConsent = Field(
    "guardian_consent", .choice, "granted where a guardian consented for a minor")
  /// What somebody said no to.
  static let refusals: [Field] = [
    Field(
      "opted_out", .text, "refuses all messages: yes, or since when",
      synonyms: ["optedout", "optout", "unsubscribed", "donotcontact"], isShared: true),
    Field(
      "email_opted_out", .text, "refuses e-mail: yes, or since when",
      synonyms: ["emailoptout", "hasoptedoutofemail"], isShared: true),
    Field(
      "phone_opted_out", .text, "refuses calls: yes, or since when",
      synonyms: ["donotcall"], isShared: true),
    Field(
      "sms_opted_out", .text, "refuses text messages: yes, or since when",
      synonyms: ["smsoptout"], isShared: true),
    Field(
      "contact_status", .text,
      "words such as unsubscribed or do not contact refuse all messages, others say nothing",
      isShared: true),
  ]
  static let createdAt = Field(
    "created_at", .timestamp, "when the record came to be at the supplier",
    synonyms: ["createdat", "created", "createddate", "date", "datum", "erstelltam"])

  static let address: [Field] = [
    Field("street", .text, "street and number", synonyms: ["street", "address", "strasse", "rue"]),
    Field("city", .text, "town", synonyms: ["city", "town", "ort", "stadt", "ville", "ciudad"]),
    Field(
      "postcode", .text, "postal code",
      synonyms: ["postcode", "zip", "zipcode", "postalcode", "plz", "codepostal"]),
    Field(
      "region", .text, "state, province or county",
      synonyms: ["region", "state", "province", "county", "bundesland"]),
    country,
  ]

  static let firm: [Field] = [
    Field("website", .url, "web site", synonyms: ["website", "url", "web", "homepage"]),
    Field("industry", .text, "line of business", synonyms: ["industry", "branche", "sector"]),
    Field(
      "employees", .integer, "number of employees",
      synonyms: ["employees", "numberofemployees", "headcount", "mitarbeiter"]),
    Field(
      "annual_revenue", .money, "revenue a year, in whole units of the supplier's currency",
      synonyms: ["annualrevenue", "revenue", "umsatz", "jahresumsatz"]),
  ]

  static let lead: [Field] =
    [
      externalID, fullName, firstName, lastName, email, phone,
      Field(
        "company", .text, "company name",
        synonyms: ["company", "companyname", "organisation", "organization", "firma", "account"]),
      jobTitle,
    ] + firm + address + [
      Field("language", .text, "preferred language", synonyms: ["language", "locale", "sprache"]),
      Field(
        "lead_source", .text, "where the supplier says the lead came from",
        synonyms: ["leadsource", "source", "channel", "quelle", "herkunft"]),
      Field("utm_source", .text, "UTM source", synonyms: ["utmsource"]),
      Field("utm_medium", .text, "UTM medium", synonyms: ["utmmedium"]),
      Field("utm_campaign", .text, "UTM campaign", synonyms: ["utmcampaign", "campaign"]),
      Field("utm_term", .text, "UTM term", synonyms: ["utmterm"]),
      Field("utm_content", .text, "UTM content", synonyms: ["utmcontent"]),
      Field("utm_id", .text, "UTM campaign id", synonyms: ["utmid", "utmcampaignid"]),
      Field(
        "landing_url", .url, "page that the lead landed on",
        synonyms: ["landingpage", "landingurl"]),
      Field(
        "referrer_url", .url, "page that the lead came from",
        synonyms: ["referrer", "referer", "referrerurl", "refererurl"]),
      owner, createdAt,
      Field(
        "consent_status", .choice, "granted, declined, withdrawn, expired, or empty when not asked",
        synonyms: ["consent", "consentstatus", "optin", "gdprconsent", "einwilligung"]),
      Field(
        "consent_at", .timestamp, "when consent was given or withdrawn",
        synonyms: ["consentat", "consentdate", "optindate"]),
      Field(
        "consent_source", .text, "form or event where consent was given",
        synonyms: ["consentsource", "optinsource"]),
      Field("consent_wording", .text, "version of the text that was agreed to"),
      Field("consent_ip", .text, "address that consent was given from"),
      Field("consent_confirmed_at", .timestamp, "when the confirmation link was followed"),
      Field(
        "consent_expires_at", .timestamp, "when the consent ends",
        synonyms: ["consentexpiresat", "consentexpires", "consentvaliduntil"]),
      birthDate, guardianConsent,
      Field("notes", .text, "free text", synonyms: ["notes", "comment", "comments", "bemerkung"]),
    ] + refusals

  static let account: [Field] =
    [
      externalID,
      Field(
        "name", .text, "company name", required: true,
        synonyms: ["name", "accountname", "company", "companyname", "firma"]),
      Field("domain", .text, "main e-mail or web domain", synonyms: ["domain", "emaildomain"]),
      phone,
    ] + firm + address

  static let contact: [Field] =
    [
      externalID, fullName, firstName, lastName, email, phone, jobTitle,
      Field(
        "account", .text, "external id of the account",
        synonyms: ["account", "accountid", "company"]
      ),
    ] + address + refusals

  static let deal: [Field] = [
    Field(
      "external_id", .text, "the deal's id at the supplier", required: true,
      synonyms: ["id", "dealid", "opportunityid"]),
    Field("name", .text, "title of the deal", synonyms: ["name", "dealname", "opportunity"]),
    Field("account", .text, "external id of the account", synonyms: ["account", "accountid"]),
    Field("contact_email", .email, "e-mail of the contact", synonyms: ["contactemail", "email"]),
    owner,
    Field(
      "stage", .text, "pipeline stage", required: true, synonyms: ["stage", "dealstage", "phase"]),
    Field(
      "amount", .money, "value of the deal", synonyms: ["amount", "value", "dealvalue", "betrag"],
      column: "amount_cents"),
    currency,
    Field(
      "forecast_category", .choice, "pipeline, best_case, commit, closed or omitted",
      synonyms: ["forecastcategory", "category"]),
    createdAt,
    Field(
      "expected_close_at", .timestamp, "expected closing date",
      synonyms: ["expectedclose", "closedate", "expectedcloseat"]),
    Field("closed_at", .timestamp, "when it was won or lost", synonyms: ["closedat", "closedon"]),
    Field("status", .choice, "open, won or lost", synonyms: ["status", "dealstatus"]),
  ]

  static let dealStage: [Field] = [
    Field(
      "deal", .text, "external id of the deal", required: true, synonyms: ["deal", "dealid"]),
    Field("stage", .text, "stage entered", required: true, synonyms: ["stage", "tostage"]),
    at,
    Field(
      "amount", .money, "value of the deal then", synonyms: ["amount", "value"],
      column: "amount_cents"),
    Field(
      "expected_close_at", .timestamp, "expected closing date then",
      synonyms: ["expectedclose", "closedate", "expectedcloseat"]),
  ]

  static let task: [Field] = [
    externalID,
    Field(
      "title", .text, "what is to be done", required: true, synonyms: ["title", "task", "subject"]),
    owner,
    Field("status", .choice, "open, done or cancelled", synonyms: ["status", "state"]),
    Field(
      "priority", .choice, "low, normal, high or urgent", synonyms: ["priority", "prioritaet"]),
    Field("due_at", .timestamp, "when it is due", synonyms: ["dueat", "due", "duedate"]),
    Field("completed_at", .timestamp, "when it was done", synonyms: ["completedat", "completed"]),
    Field("lead_email", .email, "e-mail of the lead concerned", synonyms: ["leademail", "email"]),
    Field("deal", .text, "external id of the deal concerned", synonyms: ["deal", "dealid"]),
    createdAt,
  ]

  static let activity: [Field] = [
    externalID,
    Field(
      "type", .choice, "call, meeting, email, note or other", required: true,
      synonyms: ["type", "activitytype", "kind"]),
    at, email,
    Field("deal", .text, "external id of the deal concerned", synonyms: ["deal", "dealid"]),
    owner,
    Field("subject", .text, "what it was about", synonyms: ["subject", "title"]),
    Field("outcome", .text, "what came of it", synonyms: ["outcome", "result"]),
  ]

  static let engagement: [Field] = [
    externalID, email,
    Field(
      "event", .choice, "delivered, open, click, reply, bounce, unsubscribe or complaint",
      required: true, synonyms: ["event", "eventtype", "type"]),
    at,
    Field("message_id", .text, "id of the message concerned", synonyms: ["messageid"]),
    Field("campaign", .text, "campaign concerned", synonyms: ["campaign"]),
    Field("url", .url, "link that was clicked", synonyms: ["url", "link"]),
  ]

  static let consent: [Field] = [
    externalID, email, phone,
    Field(
      "channel", .choice, "email, sms, whatsapp, phone or any; several divided by ';'",
      synonyms: ["channel", "kanal"]),
    Field("purpose", .text, "what the data may be used for", synonyms: ["purpose", "zweck"]),
    Field(
      "status", .choice, "granted, declined, withdrawn or expired", required: true,
      synonyms: ["status", "consent", "decision"]),
    Field("lawful_basis", .choice, "GDPR Article 6 basis", synonyms: ["lawfulbasis", "basis"]),
    Field(
      "at", .timestamp, "when it was decided; a refusal without it counts from the day it is known",
      synonyms: at.synonyms),
    Field("source", .text, "form or event where it was given", synonyms: ["source", "form"]),
    Field(
      "wording_version", .text, "version of the text that was agreed to",
      synonyms: ["wordingversion", "wording"]),
    Field("ip", .text, "address that it was given from", synonyms: ["ip", "ipaddress"]),
    Field(
      "double_opt_in_at", .timestamp, "when the confirmation link was followed",
      synonyms: ["doubleoptinat", "doubleoptin", "confirmedat"]),
    Field("expires_at", .timestamp, "when it ends", synonyms: ["expiresat", "expires"]),
    birthDate, guardianConsent, numberCountry,
  ]

  static let suppression: [Field] = [
    email, phone,
    Field(
      "email_sha256", .text, "SHA-256, SHA-1 or MD5 of the lower-case address, hexadecimal",
      synonyms: ["emailsha256", "emailhash", "emailsha1", "emailmd5"]),
    Field(
      "phone_sha256", .text,
      "SHA-256, SHA-1 or MD5 of the E.164 number with or without its plus, hexadecimal",
      synonyms: ["phonesha256", "phonehash", "phonesha1", "phonemd5"]),
    Field("domain", .text, "whole e-mail domain to leave alone", synonyms: ["domain"]),
    Field(
      "channel", .choice, "email, sms, whatsapp, phone or any", synonyms: ["channel", "kanal"]),
    Field(
      "category", .text, "kind of messages it is about, as a sequence's purpose; empty: all",
      synonyms: ["category", "kategorie"]),
    Field("reason", .text, "why", synonyms: ["reason", "grund"]),
    Field("registry", .text, "name of the registry", synonyms: ["registry", "list"]),
    Field("at", .timestamp, "since when", synonyms: ["at", "date", "since", "addedat"]),
    numberCountry,
  ]
}
