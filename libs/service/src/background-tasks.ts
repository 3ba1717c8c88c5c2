import type { Logger } from '@daiko/observability';
import { withTrace } from '@daiko/observability';

interface Task {
  name: string;
  intervalMs: number;
  isAtStart: boolean;
  work: () => Promise<void>;
}

/**
 * Work that a service does by itself at intervals (sealing, sweeping, heartbeats). Inject it and call `every` in
 * `onModuleInit`. Tasks begin once the service is ready; one never overlaps itself; a failure is logged and the next turn comes.
 * At the end the running turn is waited for before messages and database close.
 */
export class BackgroundTasks {
  private readonly tasks: Task[] = [];
  private readonly timers = new Map<Task, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private phase: 'before' | 'running' | 'stopped' = 'before';

  constructor(private readonly logger: Logger) {}

  /** Does `work` every `intervalMs` after its last turn has ended; first after one interval, or at once with `atStart`. */
  every(
    name: string,
    intervalMs: number,
    work: () => Promise<void>,
    options: { atStart?: boolean } = {},
  ): void {
    const task = { name, intervalMs, work, isAtStart: options.atStart ?? false };
    this.tasks.push(task);
    if (this.phase === 'running') this.plan(task, task.isAtStart ? 0 : intervalMs);
  }

  /** Called by the start once queues and doors are open. */
  start(): void {
    this.phase = 'running';
    for (const task of this.tasks) this.plan(task, task.isAtStart ? 0 : task.intervalMs);
  }

  /** Plans no more turns and waits for those that run. */
  async stop(): Promise<void> {
    this.phase = 'stopped';
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(this.running);
  }

  private plan(task: Task, delayMs: number): void {
    if (this.phase !== 'running') return;
    const timer = setTimeout(() => {
      const turn = withTrace(undefined, () => this.runOnce(task)).finally(() => {
        this.running.delete(turn);
        this.plan(task, task.intervalMs);
      });
      this.running.add(turn);
    }, delayMs);
    this.timers.set(task, timer);
  }

  private async runOnce(task: Task): Promise<void> {
    try {
      await task.work();
    } catch (error) {
      this.logger.error('A background task failed', { action: task.name, error });
    }
  }
}
