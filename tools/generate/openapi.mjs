// docs/openapi.json: the description that the front door serves at /openapi.json.
import { built, text } from './workspace.mjs';

export async function openApi() {
  const { openApiDocument, openApiParts } = await built('libs/contracts/src/index.ts');
  const { version } = JSON.parse(await text('package.json'));
  return { 'docs/openapi.json': JSON.stringify(openApiDocument(openApiParts, version)) };
}
