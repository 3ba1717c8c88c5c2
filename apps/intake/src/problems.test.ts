import { describe, expect, it } from '@jest/globals';
import { type Bilingual, type ProblemKind } from '@daiko/contracts';
import { intakeProblems } from './problems.js';

// Purpose: every problem says the same in both languages.

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('problems of intake', () => {
  it.each(Object.entries(intakeProblems) as [string, ProblemKind][])('%s', (_, kind) => {
    expect(kind.code).toMatch(/^intake\.[a-z-]+$/);
    expect(kind.status).toBeGreaterThanOrEqual(400);
    for (const text of [kind.title, kind.detail, kind.remedy] satisfies Bilingual[]) {
      expect(placeholders(text.ja)).toEqual(placeholders(text.en));
      expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(text.en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });

  it('has each code once', () => {
    const codes = Object.values(intakeProblems).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
