import { statSync } from 'node:fs';
import { runDaiko } from '../platform/daiko-command.js';
import { Door } from '../platform/door.js';
import { waitUntil } from '../platform/wait-until.js';
import { searchFiles } from '../leak/search-places.js';
import type { PersonalValues } from '../leak/personal-values.js';
import { ValueFinder } from '../leak/value-finder.js';
import type { LedgerView } from '../story/agency-answers.js';
import type { SentArchive } from './book.js';
import type { InHand } from './partners.js';
import type { Stage } from './stage.js';

/** A law that a run broke. */
export class Violation extends Error {
  override name = 'Violation';
}

/** What this list says must have come of everything that was ever acknowledged on one platform. */
export interface Totals {
  received: number;
  delivered: number;
  deliveredYen: number;
  returned: number;
  refused: number;
}

export function noTotals(): Totals {
  return { received: 0, delivered: 0, deliveredYen: 0, returned: 0, refused: 0 };
}

/** Adds what must have become of an archive; what its insurer sent back counts as returned. */
export function addArchive(totals: Totals, { records }: SentArchive, sentBack: SentBack): void {
  totals.received += records.length;
  for (const { fate, claimYen, pair } of records) {
    const last = fate === 'delivered' && sentBack.has(pair) ? 'returned' : fate;
    totals[last] += 1;
    if (last === 'delivered') totals.deliveredYen += claimYen;
  }
}

/** The pairs that insurers have sent back after delivery, as far as the agency holds a receipt of it. */
export type SentBack = ReadonlySet<string>;

/** Records that are nowhere yet; empty when everything that was acknowledged has come to its end. */
export function missing(
  book: readonly SentArchive[],
  bundles: readonly InHand[],
  returns: readonly InHand[],
  sentBackByInsurer: SentBack,
): string[] {
  const delivered = new Set(bundles.flatMap(({ resultDigests }) => resultDigests));
  const sentBack = new Set(returns.flatMap(({ resultDigests }) => resultDigests));
  const lists = returns.map(({ listText }) => listText).join('\n');
  return book.flatMap(({ records }) =>
    records
      .filter(({ fate, resultDigest, pair }) => {
        const isBack = sentBack.has(resultDigest) || lists.includes(pair);
        if (fate === 'delivered') {
          return !delivered.has(resultDigest) || (sentBackByInsurer.has(pair) && !isBack);
        }
        return fate === 'returned' && !isBack;
      })
      .map(({ pair, fate }) => `${pair} is not ${fate}`),
  );
}

