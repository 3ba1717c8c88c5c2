import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './sent-archives.js';
import type { BundleView, ReturnView } from './agency-answers.js';
import { type ClaimView, claimsIn } from '../archive/claim-view.js';
import { openArchive } from '../archive/opened-archive.js';
import { everyPage } from '../platform/door.js';
import type { LivePlatform } from '../platform/live-platform.js';

/** A bundle as its insurer has it in hands. */
export interface DownloadedBundle extends BundleView {
  files: Map<string, Buffer>;
  /** SHA-256 of each result document in it. */
  resultDigests: string[];
  claims: Map<string, ClaimView | null>;
}

/** Every insurer lists and downloads its bundles. */
export async function downloadBundles(
  platform: LivePlatform,
  { insurers }: { insurers: readonly string[] },
  folder: string,
): Promise<DownloadedBundle[]> {
  const bundles: DownloadedBundle[] = [];
  for (const insurer of insurers) {
    const door = await platform.partner(insurer);
    for (const bundle of await everyPage<BundleView>(door, '/v1/bundles', 'bundles')) {
      const { bytes } = await door.ask(`/v1/bundles/${bundle.bundleId}/content`);
      if (digestOf(bytes) !== bundle.sha256) throw new Error(`${bundle.name} is not what was sealed`);
      const file = join(folder, bundle.name);
      await writeFile(file, bytes);
      const { files } = await openArchive(file);
      bundles.push({ ...bundle, files, resultDigests: resultDigestsIn(files), claims: claimsIn(files) });
    }
    door.close();
  }
  return bundles;
}

export function resultDigestsIn(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files].filter(([path]) => path.startsWith('DATA/')).map(([, bytes]) => digestOf(bytes));
}

/** A return as its provider has it in hands: an archive, or a 返戻一覧. */
export interface DownloadedReturn extends ReturnView {
  bytes: Buffer;
  files: Map<string, Buffer>;
}

/** Every provider lists and downloads its returns. */
export async function downloadReturns(
  platform: LivePlatform,
  { providers }: { providers: readonly string[] },
  folder: string,
): Promise<DownloadedReturn[]> {
  const returns: DownloadedReturn[] = [];
  for (const provider of providers) {
    const door = await platform.partner(provider);
    for (const each of await everyPage<ReturnView>(door, '/v1/returns', 'returns')) {
      const { bytes } = await door.ask(`/v1/returns/${each.returnId}/content`);
      if (digestOf(bytes) !== each.sha256) throw new Error(`${each.name} is not what was sealed`);
      const file = join(folder, each.name);
      await writeFile(file, bytes);
      const files = each.form === 'archive' ? (await openArchive(file)).files : new Map<string, Buffer>();
      returns.push({ ...each, bytes, files });
    }
    door.close();
  }
  return returns;
}

/** Acknowledges everything that waits for insurers and providers. */
export async function acknowledgeAll(
  platform: LivePlatform,
  { insurers, providers }: { insurers: readonly string[]; providers: readonly string[] },
): Promise<void> {
  const acknowledge = async (number: string, noun: 'bundles' | 'returns'): Promise<void> => {
    const door = await platform.partner(number);
    for (const each of await everyPage<BundleView & ReturnView>(door, `/v1/${noun}?state=sealed`, noun)) {
      const id = noun === 'bundles' ? each.bundleId : each.returnId;
      await door.json(`/v1/${noun}/${id}/acknowledgement`, { json: { sha256: each.sha256 } });
    }
    door.close();
  };
  for (const insurer of insurers) await acknowledge(insurer, 'bundles');
  for (const provider of providers) await acknowledge(provider, 'returns');
}
