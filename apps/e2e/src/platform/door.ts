import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** What the agency answered, whatever the status. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  /** A value to be sent as JSON. */
  json?: unknown;
  /** A file to be sent as it is. */
  file?: string;
}

const answerDeadlineMs = 300_000;

/** The agency's HTTPS door as one partner or operator sees it; a client of its own, so that the product's is not its own witness. */
export class Door {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(
    private readonly origin: string,
    private readonly ca: string,
    private readonly key: string,
  ) {}

  static async open(platform: { origin: string; caFile: string }, keyFile: string): Promise<Door> {
    const [ca, key] = await Promise.all([readFile(platform.caFile, 'utf8'), readFile(keyFile, 'utf8')]);
    return new Door(platform.origin, ca, key.trim());
  }

  async ask(path: string, asking: Asking = {}): Promise<Answer> {
    const body = asking.json === undefined ? undefined : Buffer.from(JSON.stringify(asking.json));
    const size = asking.file === undefined ? body?.length : (await stat(asking.file)).size;
    return new Promise<Answer>((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.origin),
        {
          method: asking.method ?? (size === undefined ? 'GET' : 'POST'),
          agent: this.agent,
          ca: this.ca,
          timeout: answerDeadlineMs,
          headers: {
            authorization: `Bearer ${this.key}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(size !== undefined && { 'content-length': String(size) }),
            ...asking.headers,
          },
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              bytes: Buffer.concat(parts),
            }),
          );
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${path}: no answer in time`)));
      outgoing.on('error', reject);
      if (asking.file === undefined) outgoing.end(body);
      // An answer before the end of the body closes the stream: the answer decides.
      else pipeline(createReadStream(asking.file), outgoing).catch(() => undefined);
    });
  }

  /** The answer's JSON; throws with status and text where it is not 2xx. */
  async json<T>(path: string, asking: Asking = {}): Promise<T> {
    const { status, bytes } = await this.ask(path, asking);
    if (status >= 300)
      throw new Error(`${asking.method ?? ''} ${path}: ${status} ${bytes.toString('utf8').slice(0, 500)}`);
    return JSON.parse(bytes.toString('utf8')) as T;
  }

  upload(file: string, fileName: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('/v1/submissions', {
      file,
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${fileName}"`,
        ...headers,
      },
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** All pages of a list. */
export async function everyPage<T>(door: Door, path: string, itemsKey: string): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const query: string =
      after === null ? '' : `${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;
    const page: Record<string, unknown> = await door.json(`${path}${query}`);
    items.push(...(page[itemsKey] as T[]));
    after = (page.next ?? null) as string | null;
  } while (after !== null);
  return items;
}
