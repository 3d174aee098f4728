import htmx from 'htmx.org';
import { expectCsrf, showRefusals } from './habits/requests.js';
import { copyOnClick } from './habits/copying.js';
import { openDialogs } from './habits/dialogs.js';
import { startCounters } from './habits/counter.js';
import { helpEntry, startEntries } from './habits/entry.js';
import { startSignatures } from './habits/signature.js';
import { startCountdowns } from './habits/countdown.js';
import { listenToKeys } from './habits/keyboard.js';
import { closeMenus } from './habits/menus.js';
import { showIslands } from './habits/islands.js';
import { showTabs } from './habits/tabs.js';
import { startUploads } from './habits/upload.js';
import { switchTheme } from './habits/theme.js';
import { showKeptToast, showToasts } from './habits/toasts.js';

expectCsrf();
showRefusals();
switchTheme();
listenToKeys();
openDialogs();
closeMenus();
copyOnClick();
helpEntry();
showKeptToast();

// the whole page first, later every fragment that htmx swaps in
htmx.onLoad((part) => {
  showTabs(part);
  showIslands(part);
  startCountdowns(part);
  startCounters(part);
  startEntries(part);
  startSignatures(part);
  startUploads(part);
  showToasts(part);
});
