/** role="tablist" with tabs that name their panel in aria-controls. */
export function showTabs(part) {
  for (const list of part.querySelectorAll('[role="tablist"]')) {
    const tabs = [...list.querySelectorAll('[role="tab"]')];
    tabs.forEach((tab, at) => {
      tab.addEventListener('click', () => select(tabs, tab));
      tab.addEventListener('keydown', ({ key }) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (step) select(tabs, tabs[(at + step + tabs.length) % tabs.length]).focus();
      });
    });
  }
}

function select(tabs, chosen) {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    tab.classList.toggle('active', isChosen);
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen;
  }
  return chosen;
}
