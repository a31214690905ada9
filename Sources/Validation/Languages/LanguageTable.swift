/// Codes and names of languages, written by Tests/Validation/languages_table.py.
///
/// - Source: CLDR by PyPI's Babel 2.18.0, in English, German, French, Spanish, Italian,
///   Portuguese, Dutch and the language itself; ISO 639-2 and 639-3 by pycountry 26.2.16.
enum LanguageTable {
  /// The code of a language and its codes of three letters divided by commas, a space, and its
  /// names divided by bars. Names that are those of two languages are left out.
  static let named = """
    aa,aar Afar|Qafar|afar
    ab,abk Abchasisch|Abchazisch|Abkhazian|abcaso|abcázio|abjasio|abkhaze|Аԥсшәа
    ae,ave Avestan|Avestisch|avestan|avestique|avéstico
    af,afr Afrikaans|africâner|afrikaans|afrikáans
    ak,aka
    am,amh Amhaars|Amharic|Amharisch|amarico|amharique|amárico|አማርኛ
    an,arg Aragonees|Aragonese|Aragonesisch|aragonais|aragonese|aragonés|aragonês
    ar,ara Arabic|Arabisch|arabe|arabo|árabe|العربية
    ar-001 Modern Standard Arabic|Modernes Hocharabisch|arabe standard moderne
    ar-001 arabo moderno standard|modern standaard Arabisch|árabe estándar moderno|árabe moderno
    as,asm Assamees|Assamese|Assamesisch|asamés|assamais|assamese|assamês|অসমীয়া
    av,ava Avaric|Avarisch|Awarisch|avar|avaro|avárico
    ay,aym Aymara|aimara|aimará|aymara
    az,aze Aserbaidschanisch|Azerbaijani|Azerbeidzjaans|azerbaigiano|azerbaijano|azerbaiyano
    az azerbaïdjanais|azərbaycan
    ba,bak Baschkirisch|Bashkir|Basjkiers|bachkir|baschiro|bashkir|baskir|башҡорт теле
    be,bel Belarusian|Belarussisch|bielorruso|bielorrusso|bielorusso|biélorusse|беларуская
    bg,bul Bulgaars|Bulgarian|Bulgarisch|bulgare|bulgaro|búlgaro|български
    bi,bis Bislama|bichelamar|bislama|bislamá
    bm,bam Bambara|bamanakan|bambara
    bn,ben Bangla|Bengaals|Bengalisch|bengalese|bengali|bengalí|বাংলা
    bo,bod,tib Tibetaans|Tibetan|Tibetisch|tibetano|tibétain|བོད་སྐད་
    br,bre Breton|Bretonisch|Bretons|breton|bretone|bretão|bretón|brezhoneg
    bs,bos Bosnian|Bosnisch|bosanski|bosniaco|bosniaque|bosnio|bósnio
    ca,cat Catalaans|Catalan|Katalanisch|catalan|catalano|català|catalán|catalão
    ce,che Chechen|Tschetschenisch|Tsjetsjeens|ceceno|checheno|tchétchène|нохчийн
    ch,cha Chamorro|chamorro
    co,cos Corsicaans|Corsican|Korsisch|corse|corso|corsu
    cr,cre Cree|cree
    cs,ces,cze Czech|Tschechisch|Tsjechisch|ceco|checo|tcheco|tchèque|čeština
    cu,chu Church Slavic|Kerkslavisch|Kirchenslawisch|eslavo eclesiástico|slavo ecclesiastico
    cu slavon d’église|церковнослове́нскїй
    cv,chv Chuvash|Tschuwaschisch|Tsjoevasjisch|chuvasio|ciuvascio|tchouvache|tchuvache|чӑваш
    cy,cym,wel Cymraeg|Walisisch|Welsh|gallese|gallois|galés|galês
    da,dan Danish|Deens|Dänisch|danese|danois|dansk|danés|dinamarquês
    de,deu,ger Deutsch|Duits|German|alemán|alemão|allemand|tedesco
    de-AT Austrian German|alemán austríaco|allemand autrichien|tedesco austriaco
    de-AT Österreichisches Deutsch
    de-CH Schweizer Hochdeutsch|Swiss High German|allemand suisse|alto alemán suizo
    de-CH alto alemão (Suíça)|alto tedesco svizzero
    dv,div Dhivehi|Divehi|divehi|maldivien|ދިވެހިބަސް
    dz,dzo Dzongkha|dzonga|dzongkha|རྫོང་ཁ
    ee,ewe Ewe|ewe|ewé|eʋegbe|éwé
    el,ell,gre Greek|Griechisch|Grieks|grec|greco|grego|griego|Ελληνικά
    en,eng Engels|Englisch|English|anglais|inglese|inglés|inglês
    en-AU Australian English|anglais australien|inglese australiano|inglés australiano
    en-CA Canadian English|anglais canadien|inglese canadese|inglés canadiense
    en-GB British English|Englisch (GB)|anglais britannique|inglese britannico|inglés británico
    en-US American English|anglais américain|inglese americano|inglés estadounidense
    eo,epo Esperanto|esperanto|espéranto
    es,spa Spaans|Spanisch|Spanish|espagnol|espanhol|español|spagnolo
    es-419 Latin American Spanish|espagnol d’Amérique latine|español latinoamericano
    es-419 spagnolo latinoamericano
    es-ES European Spanish|espagnol d’Espagne|español de España|spagnolo europeo
    es-MX Mexican Spanish|espagnol du Mexique|español de México|spagnolo messicano
    et,est Estisch|Estnisch|Estonian|eesti|estone|estoniano|estonien|estonio
    eu,eus,baq Baskisch|Basque|basco|basque|euskara|euskera
    fa,fas,per Persian|Persisch|Perzisch|persa|persan|persiano|فارسی
    fa-AF Dari|dari|darí
    ff,ful Ful|Fula|Fulah|Pulaar|fula|fulah|peul
    fi,fin Finnisch|Finnish|Fins|finlandese|finlandês|finnois|finés|suomi
    fj,fij Fidschi|Fijian|Fijisch|fidjien|figiano|fijiano|fiyiano
    fo,fao Faeröers|Faroese|Färöisch|faroese|feroés|feroês|féroïen|føroyskt
    fr,fra,fre Frans|Französisch|French|francese|francés|francês|français
    fr-CA Canadian French|francese canadese|francés canadiense|français canadien
    fr-CH Swiss French|francese svizzero|francés suizo|français suisse
    fy,fry Fries|Frysk|Western Frisian|Westfriesisch|frison occidental|frisone occidentale
    fy frisón occidental|frísio ocidental
    ga,gle Gaeilge|Iers|Irisch|Irish|irlandais|irlandese|irlandés|irlandês
    gd,gla Gàidhlig|Gälisch (Schottland)|Schots-Gaelisch|Scottish Gaelic|gaelico scozzese
    gd gaélico escocés|gaélico escocês|gaélique écossais
    gl,glg Galician|Galicisch|galego|galicien|galiziano|gallego
    gn,grn Guarani|Guaraní|avañe’ẽ|guarani|guaraní
    gu,guj Gujarati|goudjarati|gujarati|guyaratí|guzerate|ગુજરાતી
    gv,glv Gaelg|Manx|mannese|mannois|manx|manés
    ha,hau Hausa|Haussa|haoussa|hausa|hauçá
    he,heb Hebreeuws|Hebrew|Hebräisch|ebraico|hebraico|hebreo|hébreu|עברית
    hi,hin Hindi|hindi|híndi|हिन्दी
    hi-Latn Hindi (Latin)|Hindi (lateinisch)|Hinglish|hinglish
    ho,hmo Hiri Motu|Hiri-Motu|hiri motu
    hr,hrv Croatian|Kroatisch|croata|croate|croato|hrvatski
    ht,hat Haiti-Kreolisch|Haitian Creole|Haïtiaans Creools|Kreyòl Ayisyen|creolo haitiano
    ht criollo haitiano|créole haïtien|haitiano
    hu,hun Hongaars|Hungarian|Ungarisch|hongrois|húngaro|magyar|ungherese
    hy,hye,arm Armeens|Armenian|Armenisch|armenio|armeno|arménien|armênio|հայերեն
    hz,her Herero|herero|héréro
    ia,ina Interlingua|interlingua|interlíngua
    id,ind Indonesia|Indonesian|Indonesisch|indonesiano|indonesio|indonésien|indonésio
    ie,ile Interlingue|interlingue
    ig,ibo Igbo|igbo
    ii,iii Sichuan Yi|Yi|sichuan yi|yi de Sichuán|yi du Sichuan|ꆈꌠꉙ
    ik,ipk Inupiak|Inupiaq|inupiak|inupiaq|inupiaque
    io,ido Ido|ido
    is,isl,ice IJslands|Icelandic|Isländisch|islandais|islandese|islandés|islandês|íslenska
    it,ita Italiaans|Italian|Italienisch|italiano|italien
    iu,iku Inuktitut|inuktitut|ᐃᓄᒃᑎᑐᑦ
    ja,jpn Japanese|Japanisch|Japans|giapponese|japonais|japonés|japonês|日本語
    jv,jav Javaans|Javanese|Javanisch|Jawa|giavanese|javanais|javanés|javanês
    ka,kat,geo Georgian|Georgisch|georgiano|géorgien|ქართული
    kg,kon Kongo|Kongolesisch|congolês|kikongo|kongo
    ki,kik Gikuyu|Kikuyu|kikuyu|quicuio
    kj,kua Kuanyama|Kwanyama|cuanhama|kuanyama
    kk,kaz Kasachisch|Kazachs|Kazakh|cazaque|kazajo|kazakh|kazako|қазақ тілі
    kl,kal Groenlands|Grönländisch|Kalaallisut|groenlandais|groenlandese|groenlandés|groenlandês
    kl kalaallisut
    km,khm Khmer|jemer|khmer|ខ្មែរ
    kn,kan Kannada|canarim|canarés|kannada|ಕನ್ನಡ
    ko,kor Koreaans|Korean|Koreanisch|coreano|coréen|한국어
    kr,kau Kanuri|canúri|kanouri|kanuri
    ks,kas Kaschmiri|Kashmiri|Kasjmiri|cachemir|cachemiri|caxemira|kashmiri|کٲشُر
    ku,kur Koerdisch|Kurdisch|Kurdish|curdo|kurde|kurdo|kurdî (kurmancî)
    kv,kom Komi|komi
    kw,cor Cornish|Kornisch|cornico|cornique|córnico|kernewek
    ky,kir Kirgisisch|Kirgizisch|Kyrgyz|kirghiso|kirghize|kirguís|quirguiz|кыргызча
    la,lat Latein|Latijn|Latin|Latina|latim|latin|latino|latín
    lb,ltz Luxembourgish|Luxemburgisch|Luxemburgs|Lëtzebuergesch|lussemburghese|luxembourgeois
    lb luxemburgués|luxemburguês
    lg,lug Ganda|Luganda|ganda|luganda
    li,lim Limburgisch|Limburgish|Limburgs|limbourgeois|limburghese|limburgués|limburguês
    ln,lin Lingala|lingala|lingála
    lo,lao Lao|Laotiaans|Laotisch|lao|laosiano|ລາວ
    lt,lit Litauisch|Lithuanian|Litouws|lietuvių|lituanien|lituano
    lu,lub Luba-Katanga|Tshiluba|luba-catanga|luba-katanga|luba-katanga (kiluba)
    lv,lav Latvian|Lets|Lettisch|latviešu|letton|lettone|letão|letón
    mg,mlg Malagassisch|Malagasy|malgache|malgascio|malgaxe
    mh,mah Marschallesisch|Marshallees|Marshallese|marshallais|marshallese|marshalés|marshalês
    mi,mri,mao Maori|Māori|maori|maorí
    mk,mkd,mac Macedonian|Macedonisch|Mazedonisch|macedone|macedonio|macedônio|macédonien
    mk македонски
    ml,mal Malayalam|malaiala|malayalam|malayálam|മലയാളം
    mn,mon Mongolian|Mongolisch|Mongools|mongol|mongolo|монгол
    mr,mar Marathi|marathi|marati|maratí|मराठी
    ms,msa,may Malaiisch|Malay|Maleis|Melayu|malaio|malais|malayo|malese
    mt,mlt Maltees|Maltese|Maltesisch|Malti|maltais|maltese|maltés|maltês
    my,mya,bur Birmaans|Birmanisch|Burmese|birman|birmano|birmanês|မြန်မာ
    na,nau Nauru|Nauruaans|Nauruisch|nauru|nauruan|nauruano
    nb,nob Noors - Bokmål|Norwegian Bokmål|Norwegisch (Bokmål)|bokmål norueguês|norsk bokmål
    nb noruego bokmal|norvegese bokmål|norvégien bokmål
    nd,nde Noord-Ndebele|Nord-Ndebele|North Ndebele|ndebele del nord|ndebele do norte
    nd ndebele septentrional|ndébélé du Nord
    ne,nep Nepalees|Nepalesisch|Nepali|nepalese|nepalês|nepalí|népalais|नेपाली
    ng,ndo Ndonga|dongo|ndonga
    nl,nld,dut Dutch|Nederlands|Niederländisch|holandês|neerlandés|néerlandais|olandese
    nl-BE Flemish|Flämisch|Vlaams|fiammingo|flamand|flamenco|flamengo
    nn,nno Noors - Nynorsk|Norwegian Nynorsk|Norwegisch (Nynorsk)|norsk nynorsk|noruego nynorsk
    nn norvegese nynorsk|norvégien nynorsk|nynorsk norueguês
    no,nor Noors|Norwegian|Norwegisch|norsk|noruego|norueguês|norvegese|norvégien
    nr,nbl South Ndebele|Süd-Ndebele|Zuid-Ndbele|ndebele del sud|ndebele do sul|ndebele meridional
    nr ndébélé du Sud
    nv,nav Diné Bizaad|Navajo|navajo
    ny,nya Nyanja|chewa|nianja|nyanja
    oc,oci Occitaans|Occitan|Okzitanisch|occitan|occitano|occitânico
    oj,oji Ojibwa|ojibwa
    om,orm Afaan Oromo|Oromo|Oromoo|oromo
    or,ori Odia|Oriya|odia|oriya|oriá|ଓଡ଼ିଆ
    os,oss Ossetic|Ossetisch|ossetico|osseto|ossète|osético|ирон
    pa,pan Punjabi|panjabi|pendjabi|punjabi|punyabí|ਪੰਜਾਬੀ
    pi,pli Pali|pali|páli
    pl,pol Polish|Polnisch|Pools|polacco|polaco|polonais|polonês|polski
    ps,pus Paschtu|Pashto|Pasjtoe|pachto|pashto|pastún|پښتو
    pt,por Portugees|Portugiesisch|Portuguese|portoghese|portugais|portugués|português
    pt-BR Brazilian Portuguese|portoghese brasiliano|portugais brésilien|portugués de Brasil
    pt-PT European Portuguese|portoghese europeo|portugais européen|portugués de Portugal
    qu,que Quechua|Runasimi|quechua|quíchua
    rm,roh Reto-Romaans|Romansh|Rätoromanisch|romanche|romancio|rumantsch
    rn,run Ikirundi|Kirundi|Rundi|kirundi|roundi|rundi
    ro,ron,rum Roemeens|Romanian|Rumänisch|romeno|română|roumain|rumano|rumeno
    ro-MD Moldauisch|Moldavian|moldave|moldavo|moldávio
    ru,rus Russian|Russisch|ruso|russe|russo|русский
    rw,kin Ikinyarwanda|Kinyarwanda|kinyarwanda|quiniaruanda
    sa,san Sanskriet|Sanskrit|sanscrito|sanskrit|sánscrito|sânscrito|संस्कृत भाषा
    sc,srd Sardijns|Sardinian|Sardisch|sarde|sardo|sardu
    sd,snd Sindhi|sindhi|sindi|سنڌي
    se,sme Noord-Samisch|Nordsamisch|Northern Sami|davvisámegiella|same du Nord|sami del nord
    se sami septentrional|sami setentrional
    sg,sag Sango|Sängö|sango
    sh,hbs Serbo-Croatian|Serbo-Kroatisch|Servo-Kroatisch|serbo-croate|serbo-croato|serbocroata
    sh servo-croata
    si,sin Singalees|Singhalesisch|Sinhala|cingalais|cingalés|cingalês|singalese|සිංහල
    sk,slk,slo Slovak|Slowaaks|Slowakisch|eslovaco|slovacco|slovaque|slovenčina
    sl,slv Sloveens|Slovenian|Slowenisch|esloveno|sloveno|slovenščina|slovène
    sm,smo Samoaans|Samoan|Samoanisch|samoan|samoano
    sn,sna Shona|chiShona|shona|xona
    so,som Somali|Somalisch|Soomaali|somali|somalo|somalí
    sq,sqi,alb Albanees|Albanian|Albanisch|albanais|albanese|albanés|albanês|shqip
    sr,srp Serbian|Serbisch|Servisch|serbe|serbio|serbo|sérvio|српски
    sr-ME Montenegrin
    ss,ssw Swati|Swazi|siSwati|suazi|suázi|swati
    st,sot Sesotho|Southern Sotho|Süd-Sotho|Zuid-Sotho|sotho del sud|sotho du Sud|sotho meridional
    st soto do sul
    su,sun Basa Sunda|Soendanees|Sundanese|Sundanesisch|soundanais|sundanese|sundanés|sundanês
    sv,swe Schwedisch|Swedish|Zweeds|sueco|suédois|svedese|svenska
    sw,swa Kiswahili|Suaheli|Swahili|suajili|suaíli|swahili
    sw-CD Congo Swahili|Kongo-Swahili|suajili del Congo|suaíli do Congo|swahili del Congo
    sw-CD swahili du Congo
    ta,tam Tamil|tamil|tamoul|tâmil|தமிழ்
    te,tel Telugu|telugu|télougou|télugo|తెలుగు
    tg,tgk Tadschikisch|Tadzjieks|Tajik|tadjik|tadjique|tagico|tayiko|тоҷикӣ
    th,tha Thai|Thailändisch|tailandés|tailandês|thailandese|thaï|ไทย
    ti,tir Tigrinya|tigrigna|tigrino|tigriña|tigrínia|ትግርኛ
    tk,tuk Turkmeens|Turkmen|Turkmenisch|turcomanno|turcomano|turcomeno|turkmène|türkmen dili
    tl,tgl Filipino|Tagalog|tagalo|tagalog
    tn,tsn Setswana|Tswana|setsuana|tswana
    to,ton Tongaans|Tongaisch|Tongan|lea fakatonga|tongano|tonganês|tongien
    tr,tur Turkish|Turks|Türkisch|Türkçe|turc|turco
    ts,tso Tsonga|Xitsonga|tsonga
    tt,tat Tataars|Tatar|Tatarisch|tatar|tataro|tártaro|татар
    tw,twi Twi|ci|twi
    ty,tah Tahitiaans|Tahitian|Tahitisch|tahitiano|tahitien|taitiano
    ug,uig Oeigoers|Uigurisch|Uyghur|ouïghour|uigur|uiguro|ئۇيغۇرچە
    uk,ukr Oekraïens|Ukrainian|Ukrainisch|ucraino|ucraniano|ukrainien|українська
    ur,urd Urdu|ourdou|urdu|اردو
    uz,uzb Oezbeeks|Usbekisch|Uzbek|ouzbek|o‘zbek|uzbeco|uzbeko|uzbeque
    ve,ven Tshivenḓa|Venda|venda
    vi,vie Tiếng Việt|Vietnamees|Vietnamese|Vietnamesisch|vietnamien|vietnamita
    vo,vol Volapük|volapuque|volapük
    wa,wln Waals|Wallonisch|Walloon|vallone|valão|valón|wallon|walon
    wo,wol Wolof|uolofe|wolof|wólof
    xh,xho IsiXhosa|Xhosa|xhosa
    yi,yid Jiddisch|Yiddish|iídiche|yiddish|yidis|ייִדיש
    yo,yor Yoruba|iorubá|yoruba|Èdè Yorùbá
    za,zha Vahcuengh|Zhuang|zhuang
    zh,zho,chi Chinees|Chinese|Chinesisch|chino|chinois|chinês|cinese|中文
    zh-Hans Chinesisch (vereinfacht)|Mandarijn (vereenvoudigd)|Simplified Chinese
    zh-Hans chino simplificado|chinois simplifié|chinês simplificado|cinese semplificato
    zh-Hant Chinesisch (traditionell)|Mandarijn (traditioneel)|Traditional Chinese
    zh-Hant chino tradicional|chinois traditionnel|chinês tradicional|cinese tradizionale
    zu,zul Zoeloe|Zulu|isiZulu|zoulou|zulu|zulú
    """

