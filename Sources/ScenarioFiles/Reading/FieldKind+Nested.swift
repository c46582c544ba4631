extension FieldKind {
  /// Whether its value is made of objects.
  var isNested: Bool {
    switch self {
    case .object, .objects, .objectMap, .objectsByPath, .distribution, .distributions: true
    case .textOr(let kind): kind.isNested
    default: false
    }
  }
}
