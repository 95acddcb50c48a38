# Heltid as a service: `docker build -t heltid .`, then docs/operate.md. Nothing here was tried with a Docker engine; the
# install step is api/install.sh, which a test runs in an empty environment.
FROM python:3.12-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN api/install.sh /opt/heltid

FROM python:3.12-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/heltid heltid
COPY --from=build /opt/heltid /opt/heltid
ENV PATH=/opt/heltid/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HELTID_FOLDER=/var/lib/heltid
USER 10001
WORKDIR /var/lib/heltid
# The only folder that is written to: run with --read-only --tmpfs /tmp -v heltid:/var/lib/heltid
VOLUME /var/lib/heltid
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["heltid"]
CMD ["serve", "--host", "0.0.0.0"]
