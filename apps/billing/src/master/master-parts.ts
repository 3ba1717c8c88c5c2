import type { ContractEntry } from './contract-rows.js';
import type { MasterEntries, MasterKind } from './read-master.js';

/** Bytes of the entries of one message at most. */
const partBytesMax = 900_000;
/** Entries of one message at most, by the schema. */
const partEntriesMax = 20_000;
const institutionsMax = 20_000;

/** Cuts the entries of a master into what one message takes each; at least one part, though it be empty. */
export function masterParts<K extends MasterKind>(kind: K, entries: MasterEntries[K]): MasterEntries[K][] {
  const all: readonly object[] =
    kind === 'contracts' ? (entries as ContractEntry[]).flatMap(cutContract) : entries;
  const parts: object[][] = [[]];
  let bytes = 0;
  for (const entry of all) {
    const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
    const open = parts.at(-1)!;
    if (open.length > 0 && (bytes + size > partBytesMax || open.length >= partEntriesMax)) {
      parts.push([entry]);
      bytes = size;
    } else {
      open.push(entry);
      bytes += size;
    }
  }
  return parts as MasterEntries[K][];
}

/** A contract with very many institutions in several entries; the prices stand in the first. */
function cutContract(contract: ContractEntry): ContractEntry[] {
  const cut: ContractEntry[] = [];
  for (let at = 0; at === 0 || at < contract.institutions.length; at += institutionsMax) {
    cut.push({
      ...contract,
      institutions: contract.institutions.slice(at, at + institutionsMax),
      prices: at === 0 ? contract.prices : [],
    });
  }
  return cut;
}
