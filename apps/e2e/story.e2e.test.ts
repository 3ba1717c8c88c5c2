import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkout } from './src/platform/daiko-command.js';
import { processesOf } from './src/platform/own-processes.js';
import { Story } from './src/story/story.js';
import { tellTheBundles } from './src/story/tell-the-bundles.js';
import { tellTheDesk } from './src/story/tell-the-desk.js';
import { tellTheMoney } from './src/story/tell-the-money.js';
import { tellTheReturns } from './src/story/tell-the-returns.js';
import { tellTheSecrets } from './src/story/tell-the-secrets.js';

/** The product told once: `daiko up` on real servers, looked at through its public doors alone, chapter after chapter. */
const story = new Story(join(checkout, '.daiko/story'));

beforeAll(() => story.begin(), 300_000);
afterAll(() => story.end(), 120_000);

tellTheDesk(story);
tellTheBundles(story);
tellTheReturns(story);
tellTheMoney(story);
tellTheSecrets(story);

describe('The day ends', () => {
  it('on SIGTERM with exit code 0, and no process of ours is left', async () => {
    expect(await processesOf(story.stateFolder)).not.toEqual([]);
    expect(await story.platform.stop()).toBe(0);
    expect(await processesOf(story.stateFolder)).toEqual([]);
  });
});
