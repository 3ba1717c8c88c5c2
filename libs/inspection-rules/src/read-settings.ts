import type { Bilingual, Severity } from '@daiko/contracts';
import { DEFAULT_ARCHIVE_LIMITS } from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { isInsurerNumber, isReasons, isTable, isTerms, scopedProblems } from './read-scoped-settings.js';
import { text } from './rule.js';
import { defaultSettings, type InspectionSettings } from './settings.js';

/** Settings read from a file, or everything that is wrong with it. */
export type ReadSettings =
  | { readonly ok: true; readonly settings: InspectionSettings }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

const severityWords: readonly string[] = ['refuse', 'return', 'query', 'warning', 'info', 'off'];

type Check = (value: unknown) => boolean;

/** Keys a settings file may have beside severities and what is scoped, and what they must be. */
const checks: Readonly<Record<string, readonly [Check, Bilingual]>> = {
  version: [isShortText, text('1～60文字の文字列', 'a text of 1 to 60 characters')],
  agencyNumber: [(value) => isShortText(value) && /^\d{8}$/.test(value), text('8桁の数字', '8 digits')],
  interactionTypes: [isListOf(isShortText), text('文字列の配列', 'a list of texts')],
  unitAliases: [isTableOf(isListOf(isShortText)), text('単位ごとの配列', 'a list of units by unit')],
  plausibleBands: [isTableOf(isBand), text('[最小, 最大]の表', 'a table of [min, max]')],
  paymentRates: [isListOf(isCount), text('整数の配列', 'a list of whole numbers')],
  evaluationDays: [
    (value) => value === null || (isCount(value) && (value as number) <= 366),
    text('366以下の整数またはnull', 'a whole number up to 366, or null'),
  ],
  masterDaysMax: [
    (value) => isCount(value) && (value as number) <= 3660,
    text('3660以下の整数', 'a whole number up to 3660'),
  ],
  isPartnerListComplete: [(value) => typeof value === 'boolean', text('真偽値', 'true or false')],
  statistics: [
    isStatistics,
    text(
      'recordsMin・valuesMinの表（1以上の整数）',
      'a table of recordsMin and valuesMin, whole numbers from 1',
    ),
  ],
  insurerGroups: [
    isTableOf(isListOf(isInsurerNumber)),
    text('名前ごとの保険者番号の配列', 'lists of insurer numbers by name'),
  ],
  terms: [isTerms, text('保険者の条件の表', 'a table of terms')],
  cutOffDay: [
    (value) => value === null || (isCount(value) && (value as number) >= 1 && (value as number) <= 31),
    text('1～31の整数又はnull', 'a whole number of 1 to 31, or null'),
  ],
  missingItemReasons: [isReasons, text('absent・notDoneの理由コード', 'codes for absent and notDone')],
  limits: [isLimits, text('上限の表（正の整数）', 'a table of limits, positive whole numbers')],
};

/**
 * Settings from the JSON of a file: what it names replaces the defaults. `version` is demanded, so that a report says
 * what it was judged by. `agencyNumber`, when given, is stronger than the file's. Answers all problems at once.
 */
export function readSettings(json: unknown, agencyNumber = ''): ReadSettings {
  const problems: Bilingual[] = [];
  if (!isTable(json)) {
    return {
      ok: false,
      problems: [text('設定はJSONのオブジェクトにします。', 'Settings are a JSON object.')],
    };
  }
  if (json['version'] === undefined)
    problems.push(text('「version」がありません。', '"version" is missing.'));
  for (const [key, value] of Object.entries(json)) {
    if (key === 'severities') problems.push(...severityProblems(value));
    else if (key === 'severityChanges')
      problems.push(...scopedProblems(key, value, ['rule', 'severity'], changeProblem));
    else if (key === 'insurerTerms') problems.push(...scopedProblems(key, value, ['terms'], termsProblem));
    else problems.push(...keyProblems(key, value));
  }
  if (problems.length === 0) problems.push(...groupProblems(json));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, settings: merged(json as Partial<InspectionSettings>, agencyNumber) };
}

