import type { IndexFacts } from '../../index-facts.js';

/** True when the number of files is the number of persons, as old converters wrote it (S014 instead of S001). */
export function countsPersonsOnly(index: IndexFacts): boolean {
  const { dataXmlCount, claimsXmlCount } = index.directory.facts;
  return claimsXmlCount > 0 && index.index?.totalRecordCount?.value === dataXmlCount;
}
