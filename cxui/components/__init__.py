"""Parts of the page that are drawn by our own code in the browser."""