function merged(file: Partial<InspectionSettings>, agencyNumber: string): InspectionSettings {
  const defaults = defaultSettings(file.agencyNumber ?? '');
  return {
    ...defaults,
    ...file,
    agencyNumber: agencyNumber !== '' ? agencyNumber : defaults.agencyNumber,
    limits: { ...defaults.limits, ...file.limits },
    plausibleBands: { ...defaults.plausibleBands, ...file.plausibleBands },
    statistics: { ...defaults.statistics, ...file.statistics },
  };
}

function keyProblems(key: string, value: unknown): Bilingual[] {
  const known = Object.hasOwn(checks, key) ? checks[key] : undefined;
  if (known === undefined)
    return [text(`「${key}」という設定はありません。`, `There is no setting "${key}".`)];
  const [check, wanted] = known;
  return check(value) ? [] : [text(`「${key}」は${wanted.ja}にします。`, `"${key}" must be ${wanted.en}.`)];
}

function severityProblems(value: unknown): Bilingual[] {
  if (!isTable(value))
    return [text('「severities」は規則ごとの表にします。', '"severities" is a table by rule.')];
  return Object.entries(value).flatMap(([id, severity]) => severityProblem(id, severity));
}

function severityProblem(id: string, severity: unknown): Bilingual[] {
  const rule = catalogue.find((candidate) => candidate.id === id);
  if (rule === undefined) return [text(`規則「${id}」はありません。`, `There is no rule "${id}".`)];
  if (rule.isFixed === true) {
    return [text(`規則「${id}」の重大度は変更できません。`, `The severity of "${id}" cannot be changed.`)];
  }
  if (severityWords.includes(severity as Severity)) return [];
  const words = severityWords.join(', ');
  return [
    text(`「${id}」の重大度は ${words} のいずれかです。`, `The severity of "${id}" is one of ${words}.`),
  ];
}

function changeProblem({ rule, severity }: Readonly<Record<string, unknown>>): Bilingual[] {
  return severityProblem(typeof rule === 'string' ? rule : '', severity);
}

function termsProblem({ terms }: Readonly<Record<string, unknown>>): Bilingual[] {
  return isTerms(terms)
    ? []
    : [
        text(
          '「insurerTerms」の「terms」は保険者の条件の表にします。',
          'The "terms" of "insurerTerms" is a table of terms.',
        ),
      ];
}

/** A scope that names neither an insurer nor a group would never hold: a typing error that must not pass in silence. */
function groupProblems(file: Readonly<Record<string, unknown>>): Bilingual[] {
  const { insurerGroups = {}, severityChanges = [], insurerTerms = [] } = file as Partial<InspectionSettings>;
  return [...severityChanges, ...insurerTerms].flatMap(({ insurer }) => {
    if (insurer === undefined || isInsurerNumber(insurer) || Object.hasOwn(insurerGroups, insurer)) return [];
    return [
      text(`保険者・グループ「${insurer}」はありません。`, `There is no insurer or group "${insurer}".`),
    ];
  });
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 60;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.length <= 200 && value.every(check);
}

function isTableOf(check: Check): Check {
  return (value) => isTable(value) && Object.values(value).every(check);
}

function isBand(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite)) return false;
  return (value[0] as number) <= (value[1] as number);
}

function isStatistics(value: unknown): boolean {
  if (!isTable(value)) return false;
  const names = ['recordsMin', 'valuesMin'];
  return Object.entries(value).every(
    ([key, least]) => names.includes(key) && isCount(least) && (least as number) >= 1,
  );
}

function isLimits(value: unknown): boolean {
  if (!isTable(value)) return false;
  return Object.entries(value).every(([key, limit]) => {
    return Object.hasOwn(DEFAULT_ARCHIVE_LIMITS, key) && isCount(limit) && limit !== 0;
  });
}
