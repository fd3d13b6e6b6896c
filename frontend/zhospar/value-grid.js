/*
 * A table of values by year that reads as a table and is written in like a spreadsheet.
 *
 * Drawn from `view` (see ValueGrid.java); all words come from the server. Every value typed or pasted is sent to the
 * server, which judges it; what it refuses stays in the cell, marked, until it is corrected or given up with Esc.
 * What others change is brought in by `take`, and where they are by `mark`; the text that is being typed stays.
 */

const SAVE_AFTER = 800;
const SAVED_SHOWN = 2500;
const ANSWER_AWAITED = 8000;
const REPORTED_AFTER = 150;

class ValueGrid extends HTMLElement {
  #view;
  #cells = new Map(); // key -> { data, td, row, col, half }
  #rows = []; // rows of cells, as they are walked through
  #current = null;
  #editing = null; // { cell, input, timer, sent }
  #refused = new Map(); // key -> { text, message }
  #hints = new Map(); // key -> message
  #guests = new Map(); // key -> name of whoever else is editing there
  #reported = '';
  #reporting;

  connectedCallback() {
    if (Object.hasOwn(this, 'view')) {
      // Set before this module was loaded.
      const view = this.view;
      delete this.view;
      this.view = view;
    } else if (this.view && !this.firstChild) {
      this.#draw();
    }
  }

