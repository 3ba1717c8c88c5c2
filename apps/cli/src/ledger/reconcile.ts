import { type RecordCount, recordStates } from '@daiko/contracts';

/** Records, yen claimed, and the sum of record hashes that shows it is the same set. */
export interface Tally {
  records: number;
  claimYen: number;
  hashSum: bigint;
}

export interface LedgerReport {
  received: Tally;
  delivered: Tally;
  returned: Tally;
  refused: Tally;
  /** Sum of what the services hold, never the residual. */
  inProgress: Tally;
  differences: LedgerDifference[];
}

export interface LedgerDifference {
  submissionId: string;
  what: { ja: string; en: string };
  earlier: Tally;
  later: Tally;
}

const zero: Tally = { records: 0, claimYen: 0, hashSum: 0n };
const add = (a: Tally, b: Tally): Tally => ({
  records: a.records + b.records,
  claimYen: a.claimYen + b.claimYen,
  hashSum: a.hashSum + b.hashSum,
});
const isEqual = (a: Tally, b: Tally): boolean =>
  a.records === b.records && a.claimYen === b.claimYen && a.hashSum === b.hashSum;

type Stages = Map<string, Tally>;

/** Sums the services' counts by submission and stage. */
function bySubmission(counts: RecordCount[]): Map<string, { stages: Stages; isJudged: boolean }> {
  const all = new Map<string, { stages: Stages; isJudged: boolean }>();
  for (const count of counts) {
    const entry = all.get(count.submissionId) ?? { stages: new Map<string, Tally>(), isJudged: false };
    const tally = { records: count.records, claimYen: count.claimYen, hashSum: BigInt(count.recordHashSum) };
    entry.stages.set(count.stage, add(entry.stages.get(count.stage) ?? zero, tally));
    if (count.stage === 'inspection.taken' && count.isJudged === true) entry.isJudged = true;
    all.set(count.submissionId, entry);
  }
  return all;
}

const judgedStages = ['query', 'held', 'accepted', 'returned'] as const;
/** What routing holds of them; it knows of no record before its verdict, and of no refused one. */
const routedStages = recordStates.filter((state) => state !== 'received' && state !== 'refused');

/** One submission's counts, named as the ledger speaks of them. */
function viewOf(stages: Stages) {
  const at = (stage: string): Tally => stages.get(stage) ?? zero;
  const sum = (service: string, names: readonly string[]): Tally =>
    names.map((name) => at(`${service}.${name}`)).reduce(add, zero);
  const taken = at('inspection.taken');
  const inspected = sum('inspection', ['refused', 'pending', ...judgedStages]);
  const passedOn = sum('inspection', judgedStages);
  const routed = at('routing.taken');
  return {
    received: at('intake.received'),
    taken,
    isTaken: taken.records > 0,
    inspected,
    passedOn,
    routed,
    routedInStates: sum('routing', routedStages),
    // What was accepted before its archive was returned as a whole had been posted, and its posting is reversed.
    accepted: sum('inspection', ['accepted', 'recalled']),
    payable: sum('routing', ['accepted', 'sealed', 'delivered']),
    // What an insurer sent back after delivery was posted, and is no longer owed (billing.sent-back) or is to be offset.
    posted: sum('billing', ['accepted', 'sealed', 'sent-back', 'offset', 'withdrawn']),
    owed: sum('billing', ['accepted', 'sealed']),
    sealed: sum('routing', ['sealed', 'delivered']),
    postedAsSealed: at('billing.sealed'),
    delivered: at('routing.delivered'),
    returned: at('routing.return-sealed'),
    refused: at('inspection.refused'),
    pending: at('inspection.pending'),
    heldByRouting: sum('routing', ['query', 'held', 'accepted', 'sealed', 'sent-back', 'returned']),
  };
}
type View = ReturnType<typeof viewOf>;

/** Intake knows the records, and their yen only after L3: compared without yen. */
const withoutYen = (tally: Tally): Tally => ({ ...tally, claimYen: 0 });

interface Check {
  what: { ja: string; en: string };
  earlier: Tally;
  later: Tally;
  mustBeEqual: boolean;
}

function checksOf(view: View, isJudged: boolean, isSettled: boolean): Check[] {
  const check = (ja: string, en: string, earlier: Tally, later: Tally, mustBeEqual: boolean): Check => ({
    what: { ja, en },
    earlier,
    later,
    mustBeEqual,
  });
  const checks = [
    check(
      '受領と点検',
      'received and taken by inspection',
      withoutYen(view.received),
      withoutYen(view.taken),
      view.isTaken || isSettled,
    ),
    check('点検の内訳', 'inspection in itself', withoutYen(view.taken), withoutYen(view.inspected), true),
    check('点検と振分', 'judged and taken by routing', view.passedOn, view.routed, isSettled),
    check('合格と請求', 'accepted and posted', view.accepted, view.posted, isSettled),
    check('振分の内訳', 'routing in itself', view.routed, view.routedInStates, true),
  ];
  if (isSettled && isJudged) {
    checks.push(
      check('振分と請求', 'routed and posted', view.payable, view.owed, true),
      check('封緘と請求', 'sealed and posted as sealed', view.sealed, view.postedAsSealed, true),
    );
  }
  return checks;
}

/**
 * 受領 = 送付 + 返戻 + 受付不可 + 処理中, by count, yen and record-hash sum. While work flows a later stage may only hold less
 * than the earlier one; with `isSettled` everything must be equal.
 * Services are read from sink to source, so that work that moves meanwhile shows as in flight, never as doubled.
 */
export function reconcile(counts: RecordCount[], isSettled: boolean): LedgerReport {
  const report: LedgerReport = {
    received: zero,
    delivered: zero,
    returned: zero,
    refused: zero,
    inProgress: zero,
    differences: [],
  };
  for (const [submissionId, { stages, isJudged }] of bySubmission(counts)) {
    const view = viewOf(stages);
    for (const { what, earlier, later, mustBeEqual } of checksOf(view, isJudged, isSettled)) {
      const isBroken = mustBeEqual ? !isEqual(earlier, later) : later.records > earlier.records;
      if (isBroken) report.differences.push({ submissionId, what, earlier, later });
    }
    const yen = view.isTaken ? view.inspected.claimYen : view.received.claimYen;
    report.received = add(report.received, { ...view.received, claimYen: yen });
    report.delivered = add(report.delivered, view.delivered);
    report.returned = add(report.returned, view.returned);
    report.refused = add(report.refused, view.refused);
    report.inProgress = add(report.inProgress, inProgress(view));
  }
  const ends = [report.delivered, report.returned, report.refused, report.inProgress].reduce(add, zero);
  if (!isEqual(report.received, ends)) {
    const what = { ja: '受領と内訳の合計', en: 'received and the sum of its parts' };
    report.differences.push({ submissionId: '*', what, earlier: report.received, later: ends });
  }
  return report;
}

/** What each service holds: intake what inspection has not taken, inspection what routing has not taken, routing the rest. */
function inProgress(view: View): Tally {
  const onTheWay: Tally = {
    records: view.passedOn.records - view.routed.records,
    claimYen: view.passedOn.claimYen - view.routed.claimYen,
    hashSum: view.passedOn.hashSum - view.routed.hashSum,
  };
  return [view.isTaken ? zero : view.received, view.pending, onTheWay, view.heldByRouting].reduce(add, zero);
}
