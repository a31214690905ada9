"""Invented words that the sample data is put together from. Pure tables.

Domains are the reserved ones of RFC 2606. Telephone numbers are ranges that the regulators keep
free for drama and documentation (Ofcom, Bundesnetzagentur, ARCEP, NANPA, ACMA, PTS); of those
only the ones that libphonenumber calls valid stand here. IP addresses are RFC 5737 and RFC 3849.
"""

# country: (name in English, name in German, dialling code, trunk prefix, language)
COUNTRIES = {
    "GB": ("United Kingdom", "Vereinigtes Königreich", "44", "0", "en"),
    "DE": ("Germany", "Deutschland", "49", "0", "de"),
    "FR": ("France", "Frankreich", "33", "0", "fr"),
    "US": ("United States", "USA", "1", "", "en"),
    "CA": ("Canada", "Kanada", "1", "", "en"),
    "AU": ("Australia", "Australien", "61", "0", "en"),
    "SE": ("Sweden", "Schweden", "46", "0", "sv"),
    "AT": ("Austria", "Österreich", "43", "0", "de"),
    "CH": ("Switzerland", "Schweiz", "41", "0", "de"),
    "NL": ("Netherlands", "Niederlande", "31", "0", "nl"),
    "IE": ("Ireland", "Irland", "353", "0", "en"),
    "ES": ("Spain", "Spanien", "34", "", "es"),
    "PL": ("Poland", "Polen", "48", "", "pl"),
}

# country: [(city, region, postcode pattern, area code, subscriber pattern)]; # is a free digit.
# Austria to Poland have no reserved range: their leads carry no number or a foreign one.
CITIES = {
    "GB": [
        ("London", "Greater London", "EC1A 1BB", "20", "79460###"),
        ("Leeds", "West Yorkshire", "LS1 4DY", "113", "4960###"),
        ("Sheffield", "South Yorkshire", "S1 2HE", "114", "4960###"),
        ("Leicester", "Leicestershire", "LE1 5WW", "116", "4960###"),
        ("Bristol", "Bristol", "BS1 4DJ", "117", "4960###"),
        ("Reading", "Berkshire", "RG1 1AZ", "118", "4960###"),
        ("Birmingham", "West Midlands", "B1 1BB", "121", "4960###"),
        ("Edinburgh", "Scotland", "EH1 1YZ", "131", "4960###"),
        ("Glasgow", "Scotland", "G1 1XQ", "141", "4960###"),
        ("Liverpool", "Merseyside", "L1 8JQ", "151", "4960###"),
        ("Manchester", "Greater Manchester", "M1 1AE", "161", "4960###"),
        ("Cardiff", "Wales", "CF10 1EP", "29", "20180###"),
    ],
    "DE": [
        ("Berlin", "Berlin", "101##", "30", "23125###"),
        ("Frankfurt am Main", "Hessen", "603##", "69", "90009###"),
        ("Hamburg", "Hamburg", "203##", "40", "66969###"),
        ("Köln", "Nordrhein-Westfalen", "506##", "221", "4710###"),
        ("München", "Bayern", "803##", "89", "99998###"),
        ("Dresden", "Sachsen", "010##", "176", "04069###"),
    ],
    "FR": [
        ("Paris", "Île-de-France", "750##", "1", "9900####"),
        ("Nantes", "Pays de la Loire", "440##", "2", "6191####"),
        ("Lille", "Hauts-de-France", "590##", "3", "5301####"),
        ("Lyon", "Auvergne-Rhône-Alpes", "690##", "4", "6571####"),
        ("Bordeaux", "Nouvelle-Aquitaine", "330##", "5", "3649####"),
    ],
    "US": [
        ("New York", "NY", "100##", "212", "55501##"),
        ("Chicago", "IL", "606##", "312", "55501##"),
        ("San Francisco", "CA", "941##", "415", "55501##"),
        ("Austin", "TX", "787##", "512", "55501##"),
        ("Boston", "MA", "021##", "617", "55501##"),
        ("Seattle", "WA", "981##", "206", "55501##"),
        ("Denver", "CO", "802##", "303", "55501##"),
        ("Atlanta", "GA", "303##", "404", "55501##"),
        ("Portland", "OR", "972##", "503", "55501##"),
        ("Miami", "FL", "331##", "305", "55501##"),
    ],
    "CA": [
        ("Toronto", "ON", "M5V 2T6", "416", "55501##"),
        ("Vancouver", "BC", "V6B 1A1", "604", "55501##"),
        ("Montréal", "QC", "H2Y 1C6", "514", "55501##"),
    ],
    "AU": [
        ("Sydney", "NSW", "20##", "2", "5550####"),
        ("Melbourne", "VIC", "30##", "3", "5550####"),
        ("Brisbane", "QLD", "40##", "7", "5550####"),
        ("Perth", "WA", "60##", "8", "7010####"),
    ],
    "SE": [
        ("Stockholm", "Stockholms län", "111 ##", "8", "465004##"),
        ("Göteborg", "Västra Götalands län", "411 ##", "31", "39006##"),
        ("Malmö", "Skåne län", "211 ##", "40", "62804##"),
    ],
    "AT": [("Wien", "Wien", "10##", "", ""), ("Graz", "Steiermark", "80##", "", "")],
    "CH": [("Zürich", "Zürich", "80##", "", ""), ("Genève", "Genève", "12##", "", "")],
    "NL": [("Amsterdam", "Noord-Holland", "1011 AB", "", ""), ("Utrecht", "Utrecht", "3511 CD", "", "")],
    "IE": [("Dublin", "Leinster", "D02 X285", "", "")],
    "ES": [("Madrid", "Madrid", "280##", "", ""), ("València", "Comunitat Valenciana", "460##", "", "")],
    "PL": [("Warszawa", "Mazowieckie", "00-0##", "", ""), ("Łódź", "Łódzkie", "90-0##", "", "")],
}

