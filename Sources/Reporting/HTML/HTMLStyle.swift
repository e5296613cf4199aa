/// The one style sheet of HTML reports, and the policy that lets a browser apply only that.
package enum HTMLStyle {
  /// The value of Content-Security-Policy: no scripts, no requests, no style but `sheet`.
  package static let contentPolicy =
    "default-src 'none'; style-src '\(sheetHash)'; base-uri 'none'; form-action 'none'"

  /// SHA-256 of `sheet` in Base64; a test computes it anew.
  static let sheetHash = "sha256-c4D/xnzKOSuCvszzlI5cQLwt4b3qR411iQTgqezuCpM="

  /// Contrast of text is 4.5:1 or more; colours never say what words do not.
  package static let sheet: StaticString = """
    :root {
      --ink: #1b2430; --muted: #566270; --line: #d9dfe6; --soft: #f5f7f9; --accent: #154273;
      --done: #2e7d5b; --part: #d48806; --gap: #8a95a1; --open: #b3261e;
      --high: #8f1d1d; --high-bg: #fae9e7; --medium: #714800; --medium-bg: #fbf0d9;
      --low: #43505d; --low-bg: #edf1f4;
      --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
      --mono: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace;
    }
    * { box-sizing: border-box; }
    html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-width: 72rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem;
      background: #fff; color: var(--ink); font: 1rem/1.55 var(--sans);
      font-variant-numeric: tabular-nums;
    }
    h1, h2, h3, h4, p, dl, dd, ul { margin: 0; }
    h1 { font-size: clamp(1.75rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -0.015em; }
    h2 { font-size: 1.4rem; line-height: 1.25; letter-spacing: -0.01em; margin-bottom: 0.5rem; }
    h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.75rem 0 0.4rem; }
    h4 { font-size: 0.95rem; margin: 1.1rem 0 0.25rem; }
    h3 small, h4 small { font-weight: 400; color: var(--muted); }
    small { font-size: 0.85em; color: var(--muted); }
    p, li { max-width: 44rem; text-wrap: pretty; }
    section { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
    code { font: 0.9em/1.45 var(--mono); overflow-wrap: anywhere; }
    a { color: var(--accent); text-decoration-color: #9fb4cc; text-underline-offset: 0.2em; }
    a:hover { text-decoration-color: currentcolor; }
    a:focus-visible, summary:focus-visible { outline: 3px solid #7fb0e6; outline-offset: 2px; }

    .brand {
      color: var(--accent); font-size: 0.85rem; font-weight: 700; letter-spacing: 0.06em;
      margin-bottom: 0.4rem;
    }
    .lede { font-size: 1.15rem; margin-top: 0.75rem; }
    .notice {
      margin-top: 1rem; padding: 0.6rem 0.9rem; border-left: 4px solid var(--open);
      background: var(--high-bg); font-weight: 600;
    }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: 0.9rem 2rem; margin-top: 1.75rem;
    }
    .facts .wide { grid-column: 1 / -1; }
    .facts code.path { display: block; }
    dt { color: var(--muted); font-size: 0.85rem; }
    nav {
      display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 1.75rem; font-size: 0.95rem;
    }

    .bar { display: block; width: 100%; height: 0.9rem; margin-top: 1.25rem; border-radius: 3px; }
    .bar .done { fill: var(--done); }
    .bar .part { fill: var(--part); }
    .bar .gap { fill: var(--gap); }
    .bar .open { fill: var(--open); }
    .sum { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; margin-top: 0.9rem; }
    .sum div { display: flex; flex-direction: column-reverse; }
    .sum dd { font-size: 1.9rem; font-weight: 650; line-height: 1.15; letter-spacing: -0.01em; }
    .sum .sign { color: var(--muted); font-weight: 400; margin-right: 0.9rem; }
    .sum dt::before {
      content: ""; display: inline-block; width: 0.7em; height: 0.7em; border-radius: 2px;
      margin-right: 0.45em;
    }
    .sum .done dt::before { background: var(--done); }
    .sum .part dt::before { background: var(--part); }
    .sum .gap dt::before { background: var(--gap); }
    .sum .open dt::before { background: var(--open); }
    .sum .all dt::before { display: none; }

    table { width: 100%; border-collapse: collapse; margin-top: 0.6rem; font-size: 0.92rem; }
    table.even { table-layout: fixed; }
    table.even th:first-child { width: 40%; overflow-wrap: anywhere; }
    table.short { width: auto; min-width: min(100%, 24rem); }
    th, td { padding: 0.45rem 0.75rem 0.45rem 0; text-align: left; vertical-align: top; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th {
      color: var(--muted); font-size: 0.85rem; font-weight: 600; border-bottom: 1px solid #aeb8c3;
    }
    tbody tr { border-bottom: 1px solid var(--line); }
    tbody th { font-weight: 400; }
    tfoot th, tfoot td { font-weight: 650; }
    .num { text-align: right; white-space: nowrap; }
    .num:not(:last-child) { padding-right: 1.25rem; }
    .nowrap { white-space: nowrap; }
    .strong { font-weight: 650; }
    .none { color: var(--muted); }
    .more, .absent { color: var(--muted); font-size: 0.92rem; margin-top: 0.6rem; }
    .class + .class { margin-top: 2rem; }
    .kinds td.num { width: 7rem; }

    .path { font: 0.92em/1.45 var(--mono); overflow-wrap: anywhere; }
    .path .dir, .path .member { color: var(--muted); }
    .path b { display: inline-block; max-width: 100%; font-weight: 650; color: var(--ink); }
    a:has(.path) { text-decoration: none; }
    a .path b { color: var(--accent); text-decoration: underline; text-decoration-color: #9fb4cc; }
    a:hover .path b { text-decoration-color: currentcolor; }
    .rank { color: var(--muted); }
    .tags { list-style: none; padding: 0; }
    .tags li { display: flex; justify-content: space-between; gap: 1rem; }
    td.file { min-width: 15rem; }
    .files td { padding-block: 0.6rem; }
    .files td:nth-child(4) { width: 17rem; }
    .band {
      display: inline-block; min-width: 4.2em; padding: 0.05em 0.6em; border-radius: 1em;
      font-size: 0.85rem; font-weight: 650; text-align: center;
    }
    .high { background: var(--high-bg); color: var(--high); }
    .medium { background: var(--medium-bg); color: var(--medium); }
    .low { background: var(--low-bg); color: var(--low); }
    .plain { padding-left: 0; list-style: none; }
    .plain li { padding: 0.2rem 0; }
    .plain small { margin-left: 0.75rem; }

    summary { cursor: pointer; color: var(--accent); padding: 0.3rem 0; }
    details.file { border-bottom: 1px solid var(--line); }
    details.file > summary { display: flex; gap: 0.9rem; align-items: baseline; padding: 0.5rem 0; }
    details.file > summary::before { content: "+"; width: 0.7em; color: var(--muted); }
    details.file[open] > summary::before { content: "–"; }
    details.file > summary::-webkit-details-marker { display: none; }
    details.file > summary .path { flex: 1; }
    details.file .rank { min-width: 1.6em; text-align: right; }
    .body { padding: 0 0 1.25rem 1.6rem; scroll-margin-top: 4rem; }
    .about { color: var(--muted); font-size: 0.85rem; margin-top: 0.15rem; }
    .about strong { color: var(--medium); font-weight: 600; }
    .gaps td:first-child { width: 50%; }
    .examples td:first-child { width: 22%; }
    .examples td:nth-child(2) { width: 24%; }
    .examples td:nth-child(3) { width: 8rem; }

    .guide dt { font-size: 1rem; font-weight: 650; color: var(--ink); margin-top: 0.9rem; }
    .guide dd { max-width: 44rem; }
    #guide li { margin-top: 0.4rem; }
    .signatures {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 3rem;
    }
    .sign-block dl { display: grid; grid-template-columns: 7rem 1fr; }
    .sign-block dt { padding-top: 1.3rem; }
    .sign-block dd { border-bottom: 1px solid var(--ink); }
    .sign-block dt:last-of-type { padding-top: 3.6rem; }
    .agreed dl { grid-template-columns: 13rem 1fr; }
    .agreed dt:last-of-type { padding-top: 1.3rem; }

    @media (max-width: 44rem) {
      .stack thead {
        position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden;
      }
      .stack, .stack tbody, .stack tr, .stack td { display: block; width: auto !important; }
      .stack tr { padding: 0.6rem 0; }
      .stack td { padding: 0.1rem 0 0.1rem 6.5rem; text-align: left; white-space: normal; }
      .stack td { min-width: 0; }
      .stack td:empty { display: none; }
      .stack td::before {
        content: attr(data-label); float: left; width: 6rem; margin-left: -6.5rem;
        color: var(--muted); font-size: 0.85rem;
      }
      .files thead, .kinds thead { display: none; }
      .files tr {
        display: grid; grid-template-columns: auto 1fr; gap: 0.3rem 0.6rem; padding: 0.7rem 0;
      }
      .files td { padding: 0; }
      .files td:nth-child(n + 3) { grid-column: 1 / -1; width: auto; }
      .kinds tr {
        display: grid; grid-template-columns: 1.5fr 1.2fr 1fr 1fr 0.7fr; padding: 0.5rem 0;
      }
      .kinds th { grid-column: 1 / -1; padding: 0; }
      .kinds td, .kinds td.num { width: auto; padding: 0.2rem 0 0; text-align: left; }
      .kinds td::before {
        content: attr(data-label); display: block; color: var(--muted); font-size: 0.72rem;
        font-weight: 400;
      }
      .kinds td:empty::before { content: none; }
      .tags li { justify-content: flex-start; gap: 0.5rem; }
      .body { padding-left: 0; }
      .sum { flex-direction: column; gap: 0; }
      .sum div {
        flex-direction: row; justify-content: space-between; align-items: baseline;
        padding: 0.2rem 0; border-bottom: 1px solid var(--line);
      }
      .sum dt { font-size: 1rem; }
      .sum dd { font-size: 1.4rem; }
    }
    @media print {
      @page {
        size: A4; margin: 18mm 16mm 20mm;
        @bottom-right {
          content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #566270;
        }
      }
      html { font-size: 9.25pt; }
      body { max-width: none; padding: 0; }
      p, li, .guide dd { max-width: none; }
      h2, h3, h4, dt, thead { break-after: avoid; }
      section { margin-top: 2rem; padding-top: 1rem; }
      tr, dd, .sum, .short, .class, .sign-block, #signature { break-inside: avoid; }
      .facts { grid-template-columns: repeat(3, 1fr); }
      nav, .screen, details:not([open]), #details:not(:has(details[open])) { display: none; }
      details.file > summary::before { display: none; }
      a, a .path b { color: inherit; text-decoration: none; }
      .bar, .band, .notice, .sum dt::before {
        -webkit-print-color-adjust: exact; print-color-adjust: exact;
      }
    }
    """
}
