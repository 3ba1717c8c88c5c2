import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports } from '../src/ports.js';

// What exists is a file beside the script; every call is noted in `calls`.
const script = `#!/bin/sh
here=$(dirname "$0")
echo "$*" >> "$here/calls"
case "$*" in
  "version "*) [ ! -f "$here/silent" ] && echo 28.2.2 ;;
  "context inspect"*) echo "unix://$here/engine.sock" ;;
  "compose version"*) [ ! -f "$here/no-compose" ] && echo 2.40.3 ;;
  "info "*) echo ;;
  *" config --images") printf 'postgres:18\\nclamav/clamav:1.4\\n' ;;
  "image inspect"*) [ -f "$here/images" ] ;;
  "pull "*) echo 'Get "https://registry.invalid/v2/": no such host' >&2; exit 1 ;;
  *" up "*)
    echo c1 > "$here/containers"; echo v1 > "$here/volumes"
    if [ -f "$here/up-fails" ]; then cat "$here/up-fails" >&2; exit 1; fi ;;
  *" down "*) rm -f "$here/containers" ;;
  *" ps --all --format json") echo '{"Service":"postgres","State":"running","Health":"","ExitCode":0}' ;;
  "ps --all"*) cat "$here/containers" 2>/dev/null || true ;;
  "network ls"*) ;;
  "volume ls"*) cat "$here/volumes" 2>/dev/null || true ;;
  "stop "*) ;;
  "rm "*) rm -f "$here/containers" ;;
  "volume rm "*) rm -f "$here/volumes" ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
`;

/** A `docker` that does nothing but remember; first in PATH until it is closed. */
export class FakeDocker {
  readonly #path = process.env['PATH'];
  readonly #listeners = new Set<ServerResponse>();
  readonly #closing: (() => void)[] = [];

  private constructor(readonly folder: string) {
    process.env['PATH'] = `${folder}:${this.#path}`;
  }

  static async create(): Promise<FakeDocker> {
    const folder = await mkdtemp(join(tmpdir(), 'daiko-fake-'));
    await writeFile(join(folder, 'docker'), script, { mode: 0o755 });
    return new FakeDocker(folder);
  }

  /** Makes or removes one of the files that the script looks at. */
  async set(name: string, text: string | null): Promise<void> {
    if (text === null) await rm(join(this.folder, name), { force: true });
    else await writeFile(join(this.folder, name), text);
  }

  async calls(): Promise<string[]> {
    const text = await readFile(join(this.folder, 'calls'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  /** Waits until a call ends in `words`. */
  async called(words: string): Promise<void> {
    while (!(await this.calls()).some((line) => line.endsWith(words))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The engine itself, which tells of containers that end. */
  async listen(): Promise<void> {
    const engine = createServer((_, response) => {
      response.writeHead(200).flushHeaders();
      this.#listeners.add(response);
    });
    await this.#open(engine, { path: join(this.folder, 'engine.sock') });
  }

  /** Waits for somebody to listen, then tells of the end of a container. */
  async tellDeath(service: string): Promise<void> {
    while (this.#listeners.size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const Attributes = { 'com.docker.compose.service': service, exitCode: '137' };
    const line = `${JSON.stringify({ status: 'die', Actor: { Attributes } })}\n`;
    for (const response of this.#listeners) response.write(line);
  }

  /** The database and the scanner inside the containers. */
  async answer({ postgres, clamav }: Ports): Promise<void> {
    for (const [port, text] of [
      [postgres, 'N'],
      [clamav, 'PONG\0'],
    ] as const) {
      const server = createPlainServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end(text));
      });
      await this.#open(server, { port, host: '127.0.0.1' });
    }
  }

  async #open(server: Server | ReturnType<typeof createPlainServer>, where: object): Promise<void> {
    await new Promise<void>((resolve) => server.listen(where, resolve));
    this.#closing.push(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    });
  }

  async close(): Promise<void> {
    process.env['PATH'] = this.#path;
    for (const response of this.#listeners) response.destroy();
    for (const close of this.#closing) close();
    // A call that nobody waits for any more may still be noted.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
  }
}
