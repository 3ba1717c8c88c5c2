import { Buffer } from 'node:buffer';
import type { Adjudicator } from '../archive/exchange-kind.js';
import { escapeText } from '../xml/write-xml.js';
import { findRootChildren } from '../xml/root-children.js';

/** 処理結果 to be written into a claim. */
export interface Adjudication {
  /** Whose it is; the agency's unless said. */
  readonly by?: Adjudicator;
  /** 種別 of the archive that carries the claim (2 for a return to the provider). */
  readonly interactionType: string;
  /** YYYYMMDD. */
  readonly recordDate: string;
  /** 返戻理由 (別表9), or 過誤返戻理由 (別表10) of an insurer; 01–09. */
  readonly reasonCode: string;
  /** Cut at 100 characters; left out when empty. */
  readonly text: string;
}

/**
 * Puts `agencyAdjudicationResult` or `insurerAdjudicationResult` into a claim (cc08 or gc08) as text: an earlier one of the
 * same body is replaced, the insurer's stays behind the agency's, every other byte stays as received. A file in which no
 * root element can be made out is given back unchanged.
 */
export function adjudicateClaim(claimBytes: Uint8Array, adjudication: Adjudication): Uint8Array {
  const source = Buffer.from(claimBytes.buffer, claimBytes.byteOffset, claimBytes.byteLength);
  const markup = source.toString('latin1');
  const found = findRootChildren(markup);
  if (found === null) return claimBytes;
  const by = adjudication.by ?? 'agency';
  const childOf = (body: Adjudicator) =>
    found.children.find(({ name }) => name === `${body}AdjudicationResult`);
  const old = childOf(by);
  const behind = by === 'agency' ? childOf('insurer') : undefined;
  const start = old?.start ?? behind?.start ?? found.endTag;
  const end = old?.end ?? start;
  const inserted = Buffer.from(resultText(found.prefix, adjudication), 'utf8');
  return Buffer.concat([source.subarray(0, start), inserted, source.subarray(end)]);
}

function resultText(prefix: string, adjudication: Adjudication): string {
  const { by = 'agency', interactionType, recordDate, reasonCode, text } = adjudication;
  const element = `${by}AdjudicationResult`;
  const tag = (name: string) => `${prefix}${name}`;
  const cut = Array.from(text).slice(0, 100).join('');
  const reason =
    cut === ''
      ? `<${tag('reason')} code="${reasonCode}"/>`
      : `<${tag('reason')} code="${reasonCode}"><${tag('text')}>${escapeText(cut)}</${tag('text')}></${tag('reason')}>`;
  return (
    `<${tag(element)}><${tag('interactionType')} code="${interactionType}"/>` +
    `<${tag('recordDate')} value="${recordDate}"/>${reason}</${tag(element)}>`
  );
}
