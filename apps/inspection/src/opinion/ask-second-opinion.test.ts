import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  calendarDate,
  type DocumentKind,
  isDefective,
  MemorySource,
  readDirectory,
} from '@daiko/exchange-format';
import { defaultSettings, inspectRecords, type RecordReport } from '@daiko/inspection-rules';
import { metrics } from '@daiko/observability';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import type { OpenArchive } from '../submission/open-archives.js';
import { AskSecondOpinion } from './ask-second-opinion.js';
import { isInSample } from './opinion-sample.js';

const agencyNumber = '91399113';
const settings = defaultSettings(agencyNumber);
const date = calendarDate('20261124');
const of = { submissionId: '01980000-0000-7000-8000-000000000001', share: 1_000_000 };
let archive: OpenArchive;
let reports: RecordReport[];

/** Four records, the second of which is refused by its schema. */
beforeAll(async () => {
  const world = inventWorld({ seed: 7, providers: 1, insurers: 1, agencyNumber, date });
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount: 4,
    sequence: 1,
    seed: 1,
    defects: [{ name: 'result-element-unknown' }],
  });
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => void chunks.push(chunk));
  const source = new MemorySource(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the sample is whole');
  archive = { source, directory, deskFindings: [] };
  reports = [];
  for await (const report of inspectRecords(source, directory, [0, 1, 2, 3], settings, date))
    reports.push(report);
});

/** A second opinion that says what it is told; which documents it was asked of. */
function asking(says: (kind: DocumentKind, text: string) => boolean) {
  const asked: DocumentKind[] = [];
  const logger = { error: jest.fn() };
  const opinion = {
    isValid: (kind: DocumentKind, bytes: Uint8Array) => {
      asked.push(kind);
      return says(kind, Buffer.from(bytes).toString());
    },
  };
  return { ask: new AskSecondOpinion(opinion, settings, logger as never), asked, logger };
}

async function counted(name: string): Promise<number> {
  const metric = await metrics.registry.getSingleMetric(name)?.get();
  return (metric?.values ?? []).reduce((sum, { value }) => sum + value, 0);
}
const differences = () => counted('daiko_inspection_second_opinion_differences_total');
const refused = () => reports.filter(({ verdict }) => verdict === 'returned');

describe('the second opinion', () => {
  it('is asked of every refusal by schema, and changes nothing where it agrees', async () => {
    expect(refused()).toHaveLength(1);
    const before = await differences();
    const { ask, asked } = asking(() => false);
    expect(await ask.review(archive, reports, of)).toEqual(reports);
    expect(asked).toHaveLength(1);
    expect(await differences()).toBe(before);
  });

  it('that differs holds the record, neither returned nor accepted, counts it and leaves the others alone', async () => {
    const before = await differences();
    const { ask, logger } = asking(() => true);
    const reviewed = await ask.review(archive, reports, of);
    const [doubtful] = refused();
    expect(reviewed.filter(({ verdict }) => verdict === 'held')).toEqual([
      expect.objectContaining({
        index: doubtful?.index,
        findings: [],
        returnReason: null,
        faults: ['second-opinion'],
      }),
    ]);
    expect(reviewed.filter(({ verdict }) => verdict !== 'held')).toEqual(
      reports.filter((report) => report !== doubtful),
    );
    expect(await differences()).toBe(before + 1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ recordIndex: doubtful?.index, submissionId: of.submissionId }),
    );
  });

  it('is asked of accepted documents too, and holds what it would refuse', async () => {
    const { ask, asked } = asking((_, text) => !text.includes('<recordTarget'));
    const reviewed = await ask.review(archive, reports, { ...of, share: 1 });
    expect(asked).toHaveLength(8);
    // Of the refused record the result is refused by both.
    expect(reviewed.filter(({ verdict }) => verdict === 'held')).toHaveLength(3);
  });

  it('that cannot be given is no pass: the record is held', async () => {
    const { ask, logger } = asking(() => {
      throw new Error('out of memory');
    });
    const reviewed = await ask.review(archive, reports, of);
    expect(reviewed.map(({ verdict }) => verdict).sort()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'held',
    ]);
    expect(logger.error).toHaveBeenCalled();
  });

  it('lets a difference pass that is decided', async () => {
    const claim = { kind: 'cc08', entry: archive.directory.record(0).claim!, isValid: false } as const;
    const { ask } = asking(() => true);
    expect(await ask.isInDoubt(archive, [claim])).toBe(true);
    const { ask: sure } = asking(() => false);
    expect(await sure.isInDoubt(archive, [claim])).toBe(false);
  });

  it('is marked as absent where it was turned off', async () => {
    const alone = new AskSecondOpinion(null, settings, { error: jest.fn() } as never);
    expect(await alone.review(archive, reports, of)).toEqual(reports);
    expect(await counted('daiko_inspection_second_opinion_absent')).toBe(1);
  });
});

describe('the sample of accepted documents', () => {
  it('is the same whenever it is drawn, and about as large as asked for', () => {
    const documents = Array.from({ length: 20_000 }, (_, at) => ({
      crc: (at * 2_654_435_761) >>> 0,
      size: 8000 + at,
    }));
    const drawn = documents.filter((document) => isInSample(document, 100));
    expect(documents.filter((document) => isInSample({ ...document }, 100))).toEqual(drawn);
    expect(drawn.length).toBeGreaterThan(130);
    expect(drawn.length).toBeLessThan(270);
    expect(documents.every((document) => isInSample(document, 1))).toBe(true);
  });
});
