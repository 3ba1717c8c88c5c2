import { describe, expect, it } from '@jest/globals';
import {
  calendarDate,
  ownSchemaSet,
  readDirectory,
  readEntry,
  MemorySource,
  isDefective,
} from '@daiko/exchange-format';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { openLibxmlOpinion, SecondOpinionMissing } from './libxml-opinion.js';

const date = calendarDate('20261124');

/** A result and a claim of an invented person. */
async function documents(): Promise<{ hc08: string; cc08: string }> {
  const world = inventWorld({ seed: 7, providers: 1, insurers: 1, agencyNumber: '91399113', date });
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount: 1,
    sequence: 1,
    seed: 1,
  });
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => void chunks.push(chunk));
  const source = new MemorySource(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the sample is whole');
  const { result, claim } = directory.record(0);
  const textOf = async (entry: typeof result) => {
    const answer = entry === null ? null : await readEntry(source, entry);
    if (answer?.ok !== true) throw new Error('the sample can be read');
    return Buffer.from(answer.bytes).toString();
  };
  return { hc08: await textOf(result), cc08: await textOf(claim) };
}

describe('libxml2 as second opinion', () => {
  it('takes what follows the schema and refuses what does not, or is no XML', async () => {
    const opinion = await openLibxmlOpinion(ownSchemaSet());
    const { hc08, cc08 } = await documents();
    expect(opinion.isValid('hc08', Buffer.from(hc08))).toBe(true);
    expect(opinion.isValid('cc08', Buffer.from(cc08))).toBe(true);
    expect(opinion.isValid('hc08', Buffer.from(cc08))).toBe(false);
    expect(opinion.isValid('cc08', Buffer.from(cc08.replace('<settlement>', '<settlement><a/>')))).toBe(
      false,
    );
    expect(opinion.isValid('cc08', Buffer.from(cc08.slice(0, -10)))).toBe(false);
    expect(opinion.isValid('cc08', Buffer.alloc(0))).toBe(false);
  });

  it('frees every document, valid or not: memory stays flat', async () => {
    const opinion = await openLibxmlOpinion(ownSchemaSet());
    const { hc08 } = await documents();
    const good = Buffer.from(hc08);
    const bad = Buffer.from(hc08.replace('<recordTarget>', '<recordTarget><a/>'));
    const round = () => {
      for (let count = 0; count < 300; count += 1) opinion.isValid('hc08', count % 2 === 0 ? good : bad);
      // What is neither heap nor array buffer is the memory of the WebAssembly module; it never shrinks.
      const { external, arrayBuffers } = process.memoryUsage();
      return external - arrayBuffers;
    };
    round();
    const before = round();
    expect(round() - before).toBeLessThan(1024 * 1024);
  });

  it('does not start on a set that libxml2 cannot compile', async () => {
    const own = ownSchemaSet();
    const broken = {
      ...own,
      files: () =>
        own.files().map(({ path, bytes }) => ({
          path,
          bytes: path.endsWith('datatypes_hcgv08.xsd') ? Buffer.from('<broken') : bytes,
        })),
    };
    await expect(openLibxmlOpinion(broken)).rejects.toThrow(SecondOpinionMissing);
    const opinion = await openLibxmlOpinion(own);
    expect(opinion.isValid('cc08', Buffer.from((await documents()).cc08))).toBe(true);
  });
});
