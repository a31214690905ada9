/// Words of headers in English.
///
/// A line is a term and the words that mean it; a word is a phrase, folded when it is read. A
/// question mark says that the word means something else as often; a tilde, that it is one of other
/// things too and makes nothing sure; a star, that it means this as well as what an earlier line says.
/// Terms joined by `+` are all meant at once. An empty term stands for words that say nothing.
enum EnglishWords {
  static let table = """
    : profile|hubspot|salesforce|sfdc|zoho|pipedrive|apollo|zoominfo|mailchimp|marketo|pardot|odoo|eventbrite|klaviyo|brevo|crm|hs|sf|custom|utc|gmt|optional|required|please|what s|what is|which|s|of|the|a|an|your|my|on|at|in|and|or|new|field|info|information|formatted|current|contact info|please enter|please provide|tell us|let us know|what are|who is|what|enter|copper|insightly|freshsales|freshworks|suitecrm|sugarcrm|sugar|dynamics|nutshell|keap|capsule|streak|attio|lusha|cognism|lemlist|outreach|salesloft|uplead|rocketreach|seamless|activecampaign|bitrix24|espocrm|mautic|sendgrid|mailgun|mailjet|mailerlite|getresponse|cleverreach|rapidmail|inxmail|convertkit|bigin|agilecrm|vtiger|pipeliner|airtable|typeform|jotform|intercom|cvent|swapcard|bizzabo|hopin|livestorm|gotowebinar|meetup|xing|scan2lead|iso|square|squarespace|wix|magento|prestashop|bigcommerce|zendesk|freshdesk|ontraport|kommo|streak|luma|hunter|usd|eur|gbp|chf|inr|jpy|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|i|we
    email: e-mail|email|mail|e-mail address|email address|mail address|electronic mail|emails
    phone: day phone|evening phone|night phone|phone|telephone|tel|phone no|phone num|phone number|telephone number|ph|fon|landline|contact number|contact no|phones|fixed line|daytime phone|switchboard
    mobile: mobile|cell|cell phone|cellphone|cellular|mobile phone|mobile number|mobile no|handphone|smartphone
    fax: fax|facsimile|telefax|fax number|telex|pager|isdn|tty|tdd|callback|car phone|radio phone|skype|skype id
    name_or_last: name
    name: names|label name
    first: first name|first names|given names|forenames|given name|forename|fname|first|given|christian name|f name|firstname|givenname
    last: last?|last name|last names|surnames|family names|surname|family name|lname|second name|l name|lastname|familyname
    full+name: full name|fullname|complete name|whole name|person name|contact person|name of contact|attendee name|participant name|recipient name
    middle: middle name|additional name|middle initial|middle|initials|phonetic first name|phonetic last name|phonetic|yomi|yomi name|maiden name|short name|file as
    prefix: salutation|name prefix|honorific|courtesy title|name title|prefix
    suffix: suffix|name suffix
    nickname: nickname|nick name|alias|username|user name|login|screen name
    person: person|people|attendee|participant|individual|member|contact|subscriber|respondent|visitor|delegate|invitee|applicant|registrant|recipient|candidate|data subject|addressee|guest|speaker|exhibitor contact|end user|donor|volunteer|patient|passenger
    company: affiliation|company|organization|organisation|organizations|org|employer|firm|account|business name|company or organization|institution~|corporate~|workplace~|companies
    department: department|dept|division|team|office location|business unit|sub departments|departments|job function|function|market segment|segment
    job: job~|job title|position|occupation|profession|job position|designation|position title|job role|jobtitle
    title: title
    role: role
    website: website|web site|homepage|home page|web page|webpage|web?|site?|www|web address|website url|site url|company site|internet address
    url: url|link|uri|hyperlink
    domain: domain|domain name|web domain
    social: linkedin|linked in|facebook|twitter|instagram|xing|x handle|youtube|tiktok|social|social media|github
    address: address|addr|location address|postal address
    street: street and building|street building|street|street address|address line|street name|street and number|address 1|address line 1|address one|road|street and house number|house number and street|str
    city: city|town|locality|suburb|municipality|city name|town or city|city or town
    postcode: postcode|post code|postal code|zip|zip code|zipcode|postal?|zip or postal code|zip postal code|postal zip code|zip postcode|postalcode|pincode|pin code
    region: state?|region?|province|county|state province|state or province|state region|state name|province code|state code|prov|state county|county state|territory?|federal state
    country: country|nation|country name|country region|region country|country iso|iso country|country iso code
    language: language|locale|lang|preferred language|language code|mother tongue|correspondence language
    industry: industry|sector|line of business|vertical|branch of industry|industry sector|industry type|business sector|industries
    employees: employees|staff?|workforce
    count+employees: employee range|employees range|headcount|number of employees|no of employees|employee count|company size|number employees|organization size|staff count|team size?|num employees
    size: size
    revenue: revenue|turnover|sales volume|sales revenue
    annual+revenue: annual revenue|yearly revenue|annual sales|annual turnover
    annual: annual|yearly|per year
    source: source|origin|heard via|how heard|how you heard|how did you hear about us|how did you hear about this event|how did you find us|heard about us|original source|source name|acquisition source|traffic source|lead origin
    campaign: campaign|campaign name|campaign title|source campaign
    medium: medium
    utm: utm
    keyword: keyword|keywords|term|search term
    content: content|ad content
    landing: landing|landing page|entry page|landing page url|first page|entry url|first page seen|conversion page
    page: page
    form: form|form name|web form
    referrer: referrer|referer|referred|referral|referring|referred by
    consent: consent|gdpr|gdpr consent|permission~|agreed~|privacy consent|marketing permission|data protection consent|privacy policy accepted|marketing consent|consented|consent given
    optin: optin|opt in|opted in|subscribed?|subscription status|opt in status|subscribe?|optedin|marketing opt in|newsletter opt in
    optout: opt out|optout|opted out|unsubscribed|unsubscribe|email opt out|has opted out|do not email|do not contact|opt out of email|unsub|blacklisted|suppressed|do not mail|optedout|suppression
    marketing: marketing|marketing communication|marketing emails|email marketing
    double: double
    accept: accepts|accepted|accept|allow|allows|agree|agrees|agreement|allowed|i agree|i accept
    newsletter: newsletter|mailing list|news letter
    sms: whatsapp|sms|text messages|text message
    channel: channel|communication channel|contact channel|medium of contact
    purpose: purpose|purposes|processing purpose|purpose of processing
    basis: basis|legal basis|lawful basis|legal ground|gdpr basis
    wording: legal notice|legal notices|wording|consent text|consent wording|policy|terms|privacy notice|consent language
    version: version|revision
    ip: ip|ip address|ip addr|remote address
    expires: expires|valid to|valid till|end date|ends on|expiry|expiration|valid until|expires at|expires on|expiration date|expiry date
    id: id|do not modify~|identifier~|uid|uuid|guid|unique id|record id|external id|item id~|entry id~|row id~|object id~|entity id~|element id~|primary key~|key?|ref?|reference?|ids|recordid|externalid|unique identifier|record key~
    number: number|no|num|nr|nbr
    count: count|no of|number of|total
    code: code
    created: created|create~|creation~|added|submitted|registered|signed up|captured|received~|enrolled|acquired~|entered~|scanned|inserted~|date added|joined|recorded~|customer since|client since|member since|create date|sign up date|created on|date created
    created+entry: entry|registration|signup|sign up|submission|scan|capture|enrollment|enrolment|enquiry|inquiry|submit
    modified: modified|updated|last modified|last updated|last changed|last update|last edited|update|edited|modification|modify|last contacted|last activity|last seen|last visit|last login|last touch|last interaction|next activity|next step|last contact|last viewed|last name change|recent activity|latest activity|last engagement|next action
    date: date|day?|dt|when
    time: time
    timestamp: timestamp|time stamp|date time|datetime|date and time|occurred|occurred at|event time|happened at|time of event
    added: since?|added on|added at|listed?
    changed: changed|change|moved|entered on|stage entered|transition
    by: by
    status: status|state of lead|lifecycle|lifecycle stage|condition
    stage: stage|phase|pipeline stage|sales stage|deal phase|stage name
    type: type|kind|typ
    owner: owned by|assigned to|assignee|sales rep|salesperson|sales person|account executive|salesman|assigned user|assigned|sales owner|record owner|responsible person|user responsible|sdr~|bdr~|account manager|relationship manager
    owner+holder: owner|agent|consultant|advisor|teacher|recruiter|sales|closer|responsible|rep
    manager: manager|supervisor|boss|reports to|head of|team lead|superior
    assistant: assistant|asst|secretary|pa|alternate contact
    note: note|notes|comment|comments|remark|remarks|memo|observations~|free text|additional comments|message text|your message|additional information|additional info|further information|questions or comments|questions and comments|questions comments|feedback~
    description: description|descr~|details
    subject: subject|topic|regarding
    value: value
    display: display|displayed|display name|print|badge name
    lead: lead|leads|prospect|enquirer|inquirer|prospects
    customer: customer|client|cust|buyer|customers|patron|debtor|payer
    deal: deal|opportunity|opp|opportunities|deals|sales opportunity
    task: task|to do|todo|ticket|action item|tasks
    activity: activity|interaction|call|meeting|appointment|activities
    event: event|event type|action|event name
    property: property|parcel|apn|homeowner
    message: message|email message|mailing|smtp|mail id
    user: user
    amount: total price|line total|extended price|total value|net amount|gross amount|line amount|subtotal amount|amount|deal value|deal size|deal amount|opportunity amount|total amount|contract value|sum|acv|tcv|order value
    currency: currency|currency code|curr|iso currency|currency iso code
    probability: probability|likelihood|chance|win probability|percent
    forecast: forecast|forecasted
    category: category|categories|class
    expected: potential|expected|estimated|planned|projected|anticipated|target|est
    close: close|closing
    won: won time|lost time|closed on|closed at|closed date|actual close date|actually closed
    won+entry: won|win|lost|closed
    due: due|due date|deadline|due on|due by|due at|remind
    completed: completed at|completed on|done at
    completed+entry: completed|done|finished|completion|resolved
    priority: priority|importance|urgency
    outcome: outcome|result|disposition|call result|conclusion
    reason: reason|why|cause|reason code
    registry: registry|list|register|robinson list|suppression list|blocklist|blacklist|list name
    hash: hash|sha|sha256|md5|hashed|sha 256
    work: do you work for|do you work at|do you work|you work for|work|business|office|professional|daytime|wrk|biz|b2b|official
    home: home|private|personal|residential|house|evening
    other: other|alternative|alt|alternate|additional|another|further
    secondary: secondary|second|tertiary|third|backup|2nd|3rd
    primary: primary|main contact|default|best|1st
    main: main|general|central|head office
    phone+direct: direct dial|ddi|direct line|direct number|direct phone|direct dial number
    direct: direct
    billing: billing|bill to|invoice|invoicing|mailing address|mail street
    shipping: shipping|ship to|delivery|deliver to
    preferred: preferred|favorite|favourite
    confirm: confirmation date|confirmed at|confirm time
    confirm+entry: confirmed|confirmation|confirm
    latest: recent|most recent|latest|next
    previous: previous|former|old|prior|past|ex
    parent: member of|parent|subsidiary|headquarters|hq|ultimate parent|holding
    birth: birth|birthday|birthdate|date of birth|dob|born|born on|bday|birth dt
    birth_part: birth year|year of birth|birth month|month of birth|yob
    foreign: age|anniversary|wedding anniversary|place of birth|birthplace|country of birth|birth country|city of birth
    bank: iban|bic|bank|swift|sort code|routing number|balance|bic swift
    register: company number|company registration number|companies house number|duns|duns number|trade register number|registration number|registration no
    gender: gender|sex
    spouse: spouse|partner name|wife|husband|children|family
    emergency: emergency
    verified: verified|validated|valid|verification|confidence|accuracy|deliverable|quality|invalid
    bounced: bounced|bounce|hard bounce|soft bounce
    not: not|do not|don t|never|non|un
    label: label|tag|tags|labels
    template: template|sequence|workflow
    score: score|rating|grade|rank|points|scoring
    review: review|reviews|review count|number of reviews|reviews count|ratings|user ratings total|rating count
    to: to stage|new stage|to|destination|sent to
    event+url: click link|clicked link|clicked url|link clicked|click url|url clicked|clicked links|link url
    from: from stage|from|old stage|previous stage
    flag: is|has|was|did|does|are you|do you|have you|did you|would you|will you|can we|may we|have|are
    associated: associated|related|linked
    product: product|item|article|product name|item name|products|product title|material|part|line item
    product+code: sku|stock keeping unit|item code|part number|part no|article number|catalog number|catalogue number|stock code
    price: price|list price|regular price|sales price|selling price|unit price|price per unit|retail price|msrp|rrp|net price|standard price|prices|unit cost price|price each
    unit: unit|per unit|piece|uom|unit of measure
    net: net|excl vat|excl tax|excluding vat|excluding tax|ex vat|without tax
    quantity: quantity|qty|units|no of units|number of units|pieces|ordered quantity|licenses|licences
    caption: caption|designation|heading
    billing_period: billing period|billing cycle|billing frequency|recurrence|recurring billing frequency|billing interval|payment frequency|renewal period|pricing model|subscription period|billing term|charge type
    active: active|enabled|published|inactive|discontinued
    team: team*|sales team|team name|user group|group|groups|teams|sales group
    time_zone: timezone|time zone|tz|iana time zone
    foreign: vat number|vat id|tax id|tax number
    foreign: sale price|discount price|special price|purchase price|cost price|cost|margin|stock|inventory|inventory quantity|tax class|tax rate|barcode|ean|gtin|upc|variant|weight unit|last price|compare at price
    foreign: password|photo|picture|avatar|image|latitude|longitude|lat|lng|tax|vat|tin|ssn|government|hobby|hobbies|mileage|barcode|founded|ticker|sic|naics|funding|technologies|technology|seniority|management level|education|skills|discount|fee|fees|payment|order total|subtotal|row checksum|test|is test|checksum|adset|ad set|ad|adgroup|ad group|creative|click id|gclid|fbclid|user agent|useragent|browser|device|platform|os|organic|intent|number of visits|visits|sent|opened|open|clicked|replied|reply|open rate|model|pet|weight|height|dress|meal|diet|dietary|seat|room|floor|sensitivity|directory server|profession level|member rating|score date|linkedin followers|fiscal|period|quarter|ownership|salary|budget|logo|attachment|billing information|location|office|po box
    """
}
