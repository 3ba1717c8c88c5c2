import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that a test can cut and mend: what an outage looks like from the client's side. */
export class SeveredLink {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;
  private isMute = false;

  private constructor(private readonly target: { host: string; port: number }) {}

  static async to(target: { host: string; port: number }): Promise<{ link: SeveredLink; port: number }> {
    const link = new SeveredLink(target);
    await link.mend();
    return { link, port: link.port };
  }

  /** Ends every connection and refuses new ones. */
  async sever(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Keeps every connection and carries nothing any more, in neither direction. */
  mute(): void {
    this.isMute = true;
  }

  /** Takes connections again, on the same port. */
  async mend(): Promise<void> {
    this.isMute = false;
    const server = createServer((near) => {
      const far = connect(this.target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.on('data', (bytes) => this.isMute || other.write(bytes));
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
    this.server = server;
  }
}
