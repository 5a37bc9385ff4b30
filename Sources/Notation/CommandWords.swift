internal import TextForm

/// What a written draft says in capitals: statuses and placement orders, in four languages (README, "The notation").
package enum CommandWords {}

/// Capitals as they are typed on a keyboard without accents: `APPROUVÉ` → `APPROUVE`.
func withoutAccents(_ text: String) -> String { folded(text).uppercased() }
