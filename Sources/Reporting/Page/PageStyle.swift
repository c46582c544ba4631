/// The stylesheet that all pages share: light and dark, narrow and wide, A4 on paper, readable in greyscale. Text has
/// at least 4.5 times the contrast of its ground.
package enum PageStyle {
  /// The stylesheet.
  static let text = colours + words + tables + figures + paper

  /// What a figure in a file of its own needs of the stylesheet: its light colours.
  static let figureFile = colours.prefix(while: { $0 != "@" }) + drawing

  /// Text as a string of CSS: everything but plain letters, digits and spaces by its number.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      default: result += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return result + "\""
  }

  /// Colours by what they are for; figures use the same, by class.
  private static let colours = """
    :root {
      --paper: #fdfdfb; --raised: #f4f5f1; --ink: #1b2226; --soft: #4d5961; --rule: #d3d8d3; --hair: #e5e8e3;
      --accent: #0a5872; --accent-soft: #d9e8ec; --warn: #93370d; --warn-soft: #f7e6dc;
      --band-wide: #c9d9df; --band-half: #86abb9; --shade: #5e6b73;
    }
    @media (prefers-color-scheme: dark) { :root {
      --paper: #12171a; --raised: #1b2226; --ink: #e8ebe8; --soft: #aab5bb; --rule: #3a454b; --hair: #283136;
      --accent: #7fc6de; --accent-soft: #1c3a45; --warn: #f0a27a; --warn-soft: #43291c;
      --band-wide: #24414c; --band-half: #3c7185; --shade: #98a5ac;
    } }

    """

  private static let words = """
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
    main { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem 3rem; }
    main > p, main > section > p, main > section > ul, main > section > ol, .measure { max-width: 42rem; }
    h1, h2, h3, h4 { line-height: 1.22; text-wrap: balance; margin: 0;
      font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif; }
    h1 { font-size: clamp(1.8rem, 4.2vw, 2.7rem); font-weight: 600; letter-spacing: -0.01em; margin: 1.4rem 0 .8rem; }
    h2 { font-size: clamp(1.35rem, 2.8vw, 1.75rem); font-weight: 600; margin: 3.2rem 0 .8rem;
      padding-top: 1.1rem; border-top: 1px solid var(--rule); }
    h3 { font-size: 1.14rem; font-weight: 600; margin: 1.8rem 0 .4rem; }
    h4 { font-size: 1rem; font-weight: 600; margin: 1.2rem 0 .3rem; }
    p, ul, ol { margin: 0 0 .9rem; }
    ul, ol { padding-left: 1.3rem; }
    li { margin-bottom: .3rem; }
    a { color: var(--accent); }
    code, kbd, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: .86em;
      overflow-wrap: anywhere; }
    pre { background: var(--raised); border: 1px solid var(--hair); padding: .8rem 1rem; white-space: pre-wrap; }
    .sub, .note, .sheet-note { color: var(--soft); font-size: .92rem; line-height: 1.5; }
    .lead { font-size: 1.2rem; line-height: 1.5; }
    .eyebrow { color: var(--soft); font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; margin: 2rem 0 0; }
    .banner { max-width: none; margin: 0 -1.25rem; padding: .55rem 1.25rem; background: var(--warn-soft);
      border-bottom: 1px solid var(--warn); font-size: .9rem; line-height: 1.45; }
    .banner strong { color: var(--warn); }
    .banner .mark { white-space: nowrap; }
    .end { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .85rem; }
    .languages { display: flex; justify-content: flex-end; gap: .4rem; max-width: 66rem; margin: 0 auto; padding: .5rem 1.25rem; }
    button, select, input { font: inherit; color: inherit; }
    button, select { background: var(--paper); border: 1px solid var(--shade); border-radius: .3rem; padding: .25rem .75rem;
      font-size: .9rem; min-height: 2rem; }
    button[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--paper); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; max-width: 100%; margin: .6rem 0 1.2rem; }
    table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
    caption { text-align: left; color: var(--soft); padding-bottom: .35rem; }
    caption.hidden, .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    th, td { text-align: left; vertical-align: top; padding: .32rem .9rem .32rem 0; border-bottom: 1px solid var(--hair); }
    thead th { vertical-align: bottom; border-bottom: 1.5px solid var(--shade); font-weight: 600; max-width: 12rem; }
    tbody th { font-weight: 400; }
    th.n, td.n { text-align: right; padding-left: .9rem; padding-right: .35rem; white-space: nowrap; }
    thead th.n { white-space: normal; }
    details { margin: .4rem 0 1rem; }
    summary { cursor: pointer; color: var(--accent); font-size: .92rem; padding: .2rem 0; }

    """

  private static let figures =
    """
    figure { margin: 1.6rem 0 2rem; }
    figcaption h3 { margin-top: 0; }
    figcaption .sub { max-width: 42rem; }
    .drawing { overflow-x: auto; }
    .drawing svg[role] { display: block; width: 100%; height: auto; }
    .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(17.5rem, 1fr)); gap: 1rem 1.4rem; }
    .panels.two { grid-template-columns: repeat(auto-fill, minmax(min(100%, 23rem), 1fr)); }
    .key { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; margin: .3rem 0 .7rem; padding: 0; list-style: none;
      color: var(--soft); font-size: .86rem; }
    .key li { display: flex; align-items: center; gap: .45rem; margin: 0; }
    .key svg { width: 1.7rem; height: .9rem; flex: none; }

    """ + drawing

  private static let drawing = """
    svg text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
    .f-ink { fill: var(--ink); } .f-soft { fill: var(--soft); } .f-paper { fill: var(--paper); }
    .f-accent { fill: var(--accent); } .f-warn { fill: var(--warn); } .f-raised { fill: var(--raised); }
    .f-wide { fill: var(--band-wide); } .f-half { fill: var(--band-half); } .f-shade { fill: var(--shade); }
    .s-ink { stroke: var(--ink); } .s-soft { stroke: var(--soft); } .s-hair { stroke: var(--hair); }
    .s-rule { stroke: var(--rule); } .s-accent { stroke: var(--accent); } .s-warn { stroke: var(--warn); }
    .s-paper { stroke: var(--paper); } .f-warn-soft { fill: var(--warn-soft); } .f-accent-soft { fill: var(--accent-soft); }
    .s-half { stroke: var(--band-half); } .s-shade { stroke: var(--shade); }
    .none { fill: none; }

    """

  private static let paper = """
    @page { size: A4; margin: 14mm; }
    @media print {
      :root { --paper: #fff; --raised: #f4f4f2; --ink: #000; --soft: #333; --rule: #bbb; --hair: #ddd; --accent: #0a4c63;
        --accent-soft: #e2ecef; --warn: #7a2c08; --warn-soft: #fff; --band-wide: #cfdbe0; --band-half: #86abb9; --shade: #555; }
      html { font-size: 9pt; }
      body { font-size: 1rem; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      .languages, .controls, .screen { display: none !important; }
      .banner { margin: 0; padding: 1.5mm 0; }
      h1 { font-size: 20pt; margin: 4mm 0 3mm; }
      h2 { font-size: 14pt; margin: 7mm 0 2.5mm; padding-top: 2.5mm; break-after: avoid; }
      h3, h4 { break-after: avoid; }
      h3 { font-size: 11pt; }
      .lead { font-size: 11pt; }
      .eyebrow { margin-top: 2mm; }
      main > p, main > section > p, .measure { max-width: none; }
      .sheet { break-before: page; }
      svg, tr, li, .still { break-inside: avoid; }
      figure { margin: 3mm 0; }
      figcaption { break-after: avoid; }
      .sub, .note { max-width: none; }
      .scroll { overflow: visible; }
      table { font-size: 8.2pt; line-height: 1.25; }
      th, td { padding-top: .14rem; padding-bottom: .14rem; }
      details:not(.print) { display: none; }
      details.print::details-content { content-visibility: visible; display: block; }
      details.print > summary { list-style: none; color: var(--soft); }
      a { color: inherit; text-decoration: none; }
    }

    """
}
