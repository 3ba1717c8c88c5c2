import type { BenchSummary } from './bench-report.js';

interface Bar {
  name: string;
  value: number;
  label: string;
}

const [width, barHeight, nameWidth] = [640, 22, 170];

/** The figures as one page with charts; it loads nothing. */
export function benchPage(summary: BenchSummary): string {
  const { endToEnd, latencyMs, processes, xmllint, oneSubmission } = summary;
  const cpu = Object.entries(processes).map(([name, { cpuMsPerRecord }]) => bar(name, cpuMsPerRecord, 'ms'));
  const memory = Object.entries(processes).map(([name, { peakRssMb }]) => bar(name, peakRssMb, 'MB'));
  const latency = Object.entries(latencyMs).flatMap(([name, { p50, p95, p99 }]) => [
    bar(`${name} p50`, p50, 'ms'),
    bar(`${name} p95`, p95, 'ms'),
    bar(`${name} p99`, p99, 'ms'),
  ]);
  const phases = Object.entries(oneSubmission.phasesMs).map(([name, ms]) => bar(name, ms, 'ms'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Daiko: benchmark</title>
<style>
body { font: 15px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
svg text { font: 13px system-ui, sans-serif; fill: #1a1a1a; } svg rect { fill: #2f6f8f; }
</style>
</head>
<body>
<h1>${endToEnd.recordsPerSecond} records per second</h1>
<p>${endToEnd.records} records of many partners at once, from the first upload to the last acknowledgement, median of ${endToEnd.runs} runs.
Our processes take ${endToEnd.cpuMsPerRecord} ms of CPU a record, ${endToEnd.cpuRatioToXmllint} times what
xmllint${xmllint.isValidated ? ' --schema' : ' (parsing only)'} takes (${xmllint.cpuMsPerRecord} ms);
with the servers ${endToEnd.cpuRatioToXmllintWithServers} times. ${endToEnd.writtenBytesPerRecord} bytes a record go to disk.</p>
${chart('CPU per record, by process', [...cpu, bar('xmllint', xmllint.cpuMsPerRecord, 'ms')])}
${chart('From the first byte of an upload', latency)}
${chart('One submission of all records, by phase', phases)}
${chart('Largest resident memory, by process', memory)}
</body>
</html>
`;
}

const bar = (name: string, value: number, unit: string): Bar => ({ name, value, label: `${value} ${unit}` });

function chart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const room = width - nameWidth - 110;
  const rows = bars.map(({ name, value, label }, index) => {
    const top = index * barHeight;
    const length = Math.max(1, (value / most) * room);
    return `<text x="0" y="${top + 15}">${name}</text>
<rect x="${nameWidth}" y="${top + 3}" width="${length.toFixed(1)}" height="${barHeight - 7}"/>
<text x="${(nameWidth + length + 6).toFixed(1)}" y="${top + 15}">${label}</text>`;
  });
  return `<h2>${title}</h2>
<svg role="img" aria-label="${title}" viewBox="0 0 ${width} ${bars.length * barHeight}" width="100%">
${rows.join('\n')}
</svg>`;
}
