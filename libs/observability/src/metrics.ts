import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const durationBucketsSeconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
type MetricName = `daiko_${string}`;

/** The process's metrics. Asking for the same name again gives the same metric. Labels are codes, never ids. */
export class Metrics {
  readonly registry = new Registry();
  private hasDefaults = false;

  counter<L extends string = string>(
    name: MetricName,
    help: string,
    labelNames: readonly L[] = [],
  ): Counter<L> {
    return this.find(name, () => new Counter<L>({ name, help, labelNames, registers: [this.registry] }));
  }

  gauge<L extends string = string>(name: MetricName, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return this.find(name, () => new Gauge<L>({ name, help, labelNames, registers: [this.registry] }));
  }

  /** `buckets` in the unit of the name; seconds by default. */
  histogram<L extends string = string>(
    name: MetricName,
    help: string,
    labelNames: readonly L[] = [],
    buckets: readonly number[] = durationBucketsSeconds,
  ): Histogram<L> {
    return this.find(
      name,
      () => new Histogram<L>({ name, help, labelNames, buckets: [...buckets], registers: [this.registry] }),
    );
  }

  /** Adds the default metrics of Node and labels everything with the service. Call once at start. */
  describeProcess(service: string): void {
    this.registry.setDefaultLabels({ service });
    if (this.hasDefaults) return;
    this.hasDefaults = true;
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Prometheus text for `GET /metrics`. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private find<M>(name: string, create: () => M): M {
    return (this.registry.getSingleMetric(name) as M | undefined) ?? create();
  }
}

export const metrics = new Metrics();
