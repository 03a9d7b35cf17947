// Only in pages of `catalog serve`: it says when a rule has changed.
new EventSource('/live').addEventListener('message', () => location.reload());
