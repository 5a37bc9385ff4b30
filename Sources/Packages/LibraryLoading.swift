internal import Workers

/// Has libzip and libxml2 loaded on a thread of their own, while something else is done: that takes as long as reading a
/// small negotiation does.
///
/// Whoever needs one before it is there waits for it; what is missing is an error there, not here.
package func loadLibrariesAhead() {
  _ = startThread {
    XMLLibrary.load()
    ZipLibrary.load()
  }
}
