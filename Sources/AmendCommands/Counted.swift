/// A number and what it counts: `1 paragraph`, `2 paragraphs`.
///
/// - Parameter many: what several are called; the noun with an `s` for `nil`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
