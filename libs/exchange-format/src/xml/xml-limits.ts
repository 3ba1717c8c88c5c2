/** Upper bounds of one document; a document beyond any of them is refused, never cut. */
export interface XmlLimits {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Nesting of elements; the root is depth 1. */
  readonly depth: number;
  /** Elements, and with them CDATA sections and processing instructions, which cost a reader as much. */
  readonly elements: number;
  readonly attributesPerElement: number;
  /** Length of one attribute value in UTF-16 units. */
  readonly attributeLength: number;
}

/** Limits for the files of an archive: far above any real record (45 KB, 1,500 elements), far below what would hurt. */
export const defaultXmlLimits: XmlLimits = {
  bytes: 4 * 1024 * 1024,
  depth: 64,
  elements: 20_000,
  attributesPerElement: 64,
  attributeLength: 64 * 1024,
};

/** What a successful reading tells besides the elements. */
export interface XmlReading<Element> {
  readonly root: Element;
  readonly declaredEncoding: string | null;
  readonly processingInstructions: number;
}
