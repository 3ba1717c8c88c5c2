// docs/metrics.md: every metric, read from the sources: metrics.counter('name', 'help', ['label']).
import { notice, paths, table, text } from './workspace.mjs';

const declaration =
  /\b(counter|gauge|histogram)\(\s*'(daiko_[a-z_]+)',\s*(?:'([^']*)'|"([^"]*)"),?\s*(?:\[([^\]]*)\])?/g;

export async function metrics() {
  const rows = new Map();
  for (const path of await paths('{apps,libs}/*/src/**/*.ts')) {
    if (path.endsWith('.test.ts')) continue;
    const [folder, name] = path.split('/');
    for (const [, kind, metric, single, double, labels = ''] of (await text(path)).matchAll(declaration)) {
      const words = [...labels.matchAll(/'([^']+)'/g)].map(([, label]) => `\`${label}\``).join(', ');
      const owner = folder === 'apps' ? name : 'every service';
      rows.set(metric, [`\`${metric}\``, kind, words, owner, single ?? double]);
    }
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const content = [
    '# Metrics',
    notice,
    'At `GET /metrics` of each service, on the loopback interface, for Prometheus; beside them the usual `process_*` and `nodejs_*`. No label ' +
      'carries what belongs to a person or a partner. What to watch: [install](operations/install.md#what-to-watch).',
    table(['Metric', 'Kind', 'Labels', 'Where', 'Meaning'], sorted),
  ];
  return { 'docs/metrics.md': content.join('\n\n') };
}
