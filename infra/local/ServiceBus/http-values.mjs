import rhea from 'rhea';
import { textOf } from './codec.mjs';

const { types } = rhea;

const dateText = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;
const integerText = /^-?\d+$/;
const numberText = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const jsonToken = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const numberMark = '\u0000';

/** A property value as a header carries it: quoted text or date, bare number or truth value. */
export function readValue(text) {
  if (text.startsWith('"')) {
    return typedText(JSON.parse(text));
  }
  if (text === 'true' || text === 'false') {
    return types.wrap_boolean(text === 'true');
  }
  return numberText.test(text) ? typedNumber(text) : types.wrap_string(text);
}

/** Numbers stay marked text until their type is known: 5 is an integer, 5.0 is not. */
export function parseExact(json) {
  return JSON.parse(json.replace(jsonToken, (token) =>
    token.startsWith('"') ? token : JSON.stringify(numberMark + token)));
}

export function typedOf(value) {
  if (typeof value === 'boolean') {
    return types.wrap_boolean(value);
  }
  if (typeof value !== 'string') {
    return value === null ? types.Null() : types.wrap_string(JSON.stringify(value));
  }
  return value.startsWith(numberMark) ? typedNumber(value.slice(1)) : typedText(value);
}

export function numberOf(value) {
  return typeof value === 'string' ? Number(value.replace(numberMark, '')) : undefined;
}

export function textValue(value) {
  return typeof value === 'string' ? value.replace(numberMark, '') : undefined;
}

export function writeValue(typed) {
  const { value } = typed;
  const name = typed.type.name;
  if (value instanceof Date) {
    return JSON.stringify(value.toUTCString());
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  if (name === 'Float' || name === 'Double') {
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(1) : String(value);
  }
  if (typeof value === 'number') {
    return String(value);
  }
  if (Buffer.isBuffer(value) && name === 'Long') {
    return value.readBigInt64BE().toString();
  }
  return asciiJson(textOf(value) ?? '');
}

/** JSON that fits a header: everything outside ASCII is escaped. */
export function asciiJson(value) {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) =>
    `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** [d.]hh:mm:ss[.fffffff] in milliseconds. */
export function readTimeSpan(text) {
  const found = /^(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (found === null) {
    return undefined;
  }
  const [, days, hours, minutes, seconds] = found;
  return (((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

function typedText(text) {
  return dateText.test(text) ? types.wrap_timestamp(Date.parse(text)) : types.wrap_string(text);
}

function typedNumber(text) {
  if (!integerText.test(text)) {
    return types.wrap_double(Number(text));
  }
  const exact = BigInt(text);
  if (exact === BigInt.asIntN(32, exact)) {
    return types.wrap_int(Number(exact));
  }
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt.asIntN(64, exact));
  return types.wrap_long(Number.isSafeInteger(Number(text)) ? Number(text) : bytes);
}
