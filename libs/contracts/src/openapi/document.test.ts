import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from './document.js';
import { openApiParts } from './parts.js';

interface Operation {
  summary: string;
  description: string;
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string }[];
}

describe('the description of the API', () => {
  const document = openApiDocument(openApiParts, '0.0.0') as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, unknown> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.values(byMethod).map((operation) => ({ path, operation })),
  );

  it('refers to nothing that is not there', () => {
    const references = JSON.stringify(document).match(/#\/components\/schemas\/(\w+)/g) ?? [];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of new Set(references)) {
      expect(Object.keys(document.components.schemas)).toContain(reference.split('/').at(-1));
    }
  });

  it('describes every operation in Japanese and English, with its parameters and an answer', () => {
    for (const { path, operation } of operations) {
      expect(operation.summary).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(operation.description).toMatch(/^[\x20-\x7e]+$/);
      expect(Object.keys(operation.responses).some((status) => /^[23]/.test(status))).toBe(true);
      const named = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([...named].sort()).toEqual([...inPath].sort());
    }
  });

  it('refuses parts that name the same thing twice', () => {
    expect(() => openApiDocument([...openApiParts, ...openApiParts], '0.0.0')).toThrow('twice');
  });
});
