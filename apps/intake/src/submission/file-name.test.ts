import { describe, expect, it } from '@jest/globals';
import { cleanFileName, fileNameOf } from './file-name.js';

// Purpose: a sender's file name reaches the desk without folders and control characters, or not at all.

describe('fileNameOf', () => {
  it.each([
    ['attachment; filename="1_2_3.zip"', '1_2_3.zip'],
    ['attachment; filename=1_2_3.ZIP', '1_2_3.ZIP'],
    ['attachment; filename="C:\\\\out\\\\1_2.zip"', '1_2.zip'],
    ['attachment; filename="../../1_2.zip"', '1_2.zip'],
    ['attachment; filename="x.zip"; filename*=UTF-8\'\'1_2.zip', '1_2.zip'],
    ['attachment', null],
    ['attachment; filename="健診.zip"', null],
    ["attachment; filename*=UTF-8''%E5.zip", null],
    ["attachment; filename*=UTF-8''%.zip", null],
    ['attachment; filename="a b.zip"', null],
    ['attachment; filename="1_2.xml"', null],
    [`attachment; filename="${'1'.repeat(120)}.zip"`, null],
    [undefined, null],
  ])('reads %s as %s', (header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });
});

describe('cleanFileName', () => {
  it('leaves a good name as it is and refuses names of nothing', () => {
    expect(cleanFileName('1_2.zip')).toBe('1_2.zip');
    expect(cleanFileName('.zip')).toBeNull();
    expect(cleanFileName('1_2.zip/')).toBeNull();
    expect(cleanFileName('1\u0000.zip')).toBeNull();
  });
});
