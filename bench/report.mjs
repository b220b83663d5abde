/** The bench as text: each figure beside its target and as a multiple of its baseline. */
export function report(figures) {
  const { node, load } = figures;
  return [
    `node ${node}, load ${load.join(' ')}`,
    ...('syntheses' in figures ? synthReport(figures) : []),
    ...('halls' in figures ? hallReport(figures.halls) : []),
    ...('rehearsals' in figures ? rehearsalReport(figures.rehearsals) : []),
  ].join('\n');
}

/** Beside what loading the construct library alone costs. */
function synthReport({ runs, baselines, syntheses, sizes }) {
  const loading = baselines.at(-1).cpuSeconds;
  const rows = [...baselines, ...syntheses].map(({ name, cpuSeconds, rssMb, target }) => [
    name,
    `${cpuSeconds.toFixed(2)} s`,
    target === undefined ? '' : `${target.cpuSeconds.toFixed(1)} s`,
    `${(cpuSeconds / loading).toFixed(1)}x`,
    `${Math.round(rssMb)} MB`,
    target?.rssMb === undefined ? '' : `${target.rssMb} MB`,
    target === undefined ? '' : verdict({ cpuSeconds, rssMb }, target),
  ]);
  return [
    '',
    `medians of ${runs} runs`,
    '',
    columns([['case', 'CPU', 'target', 'of loading', 'memory', 'target', ''], ...rows]),
    '',
    columns([
      ['accelerators in one pool', 'stacks', 'resource blocks', 'Terraform'],
      ...sizes.map((size) => [
        size.accelerators.toLocaleString('en-US'),
        String(size.stacks),
        String(size.resourceBlocks),
        `${size.kilobytes} KB`,
      ]),
    ]),
  ];
}

/** Beside what loading the construct library alone costs, and by the accelerator: what is linear keeps that figure. */
function hallReport({ runs, loading, halls }) {
  const rows = halls.map(({ accelerators, cpuSeconds, rssMb, target }) => [
    accelerators.toLocaleString('en-US'),
    `${cpuSeconds.toFixed(2)} s`,
    target === undefined ? '' : `${target.cpuSeconds} s`,
    `${(cpuSeconds / loading.cpuSeconds).toFixed(0)}x`,
    `${((cpuSeconds / accelerators) * 1e6).toFixed(0)} µs`,
    `${Math.round(rssMb)} MB`,
    target?.rssMb === undefined ? '' : `${target.rssMb} MB`,
    target === undefined ? '' : verdict({ cpuSeconds, rssMb }, target),
  ]);
  return [
    '',
    `owned halls, medians of ${runs} runs; loading the construct library takes ${loading.cpuSeconds.toFixed(2)} s`,
    '',
    columns([['accelerators', 'CPU', 'target', 'of loading', 'CPU of one', 'memory', 'target', ''], ...rows]),
  ];
}

/** Beside what the engine takes to say its version. */
function rehearsalReport(rehearsals) {
  if (rehearsals === undefined) return ['', 'no rehearsals: neither terraform nor tofu is on the PATH'];
  const rows = rehearsals.cases.map(({ name, objects, seconds, ofVersion, cpuSeconds, rssMb, target }) => [
    name,
    objects === undefined ? '' : objects.toLocaleString('en-US'),
    `${seconds.toFixed(seconds < 1 ? 2 : 0)} s`,
    target === undefined ? '' : `${target.seconds} s`,
    `${Math.round(ofVersion).toLocaleString('en-US')}x`,
    cpuSeconds === undefined ? '' : `${Math.round(cpuSeconds)} s`,
    rssMb === undefined ? '' : `${Math.round(rssMb)} MB`,
    target === undefined ? '' : verdict({ seconds, rssMb }, target),
  ]);
  return [
    '',
    rehearsals.engine,
    '',
    columns([['case', 'objects', 'wall', 'target', 'of version', 'CPU', 'memory of the host', ''], ...rows]),
  ];
}

function verdict(figures, targets) {
  return Object.entries(targets).every(([name, target]) => figures[name] <= target) ? 'kept' : 'MISSED';
}

function columns(rows) {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows
    .map((row) =>
      row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index]))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}
