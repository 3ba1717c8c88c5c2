import type { Bilingual, FindingMark, Severity } from '@daiko/contracts';

/** 返戻理由コード (別表9) a rule writes; null for rules of the whole archive and for mere hints. */
export type ReturnReason = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09';

/**
 * One finding (指摘): rule, place and, for the eyes of sender and agency only, the value seen and the value expected.
 * `value` and `expected` may be personal data: {@link toFindingMark} takes them away before anything is stored or sent.
 */
export interface Finding {
  readonly rule: string;
  /** L0 to L9 of the order of checks. */
  readonly level: number;
  readonly severity: Severity;
  readonly returnReason: ReturnReason | null;
  /** Path inside the archive; null where the archive as a whole is meant. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  readonly xpath: string | null;
  /** Item code (17 digits of a checkup, 10 of guidance). */
  readonly item: string | null;
  readonly value: string | null;
  readonly expected: string | null;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

const XPATH_MAX = 400;
const FILE_MAX = 160;

/** Severities from the gravest, 0, to the mildest. */
export const severityRank: Readonly<Record<Severity, number>> = {
  refuse: 0,
  return: 1,
  query: 2,
  warning: 3,
  info: 4,
};

/** The finding without values and texts, as messages and databases may hold it. */
export function toFindingMark(finding: Finding): FindingMark {
  return {
    rule: finding.rule,
    level: finding.level,
    severity: finding.severity,
    returnReason: finding.returnReason,
    file: finding.file === null ? null : finding.file.slice(0, FILE_MAX),
    line: finding.line,
    xpath: finding.xpath === null ? null : finding.xpath.slice(0, XPATH_MAX),
    item: finding.item === null ? null : finding.item.slice(0, 20),
  };
}

/** Order of findings in every report: level, severity, id, place. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.level - b.level ||
    severityRank[a.severity] - severityRank[b.severity] ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareTexts(a.xpath ?? '', b.xpath ?? '') ||
    compareTexts(a.item ?? '', b.item ?? '')
  );
}

// Plain code unit order: the same on every machine, whatever its language.
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
