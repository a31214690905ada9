/// Words that are part of names, or are not, as they are written in the languages of ingest.
///
/// - Source: common knowledge; particles and suffixes were held against those of PyPI's nameparser,
///   Iberian family names are the most frequent of the Spanish and Portuguese registries.
enum NameWordLists {
  static let all: [(NameWordKind, String)] = [
    (.title, titles), (.title, furtherTitles), (.title, titlesOfOtherScripts),
    ([.title, .doubtful], doubtfulTitles), ([.title, .named], namedTitles),
    (.behind, titlesBehind), (.doctor, "ph"), (.suffix, suffixes), (.suffix, honorificsBehind),
    ([.suffix, .doubtful], doubtfulSuffixes), ([.suffix, .doubtful], capitalDegrees),
    (.birth, birthMarks), ([.birth, .doubtful], "nee né nata nato ur roz rod szül domu"),
    ([.particle, .small], smallParticles),
    (.particle, largeParticles), (.tie, "y e i"), (.iberian, iberian), (.secondGiven, secondGiven),
    (.suspect, suspects), ([.suspect, .trial], trials), (.company, companies),
    (.and, "& und and et oder + / и та og och és ve"), ([.and, .doubtful], "y e ou or en i u"),
  ]

  private static let titles = """
    dr dr-ing dra drs prof profdr profin mr mrs ms miss mx sir dame herr herrn frau hr hrn ir
    dipl dipl-ing dipl-kfm dipl-vw dipl-inf dipling mag mme mlle mgr monsieur madame mademoiselle
    messrs srta sra señor señora señorita doña sigra signor signora signorina dott dottssa
    dottor dottoressa avv geom dhr mevr mevrouw meneer mw drh pfarrer rev reverend hon capt
    captain col lt sgt cmdr adm engr shri smt datuk lic licda engº eng exmo exma
    dña fam fam. familie famille famiglia eheleute ehepaar
    honourable honorable baroness c/o attn attn: fao zhd
    dhr. dr.med dr.phil dr.rer.nat dr.jur dr.h.c
    """

  /// Ranks and offices, and titles of further languages.
  private static let furtherTitles = """
    lord viscount viscountess countess baronet professor doctor doktor president senator governor
    gov ambassador congressman congresswoman councillor alderman admiral colonel general lieutenant
    lieut sergeant corporal commander commodore brigadier cpt ltcol ltgov cpl pte pvt brig
    cllr rabbi madam mister monsignor msgr revd pfr archbishop
    fräulein frl pater dkfm dkffr privatdozent univ.-prof univ-prof o.univ.-prof ao.univ.-prof
    ministerialrat hofrat komm.-rat kommerzialrat dipl-psych dipl-päd dipl-chem dipl-phys dipl-math
    dipl-biol dipl-jur dipl-oec dipl-betrw dipl-wirt-ing dipl-wirtsch-ing dipl-wi-ing dipl-bw
    dipl-des dipl-volksw dipl-ök dipl-geol dipl-soz dipl-sozpäd dipl-arch
    bakk rndr mudr judr phdr thdr mvdr paeddr pharmdr rsdr icdr thmgr mddr slečna
    mgra panna państwo gospodin gospođa gospodja gospođica gospod gospa gđa gdin gđica
    domnul doamna domnișoara d-l d-na dra ponas ponia panelė härra proua preili
    herra rouva neiti fru frk fröken frøken frú juffrouw mej jhr jkvr mevrouwe edelachtbare
    señores señoras sres sras srtas dª excmo excma ilmo ilma senhor senhora senhorita
    exmos sig.na signori egr egregio gent.mo gent.ma gentilissimo gentilissima spett spettle
    ragioniere
    uzm ecz doç öğr arş yrd sayın bayan
    bapak bpk
    """

  /// The same in other alphabets.
  private static let titlesOfOtherScripts = """
    г-н г-жа гн гжа господин госпожа др д-р проф доц инж акад пані вельмишановний шановний уважаемый
    κος κα κύριος κυρία δις δεσποινίς δρ καθ
    السيد السيدة الآنسة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة الشيخ الشيخة دكتور دكتورة
    מר גברת גב' גב׳ ד"ר ד״ר פרופ' פרופ׳ עו"ד עו״ד
    श्री श्रीमती सुश्री डॉ नाय นาย นาง นางสาว คุณ ดร պրն տկն պարոն տիկին
    """

