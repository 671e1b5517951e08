/**
 * Keys of a computer: one pair to sign (Ed25519), one to decrypt (age X25519). They are rows of the encrypted store and are never written
 * anywhere else. Everything here runs on OpenSSL and on Electron's BoringSSL alike.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result'
import { ageLibrary } from './age'

/** What others may know of a computer. */
export interface PublicKeys {
  /** Ed25519, 32 bytes base64. */
  readonly sign: string
  /** age recipient, `age1…`. */
  readonly age: string
}

/** What only the computer itself knows. */
export interface DeviceKeys extends PublicKeys {
  /** Ed25519 private key, PKCS #8 DER in base64. */
  readonly signPrivate: string
  /** age identity, `AGE-SECRET-KEY-1…`. */
  readonly ageIdentity: string
}

/** New keys for a computer. */
export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const pair = generateKeyPairSync('ed25519')
  const { generateX25519Identity, identityToRecipient } = await ageLibrary()
  const ageIdentity = await generateX25519Identity()
  return {
    sign: publicBase64(pair.publicKey),
    signPrivate: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    age: await identityToRecipient(ageIdentity),
    ageIdentity,
  }
}

function publicBase64(key: KeyObject): string {
  const x = key.export({ format: 'jwk' }).x
  return Buffer.from(x ?? '', 'base64url').toString('base64')
}

/** The Ed25519 signature of `bytes`. */
export const signBytes = (bytes: Uint8Array, signPrivate: string): Uint8Array =>
  sign(null, bytes, createPrivateKey({ key: Buffer.from(signPrivate, 'base64'), format: 'der', type: 'pkcs8' }))

/** Whether `signature` is that of `bytes` under the public key (base64). */
export function signatureFits(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  const x = Buffer.from(publicKey, 'base64')
  if (x.length !== 32 || signature.length !== 64) return false
  return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') }, format: 'jwk' }), signature)
}

export interface RecoveryKey {
  readonly recipient: string
  readonly identity: string
}

/** A recovery key: its recipient stays in the store, its identity is printed on a sheet and kept in a sealed envelope. */
export async function makeRecoveryKey(): Promise<RecoveryKey> {
  const { generateX25519Identity, identityToRecipient } = await ageLibrary()
  const identity = await generateX25519Identity()
  return { recipient: await identityToRecipient(identity), identity }
}

/** A recovery identity as printed: groups of six, easy to compare by eye. */
export const printRecovery = (identity: string): string => identity.slice('AGE-SECRET-KEY-1'.length).match(/.{1,6}/g)?.join(' ') ?? ''

/** Reads a typed recovery key, with or without its beginning, spaces and capitals; its own checksum finds typing errors (`bad-key`). */
export async function readRecovery(typed: string): Promise<Result<{ readonly recipient: string; readonly identity: string }>> {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[^A-Z0-9-]/g, '')
  const identity = plain.startsWith('AGE-SECRET-KEY-1') ? plain : `AGE-SECRET-KEY-1${plain}`
  if (!/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(identity)) return fail('bad-key', { detail: { reason: 'shape' } })
  const { identityToRecipient } = await ageLibrary()
  try {
    return ok({ recipient: await identityToRecipient(identity), identity })
  } catch {
    // The only thing that this call can find is a checksum that does not fit.
    return fail('bad-key', { detail: { reason: 'checksum' } })
  }
}
