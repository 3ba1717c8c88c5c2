import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkout, runDaiko } from './src/platform/daiko-command.js';
import { processesOf } from './src/platform/own-processes.js';
import { Story } from './src/story/story.js';
import { tellTheBundles } from './src/story/tell-the-bundles.js';
import { tellTheDesk } from './src/story/tell-the-desk.js';
import { tellTheMoney } from './src/story/tell-the-money.js';
import { tellTheReplies } from './src/story/tell-the-replies.js';
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
tellTheReplies(story);
tellTheSecrets(story);

describe('The day ends', () => {
  it('on SIGTERM with exit code 0, and no process of ours is left', async () => {
    expect(await processesOf(story.stateFolder)).not.toEqual([]);
    expect(await story.platform.stop()).toBe(0);
    expect(await processesOf(story.stateFolder)).toEqual([]);
  });

  it('and the next one begins with everything as it was: nothing is sent again, and nothing is left running', async () => {
    const { exitCode, stdout } = await runDaiko(['up', '--demonstration', '--once'], {
      stateFolder: story.stateFolder,
      deadlineMs: 110_000,
    });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('差異はありません'),
    });
    expect(stdout).not.toContain('送信 ');
    const bundled = story.bundles.reduce((sum, { recordCount }) => sum + recordCount, 0);
    const delivered = bundled - story.sentBack;
    expect(stdout).toMatch(new RegExp(`受領 received +${story.total(({ expected }) => expected.records)}件`));
    expect(stdout).toMatch(new RegExp(`送付 delivered +${delivered}件`));
    expect(await processesOf(story.stateFolder)).toEqual([]);
  });
});
