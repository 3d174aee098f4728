import htmx from 'htmx.org';
import { expectCsrf, showRefusals } from './habits/requests.js';
import { copyOnClick } from './habits/copying.js';
import { openDialogs } from './habits/dialogs.js';
import { startCounters } from './habits/counter.js';
import { startCountdowns } from './habits/countdown.js';
import { listenToKeys } from './habits/keyboard.js';
import { keepPicks, startLists } from './habits/lists.js';
import { listenForNews } from './habits/live.js';
import { closeMenus } from './habits/menus.js';
import { showIslands } from './habits/islands.js';
import { printOnClick } from './habits/printing.js';
import { rememberFields } from './habits/remembering.js';
import { showTabs } from './habits/tabs.js';
import { startUploads } from './habits/upload.js';
import { sendAgainOnceProven } from './habits/proof.js';
import { switchTheme } from './habits/theme.js';
import { showKeptToast, showToasts } from './habits/toasts.js';

expectCsrf();
showRefusals();
sendAgainOnceProven();
switchTheme();
listenToKeys();
startLists();
openDialogs();
closeMenus();
copyOnClick();
printOnClick();
showKeptToast();
listenForNews();

// the whole page first, later every fragment that htmx swaps in
htmx.onLoad((part) => {
  showTabs(part);
  showIslands(part);
  startCountdowns(part);
  rememberFields(part);
  startCounters(part);
  startUploads(part);
  showToasts(part);
  keepPicks();
});
