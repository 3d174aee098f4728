import htmx from 'htmx.org';
import { expectCsrf, showRefusals } from './habits/requests.js';
import { copyOnClick } from './habits/copying.js';
import { openDialogs } from './habits/dialogs.js';
import { startCounters } from './habits/counter.js';
import { startCountdowns } from './habits/countdown.js';
import { listenToKeys } from './habits/keyboard.js';
import { closeMenus } from './habits/menus.js';
import { guideTour } from './habits/tour.js';
import { openHelp } from './habits/help.js';
import { openSearches } from './habits/search.js';
import { rememberPages } from './habits/recent.js';
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
openSearches();
openHelp();
rememberPages();
guideTour();
copyOnClick();
showKeptToast();

// the whole page first, later every fragment that htmx swaps in
htmx.onLoad((part) => {
  showTabs(part);
  showIslands(part);
  startCountdowns(part);
  startCounters(part);
  startUploads(part);
  showToasts(part);
});
