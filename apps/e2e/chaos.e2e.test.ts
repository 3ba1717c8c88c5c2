import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCampaign } from './src/chaos/campaign.js';
import { checkout } from './src/platform/daiko-command.js';

// Purpose: two short fault runs of `npm run chaos`, whose seeds meet crash points of intake, inspection, routing and a killed database.

it('partners send and fetch while services die at their crash points: nothing is lost, doubled, unbalanced or readable', async () => {
  const plan = { seeds: [140, 294], resume: null, json: null };
  const lines: string[] = [];
  const { state, violation } = await runCampaign(
    plan,
    (line) => lines.push(line),
    join(checkout, '.daiko/chaos-short'),
  );
  expect(violation).toBeNull();
  const faults = state.done.flatMap((run) => run.faults);
  expect(state.done.map(({ seed }) => seed)).toEqual(plan.seeds);
  expect(faults).toContain('intake.accepted kill');
  expect(faults).toContain('kill postgres');
  expect(faults).toContain('routing.sealing kill');
}, 600_000);
