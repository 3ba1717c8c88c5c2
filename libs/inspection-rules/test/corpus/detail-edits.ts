import { type Edit, inResult } from '../judge-record.js';
import { cd, entries, member, method, pq, section, st, wrapped } from './observation-edits.js';

export function withoutMember(code: string): Edit {
  return inResult(
    new RegExp(
      `<entryRelationship typeCode="[A-Z]+"><observation [^>]*><code code="${code}"[^]*?</entryRelationship>\\n?`,
    ),
    '',
  );
}

export function withoutCardiogram(): Edit {
  return inResult(
    /<entry><observation [^>]*><code nullFlavor="NA"\/>\n<entryRelationship typeCode="COMP"><observation [^>]*><code code="9A110160700000011"[^]*?<\/entry>\n?/,
    '',
  );
}

export function anaemia(): Edit {
  return entries(
    wrapped(
      member('COMP', '2A040000001930102', pq('39.6', '%')),
      member('COMP', '2A030000001930101', pq('13.2', 'g/dL')),
      member('COMP', '2A020000001930101', pq('440', '10*4/mm3')),
      member('RSON', '2A020161001930149', st('貧血の既往のため')),
    ),
  );
}

export function fundus(code: string, system: string): Edit {
  return section(
    '01990',
    wrapped(member('COMP', code, cd('1', system)), member('RSON', '9E100161600000011', cd('0', '18130'))),
  );
}

export function creatinine(withRate: boolean): Edit {
  return entries(
    wrapped(
      member('COMP', '3C015000002327101', pq('0.80', 'mg/dL') + method('3C01510000')),
      ...(withRate ? [member('COMP', '8A065000002391901', pq('78.0', 'mL/min/{1.73_m2}'))] : []),
      member('RSON', '3C015161602399911', cd('1', '18110')),
      member('RSON', '3C015161002399949', st('血圧高値のため')),
    ),
  );
}

export const fundusForNobody = (): Edit =>
  entries(
    wrapped(
      member('COMP', '9E100166000000011', cd('1', '2110', 'CO')),
      member('RSON', '9E100161000000049', st('血糖高値のため')),
    ),
  );

/** Takes every group away. */
export const noGroups: Edit = inResult(
  /<entry><observation [^>]*><code nullFlavor="NA"\/>[^]*<\/section>/,
  '</section>',
);

/** The members of every group as entries of their own, as some exporters write them. */
export function flattened(text: string): string {
  return text
    .replace(/<entry><observation [^>]*><code nullFlavor="NA"\/>\n/g, '')
    .replace(/<entryRelationship typeCode="[A-Z]+">/g, '<entry>')
    .replace(/<\/entryRelationship>/g, '</entry>')
    .replace(/<\/entry>\n<\/observation>\n<\/entry>/g, '</entry>');
}
