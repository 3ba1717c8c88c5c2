import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way round to a server on this machine that a fault run can cut and slow. */
export class Detour {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly server: Server;
  /** Waiting time of every piece that passes, ms. */
  delayMs = 0;

  /** `target` is asked at every connection: a server may come back elsewhere. */
  constructor(private readonly target: () => Promise<number>) {
    this.server = createServer((near) => void this.join(near));
  }

  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => resolve((this.server.address() as { port: number }).port));
    });
  }

  /** Breaks every connection that is there, in the middle of what it carries. */
  cut(): number {
    const count = this.pairs.size;
    for (const [near, far] of this.pairs) [near, far].forEach((socket) => socket.resetAndDestroy());
    return count;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async join(near: Socket): Promise<void> {
    near.on('error', () => undefined);
    const far = connect(await this.target(), '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    far.on('error', () => near.resetAndDestroy());
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('close', () => {
        this.pairs.delete(pair);
        pair.forEach((each) => each.destroy());
      });
    }
    near.pipe(this.slowly()).pipe(far).pipe(this.slowly()).pipe(near);
  }

  private slowly(): Transform {
    return new Transform({
      transform: (piece, _encoding, done) => {
        if (this.delayMs === 0) done(null, piece);
        else setTimeout(() => done(null, piece), this.delayMs);
      },
    });
  }
}
