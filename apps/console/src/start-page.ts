/** The page at `/`: says what runs here and where its description is. */
export function renderStartPage(origin: string): string {
  const example = `curl --cacert .daiko/tls/ca.pem -H "Authorization: Bearer dk_…" ${origin}/v1/submissions`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Daiko 代行</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.7; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
code { background: #f0f0f0; padding: .1rem .3rem; overflow-wrap: anywhere; }
section + section { border-top: 1px solid #ccc; margin-top: 2rem; padding-top: 1rem; }
</style>
</head>
<body>
<h1>Daiko 代行</h1>
<section>
<p>特定健診・特定保健指導の代行機関のプラットフォームです。健診・保健指導機関からの受領、事務点検、保険者への送付、返戻、請求・支払を受け持ちます。</p>
<ul>
<li>APIの説明: <a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1）</li>
<li>稼働状況: <a href="/health">/health</a></li>
<li>受領証の検証鍵: <a href="/.well-known/daiko/receipt-keys.json">/.well-known/daiko/receipt-keys.json</a></li>
<li>監査チェックポイントの検証鍵: <a href="/.well-known/daiko/checkpoint-keys.json">/.well-known/daiko/checkpoint-keys.json</a></li>
</ul>
<p>例: <code>${escapeHtml(example)}</code></p>
</section>
<section lang="en">
<p>This is the platform of an agency (代行機関) for health checkups and health guidance: it receives archives from providers, inspects
them, delivers bundles to insurers, returns what must be mended, and keeps the accounts.</p>
<ul>
<li>Description of the API: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1)</li>
<li>State: <a href="/health">/health</a></li>
<li>Keys that verify receipts: <a href="/.well-known/daiko/receipt-keys.json">/.well-known/daiko/receipt-keys.json</a></li>
<li>Keys that verify checkpoints of the audit trail: <a href="/.well-known/daiko/checkpoint-keys.json">/.well-known/daiko/checkpoint-keys.json</a></li>
</ul>
<p>Example: <code>${escapeHtml(example)}</code></p>
</section>
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
