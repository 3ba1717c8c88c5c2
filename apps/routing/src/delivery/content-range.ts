/** Bytes `start` up to and including `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header for a file of `sizeBytes` (RFC 9110, 14.2): one range of bytes. Anything else (another unit, several ranges,
 * a form that cannot be read) is passed over, as the standard allows: the whole file is sent.
 */
export function parseRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= sizeBytes ? 'unsatisfiable' : { start, end };
}

/** What is offered for download. */
export interface Representation {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
}

/** The request's headers that decide what is sent. */
export interface ContentConditions {
  range?: string | undefined;
  'if-range'?: string | undefined;
  'if-none-match'?: string | undefined;
}

/** What is answered: status, headers and, where content goes out, which bytes. */
export interface ContentAnswer {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  range: ByteRange | null;
}

/**
 * Decides the answer to a download (RFC 9110 conditional and range requests). The ETag is the SHA-256, so it is strong and the same for
 * ever. `Repr-Digest` (RFC 9530) is of the whole file; `Content-Digest`, which is of what is sent, stands where that is the whole file.
 */
export function answerContent(file: Representation, conditions: ContentConditions): ContentAnswer {
  const etag = `"${file.sha256}"`;
  const digest = `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`;
  const always = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'repr-digest': digest,
  };
  if (matchesAny(conditions['if-none-match'], etag)) return { status: 304, headers: always, range: null };
  const ifRange = conditions['if-range']?.trim();
  const isSame = ifRange === undefined || ifRange === etag;
  const range = isSame ? parseRange(conditions.range, file.sizeBytes) : 'whole';
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...always, 'content-range': `bytes */${file.sizeBytes}` }, range: null };
  }
  const headers = {
    ...always,
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.fileName}"`,
    'x-content-type-options': 'nosniff',
  };
  if (range === 'whole') {
    return {
      status: 200,
      headers: { ...headers, 'content-length': String(file.sizeBytes), 'content-digest': digest },
      range: { start: 0, end: file.sizeBytes - 1 },
    };
  }
  const contentRange = `bytes ${range.start}-${range.end}/${file.sizeBytes}`;
  const length = String(range.end - range.start + 1);
  return {
    status: 206,
    headers: { ...headers, 'content-range': contentRange, 'content-length': length },
    range,
  };
}

/** `If-None-Match` compares weakly: `W/` before a tag makes no difference. */
function matchesAny(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
