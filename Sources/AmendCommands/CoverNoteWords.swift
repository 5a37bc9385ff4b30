internal import Drafting
internal import Negotiation

/// The words of a cover note in the draft's language.
struct CoverNoteWords {
  let language: Language

  func title(of group: CoverGroup) -> String {
    switch group {
    case .approved: inDraftsLanguage("Approved", "Aprobados", "Approuvés", "Aprovados")
    case .agreed:
      inDraftsLanguage(
        "Agreed ad referendum", "Acordados ad referéndum", "Approuvés ad referendum", "Acordados ad referendum")
    case .adopted: inDraftsLanguage("Adopted", "Adoptados", "Adoptés", "Adotados")
    case .rejected: inDraftsLanguage("Rejected", "Rechazadas", "Rejetées", "Rejeitadas")
    case .pending: inDraftsLanguage("Left pending", "Dejados pendientes", "Laissés en suspens", "Deixados pendentes")
    case .reopened: inDraftsLanguage("Reopened", "Reabiertos", "Rouverts", "Reabertos")
    case .arranged:
      inDraftsLanguage(
        "Placed, split, joined and renumbered", "Ubicados, divididos, unidos y renumerados",
        "Placés, divisés, réunis et renumérotés", "Colocados, divididos, unidos e renumerados")
    case .undone: inDraftsLanguage("Undone", "Anuladas", "Annulées", "Anuladas")
    case .proposed: inDraftsLanguage("Newly proposed", "Propuestas nuevas", "Propositions nouvelles", "Propostas novas")
    case .supported: inDraftsLanguage("Supported", "Apoyadas", "Appuyées", "Apoiadas")
    case .withdrawn: inDraftsLanguage("Withdrawn", "Retiradas", "Retirées", "Retiradas")
    case .positions: inDraftsLanguage("Positions", "Posiciones", "Positions", "Posições")
    }
  }

  /// What a decision had done that was undone: `Adopted`.
  func done(_ action: Action) -> String { CoverGroup(action).map(title) ?? revision }

  private var revision: String { inDraftsLanguage("Revision", "Revisión", "Révision", "Revisão") }

  /// `Revision 2: CP/CSH-1048/09 rev. 2`
  func title(ofRevision name: String, _ symbol: String) -> String {
    revision + " \(name)" + (language == .french ? " : " : ": ")
      + symbol
  }

  var nothing: String {
    inDraftsLanguage(
      "Nothing has changed since the revision before.", "Nada ha cambiado desde la revisión anterior.",
      "Rien n'a changé depuis la révision précédente.", "Nada mudou desde a revisão anterior.")
  }

  var draft: String { inDraftsLanguage("the draft", "el proyecto", "le projet", "o projeto") }
  var of: String { inDraftsLanguage("of", "de", "de", "de") }
  var onTheProposalOf: String {
    inDraftsLanguage("on the proposal of", "sobre la propuesta de", "sur la proposition de", "sobre a proposta de")
  }
  var adoptedAndApproved: String {
    inDraftsLanguage("adopted and approved", "adoptado y aprobado", "adopté et approuvé", "adotado e aprovado")
  }

  /// `operative/2 split into operative/2 and operative/2 bis`; `nil` for what is not about the places of paragraphs.
  func arranged(_ act: CoverNote.Act) -> String? {
    guard let first = act.paragraphs.first, let last = act.paragraphs.last else { return nil }
    switch act.arrangement {
    case nil: return nil
    case .split:
      let and = inDraftsLanguage("and", "y", "et", "e")
      return "\(first) \(inDraftsLanguage("split into", "dividido en", "divisé en", "dividido em")) "
        + act.paragraphs.joined(separator: " \(and) ")
    case .joined:
      return "\(first) \(inDraftsLanguage("joined with", "unido con", "réuni avec", "unido com")) \(last)"
    case .placed(let anchor, let formerly):
      let place =
        anchor.map {
          inDraftsLanguage("placed after", "ubicado después de", "placé après", "colocado depois de") + " \($0)"
        }
        ?? inDraftsLanguage(
          "placed at the beginning", "ubicado al principio", "placé au début", "colocado no início")
      let before = formerly.map { " (\(inDraftsLanguage("formerly", "antes", "auparavant", "antes")) \($0))" } ?? ""
      return "\(first)\(before) \(place)"
    }
  }

  private func inDraftsLanguage(_ english: String, _ spanish: String, _ french: String, _ portuguese: String) -> String
  {
    switch language {
    case .english: english
    case .spanish: spanish
    case .french: french
    case .portuguese: portuguese
    }
  }
}
