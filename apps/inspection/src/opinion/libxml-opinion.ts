import { schemaFileOf, schemaKinds, type SchemaSet } from '@daiko/exchange-format';
import type { DocumentKind } from '@daiko/exchange-format';
import type { XsdValidator } from 'libxml2-wasm';
import type { SecondOpinion } from './second-opinion.js';

/** The second opinion cannot be given: the service must not start as if it could. */
export class SecondOpinionMissing extends Error {
  constructor(cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `第二の判定（libxml2）を用意できません: ${why}。DAIKO_INSPECTION_SECOND_OPINION=none で無しで起動できます。 / ` +
        `The second opinion (libxml2) cannot be set up: ${why}. DAIKO_INSPECTION_SECOND_OPINION=none starts without it.`,
      { cause },
    );
    this.name = 'SecondOpinionMissing';
  }
}

/**
 * libxml2 (WebAssembly) with the schemas of a set; nothing else is opened, neither file nor network. About 0.2 s once; every
 * document is freed as soon as it is judged. Bounds of size and depth are those of our reader, which read the document before.
 * @throws SecondOpinionMissing where the library or a schema does not load.
 */
export async function openLibxmlOpinion(set: SchemaSet): Promise<SecondOpinion> {
  try {
    const libxml = await import('libxml2-wasm');
    const validators = compile(libxml, set);
    const { ParseOption, XmlDocument, XmlParseError, XmlValidateError } = libxml;
    const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE;
    return {
      isValid: (kind, bytes) => {
        let document: InstanceType<typeof XmlDocument> | null = null;
        try {
          document = XmlDocument.fromBuffer(bytes, { option });
          validators[kind].validate(document);
          return true;
        } catch (error) {
          if (error instanceof XmlValidateError || error instanceof XmlParseError) return false;
          throw error;
        } finally {
          document?.dispose();
        }
      },
    };
  } catch (error) {
    throw new SecondOpinionMissing(error);
  }
}

type Libxml = typeof import('libxml2-wasm');

function compile(libxml: Libxml, set: SchemaSet): Record<DocumentKind, XsdValidator> {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator: Validator } = libxml;
  const files = Object.fromEntries(set.files().map(({ path, bytes }) => [path, bytes]));
  libxml.xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  try {
    const validators = schemaKinds.map((kind) => {
      const path = `XSD/${schemaFileOf(kind)}`;
      const document = XmlDocument.fromBuffer(files[path] ?? new Uint8Array(), { url: path });
      try {
        return [kind, Validator.fromDoc(document)] as const;
      } finally {
        document.dispose();
      }
    });
    return Object.fromEntries(validators) as Record<DocumentKind, XsdValidator>;
  } finally {
    libxml.xmlCleanupInputProvider();
  }
}
