internal import TextForm

/// Whether `first` stands before `second` in a label list: by the alphabet, capitals and accents ignored (notation,
/// rule 1); labels that differ in nothing else, by their scalars.
package func alphabetically(_ first: String, _ second: String) -> Bool {
  let (a, b) = (folded(first), folded(second))
  if a != b { return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) }
  return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
}