  /// Titles that are written behind a name without a point too; they are nobody's name.
  private static let titlesBehind = "mr mrs ms mx dr prof mme"

  /// Titles that are also given names, initials or endings: only before a name, and with a point
  /// or in company of another title.
  private static let doubtfulTitles = """
    m me fr sr don dom med jur phil habil rer nat pol oec kfm hc h c vet techn dent pharm iur theol
    av op gör müh dt doc κ د م أ
    """

  /// Titles that are given or family names too, by public lists of names.
  private static let namedTitles = """
    arch atty dato drin gen ing maj sig lady major judge justice king queen prince princess duke
    duchess earl count bishop pastor father brother sister mother master deacon chaplain canon
    sheikh sheik shaikh sheikha imam hajji haji marquis marquess mgr bc mga rag bay fürst
    prinz prinzessin swami cardinal chancellor mons rt
    """

  /// Words that are titles in the countries named first and names elsewhere.
  static let localTitles: [(countries: String, words: String)] = [
    ("PL CZ SK", "pan pani paní páni"), ("UA", "пан"), ("ES AD", "d dª dn"), ("PT BR AO MZ", "d"),
    ("TR", "av op gör müh dt bay ecz"), ("VN", "quý ông bà ngài chị thầy"),
    ("MY SG BN", "encik puan tuan cik datin datuk dato"), ("ID", "ibu bapak pak bu drg h hj"),
    ("AT DE CH", "ddr pd"), ("RO MD", "dl dna"), ("GR CY", "κ"), ("HR SI RS BA ME", "g ga mr dipl"),
    ("IN PK BD", "sri shri"),
    ("GH", "owura"), ("TZ KE", "bwana bi"),
  ]

  /// What a name at birth follows.
  private static let birthMarks = """
    geb geborene geborener née nacida nacido nascida rozená rodená született född født fødd urodz
    урожд урожденная урождённая рожд născută
    """

  /// Courtesies that follow a name in its own script.
  private static let honorificsBehind = "様 殿 さん 氏 先生 女士 小姐 씨 님 선생님"

  private static let suffixes = """
    jr ii iii iv phd mba msc bsc msci llm llb llm. esq esquire cpa dds dvm beng bba dphil
    edd psyd mphil frcs frcp obe mbe cbe kbe pmp cissp cfa junior filho neto júnior mmag fh
    jnr snr pharmd mphys mchem bcom mcom btech mtech beng(hons) bsc(hons) ba(hons) llb(hons) mbbs
    mbchb bchir mrcp mrcs chfc lutc shrm-cp shrm-scp phr-ca cipp/e cscp lcsw lmft pa-c otr/l mrics
    frics cphys cchem dtech kcmg cmg csci fieee fbcs mbcs mieee mscmed mmgr msced mlađi stariji
    mladší младший jún sén
    b.sc m.sc dr.med rn she/her he/him they/them she/her/hers he/him/his they/them/theirs
    """

  /// Degrees that are also names: only with capitals inside, in capitals among others, or with
  /// points.
  private static let doubtfulSuffixes =
    "sr senior ba ma md bed do qc kc rn pe cfp ra wp stb eng meng"

  /// Degrees and orders of a few letters that mean something else, or somebody, as often.
  private static let capitalDegrees = """
    phr frca frsa acca fcca fca cima clu cfp cpcu ricp cebs cspo psm cisa cism crisc ccna ccnp ccie
    itil togaf cipp cpim cfe chrp gphr mfa mph mpa mpp msw lpc msn aprn fnp crna dnp dpt dpm dmd aia
    leed riba ceng dsc dlitt drph dba mep mp msp mla gbe dbe cvo mvo miet ret retd
    vi vii viii ix do od pa ms mt ld rd np pt ot cfa cpa cma cia aca acma csm csp ceh ce ed ed.d ea
    kt kg kp km cb cf ch gm am ao ac mc dl jp vc dso dsc afc dfc td vd si psc pe pg gisp ssbb cha
    lac dm dn dc dd bd jd lld dvm bch
    """

  private static let smallParticles = """
    van von vom zu zur zum de da do dos das del della dei degli delle dal dalla di du des der den
    dem ter ten te фон дер ибн bin ibn bint binti 't d' am im op in't af av auf vande vander
    vanden vanden ver
    von's vd vdb ap ferch بن بنت ابن عبد أبو ابو آل בן בת
    """

