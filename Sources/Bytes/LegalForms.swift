/// Legal forms of companies, as they end (rarely begin) a company's name.
///
/// Each line: the form as it is usually written, then the folded spellings that mean it.
/// - Source: ISO 20275 entity legal forms, the common ones of Europe, the Americas and Asia.
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
    e.K.: ek, e k, e kfm, ekfr
    e.V.: ev, e v
    eG: eg, e g
    SE: se
    Ltd: ltd, limited, co ltd, co limited, company limited, company ltd
    Pty Ltd: pty ltd, pty limited, proprietary limited, pty
    Pte Ltd: pte ltd, pte limited, private limited company, pte
    Pvt Ltd: pvt ltd, private limited, private ltd, pvt limited, p ltd
    PLC: plc, public limited company
    LLP: llp
    LP: lp
    CIC: cic
    LLC: llc, l l c, limited liability company
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
    SA de CV: sa de cv, sab de cv
    S de RL de CV: s de rl de cv, s de rl
    Lda: lda, unipessoal lda
    Ltda: ltda, ltda me
    EIRELI: eireli
    BV: bv, b v, besloten vennootschap
    NV: nv, n v, naamloze vennootschap
    VOF: vof
    CV: cv
    BVBA: bvba, sprl
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

  /// Forms that stand before the name, as in `PT Example` or `ООО Пример`.
  static let leading = """
    PT: pt
    OOO: ооо, ooo
    OAO: оао, oao
    ZAO: зао, zao
    PAO: пао, pao
    """
}
