/// One step of a change of references: where it is, where it shall be.
package struct ReferenceMove: Hashable, Sendable {
  /// The whole name: `refs/heads/main`.
  package var name: String

  /// Where the caller saw it last; `nil` for a reference that must not exist yet.
  package var from: ObjectID?

  /// Where it shall be; `nil` to remove it. The same as where it is for one that others must not move in this moment: it is
  /// locked and looked at, and stays.
  package var to: ObjectID?

  package init(_ name: String, from: ObjectID?, to: ObjectID?) {
    self.name = name
    self.from = from
    self.to = to
  }

  /// A reference that stays where the caller saw it; `nil` for one that must not be there.
  package init(staying name: String, at id: ObjectID?) {
    self.init(name, from: id, to: id)
  }
}
