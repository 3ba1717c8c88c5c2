import type { World } from '@daiko/synthetic';
import type { Door } from '../platform/door.js';
import type { LivePlatform } from '../platform/live-platform.js';
import { waitUntil } from '../platform/wait-until.js';
import type { BundleView } from '../story/agency-answers.js';
import type { BenchRun } from './bench-report.js';
import type { InventedSubmission } from './invented-submission.js';
import { acceptedOf, fetchBundles, sendUntilReceived } from './partner-acts.js';
import { PlatformMeasurement } from './platform-measurement.js';

const judgedDeadlineMs = 900_000;
const sealedDeadlineMs = 300_000;

/** Sends one archive and follows it until every insurer has fetched and acknowledged its bundle. */
export async function runOnce(
  platform: LivePlatform,
  world: World,
  submission: InventedSubmission,
): Promise<BenchRun> {
  const [operator, provider] = [await platform.operator(), await platform.partner(submission.provider)];
  const measurement = await PlatformMeasurement.begin(platform);
  const clock = new PhaseClock();
  const { receiptNumber } = await sendUntilReceived(provider, submission);
  const upload = clock.lap();
  const { accepted } = await waitUntil(
    'the submission is judged',
    async () => {
      const count = await acceptedOf(provider, receiptNumber);
      return count === null ? null : { accepted: count };
    },
    { deadlineMs: judgedDeadlineMs },
  );
  const judged = clock.lap();
  await sealEverything(operator, accepted);
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
    const insurer = await platform.partner(number);
    await fetchBundles(insurer);
    insurer.close();
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
