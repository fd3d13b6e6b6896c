// Says that the session is about to end. The server ends it when nobody did anything for as long as `idle` says; what
// the page does by itself (heartbeats) does not count there, so it does not count here.

const CHECK_EVERY = 5_000;
const TABS = 'zhospar-session';

class SessionEnd extends HTMLElement {
  connectedCallback() {
    this.idle = this.milliseconds('idle');
    this.warning = Math.min(this.milliseconds('warning'), this.idle / 2);
    this.end = Date.now() + this.milliseconds('left');
    this.used = Date.now();
    // A request in one tab keeps the session for all.
    this.tabs = new BroadcastChannel(TABS);
    this.tabs.onmessage = (message) => this.use(message.data);
    this.requests = new PerformanceObserver((list) => {
      if (list.getEntries().some((entry) => entry.name.includes('v-r=uidl'))) {
        this.use(Date.now());
        this.tabs.postMessage(this.used);
      }
    });
    this.requests.observe({ type: 'resource' });
    this.timer = setInterval(() => this.check(), CHECK_EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.requests.disconnect();
    this.tabs.close();
    this.replaceChildren();
  }

  milliseconds(name) {
    return Number(this.getAttribute(name)) * 1000;
  }

  use(moment) {
    this.used = Math.max(this.used, moment);
    this.check();
  }

  check() {
    const now = Date.now();
    const byIdleness = this.used + this.idle - now;
    const byAge = this.end - now;
    const left = Math.min(byIdleness, byAge);
    if (left > this.warning) {
      this.show('');
    } else if (left <= 0) {
      this.show('over', this.getAttribute('over'), 'again', () => window.location.reload());
    } else {
      this.send();
      const minutes = Math.max(1, Math.ceil(left / 60_000));
      const soon = this.getAttribute('soon').replace('#', minutes);
      if (byAge <= byIdleness) {
        this.show('last' + minutes, `${soon} ${this.getAttribute('last')}`);
      } else {
        this.show('soon' + minutes, `${soon} ${this.getAttribute('saved')}`, 'continue', () =>
          this.dispatchEvent(new CustomEvent('z-continue')),
        );
      }
    }
  }

  /** What stands in a field and was not sent so far is sent now, once. */
  send() {
    if (!this.state) {
      document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  show(state, text, button, act) {
    if (state === this.state) {
      return;
    }
    this.state = state;
    if (!state) {
      this.replaceChildren();
      return;
    }
    const box = document.createElement('section');
    box.className = 'z-session-end';
    box.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = text;
    box.append(words);
    if (button) {
      const control = document.createElement('button');
      control.type = 'button';
      control.className = 'z-button';
      control.textContent = this.getAttribute(button);
      control.addEventListener('click', act);
      box.append(control);
    }
    this.replaceChildren(box);
  }
}

customElements.define('z-session-end', SessionEnd);
