/// Which terms a header of a field has.
///
/// First the concepts that several kinds share, then the fields of each kind. A line is a name, the
/// forms with their strength in percent, then, after a stroke, terms that may stand beside without
/// changing what is meant, then those that make it a second column of the same.
enum FieldPatterns {
  static let table = """
    email: email=97 email+owner+holder=90&property^0 email+address=97 email+full+name=90 email+id=85&phone+mobile+full+first+name_or_last+person!form+campaign+message email+number=72 company+email=60 / task lead customer person user primary main preferred work billing value / home other secondary
    phone: phone=97~mobile+fax+direct phone+owner+holder=90&property^0 phone+fax=72 phone+number=97 mobile=95~phone+fax+email mobile+phone=95 phone+full+name=90 mobile+full+name=88 mobile+number=95 direct=72 sms=76 mobile+sms=95 phone+sms=90 / task lead customer person user primary main preferred work billing value direct number / home other secondary
    first_name: first+owner+holder=90&property^0 first=97 first+name=97 first+name_or_last=97 first+name_or_first=97 / task lead customer person user billing primary / home
    last_name: last+owner+holder=90&property^0 last=97 last+name=97 last+name_or_last=97 last+name_or_first=97 / task lead customer person user billing primary / home
    full_name: full+name=97 owner+holder+name_or_last=85&property^0 owner+holder+name=85&property^0 full=90 person+name=93 lead+name=93 customer+name=92&company^77 user+name=80 name=92&mobile+person+company+job+title+first+last+prefix+gender+birth+consent+optin+team+manager+role+user+activity!review name=92&email+lead+customer+utm!review+website+industry+employees name=92&phone!website+category+score+industry+employees+street+address+region+city name_or_last=90&mobile+person+company+job+title+first+last+prefix+gender+birth+consent+optin+team+manager+role+user+activity!review name_or_last=90&email+lead+customer+utm!review+website+industry+employees name_or_last=90&phone!website+category+score+industry+employees+street+address+region+city name_or_first=86&mobile+person+company+job+title+first+last+prefix+gender+birth+consent+optin+team+manager+role+user+activity!review name_or_first=86&email+lead+customer+utm!review+website+industry+employees name_or_first=86&phone!website+category+score+industry+employees+street+address+region+city person=80&company!first+last+full^62 lead=55 customer=60 person+name_or_last=92 person+name_or_first=92 customer+name_or_last=92&company^77 customer+name_or_first=92&company^77 lead+name_or_last=92 lead+name_or_first=92 / lead customer person primary main billing / secondary other
    job_title: job=97 job+title=97 job+full+name=90 title=90&company+department!deal+stage+amount+event+activity company+title=93&department role=88&company+department!id+deal+nickname+user company+role=93 person+title=92 job+name_or_last=85 work+title=93 / task lead customer person primary work company preferred / secondary other
    street: street=97~city+postcode+region+country street+number=97 address=93 address+street=97 billing=60 / lead customer person primary main work billing address street number message / home other secondary shipping company property
    city: city=97~postcode+street+address+country / lead customer person primary main work billing address message name name_or_last name_or_first / home other secondary shipping company property
    postcode: postcode=97~city+street+address+region+country postcode+code=97 / lead customer person primary main work billing address message / home other secondary shipping company property
    region: region=97~city+postcode+street+address+country region+code=85~city+postcode+street+address+country / lead customer person primary main work billing address message name name_or_last name_or_first / home other secondary shipping company property
    country: country=97~city+postcode+street+address+region country+region=95 country+code=95&city+postcode+street+address+region / lead customer person primary main work billing address message name name_or_last name_or_first / home other secondary shipping company
    website: website=97&domain+industry+employees+social+revenue+job+title+department+fax+work+direct website=97&company!gender website+url=97 company+website=96 company+url=93 website+address=95 url=66 / lead customer person primary main work company value / home other secondary
    industry: industry=97&company+employees+revenue+annual+website+domain+job+title+department+register+work+url+industry industry+type=93 / lead customer person company primary main work category / secondary other
    employees: employees=97&company+employees+revenue+annual+website+domain+job+title+department+register+work+url+industry count+employees=97 number+employees=97 size+company=85 / lead customer company / 
    annual_revenue: revenue=97&industry+employees+size+annual annual+revenue=97 / lead customer company / 
    created: created=97!register created+date=97!register created+time=96 created+date+time=96 created+timestamp=96 created+entry=90? created+entry+date=97 created+entry+time=96 created+entry+date+time=96 created+entry+timestamp=96 timestamp=86 added=77 added+date=88 date=78 date+time=84 lead+date=88 lead+time=60 / lead customer person first / 
    owner: owner=97 owner+name_or_last=95 owner+name=95 owner+holder+nickname=93 owner+email=88 owner+holder+lead+email=88 owner+holder+deal+email=88 owner+holder=97&lead+deal+task+activity+stage+status+created+modified+source+score+probability+campaign+amount+expected+close+due+won+completed+priority+outcome lead+owner+holder=97 deal+owner+holder=97 task+owner+holder=97 person+owner+holder=93 activity+owner+holder=97 owner+holder+id=96 user=66 changed+owner=50 / deal task activity lead person id user / 
    at: timestamp=95 date=92 time=88 date+time=95 event+date=95 event+time=95 / event activity deal time date / 
    record: id=97 / / 

    # lead
    external_id: id=97 lead+id=98 lead+id+work=98 lead+number=96 lead+code=93 person+id=95 customer+id=95 customer+number=95 customer+code=93 person+number=60 person+code=88 number=60 code=60 user+id=85 created+entry+id=93 / primary / 
    full_name: @full_name
    first_name: @first_name
    last_name: @last_name
    email: @email
    phone: @phone
    company: company=97 company+name_or_last=97 company+name_or_first=97 company+name=97 company+work=95 / task lead customer person work billing primary main associated address / secondary other
    job_title: @job_title
    website: @website
    industry: @industry
    employees: @employees
    annual_revenue: @annual_revenue
    street: @street
    city: @city
    postcode: @postcode
    region: @region
    country: @country
    language: language=97 / lead customer person preferred primary newsletter / secondary
    lead_source: source=95 lead+source=98 customer+source=95 source+name_or_last=90 source+created=88 source+created+entry=88 channel=62 referrer=50 / lead person / secondary latest
    utm_source: utm+source=98 / lead person / 
    utm_medium: utm+medium=98 medium=80&utm+campaign source+medium=60 / lead person / 
    utm_campaign: utm+campaign=98 campaign=82 utm+campaign+name_or_last=97 / lead person / 
    utm_term: utm+keyword=98 / lead person / 
    utm_content: utm+content=98 / lead person / 
    owner: @owner owner+number=60 / company customer / 
    utm_id: utm+id=98 utm+number=96 utm+campaign+id=99 / lead person / 
    landing_url: landing=95 landing+url=97 landing+page=97 landing+website=95 page+url=80 source+url=70 / lead / 
    referrer_url: referrer+url=98 referrer+page=97 referrer+website=95 / lead / 
    created_at: @created
    consent_status: consent=95 consent+status=98 optin=95 optin+status=96 accept+marketing=93 accept+newsletter=93 marketing+optin=95 consent+marketing=95 email+optin=93 email+consent=93 consent+accept=93 newsletter=65 newsletter+optin=93 consent+newsletter=93 accept=50 / lead person customer email / 
    consent_at: consent+date=97 consent+time=97 optin+date=97 optin+time=97 consent+timestamp=97 optin+timestamp=97 confirm+time=60 confirm+entry+time=60 confirm=60 newsletter+date=70 / lead person customer email marketing status / 
    consent_expires_at: consent+expires=98 consent+expires+date=98 consent+expires+time=97 consent+expires+timestamp=98 optin+expires=97 optin+expires+date=97 optin+expires+timestamp=97 consent+due=93 consent+due+date=93 / lead person customer email marketing newsletter status
    consent_source: consent+source=97 optin+source=97 form=78 consent+form=93 / lead person customer email / 
    born_on: birth=93!birth_part birth+date=97!birth_part birth+timestamp=90!birth_part / lead customer person primary user /
    notes: note=97!review description=90 message=82 person+message=80 / lead customer person description / 

    # contact
    external_id: id=97 person+id=98 record=97 customer+id=80 person+number=70 person+code=88 lead+id=60 created+entry+id=93 / primary / 
    full_name: @full_name
    first_name: @first_name
    last_name: @last_name
    email: @email
    phone: @phone
    job_title: @job_title
    account: company+id=98 company=88 company+name_or_last=88 company+name=88 company+number=85 customer+id=50 / person customer primary work associated / secondary other
    street: @street
    city: @city
    postcode: @postcode
    region: @region
    country: @country

    # account
    external_id: id=97 company+id=98 company+number=86 customer+id=93 customer+number=93 company+code=90 customer+code=90 lead+id=30 / primary / 
    name: company+name_or_last=98 company+name_or_first=98 company+name=98 company=96 name_or_last=90 name_or_first=86 name=90 customer+name_or_last=88 customer+name=88 full+name=30 customer=66 / primary main customer / 
    domain: domain=97 company+domain=97 company+domain+name_or_last=97 email+domain=90 website+domain=93 / primary main work / secondary
    phone: @phone / company / 
    website: @website
    industry: industry=97 industry+type=93 / customer company category / secondary other
    employees: employees=97 @employees
    annual_revenue: @annual_revenue
    street: @street / company / 
    city: @city / company / 
    postcode: @postcode / company / 
    region: @region / company / 
    country: @country / company / 

    # deal
    external_id: id=97 deal+id=98 deal+number=95 deal+code=93 number=60 / primary / 
    name: deal+name_or_last=98 deal+name_or_first=98 deal+name=98 deal+title=97 deal+display=80 name_or_last=90 name_or_first=86 title=88~stage+value+amount+status+id deal=85 deal+subject=92 subject=75 description=50 deal+description=66 caption=90 deal+caption=95 lead+title=85 lead+name_or_last=80 / / 
    account: company+id=96 company=94 company+name_or_last=95 company+name_or_first=95 company+name=95 customer=82 customer+name=82 customer+name_or_last=85 customer+name_or_first=85 customer+id=80 / deal primary associated / 
    contact_email: person+email=97 email=90 customer+email=93 lead+email=88 person+email+address=97 email+address=90 / deal primary work / home other secondary
    owner: @owner
    stage: stage=97 deal+stage=98 lead+stage=93 / / 
    amount: amount=97 value=93 deal+value=97 deal+amount=97 revenue=75 expected+revenue=66 expected+value=90 expected+amount=92 annual+revenue=20 amount+value=90 price=85 price+net=80 net+value=85 net+amount=93 deal+price=93 value+close=90 amount+close=93 / deal / company
    currency: currency=97 currency+code=97 amount+currency=95 value+currency=95 / deal / 
    forecast_category: forecast+category=98 forecast=85 forecast+type=80 category=55 / deal name_or_last name name_or_first / 
    created_at: @created / deal / 
    expected_close_at: expected+close=98 close=93 close+date=96 expected+close+date=98 expected+date=70 deal+due=75 due=62 / deal / 
    closed_at: won=93 won+date=96 won+time=93 won+timestamp=95 won+entry=93? won+entry+date=96 won+entry+time=93 won+entry+timestamp=95 close+time=66 / deal / 
    status: status=95 deal+status=98 / / 

    # deal_stage
    deal: deal=95 deal+id=98 deal+number=95 id=66 / / 
    stage: stage=95 deal+stage=96 to+stage=97 to=80 / / 
    at: @at modified+date=85 modified+time=85 modified+timestamp=85 modified=70 changed=93 changed+date=95 changed+time=95 created+date=80 created=78 stage+changed=90 stage+date=90 stage+changed+date=90 / deal stage / latest
    amount: amount=97 value=93 deal+value=97 deal+amount=97 / deal / 
    expected_close_at: expected+close=98 close=93 close+date=96 expected+close+date=98 / deal / 

    # task
    external_id: id=97 task+id=98 activity+id=93 task+number=95 / primary / 
    title: title=95 subject=95 task=90 task+title=98 task+subject=98 task+name_or_last=97 task+name_or_first=97 task+name=97 name_or_last=86 name_or_first=82 description=62 task+description=70 / / 
    owner: @owner
    status: status=96 task+status=97 / / 
    priority: priority=97 / task / 
    due_at: due=97 due+date=97 due+time=95 due+timestamp=96 expected+completed=60 expected+completed+entry=60 / task / 
    completed_at: completed=93 completed+date=97 completed+time=95 completed+timestamp=97 completed+entry=93? completed+entry+date=97 completed+entry+time=95 completed+entry+timestamp=97 / task / 
    lead_email: lead+email=98 person+email=95 email=88 customer+email=93 lead+email+address=97 / primary work / 
    deal: deal=92 deal+id=98 deal+name_or_last=60 / / 
    created_at: @created / task / 

    # activity
    external_id: id=97 activity+id=98 task+id=75 activity+number=93 / primary / 
    type: type=96 activity+type=98 activity=66 task+type=80 / / 
    at: @at due=75 due+date=80 created=70 created+date=72 / / 
    email: @email
    deal: deal=93 deal+id=98 / / 
    owner: @owner
    subject: subject=97 title=90 activity+subject=98 activity+title=95 activity+name_or_last=85 / / 
    outcome: outcome=97 activity+outcome=98 note=60 activity+note=60 activity+status=50 / / 

    # engagement
    external_id: id=96 event+id=98 / primary / 
    email: @email person=62 lead=62 customer=62 to=60 email+to=93 person+id=40
    event: event=97 event+type=98 type=82 activity=66 activity+type=75 status=50 / / 
    at: @at created=80 created+date=84 created+time=84 / message / 
    message_id: message+id=98 email+id=60 message=55 / email / 
    campaign: campaign=96 / message email / 
    url: url=95 website=75 event+url=95 / / 

    # consent
    external_id: id=96 consent+id=98 person+id=60 / primary / 
    email: @email person=62 lead=62 customer=62 to=60 email+to=93 person+id=40
    phone: @phone
    channel: channel=97 consent+channel=97 / / 
    purpose: purpose=97 consent+purpose=98 / name_or_last name name_or_first / 
    status: consent=90 consent+status=98 status=92 optin=85 optin+status=93 / person / 
    lawful_basis: basis=97 / consent / 
    at: @at consent+date=98 consent+time=97 optin+date=96 optin+time=96 consent+timestamp=98 created=80 created+date=84 created+time=80 / consent person / 
    source: source=95 consent+source=98 form=90 optin+source=95 channel+source=50 / name_or_last name name_or_first / 
    wording_version: wording=90 version=85 wording+version=98 consent+version=96 / / 
    ip: ip=97 consent+ip=97 optin+ip=96 / / 
    double_opt_in_at: double+optin=95 double+optin+date=98 double+optin+time=97 double+optin+timestamp=97 confirm+timestamp=90 confirm=85 confirm+date=90 optin+confirm=88 confirm+time=90 confirm+entry=85? confirm+entry+date=90 confirm+entry+time=90 confirm+entry+timestamp=90 optin+confirm+entry=88 / consent / 
    expires_at: expires=97 expires+date=98 expires+time=96 expires+timestamp=97 consent+expires=98 consent+due=95 / / 
    born_on: birth=93!birth_part birth+date=97!birth_part birth+timestamp=90!birth_part / lead customer person primary user /

    # suppression
    email: @email person=62 lead=62 customer=62 to=60 email+to=93 person+id=40
    phone: @phone
    email_sha256: email+hash=98 hash+email+address=98 hash=60 / / 
    phone_sha256: phone+hash=98 mobile+hash=95 / / 
    category: category=90 / / 
    domain: domain=97 email+domain=98 website=40 / company / 
    channel: channel=97 / / 
    reason: reason=97 optout+reason=97 note=50 / / 
    registry: registry=95 source=62 registry+source=80 / / 
    at: @at added=93 added+date=96 created=80 created+date=85 optout+date=96 optout+time=95 optout+timestamp=96 added+time=93 added+timestamp=95 optout=40 / /

    # product
    external_id: id=93 product+id=95 product+number=98 product+code=99 product+id+code=97 code=86 number=66 / primary / 
    name: product+name_or_last=97 product+name_or_first=97 product+name=97 product=93 name_or_last=93 name_or_first=90 name=93 product+description=92 title=90 product+title=95 caption=93 product+caption=97 product+display=85 display=60 subject=50 / / 
    family: category=96 product+category=97 category+name_or_last=95 category+name_or_first=95 product+category+name_or_last=95 product+type=55 type=40 / / 
    unit_price: price=97 price+unit=98 price+net=93 price+product=96 price+amount=90 net+amount=80 amount=80 value=66 price+value=85 / product primary main / secondary other
    currency: currency=97 currency+code=97 price+currency=96 / product / 
    billing: billing_period=97 billing=50 / product / 
    status: status=96 active=95 product+status=97 flag+active=95 product+active=95 active+status=95 / flag / 
    description: description=95 product+description=90 note=60 / / 

    # deal_line
    external_id: id=97 deal+product+id=93 deal+product+number=80 / / 
    deal: deal=93 deal+id=98 deal+number=95 deal+code=93 / / 
    product: product=93 product+id=98 product+number=97 product+code=98 product+name_or_last=60 product+name_or_first=60 product+name=60 / / 
    quantity: quantity=97 product+quantity=97 number+unit=85 count+unit=85 number=50 count=60 / deal / 
    unit_price: price=90 price+unit=98 price+product=93 price+deal=90 / / 
    amount: amount=97 value=85 price+amount=85 net+amount=93 net+value=88 deal+amount=70 product+amount=90 / / 
    currency: currency=97 currency+code=97 price+currency=95 / deal product / 

    # user
    external_id: id=97 user+id=98 nickname=90 user=80 user+name_or_last=85 user+name_or_first=85 user+number=93 user+code=93 owner+id=80 owner+holder+id=80 / / 
    full_name: @full_name user+full+name=97 / user / 
    first_name: @first_name
    last_name: @last_name
    email: @email
    phone: @phone
    job_title: @job_title
    teams: team=96 team+name_or_last=93 team+name_or_first=93 team+name=93 team+id=88 user+team=95 / primary main / 
    manager: manager=96 manager+name_or_last=93 manager+name_or_first=93 manager+name=93 manager+email=85 manager+user=90 manager+id=85 / / 
    time_zone: time_zone=97 time_zone+user=97 / / 
    status: status=95 active=95 flag+active=95 user+status=96 user+active=95 active+status=95 / flag / 

    # team
    external_id: id=97 team+id=98 team+code=93 team+number=93 / / 
    name: name_or_last=93 name_or_first=90 name=93 team=90 team+name_or_last=97 team+name_or_first=97 team+name=97 caption=80 / / 
    manager: manager=96 team+manager=97 team+lead=93 manager+name_or_last=93 manager+name=93 manager+email=85 owner=60 owner+holder=60 / / 
    parent: parent=95 team+parent=97 parent+id=93 team+parent+id=97 / / 
    time_zone: time_zone=97 / team / 
    """
}
