/**
 * A place to sign (form[data-sign]) with finger, pen or mouse. Strokes are kept as points in parts of the pad's size, so
 * that turning the device loses nothing; what is sent is a PNG, which the server reads and writes anew.
 */
const INK = '#1a1a1a';
const SENT_WIDTH = 900;

export function startSignatures(part) {
  for (const form of part.querySelectorAll('form[data-sign]')) new Pad(form).start();
}

class Pad {
  constructor(form) {
    this.form = form;
    this.canvas = form.querySelector('[data-sign-pad]');
    this.strokes = [];
    this.stroke = null;
  }

  start() {
    const { canvas, form } = this;
    canvas.addEventListener('pointerdown', (event) => this.begin(event));
    canvas.addEventListener('pointermove', (event) => this.go(event));
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (this.stroke = null));
    form.querySelector('[data-sign-undo]').addEventListener('click', () => this.change(this.strokes.slice(0, -1)));
    form.querySelector('[data-sign-clear]').addEventListener('click', () => this.change([]));
    // an observer, since the pad has no size before it is laid out
    new ResizeObserver(() => this.fit()).observe(canvas);
  }

  begin(event) {
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    for (const error of this.form.querySelectorAll('[data-error-of]')) error.textContent = '';
    this.form.querySelector('[data-problem]').hidden = true;
    this.stroke = [];
    this.strokes.push(this.stroke);
    this.go(event);
  }

  go(event) {
    if (!this.stroke) return;
    const box = this.canvas.getBoundingClientRect();
    this.stroke.push([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
    this.show();
  }

  change(strokes) {
    this.strokes = strokes;
    this.stroke = null;
    this.show();
  }

  fit() {
    const { canvas } = this;
    if (!canvas.clientWidth) return;
    const sharp = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * sharp);
    canvas.height = Math.round(canvas.clientHeight * sharp);
    this.show();
  }

  show() {
    draw(this.canvas, this.strokes, this.canvas.width);
    this.form.classList.toggle('is-signed', this.strokes.length > 0);
    this.form.querySelector('[data-sign-picture]').value = this.strokes.length ? this.picture() : '';
  }

  picture() {
    const sheet = document.createElement('canvas');
    sheet.width = SENT_WIDTH;
    sheet.height = Math.round((SENT_WIDTH * this.canvas.clientHeight) / this.canvas.clientWidth);
    draw(sheet, this.strokes, sheet.width);
    return sheet.toDataURL('image/png');
  }
}

function draw(canvas, strokes, width) {
  const pen = canvas.getContext('2d');
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.strokeStyle = INK;
  pen.fillStyle = INK;
  pen.lineWidth = Math.max(2.5, width / 180);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const stroke of strokes) {
    const points = stroke.map(([x, y]) => [x * canvas.width, y * canvas.height]);
    pen.beginPath();
    pen.moveTo(...points[0]);
    for (const point of points) pen.lineTo(...point);
    pen.stroke();
  }
}
