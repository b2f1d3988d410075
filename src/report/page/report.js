// Draws the charts that can be looked into when they come into view, saves them, and filters the
// table of inputs. Without it the page shows and prints the same figures.
(() => {
  "use strict";

  const page = JSON.parse(document.querySelector("script.page").textContent);
  document.documentElement.classList.add("scripted");

  // Charts

  const DRAWN = "drawn";

  const embed = async (figure) => {
    const live = figure.querySelector(".live");
    const specification = JSON.parse(figure.querySelector("script.specification").textContent);
    specification.datasets = page.datasets;
    live.hidden = false;
    try {
      await vegaEmbed(live.firstElementChild, specification, {
        actions: false,
        ast: true,
        config: page.theme,
        defaultStyle: false,
        formatLocale: page.locale,
        renderer: "svg",
        tooltip: { disableDefaultStyle: true },
      });
      figure.classList.add(DRAWN);
    } catch (error) {
      live.hidden = true;
      console.error(`${figure.id}: ${error.message}`);
    }
  };

  const figures = [...document.querySelectorAll("figure.chart:has(.live)")];
  const waiting = new Set(figures);
  const draw = (figure) => (waiting.delete(figure) ? embed(figure) : undefined);
  const nearby = new IntersectionObserver(
    (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => draw(one.target)),
    { rootMargin: "800px 0px" },
  );
  figures.forEach((figure) => nearby.observe(figure));

  // Saving

  const SCALE = 2;

  /** The still drawing as a file by itself, with its fonts. */
  const still = (figure) => {
    const svg = figure.querySelector(".still svg").cloneNode(true);
    const style = document.createElementNS(svg.namespaceURI, "style");
    style.textContent = document.getElementById("fonts").textContent;
    svg.insertBefore(style, svg.querySelector("desc").nextSibling);
    return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  };

  const leave = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const pixels = async (svg) => {
    const address = URL.createObjectURL(svg);
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = SCALE * image.naturalWidth;
      canvas.height = SCALE * image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done, "image/png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  document.querySelectorAll("button.save").forEach((button) => {
    button.addEventListener("click", async () => {
      const figure = button.closest("figure");
      const format = button.dataset.format;
      const svg = still(figure);
      leave(format === "png" ? await pixels(svg) : svg, `${figure.dataset.file}.${format}`);
    });
  });

  // Filtering

  document.querySelectorAll(".filtered").forEach((filtered) => {
    const words = filtered.querySelector("input[type=search]");
    const choices = [...filtered.querySelectorAll("select")];
    const rows = [...filtered.querySelectorAll("tbody tr")];
    const found = filtered.querySelector("[role=status]");
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const apply = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, place) => {
        const chosen = choices.every(
          (choice) => !choice.value || row.dataset[choice.name] === choice.value,
        );
        const shown = chosen && wanted.every((word) => texts[place].includes(word));
        row.hidden = !shown;
        count += shown ? 1 : 0;
      });
      const { one, several } = found.dataset;
      const lang = document.documentElement.lang;
      found.textContent = count === 1 ? one : several.replace("#", count.toLocaleString(lang));
    };
    [words, ...choices].forEach((control) => control.addEventListener("input", apply));
  });

  // For a test that cannot wait for a reader to scroll.
  window.drawAll = () => Promise.all([...waiting].map(draw));
})();
