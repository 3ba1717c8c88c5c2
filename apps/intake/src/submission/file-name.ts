const tokenForm = /^[0-9A-Za-z_.-]{1,116}\.zip$/i;

/** The name of an archive as a sender may give it, without folders; null where it cannot be used. */
export function cleanFileName(name: string): string | null {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return tokenForm.test(last) ? last : null;
}

/** File name of a `Content-Disposition` (RFC 6266; ASCII only); null where there is none that can be used. */
export function fileNameOf(contentDisposition: string | undefined): string | null {
  if (contentDisposition === undefined || contentDisposition.length > 1000) return null;
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(contentDisposition)?.[1];
  if (extended !== undefined) {
    try {
      return cleanFileName(decodeURIComponent(extended));
    } catch {
      return null;
    }
  }
  const [, quoted, token] =
    /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(contentDisposition) ?? [];
  const name = quoted === undefined ? token : quoted.replace(/\\(.)/g, '$1');
  return name === undefined ? null : cleanFileName(name);
}
