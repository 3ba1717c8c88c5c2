import { catalogue } from '@daiko/inspection-rules';

/** `P006 請求金額…`: the id of a rule and its Japanese title. */
export function ruleTitle(id: string): string {
  const rule = catalogue.find((each) => each.id === id);
  return rule === undefined ? id : `${id} ${rule.title.ja}`;
}
