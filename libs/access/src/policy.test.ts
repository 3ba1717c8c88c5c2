import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openApiParts } from '@daiko/contracts';
import { type Action, mayDo, partnerKinds, policy } from './policy.js';

const root = join(import.meta.dirname, '../../..');
const everyService = 6;
const described = new Set(openApiParts.map(({ tag }) => tag));

/** Actions named in an `@Allow(…)` of the given folders. */
function allowedIn(pattern: string): Set<string> {
  const sources = globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/@Allow\(([^)]*)\)/g)].map(([, list]) => list ?? ''),
  );
  return new Set(
    named.flatMap((list) => [...list.matchAll(/'([a-z:-]+)'/g)].map(([, action]) => action ?? '')),
  );
}

describe('the policy', () => {
  const rows = Object.entries(policy) as [Action, (typeof policy)[Action]][];

  it('has a door for every action, in every service that the row names', () => {
    const shared = allowedIn('libs/service/src/**/*.controller.ts');
    const missing = rows.flatMap(([action, { services }]) => {
      if (services.length === everyService) return shared.has(action) ? [] : [action];
      return services
        .filter((service) => {
          const doors = allowedIn(`apps/${service}/src/**/*.controller.ts`);
          // A service whose API is not described yet is not there yet.
          return described.has(service) && !doors.has(action);
        })
        .map((service) => `${service}: ${action}`);
    });
    expect(missing).toEqual([]);
  });

  it('knows every action that a door names', () => {
    const named = [...allowedIn('{apps,libs}/*/src/**/*.controller.ts')];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((action) => !(action in policy))).toEqual([]);
  });

  it('gives partners nothing that reaches beyond their own, and operators nothing that is a partner act', () => {
    const of = (kind: (typeof partnerKinds)[number]) =>
      rows.map(([action]) => action).filter((action) => mayDo(kind, action));
    expect(of('provider').sort()).toEqual([
      'payment-notice:read',
      'receipt:read',
      'return:acknowledge',
      'return:read',
      'submission:read',
      'submission:send',
    ]);
    expect(of('insurer').sort()).toEqual([
      'bundle:acknowledge',
      'bundle:read',
      'bundle:refuse',
      'invoice:read',
      'master:import',
      'master:read',
      'question:answer',
      'question:read',
      'receipt:read',
      'submission:read',
      'submission:send',
    ]);
    expect(of('operator')).not.toEqual(expect.arrayContaining(['submission:send']));
    expect(of('operator')).not.toEqual(expect.arrayContaining(['bundle:acknowledge']));
  });

  it('says in Japanese and English what each action is', () => {
    for (const [action, row] of rows) {
      expect(action).toMatch(/^[a-z][a-z-]*:[a-z][a-z-]*$/);
      expect(row.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(row.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
