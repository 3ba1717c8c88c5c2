import type { IndexFacts } from '../../index-facts.js';

/** True where ix08 names sender and receiver the other way round than the archive's name (S010 alone says it). */
export function arePartiesSwapped({ rootName, index }: IndexFacts): boolean {
  if (rootName === null || index === null || rootName.sender === rootName.receiver) return false;
  return index.sender?.value === rootName.receiver && index.receiver?.value === rootName.sender;
}
