extension RecordKind {
  package static let product = RecordKind(
    "product", "what is sold",
    [
      FieldDeclaration(
        "external_id", .text, "the product's number", required: true,
        synonyms: ["id", "productid", "sku", "productcode", "articlenumber", "artikelnummer"]),
      FieldDeclaration(
        "name", .text, "what the product is called", required: true,
        synonyms: ["name", "productname", "product", "produkt", "bezeichnung"]),
      FieldDeclaration(
        "family", .text, "group of products",
        synonyms: ["family", "productfamily", "category", "kategorie", "warengruppe"]),
      FieldDeclaration(
        "unit_price", .money, "list price of one unit",
        synonyms: ["unitprice", "price", "listprice", "preis", "stueckpreis"],
        column: "unit_price_cents"),
      FieldCatalog.currency,
      FieldDeclaration(
        "billing", .choice, "one_time, monthly or annual",
        synonyms: ["billing", "billingperiod", "recurrence", "abrechnung"]),
      FieldDeclaration(
        "status", .choice, "active or inactive",
        synonyms: ["status", "state", "active", "isactive"]),
      FieldDeclaration(
        "description", .text, "what it is", synonyms: ["description", "beschreibung"]),
    ])
}
