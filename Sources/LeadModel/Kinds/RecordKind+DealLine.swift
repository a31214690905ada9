extension RecordKind {
  package static let dealLine = RecordKind(
    "deal_line", "products of deals",
    [
      FieldDeclaration(
        "external_id", .text, "the line's id",
        synonyms: ["id", "lineid", "lineitemid", "deallineid"]),
      FieldDeclaration(
        "deal", .text, "external id of the deal", required: true,
        synonyms: ["deal", "dealid", "opportunityid"]),
      FieldDeclaration(
        "product", .text, "number of the product", required: true,
        synonyms: ["product", "productid", "sku", "productcode"]),
      FieldDeclaration(
        "quantity", .integer, "number of units", synonyms: ["quantity", "qty", "menge", "anzahl"]),
      FieldDeclaration(
        "unit_price", .money, "price of one unit in this deal",
        synonyms: ["unitprice", "price", "salesprice", "preis"], column: "unit_price_cents"),
      FieldDeclaration(
        "amount", .money, "value of the line; quantity times price where it is left out",
        synonyms: ["amount", "total", "totalprice", "lineamount", "betrag"], column: "amount_cents"),
      FieldCatalog.currency,
    ])
}
