// docs/rules.md: the catalogue of rules as data, for people.
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
  const rows = catalogue.map(({ id, level, severity, returnReason, title, remedy }) => [
    id,
    `L${level}`,
    severityNames[severity],
    returnReason ?? '',
    `${title.ja}<br>${title.en}`,
    `${remedy.ja}<br>${remedy.en}`,
  ]);
  const content = [
    '# Rules 点検項目',
    notice,
    `${catalogue.length} rules, by id. A severity may be set otherwise by the agency, except where nothing works without the rule. ` +
      'The code is that of 別表9 (返戻理由). What a rule is and how one is added: [inspection](inspection.md).',
    table(['Id', 'Level', 'Severity', 'Code', 'Title', 'Remedy'], rows).replaceAll('&lt;br>', '<br>'),
  ];
  return { 'docs/rules.md': content.join('\n\n') };
}
