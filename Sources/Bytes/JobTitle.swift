/// Seniority and department of a job title in the languages of ingest.
///
/// - Source: common knowledge; words are folded, `*` stands for any ending or beginning.
package struct JobTitle: Sendable, Equatable {
  /// From the top down; the first whose words a title has counts.
  package enum Seniority: String, CaseIterable, Sendable {
    case chief, owner, head, manager, specialist, assistant, trainee
  }

  package enum Department: String, CaseIterable, Sendable {
    case sales, marketing, finance, technology, people, purchasing, operations, legal, service
    case research, management
  }

  package let seniority: Seniority?
  package let department: Department?

  package init(_ title: String) {
    guard title.utf8.count <= 300 else {
      (seniority, department) = (nil, nil)
      return
    }
    let text = TitleText(title)
    let (free, told) = text.withoutBoundWords(Self.boundOffices)
    // "Assistant to the CEO" assists; "Vice President" does not preside.
    let isAide = Self.aides.first(in: text.words) != nil
    if text.isOutOfOffice || Self.former.first(in: text.words) != nil {
      // What somebody was says nothing of what they decide.
      seniority = nil
    } else if isAide {
      seniority = .assistant
    } else if let last = free.last, free.count > 1, let group = Self.helpers.first(in: [last]) {
      // "Director's Assistant", "Marketing Manager Intern"
      seniority = group == 0 ? .assistant : .trainee
    } else {
      let places = [
        Self.seniorityWords.first(in: free), told.flatMap { Seniority.allCases.firstIndex(of: $0) },
      ]
      seniority = places.compactMap(\.self).min().map { Seniority.allCases[$0] }
    }
    let fields = text.withoutBoundWords(Self.boundFields).free.filter { word in
      !Self.ofNoDepartment.contains(where: word.hasPrefix)
    }
    let leads = [.chief, .head, .manager].contains(seniority)
    let place =
      Self.departmentWords.first(in: fields + fields.compactMap(Self.stem))
      ?? (leads ? Self.departmentAdjectives.first(in: fields) : nil)
    let named = place.map { Department.allCases[$0] }
    department = named ?? (seniority == .chief || seniority == .owner ? .management : nil)
  }

  /// Words that begin as a department's do, and are of none: a works council, an economist, a
  /// company's doctor.
  private static let ofNoDepartment = list(
    "betriebsrat betriebsrate betriebswirt betriebsarzt betriebsarztin betriebsaerzt")

  /// What stands before the post in a German compound: a Marketingleiter leads marketing.
  private static func stem(of word: String) -> String? {
    guard let post = posts.first(where: word.hasSuffix) else { return nil }
    let stem = word.dropLast(post.count)
    return stem.count > 1
      ? String(stem.count > 3 && stem.last == "s" ? stem.dropLast() : stem) : nil
  }

  private static let posts = list(
    """
    leiterin leiter leitung direktorin direktor managerin manager chefin chef referentin referent
    assistentin assistent assistenz mitarbeiterin mitarbeiter beraterin berater
    """)

  static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }

  private static let aides = TitleWords([
    list(
      """
      assistant_to assistentin_der assistent_der assistenz assistante_de asistente_de assistente_di
      assistente_do executive_assistant personal_assistant pa_to ea_to secretary_to chefsekretar*
      direktionssekretar* vorstandssekretar* sekretariat *assistent *assistentin *assistenz
      """)
  ])

  private static let former = TitleWords([
    list(
      """
      former formerly ex retired past_president past_chair past_chairman ehem ehemals ehemalige*
      vormals fruher fruhere fruherer ausser_dienst im_ruhestand pensioniert* ancien ancienne antiguo
      antigua voormalig* emeritus
      """)
  ])

  /// Words at the end of a title that say more than all before them.
  private static let helpers = TitleWords([
    list("assistant assistants assistent assistentin assistenz secretary clerk"),
    list("intern trainee apprentice student praktikant praktikantin azubi"),
  ])

  private static let seniorityWords = TitleWords(
    Seniority.allCases.map { seniorities[$0] ?? [] })
  private static let departmentWords = TitleWords(
    Department.allCases.map { departments[$0] ?? [] })

  private static let departmentAdjectives = TitleWords(
    Department.allCases.map { adjectives[$0] ?? [] })

  /// What the department of somebody who leads is told by when no other word does: technical support
  /// is support.
  private static let adjectives: [Department: [String]] = [
    .sales: list("kommerziell*"),
    .finance: list("kaufmannisch*"),
    .technology: list("technisch* technical tecnico tecnica"),
    .operations: list("operativ*"),
  ]

  private static let seniorities: [Seniority: [String]] = [
    .chief: list(
      """
      gf ceo cto cfo coo cio cmo cro cpo chro ciso cdo gm chief geschaftsfuhr* geschaeftsfuhr*
      geschaftsleit* geschaeftsleit* vorstand* generalsekretar*
      managing_director general_manager directeur_general directrice_generale director_general
      directora_general gerente_general gerente_geral direttore_generale direttrice_generale diretor_geral diretora_geral
      algemeen_directeur pdg amministratore_delegato consejero_delegado consejera_delegada
      administrateur_delegue gedelegeerd_bestuurder bestuurder administrador* president prasident prasidentin
      chairman chairwoman chairperson chair_of_the board_member member_of_the_board aufsichtsrat*
      verwaltungsrat* non_executive_director nonexecutive_director non_executive_chair
      non_executive_chairman raad_van_bestuur raad_van_commissarissen miembro_del_consejo
      membre_du_conseil_dadministration membro_del_consiglio_di_amministrazione
      """),
    .owner: list(
      """
      owner founder cofounder founding_member founding_shareholder proprietor* proprietress
      mitinhaber* coinhaber* miteigentumer* unternehmer* firmeninhaber* geschaftsinhaber* zaakvoerder*
      zaakvoerster zaakvoerdster ondernemer* mede_eigenaar* medeeigenaar* chef_dentreprise
      cheffe_dentreprise dirigeant_dentreprise entrepreneur entrepreneuse empresario empresaria
      imprenditor* imprenditrice dueno duena contitolare cotitular inhaber* grunder* gruender* mitgrunder* eigentumer* partner
      gesellschafter* fondat* gerant* proprietaire titolare proprietario proprietaria fundador*
      cofundador* socio socia eigenaar oprichter associe dono dona
      """),
    .head: list(
      """
      dsi drh daf raf subdirector* vicedirector* vicediretto* vicedirettrice vicedirecteur
      adjunctdirecteur onderdirecteur subdiretor* vicediretor* afdelingshoofd director* dir vp svp evp avp vice_president vizeprasident* vicepresident*
      vice_chair vice_chairman vice_chairwoman deputy_chair general_counsel head prokurist* chief_engineer chief_of_staff
      chief_architect chief_accountant chief_editor chief_scientist leiter* *leiter *leiterin leitung
      *sleitung *ngleitung *alleitung buroleitung direktor*
      bereichsleit* directeur directrice responsable responsabile direttore direttrice diretor*
      hoofd dirigent* jefe jefa chef chefe capo dirigeant*
      """),
    .manager: list(
      """
      chef_de_projet chef_de_produit jefe_de_proyecto capo_progetto chefe_de_projeto
      chef_dequipe cheffe_dequipe responsable_dequipe jefe_de_equipo jefa_de_equipo capo_squadra
      caposquadra chefe_de_equipa chefe_de_equipe *manager *managerin leader teamleader
      teamleider* groepsleider* ploegleider* projectleider* bedrijfsleider* gruppenleit* schichtleit*
      filialleit* marktleit* bauleit* objektleit* stationsleit* wohnbereichsleit*
      head_nurse manager* mgr lead teamlead teamleit* supervisor coordinator koordinator* coordinateur
      coordinatrice coordinador* coordinatore gerente gestor* gestionnaire manageur beheerder
      projektleit* foreman meister superviseur encarregado
      """),
    .trainee: list(
      """
      intern trainee student* praktikant* werkstudent* azubi auszubildende* apprentice apprenti*
      stagiaire etudiant* becari* estudiante studente studentessa tirocinante stagista estagiari*
      stagiair leerling
      """),
    .assistant: list(
      """
      receptionist* rezeptionist* recepcionista* receptionniste* empfangsmitarbeiter* empfangskraft
      empfangsdame assistant* assistent* secretar* sekretar* asistente assistente segretari* clerk
      sachbearbeiter* medewerker auxiliar
      """),
    .specialist: list(
      """
      scrum_master lead_generation chef_de_cuisine chef_cuisinier chef_de_partie sous_chef head_chef
      chief_petty_officer chief_warrant_officer engineer* ingenieur* ingegnere ingenier* engenheir* developer* entwickler* *entwickler developpeur*
      desarrollador* sviluppat* desenvolvedor* ontwikkelaar analyst* analista analyste specialist*
      spezialist* especialista consultant* berater* consultor* consulente conseiller* adviseur
      advisor adviser
      *ingenieur *ingenieurin *entwicklerin *techniker *technikerin *berater *beraterin *spezialist
      *spezialistin hrbp bdr sdr bookkeeper* boekhoud* inkoper* inkoopster acheteuse* ragionier* cpa
      technician techniker* technicien* tecnico buyer einkaufer* acheteur* comprador* designer
      accountant buchhalter* comptable contable contabile contador* referent* representative
      verkaufer* vendeur* vendedor* venditore verkoper architect* architekt* scientist
      """),
  ]

  private static let departments: [Department: [String]] = [
    .sales: list(
      """
      bdr sdr sales cro vertrieb* *vertrieb verkauf* vente ventes commercial* comercial* venta ventas vendita
      vendite commerciale venda vendas verkoop* account_manager account_executive business_development key_account vendedor*
      vendeur* venditore chief_revenue_officer
      """),
    .marketing: list(
      """
      marketing cmo brand communication* kommunikation* comunica* pr werbung publicidad pubblicita
      content seo social_media redaktion* presse pressesprech* pressereferent* pressestelle*
      presseabteilung press_officer press_office press_secretary spokesperson spokesman spokeswoman
      porte_parole portavoz portavoce porta_voz woordvoerder* addetto_stampa ufficio_stampa
      attache_de_presse attachee_de_presse jefe_de_prensa jefa_de_prensa
      """),
    .finance: list(
      """
      daf raf cpa bookkeep* wirtschaftspruf* betriebspruf* schatzmeister* tresorier* tesorer* tesoriere
      tesoureir* penningmeester* ragionier* commercialista dottore_commercialista finance* financ* finanz* cfo controll* accounting accountant buchhalt* treasur* rechnungswesen
      compta* contab* contador* steuer* tax audit* boekhoud* financie* controleur
      """),
    .technology: list(
      """
      dsi cto cio ciso it edv engineering software informati* informatik* technology technolog* devops developer* *entwickler
      entwickler* developpeur* desarrollador* sviluppat* desenvolvedor* ontwikkelaar data security
      system* netzwerk* technik technique digital* informatique web
      """),
    .people: list(
      """
      hrbp rh hr chro human_resources people personal* recruit* talent ressources_humaines drh rrhh
      recursos_humanos risorse_umane personeel* training payroll
      """),
    .purchasing: list(
      """
      purchas* procurement buyer einkauf* *einkauf beschaffung* achat* acheteu* inkoper* compras comprador*
      acquisti inkoop* sourcing approvisionnement*
      """),
    .legal: list(
      """
      company_secretary corporate_secretary data_protection_officer data_protection legal counsel recht rechts* jurist* justiziar* lawyer attorney juridique juridico legale
      compliance datenschutz* privacy dpo avocat avvocato abogad* advogad* juridisch
      """),
    .service: list(
      """
      support service* apres_vente apres_ventes postventa customer_success kundendienst* kundenservice client* helpdesk atencion
      assistenza klantenservice
      """),
    .research: list(
      """
      research r_and_d rd forschung* entwicklungsleit* recherche investigacion ricerca pesquisa
      onderzoek scientist product produkt* producto
      """),
    .operations: list(
      """
      operations operation ops venta_automatica venda_automatica coo logisti* production produktion* manufactur* fertigung* supply betrieb*
      exploitation operaciones operazioni operacoes produccion produzione producao werksleit* werkleit* plant
      quality qualitat* facility lager* warehouse
      """),
  ]
}
