internal import Git
internal import SQLite

/// Every wording that a paragraph ever had, on main and on each delegation's branch, with an index of its words.
///
/// A database in memory; its image is kept beside the repository and is worth nothing once any of what it says about
/// itself does not fit.
final class SearchIndex {
  let database: Database

  /// How many wordings were added since it was opened, and how many there are in all.
  private(set) var added = 0
  var count: Int { get throws { try number("SELECT count(*) FROM wordings") } }

  /// An empty index.
  ///
  /// - Parameter program: names the program: what another has kept is not used.
  init(program: String) throws {
    database = try Database(at: "", .inMemory)
    try database.execute(Self.schema)
    try database.prepare("INSERT INTO program VALUES (?)").run(program)
  }

  /// Opens what ``image`` gave; `nil` where another program made it, or it is no index.
  init?(image: ArraySlice<UInt8>, program: String) {
    do throws(SQLiteError) {
      let database = try Database(image: image)
      let query = try database.prepare("SELECT name FROM program")
      guard try query.step(), query.text(0) == program else { return nil }
      query.reset()
      self.database = database
    } catch {
      // Whatever is wrong with it, it is made anew.
      return nil
    }
  }

  var image: [UInt8] { get throws { try database.image() } }

  private static let schema = """
    CREATE TABLE program (name TEXT NOT NULL);
    CREATE TABLE lines (line TEXT PRIMARY KEY, tip BLOB NOT NULL, base BLOB, position INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE decisions (commits BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE wordings (
      id INTEGER PRIMARY KEY, line TEXT NOT NULL, position INTEGER NOT NULL, paragraph TEXT NOT NULL,
      commits BLOB NOT NULL, time INTEGER NOT NULL, zone INTEGER NOT NULL, address TEXT NOT NULL, action TEXT,
      party TEXT, amended TEXT, merges INTEGER NOT NULL, stands INTEGER NOT NULL, outcome TEXT, text TEXT, brought TEXT);
    CREATE UNIQUE INDEX places ON wordings (line, paragraph, position);
    CREATE INDEX amendments ON wordings (paragraph) WHERE amended IS NOT NULL;
    CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
    """

  static let columns = """
    line, position, paragraph, commits, time, zone, address, action, party, amended, merges, stands, outcome, text, brought
    """

  /// How far a line has been read.
  struct Reach {
    var tip: ObjectID
    /// The state of main that a branch stands on.
    var base: ObjectID?
    var position: Int
  }

  func reach(of line: String) throws -> Reach? {
    let query = try database.prepare("SELECT tip, base, position FROM lines WHERE line = ?")
    try query.bind(line)
    guard try query.step() else { return nil }
    return Reach(
      tip: ObjectID(query.bytes(0)[...]), base: query.isNull(1) ? nil : ObjectID(query.bytes(1)[...]),
      position: query.integer(2))
  }

  func setReach(of line: String, _ reach: Reach) throws {
    try database.prepare("INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?)")
      .run(line, reach.tip.bytes, reach.base?.bytes, reach.position)
  }

  func lines() throws -> Set<String> {
    let query = try database.prepare("SELECT line FROM lines")
    var found: Set<String> = []
    while try query.step() { found.insert(query.text(0)) }
    return found
  }

  func noteDecision(_ commit: ObjectID) throws {
    try database.prepare("INSERT OR IGNORE INTO decisions VALUES (?)").run(commit.bytes)
  }

  func isDecision(_ commit: ObjectID) throws -> Bool {
    let query = try database.prepare("SELECT 1 FROM decisions WHERE commits = ?")
    try query.bind(commit.bytes)
    return try query.step()
  }

  /// Adds a wording; its words can be found where it has a text that stands.
  func add(_ wording: IndexedWording) throws {
    added += 1
    try database.prepare("INSERT INTO wordings (\(Self.columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)").run(
      wording.line, wording.position, wording.paragraph, wording.commit.bytes, wording.time, wording.offsetMinutes,
      wording.address, wording.action, wording.on, wording.amended, wording.isMerge ? 1 : 0, wording.stands ? 1 : 0,
      wording.outcome,
      wording.text, wording.brought.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " "))
    guard wording.stands, let text = wording.text else { return }
    let words = SearchWord.words(of: text).map(\.folded).joined(separator: " ")
    try database.prepare("INSERT INTO words (rowid, text) VALUES (last_insert_rowid(), ?)").run(words)
  }

  func last(on line: String, of paragraph: String) throws -> IndexedWording? {
    try wordings("WHERE line = ? AND paragraph = ? ORDER BY position DESC LIMIT 1", line, paragraph).first
  }

  /// Every wording of a paragraph on a line, the oldest first.
  func all(on line: String, of paragraph: String) throws -> [IndexedWording] {
    try wordings("WHERE line = ? AND paragraph = ? ORDER BY position", line, paragraph)
  }

  /// The wordings that may have what is searched for; those that have not are among them only for rare scripts.
  func candidates(_ query: SearchQuery) throws -> [IndexedWording] {
    guard query.isIndexed else { return try wordings("WHERE stands = 1 AND text IS NOT NULL") }
    return try wordings("WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)", query.expression)
  }

  /// The amendments that stand on paragraphs in which any word that is searched for was ever written, as the branches have
  /// them.
  func amendments(_ query: SearchQuery) throws -> [IndexedWording] {
    let found = try wordings(
      """
      WHERE amended IS NOT NULL AND stands = 1 AND position = (SELECT max(position) FROM wordings AS later
      WHERE later.line = wordings.line AND later.paragraph = wordings.paragraph)
      """)
    if found.isEmpty || !query.isIndexed { return found }
    let paragraphs = try database.prepare(
      "SELECT DISTINCT paragraph FROM wordings WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)")
    try paragraphs.bind(query.anyWord)
    var known: Set<String> = []
    while try paragraphs.step() { known.insert(paragraphs.text(0)) }
    return found.filter { known.contains($0.paragraph) }
  }

  func wordings<each Value: Bindable>(_ condition: String, _ values: repeat each Value) throws -> [IndexedWording] {
    let query = try database.prepare("SELECT \(Self.columns) FROM wordings \(condition)")
    try query.bind(repeat each values)
    var found: [IndexedWording] = []
    while try query.step() { found.append(IndexedWording(query)) }
    return found
  }

  private func number(_ text: String) throws -> Int {
    let query = try database.prepare(text)
    return try query.step() ? query.integer(0) : 0
  }
}
