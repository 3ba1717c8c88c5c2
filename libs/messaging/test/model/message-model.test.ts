import { describe, expect, it } from '@jest/globals';
import { explore, follow } from './explore.js';
import { messageModel, type MessageMutation } from './message-model.js';

const faultless = messageModel({ faults: 0 });

describe('outbox, relay and inbox, in every order in which things can happen', () => {
  it('lose no message, have no effect twice, leave no gap, and always come to their end', () => {
    const { states, violation } = explore(messageModel());
    expect(violation).toBeNull();
    expect(states).toBeGreaterThan(10_000);
  });

  it('hold with a poison message too: it ends as a dead letter, is mended and replayed', () => {
    expect(explore(messageModel({ poison: true, faults: 1 })).violation).toBeNull();
  });

  it('a run without any fault has no second copy of anything', () => {
    const twice = { ...faultless.invariants, 'no copy is published twice': copiesAreSingle };
    expect(explore({ ...faultless, invariants: twice }).violation).toBeNull();
  });

  it.each<[MessageMutation, string]>([
    ['no inbox', 'no message has its effect twice'],
    ['acknowledge before commit', 'no message is lost'],
    ['mark before publish', 'no message is lost'],
    ['publish after commit, without outbox', 'no message is lost'],
    ['audit takes marks in any order', 'the trail has no gap'],
  ])('with %s the check finds that "%s" breaks', (without, law) => {
    const { violation } = explore(messageModel({ without }));
    expect(violation?.law).toBe(law);
    expect(violation?.trace.length).toBeGreaterThan(1);
  });

  it('with no limit of attempts a poison message never ends', () => {
    const { violation } = explore(messageModel({ without: 'no limit of attempts', poison: true, faults: 0 }));
    expect(violation?.law).toBe('everything ends');
  });
});

describe('the known anomalies, step by step', () => {
  const sent = ['commit 0', 'relay 0 takes stream 0', 'relay 0 publishes'];
  const handled = ['worker 0 takes 0', 'worker 0 commits', 'worker 0 acknowledges'];

  it('lost acknowledgement: the broker has the batch, its confirm is lost; the batch goes out again without effect', () => {
    const state = follow(messageModel(), [
      ...sent,
      'relay 0 crashes',
      ...handled,
      'relay 0 takes stream 0',
      'relay 0 publishes',
      'relay 0 marks',
      ...handled,
    ]);
    expect(state).toMatchObject({ effects: [1, 0], relayed: [1], queue: [] });
  });

  it('redelivery after commit: the worker dies before it acknowledges; the inbox knows the message', () => {
    const state = follow(messageModel(), [
      ...sent,
      'relay 0 marks',
      'worker 0 takes 0',
      'worker 0 commits',
      'worker 0 crashes',
      'worker 1 takes 0',
      'worker 1 commits',
      'worker 1 acknowledges',
    ]);
    expect(state).toMatchObject({ effects: [1, 0], queue: [], workers: [null, null] });
  });

  it('relay crash between publish and mark: another relay takes the dead process’s stream, and the trail has each mark once', () => {
    const state = follow(messageModel(), [
      ...sent,
      'sender crashes',
      'relay 1 takes stream 0',
      'relay 1 publishes',
      'relay 1 marks',
      'audit takes 0/1',
      'audit takes 0/1',
    ]);
    expect(state).toMatchObject({ relayed: [1, 0], trail: [[1], []], parked: [] });
    expect(state.queue).toHaveLength(2);
  });

  it('poison message: after its attempts it is set aside, the other one goes on', () => {
    const model = messageModel({ poison: true });
    const twice = ['worker 0 takes 1', 'worker 0 throws', 'worker 0 takes 1', 'worker 0 throws'];
    const state = follow(model, [
      'commit 0',
      'commit 1',
      'relay 0 takes stream 0',
      'relay 0 publishes',
      'relay 0 marks',
      ...twice,
      'worker 1 takes 0',
      'worker 1 commits',
      'worker 1 acknowledges',
    ]);
    expect(state).toMatchObject({ effects: [1, 0], dead: [1], queue: [] });
  });

  it('two relays at once: one stream, one relay; the second has nothing to take', () => {
    const state = follow(messageModel(), ['commit 0', 'relay 0 takes stream 0']);
    expect([...messageModel().steps(state)].map(([action]) => action)).not.toContain(
      'relay 1 takes stream 0',
    );
  });
});

function copiesAreSingle({
  queue,
  auditQueue,
}: ReturnType<typeof follow<typeof faultless.initial>>): boolean {
  return (
    new Set(queue.map(({ id }) => id)).size === queue.length &&
    new Set(auditQueue.map(String)).size === auditQueue.length
  );
}
