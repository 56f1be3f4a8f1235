"use strict";
document.querySelectorAll("th button").forEach(function (button) {
  button.addEventListener("click", function () {
    var head = button.parentNode, table = head.closest("table"), column = head.cellIndex;
    var sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    table.querySelectorAll("thead th").forEach(function (other) { other.setAttribute("aria-sort", "none"); });
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    var body = table.tBodies[0];
    Array.from(body.rows).map(function (row, place) {
      var cell = row.cells[column], number = cell.dataset.sort;
      return {row: row, place: place, key: number === undefined ? NaN : Number(number), text: cell.textContent};
    }).sort(function (a, b) {
      var order = isNaN(a.key) || isNaN(b.key) ? a.text.localeCompare(b.text, "en", {numeric: true}) : a.key - b.key;
      return sign * order || a.place - b.place;
    }).forEach(function (item) { body.appendChild(item.row); });
  });
});
