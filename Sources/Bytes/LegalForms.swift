/// Legal forms of companies, as they end (rarely begin) a company's name.
///
/// Each line: the form as it is usually written, then the folded spellings that mean it.
/// - Source: ISO 20275 entity legal forms (GLEIF's list as of 2023-09-28), held against it word for
///   word. It has no abbreviation for `AO`, `FOP`, `IP`, `OAO`, `PAO`, `TDV`, `TOO`, `TOV`, `ZAO`,
///   `KK`, `GK`, `YK`, `TNHH`, `PCL`, `PLT`, `XXK`, `MChJ`, `SAE`, `SAOG`, `KSC`, `SGPS`, `SAIC`,
///   `EARL`, `GAEC`, `SELARL`, `SELAS`, `SCOP`, `CIO`, `NUF`, `FZE`, `FZCO`, `DMCC` and `MEPE`, nor
///   for the mixed ones with `& Co. KG`: these are as companies write them.
enum LegalForms {
  static let table = """
    GmbH & Co. KG: gmbh and co kg, gmbh co kg, ges mbh and co kg
    GmbH & Co. KGaA: gmbh and co kgaa
    GmbH & Co. OHG: gmbh and co ohg
    UG & Co. KG: ug and co kg, ug haftungsbeschrankt and co kg
    AG & Co. KG: ag and co kg, ag co kg
    AG & Co. KGaA: ag and co kgaa
    SE & Co. KG: se and co kg
    SE & Co. KGaA: se and co kgaa
    GmbH: gmbh, ges mbh, gesmbh, gesellschaft mbh, gesellschaft mit beschrankter haftung, mbh
    gGmbH: ggmbh
    UG: ug, ug haftungsbeschrankt, unternehmergesellschaft
    AG: ag, aktiengesellschaft
    KGaA: kgaa
    KG: kg, and co kg, co kg, kommanditgesellschaft
    OHG: ohg
    GbR: gbr
    eGbR: egbr, eingetragene gesellschaft bürgerlichen rechts
    e.K.: ek, e k, e kfm, ekfr
    e.V.: ev, e v
    eG: eg, e g
    SE: se
    Ltd: ltd, limited, company limited, company ltd
    Co., Ltd.: co ltd, co limited
    Pty Ltd: pty ltd, pty limited, proprietary limited, pty
    Pte Ltd: pte ltd, pte limited, private limited company, pte
    Pvt Ltd: pvt ltd, private limited, private ltd, pvt limited, p ltd
    PLC: plc, public limited company
    LLP: llp, limited liability partnership
    LP: lp, limited partnership
    CIC: cic
    LLC: llc, l l c, limited liability company, ltd liability co, limited liability co, ltd liability company
    Inc.: inc, incorporated
    Corp.: corp, corporation
    Co.: co, and co, company, and company, cie, and cie, et cie
    SARL: sarl, s a r l, sarlu, societe a responsabilite limitee
    SAS: sas, s a s
    SASU: sasu
    EURL: eurl
    SCI: sci
    SNC: snc
    SA: sa, s a, societe anonyme, sociedad anonima
    S.p.A.: spa, s p a, societa per azioni
    S.r.l.: srl, s r l, srls
    SL: sl, s l, slu, sociedad limitada
    SAU: sau
    SA de CV: sa de cv
    S de RL de CV: s de rl de cv, s de rl
    Lda: lda, unipessoal lda
    Ltda: ltda, ltda me
    EIRELI: eireli
    BV: bv, b v, besloten vennootschap
    NV: nv, n v, naamloze vennootschap
    VOF: vof
    CV: cv
    BVBA: bvba
    SPRL: sprl
    A/S: as, a s
    ApS: aps
    AB: ab, aktiebolag
    ASA: asa
    Oy: oy, oy ab
    Oyj: oyj
    ehf.: ehf
    hf.: hf
    OÜ: ou
    SIA: sia
    UAB: uab
    Sp. z o.o.: sp z oo, sp z o o, spolka z oo, sp zoo
    Sp. k.: sp k, sp z oo sp k
    Sp. j.: sp j
    s.r.o.: sro, s r o, spol s ro
    a.s.: akciova spolecnost
    d.o.o.: doo, d o o
    d.d.: dd
    Kft.: kft
    Zrt.: zrt
    Nyrt.: nyrt
    Bt.: bt
    EOOD: eood
    OOD: ood
    EAD: ead
    AD: ad
    AE: ae
    EPE: epe
    IKE: ike
    A.Ş.: anonim sirketi
    Ltd. Şti.: ltd sti, limited sirketi
    KK: kk, k k, kabushiki kaisha
    GK: gk, godo kaisha
    Bhd: bhd, berhad
    Sdn Bhd: sdn bhd
    Tbk: tbk, persero tbk
    OOO: ооо
    """

