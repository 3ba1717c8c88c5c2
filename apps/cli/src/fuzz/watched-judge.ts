import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';

/** An input that is to be judged. */
export interface Question {
  readonly path: string;
  readonly number: number;
}

/** What the judging process says of an input. */
export interface Answer {
  readonly number: number;
  /** Exit code of the check. */
  readonly code: number;
  /** What was thrown, unless it was the sender's to mend. */
  readonly fault: string | null;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Most memory the process ever held. */
  readonly peakBytes: number;
}

/** How much an input may cost. */
export interface Allowance {
  /** Time an input may take of the processor; other work on the machine does not count. */
  readonly cpuMs: number;
  /** Time after which a judge that does not answer is given up; the input is then tried once more, with more patience. */
  readonly silenceMs: number;
  readonly bytes: number;
}

/** Bounds of issue and product: 2 s an input, 500 MB. */
export const allowance: Allowance = { cpuMs: 2000, silenceMs: 20_000, bytes: 500_000_000 };

// A process that judges for hours would let its heap grow because it may; bounded, one input that needs more ends it.
const heapBounds = ['--max-old-space-size=256', '--max-semi-space-size=16'];

const silent = 'hang: no answer, twice';
const morePatience = 6;

/** What was done wrong with an input, or that nothing was. */
export interface Outcome {
  readonly answer: Answer | null;
  readonly violation: string | null;
}

/** A process that judges inputs one after the other and is watched from outside; a new one takes the place of one that fell. */
export class WatchedJudge {
  private child: ChildProcess | null = null;

  constructor(
    private readonly script: string,
    private readonly allowed: Allowance = allowance,
  ) {}

  /** Has one input judged; never throws for what the judge does. */
  async judge(question: Question): Promise<Outcome> {
    const { silenceMs } = this.allowed;
    let { answer, end } = await this.ask(question, silenceMs);
    // On a busy machine a judge may wait long for its turn: only who is silent twice hangs.
    if (end === silent) ({ answer, end } = await this.ask(question, silenceMs * morePatience));
    return { answer, violation: answer === null ? end : violationOf(answer, this.allowed) };
  }

  /** Ends the process. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private ask(question: Question, silenceMs: number): Promise<{ answer: Answer | null; end: string }> {
    const stdio: StdioOptions = ['ignore', 'inherit', 'inherit', 'ipc'];
    const child = (this.child ??= fork(this.script, { stdio, execArgv: heapBounds }));
    return new Promise((resolve) => {
      const done = (answer: Answer | null, end: string): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (answer === null) this.close();
        resolve({ answer, end });
      };
      const timer = setTimeout(() => done(null, silent), silenceMs);
      child.once('message', (answer: Answer) => done(answer, ''));
      child.once('exit', (code, signal) => done(null, `crash: the process ended with ${signal ?? code}`));
      child.once('error', (error) => done(null, `crash: ${error.message}`));
      child.send(question);
    });
  }
}

function violationOf(answer: Answer, allowed: Allowance): string | null {
  const { code, fault, cpuMs, peakBytes } = answer;
  if (fault !== null) return `crash: ${fault}`;
  if (code === 2) return 'held: a rule or reader failed';
  if (cpuMs > allowed.cpuMs) return `hang: ${Math.round(cpuMs)} ms of the processor`;
  if (peakBytes > allowed.bytes) return `memory: ${Math.round(peakBytes / 1e6)} MB`;
  return null;
}
