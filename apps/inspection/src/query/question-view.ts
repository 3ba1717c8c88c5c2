import type { Bilingual } from '@daiko/contracts';
import { catalogue } from '@daiko/inspection-rules';
import type { OpenQuestion } from './question.store.js';
import { nextOf } from './record-cursor.js';

/** An open 確認依頼 as its insurer sees it: which record, and what is doubtful of it; no values. */
export interface QuestionView {
  submissionId: string;
  index: number;
  askedAt: string;
  resultFile: string | null;
  claimFile: string | null;
  ticketNumber: string | null;
  serviceDate: string | null;
  claimYen: number | null;
  findings: { rule: string; item: string | null; title: Bilingual | null }[];
}

const titles = new Map(catalogue.map(({ id, title }) => [id, title]));

/** A page of open questions, and the cursor of the next one. */
export function questionPage(rows: readonly OpenQuestion[], limit: number): object {
  const queries = rows.map(viewOf);
  return { queries, next: nextOf(queries, limit) };
}

function viewOf({ submissionId, index, askedAt, judged }: OpenQuestion): QuestionView {
  const doubtful = judged.findings.filter(({ severity }) => severity === 'query');
  return {
    submissionId,
    index,
    askedAt: askedAt.toISOString(),
    resultFile: judged.result?.name ?? null,
    claimFile: judged.claimFile?.name ?? null,
    ticketNumber: judged.ticketNumber,
    serviceDate: judged.serviceDate,
    claimYen: judged.claim?.claimYen ?? null,
    findings: doubtful.map(({ rule, item }) => ({ rule, item, title: titles.get(rule) ?? null })),
  };
}
