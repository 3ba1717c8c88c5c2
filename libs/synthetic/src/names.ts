import type { Random } from './random.js';

const familyHeads = 'アイウエオカキクサシスタチトナニハヒフマミムモヤユヨワ';
const familyTails = [
  'カワラ',
  'モトリ',
  'サワノ',
  'バヤシ',
  'ノウチ',
  'グチオ',
  'ハタゴ',
  'ムラセ',
  'ダテノ',
  'ヤマジ',
];
const givenHeads = ['カク', 'サネ', 'タマ', 'ノゾ', 'ハルノ', 'ミチ', 'ユメ', 'ワカ', 'ソラ', 'イツ'];
const givenTails = {
  1: ['タロウ', 'ジロウ', 'ノスケ', 'ヒコ', 'ト'],
  2: ['コ', 'ミ', 'ノ', 'ナ', 'カ'],
} as const;

const places = ['架空', '空想', '仮想', '夢見', '幻', '見本', '例示', '練習', '試作', '模擬'];

/** Names that can be told apart: six places of a name, four of them any of the heads or tails above. */
export const nameCount = familyHeads.length ** 4 * familyTails.length * givenHeads.length * 5;

/** Coprime to {@link nameCount}, so that neighbours in number have names that look nothing alike. */
const scatter = 611_953;

/**
 * A kana name put together from syllables; no space. `gender` is 1 (男) or 2 (女). Two of the same gender share a name only
 * where their numbers are {@link nameCount} apart, which is more than there are numbers of insured people.
 */
export function personNameOf(serial: number, gender: '1' | '2'): string {
  let left = ((serial % nameCount) * scatter) % nameCount;
  const place = (size: number): number => {
    const at = left % size;
    left = (left - at) / size;
    return at;
  };
  const kana = (): string => familyHeads.charAt(place(familyHeads.length));
  const tails = givenTails[gender];
  const family = kana() + kana() + familyTails[place(familyTails.length)]!;
  return family + givenHeads[place(givenHeads.length)]! + kana() + kana() + tails[place(tails.length)]!;
}

/** A place that does not exist, full width, at most 40 characters. */
export function inventAddress(random: Random): string {
  const numbers = [1, 2, 3].map(() => fullWidthDigits(String(random.between(1, 20)))).join('－');
  return `架空県${random.pick(places)}市${random.pick(places)}町${numbers}`;
}

/** A postal code of a range that is not in use. */
export function inventPostalCode(random: Random): string {
  return `000-${String(random.between(1, 9999)).padStart(4, '0')}`;
}

/** A place word for the name of an organisation. */
export function inventPlace(random: Random): string {
  return random.pick(places);
}

/** ASCII digits as full-width digits. */
export function fullWidthDigits(digits: string): string {
  let wide = '';
  for (let i = 0; i < digits.length; i++) wide += String.fromCharCode(digits.charCodeAt(i) + 0xfee0);
  return wide;
}
