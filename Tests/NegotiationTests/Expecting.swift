import Testing

/// Compares whole results; a failure shows both, also where making them may throw.
func expect<Value: Equatable>(_ value: Value, is wanted: Value, at location: SourceLocation = #_sourceLocation) {
  #expect(value == wanted, sourceLocation: location)
}
