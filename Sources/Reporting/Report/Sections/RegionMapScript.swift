/// Makes the map follow its controls.
enum RegionMapScript {
  static let text = """
    (function () {
      var source = document.getElementById("map-data");
      if (!source) return;
      var data = JSON.parse(source.textContent);
      var cache = {};
      function days(measure, arm, region) {
        var key = measure + "/" + arm + "/" + region;
        if (!cache[key]) cache[key] = data.measures[measure].values[arm][region].split(",");
        return cache[key];
      }
      document.querySelectorAll(".explorer").forEach(function (box) {
        var language = box.getAttribute("data-language");
        function part(name) { return box.querySelector("[data-map=" + name + "]"); }
        function show() {
          var measure = Number(part("measure").value), arm = Number(part("arm").value), day = Number(part("day").value);
          var limits = data.measures[measure].limits;
          part("shown").textContent = day;
          part("unit").textContent = data.measures[measure].unit[language];
          box.querySelectorAll(".tile").forEach(function (tile) {
            var value = days(measure, arm, Number(tile.getAttribute("data-region")))[day];
            var shade = limits.findIndex(function (limit) { return Number(value) <= limit; });
            if (shade < 0) shade = 5;
            if (value === "") shade = 0;
            tile.setAttribute("class", "tile q" + shade);
            tile.querySelector(".tile-number").textContent =
              value === "" ? "–" : Number(value).toLocaleString(language === "sv" ? "sv-SE" : "en-GB");
          });
        }
        box.addEventListener("input", show);
        box.hidden = false;
        show();
      });
    })();

    """
}
