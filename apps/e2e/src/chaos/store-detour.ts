import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A way round to the object store by HTTP, which can say that the store is full (507) or broken (500), cut and slow. */
export class StoreDetour {
  private readonly server: Server;
  private failing = { status: 500, requests: 0 };
  delayMs = 0;

  constructor(private readonly target: () => Promise<number>) {
    this.server = createServer((asked, answer) => void this.pass(asked, answer));
  }

  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => resolve((this.server.address() as { port: number }).port));
    });
  }

  /** The next so many writing or reading requests get this answer instead. */
  fail(status: number, requests: number): void {
    this.failing = { status, requests };
  }

  heal(): void {
    this.failing.requests = 0;
    this.delayMs = 0;
  }

  cut(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.failing.requests > 0) {
      this.failing.requests -= 1;
      asked.resume();
      answer.writeHead(this.failing.status, { 'content-type': 'text/plain' }).end('ordered by a fault run');
      return;
    }
    const port = await this.target();
    const { method, url, headers } = asked;
    // The host stays as it was signed.
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (incoming) => {
      answer.writeHead(incoming.statusCode ?? 502, incoming.rawHeaders);
      incoming.on('error', () => answer.destroy());
      incoming.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.on('error', () => passed.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }
}
