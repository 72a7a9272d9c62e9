package org.officeos.hil.timeline;

/** How the page looks, in light and in dark. */
final class Style {

  static final String SHEET =
      """
      :root { --paper: #fff; --ink: #1d2127; --soft: #667080; --line: #dfe3e8; --bar0: #d9e5f4;
        --bar1: #c3d5ec; --event: #8a4b00; --note: #667080; --bad: #b3261e; --badback: #fdecea;
        --good: #1c7c3c; --search: #7f8fa3; --agree: #c26a00; --admit: #7a3fbf; --traffic: #1668c1;
        --leave: #b3261e; --other: #9aa3ad; }
      @media (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e4e7eb;
        --soft: #98a2b0; --line: #2b3138; --bar0: #24405f; --bar1: #2d5077; --event: #ffb65c;
        --note: #98a2b0; --bad: #ff8a80; --badback: #3a1d1b; --good: #7bd694; --search: #8fa0b5;
        --agree: #ffa94d; --admit: #c79bff; --traffic: #6cb2ff; --leave: #ff8a80;
        --other: #747d88; } }
      body { background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif;
        margin: 1.2rem auto; max-width: 1400px; padding: 0 1rem; }
      h1 { font-size: 1.35rem; } h2 { font-size: 1rem; margin: 0 0 .3rem; }
      section { border-top: 1px solid var(--line); margin-top: 1.4rem; padding-top: 1rem; }
      table { border-collapse: collapse; } td, th { padding: .12rem .8rem .12rem 0;
        text-align: left; vertical-align: top; } th { color: var(--soft); font-weight: 500; }
      .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      a { color: inherit; } tr.passed td:first-child, h2 .passed { color: var(--good); }
      tr.failed td:first-child, h2 .failed { color: var(--bad); font-weight: 600; }
      .skipped { color: var(--soft); }
      .reason { color: var(--soft); margin: 0 0 .4rem; }
      .reason.failed, .trouble { background: var(--badback); border-left: 4px solid var(--bad);
        color: var(--ink); padding: .3rem .6rem; overflow-wrap: anywhere; }
      .legend { color: var(--soft); } .legend span { margin-right: .9rem; white-space: nowrap; }
      .legend svg { height: .75em; width: .75em; }
      .wide { overflow-x: auto; } .chart { display: block; min-width: 900px; width: 100%; }
      details { color: var(--soft); margin-top: .4rem; }
      svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
      svg .who { font-size: 13px; font-weight: 600; } svg .kind { fill: var(--ink); }
      svg .count, svg .end { text-anchor: end; } svg .count, svg .took { fill: var(--soft); }
      svg .tick { fill: var(--soft); text-anchor: middle; }
      .grid { stroke: var(--line); } .s0 { fill: var(--bar0); } .s1 { fill: var(--bar1); }
      .event path { fill: var(--event); } .note path { fill: var(--note); }
      .note text { fill: var(--soft); }
      .failure path { stroke: var(--bad); stroke-width: 4; fill: none; }
      .f-search rect { fill: var(--search); } .f-agree rect { fill: var(--agree); }
      .f-admit rect { fill: var(--admit); } .f-traffic rect { fill: var(--traffic); }
      .f-leave rect { fill: var(--leave); } .f-other rect { fill: var(--other); }
      """;

  private Style() {}
}
