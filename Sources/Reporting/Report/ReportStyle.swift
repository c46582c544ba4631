/// What the report adds to the stylesheet of all pages.
enum ReportStyle {
  static let text = shades + rest

  /// What a figure in a file of its own needs: the shades of tiles in light colours.
  static let light = shades.split(separator: "\n").filter {
    !$0.contains("@media") && !$0.contains("--q5: #d3eef6")
  }
  .joined(separator: "\n")

  private static let shades = """
    :root { --q0: #eef1ef; --q1: #dbe6e9; --q2: #b9d0d8; --q3: #86abb9; --q4: #3d7a90; --q5: #0b3f52;
      --on-light: #16222a; --on-dark: #ffffff; }
    @media (prefers-color-scheme: dark) { :root { --q0: #20282c; --q1: #23383f; --q2: #2c505c; --q3: #3f7386; --q4: #8cc3d6;
      --q5: #d3eef6; --on-light: #f2f6f7; --on-dark: #08222c; } }
    .tile-box { stroke: var(--rule); stroke-width: .8; }
    .q0 .tile-box { fill: var(--q0); } .q1 .tile-box { fill: var(--q1); } .q2 .tile-box { fill: var(--q2); }
    .q3 .tile-box { fill: var(--q3); } .q4 .tile-box { fill: var(--q4); } .q5 .tile-box { fill: var(--q5); }
    .tile text { fill: var(--on-light); } .q4 text, .q5 text { fill: var(--on-dark); }
    .tiles rect { stroke: var(--rule); stroke-width: .6; } .o-light { fill: var(--on-light); } .o-dark { fill: var(--on-dark); }
    rect.q0 { fill: var(--q0); } rect.q1 { fill: var(--q1); } rect.q2 { fill: var(--q2); }
    rect.q3 { fill: var(--q3); } rect.q4 { fill: var(--q4); } rect.q5 { fill: var(--q5); }

    """

  private static let rest = """
    h2.small { font-size: 1.12rem; border: 0; padding: 0; margin: 1.9rem 0 .4rem; }
    .answer { border-left: 4px solid var(--accent); background: var(--raised); padding: .9rem 1.2rem .5rem; margin: 1.4rem 0;
      max-width: 48rem; }
    .answer h2.small { margin-top: 0; color: var(--accent); font-family: inherit; font-size: .85rem; letter-spacing: .06em;
      text-transform: uppercase; }
    .answer em, li em { font-style: normal; border-bottom: 1px dotted var(--soft); }
    .arms { list-style: none; padding: 0; max-width: 48rem; }
    .arms li { padding-left: 1.7rem; position: relative; margin-bottom: .45rem; }
    .arms .armmark { position: absolute; left: 0; top: .32rem; }
    .armmark { width: 1rem; height: 1rem; vertical-align: -.12em; margin-right: .35rem; }
    .soft { color: var(--soft); }
    .controls { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; margin: .8rem 0; }
    .controls label { display: flex; align-items: center; gap: .45rem; font-size: .92rem; max-width: 100%; }
    .controls select { max-width: 17rem; }
    .controls .wide { flex: 1 1 16rem; }
    .controls input { flex: 1; min-width: 8rem; accent-color: var(--accent); }
    .controls output { min-width: 2.6ch; text-align: right; }
    .explorer svg { width: min(100%, 27rem); height: auto; }
    .stills { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.4rem, 1fr)); gap: .6rem 1rem; }
    .stills p { margin: 0; font-size: .86rem; }
    .evidence { display: flex; height: 1.1rem; max-width: 42rem; border: 1px solid var(--shade); margin: .6rem 0; }
    .list-small { font-size: .9rem; line-height: 1.45; }
    .hash { font-size: .74rem; }
    @media print {
      .answer { background: none; max-width: none; margin: 3mm 0; padding: 1mm 4mm; }
      .stills { grid-template-columns: repeat(6, 1fr); gap: 2mm; }
      .panels, .panels.two { grid-template-columns: repeat(3, 1fr); gap: 2mm 4mm; }
      h2.small { font-size: 11pt; margin: 3.5mm 0 1mm; }
      .drawing svg[role] { max-height: 105mm; }
      section { break-inside: auto; }
    }

    """
}
