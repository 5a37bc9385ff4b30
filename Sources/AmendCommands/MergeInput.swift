internal import TextForm

/// What a label that stands in a bracket cannot hold, since it could not be told from the list round it.
let signsNoLabelHas = ": , ; / \\ ~ brackets, line breaks, or white space other than single spaces within"

/// A label as it is compared, in canonical composed form; `nil` where it could not be read back out of a bracket.
func mergeLabel(_ typed: String) -> String? {
  let label = normalized(typed)
  let scalars = label.unicodeScalars
  var previous: Unicode.Scalar = " "
  for scalar in scalars {
    if ":,;/\\~[]".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace && scalar != " " { return nil }
    if scalar == " ", previous == " " { return nil }
    previous = scalar
  }
  return previous == " " ? nil : label
}

/// A text as it is merged: in canonical composed form, with line breaks of one kind, without white space at its ends.
func mergeText(_ given: String) -> String {
  var scalars = normalized(given).unicodeScalars[...]
  while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  guard scalars.contains("\r") else { return String(scalars) }
  var output = String.UnicodeScalarView()
  var isAfterReturn = false
  for scalar in scalars {
    if scalar == "\r" { output.append("\n") } else if scalar != "\n" || !isAfterReturn { output.append(scalar) }
    isAfterReturn = scalar == "\r"
  }
  return String(output)
}
