/// Names of months and of days of the week, whole or shortened, in 28 languages of Europe.
///
/// - Source: CLDR by PyPI's Babel 2.18.0: those of English, German, French, Spanish, Italian,
///   Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Icelandic, Polish, Czech, Slovak,
///   Slovenian, Croatian, Hungarian, Romanian, Bulgarian, Russian, Ukrainian, Greek, Turkish,
///   Estonian, Latvian, Lithuanian and Catalan, and spellings without marks. Words that are two
///   months are left out, such as `listopad`: November in Polish, October in Croatian.
enum CalendarNames {
  /// A month a row, in lower case without points.
  static let months = [
    """
    ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari january
    január januára janv janvier janvāris janúar jän jänner led leden ledna oca ocak saus sausio
    sausis sij siječanj siječnja sty styczeń stycznia tammi tammikuu tammikuuta ιαν ιανουάριος
    ιανουαρίου січ січень січня янв январь января яну януари
    """,
    """
    feb febbraio feber febr febrer febrero februar februari februarie february február februára
    februāris febrúar fev fevereiro fevr fevrier fév févr février helmi helmikuu helmikuuta lut
    lutego luty vas vasario vasaris veebr veebruar velj veljača veljače úno únor února şub şubat
    φεβ φεβρουάριος φεβρουαρίου лют лютий лютого фев февр февраль февраля февруари
    """,
    """
    bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart maerz mar marca march
    marco marec mars mart martie marts marzec marzo març março mrt mrz márc március mär märts märz
    ožu ožujak ožujka μάρ μάρτιος μαρ μαρτίου бер березень березня мар март марта
    """,
    """
    abr abril apr april aprile aprilie aprill apríl apríla aprīlis avr avril bal balandis
    balandžio dub duben dubna huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan tra
    travanj travnja ápr április απρ απρίλιος απριλίου апр апрель апреля април квіт квітень квітня
    """,
    """
    geg gegužė gegužės kvě květen května mag maggio mai maig maijs maio maj maja may mayo mayıs
    maí mei máj mája május svi svibanj svibnja touko toukokuu toukokuuta μάι μάιος μαΐ μαΐου май
    мая трав травень травня
    """,
    """
    birž birželio birželis cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun june
    junho juni junij junio juny juuni jún júna június júní jūn jūnijs kesä kesäkuu kesäkuuta
    lipanj lipnja červen června čvn ιουν ιουνίου ιούν ιούνιος июн июнь июня черв червень червня
    юни
    """,
    """
    heinä heinäkuu heinäkuuta iul iulie juil juillet jul julho juli julij julio juliol july juuli
    júl júla július júlí jūl jūlijs liep liepa liepos lipca lipiec lug luglio srpanj srpnja tem
    temmuz července červenec čvc ιουλ ιουλίου ιούλ ιούλιος июл июль июля лип липень липня юли
    """,
    """
    ag ago agost agosto aout aoû août aug august augusta augusti augusts augustus augusztus avg
    avgust ağu ağustos elo elokuu elokuuta kol kolovoz kolovoza rugp rugpjūtis rugpjūčio sie
    sierpień sierpnia srpen srpna ágú ágúst αυγ αυγούστου αύγ αύγουστος авг август августа серп
    серпень серпня
    """,
    """
    eyl eylül rugs rugsėjis rugsėjo ruj rujan rujna sep sept september septembra septembre
    septembrie septembris septiembre set setembre setembro setiembre settembre syys syyskuu
    syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτέμβριος σεπτεμβρίου вер
    вересень вересня сент сентябрь сентября сеп септември
    """,
    """
    eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris
    oktoober október októbra ott ottobre out outubro paź październik października spal spalio
    spalis říj říjen října οκτ οκτωβρίου οκτώβριος жовт жовтень жовтня окт октомври октябрь
    октября
    """,
    """
    kas kasım lapkr lapkritis lapkričio listopadu marras marraskuu marraskuuta noiembrie nov
    november novembra novembre novembris novembro noviembre nóv nóvember stu studeni studenoga νοέ
    νοέμβριος νοε νοεμβρίου лист листопад листопада ное ноември нояб ноябрь ноября
    """,
    """
    ara aralık dec december decembra decembre decembrie decembris des desember desembre dets
    detsember dez dezember dezembro dic dicembre diciembre déc décembre gru grudnia grudzień gruod
    gruodis gruodžio joulu joulukuu joulukuuta pro prosinac prosinca prosince prosinec δεκ
    δεκέμβριος δεκεμβρίου груд грудень грудня дек декабрь декабря декември
    """,
  ]

  /// Days of the week, which say nothing beside a date.
  static let days = """
    an antradienis ce ceturtd ceturtdiena cmt cs csütörtök ct cu cum cuma cumartesi czw czwartek
    dc dg di dienstag dijous dilluns dim dimanche dimarts dimecres dinsdag dissabte diumenge
    divendres dj dl do dom domenica domingo donderdag donnerstag ds dt du dum duminică dv
    esmaspäev fi fim fimmtudagur fr fre fredag freitag fri friday fö fös föstudagur gio giovedì
    hétfő je jeu jeudi joi ju jue jueves ke kedd keskiviikko keskiviikkona ketvirtadienis
    kolmapäev kt lau lauantai lauantaina laugardagur laupäev lu lun lundi lunedì lunes luni lö lör
    lördag lø lør lørdag ma maanantai maanantaina maandag man mandag mar mardi martedì martes
    marți me mer mercoledì mercredi mi mie miercuri mittwoch mié miércoles mið miðvikudagur mo mon
    monday montag má mán mánudagur må mån måndag ne ned nedelja nedeľa nedjelja neděle neljapäev
    nie niedz niedziela on ons onsdag ot otrd otrdiena pa paz pazar pazartesi pe penktadienis per
    perjantai perjantaina perşembe pet petak petek pi piatok piektd piektdiena pirmadienis pirmd
    pirmdiena pią piątek pk pn po pon pondelok pondělí ponedeljek ponedjeljak poniedziałek pr pt
    pzt pá pátek péntek pühapäev qua quarta-feira qui quinta-feira reede sa sab sabato sal salı
    sam samedi samstag sat saturday se seg segunda-feira sekmadienis sestd sestdiena sex
    sexta-feira sk so sob sobota sonntag sre sreda sri srijeda st streda středa su sub subota sun
    sunday sunnudagur sunnuntai sv svētd svētdiena sze szerda szo szombat sáb sábado sâ sâm
    sâmbătă sö sön söndag sø søn søndag teisipäev ter terça-feira th thu thursday ti tiistai
    tiistaina tir tirs tirsdag tis tisdag to tor torek tors torsdag torstai torstaina tr
    trečiadienis trešd trešdiena tu tue tuesday ut uto utorak utorok vasárnap ve ven vendredi
    venerdì vi vie viernes vin vineri vr vrijdag we wed wednesday wo woensdag wt wto wtorek za
    zaterdag zo zondag ça çar çarşamba út úterý þr þri þriðjudagur čet četrtek četvrtak čt čtvrtek
    śr śro środa šeštadienis št štvrtok δε δευ δευτέρα κυ κυρ κυριακή πέ πέμ πέμπτη πα παρ
    παρασκευή σά σάβ σάββατο τε τετ τετάρτη τρ τρί τρίτη воскресенье вс вт вторник вівторок нд
    неделя неділя пʼятниця петък пн понеделник понедельник понеділок пт пятница сб середа ср среда
    сряда суббота субота събота четвер четверг четвъртък чт
    """
}
