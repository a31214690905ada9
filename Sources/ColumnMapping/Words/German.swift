/// Words of headers in German; the lines read as those of `EnglishWords`.
enum GermanWords {
  static let table = """
    : der|die|das|des|den|dem|ihr|ihre|ihren|von|vom|zu|zum|zur|und|oder|im|fur|ob|wann|angabe|angaben|aktuelle|aktueller|wie lautet|wie ist|wie heisst|wie sind sie|sind|ich bin mit|ich bin|meiner|meine|mit|bitte|bitte angeben|welche|welches|welcher
    email: e-mail adresse|emailadresse|mailadresse|mail adresse|e-mail anschrift|elektronische post|emailanschrift
    phone: telefon|tel|telefonnummer|tel nr|telnr|telefonnr|festnetz|festnetznummer|rufnummer|fon|telefon nr|telefonkontakt|tel nummer|rufnr
    phone+main: haupttelefon
    phone+direct: durchwahl
    mobile: handy|handynummer|mobil|mobiltelefon|mobilnummer|mobilfunk|mobilfunknummer|mobil tel nr|handynr|mobil nr
    fax: telefax|faxnummer|fax nr|autotelefon|telefon fur horbehinderte|ruckmeldung
    name_or_last: name
    first: vorname|rufname|vornamen
    last: nachname|familienname|zuname|hausname
    full+name: vollstandiger name|kompletter name|ganzer name|ansprechpartner|ansprechperson|kontaktperson|vor und nachname|vorname nachname|vorname und nachname|vorname name|name vorname|kundenname?|name und vorname|nachname vorname
    middle: weitere vornamen|zweiter vorname|mittelname|initialen|geburtsname
    prefix: anrede|namensprafix|briefanrede|akademischer grad|namenszusatz
    suffix: namenssuffix
    nickname: spitzname|benutzername|anmeldename
    person: betroffene person|betroffener|kontakt|kontaktdaten|teilnehmer|teilnehmerin|besucher|mitglied|ansprech|interessenten|empfanger|bewerber|spender|patient|patientin|freiwilliger
    company: firma|unternehmen|firmenname|unternehmensname|organisation|betrieb|arbeitgeber|gesellschaft|firmen|unternehmens|firmenbezeichnung|firmierung|institution~|einrichtung~|organisationsname|hochschule~
    department: abteilung|bereich|fachbereich|buro|dienststelle
    job: position|funktion|berufsbezeichnung|stellenbezeichnung|jobtitel|beruf|stelle~|tatigkeit|aufgabe im unternehmen|jobbezeichnung|stellung~
    title: titel?
    role: rolle
    website: webseite|internetseite|homepage|webadresse|internetadresse|internet|internetauftritt|netzseite|web seite|firmenwebsite
    address: adresse|anschrift|postanschrift
    street: strasse|strassenname|strasse und hausnummer|strasse hausnummer|strasse nr|strasse u nr|strasse hausnr|strasse und nr|str nr|str
    city: ort|stadt|wohnort|ortschaft|gemeinde|firmensitz?|standort?|sitz?
    postcode: plz|postleitzahl|postleit zahl|post leitzahl
    region: bundesland|kanton|provinz|landkreis|bundesland kanton|region?|bundesland oder kanton|kreis?
    country: land|staat|landercode|landerkennung|landerkurzel|landeskennzeichen|land region|landesname|staatsname
    language: sprache|korrespondenzsprache|muttersprache|bevorzugte sprache|sprachcode
    industry: branche|wirtschaftszweig|industrie|sektor|geschaftsfeld|branchenbezeichnung
    employees: mitarbeiter?|beschaftigte|mitarbeitende|belegschaft
    count+employees: mitarbeiterzahl|anzahl mitarbeiter|mitarbeiteranzahl|unternehmensgrosse|firmengrosse|anzahl der mitarbeiter|anzahl beschaftigte|anzahl mitarbeitende|betriebsgrosse
    size: grosse
    revenue: umsatz|umsatzzahlen
    annual+revenue: jahresumsatz|jahres umsatz|umsatz pro jahr
    annual: jahrlich|jahrlicher|jahres
    source: quelle|herkunft~|auf uns aufmerksam geworden|auf uns aufmerksam|von uns erfahren|lead quelle|leadquelle|wie haben sie von uns erfahren|ursprung~|datenquelle~
    campaign: kampagne|kampagnenname|werbeaktion
    medium: medium
    landing: zielseite|einstiegsseite|landeseite
    page: seite
    form: formular|formularname
    referrer: empfohlen von|geworben von|empfehlung
    consent: verarbeitung daten~|datenverarbeitung~|verarbeitung~|einwilligung|zustimmung|einverstandnis|datenschutz~|dsgvo|einwilligungsstatus|werbeeinwilligung|einverstanden|datenschutzerklarung~|datenschutz akzeptiert|datenschutzeinwilligung|dsgvo einwilligung
    optout: abmeldung|abgemeldet|werbesperre|widerspruch|kein newsletter|werbewiderspruch|abbestellt|sperrvermerk
    optin: angemeldet?
    marketing: werbung|werbliche
    accept: akzeptiert|zugestimmt|erlaubt|erteilt|bestatigt
    newsletter: newsletter|newsletteranmeldung|newsletter anmeldung
    channel: kanal|kommunikationskanal
    purpose: zweck|verwendungszweck|verarbeitungszweck
    basis: rechtsgrundlage|rechtsgrund
    wording: wortlaut|einwilligungstext|text der einwilligung
    version: fassung
    ip: ip adresse
    expires: ablaufdatum|lauft ab|befristet bis|gultig bis|lauft ab am|ablauf
    id: kennung?|datensatz id|datensatznummer|schlussel?|kurzel?|externe id|id extern|fremd id|fremdschlussel~|externe nummer
    number: nummer|nr|hausnummer|hausnr|nro
    count: anzahl|gesamtzahl|wie viele
    code: kurzzeichen|code
    created: erstellt|erfasst|angelegt|erstelldatum|erstellungsdatum|anlagedatum|erfassungsdatum|eingangsdatum|erstellt am|angelegt am|erfasst am|registriert|eingegangen|anmeldedatum|eingetragen|aufgenommen|eintrittsdatum|registrierungsdatum|hinzugefugt|kontaktdatum|gescannt|scandatum|scanzeit|erfassungszeit|erfassungszeitpunkt|eintragsdatum?|bestelldatum?|anfragedatum|kunde seit|mitglied seit|kundin seit
    created+entry: eintragung|anlage|eingang
    modified: geandert|letzte anderung|anderungsdatum|aktualisiert|zuletzt geandert|bearbeitet|letzter kontakt|letzte aktivitat|anderung|zuletzt bearbeitet|zuletzt aktualisiert|letzte bearbeitung
    date: datum|tag?|am
    time: uhrzeit|zeit|zeitpunkt
    timestamp: zeitstempel|datum uhrzeit|datum und uhrzeit
    added: seit?|hinzugefugt am|gesperrt seit|gesperrt am|eintragsdatum
    changed: gewechselt|wechsel|anderungszeitpunkt|wechseldatum
    by: durch
    status: zustand|bearbeitungsstand
    stage: verkaufsphase|vertriebsphase|dealphase|stufe|verkaufsstufe
    type: art|typ
    owner: zugewiesener benutzer|zugewiesener nutzer|zugewiesen|zustandig|zustandiger|verantwortlich|kundenbetreuer|leadinhaber|vertriebler|vertriebsmitarbeiter|zugewiesen an|betreut von|kundenberater|gehort~|zustandigkeit
    owner+holder: besitzer|inhaber|eigentumer|berater|vertreter|vertrieb|betreuer|verkaufer|aussendienst|innendienst|sachbearbeiter|bearbeiter|verantwortlicher
    manager: vorgesetzter|vorgesetzten|leiter|chef|vorgesetzte|fuhrungskraft
    assistant: assistent|assistentin|assistent in|sekretariat|assistenz|vertretung
    note: notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|freitext|hinweis~|hinweise~|nachricht|mitteilung|gesprachsnotiz|ihre nachricht|zusatzinfo
    description: beschreibung
    subject: betreff|thema
    value: wert
    display: angezeigter name|anzeigename|angezeigter
    lead: interessent|leads
    customer: kunde|kunden|debitor|auftraggeber|besteller|kaufer
    customer+number: kdnr|kd nr|kundennr|kundennummer|debitorennummer
    deal: verkaufschance|geschaft|auftrag|chance|opportunity|vertriebschance
    task: aufgabe|aufgaben
    activity: aktivitat|termin|anruf|gesprach|besuch
    event: ereignis|ereignistyp|veranstaltung
    message: nachrichten
    user: benutzer|nutzer|anwender
    amount: gesamtpreis|gesamtbetrag|gesamtsumme|positionswert|zeilensumme|gesamtwert|betrag|summe|auftragswert|dealwert|volumen|auftragsvolumen|angebotssumme|wert in euro|netto betrag|umsatzpotenzial
    currency: wahrung|waehrung|wahrungscode
    probability: wahrscheinlichkeit|abschlusswahrscheinlichkeit
    forecast: prognose|prognosekategorie
    category: kategorie|kategorien
    expected: erwartet|erwartetes|erwarteter|voraussichtlich|voraussichtliches|voraussichtlicher|geplant|geplantes|geplanter
    close: abschluss|abschlussdatum
    won: abgeschlossen am|gewonnen am|geschlossen am
    won+entry: gewonnen|geschlossen
    due: fallig|falligkeit|falligkeitsdatum|fallig am|frist|termin bis|bis wann
    completed: erledigt am
    completed+entry: erledigt|abgeschlossen|fertiggestellt|fertig
    priority: prioritat|dringlichkeit|wichtigkeit
    outcome: ergebnis|resultat
    reason: grund|begrundung|ursache|sperrgrund
    registry: liste|sperrliste|robinsonliste|register
    work: geschaftlich|geschaft*|dienstlich|beruflich|arbeit|geschaft|gesch|geschaftl
    home: privat|private|privater|zu hause|wohnung
    other: weitere|weiterer|weiteres|sonstige|alternativ|alternative|andere|zusatzliche|zusatz
    secondary: zweite|sekundare|zweit|sekundar|zweites
    primary: primare|haupt|primarer|primar
    main: zentrale|allgemein|hauptnummer
    direct: direktwahl
    billing: rechnung|rechnungs|rechnungsadresse|rechnungsanschrift
    shipping: liefer|lieferung|lieferadresse|lieferanschrift|versand
    preferred: bevorzugt|bevorzugte
    confirm: bestatigt am|bestatigungsdatum
    confirm+entry: bestatigung
    latest: letzte|letzter|letztes|nachste|nachster|zuletzt
    previous: fruhere|fruherer|vorherige|vorheriger|bisherige|ehemalige|bisheriger|alte
    parent: mitglied von|mutter|konzern|muttergesellschaft|ubergeordnete
    birth: geburtstag|geburtsdatum|geburts|geboren|geboren am|geb|geb datum|geb am|geb dat|tag der geburt|geburt
    birth_part: geburtsjahr|geburtsmonat|jahrgang
    foreign: herkunftsland|geburtsort|alter|geburtsland|jahrestag|hochzeitstag
    register: handelsregisternummer|handelsregister|hrb|unternehmensregister|rechtsform
    gender: geschlecht
    spouse: ehepartner|partner|kinder|ehefrau|ehemann
    emergency: notfall|notfallkontakt
    verified: gepruft|verifiziert|uberpruft|ungultig
    not: nicht|kein|keine
    label: schlagwort|schlagworte|stichwort|markierung
    score: bewertung|punkte|note der bewertung|punktzahl
    review: rezensionen|bewertungen|anzahl bewertungen|anzahl rezensionen
    to: neue phase|nach phase|nach
    from: von phase|alte phase
    hash: prufsumme
    flag: ist|hat|wurde
    associated: zugehorige|zugehoriger|zugehoriges|verknupfte|verknupftes|zugeordnete|zugeordnetes
    product: produkt|artikel|produktname|artikelname|produktbezeichnung|artikelbezeichnung|ware|warenbezeichnung|position nr|produkte|leistung
    product+number: artikelnummer|artikelnr|artikel nr|art nr|artnr|produktnummer|bestellnummer artikel|materialnummer|sachnummer
    price: preis|verkaufspreis|listenpreis|einzelpreis|stuckpreis|vk|vk preis|nettopreis|preis pro stuck|bruttopreis|stueckpreis|grundpreis|preise|e preis|vk netto
    net: netto|ohne mwst|zzgl mwst|exkl mwst|o mwst
    unit: stuck|einheit|mengeneinheit|me
    quantity: menge|stuckzahl|anzahl stuck|bestellmenge|liefermenge|anzahl lizenzen
    caption: bezeichnung|benennung|titel der position|kurzbezeichnung
    billing_period: abrechnung|abrechnungszeitraum|abrechnungsart|abrechnungsintervall|zahlungsintervall|abrechnungsperiode|zahlungsweise|laufzeitart|intervall
    active: aktiv|aktiviert|inaktiv|freigegeben
    team: team|teamname|verkaufsteam|vertriebsteam|gruppe|gruppen
    time_zone: zeitzone
    category: warengruppe|artikelgruppe|produktgruppe|produktfamilie|produktkategorie|sortiment|artikelkategorie|warengruppenname
    deal: vorgang|projekt|angebot
    foreign: ust idnr|umsatzsteuer id|einkaufspreis|ek|ek preis|ek netto|lagerbestand|bestand|lager|mwst|mwst satz|steuersatz|rabattpreis|aktionspreis|angebotspreis|gewicht|lieferant|hersteller|einkauf
    foreign: passwort|kennwort|bild|foto|kontonummer|bankverbindung|steuernummer|ustid|ust id|umsatzsteuer|kundengruppe|rabatt|gehalt|wochentag|abrechnungsinformation|nationalitat|staatsangehorigkeit|stand|modell|sendung|bestellung|messe|vorlage
    """
}
