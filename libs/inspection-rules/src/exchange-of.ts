import {
  type ArchiveDirectory,
  type ByteSource,
  type Exchange,
  exchangesOf,
  type IndexFile,
  parseRootName,
  readEntry,
  readIndex,
  type RootName,
} from '@daiko/exchange-format';
import { readDocument } from './document-facts.js';
import type { InspectionSettings } from './settings.js';

/** Exchanges (種別) that sender and receiver of a root name allow and the settings take. */
export function exchangesTaken(name: RootName, settings: InspectionSettings): Exchange[] {
  const { agencyNumber, interactionTypes } = settings;
  return exchangesOf(name, agencyNumber).filter(({ kind }) => interactionTypes.includes(kind));
}

/** The exchange that name and 種別 together make; null where they do not agree. */
export function exchangeMadeBy(
  name: RootName | null,
  index: IndexFile | null,
  settings: InspectionSettings,
): Exchange | null {
  if (name === null) return null;
  const kind = index?.interactionType?.value;
  return exchangesTaken(name, settings).find((exchange) => exchange.kind === kind) ?? null;
}

/**
 * The exchange of an archive whose index is not at hand: the one its name allows, or, where that leaves several, the
 * one ix08 says; null where there is none. Throws only what `source` throws.
 */
export async function exchangeOf(
  source: ByteSource,
  directory: ArchiveDirectory,
  settings: InspectionSettings,
): Promise<Exchange | null> {
  const name = parseRootName(directory.rootFolder);
  if (!name.ok) return null;
  const possible = exchangesTaken(name.value, settings);
  if (possible.length < 2) return possible[0] ?? null;
  const location = directory.facts.index;
  if (location === null) return null;
  const answer = await readEntry(source, location, settings.limits);
  const { isReadable, root } = readDocument('index', location.path, 'ix08', answer, settings, false);
  return isReadable && root !== null ? exchangeMadeBy(name.value, readIndex(root), settings) : null;
}
