import { catalogue } from '@daiko/inspection-rules';
import type { RuleTexts } from './return-list.js';

/** Title and remedy of every rule of the catalogue. */
export const ruleTexts: RuleTexts = new Map(
  catalogue.map(({ id, title, remedy }) => [id, { title, remedy }]),
);
