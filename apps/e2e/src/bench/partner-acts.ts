import { type Door, everyPage } from '../platform/door.js';
import { waitUntil } from '../platform/wait-until.js';
import type { BundleView, ReceivedAnswer, SubmissionView } from '../story/agency-answers.js';
import type { InventedSubmission } from './invented-submission.js';

/**
 * Sends an archive until it is received: the directory of partners reaches intake by message, so that a first request may be too
 * early. `begunAt` (of `performance.now()`) is when the one that was taken began.
 */
export async function sendUntilReceived(
  provider: Door,
  { file, fileName }: InventedSubmission,
): Promise<{ receiptNumber: string; begunAt: number }> {
  let last = '';
  return waitUntil(
    'the submission is received',
    async () => {
      const begunAt = performance.now();
      const { status, bytes } = await provider.upload(file, fileName);
      last = `${status} ${bytes.toString('utf8').slice(0, 300)}`;
      if (status === 201) {
        const { receiptNumber } = JSON.parse(bytes.toString('utf8')) as ReceivedAnswer;
        return { receiptNumber, begunAt };
      }
      if ([401, 429, 503].includes(status)) return null;
      throw new Error(`not received: ${last}`);
    },
    { deadlineMs: 60_000, state: () => last },
  );
}

/** How many records of a submission were accepted, as the agency says; null while it is not judged. */
export async function acceptedOf(door: Door, receiptNumber: string): Promise<number | null> {
  const { state, counts } = await door.json<SubmissionView>(
    `/v1/submissions/${receiptNumber}?findingsLimit=1`,
  );
  if (state === 'refused') throw new Error(`submission ${receiptNumber} was refused`);
  return state === 'judged' ? counts.accepted : null;
}

/** Fetches and acknowledges the bundles that wait for an insurer; how many records that were. */
export async function fetchBundles(insurer: Door): Promise<number> {
  let records = 0;
  for (const { bundleId, sha256, recordCount } of await everyPage<BundleView>(
    insurer,
    '/v1/bundles?state=sealed',
    'bundles',
  )) {
    const { status } = await insurer.ask(`/v1/bundles/${bundleId}/content`);
    if (status !== 200) throw new Error(`download answered ${status}`);
    await insurer.json(`/v1/bundles/${bundleId}/acknowledgement`, { json: { sha256 } });
    records += recordCount;
  }
  return records;
}
