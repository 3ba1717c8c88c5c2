import type { Bilingual } from '@daiko/contracts';
import type { CheckupItem, Placed, XmlElement } from '@daiko/exchange-format';
import type { RecordReading } from './record-reading.js';
import { guidanceItemCodes } from './item-codes.js';
import { guidanceItemName } from './rules/value/guidance-item-names.js';
import { text } from './text.js';

/** A text that people write, not a code or a number. */
export interface FreeText {
  readonly at: XmlElement;
  readonly value: string;
  /** Most bytes, full width 2 and half width 1; null where no limit is known. */
  readonly limit: number | null;
  readonly name: Bilingual;
  /** Item code of a result. */
  readonly item?: string;
}

const NAME_BYTES = 80;
const ADDRESS_BYTES = 80;
/** 保健指導コース名. */
const COURSE_NAME_BYTES = 64;
/** Of a text whose format names no other limit. */
const TEXT_BYTES = 256;

const names = {
  person: text('氏名', 'The name'),
  address: text('住所', 'The address'),
  symbol: text('記号', 'The symbol'),
  number: text('番号', 'The number'),
  organization: text('機関名', 'The name of the institution'),
  organizationAddress: text('機関の住所', 'The address of the institution'),
  result: text('所見', 'The text'),
  doctor: text('医師の氏名', 'The name of the doctor'),
} as const;

/** The text of a result; where it stands is found when a rule has something to say of it. */
class ResultText implements FreeText {
  readonly name = names.result;
  readonly value: string;
  readonly item: string;

  constructor(
    private readonly result: CheckupItem,
    readonly limit: number,
  ) {
    this.value = result.value;
    this.item = result.code;
  }

  get at(): XmlElement {
    return this.result.valueAt ?? this.result.at;
  }
}

/** Every free text of both files of a record. */
export function freeTextsOf(pair: RecordReading): readonly FreeText[] {
  const texts: FreeText[] = [];
  for (const side of [pair.resultIdentity, pair.claimIdentity]) {
    if (side === null) continue;
    const isResult = side.role === 'result';
    add(texts, side.name, isResult ? NAME_BYTES : null, names.person);
    add(texts, side.address, isResult ? ADDRESS_BYTES : null, names.address);
    add(texts, side.symbol, null, names.symbol);
    add(texts, side.number, null, names.number);
  }
  for (const organization of [pair.header?.authorOrganization, pair.header?.serviceEvent?.performer]) {
    add(texts, organization?.name, null, names.organization);
    add(texts, organization?.address, ADDRESS_BYTES, names.organizationAddress);
  }
  addResults(texts, pair);
  return texts;
}

function addResults(texts: FreeText[], pair: RecordReading): void {
  for (const item of pair.items.texts) {
    texts.push(new ResultText(item, Number(pair.definitionOf(item)?.format) || TEXT_BYTES));
    add(texts, item.authorName, null, names.doctor);
  }
  for (const item of pair.guidance?.items ?? []) {
    if (item.type !== 'ST') continue;
    const at = item.at.child('value') ?? item.at;
    const limit = item.code === guidanceItemCodes.courseName ? COURSE_NAME_BYTES : TEXT_BYTES;
    texts.push({ at, value: item.value, limit, name: guidanceItemName(item.code), item: item.code });
  }
}

function add(
  texts: FreeText[],
  part: Placed<string> | null | undefined,
  limit: number | null,
  name: Bilingual,
): void {
  if (part) texts.push({ at: part.at, value: part.value, limit, name });
}
