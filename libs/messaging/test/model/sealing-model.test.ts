import { describe, expect, it } from '@jest/globals';
import { explore, follow } from './explore.js';
import { sealingModel, type SealingMutation } from './sealing-model.js';

describe('sealing and closing, in every order in which things can happen', () => {
  it('hold each record in one live bundle, deliver it once, post its yen once, and always come to their end', () => {
    const { states, violation } = explore(sealingModel());
    expect(violation).toBeNull();
    expect(states).toBeGreaterThan(10_000);
  });

  it.each<[SealingMutation, string]>([
    ['no reservation', 'a record is in at most one live bundle'],
    ['no claim of the sweeper', 'a sealed bundle has its object'],
    ['refusal after acknowledgement', 'a record is never delivered twice'],
    ['posting without waiting', 'no yen is posted twice'],
    ['closing that forgets', 'everything ends'],
  ])('with %s the check finds that "%s" breaks', (without, law) => {
    // What never ends is only known when every state is visited: without a crash there are fewer.
    const faults = law === 'everything ends' ? 0 : 1;
    const { violation } = explore(sealingModel({ without, faults }));
    expect(violation?.law).toBe(law);
  });

  it('without the state at commit a late process would seal again what was acknowledged', () => {
    const { violation } = explore(sealingModel({ without: 'no state at commit' }));
    expect(violation?.trace).toContain('sealer 1 commits');
  });
});

describe('the known anomalies, step by step', () => {
  const planned = ['record 0 is accepted', 'plan', 'sealer 0 takes bundle 0', 'sealer 0 uploads'];
  const delivered = [
    'sealer 1 takes bundle 0',
    'sealer 1 uploads',
    'sealer 1 commits',
    'bundle 0 is acknowledged',
  ];

  it('crash while sealing: the plan is taken up again, the object of the dead process is swept', () => {
    const state = follow(sealingModel(), [
      ...planned,
      'sealer 0 crashes',
      ...delivered,
      'sweeper claims object 0',
      'sweeper removes object 0',
    ]);
    expect(state.records).toEqual(['delivered']);
    expect(state.bundles).toMatchObject([{ state: 'acknowledged', object: 1 }]);
    expect(state.objects.map(({ isThere }) => isThere)).toEqual([false, true]);
  });

  it('two processes build one plan because a lease lapsed: the second finds it sealed and removes its own object', () => {
    const state = follow(sealingModel(), [...planned, ...delivered, 'sealer 0 commits']);
    expect(state.bundles).toMatchObject([{ state: 'acknowledged', object: 1 }]);
    expect(state.objects.map(({ isThere }) => isThere)).toEqual([false, true]);
  });

  it('a sweeper that lost patience takes the object before the commit: the plan stays and is built again', () => {
    const state = follow(sealingModel(), [
      ...planned,
      'sweeper claims object 0',
      'sealer 0 commits',
      ...delivered,
    ]);
    expect(state.bundles).toMatchObject([{ state: 'acknowledged', object: 0 }]);
    expect(state.objects).toMatchObject([{ isThere: true, isKept: true, isClaimed: false }]);
  });

  it('the second bundle’s message overtakes the taking back of the first: billing waits, and ends the same', () => {
    const sealAgain = ['plan', 'sealer 0 takes bundle 1', 'sealer 0 uploads', 'sealer 0 commits'];
    const state = follow(sealingModel(), [
      ...planned,
      'sealer 0 commits',
      'billing takes claim 0',
      'billing takes sealed 0',
      'the insurer refuses bundle 0',
      ...sealAgain,
      'billing takes sealed 1',
      'the month is closed',
      'billing takes voided 0',
    ]);
    expect(state.bundles.map(({ posting }) => posting)).toEqual(['reversed', 'sealed']);
    expect([state.closed, state.open]).toEqual([[1], [0]]);
  });
});
