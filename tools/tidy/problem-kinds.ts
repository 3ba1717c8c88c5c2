import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProblemKind } from '@daiko/contracts';

const isKind = (value: unknown): value is ProblemKind =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'detail' in value;

/** Every kind of problem that a `problems.ts` among `files` exports, alone or in a record. */
export async function problemKinds(root: string, files: readonly string[]): Promise<ProblemKind[]> {
  const kinds: ProblemKind[] = [];
  for (const file of files.filter((each) => /^(apps|libs)\/\w+\/src\/.*problems\.ts$/.test(each))) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) {
      if (isKind(value)) kinds.push(value);
      else if (typeof value === 'object' && value !== null)
        kinds.push(...Object.values(value).filter(isKind));
    }
  }
  return kinds;
}
