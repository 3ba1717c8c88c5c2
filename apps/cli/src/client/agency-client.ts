import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ProblemBody } from '@daiko/contracts';
import { AgencyRefused } from './agency-refused.js';

/** Where an agency answers and as whom one speaks to it. */
export interface AgencyAddress {
  /** `https://host:port` */
  origin: string;
  /** PEM of the certificate authority to trust; the system's where absent. */
  ca?: string;
  /** Bearer credential of the partner or operator. */
  key: string;
}

export interface Answer<T> {
  status: number;
  headers: IncomingMessage['headers'];
  body: T;
}

const answerBytesMax = 256 * 1024 * 1024;

/** Speaks to an agency over HTTPS as one partner: the same doors that any other client would use. */
export class AgencyClient {
  constructor(private readonly address: AgencyAddress) {}

  async get<T>(path: string): Promise<T> {
    return (await this.json<T>('GET', path)).body;
  }

  /** Every page of a list, one after the other, from the first or from behind a cursor. */
  async *pages<Page extends { next: string | null }>(
    path: string,
    from: string | null = null,
  ): AsyncGenerator<Page> {
    const joint = path.includes('?') ? '&' : '?';
    let after = from;
    do {
      const cursor: string = after === null ? '' : `${joint}after=${encodeURIComponent(after)}`;
      const page: Page = await this.get(`${path}${cursor}`);
      yield page;
      after = page.next;
    } while (after !== null);
  }

  /** All entries of a list, whose pages have them under `noun`, from the first or from behind a cursor. */
  async all<Entry>(path: string, noun: string, from: string | null = null): Promise<Entry[]> {
    const entries: Entry[] = [];
    const pages = this.pages<{ next: string | null; [noun: string]: unknown }>(path, from);
    for await (const page of pages) entries.push(...((page[noun] ?? []) as Entry[]));
    return entries;
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return (await this.json<T>('POST', path, body)).body;
  }

  async delete<T>(path: string): Promise<T> {
    return (await this.json<T>('DELETE', path)).body;
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await this.send(
      method,
      path,
      {
        accept: 'application/json',
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        }),
      },
      async (outgoing) => void outgoing.end(text),
    );
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: (await readAnswer(response)) as T,
    };
  }

  /** Sends an archive from a file; answers 201 and the receipt, or throws what the agency found. */
  async upload<T>(
    path: string,
    file: string,
    fileName: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.sendFile<T>(path, file, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
      ...headers,
    });
  }

  /** Sends a CSV file as it is. */
  async sendCsv<T>(path: string, file: string): Promise<Answer<T>> {
    return this.sendFile<T>(path, file, { 'content-type': 'text/csv' });
  }

  private async sendFile<T>(path: string, file: string, headers: Record<string, string>): Promise<Answer<T>> {
    const { size } = await stat(file);
    const response = await this.send(
      'POST',
      path,
      { 'content-length': String(size), ...headers },
      async (outgoing) => {
        await pipeline(createReadStream(file), outgoing);
      },
    );
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: (await readAnswer(response)) as T,
    };
  }

  /** Writes what lies at `path` into a file. */
  async download(path: string, file: string): Promise<Answer<null>> {
    const response = await this.send('GET', path, {}, async (outgoing) => void outgoing.end());
    if ((response.statusCode ?? 500) >= 400) await readAnswer(response);
    await pipeline(response, createWriteStream(file, { mode: 0o600 }));
    return { status: response.statusCode ?? 0, headers: response.headers, body: null };
  }

  /** Passes what lies at `path` on as it comes; `to` stays open. */
  async copy(path: string, to: Writable): Promise<void> {
    const response = await this.send('GET', path, {}, async (outgoing) => void outgoing.end());
    if ((response.statusCode ?? 500) >= 400) await readAnswer(response);
    await pipeline(response, to, { end: false });
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    write: (outgoing: ReturnType<typeof request>) => Promise<void>,
  ): Promise<IncomingMessage> {
    const options: RequestOptions = {
      method,
      headers: { ...headers, authorization: `Bearer ${this.address.key}` },
      timeout: 600_000,
      ...(this.address.ca !== undefined && { ca: this.address.ca }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, this.address.origin), options, resolve);
      outgoing.on('timeout', () =>
        outgoing.destroy(new Error(`no answer from ${this.address.origin} in time`)),
      );
      outgoing.on('error', reject);
      // An answer that comes before the body is sent (413, 401) closes the stream: the answer decides, not the broken pipe.
      write(outgoing).catch(() => undefined);
    });
  }
}

async function readAnswer(response: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > answerBytesMax) throw new Error('the answer of the agency is too large');
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  const isJson = /json/.test(response.headers['content-type'] ?? '');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  const status = response.statusCode ?? 500;
  if (status < 400) return body;
  if (isJson) throw new AgencyRefused(status, body as ProblemBody);
  const detail = `HTTP ${status}`;
  throw new AgencyRefused(status, { detail, detailEn: detail } as ProblemBody);
}
