/// How a page looks: on a screen, at night, and on paper.
enum HTMLStyle {
  /// The style sheet; what it adds to the legend is shown, and is no text that could be copied.
  static func sheet(_ phrases: HTMLPhrases) -> String {
    """
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1a1a1a; --quiet: #595959; --line: #c8c8c8;
      --new: #003c8f; --old: #9b1c1c; --moved: #6a1b9a; --status: #1b5e20;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181c; --ink: #e6e6e6; --quiet: #a8a8a8; --line: #44484f;
        --new: #9ecbff; --old: #ff9f9f; --moved: #dcb0ff; --status: #a5d6a7;
      }
    }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 Cambria, "Liberation Serif", "DejaVu Serif", Georgia, serif;
    }
    main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1, h2, p { white-space: pre-wrap; overflow-wrap: break-word; }
    h1 { font-size: 1.35rem; line-height: 1.35; text-align: center; margin: 1rem 0 2rem; }
    h2 { font-size: 1.0625rem; margin: 2rem 0 1rem; break-after: avoid; }
    p { margin: 0 0 1rem; }
    .legend, .section { color: var(--quiet); font-size: .9rem; }
    .legend { border: 1px solid var(--line); border-radius: .3rem; padding: .6rem .9rem; }
    .legend::after { content: " \(cssText(phrases.form))"; }
    ins { color: var(--new); font-weight: bold; text-decoration: underline; }
    del { color: var(--old); font-weight: bold; text-decoration: line-through; }
    .label { color: var(--quiet); font-weight: 600; }
    .label abbr { text-decoration: none; cursor: help; }
    .mark { color: var(--quiet); }
    .status { color: var(--status); }
    a { color: inherit; text-decoration: inherit; }
    a.moved { color: var(--moved); background: color-mix(in srgb, var(--moved) 10%, transparent); }
    a.note { font-size: .8em; vertical-align: .35em; line-height: 1; color: var(--new); }
    a:focus-visible, a:hover { outline: 2px solid var(--new); outline-offset: 2px; }
    :target { background: color-mix(in srgb, var(--new) 14%, transparent); }
    [role=doc-endnotes] { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; font-size: .9rem; }
    [role=doc-endnote] { margin-bottom: .4rem; white-space: pre-wrap; overflow-wrap: break-word; }
    [role=doc-backlink] { color: var(--new); }
    @page { margin: 2.2cm; }
    @media print {
      :root {
        --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --new: #000; --old: #000; --moved: #000; --status: #000;
      }
      body { font-size: 11pt; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      p { orphans: 2; widows: 2; }
      a.moved { text-decoration-style: double; background: none; }
    }
    """
  }

  private static func cssText(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
