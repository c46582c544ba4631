package import CareModel

extension Handling {
  /// How pages with this mark may be passed on.
  package var mark: LocalText {
    switch self {
    case .open: LocalText(sv: "Öppen", en: "Open")
    case .internal: LocalText(sv: "Intern", en: "Internal")
    case .protected: LocalText(sv: "Skyddad", en: "Protected")
    }
  }

  /// The mark in a sentence.
  package var sentence: LocalText {
    switch self {
    case .open: LocalText(sv: "Öppen: får spridas.", en: "Open: may be published.")
    case .internal:
      LocalText(sv: "Intern: får spridas inom organisationen.", en: "Internal: for the organisation alone.")
    case .protected:
      LocalText(sv: "Skyddad: endast för namngivna mottagare.", en: "Protected: for named readers alone.")
    }
  }
}
