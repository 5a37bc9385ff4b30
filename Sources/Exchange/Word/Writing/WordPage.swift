/// The page of the documents that are written: Letter with margins of an inch.
enum WordPage {
  /// The width between the margins, in twentieths of a point.
  static func width(isLandscape: Bool) -> Int { isLandscape ? 12_960 : 9_360 }
}
