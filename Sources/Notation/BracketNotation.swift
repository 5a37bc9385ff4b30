/// The written forms of a bracket (README, "The notation").
package enum BracketNotation: String, CaseIterable, Sendable {
  /// `[Mex: individuals ~~others~~]`: the house style of the Organization of American States.
  case oas
  /// `[others]/[Mex: individuals]`: complete without any mark for struck words.
  case alternatives
}
