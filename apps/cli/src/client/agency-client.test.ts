import { describe, expect, it } from '@jest/globals';
import { AgencyClient } from './agency-client.js';

interface Page {
  ids: string[];
  next: string | null;
}

const answers: Readonly<Record<string, Page>> = {
  '/v1/bundles?state=sealed': { ids: ['a', 'b'], next: 'b/0' },
  '/v1/bundles?state=sealed&after=b%2F0': { ids: ['c'], next: null },
  '/v1/held?after=x': { ids: ['y'], next: null },
};

/** Answers from a table instead of over the network. */
class Desk extends AgencyClient {
  constructor() {
    super({ origin: 'https://localhost', key: 'none' });
  }

  override async get<T>(path: string): Promise<T> {
    const answer = answers[path];
    if (answer === undefined) throw new Error(`nobody should ask for ${path}`);
    return answer as T;
  }
}

async function idsOf(path: string, from?: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of new Desk().pages<Page>(path, from)) ids.push(...page.ids);
  return ids;
}

describe('the pages of a list', () => {
  // A clerk with more than a page of questions must see the last one too.
  it('are followed to the end, the cursor escaped and behind what was asked already', async () => {
    expect(await idsOf('/v1/bundles?state=sealed')).toEqual(['a', 'b', 'c']);
  });

  it('begin behind a given cursor', async () => {
    expect(await idsOf('/v1/held', 'x')).toEqual(['y']);
  });
});
