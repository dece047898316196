// The dashboard and the data-flow map: shows what the extension sends, and tells it what was clicked.
(() => {
  const editor = acquireVsCodeApi();
  const page = document.getElementById('page');
  const news = document.getElementById('news');

  window.addEventListener('message', ({ data }) => {
    if (data.busy) news.textContent = data.busy;
    if (data.html !== undefined) show(data.html, data.done);
  });
  page.addEventListener('click', event => follow(event));
  page.addEventListener('keydown', event => {
    const drawn = event.target.closest('svg [data-open]');
    if (drawn && (event.key === 'Enter' || event.key === ' ')) follow(event);
  });
  for (const name of ['refresh', 'export'])
    document.getElementById(name).addEventListener('click', () => editor.postMessage({ [name]: true }));
  editor.postMessage({ ready: true });

  /** Texts in it are escaped by whoever sends it, and nothing in it may run. What had the focus has it again, and nothing scrolls. */
  function show(html, done) {
    const { scrollY } = window;
    const focused = keyOf(document.activeElement);
    const open = [...page.querySelectorAll('details')].map(each => each.open);
    const first = document.getElementById('waiting') !== null;
    page.innerHTML = html;
    [...page.querySelectorAll('details')].forEach((each, index) => {
      each.open = open[index] ?? false;
    });
    if (focused)
      [...page.querySelectorAll('[data-open], a')]
        .find(each => keyOf(each) === focused)
        ?.focus({ preventScroll: true });
    window.scrollTo(0, first ? 0 : scrollY);
    news.textContent = done;
  }

  function keyOf(element) {
    return element?.closest('main')
      ? `${element.dataset.open ?? element.getAttribute('href')} ${element.textContent}`
      : undefined;
  }

  function follow(event) {
    const target = event.target.closest('[data-open], a[href^="#"]');
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    if (target.dataset.open) editor.postMessage({ open: target.dataset.open });
    else goTo(document.getElementById(target.getAttribute('href').slice(1)));
  }

  function goTo(element) {
    if (!element) return;
    element.scrollIntoView();
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
})();
