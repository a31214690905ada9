import CXLSXWriter

extension CellStyle {
  /// Carries the style over to a format of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if bold { format_set_bold(format) }
    if italic { format_set_italic(format) }
    if underline { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let fontName { format_set_font_name(format, fontName) }
    if let fontSize { format_set_font_size(format, fontSize) }
    if let fontColor { format_set_font_color(format, fontColor.code) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill.code)
    }
    if let numberFormat { format_set_num_format(format, numberFormat) }
    if wraps { format_set_text_wrap(format) }
    if indent > 0 { format_set_indent(format, UInt8(clamping: indent)) }
    applyAlignment(to: format)
    applyBorder(to: format)
  }

  private func applyAlignment(to format: UnsafeMutablePointer<lxw_format>) {
    switch alignment {
    case .general: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    switch verticalAlignment {
    case .bottom: break
    case .center: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  private func applyBorder(to format: UnsafeMutablePointer<lxw_format>) {
    let thin = UInt8(LXW_BORDER_THIN.rawValue)
    switch border {
    case .none: return
    case .thin: format_set_border(format, thin)
    case .hair: format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
    case .bottomThin: format_set_bottom(format, thin)
    case .bottomThick: format_set_bottom(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
    case .topThin: format_set_top(format, thin)
    }
    if let borderColor { format_set_border_color(format, borderColor.code) }
  }
}

extension Color {
  /// The library takes 0 for "no colour"; its black is a flagged 0.
  var code: lxw_color_t { rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb }
}
