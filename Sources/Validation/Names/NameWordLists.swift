/// Words that are part of names, or are not, as they are written in the languages of ingest.
///
/// - Source: common knowledge; particles and suffixes were held against those of PyPI's nameparser,
///   Iberian family names are the most frequent of the Spanish and Portuguese registries.
enum NameWordLists {
  static let all: [(NameWordKind, String)] = [
    (.title, titles), ([.title, .doubtful], doubtfulTitles), ([.title, .named], namedTitles),
    (.suffix, suffixes),
    ([.suffix, .doubtful], doubtfulSuffixes), ([.particle, .small], smallParticles),
    (.particle, largeParticles), (.tie, "y e i"), (.iberian, iberian), (.secondGiven, secondGiven),
    (.suspect, suspects), ([.suspect, .trial], trials), (.company, companies),
    (.and, "& und and et y e ou or oder en + /"),
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

  /// Titles that are also given names, initials or endings: only before a name, and with a point
  /// or in company of another title.
  private static let doubtfulTitles =
    "m me fr sr don dom med jur phil habil rer nat pol oec kfm hc h c vet techn dent pharm iur theol"

  /// Titles that are given or family names too, by public lists of names.
  private static let namedTitles = "arch atty dato drin gen ing maj sig"

  private static let suffixes = """
    jr ii iii iv phd mba msc bsc msci llm llb llm. esq esquire cpa dds dvm beng bba dphil
    edd psyd mphil frcs frcp obe mbe cbe kbe pmp cissp cfa junior filho neto júnior mmag fh
    b.sc m.sc dr.med rn she/her he/him they/them she/her/hers he/him/his they/them/theirs
    """

  /// Degrees that are also names: only with capitals inside, in capitals among others, or with
  /// points.
  private static let doubtfulSuffixes =
    "sr senior ba ma md bed do qc kc rn pe cfp ra wp stb eng meng"

  private static let smallParticles = """
    van von vom zu zur zum de da do dos das del della dei degli delle dal dalla di du des der den
    dem ter ten te фон дер ибн bin ibn bint binti 't d' am im op in't af av auf vande vander vanden vanden ver
    von's ap ferch بن بنت ابن عبد أبو ابو آل בן בת
    """

  private static let largeParticles =
    """
    la le lo los las el al st ste saint san santa mac mc freiherr freifrau graf gräfin baron ní uí ó
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
    department office support reception abteilung vertrieb einkauf buchhaltung verwaltung sekretariat
    zentrale empfang hr marketing
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
