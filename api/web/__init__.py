"""What browsers get: static files, and the page that describes the API."""
