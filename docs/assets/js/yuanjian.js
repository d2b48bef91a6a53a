/* The page works without this: it unfolds the fact that an address names, sorts tables by their headings, and copies
   citations and drafts, which can be selected by hand as well. */
(() => {
  "use strict";

  const unfold = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const folds = [];
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details"))
      if (!fold.open) folds.push(fold);
    for (const fold of folds) fold.open = true;
    if (folds.length) folds[0].scrollIntoView({ block: "center" });
  };

  const SCALES = { 万: 1e4, 亿: 1e8 };
  const collator = new Intl.Collator("zh");

  /* A cell's number with its scale (8046万美元, 6.2亿元), or null where it holds none. */
  const amount = (text) => {
    const found = /[-−+]?\d[\d,]*(?:\.\d+)?/.exec(text);
    if (!found) return null;
    const scale = /^\s*(万|亿)?(亿)?/.exec(text.slice(found.index + found[0].length));
    const number = Number(found[0].replace(/,/g, "").replace("−", "-"));
    return number * (SCALES[scale[1]] || 1) * (SCALES[scale[2]] || 1);
  };

  const sort = (table, column, down, numeric) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, place) => {
      const text = row.cells[column].textContent.trim();
      return { row, place, text, number: numeric ? amount(text) : null };
    });
    const compare = (a, b) => {
      const [noA, noB] = [a, b].map((entry) => (numeric ? entry.number === null : /^—?$/.test(entry.text)));
      if (noA || noB) return noA - noB || a.place - b.place;
      const order = numeric ? a.number - b.number : collator.compare(a.text, b.text);
      return (down ? -order : order) || a.place - b.place;
    };
    body.append(...rows.sort(compare).map((entry) => entry.row));
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (!head.textContent.trim()) return;
      const numeric = head.style.textAlign === "right";
      head.setAttribute("aria-sort", "none");
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      const act = () => {
        const down = head.getAttribute("aria-sort") === (numeric ? "none" : "ascending");
        heads.forEach((other) => other.hasAttribute("aria-sort") && other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down, numeric);
      };
      button.addEventListener("click", act);
    });
  };

  const told = (handle, words) => {
    const before = handle.textContent;
    if (before === words) return;
    handle.textContent = words;
    setTimeout(() => (handle.textContent = before), 2000);
  };

  /* A citation's words with the whole address, whatever the page shows of it. */
  const cited = (place) => {
    const copy = place.cloneNode(true);
    copy.querySelectorAll("a").forEach((link) => link.replaceWith(link.href));
    return copy.textContent.trim();
  };

  const copy = (text, handle) =>
    navigator.clipboard && navigator.clipboard.writeText(text).then(() => told(handle, "已复制"), () => {});

  /* What an unfolded fact needs; those that stay folded cost nothing. */
  const copyable = (fold) => {
    fold.querySelectorAll(".cite > summary").forEach((summary) => {
      summary.textContent = "复制引用";
      summary.addEventListener("click", () => {
        if (!summary.parentNode.open) copy(cited(summary.nextElementSibling), summary);
      });
    });
    fold.querySelectorAll("pre.entry").forEach((entry) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "复制条目";
      button.addEventListener("click", () => copy(`${entry.textContent.trimEnd()}\n`, button));
      entry.before(button);
    });
    fold.querySelectorAll(".fix + .draft pre.entry").forEach((entry) => {
      const link = entry.closest(".draft").previousElementSibling.firstElementChild;
      link.addEventListener("click", () => copy(`${entry.textContent.trimEnd()}\n`, link));
    });
  };

  const prepared = new WeakSet();
  const prepare = (acts) => {
    if (prepared.has(acts)) return;
    prepared.add(acts);
    copyable(acts);
  };
  const unfolded = (fold) => fold.querySelectorAll(".acts").forEach(prepare);
  const about = (fold) => fold && fold.matches(".fact, .card") && unfolded(fold);
  addEventListener("click", ({ target }) => about(target.closest("summary")?.parentNode), true);
  addEventListener("toggle", ({ target }) => about(target), true);

  addEventListener("hashchange", unfold);
  addEventListener("DOMContentLoaded", () => {
    unfold();
    document.querySelectorAll("details:is(.fact, .card)[open], .doubt").forEach(unfolded);
    document.querySelectorAll(".table:not(.matrix) table").forEach((table) => table.tHead && sortable(table));
  });
})();
