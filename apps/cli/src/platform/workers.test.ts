import { serviceNames } from '@daiko/contracts';
import { type Ports, workerPorts } from '@daiko/servers';
import { describe, expect, it } from '@jest/globals';
import { UsageProblem } from '../client/connection.js';
import { readWorkers, serviceProcesses } from './workers.js';

const services = { intake: 1, inspection: 2, routing: 3, billing: 4, audit: 5, identity: 6 };
const ports = { frontDoor: 100, services } as Ports;

describe('several processes of one service', () => {
  it('one process each where nothing is said, at the ports of the services', () => {
    const processes = serviceProcesses({}, ports);
    expect(processes.map(({ name }) => name)).toEqual([...serviceNames]);
    expect(processes.every(({ service, port }) => services[service] === port)).toBe(true);
  });

  it('the others have names and ports of their own, even where all that can be are wanted', () => {
    const processes = serviceProcesses(readWorkers('inspection=4,routing=4'), ports);
    expect(processes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['inspection', 'inspection-2', 'inspection-4', 'routing-4']),
    );
    expect(new Set(processes.map(({ name }) => name)).size).toBe(serviceNames.length + 6);
    expect(new Set(processes.map(({ port }) => port)).size).toBe(serviceNames.length + 6);
    expect(workerPorts(ports)).toEqual(
      expect.arrayContaining([processes.find((p) => p.name === 'routing-4')!.port]),
    );
  });

  it.each(['intake=2', 'inspection=0', 'inspection=5', 'inspection', '', 'inspection=2;routing=2'])(
    'refuses %p',
    (text) => expect(() => readWorkers(text)).toThrow(UsageProblem),
  );
});