  /// Forms of further countries, and further spellings of those above.
  static let further = """
    GmbH & Co. KG: gmbh u co kg, gmbh und co kg, gmbh & cie kg, gesmbh & co kg
    GmbH & Co. KGaA: gmbh und co kgaa
    AG & Co. KG: ag und co kg
    SE & Co. KG: se und co kg
    Ltd & Co. KG: ltd & co kg, limited & co kg
    AG & Co. OHG: ag & co ohg
    GmbH: ges.m.b.h., g.m.b.h., gesellschaft m.b.h., gmbh i.g., gmbh i.l.
    gGmbH: gemeinnützige gmbh, gug
    AG: a.g.
    KG: k.g.
    OHG: offene handelsgesellschaft
    OG: og, offene gesellschaft
    e.U.: e.u., eu
    GesbR: gesbr
    e.K.: eingetragener kaufmann, e. kfr, ekfm
    e.V.: eingetragener verein
    eG: eingetragene genossenschaft, egen
    PartG: partg, partg mbb, partgmbb, part mbb
    EWIV: ewiv
    VVaG: vvag
    Anstalt: anstalt
    Genossenschaft: genossenschaft
    Einzelfirma: einzelfirma
    Sàrl: sagl
    LLLP: lllp
    PLLC: pllc
    PBC: pbc
    ULC: ulc
    Ltée: ltee, limitee
    SENC: senc, s.e.n.c., sencrl, s.e.n.c.r.l.
    Cyf: cyf, cyfyngedig
    CIO: cio
    CLG: clg, company limited by guarantee
    DAC: dac, designated activity company
    Teo: teo, teoranta
    Pty Ltd: (pty) ltd, (proprietary) limited
    CC: close corporation
    NPC: npc
    SOC Ltd: soc ltd
    Pvt Ltd: (pvt) ltd, (p) ltd, opc pvt ltd, (opc) private limited, smc pvt ltd, (pvt.) limited
    PLT: plt
    PCL: pcl, public company limited
    JSC: jsc, joint stock company
    TNHH: tnhh
    FZE: fze, fz-e
    FZCO: fzco, fz co
    FZ-LLC: fz-llc, fz llc
    DMCC: dmcc
    WLL: wll, w.l.l., with limited liability
    PJSC: pjsc, public joint stock company
    QSC: qsc, qpsc
    SAOG: saog, saoc
    KSC: kscp, kscc, k.s.c.
    SAE: sae, s.a.e.
    SAL: sal, s.a.l.
    SARL: s.à r.l., s.à.r.l., s. à r. l., sarl au, sarl-s, s.a.r.l.-s, suarl
    SAS: société par actions simplifiée
    SASU: s.a.s.u.
    EURL: e.u.r.l.
    SCOP: scop
    SCA: sca, s.c.a.
    SCS: scs, s.c.s.
    SCP: scp
    SELARL: selarl
    SELAS: selas
    GIE: gie
    GAEC: gaec
    EARL: earl
    SC: scrl, cvba
    Comm.V: commv, comm. v, gcv
    VZW: vzw, ivzw
    ASBL: asbl, aisbl
    SCSp: scsp, secs
    Coop.: soc. coop., società cooperativa, s. coop., sociedad cooperativa, coop
    S.a.s.: s.a.s. di
    S.n.c.: s.n.c. di
    S.c.a.r.l.: s.c.a r.l., scarl, s.c.a.r.l., s.c. a r.l., società consortile a r.l.
    S.r.l.: s.r.l.s., società a responsabilità limitata, s.r.l. unipersonale, srl-d, s.r.l.-d
    S.a.p.A.: sapa, s.a.p.a.
    SL: s.l.u., slne, slp, s.l.p., sociedad de responsabilidad limitada, sociedad limitada unipersonal
    SLL: sll, s.l.l.
    SA: sociedade anônima, sociedade anónima, spółka akcyjna, s.a.u.
    SGPS: sgps, s.g.p.s.
    Lda: sociedade unipessoal lda, unipessoal, limitada
    Ltda: ltda - me, ltda epp, ltda.
    EIRL: eirl, e.i.r.l.
    EIRELI: eireli - me
    SA de CV: sociedad anonima de capital variable
    SAC: sac, s.a.c., sociedad anonima cerrada
    SAIC: saic, s.a.i.c., sacif
    C.A.: compania anonima, c. a.
    Cía. Ltda.: cia ltda, compania limitada
    SpA: sociedad por acciones
    A/S: a/s, aktieselskab
    I/S: interessentskab
    K/S: kommanditselskab
    A.m.b.A.: amba, f.m.b.a., smba
    ApS: anpartsselskab, ivs
    AS: aksjeselskap, aktsiaselts
    ANS: ans
    ENK: enk
    HB: hb, handelsbolag
    KB: kommanditbolag
    AB: ab (publ), publikt aktiebolag
    Ek. för.: ek. för., ekonomisk förening
    Oy: osakeyhtiö, oy ltd
    Oyj: abp
    Ky: kommandiittiyhtiö
    Ay: avoin yhtiö
    Tmi: tmi, toiminimi
    Osk: osk, osuuskunta
    ohf.: ohf
    slf.: slf
    OÜ: osaühing
    FIE: fie
    SIA: sabiedrība ar ierobežotu atbildību
    MB: mažoji bendrija, mb
    IKS: iks
    I/S: i/s
    P/S: p/s
    Ay: ay
    Ky: ky
    KB: kb
    NUF: nuf
    SICAV: sicav
    S. en C.: s. en c.
    SAB de CV: s.a.b. de c.v., sab de cv
    SAPI de CV: s.a.p.i. de c.v., sapi de cv
    C. por A.: c. por a., cxa
    SCCL: sccl
    Kht.: kht
    XXK: xxk
    MEPE: μ.ε.π.ε., mepe
    OVEE: ovee
    MChJ: mchj
    TDV: тдв
    FOP: фоп, fop
    j.t.d.: j.t.d., jtd
    kom. spol.: kom. spol., veř. obch. spol.
    akc. spol.: akc. spol.
    VšĮ: vsi, viešoji įstaiga
    UAB: uždaroji akcinė bendrovė
    Sp. z o.o.: sp.z o.o., sp. zoo, sp.z.o.o., sp z.o.o., spółka z ograniczoną odpowiedzialnością
    Sp. k.: sp.k., spółka komandytowa
    Sp. j.: sp.j., spółka jawna
    Sp. p.: sp.p., spółka partnerska
    S.K.A.: s.k.a., spółka komandytowo-akcyjna
    P.S.A.: p.s.a., prosta spółka akcyjna
    s.r.o.: společnost s ručením omezeným, spol. s r. o., spol.s r.o., spoločnosť s ručením obmedzeným
    a.s.: akciová spoločnosť
    v.o.s.: vos, v.o.s.
    k.s.: k.s., komanditní společnost
    z.s.: z.s.
    d.o.o.: društvo s ograničenom odgovornošću, družba z omejeno odgovornostjo
    j.d.o.o.: j.d.o.o., jdoo
    d.d.: dioničko društvo, delniška družba
    d.n.o.: d.n.o.
    s.p.: s.p.
    DOOEL: dooel
    Sh.p.k.: sh.p.k., shpk, sh p k
    Sh.a.: sh.a., sh a
    Kft.: korlátolt felelősségű társaság
    Zrt.: zártkörűen működő részvénytársaság
    Nyrt.: nyilvánosan működő részvénytársaság
    Bt.: betéti társaság
    Kkt.: kkt
    PFA: pfa, p.f.a.
    EOOD: еоод
    OOD: оод
    AD: акционерно дружество
    EAD: еад
    ET: ет
    DOO: доо, дооел
    AE: α.ε., ανώνυμη εταιρεία
    EPE: ε.π.ε., επε
    IKE: ι.κ.ε.
    O.E.: ο.ε., ομόρρυθμη εταιρεία
    E.E.: ε.ε., ετερόρρυθμη εταιρεία
    Ltd. Şti.: tic. ltd. şti., san. ve tic. ltd. şti., limited şirketi, ltd.şti.
    A.Ş.: san. ve tic. a.ş., tic. a.ş., tic.a.ş., san.tic.a.ş.
    TOV: тов
    TOO: тоо
    PAO: пао
    AO: ао
    ZAO: зао
    OAO: оао
    UP: чуп
    MMC: mmc
    Ltd (IL): בע"מ, בעמ
    KK: 株式会社, k.k.
    YK: 有限会社, y.k., yugen kaisha
    GK: 合同会社
    Co., Ltd.: 有限公司, 有限责任公司, 有限責任公司
    Co., Ltd. (joint stock): 股份有限公司
    주식회사: 주식회사
    유한회사: 유한회사
    Tbk: (persero) tbk
    จำกัด: จำกัด
    บมจ.: จำกัด (มหาชน)
    """

