import { open, type Entry, type ZipFile } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** An archive opened by somebody else's reader of ZIP files. */
export interface OpenedArchive {
  /** Folder in which everything lies. */
  rootName: string;
  /** Content by path under the root folder (`DATA/h….xml`). */
  files: Map<string, Buffer>;
}

/** Reads a whole archive of a test into memory; throws where a path leaves its root folder or two are the same. */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const files = new Map<string, Buffer>();
  const roots = new Set<string>();
  for await (const { fileName, bytes } of entriesOf(path)) {
    const [root = '', ...rest] = fileName.split('/');
    roots.add(root);
    if (fileName.endsWith('/')) continue;
    const inside = rest.join('/');
    if (files.has(inside)) throw new Error(`${path}: ${inside} is there twice`);
    files.set(inside, bytes);
  }
  const [rootName] = roots;
  if (rootName === undefined || roots.size !== 1) throw new Error(`${path}: not one root folder`);
  return { rootName, files };
}

/** The files of an archive one after the other, as yauzl opens them. */
export async function* entriesOf(path: string): AsyncGenerator<{ fileName: string; bytes: Buffer }> {
  const zip = await promisify<string, { lazyEntries: true; autoClose: false }, ZipFile>(open)(path, {
    lazyEntries: true,
    autoClose: false,
  });
  const openReadStream = promisify(zip.openReadStream.bind(zip) as typeof zip.openReadStream);
  const next = (): Promise<Entry | null> =>
    new Promise((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', reject);
      zip.readEntry();
    });
  try {
    for (let entry = await next(); entry !== null; entry = await next()) {
      zip.removeAllListeners();
      const stream = (await openReadStream(entry)) as NodeJS.ReadableStream;
      yield { fileName: entry.fileName, bytes: await buffer(stream) };
    }
  } finally {
    zip.close();
  }
}