  disconnectedCallback() {
    clearTimeout(this.#reporting);
  }

  /** What to draw: the model, the words to tell things with, and whether values may be written. */
  set view(view) {
    this.#view = view;
    if (this.isConnected && view) this.#draw();
  }

  get view() {
    return this.#view;
  }

  get words() {
    return this.#view.words;
  }

  get editable() {
    return this.#view.editable;
  }

  /** Takes in what others have changed. */
  take(cells) {
    for (const data of cells) {
      if (this.#editing?.cell.data.key === data.key && this.#editing.cell.data.raw !== data.raw) {
        this.#hints.set(data.key, this.words.moved.replace('{0}', data.text || this.words.nothing));
        // To give up what was typed means what is stated now.
        if (data.before === null) this.#editing.begun = data.raw;
      }
      this.#take(data);
    }
    this.#tell();
  }

  /** Marks the cells in which others are editing. */
  mark(guests) {
    const before = this.#guests;
    this.#guests = new Map(guests.map(({ key, name }) => [key, name]));
    for (const key of new Set([...before.keys(), ...this.#guests.keys()])) {
      const cell = this.#cells.get(key);
      if (cell && before.get(key) !== this.#guests.get(key)) this.#mark(cell);
    }
  }

  get #model() {
    return this.#view.model;
  }

  // --- drawing ---

  #draw() {
    this.replaceChildren();
    this.#cells.clear();
    this.#rows = [];
    const table = element('table', { role: 'grid', class: 'vg' });
    if (!this.editable) table.setAttribute('aria-readonly', 'true');
    table.append(element('caption', { class: 'z-sr' }, this.#model.caption), this.#columns(), this.#head());
    this.#model.groups.forEach((group) => table.append(this.#group(group)));
    const scroll = element('div', { class: 'vg-scroll' }, table);
    if (this.editable) {
      const keys = element('p', { class: 'vg-keys z-soft z-small' }, this.words.keys);
      this.append(keys);
    }
    this.messages = element('div', { class: 'vg-messages', role: 'log', 'aria-label': this.words.messages });
    this.append(scroll, this.messages);
    const first = this.#rows[0]?.find((cell) => cell);
    if (first) this.#point(first, false);
    if (!this.listening) this.#listen();
  }

  /** Columns keep their width whatever is written in them. */
  #columns() {
    const columns = element('colgroup', {}, element('col', { class: 'vg-names' }));
    if (this.#model.labelled) columns.append(element('col', { class: 'vg-labels' }));
    this.#model.columns.forEach(() => columns.append(element('col', {})));
    return columns;
  }

  #head() {
    const row = element('tr', { role: 'row' });
    row.append(
      element('th', { scope: 'col', role: 'columnheader', colspan: this.#model.labelled ? 2 : 1 }, this.#model.corner),
    );
    for (const column of this.#model.columns) {
      const head = element('th', { scope: 'col', role: 'columnheader' }, column.title);
      if (column.note) head.append(element('small', {}, column.note));
      row.append(head);
    }
    return element('thead', { role: 'rowgroup' }, row);
  }

  #group(group) {
    const body = element('tbody', { role: 'rowgroup', class: group.look });
    if (group.rows.length === 0) {
      const head = this.#name(group.head, 1, this.#model.columns.length + (this.#model.labelled ? 2 : 1));
      body.append(element('tr', { role: 'row' }, head));
      return body;
    }
    group.rows.forEach((row, index) => {
      const line = element('tr', { role: 'row', class: row.look });
      if (index === 0) line.append(this.#name(group.head, group.rows.length, 1));
      if (this.#model.labelled) {
        line.append(element('th', { scope: 'row', role: 'rowheader', class: 'vg-label' }, row.label));
      }
      const cells = row.cells.map((data, col) => {
        const td = element('td', { role: 'gridcell', tabindex: -1 });
        const column = this.#model.columns[col];
        td.dataset.column = column.title;
        td.dataset.note = column.note;
        td.style.setProperty('--col', col % 4);
        td.style.setProperty('--band', Math.floor(col / 4));
        const cell = { data, td, row: this.#rows.length, col, look: row.look };
        this.#cells.set(data.key, cell);
        this.#fill(cell);
        line.append(td);
        return cell;
      });
      this.#rows.push(cells);
      body.append(line);
    });
    return body;
  }

  #name(head, rowspan, colspan) {
    const th = element('th', { scope: 'rowgroup', role: 'rowheader', class: 'vg-name', rowspan, colspan });
    const title = element('div', { class: 'vg-title' });
    if (head.number) title.append(element('span', { class: 'ws-number' }, head.number));
    title.append(head.href ? link(head.href, head.title) : head.title);
    if (head.unit) title.append(', ', element('span', { class: 'vg-unit' }, head.unit));
    th.append(title);
    if (head.parts.length) {
      const parts = element('div', { class: 'vg-parts' });
      for (const part of head.parts) {
        const attributes = { class: part.tag ? 'z-tag' : 'vg-part' };
        if (part.meaning) attributes.title = part.meaning;
        const shown = element('span', attributes, part.text);
        if (part.meaning) shown.append(element('span', { class: 'z-sr' }, ` (${part.meaning})`));
        parts.append(shown, ' ');
      }
      th.append(parts);
    }
    return th;
  }

  /** Writes a cell's value anew; whatever is being typed in it stays. */
  #fill(cell) {
    if (this.#editing?.cell === cell) return;
    this.#write(cell);
    this.#mark(cell);
  }

  #mark({ data, td }) {
    td.querySelector('.live-guest')?.remove();
    const name = this.#guests.get(data.key);
    td.classList.toggle('live-guested', Boolean(name));
    if (!name) return;
    const tag = element('span', { class: 'live-guest' }, element('span', { 'aria-hidden': 'true' }, name));
    tag.append(spoken(this.words['edited-by'].replace('{0}', name)));
    td.append(tag);
  }

  #write(cell) {
    const { data, td } = cell;
    const refused = cell.pending === undefined && this.#refused.get(data.key);
    const saving = td.classList.contains('saving');
    td.className = ['vg-cell', data.kind, data.access, data.before === null ? '' : 'changed'].join(' ').trim();
    td.classList.toggle('refused', Boolean(refused));
    td.classList.toggle('saving', saving);
    td.replaceChildren();
    td.removeAttribute('title');
    td.toggleAttribute('aria-invalid', Boolean(refused));
    if (refused) td.setAttribute('aria-invalid', 'true');
    if (this.editable) td.setAttribute('aria-readonly', String(data.access !== 'edit'));
    if (data.note) td.title = data.note;
    else if (data.kind === 'nodata' && data.spoken) td.title = data.spoken;
    if (refused) {
      td.append(element('span', { class: 'vg-value' }, refused.text), spoken(this.words.invalid));
      td.title = refused.message;
      return;
    }
    if (cell.pending !== undefined) {
      td.append(element('span', { class: 'vg-value' }, cell.pending));
      return;
    }
    if (data.before !== null) {
      // Where nothing was stated there is nothing to strike out.
      const old = data.before === '' ? spoken(this.words.nothing) : element('del', { class: 'z-old' }, data.before);
      td.append(spoken(this.words.was), old, spoken(this.words.now));
    }
    if (data.mark) {
      const sign = { good: '✓', bad: '▽', differs: '*' }[data.mark];
      td.append(element('span', { class: `ws-mark ${data.mark}`, 'aria-hidden': 'true' }, sign));
    }
    td.append(this.#value(data));
    if (data.note) td.append(spoken(data.note));
    if (data.access === 'locked') td.append(lockSign());
    if (data.before !== null && data.access === 'edit') {
      const revert = element('button', {
        type: 'button',
        class: 'vg-revert',
        tabindex: -1,
        title: this.words.revert,
        'aria-label': `${this.words.revert}: ${data.label}`,
      });
      revert.append('↶');
      revert.addEventListener('click', (event) => {
        event.stopPropagation();
        this.#revert(cell);
      });
      td.append(revert);
    }
  }

  #value(data) {
    const seen = data.kind === 'empty' ? '·' : data.text;
    const value = element('span', { class: data.before === null ? 'vg-value' : 'vg-value z-new' });
    if (data.kind === 'none') return value;
    const shown = data.spoken && data.kind !== 'nodata' ? element('span', { 'aria-hidden': 'true' }, seen) : seen;
    const said = data.spoken && data.kind !== 'nodata' ? [spoken(data.spoken)] : [];
    if (data.href && data.access === 'read' && data.kind !== 'empty') {
      const anchor = link(data.href, '');
      anchor.tabIndex = -1;
      anchor.append(shown, ...said);
      value.append(anchor);
    } else {
      value.append(shown, ...said);
    }
    return value;
  }

  // --- moving about ---

  #listen() {
    this.listening = true;
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('paste', (event) => this.#paste(event));
    this.addEventListener('click', (event) => {
      const cell = this.#cellOf(event.target);
      if (!cell || this.#editing?.cell === cell || event.target.closest('a')) return;
      this.#point(cell, true);
      if (cell.data.access === 'edit') this.#open(cell);
    });
    this.addEventListener('focusin', (event) => {
      const cell = this.#cellOf(event.target);
      if (cell && event.target === cell.td) this.#point(cell, false);
    });
  }

  #cellOf(node) {
    const td = node.closest?.('td');
    return td && [...this.#cells.values()].find((cell) => cell.td === td);
  }

  #point(cell, focus) {
    this.#current?.td.setAttribute('tabindex', '-1');
    this.#current = cell;
    cell.td.setAttribute('tabindex', '0');
    if (focus) cell.td.focus();
  }

  #at(row, col) {
    return this.#rows[row]?.[col];
  }

  #move(rows, cols) {
    const { row, col } = this.#current;
    const next = this.#at(row + rows, col + cols);
    if (next) this.#point(next, true);
    return Boolean(next);
  }

  /** The next cell below that states the same: facts under facts, plans under plans. */
  #below(cell) {
    for (let row = cell.row + 1; row < this.#rows.length; row++) {
      const next = this.#at(row, cell.col);
      if (next && next.look === cell.look && next.data.access === 'edit') return next;
    }
    return null;
  }

