// Where one goes on, by keyboard or by ear, once the page has changed.

/** The heading of a part of the page gets the focus: it is said, and what follows it is read next. */
export function goTo(place: Element | null) {
  const head = place?.querySelector<HTMLElement>('h1, h2, h3');
  if (head) {
    head.tabIndex = -1;
    head.focus();
  }
}

/**
 * Called by a button before it shows more of the list or table above it: the first of what comes gets the focus, for
 * the button may go. What never comes moves nothing.
 */
export function goOnAtNext(button: Element) {
  let above = button.previousElementSibling;
  while (above && !above.matches('ul, ol, table')) {
    above = above.previousElementSibling;
  }
  const rows = above?.querySelector(':scope > tbody:only-of-type') ?? above;
  const last = rows?.lastElementChild;
  if (!rows || !last) {
    return;
  }
  const watch = new MutationObserver(() => {
    const next = last.nextElementSibling;
    if (next instanceof HTMLElement) {
      watch.disconnect();
      next.tabIndex = -1;
      next.focus();
    }
  });
  watch.observe(rows, { childList: true });
}

/**
 * Called before a part is taken away, in a layout effect: once it is gone with the focus, its section is where one goes
 * on; else nothing is moved.
 */
export function goOnAfter(gone: Element | null) {
  const section = gone?.contains(document.activeElement) ? gone.closest('section') : null;
  if (section) {
    setTimeout(() => {
      if (document.activeElement === document.body) {
        goTo(section.isConnected ? section : document.querySelector('main'));
      }
    });
  }
}
