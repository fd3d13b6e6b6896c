/*
 * Lets a table of fields be filled like a spreadsheet: a column that is pasted fills the fields below, and Enter and
 * the arrows lead to the same field of the next row. What is pasted is judged by the server (see FactTable.java).
 */

class FactTable extends HTMLElement {
  connectedCallback() {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener('paste', (event) => this.#paste(event));
    this.addEventListener('keydown', (event) => this.#key(event));
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
