import type { XmlElement } from '../xml/xml-element.js';
import { cdaNamespace, v3Namespace, v4Namespace } from './oids.js';

/** The six kinds of file of an archive. */
export type DocumentKind = 'ix08' | 'su08' | 'cc08' | 'gc08' | 'hc08' | 'hg08';
/** v4 = 第4期, v3 = 第3期 and older; CDA documents carry no generation in their namespace and count as v4. */
export type DocumentGeneration = 'v4' | 'v3' | 'unknown';

const kindByRoot: Readonly<Record<string, DocumentKind>> = {
  index: 'ix08',
  summary: 'su08',
  checkupClaim: 'cc08',
  healthGuidanceClaim: 'gc08',
};

/**
 * Tells by root element and namespace what a document is. A CDA document is guidance (hg08) when its
 * report code begins with 2 or its sections begin with 9, else a checkup (hc08).
 */
export function detectDocument(root: XmlElement): {
  kind: DocumentKind | null;
  generation: DocumentGeneration;
} {
  if (root.name === 'ClinicalDocument') {
    return {
      kind: isGuidance(root) ? 'hg08' : 'hc08',
      generation: root.namespace === cdaNamespace ? 'v4' : 'unknown',
    };
  }
  return { kind: kindByRoot[root.name] ?? null, generation: generationOf(root.namespace) };
}

function generationOf(namespace: string): DocumentGeneration {
  if (namespace === v4Namespace) return 'v4';
  return namespace === v3Namespace ? 'v3' : 'unknown';
}

function isGuidance(root: XmlElement): boolean {
  const reportCode = root.child('code')?.attribute('code');
  if (reportCode !== undefined) return reportCode.startsWith('2');
  const section = root.descend('component', 'structuredBody', 'component', 'section', 'code');
  return section?.attribute('code')?.startsWith('9') ?? false;
}
