import { itemsOn } from '@daiko/exchange-format';
import { itemCodes } from './item-codes.js';

/** Any day: all tables and all codes that rules ask for are numbered, those of other days as well. */
const TABLE_AS_OF = '20240401';
/** Analyte, identification and material of an item code, which stand before the digits of the method. */
const TEST_LENGTH = 12;
/** The same without the material. */
const ANALYTE_LENGTH = 9;
/** 結果識別, after the digits of the method. */
const RESULT_FROM = 15;
/** Analytes whose items differ in material and method alone: 血糖 of blood, plasma or serum. */
const anyMaterial = '3D010';

export const NO_NUMBER = -1;

const codes = new Map<string, number>();
const tests = new Map<string, number>();
for (const { code } of itemsOn(TABLE_AS_OF)) number(code);
for (const set of Object.values(itemCodes)) set.forEach(number);

function number(code: string): void {
  give(codes, code);
  give(tests, testOf(code));
}

function give(numbers: Map<string, number>, text: string): void {
  if (!numbers.has(text)) numbers.set(text, numbers.size);
}

/** Codes that have a number, from 0 on. */
export const numberedCodes = codes.size;
/** Tests that have a number, from 0 on. */
export const numberedTests = tests.size;

/** Number of an item code of the table or of a rule, for arrays by code; {@link NO_NUMBER} of any other. */
export function numberOfCode(code: string): number {
  return codes.get(code) ?? NO_NUMBER;
}

/** Number of what an item code tests, whatever the method; {@link NO_NUMBER} of codes without number. */
export function numberOfTest(code: string): number {
  return tests.get(testOf(code)) ?? NO_NUMBER;
}

/** What an item code tests, whatever the method. */
export function testOf(code: string): string {
  return code.slice(0, code.startsWith(anyMaterial) ? ANALYTE_LENGTH : TEST_LENGTH) + code.slice(RESULT_FROM);
}
