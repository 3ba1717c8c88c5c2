import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Allow,
  type Caller,
  createCredential,
  CurrentCaller,
  parseAuthorization,
  PartnerDirectory,
} from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { defineConfig, defineService, type ServiceDefinition } from '@daiko/service';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import { Controller, Get, Module } from '@nestjs/common';
import { definition } from '../src/main.js';
import { OperatorBootstrap } from '../src/operator/operator-bootstrap.js';

@Controller('v1/bundles')
class BundlesController {
  @Get()
  @Allow('bundle:read')
  list(@CurrentCaller() caller: Caller): object {
    return { number: caller.number };
  }
}

@Module({ controllers: [BundlesController] })
class NeighbourModule {}

/** A service that has nothing of its own but a door for insurers. */
const neighbourDefinition: ServiceDefinition<Record<string, never>> = defineService({
  name: 'routing',
  config: defineConfig({}),
  migrationsFolder: join(import.meta.dirname, 'no-migrations'),
  module: () => NeighbourModule,
});

const insurer = { kind: 'insurer', number: '06139463', label: '健保組合' };

describe('the partner directory', () => {
  let identity: TestService;
  let neighbour: TestService;
  let operator: TestPartner;
  let fileText: string;

  beforeAll(async () => {
    const { credentialId, bearerKey, verifier } = createCredential();
    fileText = JSON.stringify({ credentialId, verifier });
    identity = (await startTestService(definition, {
      config: { DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE: fileText },
    })) as unknown as TestService;
    operator = { partnerId: '', number: 'operator', credentialId, bearerKey };
    neighbour = (await startTestService(neighbourDefinition, {
      beside: identity,
      isDirectoryConfirmed: false,
    })) as unknown as TestService;
  });
  afterAll(async () => {
    await neighbour?.stop();
    await identity?.stop();
  });

  const asKey = (bearerKey: string): TestPartner => ({
    partnerId: '',
    number: '',
    credentialId: '',
    bearerKey,
  });
  const askNeighbour = async (bearerKey: string) =>
    (await neighbour.call('/v1/bundles', { as: asKey(bearerKey) })).status;

  async function addPartner(partner: object): Promise<{ bearerKey: string; credentialId: string }> {
    const response = await identity.call('/v1/partners', { as: operator, json: partner });
    expect(response.status).toBe(201);
    const { credential } = (await response.json()) as {
      credential: { bearerKey: string; credentialId: string };
    };
    return credential;
  }

  it('lets the operator of the verifier file in, and nobody else', async () => {
    expect((await identity.call('/v1/partners', { as: operator })).status).toBe(200);
    const stranger = asKey(createCredential().bearerKey);
    const refused = await identity.call('/v1/partners', { as: stranger });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'access.credential-unknown' });
  });

  it('carries a new partner to another service, which then accepts its key and tells kinds apart', async () => {
    const { bearerKey } = await addPartner(insurer);
    await waitFor(async () => (await askNeighbour(bearerKey)) === 200);
    const provider = await addPartner({ kind: 'provider', number: '1311234566', label: '健診機関' });
    await waitFor(async () => (await askNeighbour(provider.bearerKey)) === 403);
    const messages = identity.received('identity.partner.changed.v1');
    const { secret } = parseAuthorization(`Bearer ${bearerKey}`)!;
    expect(JSON.stringify(messages)).not.toContain(secret);
  });

  it('keeps an old key valid beside the new one until it is revoked, then refuses it at once', async () => {
    const first = await addPartner({ ...insurer, number: '01130012' });
    await waitFor(async () => (await askNeighbour(first.bearerKey)) === 200);
    const path = '/v1/partners/01130012/credentials';
    const rotated = await identity.call(path, { as: operator, json: { graceHours: 1 } });
    expect(rotated.status).toBe(201);
    const { credential } = (await rotated.json()) as { credential: { bearerKey: string } };
    await waitFor(async () => (await askNeighbour(credential.bearerKey)) === 200);
    expect(await askNeighbour(first.bearerKey)).toBe(200);
    const third = await identity.call(path, { as: operator, json: {} });
    expect(await third.json()).toMatchObject({ code: 'identity.two-credentials', status: 409 });
    await identity.call(`${path}/${first.credentialId}`, { as: operator, method: 'DELETE' });
    await waitFor(async () => (await askNeighbour(first.bearerKey)) === 401);
    expect(await askNeighbour(credential.bearerKey)).toBe(200);
  });

  it('suspends a partner everywhere and lets it back in', async () => {
    const { bearerKey } = await addPartner({ ...insurer, number: '06130017' });
    await waitFor(async () => (await askNeighbour(bearerKey)) === 200);
    const suspension = '/v1/partners/06130017/suspension';
    await identity.call(suspension, { as: operator, method: 'POST' });
    await waitFor(async () => (await askNeighbour(bearerKey)) === 403);
    await identity.call(suspension, { as: operator, method: 'DELETE' });
    await waitFor(async () => (await askNeighbour(bearerKey)) === 200);
  });

  it('ignores a partner of an older version that arrives late', async () => {
    const { bearerKey } = await addPartner({ ...insurer, number: '06130025' });
    await waitFor(async () => (await askNeighbour(bearerKey)) === 200);
    await identity.call('/v1/partners/06130025', { as: operator, method: 'PATCH', json: { label: 'new' } });
    const numbered = (version: number) =>
      identity
        .received('identity.partner.changed.v1')
        .find(({ data }) => data.number === '06130025' && data.version === version);
    const old = await waitFor(() => numbered(1));
    await waitFor(() => numbered(2));
    await identity.publish('identity.partner.changed.v1', old.subject, { ...old.data, label: 'old' });
    const later = await addPartner({ ...insurer, number: '06130033' });
    await waitFor(async () => (await askNeighbour(later.bearerKey)) === 200);
    const rows = await neighbour.database.query('SELECT label FROM partner WHERE number = $1', ['06130025']);
    expect(rows).toEqual([{ label: 'new' }]);
  });

  it('refuses what could not work: taken and wrong numbers, unknown fields, losing the last operator', async () => {
    const codeOf = async (path: string, json: object, method = 'POST') => {
      const response = await identity.call(path, { as: operator, json, method });
      const body = (await response.json()) as { code?: string };
      return body.code ?? String(response.status);
    };
    await addPartner({ ...insurer, number: '06130041' });
    expect(await codeOf('/v1/partners', { ...insurer, number: '06130041' })).toBe('identity.partner-exists');
    expect(await codeOf('/v1/partners', { ...insurer, number: '06139464' })).toBe('identity.number-invalid');
    expect(await codeOf('/v1/partners', { ...insurer, secret: 'x' })).toBe('service.request-invalid');
    expect(await codeOf('/v1/partners', { number: '06139464' })).toBe('service.request-invalid');
    expect(await codeOf('/v1/partners/operator/suspension', {})).toBe('identity.last-operator');
    const path = `/v1/partners/operator/credentials/${operator.credentialId}`;
    expect(await codeOf(path, {}, 'DELETE')).toBe('identity.last-operator');
    expect(await codeOf('/v1/partners/9999999999', { label: 'x' }, 'PATCH')).toBe('identity.partner-unknown');
    const empty = ['label', 'mayActFor', 'limits', 'hasWatchFolder'].map((name) => ({ [name]: null }));
    for (const change of empty)
      expect(await codeOf('/v1/partners/06130041', change, 'PATCH')).toBe('service.request-invalid');
  });

  it('leaves a mark of every change and every refusal', async () => {
    const marks = await waitFor(() => {
      const found = identity.received('identity.access.recorded.v1').map(({ data }) => data);
      const isThere = (action: string, outcome: string) =>
        found.some((mark) => mark.action === action && mark.outcome === outcome);
      return isThere('partner:change', 'allowed') && isThere('partner:read', 'denied') ? found : null;
    });
    expect(marks.filter(({ objectId }) => objectId === '01130012').length).toBeGreaterThanOrEqual(3);
  });

  it('gives the whole directory to a service that starts with an empty copy', async () => {
    const { bearerKey } = await addPartner({ ...insurer, number: '06130058' });
    const late = await startTestService(
      { ...neighbourDefinition, name: 'billing' } as typeof neighbourDefinition,
      { beside: identity, isDirectoryConfirmed: false },
    );
    try {
      await identity.publish('identity.directory.confirmed.v1', 'directory', {
        confirmedAt: new Date().toISOString(),
        partnerCount: 1,
      });
      await waitFor(async () => (await late.call('/v1/bundles', { as: asKey(bearerKey) })).status === 200);
    } finally {
      await late.stop();
    }
  });

  it('publishes the directory once for all services that ask within a moment', async () => {
    const { bearerKey } = await addPartner({ ...insurer, number: '06130066' });
    await waitFor(async () => (await askNeighbour(bearerKey)) === 200);
    const published = () =>
      identity.received('identity.partner.changed.v1').filter(({ data }) => data.number === '06130066')
        .length;
    const before = published();
    const requests = Array.from({ length: 20 }, () =>
      identity.publish('routing.directory.requested.v1', 'routing', {
        knownPartnerCount: 0,
        requestedAt: new Date().toISOString(),
      }),
    );
    await Promise.all(requests);
    await waitFor(() => published() > before);
    const last = await addPartner({ ...insurer, number: '06130074' });
    await waitFor(async () => (await askNeighbour(last.bearerKey)) === 200);
    expect(published() - before).toBeLessThanOrEqual(2);
  });

  it('lets no key of the verifier file back in that was rotated away, but a new one', async () => {
    const [suspend, rotate] = ['/v1/partners/operator/suspension', '/v1/partners/operator/credentials'];
    const startAgain = (verifierText: string) =>
      new OperatorBootstrap(
        identity.app.get(UnitOfWork, { strict: false }),
        identity.app.get(PartnerDirectory, { strict: false }),
        identity.context,
        verifierText,
      ).onModuleInit();
    const statusOf = async (bearerKey: string) =>
      (await identity.call('/v1/partners', { as: asKey(bearerKey) })).status;
    const second = await addPartner({ kind: 'operator', number: 'second', label: 'second' });
    const rotated = await identity.call(rotate, { as: operator, json: { graceHours: 0 } });
    const { credential } = (await rotated.json()) as { credential: { bearerKey: string } };
    const old = `${rotate}/${operator.credentialId}`;
    await identity.call(old, { as: asKey(credential.bearerKey), json: {}, method: 'DELETE' });
    await startAgain(fileText);
    expect([await statusOf(operator.bearerKey), await statusOf(credential.bearerKey)]).toEqual([401, 200]);

    await identity.call(suspend, { as: asKey(second.bearerKey), json: {} });
    await startAgain(fileText);
    expect(await statusOf(credential.bearerKey)).toBe(403);

    const { credentialId, verifier, bearerKey } = createCredential();
    await startAgain(JSON.stringify({ credentialId, verifier }));
    expect([await statusOf(bearerKey), await statusOf(credential.bearerKey)]).toEqual([200, 401]);
  });
});

describe('a copy of the directory that identity has not confirmed for 24 hours', () => {
  it('refuses everybody until it is confirmed again', async () => {
    let now = new Date('2026-11-24T00:00:00Z');
    const service = await startTestService(neighbourDefinition, { now: () => now });
    try {
      const partner = await service.testPartner({ kind: 'insurer', number: '06139463' });
      const ask = async () => (await service.call('/v1/bundles', { as: partner })).status;
      expect(await ask()).toBe(200);
      now = new Date('2026-11-25T00:00:01Z');
      const refused = await service.call('/v1/bundles', { as: partner });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('60');
      await service.publish('identity.directory.confirmed.v1', 'directory', {
        confirmedAt: now.toISOString(),
        partnerCount: 1,
      });
      await waitFor(async () => (await ask()) === 200);
    } finally {
      await service.stop();
    }
  });
});