FIRST_NAMES = {
    "en": "James Olivia Noah Amelia George Isla Arthur Ava Leo Mia Harry Grace Oscar Freya Henry "
    "Emily Jack Sophie Thomas Ella William Chloe Daniel Ruby Samuel Alice Joseph Maya Adam Zara",
    "de": "Anna Lukas Jörg Sabine Jürgen Käthe Björn Ulrike Matthias Heike Sören Bärbel Torsten "
    "Claudia Günther Petra Stefan Monika Uwe Andrea Ralf Susanne Dirk Birgit Holger Silke",
    "fr": "Camille Élodie Jérôme Amélie François Chloé Noël Hélène Benoît Léa Théo Manon Gaël Inès "
    "Rémi Zoé Cédric Agnès",
    "sv": "Åsa Björn Elin Göran Märta Lars Ebba Östen Sara Nils Frida Håkan",
    "es": "José Lucía Íñigo María Ramón Begoña Andrés Sofía",
    "pl": "Łukasz Małgorzata Paweł Agnieszka Stanisław Zofia Michał Żaneta",
    "nl": "Sanne Daan Femke Bram Lotte Jeroen Maaike Ruben",
}
LAST_NAMES = {
    "en": "Ashdown Birchall Calloway Dunmore Ellerby Fairfax Garrick Holloway Iversley Jessop "
    "Kettering Langford Merrow Northcote Oakden Pemberley Quill Ravensworth Stannard Thackeray "
    "Underhill Vickers Wexford Yarrow O'Dowd MacAllan Whitcombe Bramhall Coldwell Denholm",
    "de": "Müller-Lück Schäfer Weiß Größmann Köhler Böttcher Jäger Krüger Süßkind Löwe Hübner "
    "Bäcker Fuchs Brandt Richter Seidel Vogel Ziegler Döring Rößler Kühn Pfeiffer",
    "fr": "Lefèvre Bérard Chênevert Dupré Garçon Hébert Lévêque Marchand Pélissier Rousselle "
    "Tessier Vidal d'Arcy Noël-Blanc",
    "sv": "Ångström Björklund Ekström Sjöberg Östlund Håkansson Lindqvist Nyström",
    "es": "Muñoz Ibáñez Peña Gómez-Ruiz Ordóñez Cañizares",
    "pl": "Wójcik Kowalczyk Dąbrowska Zieliński Szczęsny Łuczak",
    "nl": "van Dijkhuis de Graaf Vermeulen ter Horst Jansma Hoekstra",
}
# Names of several words would be torn apart by split(); these keep them together.
LAST_NAMES_NL = ["van Dijkhuis", "de Graaf", "Vermeulen", "ter Horst", "Jansma", "Hoekstra"]

