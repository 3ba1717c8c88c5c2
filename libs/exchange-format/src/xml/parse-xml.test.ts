import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultXmlLimits, parseXml, pathOf, XmlWriter } from '../index.js';
import { controlCharacter, forbiddenCharacter, suspectBytes } from './forbidden-character.js';
import { XmlSource } from './xml-source.js';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('parseXml', () => {
  it('tells name, namespace, attributes, text and place of elements', () => {
    const parsed = parseXml(
      bytes(
        '<?xml version="1.0" encoding="utf-8"?>\n<a xmlns="u" xmlns:p="v" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n  <p:b c="1"/><b xsi:type="PQ">x&amp;<![CDATA[<y]]></b><b/>\n</a>',
      ),
    );
    if (!parsed.ok) throw new Error('refused');
    const [first, second, third] = parsed.root.children;
    expect(first).toMatchObject({ name: 'b', namespace: 'v', line: 3, column: 3 });
    expect(first!.attribute('c')).toBe('1');
    expect(second).toMatchObject({ namespace: 'u', text: 'x&<y', line: 3, column: 15 });
    expect(second!.attribute('xsi:type')).toBe('PQ');
    expect(pathOf(third!)).toBe('/a/b[3]');
    expect(parsed).toMatchObject({ declaredEncoding: 'utf-8', byteOrderMark: false });
  });

  it('accepts a byte order mark and notes it', () => {
    expect(parseXml(bytes('\ufeff<a/>'))).toMatchObject({ ok: true, byteOrderMark: true });
  });

  it.each([
    ['<a>', 'not-well-formed'],
    ['<a></b>', 'not-well-formed'],
    ['<a/><b/>', 'not-well-formed'],
    ['<a b="1" b="2"/>', 'not-well-formed'],
    ['<a>&</a>', 'not-well-formed'],
    ['<a>&nbsp;</a>', 'not-well-formed'],
    ['<p:a/>', 'not-well-formed'],
    ['<a>&#0;</a>', 'character'],
    ['<?xml version="1.1"?><a/>', 'version'],
    ['', 'empty'],
    [' \r\n ', 'empty'],
    ['\ufeff', 'empty'],
    [' '.repeat(2000), 'empty'],
    ['<?xml version="1.0" encoding="UTF-8"?>\n', 'empty'],
    ['\n<?xml version="1.0"?><a/>', 'not-well-formed'],
    ['<a>\u0001</a>', 'character'],
    ['\0<a/>', 'character'],
    ['<a/>\0', 'character'],
    ['\ufeff\ufeff<a/>', 'not-well-formed'],
    ['<a xmlns:b="u" xmlns:c="u" b:d="1" c:d="2"/>', 'not-well-formed'],
    ['<a>]]></a>', 'not-well-formed'],
    ['<a><!-- -- --></a>', 'not-well-formed'],
    ['text', 'not-well-formed'],
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', 'doctype'],
    ['<a xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="b"/></a>', 'xinclude'],
    ['<?xml version="1.0" encoding="Shift_JIS"?><a/>', 'encoding'],
    ['<a>\ue000</a>', 'character'],
    ['<a>&#xE000;</a>', 'character'],
    ['<a b="&#xF0000;"/>', 'character'],
    ['<a>\u0085</a>', 'character'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseXml(bytes(text))).toMatchObject({ ok: false, defects: [{ code }] });
  });

  it.each([
    ['UTF-16LE', [0xff, 0xfe, 0x3c, 0], 1],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x3c], 1],
    ['UTF-16LE', [0x3c, 0, 0x61, 0], 1],
    ['UTF-16BE', [0, 0x3c, 0, 0x61], 1],
    ['Shift_JIS', [...bytes('<a>\n<b>'), 0x83, 0x65, 0x83, 0x58, ...bytes('</b></a>')], 1],
    ['EUC-JP', [...bytes('<a>\n<b>'), 0xa5, 0xc6, 0xa5, 0xb9, ...bytes('</b></a>')], 1],
    [null, [...bytes('<a>カナ\r\n\n<b>'), 0xff, ...bytes('</b></a>')], 3],
    [null, [...bytes('<a>'), 0xe3, 0x81], 1],
    [null, [...bytes('カ<a>\n'), 0xed, 0xa0, 0x80], 2],
    [null, [...bytes('カ<a>\n'), 0xf4, 0x90, 0x80, 0x80], 2],
    [null, [...bytes('カ<a>\n'), 0xc0, 0x80], 2],
  ])('tells bytes that are not UTF-8 (%j) and where', (encoding, sample, line) => {
    const defects = [{ code: 'encoding', encoding, line }];
    expect(parseXml(Uint8Array.from(sample))).toMatchObject({ ok: false, defects });
  });

  it('names a declared encoding only where it is a name', () => {
    const declared = (name: string) => parseXml(bytes(`<?xml version="1.0" encoding="${name}"?><a/>`));
    expect(declared('Shift_JIS')).toMatchObject({ defects: [{ code: 'encoding', encoding: 'Shift_JIS' }] });
    expect(declared('x'.repeat(50))).toMatchObject({ defects: [{ code: 'encoding', encoding: null }] });
  });

  it('tells the line of a defect without quoting the document', () => {
    const parsed = parseXml(bytes('<a>\n<b>\nヒミツ</c>\n</a>'));
    expect(parsed).toMatchObject({ ok: false, defects: [{ line: 3 }] });
    expect(JSON.stringify(parsed)).not.toContain('ヒミツ');
  });

  it('refuses what is beyond a limit', () => {
    const limits = {
      ...defaultXmlLimits,
      bytes: 200,
      depth: 3,
      elements: 5,
      attributesPerElement: 2,
      attributeLength: 4,
    };
    const code = (text: string) => {
      const parsed = parseXml(bytes(text), limits);
      return parsed.ok ? 'ok' : parsed.defects[0]!.code;
    };
    expect(code('<a><b><c/></b></a>')).toBe('ok');
    expect(code('<a><b><c><d/></c></b></a>')).toBe('too-deep');
    expect(code('<a><b/><b/><b/><b/><b/></a>')).toBe('too-many-elements');
    expect(code(`<a>${'<![CDATA[]]>'.repeat(4)}</a>`)).toBe('ok');
    expect(code(`<a>${'<![CDATA[]]>'.repeat(5)}</a>`)).toBe('too-many-elements');
    expect(code(`<a>${'<?p?>'.repeat(5)}</a>`)).toBe('too-many-elements');
    expect(code('<a b="1" c="2" d="3"/>')).toBe('attribute-limit');
    expect(code('<a b="12345"/>')).toBe('attribute-limit');
    expect(code(`<a>${'x'.repeat(200)}</a>`)).toBe('too-large');
  });

  it('says which character a reference means that no document may hold', () => {
    for (const [reference, codePoint] of [
      ['&#xFFFE;', 0xfffe],
      ['&#0;', 0],
      ['&#xD800;', 0xd800],
      ['&#x110000;', 0x110000],
    ] as const) {
      for (const text of [`<a>${reference}</a>`, `<a b="${reference}"/>`]) {
        expect(parseXml(bytes(text))).toMatchObject({
          ok: false,
          defects: [{ code: 'character', codePoint }],
        });
      }
    }
    expect(parseXml(bytes('<a>&#x;</a>'))).toMatchObject({ defects: [{ code: 'not-well-formed' }] });
    expect(parseXml(bytes('<a>&#65;</b></a>'))).toMatchObject({ defects: [{ code: 'not-well-formed' }] });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (noise, text) => {
        expect(typeof parseXml(noise).ok).toBe('boolean');
        expect(typeof parseXml(bytes(`<a b="${text}">${text}</a>`)).ok).toBe('boolean');
      }),
    );
  });

  it('reads back any text and attribute that the writer wrote', () => {
    const character = fc.integer({ min: 0x20, max: 0xd7ff }).filter((code) => code < 0x7f || code > 0x9f);
    const text = fc
      .array(fc.oneof(character, fc.constantFrom(9, 10, 13)), { maxLength: 50 })
      .map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(text, text, (body, value) => {
        const parsed = parseXml(new XmlWriter().open('a', { b: value }).text(body).close().finish());
        if (!parsed.ok) throw new Error(parsed.defects[0]!.code);
        expect([parsed.root.text, parsed.root.attribute('b')]).toEqual([body, value]);
      }),
    );
  });

  it('tells the column in a long line of bytes', () => {
    const line = 'a今𠮷'.repeat(5000);
    const source = new XmlSource(Buffer.from(line).toString('latin1'), true);
    for (const units of [19_996, 40, 10_000, 0, 4096]) {
      expect(source.placeAt(Buffer.byteLength(line.slice(0, units)))).toEqual({ line: 1, column: units + 1 });
    }
  });

  it('finds in bytes the very characters that no document may hold', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = String.fromCodePoint(code);
      const isSuspect = suspectBytes.test(Buffer.from(text).toString('latin1'));
      if (isSuspect !== (controlCharacter.test(text) || forbiddenCharacter.test(text))) {
        throw new Error(`U+${code.toString(16)}: ${isSuspect}`);
      }
    }
  });

  it('tells the place of any offset, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '𠮷\n')),
        fc.array(fc.nat({ max: 20 })),
        (parts, offsets) => {
          const text = parts.join('');
          const source = new XmlSource(text);
          const ofBytes = new XmlSource(Buffer.from(text).toString('latin1'), true);
          for (const offset of offsets) {
            const at = Math.min(offset, text.length);
            const lines = text.slice(0, at).split('\n');
            const place = { line: lines.length, column: lines.at(-1)!.length + 1 };
            expect(source.placeAt(at)).toEqual(place);
            if (text.slice(0, at).isWellFormed())
              expect(ofBytes.placeAt(Buffer.byteLength(text.slice(0, at)))).toEqual(place);
          }
        },
      ),
    );
  });
});
