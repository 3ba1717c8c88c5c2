import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What happened in a run, one line an event, in the order in which it happened; kept after the run. */
export class EventLog {
  private readonly file: string;
  private readonly begun = performance.now();

  constructor(readonly folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'events.jsonl');
  }

  note(event: string, facts: object = {}): void {
    const ms = Math.round(performance.now() - this.begun);
    appendFileSync(this.file, `${JSON.stringify({ ms, event, ...facts })}\n`);
  }
}
