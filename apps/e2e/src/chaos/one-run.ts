import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { planArchive, type World, writeArchive } from '@daiko/synthetic';
import type { PersonalValues } from '../leak/personal-values.js';
import { Door } from '../platform/door.js';
import { waitUntil } from '../platform/wait-until.js';
import { bookOf, type SentArchive } from './book.js';
import type { EventLog } from './event-log.js';
import { inboundChannels } from './inbound-channel.js';
import { Operator, Receiver } from './partners.js';
import type { OutsideFault, PlannedArchive, Schedule } from './schedule.js';
import type { Stage } from './stage.js';
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
  /** Faults that happened, `point act` or what was done from outside. */
  faults: string[];
}

/** Far longer than it takes: a machine that is busy with other things breaks no law. */
const settleMs = 300_000;
const roundPauseMs = 200;
/** While something is missing, dead letters are looked for in every so many rounds. */
const deadLetterRounds = 20;

/** Partners send, the operator seals, insurers and providers fetch, while what the seed has ordered happens; then everything is checked. */
export class Run {
  private readonly home: string;
  private readonly personal: PersonalValues = new Map();
  private readonly book: SentArchive[] = [];
  private readonly faults: string[] = [];
  private readonly harming: Promise<void>[] = [];
  private open: OutsideFault[];
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
    const archives = [];
    for (const planned of this.schedule.archives) archives.push(await this.write(planned));
    await this.stage.order(this.ordersOf());
    await this.register();
    const [bundles, returns, operator] = this.receivers();
    const everybody = [
      operator.round.bind(operator),
      ...[...bundles, ...returns].map((each) => () => each.visit()),
    ];
    const working = everybody.map((work) => this.again(work));
    const sending = Promise.all(
      archives.map(({ archive, channels }) => this.send(archive, channels)),
    ).finally(() => (this.areSendersDone = true));
    await Promise.all([sending, ...working]);
    await this.settle(everybody, operator, bundles, returns);
    await this.stage.order({ id: `${seed} over`, orders: {}, clockAheadMs: this.clockAheadMs });
    await this.stage.heal();
    this.log.note('healed');
    const fired = (await this.stage.firedLines()).slice(firedBefore);
    for (const line of fired) {
      const { point, act } = JSON.parse(line) as { point: string; act: string };
      this.log.note('fired', JSON.parse(line) as object);
      this.faults.push(`${point} ${act}`);
    }
    for (const each of [operator, ...bundles, ...returns]) each.leave();
    await this.check(bundles, returns, begunMs);
    const records = this.book.reduce((sum, each) => sum + each.records.length, 0);
    const outcome = { seed, ms: Date.now() - begunMs, records, faults: this.faults };
    this.log.note('over', outcome);
    return outcome;
  }

  private get clockAheadMs(): number {
    return this.schedule.clockAheadHours * 3_600_000;
  }

  private ordersOf() {
    const orders: Record<string, { id: string; point: never; at: number; act: never; waitMs: number }[]> = {};
    for (const [index, { service, point, at, act, waitMs }] of this.schedule.points.entries()) {
      const order = { id: `${this.schedule.seed}-${index}`, point, at, act, waitMs };
      (orders[service] ??= []).push(order as never);
    }
    return { id: String(this.schedule.seed), orders, clockAheadMs: this.clockAheadMs };
  }

  private async write(planned: PlannedArchive): Promise<{ archive: SentArchive; channels: number[] }> {
    const provider = this.world.providers[planned.provider];
    if (provider === undefined) throw new RangeError('the world has no such provider');
    const counts = Map.groupBy(planned.defects, (name) => name);
    const plan = planArchive(this.world, {
      provider,
      kind: planned.kind,
      recordCount: planned.records,
      sequence: planned.sequence,
      seed: planned.seed,
      size: 'small',
      defects: [...counts].map(([name, all]) => ({ name, count: all.length })),
    });
    const fileName = `${plan.rootName}.zip`;
    const file = join(this.home, fileName);
    const stream = createWriteStream(file);
    const { expected } = await writeArchive(plan, async (chunk) => {
      if (!stream.write(chunk)) await once(stream, 'drain');
    });
    stream.end();
    await once(stream, 'finish');
    const key = planned.hasKey ? fileName : null;
    const sent = { provider: provider.number, fileName, file, key };
    const { defects, verdict } = expected;
    const planted = { isRefused: verdict === 'refused', defects, releases: this.schedule.releases };
    return { archive: await bookOf(sent, planted, this.personal), channels: planned.channels };
  }

  private async register(): Promise<void> {
    const { premises, operatorKey } = this.stage;
    const partners = [
      ...this.world.providers.map(({ number, name }) => ({ kind: 'provider', number, label: name })),
      ...this.world.insurers.map(({ number, name }) => ({ kind: 'insurer', number, label: name })),
    ];
    await mkdir(join(this.stage.stateFolder, 'demonstration/partners'), { recursive: true, mode: 0o700 });
    const door = await Door.open(premises, operatorKey);
    const path = '/api/identity/v1/partners';
    for (const partner of partners) {
      const json = { ...partner, hasWatchFolder: partner.kind === 'provider' };
      let last: unknown = null;
      const bearerKey = await waitUntil(
        `partner ${partner.number} is registered`,
        async () => {
          const answer = await door
            .ask(path, { json })
            .catch((broken: unknown) => void (last = String(broken)));
          last =
            answer === undefined ? last : `${answer.status} ${answer.bytes.toString('utf8').slice(0, 200)}`;
          if (answer !== undefined && answer.status < 300) {
            return (JSON.parse(answer.bytes.toString('utf8')) as { credential: { bearerKey: string } })
              .credential.bearerKey;
          }
          // Its answer was lost: the partner is there, and its key is shown to nobody again.
          if (answer?.status !== 409) return null;
          const rotated = await door.json<{ bearerKey?: string; credential?: { bearerKey: string } }>(
            `${path}/${partner.number}/credentials`,
            { json: {} },
          );
          return rotated.bearerKey ?? rotated.credential?.bearerKey ?? null;
        },
        { deadlineMs: 60_000, state: () => last },
      );
      await writeFile(premises.keyFileOf(partner.number), bearerKey, { mode: 0o600 });
    }
    door.close();
    this.log.note('registered');
  }

  private receivers(): [Receiver[], Receiver[], Operator] {
    const { premises, operatorKey } = this.stage;
    const onStep = (step: string, detail: string) => this.step(step, detail);
    const { refusesBundle, releases } = this.schedule;
    const bundles = this.world.insurers.map(({ number }, index) => {
      const refusals = refusesBundle && index === 0 ? 1 : 0;
      return new Receiver(number, 'bundles', premises, this.home, { refusals, onStep });
    });
    const returns = this.world.providers.map(
      ({ number }) => new Receiver(number, 'returns', premises, this.home, { refusals: 0, onStep }),
    );
    return [bundles, returns, new Operator(premises, operatorKey, { releases, onStep })];
  }

  /** Faults from outside happen by the number of steps, whoever takes them. */
  private async step(step: string, detail: string): Promise<void> {
    this.steps += 1;
    this.log.note(step, { detail, number: this.steps });
    const due = this.open.filter(({ afterSteps }) => afterSteps <= this.steps);
    this.open = this.open.filter((each) => !due.includes(each));
    for (const { what } of due) {
      this.faults.push(Object.values(what).join(' '));
      this.log.note('harm', what);
      this.harming.push(this.stage.harm(what).then(() => this.log.note('harm is over', what)));
    }
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
      if (first === null) this.book.push(archive);
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
    await waitUntil(
      'everything has come to its end',
      async () => {
        broken = [];
        round += 1;
        for (const work of everybody) await work().catch((error: unknown) => void broken.push(String(error)));
        await Promise.all(this.harming);
        const left = missing(this.book, handsOf(bundles), handsOf(returns));
        if (left.length > 0 && round % deadLetterRounds !== 0) return false;
        const dead = await operator.replayDeadLetters().catch(() => 1);
        if (dead > 0) this.log.note('dead letters', { count: dead });
        return broken.length === 0 && dead === 0 && left.length === 0;
      },
      {
        deadlineMs: settleMs,
        everyMs: roundPauseMs,
        state: () => [...broken, ...missing(this.book, handsOf(bundles), handsOf(returns))].slice(0, 8),
      },
    ).catch((fault: unknown) => {
      throw new Violation((fault as Error).message);
    });
    this.open = [];
    this.log.note('settled');
  }

  private async check(
    bundles: readonly Receiver[],
    returns: readonly Receiver[],
    begunMs: number,
  ): Promise<void> {
    const [delivered, sentBack] = [handsOf(bundles), handsOf(returns)];
    checkFates(this.book, delivered, sentBack);
    for (const archive of this.book) addArchive(this.totals, archive);
    await checkLedger(this.stage, this.totals);
    const insurers = this.world.insurers.map(({ number }) => number);
    await checkInvoices(this.stage, delivered, insurers);
    await checkTrail(this.stage);
    const bytes = await checkDisk(this.stage, this.personal, begunMs - 1000);
    this.log.note('checked', { ...this.totals, bytes, values: this.personal.size });
  }
}

function handsOf(receivers: readonly Receiver[]) {
  return receivers.flatMap(({ inHand }) => [...inHand.values()]);
}
