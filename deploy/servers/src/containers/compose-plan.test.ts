import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { portsFrom } from '../ports.js';
import {
  composeServices,
  composeWords,
  containerEndpoints,
  parseContainerStates,
  projectOf,
  publishedPorts,
  renderEnvironment,
} from './compose-plan.js';
import { parseDeath } from './death-watch.js';
import { dockerEnvironment } from './docker-command.js';
import { engineProblem } from './engine-problem.js';
import { isComposeRecent } from './examine-engine.js';
import { signaturesIn } from './server-probe.js';

const composeFile = readFileSync(join(import.meta.dirname, '../../../../docker-compose.yml'), 'utf8');
const secrets = {
  postgres: 'first',
  rabbitmq: 'second',
  objectStore: 'third',
  swiftHashSuffix: '',
  erlangCookie: '',
};

describe('what Docker is told', () => {
  it('names project, file and passwords of one checkout, and another for another', () => {
    const plan = { project: projectOf('/one'), composeFile: '/c/x.yml', environmentFile: '/one/.env' };
    expect(composeWords(plan, 'up', '--detach').join(' ')).toBe(
      `compose --progress quiet --project-name ${plan.project} --file /c/x.yml --env-file /one/.env up --detach`,
    );
    expect(plan.project).toMatch(/^daiko-[0-9a-f]{12}$/);
    expect(projectOf('/two')).not.toBe(plan.project);
  });

  it('has a value for every setting that docker-compose.yml reads, and no other', () => {
    const read = [...composeFile.matchAll(/\$\{(DAIKO_\w+)/g)].map(([, name]) => name);
    const given = renderEnvironment(portsFrom(10_240), secrets)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('=')[0]);
    expect(given.sort()).toEqual([...new Set(read)].sort());
  });

  it('knows every service of docker-compose.yml by its role', () => {
    const services = composeFile.slice(composeFile.indexOf('\nservices:'), composeFile.indexOf('\nconfigs:'));
    const names = [...services.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
    expect(Object.values(composeServices).sort()).toEqual(names.sort());
  });

  it('takes the endpoints from the ports that are published, each once', () => {
    const ports = portsFrom(10_240);
    const published = Object.values(publishedPorts(ports));
    expect(new Set(published).size).toBe(published.length);
    const { postgres, rabbitmq, objectStore, clamav } = containerEndpoints(ports, secrets, 'official');
    expect(published).toEqual(expect.arrayContaining([postgres.port, objectStore.port, clamav.port]));
    expect(rabbitmq.url).toBe(`amqp://daiko:second@127.0.0.1:${ports.rabbitmq}`);
  });

  it('keeps settings of ours and of Compose out of its surroundings', () => {
    const kept = dockerEnvironment({
      PATH: '/bin',
      DOCKER_HOST: 'unix:///x',
      COMPOSE_FILE: 'y',
      DAIKO_CLAMAV_PORT: '1',
    });
    expect(kept).toEqual({ PATH: '/bin', DOCKER_HOST: 'unix:///x' });
  });
});

describe('what Docker answers', () => {
  it('about containers is read from one object a line and from one array', () => {
    const one = { Service: 'postgres', State: 'running', Health: 'healthy', ExitCode: 0 };
    const two = { Service: 'minio', State: 'exited', ExitCode: 1 };
    const expected = [
      { service: 'postgres', state: 'running', health: 'healthy', exitCode: 0 },
      { service: 'minio', state: 'exited', health: '', exitCode: 1 },
    ];
    expect(parseContainerStates(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`)).toEqual(expected);
    expect(parseContainerStates(JSON.stringify([one, two]))).toEqual(expected);
    expect(parseContainerStates('')).toEqual([]);
  });

  it('about a container that ended is heard, all else is not', () => {
    const attributes = { 'com.docker.compose.service': 'rabbitmq', exitCode: '137' };
    const line = (status: string) => JSON.stringify({ status, Actor: { Attributes: attributes } });
    expect(parseDeath(line('die'))).toEqual({ service: 'rabbitmq', reason: 'exit 137' });
    expect(parseDeath(line('start'))).toBeUndefined();
    expect(parseDeath('{"status":"die"}')).toBeUndefined();
    expect(parseDeath('half a li')).toBeUndefined();
  });

  it.each([
    ['2.23.1', true],
    ['v2.40.3-desktop.1', true],
    ['5.0.0', true],
    ['2.23.0', false],
    ['2.9.9', false],
    ['1.29.2', false],
    ['', false],
  ])('as version of Compose, %s, is new enough: %s', (version, isRecent) => {
    expect(isComposeRecent(version)).toBe(isRecent);
  });

  it.each([
    ['write /x: no space left on device', 'disk-full'],
    ['Bind for 127.0.0.1:5432 failed: port is already allocated', 'port-taken'],
    ['something else', 'server-failed'],
  ])('in anger becomes a problem with a remedy: %s', (stderr, code) => {
    expect(engineProblem('compose up', stderr)).toMatchObject({ code });
  });

  it('names the port that is taken', () => {
    const stderr = 'Error response from daemon: Bind for 127.0.0.1:5432 failed: port is already allocated';
    expect(engineProblem('compose up', stderr).en).toContain('5432');
  });

  it.each([
    ['ClamAV 1.4.3/27800/Mon Nov 23 09:00:00 2026', 'official'],
    ['ClamAV 1.4.3', 'test-only'],
    ['', 'test-only'],
  ])('about signatures is believed only with a database loaded: %s', (version, signatures) => {
    expect(signaturesIn(version)).toBe(signatures);
  });
});
