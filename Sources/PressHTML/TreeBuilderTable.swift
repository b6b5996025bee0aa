/// The modes in tables (sections 13.2.6.4.9 to 13.2.6.4.15).
extension TreeBuilder {
  mutating func tableStartTag() -> Bool {
    switch tag {
    case .caption:
      clearToTable()
      pushMarker()
      insertElement()
      mode = .inCaption
    case .colgroup:
      clearToTable()
      insertElement()
      mode = .inColumnGroup
    case .col:
      clearToTable()
      insertImplied(.colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement()
      mode = .inTableBody
    case .td, .th, .tr:
      clearToTable()
      insertImplied(.tbody)
      mode = .inTableBody
      return true
    case .table:
      guard open.has(.table, in: .tableScope) else { return false }
      pop(through: .table)
      resetMode()
      return true
    case .style, .script, .template:
      return headStartTag()
    case .input where isHiddenInput():
      insertVoid()
    case .form:
      guard open.topmost(.template) < 0, form < 0 else { return false }
      insertVoid()
      form = Int32(truncatingIfNeeded: nodes.count - 1)
    default:
      return fostering { $0.bodyStartTag() }
    }
    return false
  }

  mutating func tableEndTag() -> Bool {
    switch tag {
    case .table:
      if open.has(.table, in: .tableScope) {
        pop(through: .table)
        resetMode()
      }
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
      break
    case .template:
      closeTemplate()
    default:
      return fostering { $0.bodyEndTag() }
    }
    return false
  }

  /// Pops until the current node is a table, a template or the root.
  private mutating func clearToTable() {
    pop(to: max(1, open.nearest(.tableScope) + 1))
  }

  private mutating func clearToTableBody() {
    let body = max(open.topmost(.tbody), open.topmost(.tfoot), open.topmost(.thead))
    pop(to: max(1, max(body, open.topmost(.template), 0) + 1))
  }

  private mutating func clearToRow() {
    pop(to: max(1, max(open.topmost(.tr), open.topmost(.template), 0) + 1))
  }

  mutating func tableBodyStartTag() -> Bool {
    switch tag {
    case .tr:
      clearToTableBody()
      insertElement()
      mode = .inRow
    case .th, .td:
      clearToTableBody()
      insertImplied(.tr)
      mode = .inRow
      return true
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
      return closeTableBody()
    default:
      return tableStartTag()
    }
    return false
  }

  /// Ends the row group where there is one. True where the token is to be processed again.
  private mutating func closeTableBody() -> Bool {
    guard
      open.has(.tbody, in: .tableScope) || open.has(.thead, in: .tableScope)
        || open.has(.tfoot, in: .tableScope)
    else { return false }
    clearToTableBody()
    pop()
    mode = .inTable
    return true
  }

  mutating func tableBodyEndTag() -> Bool {
    switch tag {
    case .tbody, .tfoot, .thead:
      guard open.has(tag, in: .tableScope) else { return false }
      clearToTableBody()
      pop()
      mode = .inTable
      return false
    case .table:
      return closeTableBody()
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr:
      return false
    default:
      return tableEndTag()
    }
  }

  mutating func rowStartTag() -> Bool {
    switch tag {
    case .th, .td:
      clearToRow()
      insertElement()
      mode = .inCell
      pushMarker()
      return false
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
      return closeRow()
    default:
      return tableStartTag()
    }
  }

  /// Ends the row where there is one. True where the token is to be processed again.
  private mutating func closeRow() -> Bool {
    guard open.has(.tr, in: .tableScope) else { return false }
    clearToRow()
    pop()
    mode = .inTableBody
    return true
  }

  mutating func rowEndTag() -> Bool {
    switch tag {
    case .tr:
      _ = closeRow()
      return false
    case .table:
      return closeRow()
    case .tbody, .tfoot, .thead:
      return open.has(tag, in: .tableScope) && closeRow()
    case .body, .caption, .col, .colgroup, .html, .td, .th:
      return false
    default:
      return tableEndTag()
    }
  }

  /// A tag of the table's structure in a cell.
  mutating func cellTableTag() -> Bool {
    guard open.has(.td, in: .tableScope) || open.has(.th, in: .tableScope) else { return false }
    closeCell()
    return true
  }

  private mutating func closeCell() {
    closeImplied()
    pop(to: max(1, open.topmost(.td), open.topmost(.th)))
    clearFormattingToMarker()
    mode = .inRow
  }

  mutating func cellEndTag() -> Bool {
    switch tag {
    case .td, .th:
      guard open.has(tag, in: .tableScope) else { return false }
      closeImplied()
      pop(through: tag)
      clearFormattingToMarker()
      mode = .inRow
      return false
    case .body, .caption, .col, .colgroup, .html:
      return false
    case .table, .tbody, .tfoot, .thead, .tr:
      guard open.has(tag, in: .tableScope) else { return false }
      closeCell()
      return true
    default:
      return bodyEndTag()
    }
  }

  /// A tag of the table's structure in a caption.
  mutating func captionTableTag() -> Bool { closeCaption() }

  private mutating func closeCaption() -> Bool {
    guard open.has(.caption, in: .tableScope) else { return false }
    closeImplied()
    pop(through: .caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func captionEndTag() -> Bool {
    switch tag {
    case .caption:
      _ = closeCaption()
      return false
    case .table:
      return closeCaption()
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
      return false
    default:
      return bodyEndTag()
    }
  }

  mutating func columnGroupStartTag() -> Bool {
    switch tag {
    case .html:
      return bodyStartTag()
    case .col:
      insertVoid()
      return false
    case .template:
      return headStartTag()
    default:
      return leaveColumnGroup()
    }
  }

  mutating func columnGroupEndTag() -> Bool {
    switch tag {
    case .colgroup:
      _ = leaveColumnGroup()
      return false
    case .col:
      return false
    case .template:
      closeTemplate()
      return false
    default:
      return leaveColumnGroup()
    }
  }

  mutating func leaveColumnGroup() -> Bool {
    guard currentTag == .colgroup else { return false }
    pop()
    mode = .inTable
    return true
  }
}
