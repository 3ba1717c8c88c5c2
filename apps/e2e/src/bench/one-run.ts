import type { World } from '@daiko/synthetic';
import { everyPage, type Door } from '../platform/door.js';
import type { LivePlatform } from '../platform/live-platform.js';
import { recordedProcesses } from '../platform/own-processes.js';
import { waitUntil } from '../platform/wait-until.js';
import type { BundleView, ReceivedAnswer, SubmissionView } from '../story/agency-answers.js';
import type { BenchRun } from './bench-report.js';
import type { InventedSubmission } from './invented-submission.js';
import { Measurement } from './process-figures.js';

const judgedDeadlineMs = 900_000;
const sealedDeadlineMs = 300_000;

/** Every process of a platform by its name. */
export async function measuredProcesses(platform: LivePlatform): Promise<Record<string, number>> {
  const { platform: _, ...pids } = await recordedProcesses(platform.stateFolder);
  return { ...pids, supervisor: platform.pid };
}

/** Sends one archive and follows it until every insurer has fetched and acknowledged its bundle. */
export async function runOnce(
  platform: LivePlatform,
  world: World,
  submission: InventedSubmission,
): Promise<BenchRun> {
  const [operator, provider] = [await platform.operator(), await platform.partner(submission.provider)];
  const measurement = await Measurement.begin(await measuredProcesses(platform));
  const clock = new PhaseClock();
  const { receiptNumber } = await sendUntilReceived(provider, submission);
  const upload = clock.lap();
  await waitUntil(
    'the submission is judged',
    async () => {
      const { state } = await provider.json<SubmissionView>(
        `/v1/submissions/${receiptNumber}?findingsLimit=1`,
      );
      if (state === 'refused') throw new Error('the submission was refused');
      return state === 'judged';
    },
    { deadlineMs: judgedDeadlineMs },
  );
  const judged = clock.lap();
  await sealEverything(operator, submission.accepted);
  const sealed = clock.lap();
  await fetchAndAcknowledge(platform, world);
  const delivered = clock.lap();
  const figures = await measurement.end();
  operator.close();
  provider.close();
  const phasesMs = { upload, judged, sealed, delivered };
  const totalMs = upload + judged + sealed + delivered;
  return { records: submission.records, phasesMs, totalMs, figures };
}

/** The directory of partners reaches intake by message: a first request may be too early. */
async function sendUntilReceived(
  door: Door,
  { file, fileName }: InventedSubmission,
): Promise<ReceivedAnswer> {
  let last = '';
  return waitUntil(
    'the submission is received',
    async () => {
      const { status, bytes } = await door.upload(file, fileName);
      last = `${status} ${bytes.toString('utf8').slice(0, 300)}`;
      if (status === 201) return JSON.parse(bytes.toString('utf8')) as ReceivedAnswer;
      if ([401, 429, 503].includes(status)) return null;
      throw new Error(`not received: ${last}`);
    },
    { deadlineMs: 60_000, state: () => last },
  );
}

/** Seals until as many records are in bundles that wait as were accepted. */
async function sealEverything(operator: Door, accepted: number): Promise<void> {
  let sealed = 0;
  await waitUntil(
    'everything accepted is sealed',
    async () => {
      const { bundles } = await operator.json<{ bundles: BundleView[] }>('/api/routing/v1/sealings', {
        json: {},
      });
      sealed += bundles.reduce((sum, { recordCount }) => sum + recordCount, 0);
      return sealed >= accepted;
    },
    { deadlineMs: sealedDeadlineMs, state: () => ({ sealed, accepted }) },
  );
}

async function fetchAndAcknowledge(platform: LivePlatform, world: World): Promise<void> {
  for (const { number } of world.insurers) {
    const door = await platform.partner(number);
    for (const { bundleId, sha256 } of await everyPage<BundleView>(
      door,
      '/v1/bundles?state=sealed',
      'bundles',
    )) {
      const { status } = await door.ask(`/v1/bundles/${bundleId}/content`);
      if (status !== 200) throw new Error(`download answered ${status}`);
      await door.json(`/v1/bundles/${bundleId}/acknowledgement`, { json: { sha256 } });
    }
    door.close();
  }
}

class PhaseClock {
  private at = performance.now();

  /** Ms since the last lap. */
  lap(): number {
    const now = performance.now();
    const ms = now - this.at;
    this.at = now;
    return ms;
  }
}
