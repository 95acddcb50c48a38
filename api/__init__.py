"""The service around the solver: what a server, a worker and a web page need; ``solver`` never imports it."""
