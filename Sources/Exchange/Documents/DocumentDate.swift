package import Drafting

/// The day and the moment that a document is of.
package struct DocumentDate: Hashable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int

  /// The moment in UTC: `2009-02-24T13:30:00Z`.
  package var instant: String

  package init(year: Int, month: Int, day: Int, instant: String) {
    self.year = year
    self.month = month
    self.day = day
    self.instant = instant
  }

  /// `24 February 2009`, `24 de febrero de 2009`, `24 février 2009`, `24 de fevereiro de 2009`: as the Organization's
  /// documents are dated.
  package func text(in language: Language) -> String {
    let months = Self.months(language)
    let month = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    return switch language {
    case .english: "\(day) \(month) \(year)"
    case .french: "\(day == 1 ? "1er" : String(day)) \(month) \(year)"
    case .spanish, .portuguese: "\(day) de \(month) de \(year)"
    }
  }

  static func months(_ language: Language) -> [String] {
    let names =
      switch language {
      case .english: "January February March April May June July August September October November December"
      case .spanish: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
      case .french: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
      case .portuguese: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
      }
    return names.split(separator: " ").map(String.init)
  }
}

extension Language {
  /// `Original: English`, as the head of a document says it.
  var originalLine: String {
    switch self {
    case .english: "Original: English"
    case .spanish: "Original: español"
    case .french: "Original : français"
    case .portuguese: "Original: português"
    }
  }
}
