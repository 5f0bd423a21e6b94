/** A part of a message in Protocol Buffers' wire format. */
export type Field = Uint8Array;

/** A whole number of 64 bits, not negative or -1. */
export const integer = (field: number, value: number): Field => joined([varint(field << 3), value < 0 ? MINUS_ONE : varint(value)]);

/** Bytes, a text, or a message made of fields. */
export function block(field: number, content: string | Uint8Array | readonly Field[]): Field {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content instanceof Uint8Array ? content : joined(content);
  return joined([varint((field << 3) | 2), varint(bytes.length), bytes]);
}

/** A number of 32 bits. */
export function float(field: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([varint((field << 3) | 5), bytes]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const encoder = new TextEncoder();
/** Two's complement of 64 bits. */
const MINUS_ONE = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 1);

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest % 128 + (rest >= 128 ? 128 : 0));
    if (rest < 128) return Uint8Array.from(bytes);
  }
}
