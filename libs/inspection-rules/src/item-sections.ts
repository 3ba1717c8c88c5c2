import { itemByCode, type Programme, requirementOf } from '@daiko/exchange-format';

/** Any day: items that are no longer in use keep their programmes. */
const TABLE_AS_OF = '20240401';

/** Sections by the programmes whose items they hold; 特定健診 first. */
const sections: readonly (readonly [section: string, name: string, programmes: readonly Programme[]])[] = [
  ['01010', '特定健診', ['010']],
  ['01020', '広域連合の保健事業', ['020']],
  ['01030', '事業者健診', ['030']],
  ['01040', '学校健診', ['040']],
  ['01060', 'がん検診', ['061', '062', '063', '064', '065']],
  ['01090', '肝炎検診', ['090']],
];
const additional = '01990 任意追加';

/** Answers so far, of items of the table. */
const outside = new Map<string, string | null>();

/** Sections where an item of other programmes alone may stand; null for any other item. */
export function sectionsOutsideCheckup(code: string): string | null {
  const known = outside.get(code);
  if (known !== undefined) return known;
  const item = itemByCode(code, TABLE_AS_OF);
  if (item === undefined) return null;
  const own = sections.filter(([, , programmes]) =>
    programmes.some((programme) => !['', '0'].includes(requirementOf(item, programme))),
  );
  // What no programme has (総コレステロール) is written wherever it helps.
  const isOutside = own.length > 0 && own[0]![0] !== '01010';
  const answer = isOutside
    ? [...own.map(([section, name]) => `${section} ${name}`), additional].join('、')
    : null;
  outside.set(code, answer);
  return answer;
}
