/* The curve of a map whose columns differ in width: each cell draws its part for columns that are alike, and where a
   stage is read, the line would bend at its borders. So it is drawn anew for the widths that there are. */
(function () {
  "use strict";

  const ACROSS = 100; // what is one cell's width and height in its picture

  /* Tangents after Fritsch and Butland (1984), which are those of charts/curve.py where all columns are alike. */
  function tangent(before, after) {
    if (!before || !after) return (before || after || { slope: 0 }).slope;
    if (before.slope * after.slope <= 0) return 0;
    const sum = before.run + after.run;
    return (3 * sum) / ((sum + after.run) / before.slope + (sum + before.run) / after.slope);
  }

  function mixed([x1, y1], [x2, y2], share) {
    return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
  }

  /* Both parts of a Bézier curve, after de Casteljau. */
  function split([a, b, c, d], share) {
    const ab = mixed(a, b, share), bc = mixed(b, c, share), cd = mixed(c, d, share);
    const left = mixed(ab, bc, share), right = mixed(bc, cd, share), middle = mixed(left, right, share);
    return [[a, ab, left, middle], [middle, right, cd, d]];
  }

  function path(points, width) {
    const [start, ...rest] = points.map(([x, y]) => `${((x * ACROSS) / width).toFixed(2)} ${y.toFixed(2)}`);
    return `M${start}C${rest.join(" ")}`;
  }

  function drawLine(groups, widths) {
    const heights = groups.map((group) => (group.dataset.jbY === undefined ? null : Number(group.dataset.jbY)));
    const ways = heights.map(function (height, at) {
      if (height === null || at + 1 >= heights.length || heights[at + 1] === null) return null;
      const run = (widths[at] + widths[at + 1]) / 2;
      return { run, slope: (heights[at + 1] - height) / run };
    });
    const pieces = groups.map(() => "");
    ways.forEach(function (way, at) {
      if (!way) return;
      const third = way.run / 3, out = tangent(ways[at - 1], way), back = tangent(way, ways[at + 1]);
      const curve = [
        [0, heights[at]], [third, heights[at] + out * third],
        [2 * third, heights[at + 1] - back * third], [way.run, heights[at + 1]],
      ];
      const [left, right] = split(curve, widths[at] / 2 / way.run);
      pieces[at] += path(left.map(([x, y]) => [x + widths[at] / 2, y]), widths[at]);
      pieces[at + 1] += path(right.map(([x, y]) => [x - widths[at] / 2, y]), widths[at + 1]);
    });
    groups.forEach(function (group, at) {
      const line = group.querySelector(".jb-curve__line");
      if (line) line.setAttribute("d", pieces[at]);
    });
  }

  function drawLines(cells, widths) {
    const lines = cells.map((cell) => cell.querySelectorAll(".jb-cell__lines > g"));
    for (let line = 0; lines.length && line < lines[0].length; line += 1) {
      drawLine(lines.map((groups) => groups[line]), widths);
    }
  }

  /* Draw for columns that are alike, whatever their widths are now. */
  window.journeybook.drawEvenly = function (map) {
    const cells = Array.from(map.querySelectorAll(".jb-cell"));
    drawLines(cells, cells.map(() => 1));
  };

  const THIN = 20; // pixels of a strip that has no room for a number

  /* Fit what a map draws to the widths of its columns. */
  window.journeybook.fitStrips = function (map) {
    const cells = Array.from(map.querySelectorAll(".jb-cell"));
    const strip = cells.find((cell) => !cell.classList.contains("is-open"));
    map.classList.toggle("is-thin", map.classList.contains("is-reading") && Boolean(strip) && strip.offsetWidth < THIN);
    const widths = cells.map((cell) => cell.getBoundingClientRect().width);
    if (widths.every(Boolean)) drawLines(cells, widths);
  };
})();