  /// Forms of Chinese, Japanese and Korean companies, which stand at either end without a space.
  static let glued: [(spelling: String, name: String)] = [
    ("股份有限公司", "Co., Ltd. (joint stock)"), ("有限责任公司", "Co., Ltd."), ("有限責任公司", "Co., Ltd."),
    ("有限公司", "Co., Ltd."), ("株式会社", "KK"), ("有限会社", "YK"), ("合同会社", "GK"), ("㈱", "KK"),
    ("㈲", "YK"), ("주식회사", "주식회사"), ("유한회사", "유한회사"), ("(株)", "KK"), ("（株）", "KK"),
    ("(주)", "주식회사"), ("㈜", "주식회사"),
  ]

  static let everyGlued = glued + furtherGlued

  /// Forms that stand before the name, as in `PT Example` or `ООО Пример`.
  static let leading = """
    PT: pt
    OOO: ооо, ooo
    OAO: оао, oao
    ZAO: зао, zao
    PAO: пао, pao
    AO: ао
    IP: ип
    TOV: тов, tov
    TOO: тоо, too
    UP: чуп
    OÜ: ou
    Oy: oy
    SIA: sia
    UAB: uab
    KK: 株
    주식회사: 주
    TNHH: công ty tnhh, cong ty tnhh
    CV: cv
    SARL: sarl
    EURL: eurl
    SASU: sasu
    VOF: vof
    BVBA: bvba
    SPRL: sprl
    MB: mb
    ФОП: фоп
    บริษัท: บริษัท
    gGmbH: ggmbh
    """
}
