import type { DefectList } from './defect.js';
import { packPairDigits } from './entry-name.js';
import type { FileColumns } from './file-columns.js';

/** How results and claims find each other. */
export interface Pairs {
  /** Position of the claim of each result; -1 without one. */
  readonly claimOfResult: Int32Array;
  readonly resultsAlone: Uint32Array;
  readonly claimsAlone: Uint32Array;
}

/** Joins results and claims by kind and 26 digits; both folders may stand in any order. */
export function pairRecords(results: FileColumns, claims: FileColumns): Pairs {
  const claimOfResult = new Int32Array(results.length).fill(-1);
  const resultOrder = results.sortedPositions();
  const claimOrder = claims.sortedPositions();
  const claimsAlone: number[] = [];
  let paired = 0;
  let at = 0;
  for (const claim of claimOrder) {
    while (at < resultOrder.length && results.compare(resultOrder[at] ?? 0, claims, claim) < 0) at++;
    const result = resultOrder[at];
    if (result !== undefined && results.compare(result, claims, claim) === 0) {
      claimOfResult[result] = claim;
      paired++;
      at++;
    } else claimsAlone.push(claim);
  }
  const resultsAlone = new Uint32Array(results.length - paired);
  let alone = 0;
  claimOfResult.forEach((claim, result) => {
    if (claim < 0) resultsAlone[alone++] = result;
  });
  return { claimOfResult, resultsAlone, claimsAlone: Uint32Array.from(claimsAlone).sort() };
}

/** Reports files that are there twice, also as the same path in another letter case. */
export function reportDuplicates(
  results: FileColumns,
  claims: FileColumns,
  other: { readonly root: string; readonly lowerCasePaths: readonly string[] },
  defects: DefectList,
): void {
  const folders: readonly (readonly [FileColumns, boolean])[] = [
    [results, true],
    [claims, false],
  ];
  for (const [columns, isData] of folders) {
    const order = columns.sortedPositions();
    for (let at = 1; at < order.length && !defects.isFull; at++) {
      const before = order[at - 1] ?? 0;
      const here = order[at] ?? 0;
      if (columns.compare(before, columns, here) === 0) {
        defects.add('duplicate-path', { entry: columns.pathAt(here, other.root, isData) });
      }
    }
    for (const path of other.lowerCasePaths) {
      if (hasPath(columns, order, path.toLowerCase(), other.root, isData)) {
        defects.add('duplicate-path', { entry: path });
      }
    }
  }
}

function hasPath(
  columns: FileColumns,
  order: Uint32Array,
  lowerPath: string,
  root: string,
  isData: boolean,
): boolean {
  const digits = packPairDigits(lowerPath.slice(-30, -4));
  let low = 0;
  let high = order.length;
  const guidance = /[gp]/.test(lowerPath.charAt(lowerPath.length - 31));
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns.compareKey(order[middle] ?? 0, guidance, digits) < 0) low = middle + 1;
    else high = middle;
  }
  const at = order[low];
  return at !== undefined && columns.pathAt(at, root, isData).toLowerCase() === lowerPath;
}
