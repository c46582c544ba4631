import CareModel

/// The regions of a network with their places: a card for each with its facilities when there are few, else a table
/// with a row for each.
struct RegionsDrawing {
  let network: CareNetwork
  let partitions: PartitionWords

  private static let size = 11.5
  private static let rowHeight = 19.0

  /// The panel, at most about `width` pixels wide.
  func part(width: Double) -> DrawnPart {
    var part = network.facilities.count > 12 ? table : cards(width: width)
    part.height += 8
    for (index, kind) in network.unitKinds.enumerated() {
      part.height += 2
      part.write(
        "\(kind.id): \(NetworkDescription.kind(index, network).joined(separator: ", "))", width: width,
        size: 11,
        fill: "#333333")
    }
    return part
  }

  private var table: DrawnPart {
    let names = network.regions.map { "\($0.id) \($0.name)" }
    let first = min(280, (names.map { Markup.width($0, size: Self.size) }.max() ?? 0) + 20)
    let cells = network.regions.indices.map { region in
      network.unitKinds.indices.map { places(region: region, kind: $0) }
    }
    let headings = ["partition", "facilities"] + network.unitKinds.map(\.id)
    let columns = headings.indices.map { column in
      let widest = column < 2 ? 0 : cells.map { Markup.width($0[column - 2], size: Self.size) }.max() ?? 0
      return max(widest, min(140, Markup.width(headings[column], size: Self.size, isBold: true))) + 22
    }
    var part = DrawnPart(
      width: columns.reduce(first, +), height: Double(names.count + 1) * Self.rowHeight + 6)
    var right = first
    for (column, heading) in headings.enumerated() {
      right += columns[column]
      let text = Markup.fitted(heading, width: columns[column] - 10, size: Self.size, isBold: true)
      part.lines.append(Markup.words(text, x: right - 8, y: 14, size: Self.size, anchor: "end", isBold: true))
    }
    part.lines.append(Markup.line(0, 20, part.width, 20, "#333333", 1))
    for (region, name) in names.enumerated() {
      let y = 20 + Double(region) * Self.rowHeight
      if region % 2 == 1 {
        part.lines.append(
          Markup.box(x: 0, y: y, width: part.width, height: Self.rowHeight, fill: "#f4f4f4", stroke: "none"))
      }
      part.lines.append("<g><title>\(Markup.escaped(name))</title>")
      part.lines.append(
        Markup.words(Markup.fitted(name, width: first - 8, size: Self.size), x: 4, y: y + 14, size: Self.size)
      )
      part.lines.append("</g>")
      part.lines += Swatch.lines(partitions.number(ofRegion: region), x: first + 22, y: y + 2.5)
      let facilities = network.facilities.filter { $0.region == region }.count
      var right = first + columns[0]
      for (column, cell) in ([String(facilities)] + cells[region]).enumerated() {
        right += columns[column + 1]
        part.lines.append(Markup.words(cell, x: right - 8, y: y + 14, size: Self.size, anchor: "end"))
      }
    }
    return part
  }

  /// Staffed and physical places of a region, one number where they are the same.
  private func places(region: Int, kind: Int) -> String {
    let units = network.units.filter { $0.kind == kind && network.facilities[$0.facility].region == region }
    return units.isEmpty ? "–" : Self.places(units)
  }

  private static func places(_ units: [CareUnit]) -> String {
    let staffed = units.reduce(0) { $0 + $1.staffedBeds }
    let physical = units.reduce(0) { $0 + $1.physicalBeds }
    return staffed == physical
      ? SpokenNumber.text(staffed) : "\(SpokenNumber.text(staffed)) / \(SpokenNumber.text(physical))"
  }

  private func cards(width: Double) -> DrawnPart {
    Self.flow(network.regions.indices.map { card($0, width: width) }, width: width, gap: 14)
  }

  /// Pieces beside each other, in rows as wide as allowed.
  private static func flow(_ pieces: [DrawnPart], width: Double, gap: Double) -> DrawnPart {
    var part = DrawnPart()
    var (x, y, row) = (0.0, 0.0, 0.0)
    for piece in pieces {
      if x > 0, x + piece.width > width {
        x = 0
        y += row + gap
        row = 0
      }
      part.place(piece, x: x, y: y)
      x += piece.width + gap
      row = max(row, piece.height)
    }
    return part
  }

  private func facility(_ index: Int) -> DrawnPart {
    var part = DrawnPart()
    part.write(network.facilities[index].name, width: 360, size: 12, isBold: true)
    for (kind, words) in network.unitKinds.enumerated() {
      let units = network.units.filter { $0.kind == kind && $0.facility == index }
      if units.isEmpty { continue }
      let title = words.title.isEmpty || words.title == words.id ? words.id : "\(words.id) (\(words.title))"
      part.write("\(title): \(Self.places(units))", width: 360, size: Self.size, indent: 10)
    }
    return part
  }

  private func card(_ region: Int, width: Double) -> DrawnPart {
    var inner = DrawnPart()
    inner.write(
      "\(network.regions[region].id) \(network.regions[region].name)", width: 360, size: 13, isBold: true)
    let facilities = network.facilities.indices.filter { network.facilities[$0].region == region }
    inner.stack(Self.flow(facilities.map { facility($0) }, width: width - 25, gap: 18), gap: 5)
    inner.height += 24
    inner.lines += Swatch.lines(partitions.number(ofRegion: region), x: 58, y: inner.height - 16)
    inner.lines.append(Markup.words("partition", x: 0, y: inner.height - 4.5, size: 11, fill: "#333333"))
    var part = DrawnPart()
    part.lines.append(
      Markup.box(
        x: 0.5, y: 0.5, width: max(170, inner.width) + 24, height: inner.height + 18, radius: 4,
        fill: "#fafafa"))
    part.place(inner, x: 12, y: 8)
    part.width = max(170, inner.width) + 25
    part.height = inner.height + 19
    return part
  }
}
