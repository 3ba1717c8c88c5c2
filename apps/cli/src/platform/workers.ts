import { type ServiceName, serviceNames } from '@daiko/contracts';
import type { Ports } from '@daiko/servers';
import { workerPorts } from '@daiko/servers';
import { UsageProblem } from '../client/connection.js';

/** How many processes each service has; one where nothing is said. */
export type Workers = Readonly<Partial<Record<ServiceName, number>>>;

/** One process of a service. */
export interface ServiceProcess {
  /** The service's name for the first, `inspection-2` and so on for those beside it. */
  name: string;
  service: ServiceName;
  port: number;
}

/** Services whose processes share their queues and rows; the others have one door that everybody knocks at. */
const scalable: readonly ServiceName[] = ['inspection', 'routing'];
const processesMax = 4;

/** Reads `inspection=2,routing=2`. Throws `UsageProblem` for another service or number. */
export function readWorkers(text: string): Workers {
  const workers: Partial<Record<ServiceName, number>> = {};
  for (const part of text.split(',')) {
    const [, name, count] = /^([a-z]+)=(\d)$/.exec(part) ?? [];
    const service = scalable.find((each) => each === name);
    if (service === undefined || Number(count) < 1 || Number(count) > processesMax) {
      throw new UsageProblem(
        `--workers は ${scalable.join('、')} に1から${processesMax}です（例: inspection=2,routing=2）。`,
        `--workers takes ${scalable.join(' and ')} with 1 to ${processesMax}, such as inspection=2,routing=2.`,
      );
    }
    workers[service] = Number(count);
  }
  return workers;
}

/** The processes to start, the first of each service at its own port and the others at those of workers. */
export function serviceProcesses(workers: Workers, ports: Ports): ServiceProcess[] {
  const free = workerPorts(ports).values();
  return serviceNames.flatMap((service) => [
    { name: service, service, port: ports.services[service] },
    ...Array.from({ length: (workers[service] ?? 1) - 1 }, (_, at) => ({
      name: `${service}-${at + 2}`,
      service,
      port: free.next().value!,
    })),
  ]);
}
