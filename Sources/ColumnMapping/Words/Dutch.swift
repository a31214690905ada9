/// Words of headers in Dutch; the lines read as those of `EnglishWords`.
enum DutchWords {
  static let table = """
    : de|het|een|van|voor|en|of|uw|je|op|bij|te|der|nieuwe
    email: e-mailadres|emailadres|mailadres|e-mail adres|elektronisch adres|e-post|e-postadres|mail adres
    phone: telefoon|tel|telefoonnummer|tel nr|telefoonnr|vaste telefoon|vast nummer|vaste lijn|telefoon nummer|tel nummer|telefoon vast|doorkiesnummer
    mobile: mobiel|mobiele telefoon|gsm|mobiel nummer|mobiele nummer|gsm nummer|06 nummer|mobielnummer|telefoon mobiel|mobieltje
    fax: faxnummer|fax nummer|semafoon
    name_or_last: naam
    first: voornaam|roepnaam|voornamen
    last: achternaam|familienaam|geslachtsnaam
    full+name: volledige naam|contactpersoon|naam contactpersoon|voor en achternaam|voornaam en achternaam|naam contact|aanspreekpunt|klantnaam?
    middle: tussenvoegsel|tweede voornaam|initialen|voorletters|tussenvoegsels|meisjesnaam|voorvoegsel
    prefix: aanhef|aanspreektitel|aanspreking
    suffix: achtervoegsel
    nickname: bijnaam|gebruikersnaam
    person: betrokkene|contact|persoon|deelnemer|bezoeker|lid|genodigde|donateur|patient|vrijwilliger
    company: bedrijf|bedrijfsnaam|organisatie|onderneming|firma|organisatienaam|naam bedrijf|werkgever|firmanaam|naam organisatie|bedrijfs|naam onderneming|instelling~
    department: afdeling
    job: functie|functietitel|beroep|positie~|functieomschrijving|functienaam|baan~
    title: titel?
    role: rol
    website: webpagina|website adres|webadres|internetadres|internetpagina
    address: adres|postadres|bezoekadres|adresgegevens
    street: straat|straatnaam|straat en huisnummer|straat huisnummer|straat en nummer|straat nr|adresregel 1|adres 1
    city: plaats|stad|woonplaats|plaatsnaam|gemeente|vestigingsplaats
    postcode: postcode|post code
    region: provincie|regio?|staat?|staat provincie|provincie of staat|deelstaat
    country: land|landcode|landnaam|land regio|land of regio
    language: taal|voorkeurstaal|taalcode
    industry: branche|sector|bedrijfstak|industrie|bedrijfssector
    employees: medewerkers|werknemers|personeelsleden|fte
    count+employees: aantal medewerkers|aantal werknemers|bedrijfsgrootte|aantal fte
    size: grootte|omvang
    revenue: omzet
    annual+revenue: jaaromzet
    annual: jaarlijks|jaarlijkse
    source: bron|herkomst~|leadbron|bron van lead|hoe heeft u ons gevonden|oorsprong~
    campaign: campagne|campagnenaam
    landing: landingspagina|bestemmingspagina
    form: formulier|formuliernaam
    referrer: doorverwezen door|aanbevolen door
    consent: toestemming|avg~|akkoord~|privacyverklaring~|avg toestemming|toestemmingsstatus|privacy akkoord
    optin: aangemeld?|ingeschreven voor nieuwsbrief|aanmelding nieuwsbrief
    optout: afgemeld|uitgeschreven|afmelding|niet benaderen|uitschrijving|bel me niet
    accept: ik ga akkoord|wilt u ontvangen|accepteert|geaccepteerd|gaat akkoord
    newsletter: nieuwsbrief
    channel: kanaal
    purpose: doel|doeleinde|verwerkingsdoel
    basis: grondslag|rechtsgrond|wettelijke grondslag
    wording: tekst van toestemming|toestemmingstekst
    version: versie
    ip: ip adres
    expires: vervaldatum|verloopt|geldig tot|verloopt op|einddatum
    id: uniek idnummer|idnummer|id nummer|kenmerk~|sleutel~|relatienummer|referentie?
    number: nummer|nr|huisnummer|huisnr
    count: aantal
    code: code
    created: aangemaakt|aanmaakdatum|datum aangemaakt|gemaakt op|toegevoegd|geregistreerd|registratiedatum|invoerdatum|aangemaakt op|inschrijfdatum|ingevoerd|datum registratie|ontvangen op|ingeschreven op|creatiedatum|datum aanmelding|besteldatum?|geboekt op?|klant sinds|lid sinds
    modified: gewijzigd|laatst gewijzigd|bijgewerkt|wijzigingsdatum|gewijzigd op|laatste contact|laatste activiteit|laatste wijziging|aangepast
    date: datum|dag?
    time: tijd|tijdstip
    timestamp: tijdstempel|datum en tijd|datum tijd
    added: sinds?|toegevoegd op
    changed: wijziging|veranderd op|overgang
    by: door
    status: toestand
    stage: fase|verkoopfase|stadium
    type: soort
    owner: toegewezen aan|toegewezen gebruiker|toegewezen|accountmanager|relatiebeheerder|verantwoordelijk|contacteigenaar
    owner+holder: eigenaar|verantwoordelijke|verkoper|behandelaar|beheerder|vertegenwoordiger
    manager: leidinggevende|chef|directeur
    assistant: assistent|assistente|secretaresse|secretariaat
    note: notitie|notities|opmerking|opmerkingen|aantekeningen|toelichting|commentaar|uw bericht
    review: beoordelingen|recensies|aantal beoordelingen|aantal recensies
    description: omschrijving~|beschrijving
    subject: onderwerp|betreft
    value: waarde
    display: weergavenaam|weergegeven naam
    lead: prospect|leads|potentiele klant
    customer: klant|relatie|afnemer|klanten|koper
    deal: verkoopkans|opdracht|kans?
    task: taak|taken
    activity: activiteit|gesprek|afspraak|bezoek|telefoongesprek
    event: gebeurtenis|soort gebeurtenis|evenement
    message: bericht
    user: gebruiker
    amount: totaalprijs|totale prijs|regeltotaal|regelbedrag|bedrag|dealwaarde|totaalbedrag|orderwaarde|som
    currency: valuta|munteenheid
    probability: kans van slagen|waarschijnlijkheid|slagingskans
    forecast: prognose|prognosecategorie
    category: categorie|categorieen
    expected: verwacht|verwachte|geplande|geschatte
    expected+close: verwacht afgesloten|verwachte afsluiting|verwachte sluiting|verwachte sluitdatum
    close: sluiting|sluitingsdatum|afsluitdatum|sluitdatum
    won: gewonnen op|gesloten op|afgesloten op
    won+entry: gewonnen|afgesloten
    due: deadline datum|uiterste datum|uiterlijk op|te doen voor
    completed: voltooid op|afgerond op|gereed op
    completed+entry: voltooid|afgerond|gereed|klaar
    priority: prioriteit|urgentie
    outcome: uitkomst|resultaat
    reason: reden|oorzaak
    registry: lijst|register|blokkeerlijst
    work: zakelijk|zakelijke|werk|kantoor
    home: prive|thuis|persoonlijk|persoonlijke
    other: overig|ander|andere|alternatief|extra
    secondary: tweede|secundair|secundaire
    primary: primair|primaire|hoofd
    main: algemeen|hoofdnummer|hoofdkantoor
    direct: rechtstreeks|direct nummer
    billing: factuur|factuuradres|facturatie
    shipping: levering|bezorg|afleveradres|bezorgadres
    preferred: voorkeur|voorkeurs
    confirm: bevestigd op|bevestigingsdatum
    confirm+entry: bevestigd|bevestiging
    latest: laatste|volgende|recente
    previous: vorige|vorig|oud|oude
    parent: lid van|moeder|moederbedrijf|concern
    birth: geboorte|geboortedatum|geb datum|gebdatum|verjaardag|geboren|geboren op|datum geboorte|geboortedag
    birth_part: geboortejaar|geboortemaand
    foreign: leeftijd|geboorteland|geboorteplaats|trouwdag
    register: ondernemingsnummer|handelsregisternummer|kvk|kvk nummer|rechtsvorm
    gender: geslacht
    spouse: partnernaam|echtgenoot|echtgenote|kinderen
    emergency: noodgeval|nood|noodcontact
    verified: geverifieerd|gecontroleerd|ongeldig
    not: niet|geen|zonder
    label: labels|trefwoord|trefwoorden
    score: beoordeling|punten
    to: naar fase|nieuwe fase
    from: vanuit fase|vorige fase|oude fase
    flag: heeft
    associated: gekoppeld|gekoppelde|bijbehorende|bijbehorend
    product: product|artikel|productnaam|artikelnaam|artikelomschrijving|productomschrijving|producten
    product+code: artikelnummer|artikelnr|artikelcode|productcode|productnummer|bestelnummer artikel
    price: prijs|verkoopprijs|stuksprijs|catalogusprijs|lijstprijs|prijs per stuk|adviesprijs|nettoprijs|eenheidsprijs|vkp
    net: netto|excl btw|exclusief btw|zonder btw
    unit: stuk|eenheid|per stuk
    quantity: hoeveelheid|stuks|bestelaantal|aantal stuks|aantal licenties
    caption: benaming|aanduiding|titel van artikel
    billing_period: facturatieperiode|facturatiefrequentie|betaalperiode|factureringsperiode|betalingstermijn|facturatiecyclus
    active: actief|inactief|ingeschakeld|gepubliceerd
    team: verkoopteam|teamnaam|groep|salesteam
    time_zone: tijdzone
    category: productgroep|artikelgroep|productfamilie|productcategorie|productlijn
    foreign: inkoopprijs|kostprijs|voorraad|actieprijs|aanbiedingsprijs|gewicht|leverancier|fabrikant|btw tarief
    foreign: wachtwoord|foto|afbeelding|btw|btw nummer|iban nummer|bank|rekeningnummer|korting|salaris|nationaliteit|beurs|stand|model|huisnummer toevoeging
    """
}
