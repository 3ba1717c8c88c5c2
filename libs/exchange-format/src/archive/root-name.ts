import { parseCalendarDate, type CalendarDate } from '../values/calendar-date.js';
import { parsed, unparsed, type Parsed } from '../values/parsed.js';

/** 特定健診 (実施区分 1) or 特定保健指導 (2); the two never share an archive. */
export type ArchiveKind = 'checkup' | 'guidance';

/** Parts of the root folder's name, which is the ZIP's name without `.zip`. */
export interface RootName {
  /** 提出元: 10 digits of a provider, or 8 of an insurer or agency. */
  readonly sender: string;
  /** 提出先: likewise. */
  readonly receiver: string;
  /** 提出年月日: the day the ZIP is sent. */
  readonly date: CalendarDate;
  /** N 同日分割送信回数: 0 for the first send of the day, at most 9. */
  readonly sequence: number;
  /** X 実施区分コード: 1 to 9; an agency handles 1 and 2. */
  readonly kindCode: number;
}

/** Why a name is no root name: `form` (not the pattern) or `date` (no day of the calendar). */
export type RootNameReason = 'form' | 'date';

const ROOT_NAME = /^(\d{8}|\d{10})_(\d{8}|\d{10})_(\d{8})(\d)_([1-9])$/;

/** Reads `<sender>_<receiver>_<YYYYMMDD><N>_<X>`; the name comes without `.zip`. */
export function parseRootName(name: string): Parsed<RootName, RootNameReason> {
  const [, sender, receiver, day, sequence, kindCode] = ROOT_NAME.exec(name) ?? [];
  if (sender === undefined || receiver === undefined || day === undefined) return unparsed('form');
  const date = parseCalendarDate(day);
  if (date === null) return unparsed('date');
  return parsed({ sender, receiver, date, sequence: Number(sequence), kindCode: Number(kindCode) });
}

/** Writes a root name; RangeError when its parts do not make one. */
export function formatRootName(name: RootName): string {
  const text = `${name.sender}_${name.receiver}_${name.date}${name.sequence}_${name.kindCode}`;
  if (!parseRootName(text).ok) throw new RangeError('these parts make no root name');
  return text;
}

/** The kind an 実施区分コード stands for; null for those an agency does not handle. */
export function archiveKindOf(kindCode: number): ArchiveKind | null {
  return kindCode === 1 ? 'checkup' : kindCode === 2 ? 'guidance' : null;
}

/** The 実施区分コード of a kind. */
export function kindCodeOf(kind: ArchiveKind): 1 | 2 {
  return kind === 'checkup' ? 1 : 2;
}
