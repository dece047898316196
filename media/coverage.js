// The coverage page: shows what the extension sends, and tells it which row's button was pressed.
(() => {
  const editor = acquireVsCodeApi();
  const byId = id => document.getElementById(id);

  window.addEventListener('message', ({ data }) => {
    for (const id of ['title', 'intro', 'models', 'legend']) byId(id).textContent = data[id];
    const focused = document.activeElement?.closest('tr')?.dataset.row;
    announce(data.rows);
    document.querySelector('thead tr').replaceChildren(...data.columns.map(heading));
    document.querySelector('tbody').replaceChildren(...data.rows.map(tableRow));
    if (focused) document.querySelector(`tr[data-row="${focused}"] button`)?.focus();
  });
  editor.postMessage({ ready: true });

  function heading(text) {
    return Object.assign(document.createElement('th'), { textContent: text, scope: 'col' });
  }

  function tableRow({ id, title, state, word, why, button, buttonLabel }) {
    const row = document.createElement('tr');
    row.dataset.row = id;
    row.dataset.state = state;
    const name = Object.assign(document.createElement('th'), { textContent: title, scope: 'row' });
    const mark = Object.assign(document.createElement('span'), { className: 'mark' });
    mark.setAttribute('aria-hidden', 'true');
    const stateCell = cell('state');
    stateCell.append(mark, word);
    const action = cell('action');
    if (button) action.append(buttonOf(id, button, buttonLabel));
    row.append(name, stateCell, Object.assign(cell('why'), { textContent: why }), action);
    return row;
  }

  function cell(name) {
    return Object.assign(document.createElement('td'), { className: name });
  }

  function buttonOf(id, text, label) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => editor.postMessage({ row: id }));
    return button;
  }

  /** A screen reader hears which rows have changed, not the whole table again. */
  function announce(rows) {
    const changes = rows.filter(({ id, state }) => {
      const before = document.querySelector(`tr[data-row="${id}"]`)?.dataset.state;
      return before !== undefined && before !== state;
    });
    byId('news').textContent = changes.map(({ title, word }) => `${title}: ${word}`).join('. ');
  }
})();
