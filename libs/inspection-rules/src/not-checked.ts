import type { ArchiveKind, Bilingual } from '@daiko/contracts';
import type { ArchiveContext } from './archive-facts.js';
import { catalogue } from './catalogue.js';
import { type Rule, text } from './rule.js';
import type { InspectionSettings } from './settings.js';
import { rulesOfLastYear } from './statistics/last-year.js';

/** What an archive is, as far as it can be told; null where it cannot. */
export interface KnownArchive {
  /** 種別. */
  readonly exchange: string | null;
  readonly kind: ArchiveKind | null;
}

/** Why a rule was left open, in the words of a sender. */
type Openness = 'scanner' | 'receipt' | 'masters' | 'history' | 'delivery' | 'last-year' | 'settings';

const whyOpen: Readonly<Record<Openness, Bilingual>> = {
  scanner: text('受付のときに行うマルウェア検査', 'the malware scan at receipt'),
  receipt: text('受付済みの送付と同じ名前・同じ内容でないか', 'whether name or content was received before'),
  masters: text(
    '代行機関の台帳（券・加入者・契約・機関）との照合',
    'the masters of the agency: tickets, members, contracts, institutions',
  ),
  history: text(
    'これまでに受け付けた記録との照合（この送付の中の重複などは点検しました）',
    'records received before (what repeats inside this archive was checked)',
  ),
  delivery: text('代行機関が送付した記録との照合', 'the records that the agency delivered'),
  'last-year': text(
    '前年度の記録との比較（前年度の記録が十分にあるときに行います）',
    'the records of the year before, where enough are kept',
  ),
  settings: text(
    '設定や指定があるときだけ行う点検（送付者・代行機関の番号、締日、記号・番号の形）',
    'what needs a setting or an option: sender, agency, cut-off day, forms of 記号・番号',
  ),
};

const kindOfOpen: Readonly<Record<string, Openness>> = {
  ...{ A006: 'scanner', A012: 'settings', A013: 'settings', A031: 'settings', I008: 'settings' },
  ...{ A027: 'receipt', A028: 'receipt', H014: 'history' },
  ...{ R004: 'delivery', R006: 'delivery', R008: 'delivery' },
  ...Object.fromEntries(rulesOfLastYear.map((id) => [id, 'last-year'])),
};

/**
 * Ids of rules that an inspection of the archive alone leaves open or answers in part, sorted: those that need a scanner, masters
 * (台帳), a history or more than this archive. Of an archive whose 種別 and kind are known only those that would be asked of it.
 */
export function notChecked(
  context: ArchiveContext,
  settings: InspectionSettings,
  archive: KnownArchive = { exchange: null, kind: null },
): string[] {
  const open = new Set(['A006', 'A027', 'A028']);
  for (const rule of catalogue) {
    if (opennessOf(rule) !== null && isAskedOf(rule, archive)) open.add(rule.id);
  }
  if (context.senderNumber === undefined) open.add('A012');
  if (settings.agencyNumber === '') open.add('A013');
  if (settings.cutOffDay === null) open.add('A031');
  if (!hasPatterns(settings)) open.add('I008');
  return [...open].sort();
}

/** Open rules by why they are, for a reader. */
export function openRules(ids: readonly string[]): { why: Bilingual; rules: readonly string[] }[] {
  const rules = new Map(catalogue.map((rule) => [rule.id, rule]));
  const byWhy = new Map<Openness, string[]>();
  for (const id of ids) {
    const rule = rules.get(id);
    const why = kindOfOpen[id] ?? (rule === undefined ? null : opennessOf(rule)) ?? 'settings';
    byWhy.set(why, [...(byWhy.get(why) ?? []), id]);
  }
  return (Object.keys(whyOpen) as Openness[]).flatMap((why) => {
    const open = byWhy.get(why);
    return open === undefined ? [] : [{ why: whyOpen[why], rules: open }];
  });
}

/** Null for a rule that the archive alone answers, or whose openness the context decides. */
function opennessOf({ id, subject, level }: Rule): Openness | null {
  if (subject === 'memory') return level === 7 ? 'masters' : 'history';
  const open = kindOfOpen[id];
  return open === 'delivery' || open === 'last-year' || open === 'history' ? open : null;
}

/** A rule is of 種別 1 unless it says otherwise. */
function isAskedOf({ exchanges = ['1'], appliesTo }: Rule, { exchange, kind }: KnownArchive): boolean {
  if (!(exchanges as readonly string[]).includes(exchange ?? '1')) return false;
  if (kind === null || appliesTo.includes('zip')) return true;
  const own: readonly string[] = kind === 'guidance' ? ['hg', 'gc'] : ['hc', 'cc'];
  return appliesTo.some((file) => own.includes(file));
}

/** True where some insurer said what its 記号・番号 look like. */
function hasPatterns({ terms, insurerTerms }: InspectionSettings): boolean {
  const all = [terms, ...insurerTerms.map((change) => change.terms)];
  return all.some(({ insuredPatterns }) => insuredPatterns !== undefined && insuredPatterns !== null);
}
