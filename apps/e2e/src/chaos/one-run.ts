import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import type { PersonalValues } from '../leak/personal-values.js';
import { waitUntil } from '../platform/wait-until.js';
import type { SentArchive } from './book.js';
import { Answerer, Operator } from './deciders.js';
import type { EventLog } from './event-log.js';
import { inboundChannels } from './inbound-channel.js';
import { type InHand, Receiver } from './partners.js';
import { writeReply } from './reply.js';
import { registerPartnersOf, writeArchiveOf } from './run-inputs.js';
import { type OutsideFault, type PlannedReply, type Schedule } from './schedule.js';
import { keysAheadMs, type Stage } from './stage.js';
import {
  addArchive,
  checkDisk,
  checkFates,
  checkInvoices,
  checkLedger,
  checkTrail,
  missing,
  type Totals,
  Violation,
} from './verify-run.js';

/** What one run did. */
export interface RunOutcome {
  seed: number;
  ms: number;
  records: number;
  /** Yen of what was delivered and not sent back. */
  yen: number;
  /** Faults that happened, `point act` or what was done from outside. */
  faults: string[];
  workers: string | null;
}

/** Far longer than it takes: a machine that is busy with other things breaks no law. */
const settleMs = 300_000;
const roundPauseMs = 200;
/** While something is missing, dead letters are looked for in every so many rounds. */
const deadLetterRounds = 6;
const minuteMs = 60_000;

/** Partners send, the operator seals, insurers and providers fetch, while what the seed has ordered happens; then everything is checked. */
export class Run {
  private readonly home: string;
  private readonly personal: PersonalValues = new Map();
  private readonly book: SentArchive[] = [];
  private readonly faults: string[] = [];
  private readonly harming: Promise<void>[] = [];
  private open: OutsideFault[];
  private readonly sentBack = new Set<string>();
  private readonly doneReplies = new Set<PlannedReply>();
  private steps = 0;
  private areSendersDone = false;

  constructor(
    private readonly stage: Stage,
    private readonly world: World,
    private readonly schedule: Schedule,
    private readonly log: EventLog,
    private readonly totals: Totals,
  ) {
    this.home = join(stage.stateFolder, 'home', String(schedule.seed));
    this.open = [...schedule.outside];
  }

  async play(): Promise<RunOutcome> {
    const begunMs = Date.now();
    const { seed } = this.schedule;
    const firedBefore = (await this.stage.firedLines()).length;
    await mkdir(this.home, { recursive: true });
    this.log.note('schedule', this.schedule);
    const { world, home, personal } = this;
    const around = { world, home, personal, releases: this.schedule.releases };
    const archives = [];
    for (const planned of this.schedule.archives) archives.push(await writeArchiveOf(planned, around));
    await this.stage.moveClocks(keysAheadMs);
    await this.stage.order(this.ordersOf());
    await registerPartnersOf(this.stage, this.world);
    this.log.note('registered');
    await this.stage.moveClocks(this.schedule.clockAheadMinutes * minuteMs);
    if (this.schedule.clockAheadMinutes !== 0) this.faults.push('clock is wrong from the beginning');
    const [bundles, returns] = this.receivers();
    const [operator, answerers] = this.deciders();
    const visitors = [...bundles, ...returns, ...answerers];
    const everybody = [operator.round.bind(operator), ...visitors.map((each) => () => each.visit())];
    const working = everybody.map((work) => this.again(work));
    const sending = Promise.all(
      archives.map(({ archive, channels }) => this.send(archive, channels)),
    ).finally(() => (this.areSendersDone = true));
    await Promise.all([sending, ...working]);
    await this.settle(everybody, operator, bundles, returns);
    await this.stage.order({ id: `${seed} over`, orders: {} });
    await this.stage.heal();
    this.log.note('healed');
    await this.lookOnceMore(everybody);
    const fired = (await this.stage.firedLines()).slice(firedBefore);
    for (const line of fired) {
      const { point, act } = JSON.parse(line) as { point: string; act: string };
      this.log.note('fired', JSON.parse(line) as object);
      this.faults.push(`${point} ${act}`);
    }
    await this.check(bundles, returns, begunMs);
    for (const each of [operator, ...visitors]) each.leave();
    const records = this.book.reduce((sum, each) => sum + each.records.length, 0);
    const { faults } = this;
    const outcome = { seed, ms: Date.now() - begunMs, records, yen: this.yen(), faults, workers: null };
    this.log.note('over', outcome);
    return outcome;
  }

