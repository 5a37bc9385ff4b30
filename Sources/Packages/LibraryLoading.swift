internal import Workers

/// Has libzip loaded on a thread of its own, while something else is done: that takes as long as reading a small
/// negotiation does.
///
/// Whoever needs it before it is there waits for it; what is missing is an error there, not here.
package func loadLibraryAhead() {
  _ = startThread { ZipLibrary.load() }
}
