import { once } from 'node:events';
import type { Writable } from 'node:stream';

const FLUSH_CHARACTERS = 64 * 1024;

/** Where a report goes; waits while the reader is slow, so that nothing piles up in memory. */
export class Output {
  private pending = '';
  private failure: Error | null = null;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: Error) => {
      this.failure = error;
    });
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= FLUSH_CHARACTERS) await this.flush();
  }

  /** Hands on what was written; throws what the stream failed with, such as EPIPE from a reader that left. */
  async flush(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    const text = this.pending;
    this.pending = '';
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}
