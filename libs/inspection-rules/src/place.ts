import { pathOf, XmlElement } from '@daiko/exchange-format';

/** Where a rule points: an element of a document, a file of the archive (with a line), or null for the archive itself. */
export type Place = XmlElement | FilePlace | null;

/** A file as a whole, one of its lines, or an element that is no longer at hand. */
export interface FilePlace {
  /** Path inside the archive. */
  readonly file: string;
  readonly line?: number;
  readonly xpath?: string;
}

/** A place as findings write it down. */
export interface WrittenPlace {
  readonly file: string | null;
  readonly line: number | null;
  readonly xpath: string | null;
}

/** Document roots and the paths of their files; at most a handful. */
export type FileOfRoot = ReadonlyMap<XmlElement, string>;

/** Turns a place into file, line and XPath; done only for what is reported. */
export function writePlace(place: Place, fileOfRoot: FileOfRoot): WrittenPlace {
  if (place === null) return { file: null, line: null, xpath: null };
  if (!(place instanceof XmlElement))
    return { file: place.file, line: place.line ?? null, xpath: place.xpath ?? null };
  return { file: fileOfRoot.get(rootOf(place)) ?? null, line: place.line, xpath: pathOf(place) };
}

function rootOf(element: XmlElement): XmlElement {
  let here = element;
  while (here.parent !== null) here = here.parent;
  return here;
}
