// What came of an act, or is about to, said once: by the focus that it gets, or as it comes to whoever is elsewhere.
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { goOnAfter } from './focus';

interface Props {
  kind: 'ok' | 'waits' | 'bad' | '';
  /** Its name, and what is said after it. */
  words: ComponentChildren; more?: ComponentChildren;
  children?: ComponentChildren;
}

/**
 * A live region that has the focus too is said twice, and one of several paragraphs by some readers last line first: so
 * it is a group with a name. Only to whoever is elsewhere on the page it is live, and takes no focus.
 */
export function Outcome({ kind, words, more, children, box, isAway }: Props & {
  box: RefObject<HTMLDivElement | null>; isAway?: boolean;
}) {
  const id = useId();
  return <div class={`note ${kind}`} ref={box} tabIndex={-1} {...(isAway ? { role: 'status' } : {
    'role': 'group', 'aria-labelledby': `${id}-said`, 'aria-describedby': more ? `${id}-more` : undefined })}>
    <p id={`${id}-said`}>{words}</p>
    {more && <div id={`${id}-more`}>{more}</div>}
    {children}</div>;
}

/** An outcome that gets the focus when it comes. When it goes with the focus, one goes on at the heading above it. */
export function Arrival(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    return () => goOnAfter(box.current);
  }, []);
  return <Outcome {...props} box={box} />;
}
