import { describe, expect, it } from '@jest/globals';
import { Problem, problemBody } from '@daiko/contracts';
import { malwareFinding } from '@daiko/inspection-rules';
import { intakeProblems } from '../problems.js';
import { refusalText } from './refusal-text.js';

// Purpose: a clerk who finds the paper beside the file reads what is wrong and what to do, in either language.

describe('refusalText', () => {
  it('names the file, every finding with its place, and the remedies, Japanese first', () => {
    const finding = { ...malwareFinding('Daiko.Test'), file: 'DATA/h.xml', line: 3 };
    const problem = new Problem(intakeProblems.archiveRefused, { findingCount: 1 });
    expect(refusalText('a.zip', problemBody(problem), [finding]).split('\n')).toEqual([
      '受付できませんでした: a.zip',
      '受付点検で1件の指摘があり、受け付けませんでした。何も保存していません。',
      `・[A006] DATA/h.xml:3 ${finding.message.ja}`,
      `  対処: ${finding.remedy.ja}`,
      'findings の指摘を修正して、送り直してください。',
      '',
      'Refused: a.zip',
      'The desk check has 1 findings; the archive was refused. Nothing was kept.',
      `- [A006] DATA/h.xml:3 ${finding.message.en}`,
      `  Remedy: ${finding.remedy.en}`,
      'Mend what findings lists and send again.',
      '',
    ]);
  });
});
