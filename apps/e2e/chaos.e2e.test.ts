import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCampaign } from './src/chaos/campaign.js';
import { checkout } from './src/platform/daiko-command.js';

// Purpose: two short fault runs of `npm run chaos`, whose seeds kill intake and routing in the middle of their transactions.

it('partners send and fetch while services die at their crash points: nothing is lost, doubled, unbalanced or readable', async () => {
  const plan = { seeds: [207, 294], resume: null, json: null, markdown: null, platforms: 1, state: null };
  const lines: string[] = [];
  const { state, violation } = await runCampaign(plan, (line) => lines.push(line), {
    folder: join(checkout, '.daiko/chaos-short'),
  });
  expect(violation).toBeNull();
  const faults = state.done.flatMap((run) => run.faults);
  expect(state.done.map(({ seed }) => seed)).toEqual(plan.seeds);
  expect(faults).toContain('intake.accepting kill');
  expect(faults).toContain('routing.uploaded kill');
  expect(faults).toContain('routing.sealing kill');
}, 600_000);
