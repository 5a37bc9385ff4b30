/// What an amendment supports: it is a change of the whole proposal, all of which its delegation reads with it.
extension ObservationComparison {
  /// What a person should know where a delegation whose bracket the sender changes has others in the paragraph, in which the
  /// sender changes nothing; `nil` where it has none.
  func supportNote(
    _ label: String, _ item: ObservedDraft.Item, _ paragraph: Paragraph, before place: Int?
  ) -> String? {
    guard let then = old(paragraph, place)?.brackets[label], let now = item.inBrackets[label] else { return nil }
    let isOneOfMore = then.count == now.count ? zip(then, now).contains(where: ==) : then.count > 1
    return isOneOfMore ? Self.supportNote(label) : nil
  }

  static func supportNote(_ label: String) -> String {
    "what else \(label) proposes in the paragraph is supported with it, since an amendment is one of the whole proposal"
  }
}
