// Where in a JSON text the value stands that a pointer means, so that a fault leads to its line.

/** The first and the last character of that value, or of the closest one around it that is there. */
export function placeOf(text: string, pointer: string): [number, number] {
  const wanted = pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let found: [number, number] = [0, text.length];
  let at = 0;
  const blank = () => { while (/\s/.test(text[at] ?? '')) { at++; } };
  const string = () => {
    const from = at++;
    while (at < text.length && text[at] !== '"') { at += text[at] === '\\' ? 2 : 1; }
    at++;
    return text.slice(from, at);
  };
  /** Reads one value; `depth` parts of the pointer led here, or -1 when another way was taken. */
  const value = (depth: number) => {
    blank();
    const from = at;
    const inner = (part: string) => value(depth >= 0 && wanted[depth] === part ? depth + 1 : -1);
    if (text[at] === '{' || text[at] === '[') {
      const isList = text[at] === '[';
      at++;
      blank();
      for (let i = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; i++) {
        const part = isList ? String(i) : JSON.parse(string()) as string;
        blank();
        at += isList ? 0 : 1;
        inner(part);
        blank();
        at += text[at] === ',' ? 1 : 0;
        blank();
      }
      at++;
    } else if (text[at] === '"') {
      string();
    } else {
      while (/[^\s,\]}]/.test(text[at] ?? ',')) { at++; }
    }
    if (depth > best) {
      [found, best] = [[from, at], depth];
    }
  };
  let best = -1;
  try {
    value(0);
  } catch {
    // No JSON: the whole text is the place.
  }
  return found;
}

export const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;
