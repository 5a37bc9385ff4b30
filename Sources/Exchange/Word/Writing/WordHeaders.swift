internal import Packages

/// The heads of the pages.
enum WordHeaders {
  /// The first page's: the document's symbol, date and original language, at the right.
  static func first(_ lines: [String]) throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.startPart("w:hdr")
    for line in lines.isEmpty ? [""] : lines {
      try start(WordStyle.masthead.rawValue, &xml)
      if !line.isEmpty { try run(line, &xml) }
      try xml.end()
    }
    return try xml.finished()
  }

  /// The other pages': the page's number between dashes, as the Organization's documents have it.
  static func following() throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.startPart("w:hdr")
    try start("Header", &xml)
    try run("- ", &xml)
    for step in ["begin", "code", "separate", "number", "end"] {
      try xml.start("w:r")
      switch step {
      case "code":
        try xml.start("w:instrText")
        try xml.attribute("xml:space", "preserve")
        try xml.text(" PAGE ")
        try xml.end()
      case "number": try xml.words("w:t", "2")
      default: try xml.value("w:fldChar", [("w:fldCharType", step)])
      }
      try xml.end()
    }
    try run(" -", &xml)
    try xml.end()
    return try xml.finished()
  }

  private static func start(_ style: String, _ xml: inout XMLWriter) throws(PackageError) {
    try xml.start("w:p")
    try xml.start("w:pPr")
    try xml.value("w:pStyle", style)
    try xml.end()
  }

  private static func run(_ text: String, _ xml: inout XMLWriter) throws(PackageError) {
    try xml.start("w:r")
    try xml.start("w:t")
    try xml.attribute("xml:space", "preserve")
    try xml.text(text)
    try xml.end()
    try xml.end()
  }
}
