/// One step of a change of references: where it is, where it shall be.
package struct ReferenceMove: Hashable, Sendable {
  /// The whole name: `refs/heads/main`.
  package var name: String

  /// Where the caller saw it last; `nil` for a reference that must not exist yet.
  package var from: ObjectID?

  /// Where it shall be; `nil` to remove it.
  package var to: ObjectID?

  package init(_ name: String, from: ObjectID?, to: ObjectID?) {
    self.name = name
    self.from = from
    self.to = to
  }
}
