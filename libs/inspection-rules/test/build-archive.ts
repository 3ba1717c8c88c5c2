import { Buffer } from 'node:buffer';
import { ArchiveWriter, calendarDate, MemorySource, SCHEMA_FILES } from '@daiko/exchange-format';

/** Numbers of invented bodies that carry right check digits. */
export const invented = {
  provider: '1310000011',
  agency: '91399113',
  insurer: '06139992',
  root: '1310000011_91399113_202611240_1',
  guidanceRoot: '1310000011_91399113_202611240_2',
  date: '20261124',
} as const;

/** Files of an archive by path under the root folder; null takes a file away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** 26 digits of record number `index`. */
export function digitsOf(index: number, kindCode = 1): string {
  return `${invented.provider}202611240${kindCode}${String(index).padStart(6, '0')}`;
}

/** Writes an archive with the product's own writer. */
export async function buildArchive(root: string, files: Files): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const writer = new ArchiveWriter(
    (chunk) => {
      chunks.push(Uint8Array.from(chunk));
      return Promise.resolve();
    },
    root,
    { date: calendarDate(invented.date) },
  );
  for (const [path, content] of Object.entries(files)) {
    if (content !== null) await writer.addFile(path, Buffer.from(content));
  }
  await writer.finish();
  return Buffer.concat(chunks);
}

/** Files of an archive that pass the desk: one record, contents of no meaning. */
export function deskFiles(changes: Files = {}): Files {
  const schemas = Object.fromEntries(SCHEMA_FILES.map((path) => [path, '<xs:schema/>']));
  return {
    'ix08_V08.xml': '<index/>',
    'su08_V08.xml': '<summary/>',
    [`DATA/h${digitsOf(1)}.xml`]: '<ClinicalDocument/>',
    [`CLAIMS/c${digitsOf(1)}.xml`]: '<checkupClaim/>',
    ...schemas,
    ...changes,
  };
}

export function sourceOf(bytes: Uint8Array): MemorySource {
  return new MemorySource(bytes);
}
