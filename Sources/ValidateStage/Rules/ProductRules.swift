import Bytes
import LeadModel
import Validation

extension TablePlan {
  static let product = TablePlan(
    .product,
    "external_id name family unit_price_cents=unit_price currency billing status description",
    rules: { $0.applyProductRules($1) })
  static let dealLine = TablePlan(
    .dealLine,
    """
    external_id deal product quantity unit_price_cents=unit_price \
    amount_cents=amount,quantity,unit_price currency
    """,
    references: "deal>deal product>product", rules: { $0.applyDealLineRules($1) })
}

private enum DealLineColumns {
  static let deal = TablePlan.dealLine.column("deal")
  static let product = TablePlan.dealLine.column("product")
  static let quantity = TablePlan.dealLine.column("quantity")
  static let price = TablePlan.dealLine.column("unit_price_cents")
  static let amount = TablePlan.dealLine.column("amount_cents")
}

extension RowConformer {
  mutating func applyProductRules(_ source: RowCells) {
    guard
      require(plan.column("external_id"), "external_id", source, expected: "the product's number"),
      require(plan.column("name"), "name", source, expected: "what the product is called")
    else { return }
    checkCurrency(source)
    if out[plan.column("status")].isNull { out.setText("active", column: plan.column("status")) }
  }

  mutating func applyDealLineRules(_ source: RowCells) {
    guard require(DealLineColumns.deal, "deal", source, expected: "the id of a deal"),
      require(DealLineColumns.product, "product", source, expected: "the number of a product")
    else { return }
    checkCurrency(source)
    guard case .int(let quantity) = out[DealLineColumns.quantity],
      case .int(let price) = out[DealLineColumns.price]
    else { return }
    let (full, overflows) = quantity.multipliedReportingOverflow(by: price)
    if overflows { return }
    guard case .int(let amount) = out[DealLineColumns.amount] else {
      out[DealLineColumns.amount] = .int(full)
      return
    }
    // Less is a discount.
    if amount > full {
      let field = plan.field("amount")
      add(
        .amountContradiction, field: field, cell: source.cell(field),
        message: "is more than \(quantity) times the price; check the three of them")
    }
  }

  mutating func checkCurrency(_ source: RowCells) {
    guard let column = plan.currencyColumn, let text = out.string(out[column]) else { return }
    if let code = Currency.code(of: text) {
      out.setText(code, column: column)
      return
    }
    out[column] = .null
    out.noteUnread(column)
    add(
      .currencyUnknown, field: plan.field("currency"), cell: source.cell(plan.field("currency")),
      message: "is no currency of ISO 4217; expected a code of three letters such as EUR")
  }
}