/** Every record exactly once, with the right receiver, and the yen of all bundles together. Throws {@link Violation}. */
export function checkFates(
  book: readonly SentArchive[],
  bundles: readonly InHand[],
  returns: readonly InHand[],
  sentBack: SentBack,
): void {
  const left = missing(book, bundles, returns, sentBack);
  if (left.length > 0) throw new Violation(`lost: ${left.slice(0, 5).join('; ')} (${left.length} in all)`);
  for (const { provider, records } of book) {
    for (const { pair, resultDigest, insurer, fate } of records) {
      const deliveredTo = bundles.flatMap(({ receiver, resultDigests }) =>
        resultDigests.filter((digest) => digest === resultDigest).map(() => receiver),
      );
      const returnedTo = returns.flatMap(({ receiver, resultDigests, listText }) => [
        ...resultDigests.filter((digest) => digest === resultDigest).map(() => receiver),
        ...(listText.includes(pair) ? [receiver] : []),
      ]);
      const expected = {
        delivered: fate === 'delivered' ? [insurer] : [],
        returned: fate === 'returned' || (fate === 'delivered' && sentBack.has(pair)) ? [provider] : [],
      };
      const found = { delivered: deliveredTo, returned: returnedTo };
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        throw new Violation(`${pair}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
      }
    }
  }
  const claimed = book
    .flatMap(({ records }) => records)
    .reduce((sum, { fate, claimYen }) => sum + (fate === 'delivered' ? claimYen : 0), 0);
  const carried = bundles.reduce((sum, { claimYen }) => sum + claimYen, 0);
  if (claimed !== carried) throw new Violation(`yen: claimed ${claimed}, carried by bundles ${carried}`);
  const count = book.flatMap(({ records }) => records).filter(({ fate }) => fate === 'delivered').length;
  const documents = bundles.reduce((sum, { resultDigests }) => sum + resultDigests.length, 0);
  if (count !== documents) throw new Violation(`bundles hold ${documents} records, ${count} were due`);
}

/** The ledger of the platform says what the list says. */
export async function checkLedger(stage: Stage, totals: Totals): Promise<void> {
  const { stateFolder } = stage;
  let last = '';
  const view = await waitUntil(
    'the ledger is settled',
    async () => {
      const { exitCode, stdout, stderr } = await runDaiko(['ledger', '--settled', '--format', 'json'], {
        stateFolder,
      });
      last = `${exitCode} ${stdout.slice(0, 1500)}${stderr.slice(0, 500)}`;
      return exitCode === 0 ? (JSON.parse(stdout) as LedgerView) : null;
    },
    { deadlineMs: 120_000, everyMs: 500 },
  ).catch(() => {
    throw new Violation(`the ledger does not settle: ${last}`);
  });
  const found = {
    received: view.received.records,
    delivered: view.delivered.records,
    deliveredYen: view.delivered.claimYen,
    returned: view.returned.records,
    refused: view.refused.records,
  };
  if (view.inProgress.records !== 0 || JSON.stringify(found) !== JSON.stringify(totals)) {
    throw new Violation(`ledger ${JSON.stringify(found)} instead of ${JSON.stringify(totals)}`);
  }
}

/**
 * What billing would invoice an insurer is what its bundles claim, without what it has sent back. Where the month ended in between, the
 * invoice of the old month stays as it was, and what came back is set off in the new one.
 */
export async function checkInvoices(
  stage: Stage,
  bundles: readonly InHand[],
  insurers: readonly string[],
  back: { yenByInsurer: ReadonlyMap<string, number>; acrossMonths: boolean },
): Promise<void> {
  const now = Date.now() + 9 * 3_600_000;
  const days = [-1, 0, 1, 32].map((each) => new Date(now + each * 86_400_000));
  const months = new Set(days.map((day) => day.toISOString().slice(0, 7)));
  for (const insurer of insurers) {
    const door = await Door.open(stage.premises, stage.premises.keyFileOf(insurer));
    let invoiced = 0;
    for (const month of months) {
      const { items } = await door.json<{ items: { totalYen: number }[] }>(`/v1/invoices?month=${month}`);
      invoiced += items.reduce((sum, { totalYen }) => sum + totalYen, 0);
    }
    door.close();
    const claimed = bundles.reduce(
      (sum, { receiver, claimYen }) => sum + (receiver === insurer ? claimYen : 0),
      0,
    );
    const least = claimed - (back.yenByInsurer.get(insurer) ?? 0);
    const most = back.acrossMonths ? claimed : least;
    if (invoiced < least || invoiced > most)
      throw new Violation(`insurer ${insurer}: invoiced ${invoiced} yen, due are ${least} to ${most}`);
  }
}

export async function checkTrail(stage: Stage): Promise<void> {
  const door = await Door.open(stage.premises, stage.operatorKey);
  let last: unknown = null;
  await waitUntil(
    'the trail is whole',
    async () => {
      const view = await door
        .json<{ ok: boolean }>('/api/audit/v1/verification')
        .catch((broken: unknown) => void (last = String(broken)));
      last = view ?? last;
      return view?.ok === true;
    },
    { deadlineMs: 120_000, everyMs: 300 },
  ).catch(() => {
    throw new Violation(`the trail is not whole: ${JSON.stringify(last).slice(0, 1500)}`);
  });
  door.close();
}

/** Nothing on the platform's side of the disk that was written since `sinceMs` holds a name, an address or an insured number. */
export async function checkDisk(stage: Stage, personal: PersonalValues, sinceMs: number): Promise<number> {
  const partnersSide = ['watch', 'demonstration', 'faults', 'home'];
  const isRecent = (path: string): boolean => {
    try {
      return statSync(path).mtimeMs >= sinceMs;
    } catch {
      return false;
    }
  };
  const search = await searchFiles(stage.stateFolder, partnersSide, new ValueFinder(personal), isRecent);
  if (search.leaks.length > 0)
    throw new Violation(`plaintext on disk: ${JSON.stringify(search.leaks.slice(0, 5))}`);
  if (search.bytes < 100_000) throw new Violation(`only ${search.bytes} bytes were searched`);
  return search.bytes;
}
