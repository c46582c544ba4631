// Text and figures.
