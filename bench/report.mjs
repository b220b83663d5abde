/** The bench as text: each figure beside its target and as a multiple of what loading the construct library alone costs. */
export function report({ node, runs, baselines, syntheses, sizes }) {
  const loading = baselines.at(-1).cpuSeconds;
  const rows = [...baselines, ...syntheses].map(({ name, cpuSeconds, rssMb, target }) => [
    name,
    `${cpuSeconds.toFixed(2)} s`,
    target === undefined ? '' : `${target.cpuSeconds.toFixed(1)} s`,
    `${(cpuSeconds / loading).toFixed(1)}x`,
    `${Math.round(rssMb)} MB`,
    target?.rssMb === undefined ? '' : `${target.rssMb} MB`,
    target === undefined ? '' : verdict(cpuSeconds, rssMb, target),
  ]);
  return [
    `node ${node}, medians of ${runs} runs`,
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
  ].join('\n');
}

function verdict(cpuSeconds, rssMb, target) {
  return cpuSeconds <= target.cpuSeconds && rssMb <= (target.rssMb ?? Number.POSITIVE_INFINITY) ? 'kept' : 'MISSED';
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
