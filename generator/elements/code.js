// @ts-check
// Data as a text that can be copied into a chat and back: "SR1-<checksum>-<data>", letters and digits only. Line ends
// and blanks that a chat puts in do no harm; a missing piece is noticed.

const PACKED = "SR1"
const PLAIN = "SR0" // from a browser that cannot compress

/**
 * Returns `data` as text.
 * @param {unknown} data
 * @returns {Promise<string>}
 */
export async function toCode(data) {
  const plain = new TextEncoder().encode(JSON.stringify(data))
  const packer = able(() => new CompressionStream("deflate-raw"))
  const bytes = packer ? await through(plain, packer) : plain
  return `${packer ? PACKED : PLAIN}-${checksum(bytes)}-${toLetters(bytes)}`
}

/**
 * Returns the data in what somebody has pasted or chosen: a text that `toCode` made, or a file of JSON.
 * @param {string} text
 * @returns {Promise<unknown>}
 * @throws {SyntaxError} when it is no such text, or not all of it
 * @throws {RangeError} when it is, but this browser is too old to unpack it
 */
export async function fromText(text) {
  return /^\s*\{/.test(text) ? JSON.parse(text) : fromCode(text)
}

/**
 * @param {string} text
 * @returns {Promise<unknown>}
 */
async function fromCode(text) {
  const [, form, sum, letters] = /^(SR[01])-([0-9a-f]{8})-([\w-]*)$/.exec(text.replace(/\s+/g, "")) ?? []
  if (!form) throw new SyntaxError("no such code")
  const bytes = fromLetters(letters)
  if (checksum(bytes) !== sum) throw new SyntaxError("part of the code is missing or was changed")
  if (form === PLAIN) return JSON.parse(new TextDecoder().decode(bytes))
  const unpacker = able(() => new DecompressionStream("deflate-raw"))
  if (!unpacker) throw new RangeError("this browser cannot unpack the code")
  return JSON.parse(new TextDecoder().decode(await through(bytes, unpacker)))
}

/**
 * Returns a stream; undefined where the browser has none, or not of this format (Chromium before 103, Safari before 16.4).
 * @template Stream
 * @param {() => Stream} make
 * @returns {Stream | undefined}
 */
function able(make) {
  try {
    return make()
  } catch {
    return undefined
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
}

/**
 * CRC-32, eight hexadecimal digits.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function checksum(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0")
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function toLetters(bytes) {
  let binary = ""
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

/**
 * @param {string} letters
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromLetters(letters) {
  try {
    const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"))
    return Uint8Array.from(binary, letter => letter.charCodeAt(0))
  } catch {
    throw new SyntaxError("no such code")
  }
}
