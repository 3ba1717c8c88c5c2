import { legacyEncodings } from '@daiko/synthetic';
import type { Change } from './document-parts.js';

/** Kinds of change to how the characters are written. */
export const encodingChanges: Readonly<Record<string, Change>> = {
  'other encoding': (text, random) => {
    const encode = random.pick(Object.values(legacyEncodings));
    return encode(Buffer.from(text, 'latin1').toString('utf8')).toString('latin1');
  },
  'other encoding declared': (text, random) => {
    const name = random.pick([
      'Shift_JIS',
      'EUC-JP',
      'UTF-16',
      'utf-8',
      'UTF8',
      'x',
      'ISO-8859-1',
      'A'.repeat(300),
    ]);
    return text.replace(/encoding="[^"]*"/, `encoding="${name}"`);
  },
  'declaration changed': (text, random) => {
    const declarations = [
      '',
      '<?xml version="1.1" encoding="UTF-8"?>',
      '<?xml?>',
      '<?xml version="1.0" standalone="yes"?>',
    ];
    return text.replace(/^<\?xml[^>]*\?>/, random.pick(declarations));
  },
  'mark put in': (text, random) =>
    random.pick(['\xef\xbb\xbf', '\xef\xbb\xbf\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', '\0', ' ']) + text,
  'line ends changed': (text, random) =>
    text.replaceAll(/>(?=<)/g, `>${random.pick(['\r\n', '\r', '\n', '\x85', '\t\r'])}`),
  'bytes of zero between': (text) => text.slice(0, 300_000).split('').join('\0'),
};
