/// A language of the Organization that drafts are written in; decides the command words that a written draft uses.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case spanish = "es"
  case french = "fr"
  case portuguese = "pt"
}