  private yen(): number {
    return this.book
      .flatMap(({ records }) => records)
      .filter(({ fate, pair }) => fate === 'delivered' && !this.sentBack.has(pair))
      .reduce((sum, { claimYen }) => sum + claimYen, 0);
  }

  private ordersOf() {
    const orders: Record<string, { id: string; point: never; at: number; act: never; waitMs: number }[]> = {};
    for (const [index, { service, point, at, act, waitMs }] of this.schedule.points.entries()) {
      const order = { id: `${this.schedule.seed}-${index}`, point, at, act, waitMs };
      (orders[service] ??= []).push(order as never);
    }
    return { id: String(this.schedule.seed), orders };
  }

  private receivers(): [Receiver[], Receiver[]] {
    const { premises } = this.stage;
    const onStep = (step: string, detail: string) => this.step(step, detail);
    const { refusesBundle } = this.schedule;
    const bundles = this.world.insurers.map(({ number }, index) => {
      const refusals = refusesBundle && index === 0 ? 1 : 0;
      return new Receiver(number, 'bundles', premises, this.home, { refusals, onStep });
    });
    const returns = this.world.providers.map(
      ({ number }) => new Receiver(number, 'returns', premises, this.home, { refusals: 0, onStep }),
    );
    return [bundles, returns];
  }

  private deciders(): [Operator, Answerer[]] {
    const { premises, operatorKey } = this.stage;
    const onStep = (step: string, detail: string) => this.step(step, detail);
    const { releases, insurersDecide } = this.schedule;
    const insurers = insurersDecide ? this.world.insurers : [];
    const answerers = insurers.map(({ number }) => new Answerer(number, premises, { releases, onStep }));
    return [new Operator(premises, operatorKey, { releases, insurersDecide, onStep }), answerers];
  }

  /** Faults from outside happen by the number of steps, whoever takes them. */
  private async step(step: string, detail: string): Promise<void> {
    this.steps += 1;
    this.log.note(step, { detail, number: this.steps });
    const due = this.open.filter(({ afterSteps }) => afterSteps <= this.steps);
    this.open = this.open.filter((each) => !due.includes(each));
    for (const { what } of due) {
      this.log.note('harm', what);
      const harming = this.harm(what);
      // Whoever settles hears of it; until then nobody listens.
      harming.catch(() => undefined);
      this.harming.push(harming);
    }
  }

  private async harm(what: OutsideFault['what']): Promise<void> {
    const hasHappened = await this.stage.harm(what);
    if (hasHappened) this.faults.push(nameOf(what));
    this.log.note('harm is over', { hasHappened, ...what });
  }

  /** Whoever has a reply to send does so once it holds a bundle. */
  private async reply(bundles: readonly Receiver[]): Promise<void> {
    for (const planned of this.schedule.replies) {
      const number = this.world.insurers[planned.insurer]?.number;
      const bundle = handsOf(bundles).find(({ receiver, file }) => receiver === number && file !== null);
      if (bundle === undefined || bundle.file === null || this.doneReplies.has(planned)) continue;
      this.doneReplies.add(planned);
      const held = { ...bundle, file: bundle.file };
      const { archive, pairs } = await writeReply(held, planned, this.world.date, this.home);
      await this.send(archive, planned.channels);
      for (const pair of pairs) this.sentBack.add(pair);
      this.log.note('sent back', { pairs });
    }
  }

  /** What is doubled shows only after everything else has come. */
  private async lookOnceMore(everybody: readonly (() => Promise<void>)[]): Promise<void> {
    await waitUntil(
      'a last look',
      async () => {
        const looks = await Promise.all(everybody.map((work) => work().then(...isDone)));
        return looks.every(Boolean);
      },
      { deadlineMs: 60_000 },
    );
  }

