import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

const still = matchMedia('(prefers-reduced-motion: reduce)');
const drawings = { days, bars };

/**
 * Draws the table named in data-table: row headings are the names, cells with data-fen the amounts, and a click goes
 * where the cell's link goes. What changes in the table moves in the chart.
 */
export default function showChart(place) {
  const table = document.getElementById(place.dataset.table);
  const chart = init(place, null, { renderer: 'canvas' });
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', place.dataset.description);
  let rows = [];
  const draw = () => {
    if (!place.isConnected) return;
    rows = read(table);
    chart.setOption(option(place, table, rows));
  };
  draw();
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    const address = rows[dataIndex]?.cells[seriesIndex]?.address;
    if (address) location.assign(address);
  });
  new MutationObserver(draw).observe(table, { childList: true, subtree: true });
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  new ResizeObserver(() => {
    if (place.isConnected) return chart.resize();
    theme.disconnect();
    chart.dispose();
  }).observe(place);
}

function read(table) {
  return [...table.tBodies[0].rows]
    .filter((row) => row.querySelector('[data-fen]'))
    .map((row) => ({
      name: row.cells[0].dataset.label ?? row.cells[0].textContent,
      cells: [...row.querySelectorAll('[data-fen]')].map((cell) => ({
        yuan: Number(cell.dataset.fen) / 100,
        text: cell.textContent.trim(),
        address: cell.querySelector('a')?.href,
      })),
    }));
}

function option(place, table, rows) {
  const color = colours(place);
  const names = [...table.tHead.rows[0].cells].filter((cell, at) => isAmount(table, at)).map((cell) => cell.textContent);
  return {
    animation: !still.matches,
    animationDurationUpdate: 400,
    animationDuration: 400,
    textStyle: { fontFamily: getComputedStyle(place).fontFamily, color: color.text },
    ...drawings[place.dataset.chart](rows, names, color),
  };
}

function isAmount(table, at) {
  return table.tBodies[0].rows[0]?.cells[at]?.dataset.fen !== undefined;
}

/** Time from left to right: what was due stands behind what came in. */
function days(rows, names, color) {
  const [received, due] = names.map((name, at) => ({ name, type: 'bar', data: rows.map((row) => row.cells[at].yuan || null) }));
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 4, containLabel: true },
    tooltip: { ...tooltip(color, rows), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.name),
      axisLabel: { color: color.quiet },
      axisLine: { lineStyle: { color: color.rule } },
      axisTick: { show: false },
    },
    yAxis: amounts(color),
    series: [
      { ...received, color: color.bar, barWidth: '44%', z: 3 },
      { ...due, color: color.behind, barWidth: '80%', barGap: '-141%', itemStyle: { borderColor: color.edge, borderWidth: 1 } },
    ],
  };
}

/** A few kinds below each other, with their amounts. */
function bars(rows, names, color) {
  return {
    color: [color.bar],
    grid: { left: 8, right: 8, top: 4, bottom: 4, containLabel: true },
    tooltip: { ...tooltip(color, rows), trigger: 'item' },
    xAxis: { ...amounts(color), max: ({ max }) => max * 1.35 || 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLabel: { color: color.text },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: names.slice(0, 1).map((name) => ({
      name,
      type: 'bar',
      data: rows.map((row) => row.cells[0].yuan),
      barMaxWidth: 22,
      itemStyle: { borderRadius: [0, 2, 2, 0] },
      label: { show: true, position: 'right', color: color.text, formatter: ({ dataIndex }) => rows[dataIndex].cells[0].text },
    })),
  };
}

function amounts(color) {
  return {
    type: 'value',
    axisLabel: { color: color.quiet, formatter: short },
    splitLine: { lineStyle: { color: color.rule } },
  };
}

/** 120000 is 12万, or 120k where the page is English. */
function short(yuan) {
  const [unit, word] = document.documentElement.lang === 'en' ? [1_000, 'k'] : [10_000, '万'];
  return Math.abs(yuan) >= unit ? `${Number((yuan / unit).toFixed(1))}${word}` : String(yuan);
}

/** Drawn on the canvas: the content policy allows no styles within the page. */
function tooltip(color, rows) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: color.ground,
    borderColor: color.rule,
    textStyle: { color: color.text },
    formatter: (hit) => {
      const hits = Array.isArray(hit) ? hit : [hit];
      const line = ({ seriesName, seriesIndex, dataIndex }) => `${seriesName}  ${rows[dataIndex].cells[seriesIndex].text}`;
      return [hits[0].name, ...hits.map(line)].join('\n');
    },
  };
}

function colours(place) {
  const style = getComputedStyle(place);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    bar: read('--chart-bar'),
    behind: read('--chart-behind'),
    edge: read('--chart-edge'),
    text: read('--tblr-body-color'),
    quiet: read('--tblr-secondary'),
    rule: read('--tblr-border-color'),
    ground: read('--sheet'),
  };
}
