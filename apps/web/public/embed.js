// Travel along the chart of an embed by keys, pointer or touch; and tell the page around it how tall it is.
for (const picture of document.querySelectorAll('.picture')) {
  const stops = JSON.parse(picture.dataset.stops);
  if (stops.length === 0) continue;
  const surface = document.createElement('div');
  surface.className = 'surface';
  surface.tabIndex = 0;
  surface.setAttribute('role', 'slider');
  surface.setAttribute('aria-label', 'Travel along the chart');
  surface.setAttribute('aria-valuemin', '0');
  surface.setAttribute('aria-valuemax', String(stops.length - 1));
  picture.append(surface);
  let index = 0;
  say();

  surface.addEventListener('keydown', (event) => {
    const target = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    if (event.key === 'Escape') hide();
    if (target === undefined) return;
    event.preventDefault();
    show(Math.min(stops.length - 1, Math.max(0, target)));
  });
  surface.addEventListener('focus', () => surface.matches(':focus-visible') && show(index));
  surface.addEventListener('blur', hide);
  surface.addEventListener('pointerleave', hide);
  surface.addEventListener('pointermove', point);
  surface.addEventListener('pointerdown', point);

  function point(event) {
    const box = surface.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    const y = ((event.clientY - box.top) / box.height) * 100;
    // Along a time line the height of a place does not matter; on a map it does.
    const weight = new Set(stops.map((stop) => stop[0])).size === stops.length ? 0.05 : 1;
    const away = ([left, top]) => (left - x) ** 2 + weight * (top - y) ** 2;
    show(stops.reduce((best, stop, at) => (away(stop) < away(stops[best]) ? at : best), 0));
  }

  function show(at) {
    index = at;
    hide();
    const [left, top, label, ...lines] = stops[at];
    const place = document.createElement('i');
    place.className = 'place';
    place.style.left = `${left}%`;
    place.style.top = `${top}%`;
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.style[left > 50 ? 'right' : 'left'] = `${left > 50 ? 100 - left : left}%`;
    tip.style[top > 50 ? 'bottom' : 'top'] = `${top > 50 ? 100 - top : top}%`;
    tip.append(Object.assign(document.createElement('b'), { textContent: label }));
    tip.append(...lines.map((line) => Object.assign(document.createElement('span'), { textContent: line })));
    surface.append(place, tip);
    say();
  }

  function hide() {
    surface.replaceChildren();
  }

  function say() {
    const [, , label, ...lines] = stops[index];
    surface.setAttribute('aria-valuenow', String(index));
    surface.setAttribute('aria-valuetext', `${label}: ${lines.join(', ')}`);
  }
}

if (window.parent !== window) {
  const tell = () =>
    window.parent.postMessage({ type: 'muster:height', height: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(tell).observe(document.documentElement);
}
