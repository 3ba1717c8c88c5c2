// docs/rules.md: the catalogue of rules as data, for people; ids without a rule with the reason.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { built, notice, root, table, text } from './workspace.mjs';

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
  const examples = await readExamples();
  const without = ruleIds.filter((id) => !byId.has(id));
  const sections = ruleFamilies.map(({ letter, name }) => {
    const ids = ruleIds.filter((id) => id.startsWith(letter));
    return [
      `## ${letter} ${name.ja} / ${name.en}`,
      ...(ids.some((id) => byId.has(id))
        ? [`Each with a wrong and a corrected example: [${letter}](rules/${letter.toLowerCase()}.md).`]
        : []),
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
  const hasRules = ({ letter }) => catalogue.some(({ id }) => id.startsWith(letter));
  const pages = ruleFamilies.filter(hasRules).map(({ letter, name }) => [
    `docs/rules/${letter.toLowerCase()}.md`,
    examplePage(
      letter,
      name,
      catalogue.filter(({ id }) => id.startsWith(letter)),
      examples,
    ),
  ]);
  return { 'docs/rules.md': content.join('\n\n'), ...Object.fromEntries(pages) };
}

const exampleFolder = 'libs/inspection-rules/examples';

/** Examples by rule, as the tables of the tests have proved them. */
async function readExamples() {
  const names = (await readdir(join(root, exampleFolder))).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(
    names.map(async (name) => JSON.parse(await text(`${exampleFolder}/${name}`))),
  );
  return new Map(read.map((example) => [example.rule, example]));
}

function examplePage(letter, name, ofFamily, examples) {
  return [
    `# ${letter} ${name.ja} / ${name.en}`,
    notice,
    'For each rule a wrong example that fires it at the place named, and a corrected one that does not: excerpts of the records with which the ' +
      'tests of the rule are run ([inspection](../inspection.md#examples)). All persons are invented. The catalogue: [rules](../rules.md).',
    ...ofFamily.flatMap((rule) => exampleOf(rule, examples.get(rule.id))),
  ].join('\n\n');
}

function exampleOf({ id, title, source }, example) {
  const heading = `## ${id} ${title.ja} / ${title.en}`;
  if (example === undefined) return [heading];
  const { file, line, xpath, message, wrong, corrected } = example;
  const place = [
    file,
    line === null ? null : `${line}行 / line ${line}`,
    xpath === null ? null : `\`${xpath}\``,
  ];
  return [
    heading,
    `${inline(message.ja)}<br>${inline(message.en)}`,
    `場所 / place: ${place.filter((each) => each !== null).join(' · ') || 'ZIP'}<br>根拠 / source: ${inline(source)}`,
    '誤り / wrong:',
    block(wrong),
    '正 / corrected:',
    block(corrected),
  ];
}

const inline = (words) =>
  words.replaceAll('<', '&lt;').replaceAll('|', '&#124;').replaceAll('*', '\\*').replaceAll('_', '\\_');
const block = (lines) =>
  `\`\`\`${lines.some((line) => line.trimStart().startsWith('<')) ? 'xml' : 'text'}\n${lines.length === 0 ? '（何もない / nothing）' : lines.join('\n')}\n\`\`\``;

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
