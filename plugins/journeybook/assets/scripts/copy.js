/* Copies a picture of the site as PNG, ready to be pasted into a slide; the button stays hidden where the
   browser cannot. */
(function () {
  "use strict";

  const SHARPNESS = 2;
  const COPIED_FOR = 3000;

  async function pixels(address) {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * SHARPNESS;
    canvas.height = picture.naturalHeight * SHARPNESS;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  function start(button) {
    const label = button.textContent;
    button.dataset.jbReady = "yes";
    button.hidden = false;
    button.addEventListener("click", async function () {
      const item = new ClipboardItem({ "image/png": pixels(button.dataset.jbCopyPicture) });
      await navigator.clipboard.write([item]);
      button.textContent = button.dataset.jbCopied;
      window.setTimeout(() => { button.textContent = label; }, COPIED_FOR);
    });
  }

  window.journeybook.onPage(function () {
    if (!window.ClipboardItem || !navigator.clipboard) return;
    document.querySelectorAll("[data-jb-copy-picture]:not([data-jb-ready])").forEach(start);
  });
})();
