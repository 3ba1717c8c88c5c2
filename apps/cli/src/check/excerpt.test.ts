import { describe, expect, it } from '@jest/globals';
import { parseXml } from '@daiko/exchange-format';
import { elementAt, valueAt } from './excerpt.js';

describe('the place of a finding', () => {
  it('is found by its path, counted among siblings of the same name', () => {
    const read = parseXml(new TextEncoder().encode('<a><b/><c/><b><d x="1"/></b></a>'));
    const root = read.ok ? read.root : null;
    expect(root && elementAt(root, '/a/b[2]/d')?.attribute('x')).toBe('1');
    expect(root && elementAt(root, '/a')).toBe(root);
    expect(root && elementAt(root, '/a/b[3]/d')).toBeNull();
    expect(root && elementAt(root, '/z/b')).toBeNull();
  });

  it('knows a value only where it stands whole and once', () => {
    expect(valueAt('<value value="70" unit="g"/>', 'g')).toBe(24);
    expect(valueAt('<id>12</id>', '12')).toBe(4);
    expect(valueAt('<value value="g" unit="g"/>', 'g')).toBe(-1);
    expect(valueAt('<value value="700"/>', '70')).toBe(-1);
  });
});
