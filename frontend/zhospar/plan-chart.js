/*
 * Plan and fact over the years as a line chart. A picture beside a table with the same values, so it is one image to
 * those who hear the page. Years without a number leave a gap.
 */

const LOOKS = {
  plan: { token: '--z-accent', symbol: 'emptyCircle', type: 'dashed' },
  fact: { token: '--z-gold', symbol: 'diamond', type: 'solid' },
};

let library;

class PlanChart extends HTMLElement {
  #model;
  #chart;
  #resizing;

  connectedCallback() {
    if (Object.hasOwn(this, 'model')) {
      const model = this.model;
      delete this.model;
      this.model = model;
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.#resizing?.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  set model(model) {
    this.#model = model;
    this.#draw();
  }

  get model() {
    return this.#model;
  }

  async #draw() {
    if (!this.#model || !this.isConnected) return;
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', this.#model.label);
    library ??= import(new URL('../_static/echarts/6.0.0/dist/echarts.esm.min.js', import.meta.url).href);
    const echarts = await library;
    if (!this.isConnected) return;
    this.#chart ??= echarts.init(this, null, { renderer: 'svg' });
    this.#chart.setOption(this.#options());
    this.#resizing ??= new ResizeObserver(() => this.#chart?.resize());
    this.#resizing.observe(this);
  }

  #options() {
    const { years, lines, unit, locale } = this.#model;
    const style = getComputedStyle(this);
    const colour = (token) => style.getPropertyValue(token).trim();
    const font = { fontFamily: style.fontFamily, fontSize: 13, color: colour('--z-ink-soft') };
    const number = (value) => (value === null || value === undefined ? '–' : value.toLocaleString(locale, { maximumFractionDigits: 20 }));
    return {
      animation: false,
      textStyle: font,
      grid: { left: 8, right: 24, top: 48, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 32, textStyle: { ...font, color: colour('--z-ink') } },
      tooltip: {
        trigger: 'axis',
        confine: true,
        textStyle: { ...font, color: colour('--z-ink') },
        formatter: (points) => this.#hint(points),
      },
      xAxis: {
        type: 'category',
        data: years,
        boundaryGap: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour('--z-line') } },
        axisLabel: font,
      },
      yAxis: {
        type: 'value',
        scale: true,
        splitNumber: 4,
        axisLabel: { ...font, formatter: number },
        splitLine: { lineStyle: { color: colour('--z-line-soft') } },
      },
      series: lines.map((line) => {
        const look = LOOKS[line.look];
        return {
          name: line.name,
          type: 'line',
          data: line.values,
          connectNulls: false,
          symbol: look.symbol,
          symbolSize: line.look === 'plan' ? 9 : 12,
          lineStyle: { width: 2, type: look.type },
          color: colour(look.token),
          label: {
            show: true,
            position: line.look === 'plan' ? 'top' : 'bottom',
            formatter: ({ dataIndex }) => line.labels[dataIndex],
            ...font,
            color: colour('--z-ink'),
          },
          labelLayout: { hideOverlap: true },
        };
      }),
    };
  }

  /** The year and what its values state, as text and never as markup. */
  #hint(points) {
    const { years, lines, unit } = this.#model;
    const hint = document.createElement('div');
    hint.append(years[points[0].dataIndex]);
    for (const { seriesIndex, dataIndex } of points) {
      const label = lines[seriesIndex].labels[dataIndex];
      const row = document.createElement('div');
      row.textContent = label ? `${lines[seriesIndex].name}: ${label} ${unit}` : `${lines[seriesIndex].name}: –`;
      hint.append(row);
    }
    return hint;
  }
}

customElements.get('z-plan-chart') ?? customElements.define('z-plan-chart', PlanChart);
