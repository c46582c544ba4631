/// The script that all pages share.
enum PageScript {
  /// Switches between languages, and remembers nothing.
  static let languages = """
    (function () {
      var bar = document.querySelector("nav.languages");
      if (!bar) return;
      bar.hidden = false;
      bar.addEventListener("click", function (event) {
        var language = event.target.getAttribute("data-language");
        if (!language) return;
        document.querySelectorAll("main").forEach(function (main) { main.hidden = main.lang !== language; });
        bar.querySelectorAll("button").forEach(function (button) {
          button.setAttribute("aria-pressed", String(button === event.target));
        });
        document.documentElement.lang = language;
        document.title = event.target.getAttribute("data-title");
      });
    })();

    """
}
