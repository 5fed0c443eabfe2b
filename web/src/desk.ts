// What makes the pages faster and live. Every page works from plain links and forms; nothing here is
// needed to read one. No inline script, no eval (strict Content-Security-Policy).
import { startAutosave } from './autosave';
import { startBulk } from './bulk';
import { startCopy } from './copy';
import { startDialogs } from './dialogs';
import { csrfToken, forEach } from './dom';
import { startFiles } from './files';
import { startKeys } from './keys';
import { startLive } from './live';
import { startTaalhulp } from './taalhulp';
import { startUndo } from './undo';
import { startWhen } from './when';

// Dialogs before keys: Escape closes the panel that has the focus first.
startDialogs();
startKeys();
startAutosave();
startBulk();
startCopy();
startFiles();
startTaalhulp();
startUndo();
startWhen();
startLive();

// Buttons that htmx sends without a form carry the token of the page.
document.addEventListener('htmx:config:request', (event) => {
  const { ctx } = (event as CustomEvent<{ ctx: { request: { headers: Record<string, string> } } }>).detail;
  ctx.request.headers['X-CSRF-Token'] = csrfToken();
});

// The summary of errors, or what a page wants read first.
forEach<HTMLElement>('[data-focus]', (element) => element.focus());
