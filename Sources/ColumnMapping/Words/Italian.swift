/// Words of headers in Italian; the lines read as those of `EnglishWords`.
enum ItalianWords {
  static let table = """
    : il|lo|la|i|gli|le|l|del|dell|dello|della|dei|degli|delle|di|d|un|una|suo|vostro|e|o|al|per|in|da
    email: posta elettronica|indirizzo e-mail|indirizzo email|indirizzo di posta elettronica|indirizzo posta elettronica|casella di posta|indirizzo mail
    email+secondary: pec|indirizzo pec|posta certificata|posta elettronica certificata
    phone: telefono|tel|numero di telefono|numero telefonico|telefono fisso|fisso?|tel fisso|recapito telefonico|recapito?|num telefono|telefono azienda?
    mobile: cellulare|telefono cellulare|numero di cellulare|cell|num cellulare|telefonino|numero cellulare|telefono mobile
    fax: telefax|numero di fax|cercapersone
    name_or_first: nome
    first: nome di battesimo|primo nome
    last: cognome|cognomi
    full+name: nome completo|nome e cognome|cognome e nome|nominativo|referente~|persona di riferimento|contatto di riferimento|persona di contatto|nome cognome|cognome nome|nome del contatto|nome contatto|nome cliente~
    middle: secondo nome|iniziali|cognome da nubile
    prefix: appellativo|saluto|titolo di cortesia
    suffix: suffisso
    nickname: soprannome|nome utente
    person: interessato|contatto|persona|partecipante|visitatore|iscritto|membro|donatore|paziente|volontario
    company: azienda|societa|ragione sociale|impresa|ditta|organizzazione|nome azienda|nome dell azienda|ente~|nome della societa|denominazione|denominazione sociale|nome societa|nome account~
    department: reparto|dipartimento|ufficio di appartenenza|divisione
    job: qualifica~|posizione|mansione|professione|incarico~|posizione lavorativa|ruolo aziendale|titolo professionale|funzione~
    title: titolo?
    role: ruolo
    website: sito|sito web|sito internet|pagina web|sito aziendale|indirizzo web
    address: indirizzo|indirizzo completo|recapito postale
    street: via?|strada|via e numero civico|via piazza|indirizzo 1|via e numero|via numero civico|indirizzo e numero civico|indir|indir 1
    city: citta|comune|localita|paese comune
    postcode: cap?|codice postale|codice di avviamento postale|c a p
    region: provincia|regione?|prov|stato provincia|provincia o stato|provincia stato
    country: paese|nazione|stato?|paese area geografica|paese regione|paese o regione
    language: lingua|lingua preferita
    industry: settore|industria|settore merceologico|ramo|settore di attivita|comparto|settore industriale|attivita
    employees: dipendenti|impiegati|addetti
    count+employees: numero impiegati|numero dipendenti|numero di dipendenti|n dipendenti|dimensione azienda|numero addetti|num dipendenti|n addetti
    size: dimensione|dimensioni
    revenue: fatturato|ricavi
    annual+revenue: fatturato annuo|ricavi annuali|entrate annuali
    annual: annuo|annuale|annuali
    source: fonte|origine~|provenienza~|origine lead|fonte del lead|come ci hai conosciuto|origine del contatto
    campaign: campagna|nome campagna|nome della campagna
    medium: mezzo
    landing: pagina di destinazione|pagina di atterraggio
    form: modulo|nome modulo
    referrer: segnalato da|consigliato da
    consent: consenso|privacy~|gdpr|consenso privacy|consenso marketing|autorizzazione~|stato del consenso|trattamento dati~|trattamento dei dati|trattamento dei dati personali|consenso al trattamento
    optin: iscrizione newsletter|iscritto alla newsletter
    optout: disiscritto|disiscrizione|cancellato|non contattare|opposizione|revoca|revocato
    accept: acconsento|autorizzo|accetta|accettato|autorizza|accetto
    newsletter: notiziario
    channel: canale
    purpose: finalita|scopo
    basis: base giuridica|base legale
    wording: testo del consenso|informativa
    version: versione
    ip: indirizzo ip
    expires: valido fino a|data di scadenza|scade il|valido fino al
    id: identificativo~|codice univoco|chiave|riferimento?|cod~
    number: numero|n|num|nr
    count: quantita di|totale|quanti|quante
    code: codice
    created: creato|creazione~|data creazione|data di creazione|data inserimento|inserito~|registrato|data registrazione|data di registrazione|data iscrizione|acquisito~|ricevuto il~|inserito il|creato il|data acquisizione|cliente dal|socio dal|cliente da
    created+entry: iscrizione
    modified: modificato|modifica|aggiornato|data modifica|ultima modifica|ultimo aggiornamento|ultima attivita|ultimo contatto|data aggiornamento
    date: data|giorno?
    time: ora|orario
    timestamp: data e ora|informazioni cronologiche|data ora
    added: dal?|aggiunto il|aggiunto|data opposizione
    changed: cambiato|cambio|data cambio
    by: dal utente
    status: situazione|stato*
    stage: fase|stadio|fase di vendita
    type: tipo|tipologia
    owner: assegnato a|utente assegnato|assegnato|assegnatario|titolare del lead~
    owner+holder: proprietario|responsabile|commerciale|venditore|agente|titolare|consulente|funzionario
    manager: capo|superiore|direttore|supervisore
    assistant: assistente|segretaria|segreteria
    note: note|nota~|commento|commenti|osservazioni|annotazioni|appunti
    review: recensioni|numero recensioni|numero di recensioni|valutazioni
    description: descrizione
    subject: oggetto|argomento
    value: valore
    display: nome visualizzato|nome da visualizzare
    lead: potenziale cliente|leads
    customer: cliente|clienti|acquirente
    deal: trattativa|opportunita|affare
    task: attivita da svolgere|compito|compiti
    activity: chiamata|riunione|incontro|appuntamento
    event: evento|tipo evento|tipo di evento
    message: messaggio
    user: utente
    amount: prezzo totale|totale riga|importo riga|importo|somma|valore trattativa|importo totale|valore opportunita
    currency: valuta|divisa
    probability: probabilita
    forecast: previsione
    category: categoria|categorie
    expected: potenziale|prevista|previsto|stimata|stimato|attesa
    close: chiusura|data chiusura|data di chiusura
    won: chiuso il|chiusa il|vinto il|vinta il
    won+entry: vinto|chiuso|vinta|chiusa
    due: scadenza|data scadenza|entro il|termine
    completed: completato il|completata il|concluso il|conclusa il|terminato il|terminata il|fatto il
    completed+entry: completato|completata|terminato|concluso|fatto
    priority: priorita|urgenza
    outcome: esito|risultato
    reason: motivo|causa|motivazione
    registry: elenco|lista|registro|registro delle opposizioni
    work: uff|ufficio|lavoro|aziendale|professionale|lavorativo
    home: abitazione|casa|privato|personale|domicilio
    other: altro|altra|altri|alternativo|alternativa
    secondary: secondario|secondaria|secondo|seconda
    primary: principale|primario
    main: centralino|sede
    direct: diretto|linea diretta
    billing: fatturazione|sede legale
    shipping: spedizione|consegna
    preferred: preferito|preferita
    confirm: data conferma
    confirm+entry: conferma|confermato
    latest: ultimo|ultima|prossimo|prossima
    previous: precedente|vecchio|vecchia
    parent: membro di|capogruppo|gruppo
    birth: nascita|data di nascita|data nascita|compleanno|nato il|nata il|nato a il|data compleanno|giorno di nascita
    birth_part: anno di nascita|mese di nascita|anno nascita
    foreign: eta|paese di nascita|luogo di nascita|comune di nascita|citta di nascita|provincia di nascita|anniversario
    register: numero rea|rea|forma giuridica|ateco|codice ateco|capitale sociale
    gender: sesso|genere
    spouse: coniuge|moglie|marito|figli
    emergency: emergenza
    verified: verificato|validato|verificata
    not: non|senza
    label: etichetta|etichette
    score: punteggio|valutazione
    to: nuova fase
    from: fase precedente
    flag: ha
    associated: associato|associata|collegato|collegata
    product: prodotto|articolo|nome prodotto|nome del prodotto|nome articolo|prodotti
    product+code: codice articolo|codice prodotto|cod articolo|cod prodotto|codice art|cod art
    price: prezzo|prezzo di vendita|prezzo unitario|prezzo di listino|listino|prezzo netto|prezzo vendita|prezzo di catalogo|p unitario
    net: netto|iva esclusa|senza iva|netta
    unit: unita|unita di misura|um|pezzo
    quantity: quantita|qta|pezzi|numero di unita|quantita ordinata
    caption: designazione|dicitura|descrizione breve
    billing_period: fatturazione periodica|periodicita|frequenza di fatturazione|ricorrenza|periodo di fatturazione|ciclo di fatturazione
    active: attivo|attiva|inattivo|abilitato|pubblicato
    team: squadra|gruppo vendite|team di vendita|team vendite|nome team
    time_zone: fuso orario
    category: famiglia|famiglia di prodotti|gamma|categoria prodotto|categoria merceologica|gruppo merceologico|linea di prodotto
    foreign: prezzo di acquisto|costo|giacenza|magazzino|prezzo scontato|peso|fornitore|produttore|aliquota iva
    foreign: password|foto|immagine|cf|codice fiscale|p iva|piva|partita iva|sdi|iban|banca|iva|sconto|stipendio|nazionalita|stand|fiera|modello
    """
}
