// A page of titled tables: shows what the extension sends, and tells it the number of what was pressed.
(() => {
  const editor = acquireVsCodeApi();
  const signs = { good: '✓', bad: '✗', note: '·' };

  window.addEventListener('message', ({ data }) => {
    for (const id of ['title', 'intro']) document.getElementById(id).textContent = data[id];
    const place = window.scrollY;
    document.getElementById('sections').replaceChildren(...data.sections.map(section));
    window.scrollTo(0, place);
  });
  editor.postMessage({ ready: true });

  function section({ title, text, columns, rows, empty, buttons }, index) {
    const whole = make('section');
    const heading = make('h2', title);
    heading.id = `section-${index}`;
    whole.setAttribute('aria-labelledby', heading.id);
    whole.append(heading);
    if (text) whole.append(make('p', text));
    if (rows.length > 0) whole.append(table(heading.id, columns, rows));
    else if (empty) whole.append(Object.assign(make('p', empty), { className: 'empty' }));
    if (buttons.length > 0) whole.append(row(buttons));
    return whole;
  }

  function table(label, columns, rows) {
    const whole = make('table');
    whole.setAttribute('aria-labelledby', label);
    const head = make('tr');
    head.append(...columns.map(text => Object.assign(make('th', text), { scope: 'col' })));
    const body = make('tbody');
    body.append(
      ...rows.map(cells => {
        const line = make('tr');
        line.append(...cells.map((one, index) => cell(one, index === 0)));
        return line;
      }),
    );
    whole.append(Object.assign(make('thead')), body);
    whole.querySelector('thead').append(head);
    return whole;
  }

  function cell({ text, state, word, action }, first) {
    const whole = make(first ? 'th' : 'td');
    if (first) whole.scope = 'row';
    if (state) {
      const sign = Object.assign(make('span', signs[state]), { className: 'sign' });
      sign.dataset.state = state;
      sign.setAttribute('role', 'img');
      sign.setAttribute('aria-label', word || state);
      // A word joiner: the sign stays with what it is of.
      whole.append(sign, '\u2060');
    }
    whole.append(action === undefined ? text : Object.assign(button(text, action), { className: 'link' }));
    return whole;
  }

  function row(buttons) {
    const whole = Object.assign(make('div'), { className: 'buttons' });
    whole.append(...buttons.map(({ label, action }) => button(label, action)));
    return whole;
  }

  function button(label, action) {
    const made = Object.assign(make('button', label), { type: 'button' });
    made.addEventListener('click', () => editor.postMessage({ action }));
    return made;
  }

  function make(name, text = '') {
    return Object.assign(document.createElement(name), { textContent: text });
  }
})();