COMPANY_FIRST = (
    "Alderbrook Brightwater Copperfield Driftwood Eastmoor Fernhill Glasswing Harborline Ironbark "
    "Juniper Kestrel Larkspur Marlowe Northgate Otterburn Pinecrest Quarrystone Redwillow "
    "Silverfern Thornbury Umberlight Valewood Westering Yellowtail Zephyr Amberley Blackwater "
    "Cloudberry Dovetail Elmstead"
).split()
COMPANY_SECOND = (
    "Analytics Tools Logistics Foods Robotics Textiles Energy Health Media Optics Software "
    "Packaging Marine Interiors Instruments"
).split()
COMPANY_DE = (
    "Bäckerei-Technik Möbelwerk Präzisionsteile Lüftungsbau Kältetechnik Großhandel Gerätebau "
    "Förderanlagen Straßenbau Wärmepumpen"
).split()
LEGAL_FORMS = {
    "GB": ["Ltd", "Limited", "PLC", "LLP"], "DE": ["GmbH", "AG", "GmbH & Co. KG", "UG"],
    "FR": ["SARL", "SAS", "SA"], "US": ["Inc.", "LLC", "Corp."], "CA": ["Inc.", "Ltd."],
    "AU": ["Pty Ltd"], "SE": ["AB"], "AT": ["GmbH"], "CH": ["AG", "Sàrl"], "NL": ["B.V."],
    "IE": ["Ltd"], "ES": ["S.L."], "PL": ["Sp. z o.o."],
}
INDUSTRIES = [
    "Software", "Manufacturing", "Logistics", "Retail", "Healthcare", "Energy", "Media",
    "Construction", "Food and Beverage", "Professional Services",
]
INDUSTRIES_DE = {
    "Software": "Software", "Manufacturing": "Maschinenbau", "Logistics": "Logistik",
    "Retail": "Einzelhandel", "Healthcare": "Gesundheit", "Energy": "Energie", "Media": "Medien",
    "Construction": "Bauwesen", "Food and Beverage": "Lebensmittel",
    "Professional Services": "Dienstleistung",
}
JOB_TITLES = [
    "Chief Executive Officer", "Chief Technology Officer", "VP Sales", "Head of Operations",
    "Sales Manager", "Marketing Manager", "Procurement Lead", "IT Manager", "Data Engineer",
    "Analyst", "Assistant", "Student", "Managing Director", "Plant Manager", "Buyer",
]
JOB_TITLES_DE = [
    "Geschäftsführer", "Geschäftsführerin", "Leiter Einkauf", "Vertriebsleiterin", "IT-Leiter",
    "Prokurist", "Werkstudent", "Sachbearbeiterin", "Produktionsleiter", "Assistenz",
]
STREETS = {
    "de": ["Lindenstraße", "Bahnhofstraße", "Am Mühlbach", "Schloßgasse"],
    "fr": ["rue des Érables", "avenue de la Gare", "quai du Château"],
    "en": ["Station Road", "Mill Lane", "Orchard Street", "High Street"],
    "sv": ["Storgatan", "Kyrkogatan"], "es": ["Calle Mayor"], "pl": ["ulica Długa"],
    "nl": ["Dorpsstraat"],
}
OWNERS = ["m.keller", "j.okafor", "s.lindgren", "p.novak", "a.rossi", "d.tremblay"]
CAMPAIGNS = [
    ("google", "cpc", "autumn-launch-2026"), ("linkedin", "paid_social", "ops-leaders-q3"),
    ("newsletter", "email", "product-digest"), ("bing", "cpc", "autumn-launch-2026"),
    ("partner-portal", "referral", "co-marketing-2026"), ("", "", ""), ("", "", ""),
]
