/** Reads the operator's verifier file; a form that does not fit is a fault of the installation and ends the start. */
export function readVerifier(text: string): { credentialId: string; verifier: string } {
  const { credentialId, verifier } = JSON.parse(text) as { credentialId?: unknown; verifier?: unknown };
  if (typeof credentialId !== 'string' || !/^[a-z0-9]{8,32}$/.test(credentialId)) {
    throw new Error('the operator verifier file holds no credentialId');
  }
  if (typeof verifier !== 'string' || !/^[0-9a-f]{64}$/.test(verifier)) {
    throw new Error('the operator verifier file holds no SHA-256 verifier');
  }
  return { credentialId, verifier };
}
