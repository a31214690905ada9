/// Words of headers in French; the lines read as those of `EnglishWords`.
enum FrenchWords {
  static let table = """
    : le|la|les|l|du|de|des|d|un|une|votre|vos|ou|et|au|aux|en|a|pour
    email: courriel|adresse e-mail|adresse email|adresse mail|adresse de messagerie|messagerie|adresse electronique|mel|adresse courriel|adresse de courriel|courrier electronique|adresse de courrier electronique
    phone: telephone|tel|numero de telephone|no de telephone|n de telephone|telephone fixe|fixe?|ligne fixe|standard?|telephones|tel fixe|num tel
    mobile: portable|mobile|telephone portable|telephone mobile|tel portable|tel mobile|numero de portable|gsm|numero de mobile
    fax: telecopie|telecopieur|telephone voiture|recepteur de radiomessagerie|n de fax
    name_or_last: nom
    first: prenom|prenoms|petit nom
    last: nom de famille|patronyme|nom usuel
    full+name: nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|nom du contact|interlocuteur~|personne de contact|contact principal|nom prenoms
    middle: deuxieme prenom|second prenom|nom de jeune fille|nom de naissance
    prefix: civilite|titre de civilite
    suffix: suffixe
    nickname: surnom|pseudo|pseudonyme|identifiant de connexion|nom d utilisateur
    person: personne concernee|contact|participant|personne|membre|adherent|visiteur|abonne|donateur|patient|benevole
    company: societe|entreprise|raison sociale|nom de l entreprise|organisation|organisme~|etablissement~|employeur|nom de la societe|compte|nom du compte~|denomination~|denomination sociale|structure|enseigne~|nom de societe
    department: service|departement|direction
    job: fonction|poste|profession|intitule du poste|metier|titre du poste|intitule de poste|emploi~|qualite
    title: titre?
    role: role
    website: site web|site internet|page web|site?|adresse web|site de l entreprise
    address: adresse|adresse postale|adresse complete
    street: rue|voie|numero et rue|n et rue|adresse 1|ligne d adresse
    city: ville|commune|localite
    postcode: code postal|cp|code postale
    region: region?|departement geographique|departement canton|departement region|etat?|province|canton|dep region|dep|etat region|etat province
    country: pays|pays region|code pays
    language: langue|langue preferee
    industry: secteur|secteur d activite|industrie|branche|domaine d activite|activite principale|secteur activite
    employees: salaries|employes
    count+employees: effectif|effectifs|nombre d employes|nombre de salaries|taille de l entreprise|nb employes|nombre d employe|tranche d effectif|nb salaries
    size: taille
    revenue: chiffre d affaires|ca|chiffre affaires|ca ht
    annual+revenue: chiffre d affaires annuel|ca annuel
    annual: annuel|annuelle
    source: source|comment avez vous entendu parler de nous|comment avez vous connu|origine~|provenance~|source du prospect|source de la piste|comment nous avez vous connus
    campaign: campagne|nom de la campagne
    landing: page d atterrissage|page d arrivee|page d entree
    form: formulaire|nom du formulaire
    referrer: recommande par|parrain
    consent: consentement|rgpd|accord~|consentement rgpd|autorisation~|consentement marketing|statut du consentement|opt in rgpd
    optin: inscrit?|abonne a la newsletter|inscription newsletter|abonnement?|inscrit a la newsletter
    optout: desinscrit|desabonne|desinscription|desabonnement|ne pas contacter|opposition|liste rouge|refus
    accept: acceptez vous de recevoir|acceptez vous|j accepte de recevoir|j accepte|souhaitez vous recevoir|accepte|acceptee|autorise
    newsletter: newsletter|infolettre|lettre d information
    channel: canal
    purpose: finalite|objet du traitement|finalites
    basis: base legale|base juridique|fondement juridique
    wording: texte du consentement|libelle
    ip: adresse ip
    expires: date d expiration|expire le|expire|valide jusqu au|fin de validite|valable jusqu au|expiration|date de fin
    id: identifiant~|reference?|cle~|ref?
    number: numero|n|no|num
    count: nombre|nb|nombre de|nb de|nbre
    code: code
    created: cree|creation~|date de creation|cree le|date d inscription|ajoute|date d enregistrement|date d ajout|enregistre|date de saisie|recu le~|date de reception|date creation|saisi le|client depuis|membre depuis|cliente depuis
    created+entry: inscription
    modified: modifie|modification|mis a jour|date de modification|derniere modification|mise a jour|modifie le|derniere activite|dernier contact|derniere mise a jour
    date: date|jour?|le
    time: heure
    timestamp: horodatage|horodateur|date et heure
    added: depuis?|ajoute le|depuis le|date d opposition|inscrit le
    changed: change|change le|date de changement|date du changement
    by: par
    status: statut|situation
    stage: etape|phase|stade|etape de vente
    type: type|genre de contact
    owner: charge de compte|attribue a|assigne a|utilisateur assigne|responsable du compte|suivi par|charge d affaires
    owner+holder: proprietaire|responsable|commercial|conseiller|vendeur|gestionnaire|titulaire
    manager: superieur|chef|directeur|n 1|superieur hierarchique
    assistant: assistant|assistante|assistant e|secretaire
    note: notes|note|commentaire|commentaires|remarque|remarques|observation~|observations~|message libre|votre message
    review: avis|nombre d avis|nb avis|nb d avis|avis clients
    description: description|descriptif~
    subject: objet|sujet
    value: valeur
    display: nom a afficher|nom affiche|a afficher
    lead: prospect|piste|leads|prospects
    customer: client|clients|acheteur
    deal: affaire|opportunite|transaction|marche
    task: tache|taches
    activity: activite|rendez vous|appel|rdv
    event: evenement|type d evenement
    message: message|envoi?
    user: utilisateur
    amount: prix total|total ht|montant de la ligne|total ligne|montant|somme|valeur de l affaire|montant ht|montant total
    currency: devise|monnaie
    probability: probabilite
    forecast: prevision|categorie de prevision
    category: categorie|categories
    expected: potentiel|potentielle|prevue|prevu|estimee|estime|attendue|previsionnelle
    close: cloture|signature|date de cloture
    won: conclu le|cloture le|date de gain|cloturee le|gagne le|gagnee le
    won+entry: gagne|conclu|cloturee
    due: echeance|date d echeance|date limite|a faire avant|delai
    completed: termine le|fait le|terminee le|realise le|acheve le
    completed+entry: termine|terminee|realise|fait|acheve
    priority: priorite|urgence
    outcome: resultat|issue
    reason: motif|raison|cause
    registry: liste|registre|bloctel|liste d opposition
    work: bureau|professionnel|professionnelle|pro|travail|prof
    home: domicile|personnel|personnelle|perso|prive|privee|maison
    other: autre|autres|supplementaire|complement
    secondary: secondaire|deuxieme|second
    primary: principal|principale|principaux
    main: siege|standard telephonique
    phone+direct: ligne directe|numero direct
    direct: directe
    billing: facturation|facture|adresse de facturation
    shipping: livraison|adresse de livraison
    preferred: preferee|prefere
    confirm: confirme le
    confirm+entry: confirmation|confirme
    latest: dernier|derniere|prochain|prochaine
    previous: precedent|precedente|ancien|ancienne
    parent: membre de|mere|maison mere|groupe
    birth: naissance|date de naissance|date naissance|anniversaire|date anniversaire|date d anniversaire|jour de naissance|ne le|nee le|ne e le|jour anniversaire
    birth_part: annee de naissance|mois de naissance|annee naissance
    foreign: age|pays de naissance|lieu de naissance|ville de naissance|departement de naissance|commune de naissance|anniversaire de mariage
    register: numero siren|numero siret|rcs|siren|siret|ape|naf|forme juridique|nature juridique|code ape|code naf
    gender: sexe|genre
    spouse: conjoint|conjoint e|epoux|epouse|enfants
    emergency: urgence contact|en cas d urgence
    verified: verifie|verifiee|valide|validee|invalide
    not: ne pas|pas|non
    label: etiquette|etiquettes|mots cles
    score: note globale|notation|evaluation
    to: vers|nouvelle etape
    from: ancienne etape|depuis etape
    hash: empreinte|empreinte sha256
    flag: est|a t il
    associated: associe|associee|lie|liee|rattache|rattachee
    product: produit|article|nom du produit|nom de l article|produits|nom produit
    product+code: reference produit|reference article|code article|code produit|ref produit|ref article
    price: prix|prix de vente|prix unitaire|tarif|prix catalogue|pu|pu ht|prix ht|prix public|prix de liste|prix unitaire ht|prix de vente ht|tarif unitaire
    net: ht|hors taxe|hors taxes|net
    unit: unite|unitaire|unite de vente
    quantity: quantite|qte|nombre d unites|qte commandee
    caption: designation|intitule|libelle*|denomination du produit
    billing_period: periodicite|frequence de facturation|recurrence|periode de facturation|cycle de facturation
    active: actif|active|activite du produit|inactif|publie
    team: equipe|equipe commerciale|nom de l equipe|groupe d utilisateurs
    time_zone: fuseau horaire|fuseau
    category: famille|famille de produits|gamme|famille d articles|famille produit|categorie de produit
    foreign: numero de tva|prix d achat|cout|stock|prix promotionnel|prix promo|prix solde|taux de tva|poids|fournisseur|fabricant
    foreign: mot de passe|photo|banque|tva|salaire|remise|nationalite|stand|salon|modele|facturation information|informations de facturation|complement d adresse
    """
}
