import type { Bilingual } from '@daiko/contracts';
import type { CheckupItem } from '@daiko/exchange-format';
import type { RecordReading } from './record-reading.js';
import { itemCodes } from './item-codes.js';
import { text } from './text.js';

/** One reading of the blood pressure; null where no value stands. */
export interface PressureReading {
  readonly name: Bilingual;
  readonly systolic: CheckupItem | null;
  readonly diastolic: CheckupItem | null;
}

/** その他, 2回目, 1回目. */
export type PressureReadings = readonly [
  other: PressureReading,
  second: PressureReading,
  first: PressureReading,
];

const names = [
  text('その他', 'other (mean)'),
  text('2回目', 'second reading'),
  text('1回目', 'first reading'),
] as const;

/** The readings その他, 2回目, 1回目, in this order. */
export function pressureReadingsOf(facts: RecordReading): PressureReadings {
  const reading = (rank: 0 | 1 | 2): PressureReading => ({
    name: names[rank],
    systolic: valueOf(facts, itemCodes.systolic[rank]),
    diastolic: valueOf(facts, itemCodes.diastolic[rank]),
  });
  return [reading(0), reading(1), reading(2)];
}

function valueOf(facts: RecordReading, code: string): CheckupItem | null {
  const item = facts.item(code);
  return item?.state === 'VALUE' ? item : null;
}
