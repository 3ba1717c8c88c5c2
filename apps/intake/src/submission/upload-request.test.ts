import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { openUpload, readUploadHeaders } from './upload-request.js';

// Purpose: whatever a multipart sender does with its line, it holds nothing for long and ends no process.

const head = '--b\r\nContent-Disposition: form-data; name="archive"; filename="a.zip"\r\n\r\n';

function multipart(headers: Record<string, string> = {}) {
  const body = new PassThrough();
  const request = Object.assign(body, {
    headers: { 'content-type': 'multipart/form-data; boundary=b', ...headers },
  }) as unknown as IncomingMessage;
  return { body, request, read: readUploadHeaders(request, 1000) };
}

describe('a multipart upload', () => {
  it.each(['before its part is read', 'after its reader has left'])(
    'that breaks off %s is an error of its reader and of nobody else',
    async (when) => {
      const { body, request, read } = multipart();
      const opening = openUpload(request, read, 1000);
      body.write(`${head}first bytes`);
      const upload = await opening;
      const chunks = upload.body[Symbol.asyncIterator]();
      if (when === 'after its reader has left') {
        await chunks.next();
        await chunks.return?.();
      }
      // An 'error' event without a listener would be thrown here, as an uncaught exception of the process.
      body.destroy();
      await new Promise((resolve) => body.once('close', () => setImmediate(resolve)));
      if (when === 'before its part is read') await expect(chunks.next()).rejects.toThrow('cut off');
    },
  );

  it('that never comes to its file is given up', async () => {
    const { body, request, read } = multipart();
    body.write('--b\r\nContent-Disposition: form-data; name="note"\r\n\r\n');
    await expect(openUpload(request, read, 20)).rejects.toThrow('intake.upload-stalled');
  });

  it('that never ends behind its file is given up where the digest of the whole is promised', async () => {
    const { body, request, read } = multipart({ 'content-digest': `sha-256=:${'A'.repeat(43)}=:` });
    body.write(`${head}bytes\r\n--b\r\n`);
    const { promise } = await openUpload(request, read, 20);
    await expect(promise?.ofWholeBody?.()).rejects.toThrow('intake.upload-stalled');
  });
});
