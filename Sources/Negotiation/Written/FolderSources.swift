internal import Drafting
internal import Git

/// Names for what the words of paragraphs come from: equal names mean the same files of the chair and of every
/// delegation, so the same words.
///
/// A name is the hash of a list of hashes. That of a folder takes no look at its files: it holds as long as nobody
/// changes any of them.
struct FolderSources {
  private let repository: Repository
  private let main: Trees
  private let branches: [(code: DelegationCode, base: Trees, own: Trees)]
  private var known: [String: ObjectID] = [:]

  /// What one state of the draft consists of.
  private struct Trees {
    var folders: [String: ObjectID] = [:]

    /// The order of the paragraphs: that of the sections, and the outlines.
    var order: [ObjectID?] = []

    init(_ snapshot: Snapshot) throws {
      folders = try snapshot.paragraphFolders()
      for path in [DraftSettings.path, "outline"] {
        order.append(try snapshot.repository.entry(at: path, in: snapshot.tree)?.id)
      }
    }
  }

  /// - Cost: reads one tree for each state of main that branches stand on, and one for each branch.
  init(_ negotiation: Negotiation, _ branches: [StandingBranch]) throws {
    repository = negotiation.repository
    main = try Trees(negotiation.main)
    var bases = [negotiation.main.commit: main]
    var list: [(code: DelegationCode, base: Trees, own: Trees)] = []
    for branch in branches {
      let base = try bases[branch.base.commit] ?? Trees(branch.base)
      bases[branch.base.commit] = base
      list.append((branch.delegation.code, base, try Trees(branch.snapshot)))
    }
    self.branches = list
  }

  /// The name for the order of the whole draft, places that delegations propose among it.
  func orderName() throws -> ObjectID {
    var list = RecordOutput()
    for id in main.order { list.append(id) }
    for branch in branches where branch.base.order != branch.own.order {
      list.append(branch.code.description.utf8)
      for id in branch.base.order + branch.own.order { list.append(id) }
    }
    return try repository.name(of: list.bytes)
  }

  mutating func name(ofFolder folder: String) throws -> ObjectID {
    if let name = known[folder] { return name }
    var list = RecordOutput()
    list.append(folder.utf8)
    list.append(main.folders[folder])
    for branch in branches where branch.base.folders[folder] != branch.own.folders[folder] {
      list.append(branch.code.description.utf8)
      list.append(branch.base.folders[folder])
      list.append(branch.own.folders[folder])
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
