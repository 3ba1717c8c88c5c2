/** A condition: true, false, or null where nothing is known. */
export type Known = boolean | null;

/** 判定不能 of both tables. */
export const UNDECIDED = '4';

/**
 * The code a decision table gives whatever the unknown conditions turn out to be: every completion is tried;
 * {@link UNDECIDED} when two of them disagree.
 */
export function settled(
  conditions: readonly Known[],
  decide: (conditions: readonly boolean[]) => string,
): string {
  if (!conditions.includes(null)) return decide(conditions as readonly boolean[]);
  const completed: boolean[] = [];
  let result: string | null = null;
  const complete = (index: number): void => {
    if (result === UNDECIDED) return;
    if (index === conditions.length) {
      const code = decide(completed);
      result = result === null || result === code ? code : UNDECIDED;
      return;
    }
    const condition = conditions[index];
    for (const value of condition === null || condition === undefined ? [true, false] : [condition]) {
      completed[index] = value;
      complete(index + 1);
    }
  };
  complete(0);
  return result ?? UNDECIDED;
}

/** Either of two conditions. */
export function either(one: Known, other: Known): Known {
  if (one === true || other === true) return true;
  return one === false && other === false ? false : null;
}

/** Whether a value reaches a threshold. */
export function atLeast(value: number | null, threshold: number): Known {
  return value === null ? null : value >= threshold;
}
