/* Leave of a journey's page its title, its facts and its map, presented on all of the window, in whatever theme. */
() => {
  const LEAST = 12; // pixels of type; below it, what has no room is cut
  const page = document.querySelector(".jb-page"), chart = page.querySelector(".jb-chart");
  const head = chart.querySelector(".jb-chart__head"), map = chart.querySelector(".jb-map");

  head.replaceChildren(head.querySelector(".jb-chart__title"), page.querySelector(".jb-facts__list").cloneNode(true));
  chart.querySelector(".jb-map__corner").append(...chart.querySelectorAll(".jb-curve .jb-legend"));
  for (let part = chart; part !== document.body; part = part.parentElement) {
    Array.from(part.parentElement.children).forEach(function (other) {
      if (other !== part) other.style.setProperty("display", "none", "important");
    });
  }
  chart.classList.add("is-presented", "jb-slide");
  for (let type = parseFloat(getComputedStyle(chart).fontSize); type > LEAST; type -= 0.5) {
    chart.style.fontSize = `${type}px`;
    if (map.getBoundingClientRect().bottom <= window.innerHeight) break;
  }
}
