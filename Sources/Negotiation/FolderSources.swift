internal import Drafting
internal import Git

/// Names for what the words of paragraphs come from: equal names mean the same files of the chair and of every
/// delegation, so the same words.
///
/// A name is the hash of a list of hashes. That of a folder takes no look at its files: it holds as long as nobody
/// changes any of them.
struct FolderSources {
  private let repository: Repository
  private let main: [String: ObjectID]
  private let branches: [(code: DelegationCode, base: [String: ObjectID], own: [String: ObjectID])]
  private var known: [String: ObjectID] = [:]

  /// - Cost: reads one tree for each state of main that branches stand on, and one for each branch.
  init(_ negotiation: Negotiation, _ branches: [StandingBranch]) throws {
    repository = negotiation.repository
    main = try negotiation.main.paragraphFolders()
    var bases = [negotiation.main.commit: main]
    var list: [(code: DelegationCode, base: [String: ObjectID], own: [String: ObjectID])] = []
    for branch in branches {
      let base = try bases[branch.base.commit] ?? branch.base.paragraphFolders()
      bases[branch.base.commit] = base
      list.append((branch.delegation.code, base, try branch.snapshot.paragraphFolders()))
    }
    self.branches = list
  }

  mutating func name(ofFolder folder: String) throws -> ObjectID {
    if let name = known[folder] { return name }
    var list = RecordOutput()
    list.append(folder.utf8)
    list.append(main[folder])
    for branch in branches where branch.base[folder] != branch.own[folder] {
      list.append(branch.code.description.utf8)
      list.append(branch.base[folder])
      list.append(branch.own[folder])
    }
    let name = try repository.name(of: list.bytes)
    known[folder] = name
    return name
  }

  /// The name for one paragraph.
  ///
  /// - Parameters:
  ///   - base: main's file.
  ///   - changes: those of the delegations that have another one.
  func name(of base: ObjectID?, _ changes: [StandingChanges], _ identifier: ParagraphIdentifier) throws -> ObjectID {
    var list = RecordOutput()
    list.append(base)
    for change in changes {
      guard let file = change.files[identifier] else { continue }
      list.append(change.delegation.code.description.utf8)
      list.append(file.base)
      list.append(file.own)
    }
    return try repository.name(of: list.bytes)
  }
}
