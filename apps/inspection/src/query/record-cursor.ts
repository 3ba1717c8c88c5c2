import { isUuid } from '@daiko/contracts';

/** Reads a cursor `<submissionId>/<index>`; anything else starts from the beginning. */
export function afterOf(cursor: string | undefined): { submissionId: string; index: number } | null {
  const [submissionId = '', index = '', ...rest] = (cursor ?? '').split('/');
  if (!isUuid(submissionId) || !/^\d{1,9}$/.test(index) || rest.length > 0) return null;
  return { submissionId, index: Number(index) };
}

/** The cursor behind a page; null where it is not full, which ends the list. */
export function nextOf(
  page: readonly { submissionId: string; index: number }[],
  limit: number,
): string | null {
  const last = page.at(-1);
  return last === undefined || page.length < limit ? null : `${last.submissionId}/${last.index}`;
}
