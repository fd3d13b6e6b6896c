/*
 * Lets a table of fields be filled like a spreadsheet: a column that is pasted fills the fields below, and Enter and
 * the arrows lead to the same field of the next row. What is pasted is judged by the server (see FactTable.java).
 *
 * What had not reached the server when the page was left, because the session or the connection had ended, is kept in
 * this tab for the same person and put into its field again.
 */

class FactTable extends HTMLElement {
  #account = null;
  #leave = () => this.#keep();

  connectedCallback() {
    window.addEventListener('pagehide', this.#leave);
    if (this.listening) return;
    this.listening = true;
    this.addEventListener('paste', (event) => this.#paste(event));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  disconnectedCallback() {
    window.removeEventListener('pagehide', this.#leave);
  }

  /** Called by the server when all fields are there. */
  restore(account) {
    this.#account = account;
    const kept = JSON.parse(sessionStorage.getItem(this.#place()) ?? '[]');
    sessionStorage.removeItem(this.#place());
    for (const { row, column, value } of kept) {
      const field = this.querySelector(`[data-row="${row}"] [data-column="${column}"]`);
      if (field && field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  }

  #keep() {
    if (this.#account === null) return;
    const unsent = [...this.querySelectorAll('[data-row] [data-column]')]
      .filter((field) => field.value !== (field.dataset.kept ?? ''))
      .map((field) => ({
        row: field.closest('[data-row]').dataset.row,
        column: field.dataset.column,
        value: field.value,
      }));
    if (unsent.length > 0) sessionStorage.setItem(this.#place(), JSON.stringify(unsent));
  }

  #place() {
    return `zhospar-facts ${this.#account} ${location.pathname}`;
  }

  #paste(event) {
    const field = event.target.closest?.('input[data-column]');
    const row = field?.closest('[data-row]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
    if (!row || lines.length < 2) return;
    event.preventDefault();
    // Only the first column of a block: the columns of the table are not those of the spreadsheet.
    const column = lines.map((line) => line.split('\t')[0].trim());
    this.$server.paste(row.dataset.row, field.dataset.column, column);
  }

  #key(event) {
    const field = event.target.closest?.('input[data-column]');
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!field || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const fields = [...this.querySelectorAll(`input[data-column="${field.dataset.column}"]`)];
    const next = fields[fields.indexOf(field) + step];
    if (next) {
      event.preventDefault();
      next.focus();
      next.select();
    }
  }
}

customElements.get('z-fact-table') ?? customElements.define('z-fact-table', FactTable);
