/// Writes the JSON Schema (2020-12, https://json-schema.org/draft/2020-12) of field lists, so that an editor
/// completes keys.
///
/// It says less than the reader checks: sources that cover from outside, sums of shares and exclusive spellings are
/// left to the reader. The output depends on the lists alone; keys are sorted. Lists of one name count as one.
public enum JSONSchema {
  /// The schema of a file whose root is an object of a list.
  public static func text(of root: FieldList, title: String, identifier: String) -> String {
    var definitions = Definitions()
    _ = definitions.reference(to: .fields(root))
    var members: [(String, SchemaText)] = [
      ("$id", .string(identifier)),
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
    ]
    members.append(("$defs", .object(definitions.all)))
    members.append(("$ref", .string("#/$defs/\(root.name)")))
    return SchemaText.object(members).rendered(indent: 0) + "\n"
  }

  /// The named parts, each once.
  private struct Definitions {
    var all: [(String, SchemaText)] = []

    mutating func reference(to shape: ObjectShape) -> SchemaText {
      let name: String
      switch shape {
      case .fields(let list): name = list.name
      case .variants(let variants): name = variants.name
      }
      let reference = SchemaText.object([("$ref", .string("#/$defs/\(name)"))])
      if all.contains(where: { $0.0 == name }) { return reference }
      all.append((name, .flag(true)))  // Holds the name while its parts are written.
      let schema: SchemaText
      switch shape {
      case .fields(let list): schema = object(list, tag: nil)
      case .variants(let variants):
        let cases = variants.lists.map { object($0, tag: variants.tag) }
        schema = .object([("description", .string(variants.text)), ("oneOf", .list(cases))])
      }
      all.removeAll { $0.0 == name }
      all.append((name, schema))
      return reference
    }

    private mutating func object(_ list: FieldList, tag: String?) -> SchemaText {
      var properties: [(String, SchemaText)] = []
      var required: [SchemaText] = []
      var choices: [SchemaText] = []
      if let tag {
        properties.append((tag, .object([("const", .string(list.name))])))
        required.append(.string(tag))
      }
      for field in list.fields {
        let spellings = field.spellings
        for (key, factor) in spellings {
          properties.append((key, described(field, value(field, factor: factor))))
          if !list.fields.contains(where: { $0.key == "\(key)_source" }) {
            properties.append(("\(key)_source", .type("string")))
          }
        }
        if spellings.count > 1 || spellings[0].key != field.key {
          properties.append(("\(field.key)_source", .type("string")))
        }
        guard field.presence == .required else { continue }
        if spellings.count == 1 {
          required.append(.string(spellings[0].key))
        } else {
          let one = spellings.map {
            SchemaText.object([("required", .list([.string($0.key)]))])
          }
          choices.append(.object([("oneOf", .list(one))]))
        }
      }
      // After the fields, since of two equal keys the first is kept.
      properties += [
        ("source", .type("string")), ("$schema", .type("string")), ("note", .type("string")),
      ]
      var members: [(String, SchemaText)] = [
        ("type", .string("object")), ("description", .string(list.text)),
        ("additionalProperties", list.isOpen ? .type(["number", "string"]) : .flag(false)),
        ("properties", .object(properties)),
      ]
      if !required.isEmpty { members.append(("required", .list(required))) }
      if !choices.isEmpty { members.append(("allOf", .list(choices))) }
      return .object(members)
    }

    private func described(_ field: Field, _ value: SchemaText) -> SchemaText {
      guard case .object(var members) = value else { return value }
      members.append(("description", .string(field.text)))
      return .object(members)
    }

    private mutating func value(_ field: Field, factor: Double) -> SchemaText {
      switch field.kind {
      case .text, .file: return .object([("type", .string("string")), ("minLength", .number(1))])
      case .name:
        return .object([
          ("type", .string("string")), ("minLength", .number(Double(FieldKind.nameLength.lowerBound))),
          ("maxLength", .number(Double(FieldKind.nameLength.upperBound))),
        ])
      case .identifier:
        return .object([
          ("type", .string("string")), ("pattern", .string("^[a-z0-9]+(-[a-z0-9]+)*$")),
        ])
      case .choice(let words): return .object([("enum", .list(words.map { .string($0) }))])
      case .flag: return .type("boolean")
      case .integer(let range), .count(let range, _): return .integer(range)
      case .number(let range, _), .time(let range), .rate(let range):
        return .number(range.divided(by: factor))
      case .share: return .number(.share)
      case .numbers(let range, _, let length), .times(let range, let length):
        return .list(of: .number(range.divided(by: factor)), length: length)
      case .numberMap(let range, _): return numberMap(range)
      case .shares: return numberMap(.share)
      case .texts: return .list(of: .object([("type", .string("string")), ("minLength", .number(1))]))
      case .identifiers: return .list(of: .object([("type", .string("string")), ("minLength", .number(1))]))
      case .textMap: return .object([("type", .string("object")), ("additionalProperties", .type("string"))])
      case .distributions(let dimension):
        return .object([
          ("type", .string("object")),
          ("additionalProperties", reference(to: .variants(dimension.laws))),
          ("properties", .object([("source", .type("string")), ("note", .type("string"))])),
        ])
      case .objectsByPath(let shape):
        return .object([("type", .string("object")), ("additionalProperties", reference(to: shape))])
      case .textOr(let kind):
        let inner = Field(field.key, kind, field.presence, field.text)
        return .object([("anyOf", .list([.type("string"), value(inner, factor: factor)]))])
      case .object(let shape): return reference(to: shape)
      case .objects(let shape): return .list(of: reference(to: shape))
      case .objectMap(let shape):
        return .object([
          ("type", .string("object")), ("additionalProperties", reference(to: shape)),
          ("properties", .object([("source", .type("string"))])),
        ])
      case .distribution(let dimension): return reference(to: .variants(dimension.laws))
      case .any: return .object([])
      }
    }

    private func numberMap(_ range: NumberRange) -> SchemaText {
      .object([
        ("type", .string("object")), ("additionalProperties", .number(range)),
        ("properties", .object([("source", .type("string"))])),
      ])
    }
  }
}