  private async send(archive: SentArchive, channels: readonly number[]): Promise<void> {
    let first: string | null = null;
    for (const number of channels) {
      const channel = inboundChannels[number];
      if (channel === undefined) throw new RangeError('no such channel');
      await this.step('send', `${archive.fileName} by ${channel.name}`);
      const { receiptNumber } = await channel.send(archive, this.stage.premises).catch((fault: unknown) => {
        throw new Violation(`${archive.fileName} by ${channel.name}: ${(fault as Error).message}`);
      });
      await this.step('receipt', receiptNumber);
      if (first !== null && first !== receiptNumber) {
        throw new Violation(`${archive.fileName} was received twice: ${first} and ${receiptNumber}`);
      }
      if (first === null && archive.records.length > 0) this.book.push(archive);
      first = receiptNumber;
    }
  }

  /** Works in rounds as long as partners send; what fails is done again in the next. */
  private async again(work: () => Promise<void>): Promise<void> {
    while (!this.areSendersDone) {
      await work().catch((broken: unknown) =>
        this.log.note('broken', { error: String(broken).slice(0, 300) }),
      );
      await new Promise((resolve) => setTimeout(resolve, roundPauseMs));
    }
  }

  /** Goes on until everything that was acknowledged has come to its end. */
  private async settle(
    everybody: readonly (() => Promise<void>)[],
    operator: Operator,
    bundles: readonly Receiver[],
    returns: readonly Receiver[],
  ): Promise<void> {
    let broken: string[] = [];
    let round = 0;
    const left = () => missing(this.book, handsOf(bundles), handsOf(returns), this.sentBack);
    await waitUntil(
      'everything has come to its end',
      async () => {
        broken = [];
        round += 1;
        const works = everybody.map((work) =>
          work().catch((error: unknown) => void broken.push(String(error))),
        );
        await Promise.all(works);
        await this.reply(bundles);
        await Promise.all(this.harming);
        if (left().length > 0 && round % deadLetterRounds !== 0) return false;
        const dead = await operator.replayDeadLetters().catch(() => 1);
        if (dead > 0) this.log.note('dead letters', { count: dead });
        return broken.length === 0 && dead === 0 && left().length === 0;
      },
      {
        deadlineMs: settleMs,
        everyMs: roundPauseMs,
        state: () => [...broken, ...left()].slice(0, 8),
      },
    ).catch((fault: unknown) => {
      if (fault instanceof Violation) throw fault;
      throw new Violation((fault as Error).message);
    });
    this.open = [];
    this.log.note('settled');
  }

  private sentBackYen(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { pair, insurer, claimYen } of this.book.flatMap(({ records }) => records)) {
      if (this.sentBack.has(pair)) sums.set(insurer, (sums.get(insurer) ?? 0) + claimYen);
    }
    return sums;
  }

  private async check(
    bundles: readonly Receiver[],
    returns: readonly Receiver[],
    begunMs: number,
  ): Promise<void> {
    const [delivered, sentBack] = [handsOf(bundles), handsOf(returns)];
    checkFates(this.book, delivered, sentBack, this.sentBack);
    for (const archive of this.book) addArchive(this.totals, archive, this.sentBack);
    await checkLedger(this.stage, this.totals);
    const insurers = this.world.insurers.map(({ number }) => number);
    await checkInvoices(this.stage, delivered, insurers, {
      yenByInsurer: this.sentBackYen(),
      acrossMonths: this.faults.includes('clock month end'),
    });
    await checkTrail(this.stage);
    const bytes = await checkDisk(this.stage, this.personal, begunMs - 1000);
    this.log.note('checked', { ...this.totals, bytes, values: this.personal.size });
  }
}

const isDone = [() => true, () => false] as const;

/** What a fault is counted as. */
function nameOf(what: OutsideFault['what']): string {
  switch (what.do) {
    case 'clock':
      return `clock ${what.to}`;
    case 'restart-all':
      return `restart-all ${what.how}`;
    case 'fail-store':
      return `fail-store ${what.status}`;
    default:
      return Object.values(what).join(' ');
  }
}

function handsOf(receivers: readonly Receiver[]): InHand[] {
  return receivers.flatMap(({ inHand }) => [...inHand.values()]);
}