  /// Codes of further languages, of three letters.
  static let unnamed = """
    ace ach ada ady aeb afh agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars arw
    ary arz asa ase ast atj avk awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq bgc bgn
    bho bik bin bjn bkm bla blo blt bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch
    ccp ceb cgg chb chg chk chm chn cho chp chr chy cic ckb clc cop cps crg crh crj crk crl crm
    crr crs csb csw dak dar dav del den dgr din dje doi dsb dtp dua dum dyo dyu dzg ebu efi egl
    egy eka elx enm esu ewo ext fan fat fil fit fon frc frm fro frp frr frs fur gaa gag gan gay
    gba gbz gez gil glk gmh goh gon gor got grb grc gsw guc gur guz gwi hai hak haw hax hif hil
    hit hmn hnj hsb hsn hup hur iba ibb ikt ilo inh izh jam jbo jgo jmc jpr jrb jut kaa kab kac
    kaj kam kaw kbd kbl kcg kde kea ken kfo kgp kha kho khq khw kiu kkj kln kmb koi kok kos kpe
    krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lfn lij lil liv lkt lmo
    lol lou loz lrc lsm ltg lua lui lun luo lus luy lzh lzz mad maf mag mai mak man mas mde mdf
    mdr men mer mfe mga mgh mgo mic min mnc mni moe moh mos mrj mua mus mwl mwr mwv mye myv mzn
    nan nap naq nds new nia niu njo nmg nnh nog non nov nqo nso nus nwc nym nyn nyo nzi ojb ojc
    ojs ojw oka osa ota pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pis pms pnt pon pqm prg
    pro quc qug raj rap rar rgn rhg rif rof rom rtm rue rug rup rwk sad sah sam saq sas sat saz
    sba sbp scn sco sdc sdh see seh sei sel ses sga sgs shi shn shu sid slh sli sly sma smj smn
    sms snk sog srn srr ssy stq str suk sus sux swb syc syr szl tce tcy tem teo ter tet tgx tht
    tig tiv tkl tkr tlh tli tly tmh tog tok tpi tru trv trw tsd tsi ttm ttt tum tvl twq tyv tzm
    udm uga umb vai vec vep vls vmf vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog yao
    yap yav ybb yrl yue zap zbl zea zen zgh zun zza
    """
}
