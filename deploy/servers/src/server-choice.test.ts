import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseServers, type EngineState, type ServerKind, type ServersSetting } from './server-choice.js';

const ready: EngineState = { state: 'ready', socketPath: '/run/docker.sock' };
const shortcomings = ['absent', 'silent', 'remote', 'compose-missing', 'compose-old'] as const;

describe('the choice of servers', () => {
  it('takes containers where an engine is ready, and native servers without a word where there is no Docker', () => {
    expect(chooseServers('auto', null, ready)).toEqual({ kind: 'docker', line: null });
    expect(chooseServers('auto', null, { state: 'absent' })).toEqual({ kind: 'native', line: null });
    expect(chooseServers('native', null, ready)).toEqual({ kind: 'native', line: null });
  });

  it.each(['silent', 'remote', 'compose-missing', 'compose-old'] as const)(
    'falls back to native servers and says why where Docker is %s',
    (state) => {
      const { kind, line } = chooseServers('auto', null, { state });
      expect(kind).toBe('native');
      expect(line?.ja).toMatch(/Docker.*。専用サーバーを使います。$/);
      expect(line?.en).toMatch(/Docker.*: the native servers are used\.$/);
    },
  );

  it('stays with what the data was begun with, and says so', () => {
    const stays = chooseServers('auto', 'native', ready);
    expect(stays.kind).toBe('native');
    expect(stays.line?.en).toContain('daiko down --purge');
    expect(chooseServers('auto', 'docker', ready)).toEqual({ kind: 'docker', line: null });
  });

  it('is a problem, never another kind, where the wish contradicts the data or its engine is gone', () => {
    expect(chooseServers('native', 'docker', ready)).toMatchObject({ code: 'servers-begun-otherwise' });
    expect(chooseServers('docker', 'native', ready)).toMatchObject({ code: 'servers-begun-otherwise' });
    for (const state of shortcomings) {
      expect(chooseServers('auto', 'docker', { state })).toMatchObject({ code: 'engine-not-ready' });
      expect(chooseServers('docker', null, { state })).toMatchObject({ code: 'engine-not-ready' });
    }
  });

  it('never starts a kind other than the one that holds the data', () => {
    const engines = fc.constantFrom<EngineState>(ready, ...shortcomings.map((state) => ({ state })));
    fc.assert(
      fc.property(
        fc.constantFrom<ServersSetting>('auto', 'native', 'docker'),
        fc.constantFrom<ServerKind>('native', 'docker'),
        engines,
        (setting, begun, engine) => {
          expect([begun, null]).toContain(chooseServers(setting, begun, engine).kind);
        },
      ),
    );
  });
});
