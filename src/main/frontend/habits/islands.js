// Large libraries load where they draw, and only once their place is in sight.
const islands = {
  form: () => import('../islands/form.js'),
  chart: () => import('../islands/chart.js'),
  diagram: () => import('../islands/diagram.js'),
  heat: () => import('../islands/heat.js'),
  grid: () => import('../islands/grid.js'),
  modeler: () => import('../islands/modeler/modeler.js'),
  rehearsal: () => import('../islands/rehearsal.js'),
};

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) {
      sight.unobserve(target);
      mount(target);
    }
  }
});

export function showIslands(part) {
  for (const place of within(part, '[data-island]')) sight.observe(place);
}

async function mount(place) {
  place.setAttribute('aria-busy', 'true');
  try {
    const island = await islands[place.dataset.island]();
    await island.default(place);
    place.dataset.ready = 'true';
  } catch (failure) {
    if (!failure.isExpected) console.error(failure);
    place.dataset.failed = 'true';
    place.replaceChildren(place.dataset.failedText ?? '');
  } finally {
    place.removeAttribute('aria-busy');
  }
}

export function within(part, selector) {
  const found = [...part.querySelectorAll(selector)];
  return part.matches?.(selector) ? [part, ...found] : found;
}
