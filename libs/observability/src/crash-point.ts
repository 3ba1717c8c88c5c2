/** Places in the product at which a fault run lets something go wrong, each between two effects that must belong together. */
export const crashPointNames = [
  'intake.upload-sealed',
  'intake.accepting',
  'intake.accepted',
  'intake.receipt-written',
  'outbox.appended',
  'relay.publishing',
  'relay.published',
  'consumer.handled',
  'consumer.committed',
  'inspection.report-sealed',
  'inspection.chunk-committed',
  'routing.planned',
  'routing.uploaded',
  'routing.sealing',
  'routing.sealed',
  'delivery.acknowledging',
  'delivery.acknowledged',
  'billing.posted',
  'audit.appended',
] as const;
export type CrashPointName = (typeof crashPointNames)[number];

/** What happens at a point: the process dies, waits, throws; or (relay only) sends a batch twice, or backwards. */
export type CrashAct = 'kill' | 'wait' | 'throw' | 'repeat' | 'reverse';

/** One fault: at the `at`-th passage of a point, once. */
export interface CrashOrder {
  id: string;
  point: CrashPointName;
  /** From 1; counted in each process since the plan was given. */
  at: number;
  act: CrashAct;
  /** Only with `wait`. */
  waitMs?: number;
}

/** Where orders come from, and who notes that one is carried out. */
export interface CrashPlan {
  /** Orders as they stand now; another `id` of the plan begins the counting anew. */
  read(): { id: string; orders: readonly CrashOrder[] };
  /** Takes an order for itself; false where it was carried out before, by any process. */
  claim(order: CrashOrder): boolean;
}

/** What a point throws where its order says so. */
export class CrashOrdered extends Error {
  override name = 'CrashOrdered';
}

let plan: CrashPlan | null = null;
let planId = '';
const passages = new Map<CrashPointName, number>();

/** Arms the crash points of this process; null disarms them. Only tests and fault runs do this: see docs/security.md. */
export function armCrashPoints(armed: CrashPlan | null): void {
  plan = armed;
  planId = '';
  passages.clear();
}

/**
 * Names a place where a crash must do no harm. Does nothing and costs nothing unless armed; then it may not return (kill, throw) or
 * answer what the caller is to do oddly.
 */
export function crashPoint(name: CrashPointName): Promise<'repeat' | 'reverse' | undefined> | undefined {
  return plan === null ? undefined : pass(plan, name);
}

async function pass(armed: CrashPlan, name: CrashPointName): Promise<'repeat' | 'reverse' | undefined> {
  const { id, orders } = armed.read();
  if (id !== planId) {
    passages.clear();
    planId = id;
  }
  const passage = (passages.get(name) ?? 0) + 1;
  passages.set(name, passage);
  const order = orders.find(({ point, at }) => point === name && at === passage);
  if (order === undefined || !armed.claim(order)) return undefined;
  switch (order.act) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return undefined;
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, order.waitMs ?? 0));
      return undefined;
    case 'throw':
      throw new CrashOrdered(name);
    default:
      return order.act;
  }
}
