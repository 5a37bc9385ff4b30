internal import Commands
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

/// A label as it is typed.
struct MergeLabel: ArgumentValue, Hashable {
  let text: String

  static var placeholder: String { "LABEL" }

  init(argument: String) throws(CommandError) {
    guard let label = mergeLabel(argument) else { throw .expected("a label without \(signsNoLabelHas)") }
    text = label
  }
}

extension Session {
  /// The text of a file that is merged; an empty file is a version that leaves nothing.
  func mergedText(of file: FilePath) throws -> String {
    let bytes = try bytes(of: file)
    return bytes.isEmpty ? "" : mergeText(try text(bytes, of: file))
  }
}

/// A text as it is merged: in canonical composed form, with line breaks of one kind, without white space at its ends.
func mergeText(_ given: String) -> String {
  let text = normalized(given)
  let hasReturn = holds(0x0D, text.utf8.span)
  // Most texts are as they must be, and that is seen from their bytes.
  if !hasReturn, let first = text.utf8.first, let last = text.utf8.last, isPlainSign(first), isPlainSign(last) {
    return text
  }
  var scalars = text.unicodeScalars[...]
  while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  guard hasReturn else { return String(scalars) }
  var output = String.UnicodeScalarView()
  var isAfterReturn = false
  for scalar in scalars {
    if scalar == "\r" { output.append("\n") } else if scalar != "\n" || !isAfterReturn { output.append(scalar) }
    isAfterReturn = scalar == "\r"
  }
  return String(output)
}

/// Whether a byte is a character by itself, and no white space.
private func isPlainSign(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