  #beside(cell, step) {
    const all = this.#rows.flat().filter((one) => one.data.access === 'edit');
    return all[all.indexOf(cell) + step] ?? null;
  }

  #key(event) {
    const cell = this.#current;
    if (!cell || event.target !== cell.td) return;
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (moves[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#move(...moves[event.key]);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const row = event.ctrlKey ? (event.key === 'Home' ? 0 : this.#rows.length - 1) : cell.row;
      this.#point(event.key === 'Home' ? this.#rows[row][0] : this.#rows[row].at(-1), true);
    } else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ') {
      event.preventDefault();
      this.#revert(cell);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (cell.data.access === 'edit') this.#open(cell);
      else cell.td.querySelector('a')?.click();
    } else if (event.key === 'Escape') {
      this.#giveUp(cell);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && cell.data.access === 'edit') {
      event.preventDefault();
      this.#send(cell, '');
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (cell.data.access === 'edit') {
        event.preventDefault();
        this.#open(cell, event.key);
      } else if (this.editable) {
        this.#say(cell.data.note ?? this.words['read-only'], 'hint');
      }
    }
  }

  // --- editing ---

  #open(cell, typed) {
    this.#close(true);
    const input = element('input', {
      class: 'vg-input',
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      maxlength: 600,
      'aria-label': this.words.editor.replace('{0}', cell.data.label),
    });
    input.value = typed ?? this.#refused.get(cell.data.key)?.text ?? cell.data.raw;
    this.#editing = { cell, input, sent: this.#refused.has(cell.data.key) ? null : cell.data.raw, begun: cell.data.raw };
    cell.td.append(input);
    cell.td.classList.add('editing');
    input.focus();
    this.#report();
    if (typed === undefined) input.select();
    else this.#later();
    input.addEventListener('input', () => this.#later());
    input.addEventListener('keydown', (event) => this.#editorKey(event));
    input.addEventListener('blur', () => {
      if (this.#editing?.input === input) this.#close(true);
    });
  }

  #editorKey(event) {
    const { cell } = this.#editing;
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#cancel();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#close(true);
      this.#point(this.#below(cell) ?? cell, true);
    } else if (event.key === 'Tab') {
      const next = this.#beside(cell, event.shiftKey ? -1 : 1);
      this.#close(true);
      if (next) {
        event.preventDefault();
        this.#point(next, true);
      } else {
        this.#point(cell, true);
      }
    }
  }

  #later() {
    const editing = this.#editing;
    clearTimeout(editing.timer);
    editing.timer = setTimeout(() => this.#flush(), SAVE_AFTER);
  }

  #flush() {
    const editing = this.#editing;
    if (!editing) return;
    clearTimeout(editing.timer);
    const text = editing.input.value;
    if (text !== editing.sent) {
      editing.sent = text;
      this.#send(editing.cell, text);
    }
  }

  /** Ends editing; what was typed is saved. */
  #close(save) {
    const editing = this.#editing;
    if (!editing) return;
    if (save) this.#flush();
    clearTimeout(editing.timer);
    this.#editing = null;
    const hadFocus = editing.input === document.activeElement;
    editing.input.remove();
    editing.cell.td.classList.remove('editing');
    this.#report();
    this.#fill(editing.cell);
    if (hadFocus) editing.cell.td.focus();
  }

  /** Lets the others on the page know which cell is being edited; the moment between two cells is none of it. */
  #report() {
    clearTimeout(this.#reporting);
    this.#reporting = setTimeout(() => {
      const key = this.#editing?.cell.data.key ?? '';
      if (key === this.#reported) return;
      this.#reported = key;
      this.$server.editing(key);
    }, REPORTED_AFTER);
  }

  /** Gives up what was typed since the editor was opened, also what was saved on the way. */
  #cancel() {
    const { cell, sent, begun, timer } = this.#editing;
    clearTimeout(timer);
    this.#close(false);
    this.#giveUp(cell);
    if (sent !== null && sent !== begun) this.#send(cell, begun);
    this.#point(cell, true);
  }

  #giveUp(cell) {
    if (this.#refused.delete(cell.data.key)) {
      this.#fill(cell);
      this.#tell();
    }
  }

  async #send(cell, text) {
    await this.#call([cell], () => this.$server.save(cell.data.key, text).then((reply) => [reply]), [text]);
  }

  async #revert(cell) {
    this.#refused.delete(cell.data.key);
    this.#hints.delete(cell.data.key);
    if (cell.data.before === null) {
      this.#fill(cell);
      this.#tell();
      return;
    }
    await this.#call([cell], () => this.$server.revert(cell.data.key).then((reply) => [reply]), [cell.data.raw]);
    this.#point(cell, true);
  }

  /** Calls the server for some cells and shows what it answers; resolves to the number of values saved. */
  async #call(cells, work, texts) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    cells.forEach((cell, index) => {
      cell.turn = turn;
      cell.pending = texts[index];
      this.#fill(cell);
      cell.td.classList.add('saving');
      cell.td.classList.remove('saved');
    });
    const waiting = setTimeout(() => this.#say(this.words.waiting, 'waiting'), ANSWER_AWAITED);
    let replies;
    try {
      replies = await work();
    } catch {
      replies = cells.map((cell) => ({ key: cell.data.key, saved: false, message: this.words.waiting, cells: [] }));
    }
    clearTimeout(waiting);
    for (const { cells: changed } of replies) changed.forEach((data) => this.#take(data));
    replies.forEach((reply, index) => this.#answer(reply, texts[index], turn));
    this.#tell();
    return replies.filter((reply) => reply.saved).length;
  }

  #take(data) {
    const cell = this.#cells.get(data.key);
    if (!cell) return;
    cell.data = data;
    this.#fill(cell);
  }

  #answer(reply, text, turn) {
    const cell = this.#cells.get(reply.key);
    if (!cell || cell.turn !== turn) return; // something newer has been sent since
    cell.pending = undefined;
    cell.td.classList.remove('saving');
    this.#refused.delete(reply.key);
    this.#hints.delete(reply.key);
    if (reply.saved) {
      if (reply.message) this.#hints.set(reply.key, reply.message);
      cell.td.classList.add('saved');
      setTimeout(() => cell.td.classList.remove('saved'), SAVED_SHOWN);
    } else {
      this.#refused.set(reply.key, { text, message: reply.message ?? '' });
    }
    if (this.#editing?.cell === cell) {
      this.#editing.input.toggleAttribute('aria-invalid', !reply.saved);
      if (!reply.saved) this.#editing.input.setAttribute('aria-invalid', 'true');
    } else {
      this.#fill(cell);
      if (reply.saved) cell.td.classList.add('saved');
    }
  }

  // --- pasting ---

  #paste(event) {
    const cell = this.#editing?.cell ?? this.#current;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
    const block = lines.length > 1 || text.includes('\t');
    if (!this.editable || !cell || (this.#editing && !block)) return;
    event.preventDefault();
    if (this.#editing) {
      const { input, begun } = this.#editing;
      input.value = begun;
      this.#close(false);
    }
    this.#pasteBlock(cell, lines.map((line) => line.split('\t')));
  }

  async #pasteBlock(start, block) {
    const rows = this.#rows.filter((row) => row[0].row >= start.row && row[start.col]?.look === start.look);
    const targets = [];
    const texts = [];
    let outside = 0;
    let closed = 0;
    block.forEach((line, down) =>
      line.forEach((value, right) => {
        const text = value.trim();
        if (text === '') return; // an empty cell of a spreadsheet erases nothing here
        const cell = rows[down]?.[start.col + right];
        if (!cell) {
          outside++;
        } else if (cell.data.access === 'edit') {
          targets.push(cell);
          texts.push(text);
        } else {
          closed++;
          this.#refused.set(cell.data.key, { text, message: cell.data.note ?? this.words['read-only'] });
          this.#fill(cell);
        }
      }),
    );
    const entries = targets.map((cell, index) => ({ key: cell.data.key, text: texts[index] }));
    const saved = entries.length ? await this.#call(targets, () => this.$server.paste(entries), texts) : 0;
    this.#tell();
    const refused = entries.length - saved + closed;
    this.#say(this.words.pasted.replace('{0}', saved).replace('{1}', refused), refused ? 'refusal' : 'done');
    if (outside) this.#say(this.words['does-not-fit'].replace('{0}', outside), 'refusal');
    this.#point(start, true);
  }

  // --- telling ---

  /** Lists what stands unsaved or needs a look, each with its row and year. */
  #tell() {
    this.messages.replaceChildren();
    for (const [key, { message }] of this.#refused) {
      const label = this.#cells.get(key)?.data.label ?? '';
      this.#say(this.words['not-saved'].replace('{0}', label).replace('{1}', message), 'refusal', key);
    }
    for (const [key, message] of this.#hints) {
      this.#say(`${this.#cells.get(key)?.data.label ?? ''}. ${message}`, 'hint', key);
    }
  }

  #say(text, look, key) {
    const item = element('div', { class: look }, text);
    if (look === 'refusal') item.setAttribute('role', 'alert');
    const cell = key && this.#cells.get(key);
    if (cell) item.addEventListener('click', () => this.#point(cell, true));
    this.messages.append(item);
  }
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== '' && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

function link(href, text) {
  return element('a', { href, 'router-link': 'true' }, text);
}

function spoken(text) {
  return element('span', { class: 'z-sr' }, ` ${text} `);
}

function lockSign() {
  return element('span', { class: 'vg-lock', 'aria-hidden': 'true' });
}

customElements.get('z-value-grid') ?? customElements.define('z-value-grid', ValueGrid);