  private static let largeParticles =
    """
    la le lo los las el al st ste saint san santa mac mc freiherr freifrau freiherrin freiin graf
    gräfin baron ní uí ó
    nic abd abdul abu
    """

  private static let iberian = """
    garcía garcia gonzález gonzalez rodríguez rodriguez fernández fernandez lópez lopez martínez
    martinez sánchez sanchez pérez perez gómez gomez jiménez jimenez hernández hernandez díaz diaz
    álvarez alvarez muñoz munoz ruiz ramírez ramirez gutiérrez gutierrez suárez suarez vázquez
    vazquez vásquez vasquez domínguez dominguez márquez marquez méndez mendez núñez nuñez nunez
    ibáñez ibañez rojas vargas moreno romero navarro torres ramos serrano molina morales ortega
    delgado castro ortiz rubio sanz iglesias medina garrido castillo santos lozano guerrero prieto
    gallego herrera peña flores cabrera campos vega fuentes carrasco diez reyes caballero nieto
    aguilar herrero montero hidalgo guzmán guzman salazar contreras mendoza espinoza espinosa
    velázquez velasquez juárez juarez chávez chavez sandoval estrada silva oliveira sousa souza
    pereira ferreira costa rodrigues fernandes gonçalves goncalves martins alves lopes gomes ribeiro
    carvalho almeida pinto teixeira marques moreira nunes mendes cardoso rocha barbosa araujo araújo
    lima nascimento barros freitas monteiro correia vieira cavalcanti azevedo machado
    """

  private static let secondGiven = """
    maria maría josé jose luis carlos antonio manuel juan miguel jesús jesus ángel angel javier
    francisco pablo alberto andrés andres fernando eduardo enrique ignacio rafael ramón ramon pedro
    alejandro daniel david jorge mario sergio roberto ricardo arturo alfonso emilio felipe gabriel
    guadalupe carmen pilar isabel teresa luisa elena cristina ana beatriz victoria fernanda paula
    eugenia josefa dolores mercedes rosa lucía lucia sofía sofia laura marta patricia alejandra
    joão joao paulo henrique luiz augusto césar cesar vitória eduarda clara beatriz carolina
    """

  /// Words that stand-ins are made of.
  private static let suspects = """
    tester testen teste prueba prova essai foo bar baz fake sample example demo user username nobody
    nemo na noname anonymous anonym anonyme anonimo anónimo anônimo none null nil undefined unknown
    unbekannt inconnu desconocido desconhecido sconosciuto onbekend niemand keiner kein keine name
    names first last firstname lastname first_name last_name full fullname full_name your vorname
    nachname familienname nom prénom prenom nombre apellido apellidos nome cognome sobrenome apelido
    voornaam achternaam mustermann musterfrau mustermensch muster doe bloggs mickey donald micky
    public fulano fulana beltrano menganito nordmann medelsvensson modaal normalverbraucher michu
    pallino caio abc abcd abcde abcdef xyz xy blah bla blabla lorem ipsum deleted gelöscht xx yy zz
    qq lead leads contact kontakt kunde client azer n/a customer admin administrator info sales team
    department office support reception abteilung vertrieb einkauf buchhaltung verwaltung
    sekretariat
    zentrale empfang hr marketing guest gast visitor besucher besucherin invité invitado invitada
    ospite convidado convidada bezoeker firma firm unternehmen société empresa azienda bedrijf
    privat privatperson angegeben angabe angaben renseigné renseigne especificado specificato
    opgegeven specified provided confirmed determined disclosed undisclosed informado disponible
    disponibile disponível vorhanden bekannt bekend available applicable
    """

  /// Words of stand-ins that are hardly anybody's name, whatever stands beside them.
  private static let trials = """
    test testing testname testuser testperson testlead testkunde testcontact testtest test1 test2
    test3 test12 test123 test1234 dummy foobar testfirma testcompany musterfirma musterunternehmen
    firmenname
    """

  private static let companies = """
    gmbh ltd limited inc llc llp plc corp kg ohg ug gbr sarl sas srl spa bv nv oy ab aps kft sro doo
    ooo pty pte bvba ltda mbh kgaa ev company corporation
    """
}
