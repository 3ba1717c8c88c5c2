// docs/rules.md: the catalogue of rules as data, for people; ids without a rule with the reason.
import { built, notice, table } from './workspace.mjs';

const severityNames = {
  refuse: 'refuse 受付不可',
  return: 'return 返戻',
  query: 'query 確認依頼',
  warning: 'warning 警告',
  info: 'info 参考',
};

export async function rules() {
  const { catalogue } = await built('libs/inspection-rules/src/catalogue.ts');
  const { omissionOf, ruleFamilies, ruleIds } = await built('libs/inspection-rules/src/rule-ids.ts');
  const byId = new Map(catalogue.map((rule) => [rule.id, rule]));
  const without = ruleIds.filter((id) => !byId.has(id));
  const sections = ruleFamilies.map(({ letter, name }) => {
    const ids = ruleIds.filter((id) => id.startsWith(letter));
    return [
      `## ${letter} ${name.ja} / ${name.en}`,
      table(
        ['Id', 'Level', 'Severity', 'Code', 'Title', 'Remedy'],
        ids.map((id) => row(id, byId.get(id), omissionOf(id))),
      ).replaceAll('&lt;br>', '<br>'),
    ].join('\n\n');
  });
  const content = [
    '# Rules 点検項目',
    notice,
    `The catalogue has ${ruleIds.length} ids: ${byId.size} are rules of this release, ${without.length} are not, each with its reason. ` +
      'A severity may be set otherwise by the agency, for everybody or for one insurer, group, kind or period, except where nothing ' +
      'works without the rule. The code is that of 別表9 (返戻理由). What a rule is, how one is added and how a severity is set: ' +
      '[inspection](inspection.md).',
    table(
      ['Family', 'Name', 'Ids', 'Rules'],
      ruleFamilies.map(({ letter, name, count }) => {
        const written = catalogue.filter(({ id }) => id.startsWith(letter)).length;
        return [letter, `${name.ja} / ${name.en}`, count, written];
      }),
    ),
    ...sections,
  ];
  return { 'docs/rules.md': content.join('\n\n') };
}

function row(id, rule, omission) {
  if (rule === undefined) return [id, '', 'no rule', '', `${omission.ja}<br>${omission.en}`, ''];
  const { level, severity, isFixed, returnReason, title, remedy } = rule;
  return [
    id,
    `L${level}`,
    isFixed ? `${severityNames[severity]}, fixed` : severityNames[severity],
    returnReason ?? '',
    `${title.ja}<br>${title.en}`,
    `${remedy.ja}<br>${remedy.en}`,
  ];
}
