import { type Change, matchIn, onElement, onValue, splice } from './document-parts.js';
import { oddValues } from './odd-text.js';

/** Kinds of change to the elements. */
export const structureChanges: Readonly<Record<string, Change>> = {
  'element lost': onElement((text, from, to) => splice(text, from, to, '')),
  'element repeated': onElement((text, from, to, random) => {
    const times = Math.min(random.pick([1, 2, 60, 3000]), Math.ceil(2_000_000 / (to - from)));
    return splice(text, to, to, text.slice(from, to).repeat(times));
  }),
  'element moved': onElement((text, from, to, random) => {
    const copy = text.slice(from, to);
    const rest = splice(text, from, to, '');
    const at = matchIn(rest, /></g, random);
    return at === null ? rest : splice(rest, at.index + 1, at.index + 1, copy);
  }),
  'element renamed': onElement((text, from, _to, random) => {
    const name = random.pick([
      'x',
      'id',
      'code',
      'value',
      'section',
      'entry',
      'observation',
      'p:x',
      'X'.repeat(5000),
    ]);
    return text.slice(0, from) + text.slice(from).replace(/^<[\w:.-]+/, `<${name}`);
  }),
  'element wrapped': onElement((text, from, to) => splice(text, from, to, `<x>${text.slice(from, to)}</x>`)),
  'attribute lost': (text, random) => {
    const found = matchIn(text, /\s[\w:.-]+="[^"]*"/g, random);
    return found === null ? text : splice(text, found.index, found.index + found[0].length, '');
  },
  'odd value': onValue((random) => random.pick(oddValues)),
  'odd values': (text, random) => {
    let changed = text;
    for (let times = random.between(2, 20); times > 0; times--)
      changed = structureChanges['odd value']!(changed, random);
    return changed;
  },
  'value of another kind': (text, random) => {
    const other = matchIn(text, /="([^"]*)"/g, random)?.[1] ?? '';
    return onValue(() => other)(text, random);
  },
  'a digit changed': onValue((random, value) => {
    const at = value.search(/\d/);
    return at === -1 ? value : splice(value, at, at + 1, String(random.between(0, 9)));
  }),
};
