import { UnknownConstruct } from './read-schema-set.js';

/**
 * Turns a pattern of XML Schema into the source of a JavaScript expression (with the flag `u`, to be anchored at both
 * ends). Knows literals, groups, alternatives, counts, plain classes and `\s`, `\.`, `\-`.
 * @throws UnknownConstruct for anything else.
 */
export function translatePattern(pattern: string): string {
  let translated = '';
  let isInClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at]!;
    if (letter === '\\') {
      const next = pattern[++at] ?? '';
      if (next === 's') translated += isInClass ? ' \\t\\n\\r' : '[ \\t\\n\\r]';
      else if (next === '.' || next === '-')
        translated += isInClass ? `\\${next}` : next === '.' ? '\\.' : '-';
      else throw new UnknownConstruct(`\\${next} in the pattern ${pattern}`);
    } else if (isInClass) {
      if (letter === '[' || (letter === '-' && pattern[at + 1] === '[') || letter === '&') {
        throw new UnknownConstruct(`a class in the pattern ${pattern}`);
      }
      if (letter === ']') isInClass = false;
      translated += letter;
    } else if (letter === '[') {
      isInClass = true;
      translated += letter;
    } else if (letter === '.') translated += '[^\\n\\r]';
    else if (letter === '(') translated += '(?:';
    else if (letter === '{') {
      const count = /^\{\d+(?:,\d*)?\}/.exec(pattern.slice(at))?.[0];
      if (count === undefined) throw new UnknownConstruct(`a count in the pattern ${pattern}`);
      translated += count;
      at += count.length - 1;
    } else if (letter === '^' || letter === '$' || letter === '/') translated += `\\${letter}`;
    else if (/[A-Za-z0-9|)*+?-]/.test(letter)) translated += letter;
    else throw new UnknownConstruct(`"${letter}" in the pattern ${pattern}`);
  }
  if (isInClass) throw new UnknownConstruct(`an open class in the pattern ${pattern}`);
  return translated;
}
