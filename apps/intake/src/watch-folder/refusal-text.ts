import type { ProblemBody } from '@daiko/contracts';
import type { Finding } from '@daiko/inspection-rules';

function placeOf({ file, line }: Finding): string {
  if (file === null) return '';
  return line === null ? ` ${file}` : ` ${file}:${line}`;
}

/** A refusal as a text that a clerk can read: Japanese first, English second. */
export function refusalText(name: string, body: ProblemBody, findings: readonly Finding[]): string {
  const japanese = findings.map(
    (finding) => `・[${finding.rule}]${placeOf(finding)} ${finding.message.ja}\n  対処: ${finding.remedy.ja}`,
  );
  const english = findings.map(
    (finding) =>
      `- [${finding.rule}]${placeOf(finding)} ${finding.message.en}\n  Remedy: ${finding.remedy.en}`,
  );
  return [
    `受付できませんでした: ${name}`,
    body.detail,
    ...japanese,
    body.remedy,
    '',
    `Refused: ${name}`,
    body.detailEn,
    ...english,
    body.remedyEn,
    '',
  ].join('\n');
}
